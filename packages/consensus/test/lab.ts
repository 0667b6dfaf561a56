// A cluster on the table: nothing happens unless a script says so, and every write is durable at once.
// What the replicas ask for is printed; names instead of hashes make the trace readable.
import {
  createReplica,
  digest,
  type Effect,
  type ExecutedBlock,
  markVerified,
  type Replica,
  type ReplicaEvent,
  step,
  type UnsignedMessage,
  verifyMessage,
} from "@cartorio/consensus";
import { hexEncode, sha256, utf8Encode } from "@cartorio/crypto";
import {
  type ConsensusMessage,
  decodeNewViewBody,
  decodeProposal,
  decodeSuspectBody,
  decodeViewChangeBody,
  defaultParameters,
  emptyProposal,
  encodeConsensusMessage,
  envelopeHash,
  type FinalityCertificate,
  type JournalRecord,
  type Parameters,
  proposalDigest,
  type ValidatorSet,
} from "@cartorio/protocol";

export const labChainId: Uint8Array = sha256(utf8Encode("lab"));

export function labValidators(n: number): ValidatorSet {
  return {
    epoch: 0,
    activationHeight: 1,
    validators: Array.from({ length: n }, (_, index) => ({
      member: `did:cartorio:lab:z${index}`,
      validatorKey: new Uint8Array(32).fill(index + 1),
      nodeKey: new Uint8Array(32).fill(101 + index),
      addresses: [],
    })),
  };
}

/** A signature is its author's key twice; nobody here lies about it. */
export function labSignature(validator: number): Uint8Array {
  return new Uint8Array(64).fill(validator + 1);
}
export function labVerify(key: Uint8Array, _message: Uint8Array, signature: Uint8Array): boolean {
  return signature[0] === key[0];
}

export function signLab(validator: number, message: UnsignedMessage): ConsensusMessage {
  const signature = labSignature(validator);
  switch (message.kind) {
    case "prePrepare": {
      const { view, proposal } = message;
      return { kind: "prePrepare", value: { view, proposal, validator, signature } };
    }
    case "vote": {
      const { vote, view, height, proposalDigest: named } = message;
      const value = { kind: vote, epoch: 0, view, height, proposalDigest: named };
      return { kind: "vote", value: { ...value, validator, signature } };
    }
    case "checkpoint": {
      const { height, headerHash } = message;
      return { kind: "checkpoint", value: { epoch: 0, height, headerHash, validator, signature } };
    }
    default:
      return { kind: message.kind, value: { body: message.body, validator, signature } };
  }
}

export interface LabNode {
  readonly index: number;
  replica: Replica | undefined;
  readonly journal: JournalRecord[];
  readonly blocks: ExecutedBlock[];
  certificate: FinalityCertificate | undefined;
  readonly queue: Effect[];
  running: boolean;
  toPropose: number;
  full: boolean;
}

interface Mail {
  readonly from: number;
  readonly to: number;
  readonly message: ConsensusMessage;
}

export interface Lab {
  readonly n: number;
  readonly parameters: Parameters;
  readonly nodes: readonly LabNode[];
  readonly lines: string[];
  mail: Mail[];
  nowMs: number;
  readonly names: Map<string, string>;
  readonly proposals: Map<string, Uint8Array>;
  transactions: number;
}

export const labWallMs = 1_000_000;

export function createLab(n: number, parameters: Partial<Parameters> = {}): Lab {
  const nodes = Array.from(
    { length: n },
    (_, index): LabNode => ({
      index,
      replica: undefined,
      journal: [],
      blocks: [],
      certificate: undefined,
      queue: [],
      running: false,
      toPropose: 0,
      full: false,
    }),
  );
  const lab: Lab = {
    n,
    parameters: { ...defaultParameters, ...parameters },
    nodes,
    lines: [],
    mail: [],
    nowMs: 0,
    names: new Map(),
    proposals: new Map(),
    transactions: 0,
  };
  for (let height = 1; height < 64; height += 1)
    lab.names.set(hexEncode(proposalDigest(emptyProposal(0, height))), "empty");
  for (const node of nodes) startLabNode(lab, node);
  return lab;
}

export function startLabNode(lab: Lab, node: LabNode): void {
  const certified = node.certificate?.height ?? 0;
  const { replica, effects } = createReplica({
    chainId: labChainId,
    self: node.index,
    validators: labValidators(lab.n),
    parameters: lab.parameters,
    certificate: node.certificate,
    executed: node.blocks.slice(Math.max(0, certified - 1)),
    journal: [...node.journal],
  });
  node.replica = replica;
  take(lab, node, effects);
  feedLab(lab, node, tickEvent(lab));
}

export function crashLabNode(lab: Lab, node: LabNode): void {
  node.replica = undefined;
  node.queue.length = 0;
  node.toPropose = 0;
  lab.mail = lab.mail.filter((mail) => mail.to !== node.index);
}

export function tickEvent(lab: Lab): ReplicaEvent {
  return { kind: "tick", monotonicMs: lab.nowMs, wallMs: labWallMs + lab.nowMs };
}

export function feedLab(lab: Lab, node: LabNode, event: ReplicaEvent): void {
  if (node.replica !== undefined) take(lab, node, step(node.replica, event));
}

function take(lab: Lab, node: LabNode, effects: readonly Effect[]): void {
  node.queue.push(...effects);
  if (node.running) return;
  node.running = true;
  for (let effect = node.queue.shift(); effect !== undefined; effect = node.queue.shift())
    runEffect(lab, node, effect);
  node.running = false;
}

function runEffect(lab: Lab, node: LabNode, effect: Effect): void {
  const say = (text: string): void => {
    lab.lines.push(`${node.index}> ${text}`);
  };
  switch (effect.kind) {
    case "persist":
      node.journal.push(...effect.records);
      say(`persist ${effect.records.map((record) => describeRecord(lab, record)).join(", ")}`);
      return;
    case "sign": {
      const message = signLab(node.index, effect.message);
      if (effect.journal)
        node.journal.push({ kind: "message", message: encodeConsensusMessage(message) });
      say(`sign ${describeMessage(lab, message)}${effect.journal ? " (journal)" : ""}`);
      feedLab(lab, node, { kind: "message", message: markVerified(message), from: undefined });
      if (message.kind !== "prePrepare") post(lab, { from: node.index, to: "all", message });
      return;
    }
    case "send":
      if (effect.message.kind !== "status")
        say(`send ${describeMessage(lab, effect.message)} to ${String(effect.to)}`);
      post(lab, { from: node.index, to: effect.to, message: effect.message });
      return;
    case "build":
      build(lab, node, effect);
      return;
    case "obtainBodies": {
      const { proposalDigest: named, proposal } = effect;
      lab.proposals.set(hexEncode(named), proposal);
      feedLab(lab, node, { kind: "bodies", proposalDigest: named, envelopes: bodiesOf(proposal) });
      return;
    }
    case "obtainProposal": {
      say(`obtainProposal ${name(lab, effect.proposalDigest)} from ${effect.from.join(",")}`);
      const proposal = lab.proposals.get(hexEncode(effect.proposalDigest));
      if (proposal !== undefined) feedLab(lab, node, { kind: "proposal", proposal });
      return;
    }
    case "execute":
      say(`execute height ${effect.height} ${name(lab, proposalDigest(effect.proposal))}`);
      feedLab(lab, node, { kind: "executed", block: execute(node, effect.proposal) });
      return;
    case "certified":
      node.certificate = effect.certificate;
      say(`certified height ${effect.certificate.height}`);
      return;
    case "catchUp":
      say(`catchUp to ${effect.height}`);
      return;
    case "halt":
      say(`halt ${effect.code} at ${effect.height}`);
      return;
    case "note":
      say(`note ${Object.values(effect.note).join(" ")}`);
      return;
  }
}

function execute(node: LabNode, proposal: Uint8Array): ExecutedBlock {
  const parent = node.blocks.at(-1);
  const height = node.blocks.length + 1;
  const headerHash = sha256(parent?.headerHash ?? new Uint8Array(32), proposal);
  const block = { height, headerHash, proposalDigest: proposalDigest(proposal), time: height };
  node.blocks.push(block);
  return block;
}

/** Envelopes stand for themselves: their hash is what a proposal names. */
const envelopes = new Map<string, Uint8Array>();
function bodiesOf(proposal: Uint8Array): Uint8Array[] {
  const decoded = decodeProposal(proposal);
  if (!decoded.ok) throw new Error("the lab made a broken proposal");
  return decoded.value.envelopeHashes.map((hash) => envelopes.get(hexEncode(hash)) ?? hash);
}

function build(lab: Lab, node: LabNode, effect: Extract<Effect, { kind: "build" }>): void {
  const { view, height } = effect;
  const envelopeHashes: Uint8Array[] = [];
  if (node.toPropose > 0) {
    node.toPropose -= 1;
    lab.transactions += 1;
    const envelope = utf8Encode(`transaction ${lab.transactions}`);
    const hash = envelopeHash(envelope);
    envelopes.set(hexEncode(hash), envelope);
    envelopeHashes.push(hash);
  }
  const full = node.full && envelopeHashes.length > 0;
  feedLab(lab, node, { kind: "built", view, height, envelopeHashes, full });
  if (node.toPropose === 0) feedLab(lab, node, { kind: "mempool", waiting: false });
}

interface Post {
  readonly from: number;
  readonly to: "all" | readonly number[];
  readonly message: ConsensusMessage;
}

export function post(lab: Lab, item: Post): void {
  for (const node of lab.nodes) {
    if (node.index === item.from || (item.to !== "all" && !item.to.includes(node.index))) continue;
    lab.mail.push({ from: item.from, to: node.index, message: item.message });
  }
}

export type MailFilter = (mail: Mail) => boolean;

/** Delivers what matches, and what that causes, until nothing that matches is left. */
export function deliver(lab: Lab, filter: MailFilter): void {
  for (;;) {
    const index = lab.mail.findIndex(filter);
    const [mail] = index === -1 ? [] : lab.mail.splice(index, 1);
    if (mail === undefined) return;
    const node = lab.nodes[mail.to];
    const context = { chainId: labChainId, validators: labValidators(lab.n), verify: labVerify };
    const message = verifyMessage(mail.message, context);
    if (message === undefined) throw new Error(`an invalid ${mail.message.kind} was sent`);
    if (node !== undefined) feedLab(lab, node, { kind: "message", message, from: mail.from });
  }
}

export function drop(lab: Lab, filter: MailFilter): void {
  lab.mail = lab.mail.filter((mail) => !filter(mail));
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

export function name(lab: Lab, named: Uint8Array): string {
  const key = hexEncode(named);
  const known = lab.names.get(key);
  if (known !== undefined) return known;
  const count = [...lab.names.values()].filter((text) => text !== "empty").length;
  const made = `P${count + 1}`;
  lab.names.set(key, made);
  return made;
}

function describeRecord(lab: Lab, record: JournalRecord): string {
  if (record.kind === "proposal")
    return `proposal view ${record.view} ${name(lab, proposalDigest(record.proposal))}`;
  if (record.kind === "prepared") {
    const { view, height, proposalDigest: named } = record.certificate;
    return `prepared view ${view} height ${height} ${name(lab, named)}`;
  }
  return record.kind;
}

export function describeMessage(lab: Lab, message: ConsensusMessage): string {
  switch (message.kind) {
    case "prePrepare": {
      const { view, proposal } = message.value;
      return `PrePrepare view ${view} height ${heightOf(message)} ${name(lab, proposalDigest(proposal))}`;
    }
    case "vote": {
      const { kind, view, height, proposalDigest: named, validator } = message.value;
      return `${kind === 2 ? "Prepare" : "Commit"} of ${validator} view ${view} height ${height} ${name(lab, named)}`;
    }
    case "checkpoint":
      return `Checkpoint of ${message.value.validator} height ${message.value.height}`;
    case "suspect": {
      const body = decodeSuspectBody(message.value.body);
      if (!body.ok) return "broken Suspect";
      return `Suspect of ${message.value.validator} view ${body.value.view} S ${body.value.certifiedHeight} reason ${body.value.reason}`;
    }
    case "viewChange": {
      const body = decodeViewChangeBody(message.value.body);
      if (!body.ok) return "broken ViewChange";
      const { view, certificate, prepared } = body.value;
      const list = prepared.map(
        (item) => `${item.height}:${name(lab, item.proposalDigest)}@${item.view}`,
      );
      return `ViewChange of ${message.value.validator} view ${view} S ${certificate?.height ?? 0} P [${list.join(" ")}]`;
    }
    case "newView": {
      const body = decodeNewViewBody(message.value.body);
      if (!body.ok) return "broken NewView";
      const { view, viewChanges, entries } = body.value;
      const list = entries.map((item) => `${item.height}:${name(lab, item.proposalDigest)}`);
      return `NewView view ${view} from ${viewChanges.map((item) => item.validator).join(",")} O [${list.join(" ")}]`;
    }
    case "status":
      return "Status";
    case "certificate":
      return `Certificate height ${message.value.height}`;
  }
}

export function describeState(node: LabNode): string[] {
  if (node.replica === undefined) return [`${node.index}: down`];
  return digest(node.replica)
    .replace(/(accepted|prepared) (\d+):[0-9a-f]{8}/g, "$1 $2")
    .replace(/committed [0-9a-f]{8}/g, "committed")
    .split("\n")
    .map((line, at) => (at === 0 ? `${node.index}: ${line}` : `   ${line}`));
}
