// What happens on the table, in words: names instead of hashes make a trace readable.
import { digest, type Replica } from "@cartorio/consensus";
import { hexDecode, hexEncode } from "@cartorio/crypto";
import {
  type ConsensusMessage,
  decodeConsensusMessage,
  decodeNewViewBody,
  decodeProposal,
  decodeSuspectBody,
  decodeViewChangeBody,
  emptyProposal,
  type JournalRecord,
  proposalDigest,
} from "@cartorio/protocol";

/** Names of proposals by digest: P1, P2 in the order in which they are first mentioned. */
export interface Names {
  readonly names: Map<string, string>;
}

/** Every empty proposal of an epoch is called so. */
export function nameEmptyProposals(lab: Names, epoch: number): void {
  for (let height = 1; height < 64; height += 1)
    lab.names.set(hexEncode(proposalDigest(emptyProposal(epoch, height))), "empty");
}

export function kindOf(message: ConsensusMessage): string {
  if (message.kind !== "vote") return message.kind;
  return message.value.kind === 2 ? "prepare" : "commit";
}

export function heightOf(message: ConsensusMessage): number | undefined {
  if (message.kind === "prePrepare") {
    const decoded = decodeProposal(message.value.proposal);
    return decoded.ok ? decoded.value.height : undefined;
  }
  if (message.kind === "vote" || message.kind === "checkpoint") return message.value.height;
  return undefined;
}

export function name(lab: Names, named: Uint8Array): string {
  const key = hexEncode(named);
  const known = lab.names.get(key);
  if (known !== undefined) return known;
  const count = [...lab.names.values()].filter((text) => text !== "empty").length;
  const made = `P${count + 1}`;
  lab.names.set(key, made);
  return made;
}

/** The digest that a trace calls so. */
export function digestNamed(lab: Names, text: string): Uint8Array {
  const found = [...lab.names].find(([, known]) => known === text);
  const digest = found && hexDecode(found[0]);
  if (digest !== undefined) return digest;
  throw new Error(`nothing is called ${text}`);
}

function epochOf(proposal: Uint8Array): number {
  const decoded = decodeProposal(proposal);
  return decoded.ok ? decoded.value.epoch : 0;
}

export function describeRecord(lab: Names, record: JournalRecord): string {
  if (record.kind === "proposal")
    return `proposal ${inView(epochOf(record.proposal), record.view)} ${name(lab, proposalDigest(record.proposal))}`;
  if (record.kind === "prepared") {
    const { epoch, view, height, proposalDigest: named } = record.certificate;
    return `prepared ${inView(epoch, view)} height ${height} ${name(lab, named)}`;
  }
  if (record.kind !== "message") return record.kind;
  const message = decodeConsensusMessage(record.message);
  return message.ok ? message.value.kind : "broken message";
}

/** The first epoch goes without saying. */
function inView(epoch: number, view: number): string {
  return epoch === 0 ? `view ${view}` : `epoch ${epoch} view ${view}`;
}

export function describeMessage(lab: Names, message: ConsensusMessage): string {
  switch (message.kind) {
    case "prePrepare": {
      const { view, proposal } = message.value;
      return `PrePrepare ${inView(epochOf(proposal), view)} height ${heightOf(message)} ${name(lab, proposalDigest(proposal))}`;
    }
    case "vote": {
      const { kind, epoch, view, height, proposalDigest: named, validator } = message.value;
      return `${kind === 2 ? "Prepare" : "Commit"} of ${validator} ${inView(epoch, view)} height ${height} ${name(lab, named)}`;
    }
    case "checkpoint":
      return `Checkpoint of ${message.value.validator} height ${message.value.height}`;
    case "suspect": {
      const body = decodeSuspectBody(message.value.body);
      if (!body.ok) return "broken Suspect";
      return `Suspect of ${message.value.validator} ${inView(body.value.epoch, body.value.view)} S ${body.value.certifiedHeight} reason ${body.value.reason}`;
    }
    case "viewChange": {
      const body = decodeViewChangeBody(message.value.body);
      if (!body.ok) return "broken ViewChange";
      const { epoch, view, certificate, prepared } = body.value;
      const list = prepared.map(
        (item) => `${item.height}:${name(lab, item.proposalDigest)}@${item.view}`,
      );
      return `ViewChange of ${message.value.validator} ${inView(epoch, view)} S ${certificate?.height ?? (epoch === 0 ? 0 : "base")} P [${list.join(" ")}]`;
    }
    case "newView": {
      const body = decodeNewViewBody(message.value.body);
      if (!body.ok) return "broken NewView";
      const { epoch, view, viewChanges, entries } = body.value;
      const list = entries.map((item) => `${item.height}:${name(lab, item.proposalDigest)}`);
      return `NewView ${inView(epoch, view)} from ${viewChanges.map((item) => item.validator).join(",")} O [${list.join(" ")}]`;
    }
    case "status":
      return "Status";
    case "certificate":
      return `Certificate height ${message.value.height}`;
  }
}

export function describeState(node: {
  readonly index: number;
  readonly replica: Replica | undefined;
}): string[] {
  if (node.replica === undefined) return [`${node.index}: down`];
  const { epoch } = node.replica.validators;
  return digest(node.replica)
    .replace(/^view/, epoch === 0 ? "view" : `epoch ${epoch} view`)
    .replace(/(accepted|prepared) (\d+):[0-9a-f]{8}/g, "$1 $2")
    .replace(/committed [0-9a-f]{8}/g, "committed")
    .split("\n")
    .map((line, at) => (at === 0 ? `${node.index}: ${line}` : `   ${line}`));
}
