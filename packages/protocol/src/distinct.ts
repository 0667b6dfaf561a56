import { compareBytes } from "@cartorio/crypto";

/** Few items are compared pair by pair: cheaper than sorting up to about this many. */
const pairwise = 8;

/** True if no two of the byte strings are equal. */
export function areDistinct(items: readonly Uint8Array[]): boolean {
  if (items.length > pairwise) return areSortedDistinct([...items].sort(compareBytes));
  return items.every((item, index) =>
    items.slice(index + 1).every((later) => compareBytes(item, later) !== 0),
  );
}

/** True if each byte string is greater than the one before. */
export function areSortedDistinct(items: readonly Uint8Array[]): boolean {
  let previous: Uint8Array | undefined;
  for (const item of items) {
    if (previous !== undefined && compareBytes(previous, item) >= 0) return false;
    previous = item;
  }
  return true;
}
