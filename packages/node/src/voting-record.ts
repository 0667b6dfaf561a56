// Journal and guard of a validator (docs/consensus.md 9): what it opens before its first vote.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { GuardRecord, JournalRecord } from "@cartorio/protocol";
import {
  createVoteGuard,
  openOrCreateVoteJournal,
  openVoteJournal,
  type VoteJournal,
} from "@cartorio/storage";
import { NodeError } from "./node-error.ts";

export interface VotingRecord {
  readonly journal: VoteJournal;
  /** Raises the guard when its share of votes is used up; resolves when that is durable. */
  readonly beforeSigning: (votes: number) => Promise<void>;
}

/** Few enough that a restored journal is noticed, many enough that its fsync does not count. */
const votesPerGuard = 1_000;

export interface VotingRecordOptions {
  readonly directory: string;
  readonly chainId: Uint8Array;
  readonly epoch: number;
  /** Whether this data directory has executed blocks: then a journal must be there. */
  readonly hasHistory: boolean;
}

/**
 * Opens, or on a new data directory creates, journal and guard, and raises the guard once.
 *
 * @throws NodeError JOURNAL_ROLLED_BACK, JOURNAL_DAMAGED (no guard); StorageError JOURNAL_MISSING, JOURNAL_DAMAGED, DATABASE_FOREIGN
 */
export async function openVotingRecord(options: VotingRecordOptions): Promise<VotingRecord> {
  const directory = join(options.directory, "journal");
  const guard = createVoteGuard(options.directory);
  const known = guard.read();
  const mustExist = known !== undefined || options.hasHistory;
  const open = mustExist ? openVoteJournal : openOrCreateVoteJournal;
  const journal = await open(directory, options.chainId);
  try {
    const journalled = newestGuard(journal.records);
    if (known === undefined && mustHaveGuard(journal.records, options.hasHistory))
      throw guardMissing(options.directory);
    if (known !== undefined && (journalled?.counter ?? 0) < known.counter)
      throw rolledBack(directory);
    let current: GuardRecord = {
      chainId: options.chainId,
      epoch: options.epoch,
      incarnation: known?.incarnation ?? journalled?.incarnation ?? randomBytes(16),
      counter: Math.max(known?.counter ?? 0, journalled?.counter ?? 0),
      mustReenter: 0,
    };
    // Journal first: a crash between the two leaves a journal that is newer than its guard.
    const raise = async (): Promise<void> => {
      current = { ...current, counter: current.counter + 1 };
      await journal.append([{ kind: "guard", guard: current }]);
      await guard.write(current);
    };
    await raise();
    let left = votesPerGuard;
    const beforeSigning = async (votes: number): Promise<void> => {
      left -= votes;
      if (left > 0) return;
      left = votesPerGuard;
      await raise();
    };
    return { journal, beforeSigning };
  } catch (error) {
    await journal.close();
    throw error;
  }
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

const amnesia =
  "A validator that votes without its journal could contradict its own votes. Restore the folder " +
  "from the disk it was on; a copy from a backup will not do. If it is lost, this validator must " +
  "stay down until its member re-enters it.";

function guardMissing(directory: string): NodeError {
  const message = `${join(directory, "guard")} is missing, so that an old journal could pass for the newest. ${amnesia}`;
  return new NodeError("JOURNAL_DAMAGED", message);
}

function rolledBack(directory: string): NodeError {
  const message = `the vote journal ${directory} is older than its guard. ${amnesia}`;
  return new NodeError("JOURNAL_ROLLED_BACK", message);
}
