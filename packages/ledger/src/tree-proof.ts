import { byteKey, compareBytes, equalBytes } from "@cartorio/crypto";
import { bitAt, type Multiproof, type OtherLeaf, proofSlot } from "@cartorio/protocol";
import { hashOf, type LeafSlot, nodeAt, type Page, pageWidth } from "./page.ts";
import { loadPage, type TreeReader } from "./tree-reader.ts";

/** A multiproof and the leaves of the keys that are present, by `byteKey`. */
export interface TreeProof {
  readonly multiproof: Multiproof;
  readonly leaves: ReadonlyMap<string, LeafSlot>;
}

interface Walk {
  readonly tree: TreeReader;
  readonly keys: readonly Uint8Array[];
  readonly shape: number[];
  readonly hashes: Uint8Array[];
  readonly others: OtherLeaf[];
  readonly leaves: Map<string, LeafSlot>;
}

/** A position in a page at a depth in bits; keys from..to (exclusive) fall below it. */
interface Place {
  readonly page: Page;
  readonly position: number;
  readonly depth: number;
  readonly from: number;
  readonly to: number;
}

const bitsPerNibble = 4;

/**
 * One proof of presence and absence of all keys under one root (docs/ledger.md 4); keys asked twice
 * count once. `verifyMultiproof` of protocol accepts it for the distinct keys.
 */
export function proveKeys(tree: TreeReader, root: Page, keys: readonly Uint8Array[]): TreeProof {
  const distinct = new Map(keys.map((key) => [byteKey(key), key]));
  const sorted = [...distinct.values()].sort(compareBytes);
  const walk: Walk = {
    tree,
    keys: sorted,
    shape: [],
    hashes: [],
    others: [],
    leaves: new Map(),
  };
  visit(walk, { page: root, position: 1, depth: 0, from: 0, to: sorted.length });
  const { hashes, others, leaves } = walk;
  return { multiproof: { shape: Uint8Array.from(walk.shape), hashes, others }, leaves };
}

function visit(walk: Walk, place: Place): void {
  const { page, position, from, to } = place;
  const node = nodeAt(page, position);
  if (node === undefined) {
    walk.shape.push(proofSlot.empty);
  } else if (from === to) {
    walk.shape.push(proofSlot.subtree);
    walk.hashes.push(hashOf(node));
  } else if (node.kind === "leaf") {
    visitLeaf(walk, place, node);
  } else if (node.kind === "inner") {
    const key = keyAt(walk, from);
    const below = loadPage(walk.tree, node, { key, depth: place.depth / bitsPerNibble });
    visit(walk, { ...place, page: below, position: 1 });
  } else {
    visitBranch(walk, place);
  }
}

function visitLeaf(walk: Walk, place: Place, leaf: LeafSlot): void {
  const asked = walk.keys.slice(place.from, place.to).some((key) => equalBytes(key, leaf.key));
  if (asked) {
    walk.shape.push(proofSlot.asked);
    walk.leaves.set(byteKey(leaf.key), leaf);
  } else {
    walk.shape.push(proofSlot.other);
    walk.others.push({ key: leaf.key, recordHash: leaf.recordHash });
  }
}

function visitBranch(walk: Walk, place: Place): void {
  const { page, position, depth, from, to } = place;
  if (position >= pageWidth) throw new Error("INV-STATE-PAGE: a branch stands below its page");
  let middle = from;
  while (middle < to && bitAt(keyAt(walk, middle), depth) === 0) middle += 1;
  walk.shape.push(proofSlot.branch);
  visit(walk, { page, position: 2 * position, depth: depth + 1, from, to: middle });
  visit(walk, { page, position: 2 * position + 1, depth: depth + 1, from: middle, to });
}

function keyAt(walk: Walk, index: number): Uint8Array {
  const key = walk.keys[index];
  if (key === undefined) throw new Error("INV-STATE-RANGE: a range of keys is out of bounds");
  return key;
}
