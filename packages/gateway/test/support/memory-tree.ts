import { compareBytes, equalBytes } from "@cartorio/crypto";
import {
  bitAt,
  emptyHash,
  hasPrefix,
  leafHash,
  limits,
  type Multiproof,
  nodeHash,
  type OtherLeaf,
  prefixOf,
  proofSlot,
  recordHash,
} from "@cartorio/protocol";

/** A record of the state under its key. */
export interface Entry {
  readonly key: Uint8Array;
  readonly record: Uint8Array;
}

/** Root of the state tree by its definition (docs/ledger.md 4): slow, obvious, independent of `ledger`. */
export function treeRoot(entries: readonly Entry[], depth = 0): Uint8Array {
  const [only] = entries;
  if (only === undefined) return emptyHash;
  if (entries.length === 1) return leafHash(only.key, only.record);
  const [left, right] = split(entries, depth);
  return nodeHash(treeRoot(left, depth + 1), treeRoot(right, depth + 1));
}

/** The multiproof of some keys, present or absent, by its definition in proto/proof.proto. */
export function treeProof(entries: readonly Entry[], keys: readonly Uint8Array[]): Multiproof {
  const shape: number[] = [];
  const hashes: Uint8Array[] = [];
  const others: OtherLeaf[] = [];
  visit(entries, keys, 0);
  return { shape: Uint8Array.from(shape), hashes, others };

  function visit(here: readonly Entry[], asked: readonly Uint8Array[], depth: number): void {
    const [only] = here;
    if (only === undefined) {
      shape.push(proofSlot.empty);
    } else if (asked.length === 0) {
      shape.push(proofSlot.subtree);
      hashes.push(treeRoot(here, depth));
    } else if (here.length > 1) {
      shape.push(proofSlot.branch);
      const [left, right] = split(here, depth);
      visit(left, sideOf(asked, depth, 0), depth + 1);
      visit(right, sideOf(asked, depth, 1), depth + 1);
    } else if (asked.some((key) => equalBytes(key, only.key))) {
      shape.push(proofSlot.asked);
    } else {
      shape.push(proofSlot.other);
      others.push({ key: only.key, recordHash: recordHash(only.record) });
    }
  }
}

/** The range below a prefix that is widened until it holds 256 records, by its definition. */
export function treeRange(
  entries: readonly Entry[],
  key: Uint8Array,
  bits: number,
): { prefixBits: number; prefix: Uint8Array; siblings: Uint8Array[]; records: readonly Entry[] } {
  const below = (depth: number): Entry[] =>
    entries.filter((entry) => hasPrefix(entry.key, prefixOf(key, depth), depth));
  let prefixBits = bits;
  while (prefixBits > 0 && below(prefixBits).length < limits.minRangeRecords) prefixBits -= 1;
  const siblings = Array.from({ length: prefixBits }, (_, depth) => {
    const side = bitAt(key, depth) === 0 ? 1 : 0;
    return treeRoot(split(below(depth), depth)[side] ?? [], depth + 1);
  });
  return { prefixBits, prefix: prefixOf(key, prefixBits), siblings, records: below(prefixBits) };
}

export function sortedEntries(entries: Iterable<Entry>): Entry[] {
  return [...entries].sort((left, right) => compareBytes(left.key, right.key));
}

function split(entries: readonly Entry[], depth: number): [Entry[], Entry[]] {
  return [
    entries.filter((entry) => bitAt(entry.key, depth) === 0),
    entries.filter((entry) => bitAt(entry.key, depth) === 1),
  ];
}

function sideOf(keys: readonly Uint8Array[], depth: number, bit: 0 | 1): Uint8Array[] {
  return keys.filter((key) => bitAt(key, depth) === bit);
}
