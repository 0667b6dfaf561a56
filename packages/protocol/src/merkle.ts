import { equalBytes, sha256 } from "@cartorio/crypto";
import { limits } from "./limits.ts";

// Merkle trees of RFC 9162 2.1 with SHA-256: transactions, receipts, credential batches.

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);
const noBytes = new Uint8Array(0);

/** RFC 9162 2.1.1: SHA-256(0x00 || leaf). */
export function merkleLeafHash(leaf: Uint8Array): Uint8Array {
  return sha256(leafPrefix, leaf);
}

function merkleNodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(nodePrefix, left, right);
}

/**
 * Merkle Tree Hash of the leaves in their order (RFC 9162 2.1.1); of none: SHA-256 of nothing. Level
 * by level: an odd last node moves up unchanged, which is the same tree as the recursive split.
 */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  return merkleRootOfHashes(leaves.map(merkleLeafHash));
}

/** {@link merkleRoot} of leaves that are known by their {@link merkleLeafHash} only. */
export function merkleRootOfHashes(leafHashes: readonly Uint8Array[]): Uint8Array {
  if (leafHashes.length === 0) return sha256(noBytes);
  let level = [...leafHashes];
  while (level.length > 1) level = levelAbove(level);
  return level[0] ?? noBytes;
}

function levelAbove(level: readonly Uint8Array[]): Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let index = 0; index < level.length; index += 2) {
    const left = level[index];
    const right = level[index + 1];
    if (left === undefined) break;
    above.push(right === undefined ? left : merkleNodeHash(left, right));
  }
  return above;
}

/** Inclusion path of a leaf (RFC 9162 2.1.3.1), lowest first. Throws RangeError beyond the leaves. */
export function inclusionPath(leaves: readonly Uint8Array[], index: number): Uint8Array[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= leaves.length) {
    throw new RangeError("inclusionPath: invalid index");
  }
  const path: Uint8Array[] = [];
  let level = leaves.map(merkleLeafHash);
  let position = index;
  while (level.length > 1) {
    const sibling = level[position % 2 === 0 ? position + 1 : position - 1];
    if (sibling !== undefined) path.push(sibling);
    level = levelAbove(level);
    position = Math.floor(position / 2);
  }
  return path;
}

/** A leaf, where it is said to be, and the path that should lead from it to the root. */
export interface InclusionQuestion {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly treeSize: number;
  readonly path: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** RFC 9162 2.1.3.2, total: true iff the leaf is at `index` of the tree with this size and root. */
export function verifyInclusion(question: InclusionQuestion): boolean {
  const { leaf, index, treeSize, path, root } = question;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(treeSize)) return false;
  if (index < 0 || index >= treeSize || path.length > limits.maxPathHashes) return false;
  // Numbers beyond 32 bits: halving instead of shifting.
  let position = index;
  let last = treeSize - 1;
  let hash = merkleLeafHash(leaf);
  for (const sibling of path) {
    if (sibling.length !== limits.hashBytes || last === 0) return false;
    if (position % 2 === 1 || position === last) {
      hash = merkleNodeHash(sibling, hash);
      while (position % 2 === 0 && position !== 0) {
        position /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = merkleNodeHash(hash, sibling);
    }
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equalBytes(hash, root);
}
