import { equalBytes } from "@cartorio/crypto";
import { recordHash } from "@cartorio/protocol";
import {
  decodePage,
  type InnerSlot,
  type LeafSlot,
  nibbleOf,
  type Page,
  pageHash,
  pageWidth,
  pathOf,
  slotAt,
} from "./page.ts";
import { createPageCache, type PageCache } from "./page-cache.ts";
import type { StateReader } from "./ports.ts";
import { StateError } from "./state-error.ts";

/** Reads pages and records of any version of the tree that the reader still has. */
export interface TreeReader {
  readonly reader: StateReader;
  readonly pages: PageCache;
}

export function createTreeReader(reader: StateReader): TreeReader {
  return { reader, pages: createPageCache() };
}

/** The root page that the block at `height` wrote; every block writes one. */
export function loadRootPage(tree: TreeReader, height: number): Page {
  return decodedPage(tree.reader.page(new Uint8Array(0), height), height);
}

/** The page below an inner slot, whose children start at nibble `depth` of `key`. */
export function loadPage(
  tree: TreeReader,
  slot: InnerSlot,
  at: { readonly key: Uint8Array; readonly depth: number },
): Page {
  return loadPageAt(tree, slot, pathOf(at.key, at.depth));
}

function loadPageAt(tree: TreeReader, slot: InnerSlot, path: Uint8Array): Page {
  const known = tree.pages.get(path, slot);
  if (known !== undefined) return known;
  const height = slot.pageHeight;
  const page = decodedPage(tree.reader.page(path, height), height);
  if (!equalBytes(pageHash(page), slot.hash)) {
    throw new StateError(`state page of block ${height} does not match its hash`);
  }
  tree.pages.add(path, page, height);
  return page;
}

/** Levels of pages with pages below them, of a tree of a million DIDs. */
const warmedLevels = 4;

/** Brings the upper pages into memory: else each block after a start would read some of them one by one. */
export function warmTree(tree: TreeReader, root: Page): void {
  warmBelow(tree, root, new Uint8Array(0));
}

function warmBelow(tree: TreeReader, page: Page, path: Uint8Array): void {
  if (path.length === warmedLevels || page.inners === 0) return;
  for (let nibble = 0; nibble < pageWidth; nibble += 1) {
    const slot = slotAt(page, nibble);
    if (slot?.kind !== "inner") continue;
    const below = Uint8Array.of(...path, nibble);
    warmBelow(tree, loadPageAt(tree, slot, below), below);
  }
}

function decodedPage(bytes: Uint8Array, height: number): Page {
  const page = decodePage(bytes);
  if (page === undefined) throw new StateError(`state page of block ${height} is malformed`);
  return page;
}

/** The leaf of a key; undefined if the tree under this root page does not hold it. */
export function findLeaf(tree: TreeReader, root: Page, key: Uint8Array): LeafSlot | undefined {
  let page = root;
  for (let depth = 0; ; depth += 1) {
    const slot = slotAt(page, nibbleOf(key, depth));
    if (slot === undefined) return undefined;
    if (slot.kind === "leaf") return equalBytes(slot.key, key) ? slot : undefined;
    page = loadPage(tree, slot, { key, depth: depth + 1 });
  }
}

/** The record of a leaf, checked against its hash. */
export function readLeafRecord(tree: TreeReader, leaf: LeafSlot): Uint8Array {
  const bytes = tree.reader.record(leaf.key, leaf.recordHeight);
  if (!equalBytes(recordHash(bytes), leaf.recordHash)) {
    throw new StateError(`state record of block ${leaf.recordHeight} does not match its hash`);
  }
  return bytes;
}

/** The record of a key; undefined if it is absent. */
export function findRecord(tree: TreeReader, root: Page, key: Uint8Array): Uint8Array | undefined {
  const leaf = findLeaf(tree, root, key);
  return leaf && readLeafRecord(tree, leaf);
}
