import { compareBytes, equalBytes } from "@cartorio/crypto";
import {
  emptyPage,
  type LeafSlot,
  nibbleOf,
  nodeAt,
  type Page,
  pathOf,
  type Slot,
  slotAt,
  withSlots,
} from "./page.ts";
import { loadPage, type TreeReader } from "./tree-reader.ts";

/** A record to be written, or with `recordHash` undefined a key to be removed. */
export interface TreeChange {
  readonly key: Uint8Array;
  readonly recordHash: Uint8Array | undefined;
}

/** What a batch of changes does to the tree. Each page on a touched path appears once. */
export interface TreeUpdate {
  readonly root: Page;
  readonly pages: readonly { readonly path: Uint8Array; readonly page: Page }[];
  readonly stalePages: readonly { readonly path: Uint8Array; readonly height: number }[];
  readonly staleRecords: readonly { readonly key: Uint8Array; readonly height: number }[];
}

interface Batch {
  readonly tree: TreeReader;
  readonly height: number;
  readonly changes: readonly TreeChange[];
  readonly pages: { path: Uint8Array; page: Page }[];
  readonly stalePages: { path: Uint8Array; height: number }[];
  readonly staleRecords: { key: Uint8Array; height: number }[];
}

/** The changes from..to (exclusive) share the first `depth` nibbles of their keys. */
interface Range {
  readonly depth: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Applies changes with distinct keys at once: every touched page is read, hashed and written once,
 * and the result depends on the resulting set of leaves only (docs/ledger.md 4). The root page is
 * always written, so that the root of every height is found at the empty path.
 *
 * Throws INV-STATE-REMOVE if a key to be removed is not in the tree.
 */
export function updateTree(
  tree: TreeReader,
  root: { readonly page: Page; readonly height: number } | undefined,
  block: { readonly height: number; readonly changes: readonly TreeChange[] },
): TreeUpdate {
  const changes = [...block.changes].sort((left, right) => compareBytes(left.key, right.key));
  const batch: Batch = {
    tree,
    height: block.height,
    changes,
    pages: [],
    stalePages: [],
    staleRecords: [],
  };
  const path = new Uint8Array(0);
  if (root !== undefined) batch.stalePages.push({ path, height: root.height });
  const page = updatePage(batch, root?.page ?? emptyPage(), {
    depth: 0,
    from: 0,
    to: changes.length,
  });
  batch.pages.push({ path, page });
  const { pages, stalePages, staleRecords } = batch;
  return { root: page, pages, stalePages, staleRecords };
}

function updatePage(batch: Batch, page: Page, range: Range): Page {
  const changed = new Map<number, Slot | undefined>();
  let from = range.from;
  while (from < range.to) {
    const nibble = nibbleOf(changeAt(batch, from).key, range.depth);
    let to = from + 1;
    while (to < range.to && nibbleOf(changeAt(batch, to).key, range.depth) === nibble) to += 1;
    const below = { depth: range.depth + 1, from, to };
    changed.set(nibble, updateSlot(batch, slotAt(page, nibble), below));
    from = to;
  }
  return withSlots(page, changed);
}

function updateSlot(batch: Batch, slot: Slot | undefined, range: Range): Slot | undefined {
  const first = changeAt(batch, range.from);
  if (slot?.kind === "inner") {
    const page = loadPage(batch.tree, slot, { key: first.key, depth: range.depth });
    batch.stalePages.push({ path: pathOf(first.key, range.depth), height: slot.pageHeight });
    return settle(batch, updatePage(batch, page, range), range);
  }
  const isAlone = range.to - range.from === 1;
  if (isAlone && (slot === undefined || equalBytes(slot.key, first.key))) {
    return replaceLeaf(batch, slot, first);
  }
  const page = slot === undefined ? emptyPage() : pageWithLeaf(slot, range.depth);
  return settle(batch, updatePage(batch, page, range), range);
}

function replaceLeaf(
  batch: Batch,
  slot: LeafSlot | undefined,
  change: TreeChange,
): LeafSlot | undefined {
  if (slot !== undefined) {
    batch.staleRecords.push({ key: slot.key, height: slot.recordHeight });
  } else if (change.recordHash === undefined) {
    throw new Error("INV-STATE-REMOVE: a record to be removed is not in the state tree");
  }
  if (change.recordHash === undefined) return undefined;
  const { key, recordHash } = change;
  return { kind: "leaf", key, recordHash, recordHeight: batch.height };
}

function pageWithLeaf(leaf: LeafSlot, depth: number): Page {
  return withSlots(emptyPage(), new Map([[nibbleOf(leaf.key, depth), leaf]]));
}

/** Writes a page that holds two or more leaves; fewer move up into the parent's slot. */
function settle(batch: Batch, page: Page, range: Range): Slot | undefined {
  const top = nodeAt(page, 1);
  if (top === undefined || top.kind === "leaf") return top;
  batch.pages.push({ path: pathOf(changeAt(batch, range.from).key, range.depth), page });
  return { kind: "inner", hash: top.hash, pageHeight: batch.height };
}

function changeAt(batch: Batch, index: number): TreeChange {
  const change = batch.changes[index];
  if (change === undefined) throw new Error("INV-STATE-RANGE: a range of changes is out of bounds");
  return change;
}
