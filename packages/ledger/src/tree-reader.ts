import { equalBytes } from "@cartorio/crypto";
import { recordHash } from "@cartorio/protocol";
import { byteKey } from "./byte-key.ts";
import { createGenerationCache, type GenerationCache } from "./generation-cache.ts";
import { type InnerSlot, type LeafSlot, nibbleOf, type Page, pageHash, pathOf } from "./page.ts";
import { decodePage } from "./page-codec.ts";
import type { StateReader } from "./ports.ts";
import { StateError } from "./state-error.ts";

/**
 * Decoded pages kept in memory: the whole tree up to about 100,000 leaves, the upper levels of a
 * larger one. A full page takes about 5 kB, so at most twice this number stays below 100 MB.
 */
const cachedPages = 8192;

/** Reads pages and records of any version of the tree that the reader still has. */
export interface TreeReader {
  readonly reader: StateReader;
  readonly pages: GenerationCache<Page>;
}

export function createTreeReader(reader: StateReader): TreeReader {
  return { reader, pages: createGenerationCache<Page>(cachedPages) };
}

export function pageKey(path: Uint8Array, height: number): string {
  return `${height}/${byteKey(path)}`;
}

/** The root page that the block at `height` wrote; every block writes one. */
export function loadRootPage(tree: TreeReader, height: number): Page {
  return readPage(tree, new Uint8Array(0), height);
}

/** The page below an inner slot, whose children start at nibble `depth` of `key`. Checked by hash. */
export function loadPage(
  tree: TreeReader,
  slot: InnerSlot,
  at: { readonly key: Uint8Array; readonly depth: number },
): Page {
  const path = pathOf(at.key, at.depth);
  const page = readPage(tree, path, slot.pageHeight);
  if (!equalBytes(pageHash(page), slot.hash)) {
    throw new StateError(`state page of block ${slot.pageHeight} does not match its hash`);
  }
  return page;
}

function readPage(tree: TreeReader, path: Uint8Array, height: number): Page {
  const key = pageKey(path, height);
  const known = tree.pages.get(key);
  if (known !== undefined) return known;
  const page = decodePage(tree.reader.page(path, height));
  if (page === undefined) throw new StateError(`state page of block ${height} is malformed`);
  tree.pages.set(key, page);
  return page;
}

/** The leaf of a key; undefined if the tree under this root page does not hold it. */
export function findLeaf(tree: TreeReader, root: Page, key: Uint8Array): LeafSlot | undefined {
  let page = root;
  for (let depth = 0; ; depth += 1) {
    const slot = page.slots[nibbleOf(key, depth)];
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
