import { emptyHash, leafHashOf, nodeHash } from "@cartorio/protocol";

/** Children of a page: one nibble of a key chooses one. */
export const pageWidth = 16;

/** A leaf at its shortest distinguishing prefix (docs/ledger.md 4). */
export interface LeafSlot {
  readonly kind: "leaf";
  readonly key: Uint8Array;
  readonly recordHash: Uint8Array;
  /** Height of the block that wrote the record. */
  readonly recordHeight: number;
  /** leafHash(key, recordHash), 32 bytes. */
  readonly hash: Uint8Array;
}

/** A subtree of two or more leaves in a page of its own. */
export interface InnerSlot {
  readonly kind: "inner";
  readonly hash: Uint8Array;
  /** Height of the block that wrote the page below. */
  readonly pageHeight: number;
}

export type Slot = LeafSlot | InnerSlot;

/** A subtree of two or more leaves inside a page. */
export interface BranchNode {
  readonly kind: "branch";
  readonly hash: Uint8Array;
}

/** What stands at a position inside a page; undefined = empty subtree. */
export type PageNode = Slot | BranchNode | undefined;

/**
 * Four binary levels of the tree. Positions are numbered as in a heap: 1 is the page's own root, 2i
 * and 2i+1 the halves of i, 16..31 the children. `nodes` memoises positions 1..15; null = not yet
 * computed. Slots never change after a page is made.
 */
export interface Page {
  readonly slots: readonly (Slot | undefined)[];
  readonly nodes: (PageNode | null)[];
}

/** The page without any leaf; only a root page may be it. */
export function emptyPage(): Page {
  return pageOf(blankSlots());
}

/** Sixteen empty children. */
export function blankSlots(): (Slot | undefined)[] {
  return Array.from({ length: pageWidth });
}

function blankNodes(): null[] {
  return Array.from({ length: pageWidth }, () => null);
}

export function pageOf(slots: readonly (Slot | undefined)[]): Page {
  return { slots, nodes: blankNodes() };
}

/** A page like `page` with other children; what did not change keeps its computed hashes. */
export function withSlots(page: Page, changes: ReadonlyMap<number, Slot | undefined>): Page {
  const slots = page.slots.slice();
  const nodes = page.nodes.slice();
  for (const [nibble, slot] of changes) {
    slots[nibble] = slot;
    for (let index = (pageWidth + nibble) >> 1; index >= 1; index >>= 1) nodes[index] = null;
  }
  return { slots, nodes };
}

export function leafSlot(
  key: Uint8Array,
  record: { readonly hash: Uint8Array; readonly height: number },
): LeafSlot {
  return {
    kind: "leaf",
    key,
    recordHash: record.hash,
    recordHeight: record.height,
    hash: leafHashOf(key, record.hash),
  };
}

/**
 * The node at a heap position. A subtree with one leaf is that leaf, wherever it lies: this is what
 * keeps the tree compact, whatever the order in which leaves came and went.
 */
export function nodeAt(page: Page, position: number): PageNode {
  if (position >= pageWidth) return page.slots[position - pageWidth];
  const known = page.nodes[position];
  if (known !== null) return known;
  const node = combine(nodeAt(page, 2 * position), nodeAt(page, 2 * position + 1));
  page.nodes[position] = node;
  return node;
}

function combine(left: PageNode, right: PageNode): PageNode {
  if (left === undefined && (right === undefined || right.kind === "leaf")) return right;
  if (right === undefined && left?.kind === "leaf") return left;
  return { kind: "branch", hash: nodeHash(hashOf(left), hashOf(right)) };
}

/** Hash of a node; 32 zero bytes for the empty subtree. */
export function hashOf(subtree: PageNode): Uint8Array {
  return subtree === undefined ? emptyHash : subtree.hash;
}

/** Hash of the subtree that a page is the top of; of a root page: the state root. */
export function pageHash(page: Page): Uint8Array {
  return hashOf(nodeAt(page, 1));
}

/** The nibble of a key at a depth of 0..63. */
export function nibbleOf(key: Uint8Array, depth: number): number {
  const byte = key[depth >> 1] ?? 0;
  return (depth & 1) === 0 ? byte >> 4 : byte & 15;
}

/** The first `length` nibbles of a key, one per byte: the path of a page. */
export function pathOf(key: Uint8Array, length: number): Uint8Array {
  const path = new Uint8Array(length);
  for (let depth = 0; depth < length; depth += 1) path[depth] = nibbleOf(key, depth);
  return path;
}
