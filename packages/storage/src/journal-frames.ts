import { createHash } from "node:crypto";
import { equalBytes } from "@cartorio/crypto";
import {
  decodeJournalFrame,
  decodeJournalRecord,
  encodeJournalFrame,
  encodeJournalRecord,
  type JournalRecord,
  tags,
} from "@cartorio/protocol";
import { openValue } from "./checksum.ts";
import { damagedValue } from "./errors.ts";
import type { KeyValueStore, KeyValueWrite } from "./key-value.ts";
import { keyRanges, keys, NUMBER_BYTES, readNumber, writeNumber } from "./keys.ts";
import { put, readValue } from "./sealed-store.ts";

const HASH_BYTES = 32;

/** A record with its running number. */
export interface JournalEntry {
  readonly sequence: number;
  readonly record: JournalRecord;
}

/** Where the chain of frames ends. */
export interface JournalTail {
  readonly nextSequence: number;
  /** Hash of the newest frame; 32 zero bytes before the first. */
  readonly newestHash: Uint8Array;
}

/** Records that were pruned: from `from` up to, not including, `to`. */
export interface JournalGap {
  readonly from: number;
  readonly to: number;
}

export interface JournalContent {
  readonly entries: readonly JournalEntry[];
  readonly tail: JournalTail;
}

/** The tail of a journal that holds nothing yet. */
export const emptyTail: JournalTail = { nextSequence: 0, newestHash: new Uint8Array(HASH_BYTES) };

/** The write of the record after `tail`, and the tail after it. */
export function frameWrite(
  tail: JournalTail,
  record: JournalRecord,
): { readonly write: KeyValueWrite; readonly tail: JournalTail } {
  const frame = encodeJournalFrame({
    sequence: tail.nextSequence,
    previousHash: tail.newestHash,
    record: encodeJournalRecord(record),
  });
  return {
    write: put(keys.journalFrame(tail.nextSequence), frame),
    tail: { nextSequence: tail.nextSequence + 1, newestHash: frameHash(frame) },
  };
}

/** The write of the tail: goes into the same batch as the frames before it. */
export function tailWrite(tail: JournalTail): KeyValueWrite {
  const value = new Uint8Array(NUMBER_BYTES + HASH_BYTES);
  writeNumber(value, 0, tail.nextSequence);
  value.set(tail.newestHash, NUMBER_BYTES);
  return put(keys.journalHead(), value);
}

/** Frames carry whole blocks, so the hash is the native one: the same SHA-256 with the same tag. */
function frameHash(frame: Uint8Array): Uint8Array {
  const digest = createHash("sha256").update(tags.journal, "ascii").update(frame).digest();
  return new Uint8Array(digest);
}

/**
 * Reads all frames and checks running numbers and hash chain from the first to the tail. Only gaps
 * that pruning wrote down are accepted. Throws DATABASE_CORRUPT.
 */
export async function readJournal(store: KeyValueStore): Promise<JournalContent> {
  const tail = readTail(store);
  const gaps = await readGaps(store);
  const entries: JournalEntry[] = [];
  let expected = 0;
  let previousHash: Uint8Array | undefined = emptyTail.newestHash;
  for await (const [key, sealed] of store.entries(keyRanges.journalFrame)) {
    const frameBytes = openValue(key, sealed, "a journal record");
    const frame = decodeJournalFrame(frameBytes);
    const sequence = readNumber(key, 1);
    if (!frame.ok || frame.value.sequence !== sequence) {
      throw damagedValue(`journal record ${sequence} cannot be decoded`, key);
    }
    if (sequence !== expected) {
      assertPruned(gaps, { from: expected, to: sequence });
    } else if (previousHash === undefined || !equalBytes(frame.value.previousHash, previousHash)) {
      throw damagedValue(`journal record ${sequence} does not follow the one before it`, key);
    }
    const record = decodeJournalRecord(frame.value.record);
    if (!record.ok) {
      throw damagedValue(`journal record ${sequence} cannot be decoded (${record.code})`, key);
    }
    entries.push({ sequence, record: record.value });
    previousHash = frameHash(frameBytes);
    expected = sequence + 1;
  }
  if (expected !== tail.nextSequence) {
    assertPruned(gaps, { from: expected, to: tail.nextSequence });
  } else if (!equalBytes(previousHash, tail.newestHash)) {
    throw damagedValue("the newest journal record is not the one last written", keys.journalHead());
  }
  return { entries, tail };
}

function readTail(store: KeyValueStore): JournalTail {
  const value = readValue(store, keys.journalHead(), "the journal's tail");
  if (value === undefined) return emptyTail;
  return { nextSequence: readNumber(value, 0), newestHash: value.slice(NUMBER_BYTES) };
}

async function readGaps(store: KeyValueStore): Promise<ReadonlyMap<number, number>> {
  const gaps = new Map<number, number>();
  for await (const [key, sealed] of store.entries(keyRanges.journalGap)) {
    gaps.set(readNumber(key, 1), readNumber(openValue(key, sealed, "a journal gap"), 0));
  }
  return gaps;
}

function assertPruned(gaps: ReadonlyMap<number, number>, gap: JournalGap): void {
  if (gaps.get(gap.to) === gap.from) return;
  throw damagedValue(
    `journal records ${gap.from} to ${gap.to - 1} are missing and were not pruned`,
    keys.journalFrame(gap.from),
  );
}
