// May a validator sign in this epoch? Asked at every start, before its first signature: a journal that was
// lost, or came back older than what its key has said, must not vote (docs/consensus.md 9). What is no
// signature of its own may leave before: a Status of an older epoch must be answered with that epoch's last
// certificate, as who lacks it may be one of those whose answer is waited for here.
import { equalBytes } from "@cartorio/crypto";
import type {
  ConsensusMessage,
  FinalityCertificate,
  GuardRecord,
  JournalRecord,
  ValidatorSet,
} from "@cartorio/protocol";
import { isAheadOfJournal, type JournalKnowledge, journalKnowledge } from "./journal-knowledge.ts";
import { epochBase, type Replica } from "./state.ts";
import type { Verified } from "./types.ts";

/** What a peer says when it is asked for the newest messages of one key. */
export interface EntryAnswer {
  /** The peer's own epoch: an answer from another one counts for nothing. */
  readonly epoch: number;
  /** The peer itself may not sign in this epoch, so that it vouches for nothing. */
  readonly amnesia: boolean;
  /**
   * The peer's journal is new and has not passed this check. It has heard nobody, and vouches only for others
   * like it, before the first certificate of the epoch: at the first start of a network all are.
   */
  readonly fresh: boolean;
  /** The newest certificate that it holds of this epoch. */
  readonly certificate: Verified<FinalityCertificate> | undefined;
  /** Messages of the asking key in this epoch; others are ignored. */
  readonly messages: readonly Verified<ConsensusMessage>[];
}

/**
 * - `ask`: fewer than Q-1 peers have answered yet;
 * - `behind`: the guard has voted in a later epoch: follow the chain to it, then ask anew;
 * - `enter`: sign;
 * - `amnesia`: never sign in this epoch. The way back is `validator.reenter` with the guard's incarnation;
 * - `quorumLost`: so many are in that state that no quorum is left (JOURNAL_QUORUM_LOST).
 */
export type EntryVerdict = "ask" | "behind" | "enter" | "amnesia" | "quorumLost";

export interface EntryOptions {
  readonly replica: Replica;
  /** As written at this start. */
  readonly guard: GuardRecord;
  /** The journal's records as they were when the replica was made. */
  readonly journal: readonly JournalRecord[];
  /** The journal was made at this start, or after the loss of another one: it proves no earlier silence. */
  readonly isFresh: boolean;
}

/** Owned by the shell; changed only by `takeEntryAnswer`. */
export interface Entry {
  readonly self: number | undefined;
  readonly validators: ValidatorSet;
  readonly quorum: number;
  readonly guard: GuardRecord;
  readonly isFresh: boolean;
  readonly knowledge: JournalKnowledge;
  readonly answers: Map<number, EntryAnswer>;
  /** An answer showed that the journal lacks something; a later one of its sender takes nothing back. */
  lacksShown: boolean;
}

export function createEntry({ replica, guard, journal, isFresh }: EntryOptions): Entry {
  const { self, validators, quorum } = replica;
  const { epoch } = validators;
  const knowledge = journalKnowledge(journal, { epoch, base: epochBase(validators) });
  return {
    self,
    validators,
    quorum,
    guard,
    isFresh,
    knowledge,
    answers: new Map(),
    lacksShown: false,
  };
}

/** One answer per validator; a newer one replaces it. */
export function takeEntryAnswer(entry: Entry, from: number, answer: EntryAnswer): void {
  if (from === entry.self || entry.validators.validators[from] === undefined) return;
  if (answer.epoch !== entry.validators.epoch) return;
  entry.answers.set(from, answer);
  entry.lacksShown ||= showsLack(entry, answer);
}

export function entryVerdict(entry: Entry): EntryVerdict {
  if (entry.self === undefined || entry.guard.epoch > entry.validators.epoch) return "behind";
  if (!isForgetful(entry)) return answersThatVouch(entry) >= entry.quorum - 1 ? "enter" : "ask";
  let forgetful = 1;
  for (const { amnesia } of entry.answers.values()) if (amnesia) forgetful += 1;
  const n = entry.validators.validators.length;
  return n - forgetful < entry.quorum ? "quorumLost" : "amnesia";
}

/**
 * Answers so far that count towards the Q-1 that a first signature needs. New journals vouch for each
 * other while the epoch has certified nothing; from then on only those count that may have heard of a
 * vote. Else of two that were wiped together each takes the other's word (docs/consensus.md 9).
 */
export function answersThatVouch(entry: Entry): number {
  const answers = [...entry.answers.values()];
  const hasBegun = answers.some(({ certificate }) => certificate !== undefined);
  const doFreshCount = entry.isFresh && !hasBegun;
  return answers.filter(({ amnesia, fresh }) => !amnesia && (!fresh || doFreshCount)).length;
}

function isForgetful({ self, validators, guard, lacksShown }: Entry): boolean {
  const named = incarnationNamed(validators, self);
  const isNamedHere = named !== undefined && equalBytes(named, guard.incarnation);
  // Only the activation of the operation that names its own incarnation lets a validator back in.
  return lacksShown || ((named !== undefined || guard.mustReenter > 0) && !isNamedHere);
}

function incarnationNamed(
  { validators }: ValidatorSet,
  self: number | undefined,
): Uint8Array | undefined {
  const named = self === undefined ? undefined : validators[self]?.incarnation;
  return named === undefined || named.length === 0 ? undefined : named;
}

/** Does the answer prove that the journal is not all that its key has said, or may have? */
function showsLack({ self, knowledge }: Entry, { messages }: EntryAnswer): boolean {
  for (const message of messages) {
    if (message.kind === "status" || message.kind === "certificate") continue;
    if (message.value.validator === self && isAheadOfJournal(knowledge, message)) return true;
  }
  return false;
}
