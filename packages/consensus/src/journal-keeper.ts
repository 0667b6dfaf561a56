import type { JournalRecord } from "@cartorio/protocol";
import { type JournalRetention, journalRetention } from "./journal-retention.ts";

type Newest = NonNullable<JournalRetention["newest"]>;

// Records are immutable and read at every pruning: each is decoded once.
const retentions = new WeakMap<JournalRecord, JournalRetention>();

function retentionOf(record: JournalRecord): JournalRetention {
  const known = retentions.get(record);
  if (known !== undefined) return known;
  const retention = journalRetention(record);
  retentions.set(record, retention);
  return retention;
}

function isOlder(left: Newest, right: Newest): boolean {
  return left.epoch === right.epoch ? left.view < right.view : left.epoch < right.epoch;
}

/**
 * Which records stay once `certifiedHeight` is durable with its block, and a certificate record of this
 * height or a higher one is in the journal (docs/consensus.md 9).
 */
export function journalKeeper(
  records: readonly JournalRecord[],
  certifiedHeight: number,
): (record: JournalRecord) => boolean {
  const newest = new Map<string, Newest>();
  for (const record of records) {
    const rule = retentionOf(record).newest;
    const known = rule && newest.get(rule.kind);
    if (rule !== undefined && (known === undefined || !isOlder(rule, known)))
      newest.set(rule.kind, rule);
  }
  return (record) => {
    const retention = retentionOf(record);
    if (retention.newest === undefined)
      return retention.height === undefined || retention.height > certifiedHeight;
    const known = newest.get(retention.newest.kind);
    return known === undefined || !isOlder(retention.newest, known);
  };
}
