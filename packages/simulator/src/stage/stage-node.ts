import {
  createReplica,
  type Effect,
  type ExecutedBlock,
  isWanted,
  markVerified,
  type Replica,
  type ReplicaEvent,
  step,
} from "@cartorio/consensus";
import { hexEncode, sha256 } from "@cartorio/crypto";
import {
  decodeProposal,
  encodeConsensusMessage,
  type FinalityCertificate,
  type JournalRecord,
  proposalDigest,
} from "@cartorio/protocol";
import { signAs } from "./sign-as.ts";
import type { Letter, Stage } from "./stage.ts";

/** With so many transactions waiting each block counts as full. */
const fullFrom = 20;

/** One validator on a stage: what is here survives a crash, but for the replica and its effects. */
export interface StageNode {
  readonly index: number;
  replica: Replica | undefined;
  journal: JournalRecord[];
  blocks: ExecutedBlock[];
  certificate: FinalityCertificate | undefined;
  effects: Effect[];
  running: boolean;
  /** Journal writes are never reported complete: what is behind one waits, and a crash loses it. */
  diskHangs: boolean;
  blocked: boolean;
  /** Mixed into the header hashes: another execution than that of the others. */
  divergence: number;
  readonly proposals: Map<string, Uint8Array>;
  readonly wanted: Map<string, number>;
  catchUpTo: number;
  readonly evidence: string[];
  readonly halts: string[];
  epochEnded: boolean;
}

export function createStageNode(index: number): StageNode {
  return {
    index,
    replica: undefined,
    journal: [],
    blocks: [],
    certificate: undefined,
    effects: [],
    running: false,
    diskHangs: false,
    blocked: false,
    divergence: 0,
    proposals: new Map(),
    wanted: new Map(),
    catchUpTo: 0,
    evidence: [],
    halts: [],
    epochEnded: false,
  };
}

export function startStageNode(stage: Stage, node: StageNode): void {
  const certified = node.certificate?.height ?? 0;
  const { replica, effects } = createReplica({
    chainId: stage.chainId,
    self: node.index,
    validators: stage.validators,
    parameters: stage.parameters,
    certificate: node.certificate,
    executed: node.blocks.slice(Math.max(0, certified - 1)),
    journal: [...node.journal],
  });
  node.replica = replica;
  take(stage, node, effects);
  feed(stage, node, { kind: "mempool", waiting: stage.supply > 0 });
}

export function crashStageNode(node: StageNode): void {
  node.replica = undefined;
  node.effects = [];
  node.blocked = false;
  node.diskHangs = false;
  node.wanted.clear();
  node.catchUpTo = 0;
}

export function feed(stage: Stage, node: StageNode, event: ReplicaEvent): void {
  if (node.replica !== undefined) take(stage, node, step(node.replica, event));
}

export function receive(stage: Stage, node: StageNode, { from, message }: Letter): void {
  if (node.replica === undefined || !isWanted(node.replica, message)) return;
  if (!stage.isValid(message)) return;
  feed(stage, node, { kind: "message", message: markVerified(message), from });
}

/** What was asked for and not found yet is asked for again. */
export function retry(stage: Stage, node: StageNode): void {
  for (const key of node.wanted.keys()) fetchProposal(stage, node, key);
  if (node.blocks.length < node.catchUpTo) catchUp(stage, node);
}

function take(stage: Stage, node: StageNode, effects: readonly Effect[]): void {
  node.effects.push(...effects);
  if (node.running) return;
  node.running = true;
  while (!node.blocked) {
    const effect = node.effects.shift();
    if (effect === undefined) break;
    runEffect(stage, node, effect);
  }
  node.running = false;
}

function runEffect(stage: Stage, node: StageNode, effect: Effect): void {
  switch (effect.kind) {
    case "persist":
      write(stage, node, effect.records);
      return;
    case "sign": {
      const message = signAs(stage, node.index, effect.message);
      if (effect.journal)
        write(stage, node, [{ kind: "message", message: encodeConsensusMessage(message) }]);
      if (node.blocked) return;
      feed(stage, node, { kind: "message", message: markVerified(message), from: undefined });
      if (message.kind !== "prePrepare") stage.send(node.index, "all", message);
      return;
    }
    case "send":
      stage.send(node.index, effect.to, effect.message);
      return;
    case "build": {
      const { view, height } = effect;
      const envelopeHashes = stage.supply > 0 ? [stage.nextEnvelope()] : [];
      const full = stage.supply >= fullFrom;
      feed(stage, node, { kind: "built", view, height, envelopeHashes, full });
      return;
    }
    case "obtainBodies":
      // An envelope is nothing but its hash here, so whoever has the proposal has its bodies.
      feed(stage, node, { kind: "bodies", proposalDigest: effect.proposalDigest, envelopes: [] });
      return;
    case "obtainProposal": {
      const key = hexEncode(effect.proposalDigest);
      node.wanted.set(key, effect.height);
      fetchProposal(stage, node, key);
      return;
    }
    case "execute":
      execute(stage, node, effect.proposal);
      return;
    default:
      tell(stage, node, effect);
  }
}

function tell(stage: Stage, node: StageNode, effect: Effect): void {
  switch (effect.kind) {
    case "certified":
      node.certificate = effect.certificate;
      return;
    case "catchUp":
      node.catchUpTo = Math.max(node.catchUpTo, effect.height);
      catchUp(stage, node);
      return;
    case "halt":
      node.halts.push(effect.code);
      return;
    case "evidence":
      node.evidence.push(`${effect.validator} ${effect.offence}`);
      return;
    case "epochEnd":
      node.epochEnded = true;
      return;
    default:
      return;
  }
}

function write(stage: Stage, node: StageNode, records: readonly JournalRecord[]): void {
  if (node.diskHangs) {
    node.blocked = true;
    return;
  }
  node.journal.push(...records);
  for (const record of records) {
    if (record.kind !== "proposal") continue;
    const digest = proposalDigest(record.proposal);
    node.proposals.set(hexEncode(digest), record.proposal);
    stage.checkers.durable(node.index, digest);
  }
}

function fetchProposal(stage: Stage, node: StageNode, key: string): void {
  const height = node.wanted.get(key);
  if (height === undefined) return;
  if (height <= node.blocks.length) {
    node.wanted.delete(key);
    return;
  }
  for (const peer of stage.heard(node)) {
    const proposal = peer.proposals.get(key);
    if (proposal === undefined) continue;
    node.wanted.delete(key);
    feed(stage, node, { kind: "proposal", proposal });
    return;
  }
}

function execute(stage: Stage, node: StageNode, proposal: Uint8Array): void {
  const decoded = decodeProposal(proposal);
  if (!decoded.ok || decoded.value.height !== node.blocks.length + 1) return;
  const { height, time } = decoded.value;
  const parent = node.blocks.at(-1);
  const digest = proposalDigest(proposal);
  const mixed = Uint8Array.of(node.divergence);
  const headerHash = sha256(parent?.headerHash ?? new Uint8Array(32), digest, mixed);
  const activationHeight = height >= stage.changeAt ? stage.changeAt + 17 : undefined;
  append(stage, node, {
    height,
    headerHash,
    proposalDigest: digest,
    time: Math.max((parent?.time ?? 0) + 1, time),
    activationHeight,
  });
}

function append(stage: Stage, node: StageNode, block: ExecutedBlock): void {
  node.blocks.push(block);
  stage.executed(node, block);
  feed(stage, node, { kind: "executed", block });
}

/** Blocks under a certificate, from whoever is heard and has both. */
function catchUp(stage: Stage, node: StageNode): void {
  for (const peer of stage.heard(node)) {
    const { certificate } = peer;
    if (certificate === undefined || certificate.height <= node.blocks.length) continue;
    for (const block of peer.blocks.slice(0, certificate.height))
      if (block.height === node.blocks.length + 1) append(stage, node, block);
    feed(stage, node, { kind: "certificate", certificate: markVerified(certificate) });
    return;
  }
}
