import { type ErrorCode, type KeyRemoval, removalReason } from "@cartorio/protocol";
import { byteKey } from "./byte-key.ts";

/** Keys of `before` that `after` does not hold. */
export function keysThatLeave(
  before: readonly Uint8Array[],
  after: readonly Uint8Array[],
): Uint8Array[] {
  const kept = new Set(after.map(byteKey));
  return before.filter((key) => !kept.has(byteKey(key)));
}

/**
 * Every key that leaves is named once and no other: retired, or compromised since a time that lies
 * in the past or is the block time (docs/ledger.md 2). Code: KEY_REMOVAL_INVALID.
 */
export function checkKeyRemovals(
  leaving: readonly Uint8Array[],
  removals: readonly KeyRemoval[],
  blockTime: number,
): ErrorCode | undefined {
  const open = new Set(leaving.map(byteKey));
  const isComplete =
    removals.every(
      (removal) => isReasonValid(removal, blockTime) && open.delete(byteKey(removal.multikey)),
    ) && open.size === 0;
  return isComplete ? undefined : "KEY_REMOVAL_INVALID";
}

function isReasonValid({ reason, since }: KeyRemoval, blockTime: number): boolean {
  if (reason === removalReason.retired) return since === 0;
  return reason === removalReason.compromised && since >= 1 && since <= blockTime;
}
