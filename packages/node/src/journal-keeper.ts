import { type JournalRetention, journalRetention } from "@cartorio/consensus";
import type { JournalRecord } from "@cartorio/protocol";

// Records are immutable and read at every pruning: each is decoded once.
const retentions = new WeakMap<JournalRecord, JournalRetention>();

function retentionOf(record: JournalRecord): JournalRetention {
  const known = retentions.get(record);
  if (known !== undefined) return known;
  const retention = journalRetention(record);
  retentions.set(record, retention);
  return retention;
}

/** Which records stay once `certifiedHeight` is durable with its block (docs/consensus.md 9). */
export function journalKeeper(
  records: readonly JournalRecord[],
  certifiedHeight: number,
): (record: JournalRecord) => boolean {
  const newest = new Map<string, number>();
  for (const record of records) {
    const kind = retentionOf(record).newest;
    if (kind !== undefined) newest.set(kind.kind, Math.max(newest.get(kind.kind) ?? 0, kind.view));
  }
  return (record) => {
    const retention = retentionOf(record);
    if (retention.newest !== undefined)
      return retention.newest.view >= (newest.get(retention.newest.kind) ?? 0);
    return retention.height === undefined || retention.height > certifiedHeight;
  };
}
