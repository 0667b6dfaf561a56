import type { JournalRecord } from "@cartorio/protocol";
import {
  frameWrite,
  type JournalEntry,
  type JournalTail,
  readJournal,
  tailWrite,
} from "./journal-frames.ts";
import type { KeyValueStore, KeyValueWrite } from "./key-value.ts";
import { keys, numberBytes } from "./keys.ts";
import type { VoteJournal } from "./ports.ts";
import { put, remove } from "./sealed-store.ts";

/** A journal on a database; checks numbers and hash chain first. Throws DATABASE_CORRUPT. */
export async function voteJournalOn(store: KeyValueStore): Promise<VoteJournal> {
  const { entries, tail } = await readJournal(store);
  return new KeyValueVoteJournal(store, entries, tail);
}

/**
 * Pruning keeps the order of records and never rewrites one: where records are dropped, a gap
 * record under the number of the next kept one says from which number on. So one long-lived record
 * (the NewView of the current view) blocks nothing, and what is kept is checked as before: numbers
 * without an unexplained hole, each record following its neighbour.
 */
class KeyValueVoteJournal implements VoteJournal {
  readonly #store: KeyValueStore;
  #entries: JournalEntry[];
  #tail: JournalTail;
  #durableSequence: number;
  /** Start of the gap that ends before a number. */
  #gaps: ReadonlyMap<number, number>;

  constructor(store: KeyValueStore, entries: readonly JournalEntry[], tail: JournalTail) {
    this.#store = store;
    this.#entries = [...entries];
    this.#tail = tail;
    this.#durableSequence = tail.nextSequence;
    this.#gaps = gapsBetween(this.#entries, tail.nextSequence);
  }

  get records(): readonly JournalRecord[] {
    return this.#entries.map((entry) => entry.record);
  }

  async append(records: readonly JournalRecord[]): Promise<void> {
    if (records.length === 0) return;
    let tail = this.#tail;
    const writes: KeyValueWrite[] = [];
    for (const record of records) {
      const frame = frameWrite(tail, record);
      writes.push(frame.write);
      tail = frame.tail;
    }
    // Only now: a record that cannot be encoded must leave no hole in the numbers.
    for (const [index, record] of records.entries()) {
      this.#entries.push({ sequence: this.#tail.nextSequence + index, record });
    }
    this.#tail = tail;
    writes.push(tailWrite(tail));
    await this.#store.write(writes);
    this.#durableSequence = Math.max(this.#durableSequence, tail.nextSequence);
  }

  async prune(keep: (record: JournalRecord) => boolean): Promise<void> {
    const durable = this.#durableSequence;
    const kept: JournalEntry[] = [];
    const writes: KeyValueWrite[] = [];
    for (const entry of this.#entries) {
      if (entry.sequence >= durable || keep(entry.record)) kept.push(entry);
      else writes.push(remove(keys.journalFrame(entry.sequence)));
    }
    if (writes.length === 0) return;
    const gaps = gapsBetween(kept, this.#tail.nextSequence);
    for (const [end, start] of gaps) {
      if (this.#gaps.get(end) !== start) writes.push(put(keys.journalGap(end), numberBytes(start)));
    }
    for (const end of this.#gaps.keys()) {
      if (!gaps.has(end)) writes.push(remove(keys.journalGap(end)));
    }
    this.#entries = kept;
    this.#gaps = gaps;
    await this.#store.write(writes);
  }

  close(): Promise<void> {
    return this.#store.close();
  }
}

/** Holes in the running numbers: the number after each hole, and where the hole starts. */
function gapsBetween(
  entries: readonly JournalEntry[],
  nextSequence: number,
): ReadonlyMap<number, number> {
  const gaps = new Map<number, number>();
  let expected = 0;
  for (const { sequence } of entries) {
    if (sequence !== expected) gaps.set(sequence, expected);
    expected = sequence + 1;
  }
  if (nextSequence !== expected) gaps.set(nextSequence, expected);
  return gaps;
}
