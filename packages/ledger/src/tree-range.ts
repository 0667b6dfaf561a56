import { bitAt, type KeyRange, limits, prefixOf } from "@cartorio/protocol";
import { hashOf, type LeafSlot, nodeAt, type Page, pageWidth } from "./page.ts";
import { loadPage, type TreeReader } from "./tree-reader.ts";

/** A position in a page. */
interface Place {
  readonly page: Page;
  readonly position: number;
  /** In bits; at the top of a page also the depth of its inner slot in the page above. */
  readonly depth: number;
  /** Any key below the place: of the path, only the first `depth` bits count. */
  readonly path: Uint8Array;
}

/** The leaves below a prefix that was widened until they are many enough, and what proves them. */
export interface TreeRange extends Omit<KeyRange, "records"> {
  /** Ascending by key. */
  readonly leaves: readonly LeafSlot[];
}

const bitsPerNibble = 4;

/**
 * The subtree below the first `bits` bits of `key`, or below as many fewer as it takes for 256 records,
 * at last the whole tree (docs/ledger.md 4). Undefined if it has more than `maxRangeRecords`.
 */
export function findRange(
  tree: TreeReader,
  root: Page,
  wanted: { readonly key: Uint8Array; readonly bits: number },
): TreeRange | undefined {
  const { key } = wanted;
  const { places, siblings } = descend(tree, root, wanted);
  let bits = places.length - 1;
  while (bits > 0 && !hasEnough(tree, placeAt(places, bits))) bits -= 1;
  const leaves = collect(tree, placeAt(places, bits), limits.maxRangeRecords + 1);
  if (leaves.length > limits.maxRangeRecords) return undefined;
  return {
    prefixBits: bits,
    prefix: prefixOf(key, bits),
    siblings: siblings.slice(0, bits),
    leaves,
  };
}

/** The branches from the root to the prefix, as far as there are any. */
function descend(
  tree: TreeReader,
  root: Page,
  { key, bits }: { readonly key: Uint8Array; readonly bits: number },
): { readonly places: readonly Place[]; readonly siblings: readonly Uint8Array[] } {
  let place: Place = { page: root, position: 1, depth: 0, path: key };
  const places = [place];
  const siblings: Uint8Array[] = [];
  while (place.depth < bits) {
    const { page, position, depth } = entered(tree, place);
    if (nodeAt(page, position)?.kind !== "branch") break;
    const taken = 2 * position + bitAt(key, depth);
    siblings.push(hashOf(nodeAt(page, taken ^ 1)));
    place = { page, position: taken, depth: depth + 1, path: key };
    places.push(place);
  }
  return { places, siblings };
}

/** The same place seen from the page below, where it is one of these. */
function entered(tree: TreeReader, place: Place): Place {
  const { page, position, depth, path } = place;
  const node = position >= pageWidth ? nodeAt(page, position) : undefined;
  if (node?.kind !== "inner") return place;
  const below = loadPage(tree, node, { key: path, depth: depth / bitsPerNibble });
  return { ...place, page: below, position: 1 };
}

function hasEnough(tree: TreeReader, place: Place): boolean {
  return collect(tree, place, limits.minRangeRecords).length === limits.minRangeRecords;
}

/** The leaves below a place in the order of their keys; stops at `most`. */
function collect(tree: TreeReader, start: Place, most: number): LeafSlot[] {
  const leaves: LeafSlot[] = [];
  const waiting = [start];
  while (leaves.length < most) {
    const next = waiting.pop();
    if (next === undefined) break;
    const place = entered(tree, next);
    const { page, position, depth, path } = place;
    const node = nodeAt(page, position);
    if (node?.kind === "leaf") leaves.push(node);
    if (node?.kind !== "branch") continue;
    for (const bit of [1, 0] as const) {
      const half = { page, position: 2 * position + bit, depth: depth + 1 };
      waiting.push({ ...half, path: withBit(path, depth, bit) });
    }
  }
  return leaves;
}

function withBit(path: Uint8Array, depth: number, bit: 0 | 1): Uint8Array {
  if (bitAt(path, depth) === bit) return path;
  const other = path.slice();
  other[depth >> 3] = (other[depth >> 3] ?? 0) ^ (0x80 >> (depth & 7));
  return other;
}

function placeAt(places: readonly Place[], bits: number): Place {
  const place = places[bits];
  if (place === undefined) throw new Error("INV-STATE-RANGE: a prefix is out of bounds");
  return place;
}
