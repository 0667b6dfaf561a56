import { equalBytes, hexEncode } from "@cartorio/crypto";
import {
  type Checkpoint,
  emptyProposal,
  type FinalityCertificate,
  limits,
  maximumFaulty,
  type Parameters,
  type PrePrepare,
  type PreparedCertificate,
  type Proposal,
  proposalDigest,
  quorum,
  type SignedBody,
  type SuspectBody,
  type ValidatorSet,
  type ViewChangeBody,
  type Vote,
} from "@cartorio/protocol";
import { bounds } from "./bounds.ts";
import { type Judgement, newJudgement } from "./judgement.ts";
import type { Effect, ExecutedBlock, ReplicaNote, ReplicaStart } from "./types.ts";

/** A proposal that some signed message names, with what is known of its bytes and bodies. */
export interface KnownProposal {
  readonly digest: Uint8Array;
  bytes: Uint8Array | undefined;
  decoded: Proposal | undefined;
  /** The bytes were asked for by digest. */
  requested: boolean;
  /** `durable`: bytes and all envelopes are in the journal, or are known to everybody (empty proposal). */
  bodies: "missing" | "requested" | "durable" | "refused";
  /** `requested`: of the signers that prove it, not only of the primary that proposed it. */
  askedSigners: boolean;
}

/** The one proposal of a height that this replica follows in one view. */
export interface Accepted {
  readonly view: number;
  readonly key: string;
  /** Undefined: the proposal is in the O of the view's NewView. */
  readonly prePrepare: PrePrepare | undefined;
  /** The Prepare was handed to the signer since the last start. */
  prepareSigned: boolean;
}

/** Votes of one view for one height, the first of each validator. */
export interface ViewVotes {
  readonly prepares: Map<number, Vote>;
  readonly commits: Map<number, Vote>;
}

/** Final order of a height: Q Commits of one view on one digest, or an executed block. */
export interface Committed {
  readonly key: string;
  readonly digest: Uint8Array;
  /** The Commits that prove it; empty if it was restored as executed. */
  readonly commits: readonly Vote[];
}

/** Everything about one height above the certified one (Castro-Liskov 4.2: the message log). */
export interface Slot {
  readonly height: number;
  readonly emptyKey: string;
  readonly proposals: Map<string, KnownProposal>;
  readonly votes: Map<number, ViewVotes>;
  readonly checkpoints: Map<number, Checkpoint>;
  accepted: Accepted | undefined;
  /** Own prepared certificate of the highest view; durable before anything that rests on it. */
  prepared: PreparedCertificate | undefined;
  committed: Committed | undefined;
}

export interface HeldViewChange {
  readonly body: ViewChangeBody;
  readonly signed: SignedBody;
}
export interface HeldSuspect {
  readonly body: SuspectBody;
  readonly signed: SignedBody;
}

/** What one validator said last in this epoch, also below the window. */
export interface Heard {
  vote: Vote | undefined;
  checkpoint: Checkpoint | undefined;
}

/** The primary's own book-keeping (docs/consensus.md 3.2). */
export interface Proposing {
  /** Next height without a proposal in this view. */
  nextHeight: number;
  /** A height between `build` and the own PrePrepare's acceptance. */
  outstanding: number | undefined;
  /** Wall clock at that `build`: the time of the proposal. */
  timeMs: number;
  /** The last `built` was not worth a block: wait for a tick or for S to move. */
  declined: boolean;
}

/** Timers as counters of elapsed monotonic time: no handle can go stale (docs/consensus.md 4, 7). */
export interface Timers {
  /** Undefined before the first tick. */
  monotonicMs: number | undefined;
  wallMs: number | undefined;
  /** Sum of tick deltas, each at most `maxTickMs`. */
  elapsedMs: number;
  /** Current progress and new-view timeout. */
  timeoutMs: number;
  /** Running time of the progress timer. */
  progressMs: number;
  /** Running time of the new-view timer: since Q ViewChanges of `view` are held. */
  newViewMs: number;
  /** Time in active views since the last commit in order: a new view owes the heartbeat of the last one. */
  sinceBlockMs: number;
  inViewMs: number;
  sinceStatusMs: number;
  sinceResendMs: number;
  sinceCatchUpMs: number;
}

/** State of one replica, owned by the shell and changed only by `step`. */
export interface Replica {
  readonly chainId: Uint8Array;
  readonly self: number | undefined;
  readonly validators: ValidatorSet;
  readonly parameters: Parameters;
  readonly n: number;
  readonly faulty: number;
  readonly quorum: number;
  /** Highest view entered, or named by an own ViewChange. */
  view: number;
  /** The NewView of `view` is accepted and durable (view 0 needs none). */
  active: boolean;
  newView: SignedBody | undefined;
  /** Heights up to this one were fixed by the O of `newView`. */
  newViewMaximum: number;
  /** S: the highest certified height. */
  certified: number;
  certificate: FinalityCertificate | undefined;
  /** Certificate of the height before this epoch, for those that are still in the epoch before. */
  readonly previous: FinalityCertificate | undefined;
  /** First height of the next epoch, once a change of the set was executed (docs/consensus.md 8). */
  activationHeight: number | undefined;
  /** The epoch is over: `epochEnd` was told, nothing is signed any more. */
  closed: boolean;
  /**
   * Highest S that a certificate record of the journal proves. Those in the block store do not count,
   * as the journal outlives a repair of the state, nor those inside a NewView, as the next one replaces it.
   */
  certifiedDurable: number;
  /** S when the view began. */
  certifiedAtEntry: number;
  /** Every height up to this one is committed here or certified. */
  committedThrough: number;
  executed: number;
  executeRequested: number;
  /** Header hashes of executed heights, newest `window` and all above S. */
  readonly headers: Map<number, Uint8Array>;
  /** Header hashes of certified heights, newest `window`. */
  readonly certifiedHeaders: Map<number, Uint8Array>;
  /** Certificates above what was executed, by height. */
  readonly waitingCertificates: Map<number, FinalityCertificate>;
  readonly slots: Map<number, Slot>;
  /** View for which an own NewView is with the signer. */
  newViewRequested: number | undefined;
  /** The own Suspect that is with the signer or was fed back last. */
  suspecting: { readonly view: number; readonly certifiedHeight: number } | undefined;
  readonly viewChanges: Map<number, HeldViewChange>;
  readonly suspects: Map<number, HeldSuspect>;
  /** Newest vote and statement of each validator, to show it if it comes back without them (docs/consensus.md 9). */
  readonly heard: Map<number, Heard>;
  /** Validators of which a vote of this epoch is in the journal or on its way there. */
  readonly firstVotes: Set<number>;
  readonly unwrittenVotes: Vote[];
  /** PrePrepares that came before their view or their time, by `view/height`. */
  readonly waitingPrePrepares: Map<string, PrePrepare>;
  /** Own statements: never a second one for a height. */
  readonly ownCheckpoints: Map<number, Uint8Array>;
  readonly timers: Timers;
  readonly judgement: Judgement;
  readonly proposing: Proposing;
  mempoolWaiting: boolean;
  /** Messages sent in answer to Status, per peer, in the current second. */
  readonly answered: Map<number, number>;
  answerWindowMs: number;
  readonly halted: Set<string>;
  /** Effects of the step that is running. */
  readonly effects: Effect[];
}

/** First height that the epoch's set verifies, minus one: what is certified without a certificate. */
export function epochBase(validators: ValidatorSet): number {
  return validators.activationHeight - 1;
}

export function newSlot(epoch: number, height: number): Slot {
  const bytes = emptyProposal(epoch, height);
  const digest = proposalDigest(bytes);
  const emptyKey = hexEncode(digest);
  return {
    height,
    emptyKey,
    proposals: new Map(),
    votes: new Map(),
    checkpoints: new Map(),
    accepted: undefined,
    prepared: undefined,
    committed: undefined,
  };
}

/** The slot of a height, made when it is first needed. Callers check the window first. */
export function slotAt(replica: Replica, height: number): Slot {
  const found = replica.slots.get(height);
  if (found !== undefined) return found;
  const slot = newSlot(replica.validators.epoch, height);
  replica.slots.set(height, slot);
  return slot;
}

/**
 * Watermarks S and S+W (Castro-Liskov 4.3; docs/consensus.md 3.2), and the end of the epoch: heights from
 * the activation on belong to the next set (8). A replica that has not executed the change yet does not
 * know its end, but Q-f correct ones do, so nothing beyond it can gather Q votes.
 */
export function inWindow(replica: Replica, height: number): boolean {
  const highest = Math.min(replica.certified + limits.window, lastHeight(replica));
  return height > replica.certified && height <= highest;
}

/** Last height that this epoch's set decides, as far as it is known. */
export function lastHeight(replica: Replica): number {
  return replica.activationHeight === undefined ? limits.maxInteger : replica.activationHeight - 1;
}

/** docs/consensus.md 3.1 (Castro-Liskov 4: p = v mod |R|); nothing else chooses a primary. */
export function primaryOf(view: number, n: number): number {
  return view % n;
}

export function isPrimary(replica: Replica): boolean {
  return replica.self !== undefined && primaryOf(replica.view, replica.n) === replica.self;
}

/** May this replica sign anything: a validator whose epoch goes on and that no named state stopped? */
export function maySign(replica: Replica): boolean {
  return replica.self !== undefined && !replica.closed && replica.halted.size === 0;
}

/** May this replica sign Prepare, Commit and PrePrepare in its view? */
export function mayVote(replica: Replica): boolean {
  return replica.active && maySign(replica);
}

export function emit(replica: Replica, effect: Effect): void {
  replica.effects.push(effect);
}

export function note(replica: Replica, value: ReplicaNote): void {
  replica.effects.push({ kind: "note", note: value });
}

/** Votes of a view, oldest views giving way; undefined when the view is older than all that are kept. */
export function votesOf(slot: Slot, view: number): ViewVotes | undefined {
  const found = slot.votes.get(view);
  if (found !== undefined) return found;
  if (slot.votes.size >= bounds.voteViewsPerHeight) {
    const oldest = Math.min(...slot.votes.keys());
    if (view < oldest) return undefined;
    slot.votes.delete(oldest);
  }
  const votes: ViewVotes = { prepares: new Map(), commits: new Map() };
  slot.votes.set(view, votes);
  return votes;
}

/**
 * The votes on the digest that Q distinct validators voted for; undefined if there is none. Each
 * validator counts once, so at most one digest can have a quorum (docs/consensus.md 1).
 */
export function quorumVotes(votes: ReadonlyMap<number, Vote>, needed: number): Vote[] | undefined {
  if (votes.size < needed) return undefined;
  for (const candidate of votes.values()) {
    const equal = [...votes.values()].filter((vote) =>
      equalBytes(vote.proposalDigest, candidate.proposalDigest),
    );
    if (equal.length >= needed) return equal.sort((a, b) => a.validator - b.validator);
    if (votes.size - equal.length < needed) return undefined;
  }
  return undefined;
}

export function newTimers(parameters: Parameters): Timers {
  return {
    monotonicMs: undefined,
    wallMs: undefined,
    elapsedMs: 0,
    timeoutMs: parameters.baseTimeoutMs,
    progressMs: 0,
    newViewMs: 0,
    sinceBlockMs: 0,
    inViewMs: 0,
    sinceStatusMs: 0,
    sinceResendMs: 0,
    sinceCatchUpMs: 0,
  };
}

/** What a replica needs before its journal is read. */
export type NewReplica = Pick<
  ReplicaStart,
  "chainId" | "self" | "validators" | "parameters" | "previous"
>;

export function newReplica(options: NewReplica): Replica {
  const n = options.validators.validators.length;
  const base = epochBase(options.validators);
  const { chainId, self, validators, parameters, previous } = options;
  return {
    ...{ chainId, self, validators, parameters, previous },
    n,
    faulty: maximumFaulty(n),
    quorum: quorum(n),
    view: 0,
    active: true,
    newView: undefined,
    newViewMaximum: base,
    certified: base,
    certificate: undefined,
    activationHeight: undefined,
    closed: false,
    certifiedDurable: base,
    certifiedAtEntry: base,
    committedThrough: base,
    executed: base,
    executeRequested: base,
    headers: new Map(),
    certifiedHeaders: new Map(),
    waitingCertificates: new Map(),
    slots: new Map(),
    newViewRequested: undefined,
    suspecting: undefined,
    viewChanges: new Map(),
    suspects: new Map(),
    heard: new Map(),
    firstVotes: new Set(),
    unwrittenVotes: [],
    waitingPrePrepares: new Map(),
    ownCheckpoints: new Map(),
    timers: newTimers(options.parameters),
    judgement: newJudgement(),
    proposing: { nextHeight: base + 1, outstanding: undefined, timeMs: 0, declined: false },
    mempoolWaiting: false,
    answered: new Map(),
    answerWindowMs: 0,
    halted: new Set(),
    effects: [],
  };
}

/** Records the executed header of a height; the newest `window` below S are kept for comparison. */
export function rememberExecuted(replica: Replica, block: ExecutedBlock): void {
  replica.headers.set(block.height, block.headerHash);
  forgetBelow(replica.headers, replica.certified - limits.window);
}

export function forgetBelow(entries: Map<number, unknown>, lowest: number): void {
  for (const height of entries.keys()) if (height < lowest) entries.delete(height);
}
