import { type LeafSlot, leafSlot, type Page, pageOf, pageWidth, type Slot } from "./page.ts";

// Stored form of a page. Each machine's own: neither hashed nor sent, so it may change with the
// database's schema version.
//   format (1) | bitmap of leaves (2) | bitmap of inner children (2) | children in order
//   leaf: key (32), record hash (32), record height (8); inner: hash (32), page height (8)

const pageFormat = 1;
const headBytes = 5;
const hashBytes = 32;
const heightBytes = 8;
const leafBytes = 2 * hashBytes + heightBytes;
const innerBytes = hashBytes + heightBytes;
const highFactor = 2 ** 32;

/** The stored bytes of a page. */
export function encodePage(page: Page): Uint8Array {
  const bytes = new Uint8Array(encodedLength(page));
  writePage(bytes, page);
  return bytes;
}

/** {@link encodePage} of many pages, in one piece of memory: a block writes about a thousand. */
export function encodePages(pages: readonly Page[]): Uint8Array[] {
  const lengths = pages.map(encodedLength);
  const memory = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let offset = 0;
  return pages.map((page, index) => {
    const bytes = memory.subarray(offset, offset + (lengths[index] ?? 0));
    offset += bytes.length;
    writePage(bytes, page);
    return bytes;
  });
}

function encodedLength(page: Page): number {
  let length = headBytes;
  for (const slot of page.slots) {
    if (slot !== undefined) length += slot.kind === "leaf" ? leafBytes : innerBytes;
  }
  return length;
}

function writePage(bytes: Uint8Array, page: Page): void {
  let leaves = 0;
  let inners = 0;
  let offset = headBytes;
  for (let nibble = 0; nibble < pageWidth; nibble += 1) {
    const slot = page.slots[nibble];
    if (slot === undefined) continue;
    if (slot.kind === "leaf") leaves |= 1 << nibble;
    else inners |= 1 << nibble;
    offset = writeSlot(bytes, offset, slot);
  }
  bytes[0] = pageFormat;
  bytes[1] = leaves >> 8;
  bytes[2] = leaves & 255;
  bytes[3] = inners >> 8;
  bytes[4] = inners & 255;
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

/** The page in stored bytes; undefined if they are not exactly one page. */
export function decodePage(bytes: Uint8Array): Page | undefined {
  if (bytes.length < headBytes || bytes[0] !== pageFormat) return undefined;
  const leaves = (byteAt(bytes, 1) << 8) | byteAt(bytes, 2);
  const inners = (byteAt(bytes, 3) << 8) | byteAt(bytes, 4);
  if ((leaves & inners) !== 0) return undefined;
  const expected = headBytes + countBits(leaves) * leafBytes + countBits(inners) * innerBytes;
  if (bytes.length !== expected) return undefined;
  const slots: (Slot | undefined)[] = [];
  let offset = headBytes;
  for (let nibble = 0; nibble < pageWidth; nibble += 1) {
    const isLeaf = ((leaves >> nibble) & 1) === 1;
    const isInner = ((inners >> nibble) & 1) === 1;
    if (isLeaf) slots.push(readLeaf(bytes, offset));
    else if (isInner) slots.push(readInner(bytes, offset));
    else slots.push(undefined);
    if (isLeaf) offset += leafBytes;
    else if (isInner) offset += innerBytes;
  }
  return pageOf(slots);
}

function readLeaf(bytes: Uint8Array, offset: number): LeafSlot {
  return leafSlot(readHash(bytes, offset), {
    hash: readHash(bytes, offset + hashBytes),
    height: readHeight(bytes, offset + 2 * hashBytes),
  });
}

function readInner(bytes: Uint8Array, offset: number): Slot {
  const hash = readHash(bytes, offset);
  return { kind: "inner", hash, pageHeight: readHeight(bytes, offset + hashBytes) };
}

/** A copy: the cache must not keep the whole stored page alive, nor see it change. */
function readHash(bytes: Uint8Array, offset: number): Uint8Array {
  return new Uint8Array(bytes.subarray(offset, offset + hashBytes));
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

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
