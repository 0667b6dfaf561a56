// A cluster on the table: nothing happens unless a script says so, and every write is durable at once.
// What the replicas ask for is printed.
import {
  createReplica,
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
  decodeProposal,
  defaultParameters,
  encodeConsensusMessage,
  envelopeHash,
  type FinalityCertificate,
  type JournalRecord,
  type Parameters,
  proposalDigest,
  type ValidatorSet,
} from "@cartorio/protocol";
import { describeMessage, describeRecord, name, nameEmptyProposals } from "./lab-describe.ts";

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
      incarnation: new Uint8Array(0),
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
  /** Its execution goes wrong from now on: another header for the same proposal. */
  diverges: boolean;
  /** Kinds of effects that a slow shell answers only when it is released, and those that wait. */
  readonly held: Set<Effect["kind"]>;
  readonly pending: Effect[];
}

export interface Mail {
  readonly from: number;
  readonly to: number;
  readonly message: ConsensusMessage;
}

export interface Lab {
  readonly n: number;
  readonly parameters: Parameters;
  readonly nodes: readonly LabNode[];
  readonly lines: string[];
  /** Nothing is printed: for a prelude that is not what a transcript is about. */
  quiet: boolean;
  mail: Mail[];
  /** Every signed message that was ever sent or injected, oldest first. */
  readonly said: ConsensusMessage[];
  /** Groups of nodes that reach only each other; empty: everybody reaches everybody. */
  groups: readonly (readonly number[])[];
  /** Mail that no network delivers now. */
  readonly lost: MailFilter[];
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
      diverges: false,
      held: new Set(),
      pending: [],
    }),
  );
  const lab: Lab = {
    n,
    parameters: { ...defaultParameters, ...parameters },
    nodes,
    lines: [],
    quiet: false,
    mail: [],
    said: [],
    groups: [],
    lost: [],
    nowMs: 0,
    names: new Map(),
    proposals: new Map(),
    transactions: 0,
  };
  nameEmptyProposals(lab, 0);
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
  node.pending.length = 0;
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

export function print(lab: Lab, ...lines: string[]): void {
  if (!lab.quiet) lab.lines.push(...lines);
}

/** A slow shell catches up: what it held back is answered, and from now on at once. */
export function releaseLabNode(lab: Lab, node: LabNode): void {
  node.held.clear();
  for (const effect of node.pending.splice(0)) runEffect(lab, node, effect);
}

function runEffect(lab: Lab, node: LabNode, effect: Effect): void {
  const say = (text: string): void => print(lab, `${node.index}> ${text}`);
  if (node.held.has(effect.kind)) {
    node.pending.push(effect);
    say(`${effect.kind} waits`);
    return;
  }
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
      if (!effect.fresh) say(`obtainBodies ${name(lab, named)} as proven`);
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
    case "starvation":
      say(`starvation of ${effect.validator}`);
      return;
    case "evidence":
      say(`evidence ${effect.offence} of ${effect.validator} height ${effect.height}`);
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
  const salt = utf8Encode(node.diverges ? "wrong" : "");
  const headerHash = sha256(parent?.headerHash ?? new Uint8Array(32), proposal, salt);
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
  if (item.message.kind !== "status") lab.said.push(item.message);
  for (const node of lab.nodes) {
    if (node.index === item.from || (item.to !== "all" && !item.to.includes(node.index))) continue;
    const mail = { from: item.from, to: node.index, message: item.message };
    const isLost = lab.lost.some((filter) => filter(mail));
    if (!isLost && !isCut(lab, mail.from, mail.to)) lab.mail.push(mail);
  }
}

export function isCut(lab: Lab, from: number, to: number): boolean {
  const group = lab.groups.find((members) => members.includes(from));
  return group !== undefined && !group.includes(to);
}

/** Catch-up: blocks of another node, executed under its certificate. */
export function fetchBlocks(lab: Lab, node: LabNode, source: LabNode): void {
  const { certificate } = source;
  if (certificate === undefined) throw new Error("the source of a fetch has no certificate");
  for (const block of source.blocks.slice(node.blocks.length, certificate.height)) {
    node.blocks.push(block);
    print(lab, `${node.index}> fetched height ${block.height}`);
    feedLab(lab, node, { kind: "executed", block });
  }
  feedLab(lab, node, { kind: "certificate", certificate: markVerified(certificate) });
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
