import { bitAt, emptyHash, leafHashOf, nodeHash, recordHash } from "@cartorio/protocol";

export interface Leaf {
  readonly key: Uint8Array;
  readonly record: Uint8Array;
}

/** The definition of docs/ledger.md 4, bit by bit, from the set of leaves. */
export function naiveRoot(leaves: readonly Leaf[], depth = 0): Uint8Array {
  const [first] = leaves;
  if (first === undefined) return emptyHash;
  if (leaves.length === 1) return leafHashOf(first.key, recordHash(first.record));
  const side = (bit: number): Leaf[] => leaves.filter(({ key }) => bitAt(key, depth) === bit);
  return nodeHash(naiveRoot(side(0), depth + 1), naiveRoot(side(1), depth + 1));
}
