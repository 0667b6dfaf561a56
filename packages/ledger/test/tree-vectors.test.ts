// The published vectors of the state tree (test/vectors/tree.json), made in protocol from the plain
// definitions, hold for the pages of this package.
import { readFileSync } from "node:fs";
import { hexDecode, hexEncode, sha256, utf8Encode } from "@cartorio/crypto";
import { encodeMultiproof, recordHash, rootOfRange } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { encodePage, type Page, pageHash } from "../src/page.ts";
import { proveKeys } from "../src/tree-proof.ts";
import { findRange } from "../src/tree-range.ts";
import { createTreeReader, readLeafRecord, type TreeReader } from "../src/tree-reader.ts";
import { updateTree } from "../src/tree-update.ts";
import { memoryState } from "./memory-state.ts";

interface Vectors {
  readonly trees: readonly {
    readonly name: string;
    readonly leaves: readonly { readonly key: string; readonly record: string }[];
    readonly root: string;
    readonly multiproofs: readonly { readonly keys: readonly string[]; readonly bytes: string }[];
  }[];
  readonly numberedTree: {
    readonly leaves: number;
    readonly root: string;
    readonly ranges: readonly {
      readonly asked: string;
      readonly prefixBits: number;
      readonly prefix: string;
      readonly siblings: readonly string[];
      readonly records: number;
      readonly firstKey: string;
      readonly lastKey: string;
    }[];
  };
}

const file = new URL("../../../test/vectors/tree.json", import.meta.url);
const vectors: Vectors = JSON.parse(readFileSync(file, "utf8"));

interface Leaf {
  readonly key: Uint8Array;
  readonly record: Uint8Array;
}

const bytesOf = (hex: string): Uint8Array => {
  const bytes = hexDecode(hex);
  if (bytes === undefined) throw new Error("a vector is not hexadecimal");
  return bytes;
};

/** The tree of some leaves, in blocks of at most `perBlock` leaves; read back from its pages. */
function treeOf(leaves: readonly Leaf[], perBlock: number): { tree: TreeReader; root: Page } {
  const state = memoryState();
  const tree = createTreeReader(state.reader);
  let parent: { page: Page; height: number } | undefined;
  let height = 0;
  do {
    const part = leaves.slice(height * perBlock, (height + 1) * perBlock);
    const changes = part.map(({ key, record }) => ({ key, recordHash: recordHash(record) }));
    const update = updateTree(tree, parent, { height, changes });
    state.commit(height, {
      pages: update.pages.map(({ path, page }) => ({ path, bytes: encodePage(page) })),
      records: part.map(({ key, record }) => ({ key, bytes: record })),
      stalePages: update.stalePages,
      staleRecords: update.staleRecords,
      replay: [],
      expiredBuckets: [],
    });
    parent = { page: update.root, height };
    height += 1;
  } while (height * perBlock < leaves.length);
  return { tree, root: parent.page };
}

describe.each(vectors.trees)("tree: $name", ({ leaves, root: expected, multiproofs }) => {
  const made = treeOf(
    leaves.map(({ key, record }) => ({ key: bytesOf(key), record: bytesOf(record) })),
    3,
  );

  it("has the published root and proofs", () => {
    expect(hexEncode(pageHash(made.root))).toBe(expected);
    for (const { keys, bytes } of multiproofs) {
      const { multiproof } = proveKeys(made.tree, made.root, keys.map(bytesOf));
      expect(hexEncode(encodeMultiproof(multiproof))).toBe(bytes);
    }
  });
});

describe("ranges of the numbered tree", () => {
  const { leaves: count, root: expected, ranges } = vectors.numberedTree;
  const leaves = Array.from({ length: count }, (_, index) => ({
    key: sha256(utf8Encode(`key ${index}`)),
    record: utf8Encode(`record ${index}`),
  }));
  const { tree, root } = treeOf(leaves, 250);

  it.each(ranges)("below '$asked'", (range) => {
    expect(hexEncode(pageHash(root))).toBe(expected);
    const key = bytesOf(range.asked.padEnd(64, "0"));
    const found = findRange(tree, root, { key, bits: 4 * range.asked.length });
    if (found === undefined) expect.unreachable();
    const { leaves: slots, prefixBits, prefix, siblings } = found;
    expect({
      asked: range.asked,
      prefixBits,
      prefix: hexEncode(prefix),
      siblings: siblings.map(hexEncode),
      records: slots.length,
      firstKey: hexEncode(slots[0]?.key ?? new Uint8Array()),
      lastKey: hexEncode(slots.at(-1)?.key ?? new Uint8Array()),
    }).toEqual(range);
    const records = slots.map((slot) => ({ key: slot.key, record: readLeafRecord(tree, slot) }));
    expect(rootOfRange({ prefixBits, prefix, siblings, records })).toEqual(pageHash(root));
  });

  it("for every prefix of some keys hold all records under it, 256 or the whole tree", () => {
    for (const { key } of leaves.slice(0, 3)) {
      for (let bits = 0; bits <= 256; bits += bits < 16 ? 1 : 40) {
        const found = findRange(tree, root, { key, bits });
        if (found === undefined) expect.unreachable();
        const records = found.leaves.map((slot) => ({
          key: slot.key,
          record: readLeafRecord(tree, slot),
        }));
        expect(found.prefixBits).toBeLessThanOrEqual(bits);
        expect(rootOfRange({ ...found, records })).toEqual(pageHash(root));
        expect(records.some((record) => hexEncode(record.key) === hexEncode(key))).toBe(true);
      }
    }
  });

  it("are refused when they hold too much", () => {
    const many = Array.from({ length: 4097 }, (_, index) => ({
      key: sha256(utf8Encode(`many ${index}`)),
      record: Uint8Array.of(1),
    }));
    const large = treeOf(many, 4097);
    const key = new Uint8Array(32);
    expect(findRange(large.tree, large.root, { key, bits: 0 })).toBeUndefined();
    expect(findRange(large.tree, large.root, { key, bits: 1 })?.prefixBits).toBe(1);
  });
});
