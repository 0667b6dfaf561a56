// What a Byzantine validator or client may do (docs/consensus.md 13). A strategy sees what its validator
// receives, signs with its own key only, and shares with accomplices nothing but what it sends them.
// The simulator's engine and the entry point for real processes both run strategies through this port.
import type { ExecutedBlock, Replica, UnsignedMessage } from "@cartorio/consensus";
import type { ConsensusMessage } from "@cartorio/protocol";
import type { StoredBlock } from "./disk.ts";
import type { Random } from "./random.ts";

/** The validator that a strategy rides on: an honest replica runs underneath, on the same key. */
export interface Adversary {
  readonly index: number;
  readonly n: number;
  readonly random: Random;
  /** Monotonic milliseconds. */
  nowMs(): number;
  /** Wall clock of this validator, milliseconds. */
  wallMs(): number;
  /** Void after a crash of this validator. */
  after(delayMs: number, action: () => void): void;
  replica(): Replica | undefined;
  view(): number;
  epoch(): number;
  /** With the own key, for the own current epoch unless another one is named. */
  sign(message: UnsignedMessage, epoch?: number): ConsensusMessage;
  /** On the wire as it is, whatever it says; never goes through `outgoing` again. */
  send(to: readonly number[], message: ConsensusMessage): void;
  /** The same with bytes that need not decode. */
  sendBytes(to: readonly number[], bytes: Uint8Array): void;
  /** Other Byzantine validators (at most f in all). */
  readonly accomplices: readonly number[];
  /** All other validators of the epoch. */
  peers(): readonly number[];
  /** Would a correct validator take it: form and all signatures? */
  isValid(message: ConsensusMessage): boolean;
  /** Envelopes of a proposal, if this validator has all of them. */
  bodies(proposal: Uint8Array): readonly Uint8Array[] | undefined;
  /** The block that the honest part executed at this height, if it did. */
  executed(height: number): ExecutedBlock | undefined;
  /** Envelopes that wait in the own mempool, by exact bytes. */
  waiting(): readonly Uint8Array[];
  /** Passes an envelope to peers as gossip does. */
  gossip(to: readonly number[], envelope: Uint8Array): void;
}

/** A client under the adversary's control, beside the honest ones: it has its own keys. */
export interface AdversaryClient {
  readonly n: number;
  readonly random: Random;
  nowMs(): number;
  after(delayMs: number, action: () => void): void;
  /**
   * `valid`: a fresh transaction that can commit. `invalidInContext`: well-formed and signed, but its
   * receipt is an error (unknown DID, stale version). `signedAgain`: the body of the last `valid`
   * with another valid set of signatures, so other bytes; undefined if the scheme has none.
   */
  create(what: "valid" | "invalidInContext" | "signedAgain"): Uint8Array | undefined;
  /** Envelopes of honest clients that it has seen. */
  seen(): readonly Uint8Array[];
  submit(to: readonly number[], envelope: Uint8Array): void;
}

/** The answer to a validator that may not sign before it knows what its key has said. */
export interface ShownVotes {
  readonly epoch: number;
  /** The one that answers may not sign itself. */
  readonly amnesia: boolean;
  readonly messages: readonly ConsensusMessage[];
}

/** What the engine does to the disk of the Byzantine validator, instead of or beside its messages. */
export type DiskTrick = "journalRolledBack" | "directoryRestored" | "wiped";

/**
 * Every hook is optional; without it the validator does what an honest one does. State lives in the
 * object, one per run and validator. No hook may throw: what reaches it may be anything.
 */
export interface Strategy {
  readonly name: string;
  /** Its throughput floor is that of flooding (docs/consensus.md 13). */
  readonly flooding?: boolean;
  /** The engine does this once at a random time before the heal; the node then restarts as any other. */
  readonly disk?: DiskTrick;
  /** The validator is to be removed by a set change of the run and goes on ticking after it. */
  readonly removed?: boolean;
  /** Replaces every send of the honest part (own messages, relays, Status); `to` are validator indices. */
  outgoing?(a: Adversary, to: readonly number[], message: ConsensusMessage): void;
  /** Before the honest part sees it, valid or not; false: it does not see it. */
  incoming?(a: Adversary, from: number, message: ConsensusMessage): boolean;
  /** Every 50 ms. */
  tick?(a: Adversary): void;
  /** Envelope hashes of the own proposal, out of those that an honest primary would take. */
  build?(a: Adversary, hashes: readonly Uint8Array[]): readonly Uint8Array[];
  /** Time of the own proposal, given the one of an honest primary. */
  proposalTime?(a: Adversary, wallMs: number): number;
  /** Asked for proposals or envelopes by a peer; false: no answer. */
  answerBodies?(a: Adversary, from: number): boolean;
  /** Blocks for a peer that catches up. */
  answerBlocks?(a: Adversary, blocks: readonly StoredBlock[]): readonly StoredBlock[];
  /** What a validator that starts is told of its own votes (docs/consensus.md 9); undefined: nothing. */
  answerOwnVotes?(a: Adversary, asker: number, shown: ShownVotes): ShownVotes | undefined;
  /** Every 100 ms for a hostile client of the run. */
  client?(client: AdversaryClient): void;
}

/** One line of the table: `--strategy NAME`, the README and `devnet --byzantine N:NAME` use it. */
export interface StrategyEntry {
  readonly name: string;
  /** What it does, one line. */
  readonly line: string;
  readonly create: () => Strategy;
}
