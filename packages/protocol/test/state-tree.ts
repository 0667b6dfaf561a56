// The state tree of docs/ledger.md 4 in its plainest form, to test verifiers against. It shares only
// the hash functions with the code under test.
import { hexEncode } from "@cartorio/crypto";
import {
  bitAt,
  emptyHash,
  type KeyRange,
  leafHash,
  type Multiproof,
  nodeHash,
  type OtherLeaf,
  recordHash,
} from "../src/index.ts";

export interface Leaf {
  readonly key: Uint8Array;
  readonly record: Uint8Array;
}

const same = (left: Uint8Array, right: Uint8Array): boolean => String(left) === String(right);
const side = (leaves: readonly Leaf[], depth: number, bit: 0 | 1): readonly Leaf[] =>
  leaves.filter((leaf) => bitAt(leaf.key, depth) === bit);

export function rootOf(leaves: readonly Leaf[], depth = 0): Uint8Array {
  const [only, ...more] = leaves;
  if (only === undefined) return emptyHash;
  if (more.length === 0) return leafHash(only.key, only.record);
  return nodeHash(
    rootOf(side(leaves, depth, 0), depth + 1),
    rootOf(side(leaves, depth, 1), depth + 1),
  );
}

interface Draft {
  readonly shape: number[];
  readonly hashes: Uint8Array[];
  readonly others: OtherLeaf[];
}

export function prove(leaves: readonly Leaf[], keys: readonly Uint8Array[]): Multiproof {
  const draft: Draft = { shape: [], hashes: [], others: [] };
  walk(draft, leaves, keys, 0);
  return { ...draft, shape: Uint8Array.from(draft.shape) };
}

function walk(draft: Draft, leaves: readonly Leaf[], ...rest: [readonly Uint8Array[], number]) {
  const [keys, depth] = rest;
  const [only, ...more] = leaves;
  if (only === undefined) {
    draft.shape.push(0);
  } else if (keys.length === 0) {
    draft.shape.push(3);
    draft.hashes.push(rootOf(leaves, depth));
  } else if (more.length > 0) {
    draft.shape.push(4);
    for (const bit of [0, 1] as const) {
      const below = keys.filter((key) => bitAt(key, depth) === bit);
      walk(draft, side(leaves, depth, bit), below, depth + 1);
    }
  } else if (keys.some((key) => same(key, only.key))) {
    draft.shape.push(1);
  } else {
    draft.shape.push(2);
    draft.others.push({ key: only.key, recordHash: recordHash(only.record) });
  }
}

/** The range below a prefix that is widened until it holds 256 records, or all there are. */
export function rangeOf(leaves: readonly Leaf[], key: Uint8Array, bits: number): KeyRange {
  const isBelow = (leaf: Leaf, depth: number): boolean =>
    Array.from({ length: depth }, (_, at) => at).every(
      (at) => bitAt(leaf.key, at) === bitAt(key, at),
    );
  const below = (depth: number): readonly Leaf[] => leaves.filter((leaf) => isBelow(leaf, depth));
  let prefixBits = bits;
  while (prefixBits > 0 && below(prefixBits).length < 256) prefixBits -= 1;
  const siblings = Array.from({ length: prefixBits }, (_, depth) =>
    rootOf(side(below(depth), depth, bitAt(key, depth) === 0 ? 1 : 0), depth + 1),
  );
  const prefix = new Uint8Array(Math.ceil(prefixBits / 8));
  for (let at = 0; at < prefixBits; at += 1)
    prefix[at >> 3] = (prefix[at >> 3] ?? 0) | (bitAt(key, at) << (7 - (at & 7)));
  const records = [...below(prefixBits)].sort((left, right) =>
    hexEncode(left.key) < hexEncode(right.key) ? -1 : 1,
  );
  return { prefixBits, prefix, siblings, records };
}
