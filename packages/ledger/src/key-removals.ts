import { byteKey } from "@cartorio/crypto";
import {
  type ErrorCode,
  type KeyRemoval,
  type KeyRemovalRecord,
  keyRemovalRecord,
  removalReason,
  stateKeys,
} from "@cartorio/protocol";
import { hasCome, settledTime } from "./reported-time.ts";
import { readDecoded, type TransactionState, writeRecord } from "./state.ts";

/** What an operation does to the keys of a document or of a control state. */
export interface KeyChange {
  readonly did: string;
  readonly before: readonly Uint8Array[];
  readonly after: readonly Uint8Array[];
  readonly removals: readonly KeyRemoval[];
}

/**
 * Every key that leaves is named once: retired, or compromised since a time that has come. A key that left before may be named too, if that makes its record worse: retired
 * becomes compromised, or the time earlier. No key comes back that ever left, neither to the document
 * nor to the control keys (docs/ledger.md 2). Codes: KEY_REMOVAL_INVALID, KEY_REMOVED.
 */
export function checkKeyChange(state: TransactionState, change: KeyChange): ErrorCode | undefined {
  const { did, before, after, removals } = change;
  const open = new Set(keysThatLeave(before, after).map(byteKey));
  const named = new Set<string>();
  const kept = new Set(after.map(byteKey));
  for (const removal of removals) {
    const key = byteKey(removal.multikey);
    if (!isReasonValid(state, removal) || named.has(key)) return "KEY_REMOVAL_INVALID";
    named.add(key);
    if (open.delete(key)) continue;
    const known = readKeyRemoval(state, did, removal.multikey);
    const isLateReport = known !== undefined && !kept.has(key) && isWorse(removal, known);
    if (!isLateReport) return "KEY_REMOVAL_INVALID";
  }
  if (open.size > 0) return "KEY_REMOVAL_INVALID";
  const added = keysThatLeave(after, before);
  const isBack = added.some((key) => readKeyRemoval(state, did, key) !== undefined);
  return isBack ? "KEY_REMOVED" : undefined;
}

/** Removals as they are kept: see `settledTime`. */
export function settledRemovals(
  state: TransactionState,
  removals: readonly KeyRemoval[],
): KeyRemoval[] {
  return removals.map((removal) => ({ ...removal, since: settledTime(state, removal.since) }));
}

/** A new version of a DID and the keys that it takes leave of. */
export interface RemovalsOfVersion {
  readonly did: string;
  readonly version: number;
  readonly removals: readonly KeyRemoval[];
}

/**
 * Writes one record per key that leaves. What is known already stands unless the report is worse: a
 * key that leaves document and control in turn keeps the worse of its two reports.
 */
export function recordKeyRemovals(
  state: TransactionState,
  { did, version, removals }: RemovalsOfVersion,
): void {
  const { time, height } = state.block;
  for (const removal of removals) {
    const known = readKeyRemoval(state, did, removal.multikey);
    if (known !== undefined && !isWorse(removal, known)) continue;
    const { multikey, reason, since } = removal;
    const record = keyRemovalRecord.encode({ reason, since, time, height, version });
    writeRecord(state, stateKeys.keyRemoval(did, multikey), record);
  }
}

function readKeyRemoval(
  state: TransactionState,
  did: string,
  multikey: Uint8Array,
): KeyRemovalRecord | undefined {
  return readDecoded(state, stateKeys.keyRemoval(did, multikey), keyRemovalRecord);
}

/** A report only ever gets worse, so that nothing that was refused is accepted later. */
function isWorse(removal: KeyRemoval, known: KeyRemovalRecord): boolean {
  if (removal.reason !== removalReason.compromised) return false;
  return known.reason !== removalReason.compromised || removal.since < known.since;
}

/** Keys of `before` that `after` does not hold. */
function keysThatLeave(before: readonly Uint8Array[], after: readonly Uint8Array[]): Uint8Array[] {
  const kept = new Set(after.map(byteKey));
  return before.filter((key) => !kept.has(byteKey(key)));
}

function isReasonValid(state: TransactionState, { reason, since }: KeyRemoval): boolean {
  if (reason === removalReason.retired) return since === 0;
  return reason === removalReason.compromised && since >= 1 && hasCome(state, since);
}
