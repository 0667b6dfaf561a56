// Journal and guard of a validator (docs/consensus.md 9): what it opens before its first vote. A
// journal that may lack votes is moved aside, and the guard remembers under a fresh incarnation that
// this validator must re-enter.
import { randomBytes } from "node:crypto";
import { copyFile, readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { equalBytes } from "@cartorio/crypto";
import {
  type ErrorCode,
  errorCodes,
  type GuardRecord,
  type JournalRecord,
} from "@cartorio/protocol";
import {
  createVoteGuard,
  openOrCreateVoteJournal,
  openVoteJournal,
  StorageError,
  type VoteGuard,
  type VoteJournal,
} from "@cartorio/storage";

/** Why a validator may not vote in this epoch any more. */
export const amnesiaCodes = ["JOURNAL_MISSING", "JOURNAL_DAMAGED", "JOURNAL_ROLLED_BACK"] as const;
export type AmnesiaCode = (typeof amnesiaCodes)[number];

export interface VotingRecord {
  readonly journal: VoteJournal;
  /** Newest content of the guard file. */
  readonly guard: () => GuardRecord;
  /** Set: never a signature before a validator set names the guard's incarnation. */
  readonly mustReenter: () => AmnesiaCode | undefined;
  /** Raises the guard when its share of votes is used up; resolves when that is durable. */
  readonly beforeSigning: (votes: number) => Promise<void>;
  /** From now on votes are of this epoch; durable when it resolves. */
  readonly enterEpoch: (epoch: number) => Promise<void>;
  /** The journal holds every vote of its key, and may be voted with; durable when it resolves. */
  readonly complete: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Few enough that a restored journal is noticed, many enough that its fsync does not count. */
const votesPerGuard = 1_000;

export interface VotingRecordOptions {
  readonly directory: string;
  readonly chainId: Uint8Array;
  readonly epoch: number;
  /** Whether this data directory has executed blocks of an epoch in which the key votes: then a journal must be there. */
  readonly hasHistory: boolean;
  readonly onMovedAside?: (code: AmnesiaCode, reason: string, path: string) => void;
}

/**
 * Opens, or on a new data directory creates, journal and guard, and raises the guard once. What is
 * missing, damaged or older than its guard is moved aside and begun anew, with `mustReenter`.
 *
 * @throws StorageError DATABASE_FOREIGN, DATABASE_NEWER, DATABASE_LOCKED, DATABASE_UNAVAILABLE, DISK_FULL
 */
export async function openVotingRecord(options: VotingRecordOptions): Promise<VotingRecord> {
  const guard = createVoteGuard(options.directory);
  const known = readGuard(guard);
  if (known instanceof Forgotten) return beginAnew(options, known, undefined);
  const opened = await openJournal(options, known);
  if (opened instanceof Forgotten) return beginAnew(options, opened, known);
  const journalled = newestGuard(opened.records);
  return recordOf(options, {
    guard,
    journal: opened,
    current: {
      ...(known ?? journalled ?? firstGuard(options)),
      counter: Math.max(known?.counter ?? 0, journalled?.counter ?? 0),
    },
  });
}

/** The journal cannot be trusted any more, as peers showed: moved aside, with a fresh incarnation. */
export async function forgetVotes(
  options: VotingRecordOptions,
  record: VotingRecord,
  reason: string,
): Promise<VotingRecord> {
  await record.close();
  return beginAnew(options, new Forgotten("JOURNAL_ROLLED_BACK", reason), undefined);
}

class Forgotten {
  readonly code: AmnesiaCode;
  readonly reason: string;

  constructor(code: AmnesiaCode, reason: string) {
    this.code = code;
    this.reason = reason;
  }
}

function firstGuard({ chainId, epoch }: VotingRecordOptions): GuardRecord {
  const incarnation = Uint8Array.from(randomBytes(16));
  return { chainId, epoch, incarnation, counter: 0, mustReenter: 0, complete: false };
}

function readGuard(guard: VoteGuard): GuardRecord | undefined | Forgotten {
  try {
    return guard.read();
  } catch (error) {
    return forgottenBy(error);
  }
}

/** Failures that cost the votes; any other is thrown on. */
function forgottenBy(error: unknown): Forgotten {
  if (error instanceof StorageError) {
    const { code, message } = error;
    if (code === "JOURNAL_DAMAGED" || code === "JOURNAL_MISSING")
      return new Forgotten(code, message);
  }
  throw error;
}

async function openJournal(
  options: VotingRecordOptions,
  known: GuardRecord | undefined,
): Promise<VoteJournal | Forgotten> {
  const directory = join(options.directory, "journal");
  const mustExist = known !== undefined || options.hasHistory;
  const open = mustExist ? openVoteJournal : openOrCreateVoteJournal;
  let journal: VoteJournal;
  try {
    journal = await open(directory, options.chainId);
  } catch (error) {
    return forgottenBy(error);
  }
  const problem = journalProblem(options, journal.records, known);
  if (problem !== undefined) await journal.close();
  return problem ?? journal;
}

function journalProblem(
  options: VotingRecordOptions,
  records: readonly JournalRecord[],
  known: GuardRecord | undefined,
): Forgotten | undefined {
  const guardPath = join(options.directory, "guard");
  const journalled = newestGuard(records);
  if (known === undefined) {
    if (!mustHaveGuard(records, options.hasHistory)) return undefined;
    const reason = `${guardPath} is missing, so that an old journal could pass for the newest`;
    return new Forgotten("JOURNAL_DAMAGED", reason);
  }
  if (!equalBytes(known.chainId, options.chainId))
    throw new StorageError("DATABASE_FOREIGN", `${guardPath} belongs to another network`);
  const isOther =
    journalled !== undefined && !equalBytes(journalled.incarnation, known.incarnation);
  if (!isOther && (journalled?.counter ?? 0) >= known.counter) return undefined;
  return new Forgotten("JOURNAL_ROLLED_BACK", "the vote journal is older than its guard");
}

/** Only the very first start, before its first vote, may be interrupted between journal and guard. */
function mustHaveGuard(records: readonly JournalRecord[], hasHistory: boolean): boolean {
  return (
    hasHistory || records.some((record) => record.kind !== "guard" || record.guard.counter > 1)
  );
}

function newestGuard(records: readonly JournalRecord[]): GuardRecord | undefined {
  return records.findLast((record) => record.kind === "guard")?.guard;
}

/**
 * The guard goes first: whatever a crash leaves of the rest, the next start knows that it must
 * re-enter. An incarnation under which nothing was signed yet is kept: it may be on its way already.
 */
async function beginAnew(
  options: VotingRecordOptions,
  { code, reason }: Forgotten,
  known: GuardRecord | undefined,
): Promise<VotingRecord> {
  const { directory } = options;
  const unused = known !== undefined && known.mustReenter !== 0;
  const first = firstGuard(options);
  const current: GuardRecord = {
    ...first,
    incarnation: unused ? known.incarnation : first.incarnation,
    mustReenter: errorCodes[code].number,
  };
  const number = await freeNumber(directory);
  await copyFile(join(directory, "guard"), asidePath(directory, "guard", number)).catch(
    ignoreMissing,
  );
  const guard = createVoteGuard(directory);
  await guard.write(current);
  const aside = asidePath(directory, "journal", number);
  await rename(join(directory, "journal"), aside).catch(ignoreMissing);
  options.onMovedAside?.(code, reason, aside);
  const journal = await openOrCreateVoteJournal(join(directory, "journal"), options.chainId);
  return recordOf(options, { guard, journal, current });
}

function asidePath(directory: string, what: "journal" | "guard", number: number): string {
  return join(directory, `${what}.aside-${number}`);
}

async function freeNumber(directory: string): Promise<number> {
  const names = await readdir(directory);
  const numbers = names.flatMap((name) => {
    const number = /^(?:journal|guard)\.aside-(\d+)$/.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  return Math.max(0, ...numbers) + 1;
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
}

interface RecordParts {
  readonly guard: VoteGuard;
  readonly journal: VoteJournal;
  current: GuardRecord;
}

async function recordOf(options: VotingRecordOptions, parts: RecordParts): Promise<VotingRecord> {
  const { journal, guard } = parts;
  // Journal first: a crash between the two leaves a journal that is newer than its guard.
  const raise = async (changes: Partial<GuardRecord> = {}): Promise<void> => {
    parts.current = { ...parts.current, ...changes, counter: parts.current.counter + 1 };
    const { current } = parts;
    await journal.append([{ kind: "guard", guard: current }]);
    await guard.write(current);
  };
  try {
    // Never lower: a rebuilt state may lag behind what was voted.
    await raise({ epoch: Math.max(options.epoch, parts.current.epoch) });
  } catch (error) {
    await journal.close();
    throw error;
  }
  let left = votesPerGuard;
  return {
    journal,
    guard: () => parts.current,
    mustReenter: () => amnesiaCodeOf(parts.current.mustReenter),
    beforeSigning: async (votes) => {
      left -= votes;
      if (left > 0) return;
      left = votesPerGuard;
      await raise();
    },
    enterEpoch: (epoch) => raise({ epoch }),
    complete: async () => {
      if (!parts.current.complete || parts.current.mustReenter !== 0)
        await raise({ complete: true, mustReenter: 0 });
    },
    close: () => journal.close(),
  };
}

/** What a newer version may have written counts as damage: it must not vote either. */
function amnesiaCodeOf(number: number): AmnesiaCode | undefined {
  if (number === 0) return undefined;
  const isOf = (code: ErrorCode): boolean => errorCodes[code].number === number;
  return amnesiaCodes.find(isOf) ?? "JOURNAL_DAMAGED";
}
