import { compareBytes, equalBytes } from "@cartorio/crypto";
import { limits } from "./limits.ts";
import type { Multiproof } from "./proof-types.ts";
import { bitAt, emptyHash, leafHash, leafHashOf, nodeHash } from "./state-tree-hash.ts";

/** Bytes of a multiproof's shape, one per visited slot, depth first, left before right. */
export const proofSlot = {
  /** Nothing in this slot: everything asked about it is absent. */
  empty: 0,
  /** The leaf of the one key asked about here that has a record. */
  asked: 1,
  /** Another leaf: everything asked about this slot is absent. */
  other: 2,
  /** A subtree that nothing is asked about, given by its hash (never the empty one). */
  subtree: 3,
  /** Two slots one level down. */
  branch: 4,
} as const;

export interface MultiproofQuestion {
  readonly root: Uint8Array;
  /** 32 bytes each, distinct, in the caller's order. */
  readonly keys: readonly Uint8Array[];
  /** Of each key: its record, or undefined if it is said to be absent. */
  readonly records: readonly (Uint8Array | undefined)[];
  readonly proof: Multiproof;
}

interface Asked {
  readonly key: Uint8Array;
  readonly record: Uint8Array | undefined;
}

/** A walk over the shape with cursors into the proof's lists. `asked` is sorted by key. */
interface Walk {
  readonly asked: readonly Asked[];
  readonly proof: Multiproof;
  slot: number;
  hash: number;
  other: number;
}

/** The keys `from..to` (exclusive) of the sorted questions fall into the slot at this depth. */
interface Slot {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  /** A key inside the slot (or of its parent), whose first `depth` bits are the slot's path. */
  readonly path: Uint8Array;
}

/**
 * True iff the state with this root has exactly these records at these keys, present and absent
 * (docs/ledger.md 4). Total and strict: nothing in the proof may be left over, a subtree hash stands
 * only where nothing is asked, and another leaf proves absence only on the path of the keys asked.
 */
export function verifyMultiproof(question: MultiproofQuestion): boolean {
  const { root, keys, records, proof } = question;
  if (keys.length !== records.length || keys.length > limits.maxProofKeys) return false;
  if (root.length !== limits.hashBytes || !hasForm(proof)) return false;
  if (keys.some((key) => key.length !== limits.hashBytes)) return false;
  const asked = keys
    .map((key, index) => ({ key, record: records[index] }))
    .sort((left, right) => compareBytes(left.key, right.key));
  if (hasNeighbours(asked)) return false;
  const walk: Walk = { asked, proof, slot: 0, hash: 0, other: 0 };
  const computed = visit(walk, { from: 0, to: asked.length, depth: 0, path: emptyHash });
  return (
    computed !== undefined &&
    walk.slot === proof.shape.length &&
    walk.hash === proof.hashes.length &&
    walk.other === proof.others.length &&
    equalBytes(computed, root)
  );
}

function hasForm(proof: Multiproof): boolean {
  return (
    proof.shape.length <= limits.maxProofSlots &&
    proof.hashes.every((hash) => hash.length === limits.hashBytes) &&
    proof.others.every(
      (leaf) => leaf.key.length === limits.hashBytes && leaf.recordHash.length === limits.hashBytes,
    )
  );
}

/** True if a key is asked twice. */
function hasNeighbours(sorted: readonly Asked[]): boolean {
  return sorted.some((entry, index) => {
    const next = sorted[index + 1];
    return next !== undefined && equalBytes(entry.key, next.key);
  });
}

/** Hash of the slot that the shape describes next, or undefined if it contradicts the questions. */
function visit(walk: Walk, slot: Slot): Uint8Array | undefined {
  const code = walk.proof.shape[walk.slot];
  walk.slot += 1;
  switch (code) {
    case proofSlot.empty:
      return presentKeys(walk, slot).length === 0 ? emptyHash : undefined;
    case proofSlot.asked:
      return askedLeaf(walk, slot);
    case proofSlot.other:
      return otherLeaf(walk, slot);
    case proofSlot.subtree:
      return subtree(walk, slot);
    case proofSlot.branch:
      return branch(walk, slot);
    default:
      return undefined;
  }
}

function presentKeys(walk: Walk, slot: Slot): Asked[] {
  return walk.asked.slice(slot.from, slot.to).filter((entry) => entry.record !== undefined);
}

function askedLeaf(walk: Walk, slot: Slot): Uint8Array | undefined {
  const [only, ...more] = presentKeys(walk, slot);
  if (only?.record === undefined || more.length > 0) return undefined;
  return leafHash(only.key, only.record);
}

function otherLeaf(walk: Walk, slot: Slot): Uint8Array | undefined {
  const leaf = walk.proof.others[walk.other];
  walk.other += 1;
  if (leaf === undefined || slot.from === slot.to) return undefined;
  if (presentKeys(walk, slot).length > 0) return undefined;
  const asked = walk.asked.slice(slot.from, slot.to);
  if (asked.some((entry) => equalBytes(entry.key, leaf.key))) return undefined;
  if (!sharesPath(leaf.key, slot)) return undefined;
  return leafHashOf(leaf.key, leaf.recordHash);
}

function sharesPath(key: Uint8Array, slot: Slot): boolean {
  for (let depth = 0; depth < slot.depth; depth += 1) {
    if (bitAt(key, depth) !== bitAt(slot.path, depth)) return false;
  }
  return true;
}

function subtree(walk: Walk, slot: Slot): Uint8Array | undefined {
  const hash = walk.proof.hashes[walk.hash];
  walk.hash += 1;
  if (hash === undefined || slot.from !== slot.to || equalBytes(hash, emptyHash)) return undefined;
  return hash;
}

/** A branch below which nothing is asked must be given as a subtree hash. */
function branch(walk: Walk, slot: Slot): Uint8Array | undefined {
  const { from, to, depth } = slot;
  const path = walk.asked[from]?.key;
  if (from === to || path === undefined || depth >= limits.treeDepth) return undefined;
  let middle = from;
  while (middle < to && bitAt(walk.asked[middle]?.key ?? emptyHash, depth) === 0) middle += 1;
  const left = visit(walk, { from, to: middle, depth: depth + 1, path });
  if (left === undefined) return undefined;
  const rightPath = walk.asked[middle]?.key ?? path;
  const right = visit(walk, { from: middle, to, depth: depth + 1, path: rightPath });
  if (right === undefined) return undefined;
  return nodeHash(left, right);
}
