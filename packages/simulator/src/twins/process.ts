import {
  createReplica,
  type Effect,
  type ExecutedBlock,
  isWanted,
  markVerified,
  type Replica,
  type ReplicaEvent,
  step,
  type UnsignedMessage,
} from "@cartorio/consensus";
import { hexEncode, sha256 } from "@cartorio/crypto";
import {
  type ConsensusMessage,
  decodeProposal,
  type FinalityCertificate,
  type Parameters,
  proposalDigest,
  type ValidatorSet,
} from "@cartorio/protocol";

/** What a process needs of its surroundings. */
export interface Surroundings {
  readonly chainId: Uint8Array;
  readonly validators: ValidatorSet;
  readonly parameters: Parameters;
  send(from: TwinProcess, to: "all" | readonly number[], message: ConsensusMessage): void;
  /** Processes that this one hears in the view in which it is now. */
  heard(by: TwinProcess): readonly TwinProcess[];
  signed(message: ConsensusMessage): void;
  executed(by: TwinProcess, block: ExecutedBlock): void;
  halted(by: TwinProcess, code: string): void;
}

/**
 * A shell around `step` without disk, delay or loss: every write is durable at once, a signature is its
 * author's number, and a block's header hash covers its parent and its proposal.
 */
export interface TwinProcess {
  readonly index: number;
  readonly validator: number;
  /** Another process has the same key. */
  readonly hasTwin: boolean;
  readonly surroundings: Surroundings;
  readonly replica: Replica;
  readonly effects: Effect[];
  running: boolean;
  stopped: boolean;
  readonly blocks: ExecutedBlock[];
  certificate: FinalityCertificate | undefined;
  /** Proposals whose bytes are here, by digest. */
  readonly proposals: Map<string, Uint8Array>;
  readonly wantedProposals: Map<string, number>;
  catchUpTo: number;
  /** Last view in which this process proposed a block: it proposes one in each. */
  proposedIn: number;
}

export function createTwinProcess(
  surroundings: Surroundings,
  index: number,
  identity: { readonly validator: number; readonly hasTwin: boolean },
): TwinProcess {
  const { validator, hasTwin } = identity;
  const { chainId, validators, parameters } = surroundings;
  const { replica, effects } = createReplica({
    chainId,
    self: validator,
    validators,
    parameters,
    certificate: undefined,
    executed: [],
    journal: [],
  });
  const made: TwinProcess = {
    index,
    validator,
    hasTwin,
    surroundings,
    replica,
    effects: [],
    running: false,
    stopped: false,
    blocks: [],
    certificate: undefined,
    proposals: new Map(),
    wantedProposals: new Map(),
    catchUpTo: 0,
    proposedIn: -1,
  };
  take(made, effects);
  return made;
}

export function feed(process: TwinProcess, event: ReplicaEvent): void {
  if (!process.stopped) take(process, step(process.replica, event));
}

/**
 * From another process; what the replica would ignore is left out as a node's edge leaves it out. Twins
 * do not hear what the other one signs: they would stop as DUPLICATE_IDENTITY (docs/consensus.md 9),
 * which a Byzantine validator does not.
 */
export function receive(process: TwinProcess, from: number, message: ConsensusMessage): void {
  if (process.stopped || !isWanted(process.replica, message)) return;
  if (process.hasTwin && authorOf(message) === process.validator) return;
  feed(process, { kind: "message", message: markVerified(message), from });
}

function authorOf(message: ConsensusMessage): number | undefined {
  if (message.kind === "status" || message.kind === "certificate") return undefined;
  return message.value.validator;
}

/** What was asked for and not found yet is asked for again. */
export function retry(process: TwinProcess): void {
  for (const key of process.wantedProposals.keys()) fetchProposal(process, key);
  if (process.blocks.length < process.catchUpTo) catchUp(process);
}

function take(process: TwinProcess, effects: readonly Effect[]): void {
  for (const effect of effects) process.effects.push(effect);
  if (process.running) return;
  process.running = true;
  for (let effect = process.effects.shift(); effect !== undefined; effect = process.effects.shift())
    runEffect(process, effect);
  process.running = false;
}

function runEffect(process: TwinProcess, effect: Effect): void {
  const { surroundings } = process;
  switch (effect.kind) {
    case "persist":
      for (const record of effect.records)
        if (record.kind === "proposal") remember(process, record.proposal);
      return;
    case "sign": {
      const message = signed(process.validator, effect.message);
      surroundings.signed(message);
      feed(process, { kind: "message", message: markVerified(message), from: undefined });
      if (message.kind !== "prePrepare") surroundings.send(process, "all", message);
      return;
    }
    case "send":
      surroundings.send(process, effect.to, effect.message);
      return;
    case "build":
      build(process, effect.view, effect.height);
      return;
    case "obtainBodies":
      // An envelope is nothing but its hash here, so whoever has the proposal has its bodies.
      feed(process, { kind: "bodies", proposalDigest: effect.proposalDigest, envelopes: [] });
      return;
    case "obtainProposal": {
      const key = hexEncode(effect.proposalDigest);
      process.wantedProposals.set(key, effect.height);
      fetchProposal(process, key);
      return;
    }
    case "execute":
      execute(process, effect.proposal);
      return;
    case "certified":
      process.certificate = effect.certificate;
      return;
    case "catchUp":
      process.catchUpTo = Math.max(process.catchUpTo, effect.height);
      catchUp(process);
      return;
    case "halt":
      surroundings.halted(process, effect.code);
      return;
    default:
      return;
  }
}

function remember(process: TwinProcess, proposal: Uint8Array): void {
  process.proposals.set(hexEncode(proposalDigest(proposal)), proposal);
}

/** The fake signature: whoever holds the key can make it, and nobody else does. */
function signed(validator: number, message: UnsignedMessage): ConsensusMessage {
  const signature = new Uint8Array(64).fill(validator + 1);
  switch (message.kind) {
    case "prePrepare": {
      const { view, proposal } = message;
      return { kind: "prePrepare", value: { view, proposal, validator, signature } };
    }
    case "vote": {
      const { vote, view, height, proposalDigest: digest } = message;
      const value = { kind: vote, epoch: 0, view, height, proposalDigest: digest };
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

/** One block per view: its one envelope names process, view and height, so that twins differ. */
function build(process: TwinProcess, view: number, height: number): void {
  const envelopeHashes: Uint8Array[] = [];
  if (process.proposedIn < view) {
    process.proposedIn = view;
    const hash = new Uint8Array(32);
    hash.set([1 + process.index, view, height]);
    envelopeHashes.push(hash);
  }
  feed(process, { kind: "built", view, height, envelopeHashes, full: false });
}

function fetchProposal(process: TwinProcess, key: string): void {
  const height = process.wantedProposals.get(key);
  if (height === undefined) return;
  if (height <= process.blocks.length) {
    process.wantedProposals.delete(key);
    return;
  }
  for (const peer of process.surroundings.heard(process)) {
    const proposal = peer.proposals.get(key);
    if (proposal === undefined) continue;
    process.wantedProposals.delete(key);
    feed(process, { kind: "proposal", proposal });
    return;
  }
}

function execute(process: TwinProcess, proposal: Uint8Array): void {
  const decoded = decodeProposal(proposal);
  if (!decoded.ok || decoded.value.height !== process.blocks.length + 1) return;
  const { height } = decoded.value;
  const parent = process.blocks.at(-1);
  const digest = proposalDigest(proposal);
  const headerHash = sha256(parent?.headerHash ?? new Uint8Array(32), digest);
  const block = { height, headerHash, proposalDigest: digest, time: height };
  remember(process, proposal);
  append(process, block);
}

function append(process: TwinProcess, block: ExecutedBlock): void {
  process.blocks.push(block);
  process.surroundings.executed(process, block);
  feed(process, { kind: "executed", block });
}

/** Blocks under a certificate, from whoever is heard and has both. */
function catchUp(process: TwinProcess): void {
  for (const peer of process.surroundings.heard(process)) {
    const { certificate } = peer;
    if (certificate === undefined || certificate.height <= process.blocks.length) continue;
    for (const block of peer.blocks.slice(0, certificate.height))
      if (block.height === process.blocks.length + 1) append(process, block);
    feed(process, { kind: "certificate", certificate: markVerified(certificate) });
    return;
  }
}
