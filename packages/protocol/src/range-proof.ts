import { compareBytes, equalBytes, hexEncode } from "@cartorio/crypto";
import type { Header } from "./block-types.ts";
import { accept, refuse } from "./codec.ts";
import type { Decoded } from "./errors.ts";
import { limits } from "./limits.ts";
import { followHeader, type HeaderQuestion, orUpgrade } from "./proof-header.ts";
import type { KeyRange, RangeBundle, RangeRecord } from "./proof-types.ts";
import { bitAt, emptyHash, leafHash, nodeHash } from "./state-tree-hash.ts";

const bitsPerByte = 8;

export interface RangeQuestion extends HeaderQuestion {
  readonly bundle: RangeBundle;
}

/** Every record whose key begins with a prefix, at one height. */
export interface ProvenRange {
  readonly header: Header;
  readonly headerHash: Uint8Array;
  readonly prefixBits: number;
  readonly prefix: Uint8Array;
  /** Ascending by key. */
  readonly records: readonly RangeRecord[];
  /** True if the range decides about a key: then `lookup` is its record or proven absence. */
  readonly covers: (key: Uint8Array) => boolean;
  readonly lookup: (key: Uint8Array) => Uint8Array | undefined;
}

/**
 * Follows a range bundle from the trust anchor to all records below its prefix (docs/ledger.md 4).
 * Codes as `verifyProofBundle`; PROOF_INVALID `range` also for fewer than 256 records that are not all.
 * Total.
 */
export function verifyRangeBundle(question: RangeQuestion): Decoded<ProvenRange> {
  const { bundle } = question;
  const records = bundle.records.map(({ record }) => record);
  return orUpgrade(followRange(question), bundle, records);
}

function followRange(question: RangeQuestion): Decoded<ProvenRange> {
  const { prefixBits, prefix, records } = question.bundle;
  const followed = followHeader(question);
  if (!followed.ok) return followed;
  const root = rootOfRange(question.bundle);
  if (root === undefined || !equalBytes(root, followed.value.header.stateRoot)) {
    return refuse("PROOF_INVALID", "range");
  }
  const byKey = new Map(records.map(({ key, record }) => [hexEncode(key), record]));
  const covers = (key: Uint8Array): boolean =>
    key.length === limits.hashBytes && hasPrefix(key, prefix, prefixBits);
  const lookup = (key: Uint8Array): Uint8Array | undefined => {
    if (!covers(key)) throw new Error("INV-PROOF-RANGE: the key is outside the proven range");
    return byKey.get(hexEncode(key));
  };
  return accept({ ...followed.value, prefixBits, prefix, records, covers, lookup });
}

/**
 * The state root that a range belongs to; undefined if it breaks a rule: 256 records or all of them,
 * ascending, each under the prefix, one sibling per bit of it. A subtree of so many leaves is a branch,
 * and so is everything above it: no leaf has moved up past the prefix.
 */
export function rootOfRange(range: KeyRange): Uint8Array | undefined {
  const { prefixBits, prefix, siblings, records } = range;
  if (!isPrefix(prefix, prefixBits) || siblings.length !== prefixBits) return undefined;
  if (prefixBits > 0 && records.length < limits.minRangeRecords) return undefined;
  const isSound = records.every(({ key, record }, index) => {
    const before = records[index - 1];
    const isAscending = before === undefined || compareBytes(before.key, key) < 0;
    const isWhole = key.length === limits.hashBytes && record.length > 0;
    return isWhole && isAscending && hasPrefix(key, prefix, prefixBits);
  });
  if (!isSound) return undefined;
  let hash = subtreeHash(records, { from: 0, to: records.length, depth: prefixBits });
  for (let depth = prefixBits - 1; depth >= 0; depth -= 1) {
    const sibling = siblings[depth] ?? emptyHash;
    hash = bitAt(prefix, depth) === 0 ? nodeHash(hash, sibling) : nodeHash(sibling, hash);
  }
  return hash;
}

/** The first bits of a key in the fewest bytes, unused bits zero. */
export function prefixOf(key: Uint8Array, bits: number): Uint8Array {
  const prefix = key.slice(0, Math.ceil(bits / bitsPerByte));
  const unused = prefix.length * bitsPerByte - bits;
  const last = prefix.length - 1;
  if (unused > 0) prefix[last] = ((prefix[last] ?? 0) >>> unused) << unused;
  return prefix;
}

/** True if a key begins with a prefix. */
export function hasPrefix(key: Uint8Array, prefix: Uint8Array, bits: number): boolean {
  return equalBytes(prefixOf(key, bits), prefix);
}

function isPrefix(prefix: Uint8Array, bits: number): boolean {
  if (!Number.isSafeInteger(bits) || bits < 0 || bits > limits.treeDepth) return false;
  return (
    prefix.length === Math.ceil(bits / bitsPerByte) && equalBytes(prefixOf(prefix, bits), prefix)
  );
}

interface Subtree {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

/** The definition of docs/ledger.md 4. Distinct keys part at depth 255 at the latest. */
function subtreeHash(records: readonly RangeRecord[], { from, to, depth }: Subtree): Uint8Array {
  const first = records[from];
  if (from === to || first === undefined) return emptyHash;
  if (to - from === 1) return leafHash(first.key, first.record);
  let middle = from;
  while (middle < to && bitAt(records[middle]?.key ?? emptyHash, depth) === 0) middle += 1;
  return nodeHash(
    subtreeHash(records, { from, to: middle, depth: depth + 1 }),
    subtreeHash(records, { from: middle, to, depth: depth + 1 }),
  );
}
