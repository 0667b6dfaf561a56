import { emptyHash, leafHashOf, limits, nodeHash } from "@cartorio/protocol";

// A page in memory is one piece of bytes: hashes of its branches, then its stored form. Objects for
// each of its parts would take four times the room, and a tree of a million DIDs has 70,000 pages
// that every block goes through.
//
// The stored form is each machine's own: neither hashed nor sent, so it may change with the
// database's schema version.
//   format (1) | bitmap of leaves (2) | bitmap of inner children (2) | children in order
//   leaf: key (32), record hash (32), record height (8); inner: hash (32), page height (8)

/** Children of a page: one nibble of a key chooses one. */
export const pageWidth = 16;

const pageFormat = 1;
const headBytes = 5;
const { hashBytes } = limits;
const heightBytes = 8;
const leafBytes = 2 * hashBytes + heightBytes;
const innerBytes = hashBytes + heightBytes;
const highFactor = 2 ** 32;
/** Room for the hashes of heap positions 1..15. */
const memoBytes = (pageWidth - 1) * hashBytes;

/** A leaf at its shortest distinguishing prefix (docs/ledger.md 4). */
export interface LeafSlot {
  readonly kind: "leaf";
  readonly key: Uint8Array;
  readonly recordHash: Uint8Array;
  /** Height of the block that wrote the record. */
  readonly recordHeight: number;
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
 * and 2i+1 the halves of i, 16..31 the children. Slots never change after a page is made.
 */
export interface Page {
  /** Hashes of the positions that `known` names, then the stored form. */
  readonly memory: Uint8Array;
  /** Bit n: child n is a leaf. */
  readonly leaves: number;
  /** Bit n: child n is a page of its own. */
  readonly inners: number;
  /** Bit i: the hash of the branch at position i was computed. */
  known: number;
}

/** The page without any leaf; only a root page may be it. */
export function emptyPage(): Page {
  return blankPage({ leaves: 0, inners: 0 });
}

interface Bitmaps {
  readonly leaves: number;
  readonly inners: number;
}

function blankPage({ leaves, inners }: Bitmaps): Page {
  const memory = allocate(storedLength({ leaves, inners }), inners === 0);
  memory[memoBytes] = pageFormat;
  memory[memoBytes + 1] = leaves >> 8;
  memory[memoBytes + 2] = leaves & 255;
  memory[memoBytes + 3] = inners >> 8;
  memory[memoBytes + 4] = inners & 255;
  return { memory, leaves, inners, known: 0 };
}

/** Pages of leaves alone are made by the thousand and soon forgotten: many share one piece of memory. */
const sharedBytes = 32 * 1024;
let shared = new Uint8Array(0);
let sharedUsed = 0;

function allocate(stored: number, isShared: boolean): Uint8Array {
  const length = memoBytes + stored;
  if (!isShared) return new Uint8Array(length);
  if (sharedUsed + length > shared.length) {
    shared = new Uint8Array(sharedBytes);
    sharedUsed = 0;
  }
  sharedUsed += length;
  return shared.subarray(sharedUsed - length, sharedUsed);
}

function storedLength({ leaves, inners }: Bitmaps): number {
  return headBytes + countBits(leaves) * leafBytes + countBits(inners) * innerBytes;
}

/** Where a child begins, or would. */
function offsetOf({ leaves, inners }: Bitmaps, nibble: number): number {
  const before = (1 << nibble) - 1;
  return memoBytes + storedLength({ leaves: leaves & before, inners: inners & before });
}

/** A page like `page` with other children; what did not change keeps its computed hashes. */
export function withSlots(page: Page, changes: ReadonlyMap<number, Slot | undefined>): Page {
  let { leaves, inners, known } = page;
  for (const [nibble, slot] of changes) {
    const bit = 1 << nibble;
    leaves = slot?.kind === "leaf" ? leaves | bit : leaves & ~bit;
    inners = slot?.kind === "inner" ? inners | bit : inners & ~bit;
    for (let index = (pageWidth + nibble) >> 1; index >= 1; index >>= 1) known &= ~(1 << index);
  }
  const next = blankPage({ leaves, inners });
  const { memory } = next;
  if (known !== 0) memory.set(page.memory.subarray(0, memoBytes));
  next.known = known;
  let target = memoBytes + headBytes;
  let source = target;
  for (let nibble = 0; nibble < pageWidth; nibble += 1) {
    const length = slotLength(page, nibble);
    const change = changes.get(nibble);
    if (change !== undefined) target = writeSlot(memory, target, change);
    else if (length > 0 && !changes.has(nibble)) {
      memory.set(page.memory.subarray(source, source + length), target);
      target += length;
    }
    source += length;
  }
  return next;
}

function slotLength({ leaves, inners }: Bitmaps, nibble: number): number {
  if (((leaves >> nibble) & 1) === 1) return leafBytes;
  return ((inners >> nibble) & 1) === 1 ? innerBytes : 0;
}

function writeSlot(bytes: Uint8Array, offset: number, slot: Slot): number {
  if (slot.kind === "inner") {
    bytes.set(slot.hash, offset);
    return writeHeight(bytes, offset + hashBytes, slot.pageHeight);
  }
  bytes.set(slot.key, offset);
  bytes.set(slot.recordHash, offset + hashBytes);
  return writeHeight(bytes, offset + 2 * hashBytes, slot.recordHeight);
}

function writeHeight(bytes: Uint8Array, offset: number, height: number): number {
  let high = Math.floor(height / highFactor);
  let low = height % highFactor;
  for (let index = 3; index >= 0; index -= 1) {
    bytes[offset + index] = high & 255;
    bytes[offset + 4 + index] = low & 255;
    high >>>= 8;
    low = Math.floor(low / 256);
  }
  return offset + heightBytes;
}

/** The stored bytes of a page: a view. */
export function encodePage({ memory }: Page): Uint8Array {
  return memory.subarray(memoBytes);
}

/** The page in stored bytes, which are copied; undefined if they are not exactly one page. */
export function decodePage(bytes: Uint8Array): Page | undefined {
  if (bytes.length < headBytes || bytes[0] !== pageFormat) return undefined;
  const leaves = (byteAt(bytes, 1) << 8) | byteAt(bytes, 2);
  const inners = (byteAt(bytes, 3) << 8) | byteAt(bytes, 4);
  if ((leaves & inners) !== 0) return undefined;
  if (bytes.length !== storedLength({ leaves, inners })) return undefined;
  const memory = allocate(bytes.length, inners === 0);
  memory.set(bytes, memoBytes);
  return { memory, leaves, inners, known: 0 };
}

/** The child that a nibble chooses; undefined if there is none. */
export function slotAt(page: Page, nibble: number): Slot | undefined {
  const { memory, leaves, inners } = page;
  const bit = 1 << nibble;
  if ((inners & bit) !== 0) {
    const offset = offsetOf(page, nibble);
    const hash = hashIn(memory, offset);
    return { kind: "inner", hash, pageHeight: readHeight(memory, offset + hashBytes) };
  }
  if ((leaves & bit) === 0) return undefined;
  const offset = offsetOf(page, nibble);
  return {
    kind: "leaf",
    key: hashIn(memory, offset),
    recordHash: hashIn(memory, offset + hashBytes),
    recordHeight: readHeight(memory, offset + 2 * hashBytes),
  };
}

function hashIn(memory: Uint8Array, offset: number): Uint8Array {
  return memory.subarray(offset, offset + hashBytes);
}

function readHeight(bytes: Uint8Array, offset: number): number {
  let height = 0;
  for (let index = 0; index < heightBytes; index += 1) {
    height = height * 256 + byteAt(bytes, offset + index);
  }
  return height;
}

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}

/** Set bits of a bitmap of 16. */
function countBits(bits: number): number {
  let count = bits - ((bits >> 1) & 0x5555);
  count = (count & 0x3333) + ((count >> 2) & 0x3333);
  count = (count + (count >> 4)) & 0x0f0f;
  return (count + (count >> 8)) & 0x1f;
}

/** Bits of the children below each position of the heap. */
const below: readonly number[] = Array.from({ length: 2 * pageWidth }, (_, position) => {
  if (position === 0) return 0;
  const level = 31 - Math.clz32(position);
  const width = pageWidth >> level;
  return ((1 << width) - 1) << (position * width - pageWidth);
});

/**
 * The node at a heap position. A subtree with one leaf is that leaf, wherever it lies: this is what
 * keeps the tree compact, whatever the order in which leaves came and went.
 */
export function nodeAt(page: Page, position: number): PageNode {
  if (position >= pageWidth) return slotAt(page, position - pageWidth);
  const mask = below[position] ?? 0;
  const present = (page.leaves | page.inners) & mask;
  if (present === 0) return undefined;
  if (isSingle(present) && (page.leaves & present) !== 0) return slotAt(page, nibbleIn(present));
  return { kind: "branch", hash: branchHash(page, position) };
}

const isSingle = (bits: number): boolean => (bits & (bits - 1)) === 0;
const nibbleIn = (bit: number): number => 31 - Math.clz32(bit);

/** Hash of what stands at a position, without making an object for it. */
function hashAt(page: Page, position: number): Uint8Array {
  const present = (page.leaves | page.inners) & (below[position] ?? 0);
  if (present === 0) return emptyHash;
  if (isSingle(present)) {
    const offset = offsetOf(page, nibbleIn(present));
    const { memory } = page;
    if ((page.leaves & present) !== 0) {
      return leafHashOf(hashIn(memory, offset), hashIn(memory, offset + hashBytes));
    }
    if (position >= pageWidth) return hashIn(memory, offset);
  }
  return branchHash(page, position);
}

function branchHash(page: Page, position: number): Uint8Array {
  const offset = (position - 1) * hashBytes;
  if (((page.known >> position) & 1) === 0) {
    const hash = nodeHash(hashAt(page, 2 * position), hashAt(page, 2 * position + 1));
    page.memory.set(hash, offset);
    page.known |= 1 << position;
  }
  return hashIn(page.memory, offset);
}

/** Hash of a node; 32 zero bytes for the empty subtree. */
export function hashOf(node: PageNode): Uint8Array {
  if (node === undefined) return emptyHash;
  return node.kind === "leaf" ? leafHashOf(node.key, node.recordHash) : node.hash;
}

/** Hash of the subtree that a page is the top of; of a root page: the state root. */
export function pageHash(page: Page): Uint8Array {
  return hashAt(page, 1);
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
