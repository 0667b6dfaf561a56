import { byteKey, compareBytes } from "@cartorio/crypto";
import { type Multiproof, recordHash, verifyMultiproof } from "@cartorio/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodePage, encodePage, type Page, pageHash, slotAt } from "../src/page.ts";
import { proveKeys } from "../src/tree-proof.ts";
import { createTreeReader, findLeaf, findRecord, type TreeReader } from "../src/tree-reader.ts";
import { type TreeUpdate, updateTree } from "../src/tree-update.ts";
import { type MemoryState, memoryState } from "./memory-state.ts";
import { type Leaf, naiveRoot } from "./naive-tree.ts";

interface Tree {
  readonly state: MemoryState;
  readonly reader: TreeReader;
  readonly leaves: Map<string, Leaf>;
  root: Page | undefined;
  height: number;
}

function newTree(): Tree {
  const state = memoryState();
  return {
    state,
    reader: createTreeReader(state.reader),
    leaves: new Map(),
    root: undefined,
    height: -1,
  };
}

type Change = { readonly key: Uint8Array; readonly record: Uint8Array | undefined };

/** Applies a batch as a block does. Nothing goes through the page cache: all is read back. */
function change(tree: Tree, changes: readonly Change[]): TreeUpdate {
  const parent = tree.root && { page: tree.root, height: tree.height };
  tree.height += 1;
  const update = updateTree(tree.reader, parent, {
    height: tree.height,
    changes: changes.map(({ key, record }) => ({ key, recordHash: record && recordHash(record) })),
  });
  tree.state.commit(tree.height, {
    pages: update.pages.map(({ path, page }) => ({ path, bytes: encodePage(page) })),
    records: changes.flatMap(({ key, record }) => (record ? [{ key, bytes: record }] : [])),
    stalePages: update.stalePages,
    staleRecords: update.staleRecords,
    replay: [],
    expiredBuckets: [],
  });
  for (const { key, record } of changes) {
    if (record) tree.leaves.set(byteKey(key), { key, record });
    else tree.leaves.delete(byteKey(key));
  }
  tree.root = update.root;
  return update;
}

function rootOf(tree: Tree): Page {
  if (tree.root === undefined) throw new Error("the tree is not begun");
  return tree.root;
}

// Keys from few bytes collide on long prefixes, so that pages come and go at every depth; some differ
// in the last byte only.
const keyArbitrary = fc
  .tuple(
    fc.constantFrom(0, 1, 16, 255),
    fc.constantFrom(0, 1, 128),
    fc.nat(3),
    fc.constantFrom(4, 4, 4, 4, 4, 4, 4, 31),
  )
  .map(([first, second, last, position]) => {
    const key = new Uint8Array(32).fill(first, 0, 2);
    key[2] = second;
    key[position] = last;
    return key;
  });
const distinctKeys = fc.uniqueArray(keyArbitrary, { selector: byteKey, maxLength: 10 });
const batches = fc.array(fc.tuple(distinctKeys, fc.array(fc.nat(255), { minLength: 8 })), {
  minLength: 1,
  maxLength: 4,
});

function playBatches(tree: Tree, plan: readonly [Uint8Array[], number[]][]): void {
  for (const [keys, randomness] of plan) {
    let used = 0;
    const next = (): number => {
      used += 1;
      return randomness[used % randomness.length] ?? 0;
    };
    const changes = keys.map((key) => {
      const isPresent = tree.leaves.has(byteKey(key));
      const record = isPresent && next() % 2 === 0 ? undefined : Uint8Array.of(next(), next());
      return { key, record };
    });
    change(tree, changes);
  }
}

/** Properties take a second, several on a machine that is busy with other tests. */
const slow = 60_000;

describe("the state tree", () => {
  it(
    "has the root of its set of leaves, whatever the order of changes",
    () => {
      fc.assert(
        fc.property(batches, (plan) => {
          const tree = newTree();
          playBatches(tree, plan);
          expect(pageHash(rootOf(tree))).toEqual(naiveRoot([...tree.leaves.values()]));
        }),
        { numRuns: 80 },
      );
    },
    slow,
  );

  it(
    "after pruning holds exactly one record per leaf and no page too many",
    () => {
      fc.assert(
        fc.property(batches, (plan) => {
          const tree = newTree();
          playBatches(tree, plan);
          tree.state.prune(tree.height);
          const rebuilt = newTree();
          change(rebuilt, [...tree.leaves.values()]);
          expect(tree.state.records.size).toBe(tree.leaves.size);
          expect(tree.state.pages.size).toBe(rebuilt.state.pages.size);
          for (const { key, record } of tree.leaves.values()) {
            expect(findRecord(createTreeReader(tree.state.reader), rootOf(tree), key)).toEqual(
              record,
            );
          }
        }),
        { numRuns: 40 },
      );
    },
    slow,
  );

  it(
    "does not find keys that are not there",
    () => {
      fc.assert(
        fc.property(batches, distinctKeys, (plan, asked) => {
          const tree = newTree();
          playBatches(tree, plan);
          for (const key of asked) {
            const found = findLeaf(tree.reader, rootOf(tree), key) !== undefined;
            expect(found).toBe(tree.leaves.has(byteKey(key)));
          }
        }),
        { numRuns: 40 },
      );
    },
    slow,
  );

  it("refuses to remove what is not there", () => {
    const tree = newTree();
    expect(() => change(tree, [{ key: new Uint8Array(32), record: undefined }])).toThrow(
      "INV-STATE-REMOVE",
    );
  });

  it("keeps the older roots readable", () => {
    const tree = newTree();
    const key = new Uint8Array(32).fill(7);
    change(tree, [{ key, record: Uint8Array.of(1) }]);
    const before = rootOf(tree);
    change(tree, [{ key, record: Uint8Array.of(2) }]);
    expect(findRecord(tree.reader, before, key)).toEqual(Uint8Array.of(1));
    expect(findRecord(tree.reader, rootOf(tree), key)).toEqual(Uint8Array.of(2));
  });
});

function questionOf(tree: Tree, keys: readonly Uint8Array[]) {
  const { multiproof, leaves } = proveKeys(tree.reader, rootOf(tree), keys);
  const records = keys.map((key) => tree.leaves.get(byteKey(key))?.record);
  const present = keys.filter((key) => tree.leaves.has(byteKey(key)));
  expect([...leaves.keys()].sort()).toEqual(present.map(byteKey).sort());
  return { root: pageHash(rootOf(tree)), keys, records, proof: multiproof };
}

function flipBit(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice();
  const index = (bit >> 3) % Math.max(1, copy.length);
  copy[index] = (copy[index] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

/** The proof with one bit changed in one of its parts. */
function corrupt(proof: Multiproof, choice: number): Multiproof {
  const { shape, hashes, others } = proof;
  const parts = 1 + hashes.length + 2 * others.length;
  const part = choice % parts;
  const bit = Math.floor(choice / parts);
  if (part === 0) return { ...proof, shape: flipBit(shape, bit) };
  if (part <= hashes.length) {
    return {
      ...proof,
      hashes: hashes.map((hash, i) => (i === part - 1 ? flipBit(hash, bit) : hash)),
    };
  }
  const which = part - 1 - hashes.length;
  const changed = others.map((other, i) => {
    if (i !== which >> 1) return other;
    return which % 2 === 0
      ? { ...other, key: flipBit(other.key, bit) }
      : { ...other, recordHash: flipBit(other.recordHash, bit) };
  });
  return { ...proof, others: changed };
}

describe("multiproofs", () => {
  const asked = fc.uniqueArray(keyArbitrary, { selector: byteKey, minLength: 1, maxLength: 10 });

  it(
    "prove presence and absence, and nothing else",
    () => {
      fc.assert(
        fc.property(batches, asked, fc.nat(), (plan, keys, choice) => {
          const tree = newTree();
          playBatches(tree, plan);
          const question = questionOf(tree, keys);
          expect(verifyMultiproof(question)).toBe(true);
          const proof = corrupt(question.proof, choice);
          expect(verifyMultiproof({ ...question, proof })).toBe(false);
          const index = choice % keys.length;
          const lie = question.records[index] === undefined ? Uint8Array.of(1) : undefined;
          const records = question.records.map((record, i) => (i === index ? lie : record));
          expect(verifyMultiproof({ ...question, records })).toBe(false);
          expect(verifyMultiproof({ ...question, root: flipBit(question.root, choice) })).toBe(
            false,
          );
        }),
        { numRuns: 80 },
      );
    },
    slow,
  );

  it("count a key that is asked twice once", () => {
    const tree = newTree();
    const key = new Uint8Array(32).fill(9);
    change(tree, [{ key, record: Uint8Array.of(1) }]);
    const once = proveKeys(tree.reader, rootOf(tree), [key]).multiproof;
    expect(proveKeys(tree.reader, rootOf(tree), [key, key]).multiproof).toEqual(once);
  });
});

describe("pages", () => {
  it("that come back with old content name the records of today", () => {
    const tree = newTree();
    const [key, other] = [1, 2].map((first) => new Uint8Array(32).fill(first, 31));
    if (key === undefined || other === undefined) throw new Error("no keys");
    const old = { key, record: Uint8Array.of(1) };
    change(tree, [old, { key: other, record: Uint8Array.of(9) }]);
    expect(findRecord(tree.reader, rootOf(tree), key)).toEqual(old.record);
    change(tree, [{ key, record: Uint8Array.of(2) }]);
    change(tree, [old]);
    tree.state.prune(tree.height);
    expect(findRecord(tree.reader, rootOf(tree), key)).toEqual(old.record);
  });

  it(
    "come back from their bytes",
    () => {
      fc.assert(
        fc.property(batches, (plan) => {
          const tree = newTree();
          playBatches(tree, plan);
          for (const bytes of tree.state.pages.values()) {
            const page = decodePage(bytes);
            expect(page && encodePage(page)).toEqual(bytes);
          }
        }),
        { numRuns: 40 },
      );
    },
    slow,
  );

  it("keep heights up to 2^53-1", () => {
    const tree = newTree();
    tree.height = Number.MAX_SAFE_INTEGER - 1;
    change(tree, [{ key: new Uint8Array(32), record: Uint8Array.of(1) }]);
    const page = decodePage(encodePage(rootOf(tree)));
    expect(page && slotAt(page, 0)).toMatchObject({ recordHeight: Number.MAX_SAFE_INTEGER });
  });

  it("are refused in any other form", () => {
    const tree = newTree();
    change(tree, [{ key: new Uint8Array(32), record: Uint8Array.of(1) }]);
    const bytes = encodePage(rootOf(tree));
    expect(decodePage(new Uint8Array(0))).toBeUndefined();
    expect(decodePage(bytes.subarray(0, bytes.length - 1))).toBeUndefined();
    expect(decodePage(Uint8Array.of(2, ...bytes.subarray(1)))).toBeUndefined();
    const both = bytes.slice();
    both[4] = 1;
    expect(decodePage(both)).toBeUndefined();
  });

  it("that were damaged on disk are never believed", () => {
    const tree = newTree();
    const keys = [0, 1, 2, 16, 17].map((first) => new Uint8Array(32).fill(first));
    change(
      tree,
      keys.map((key) => ({ key, record: key.slice(0, 2) })),
    );
    const inner = [...tree.state.pages.keys()].filter((name) => name !== "0/");
    expect(inner.length).toBeGreaterThan(0);
    for (const name of inner) {
      const bytes = tree.state.pages.get(name) ?? new Uint8Array(0);
      tree.state.pages.set(name, flipBit(bytes, 8 * 20));
    }
    const cold = createTreeReader(tree.state.reader);
    expect(() => findLeaf(cold, rootOf(tree), new Uint8Array(32).fill(1))).toThrow(
      "DATABASE_CORRUPT",
    );
    for (const name of inner) tree.state.pages.set(name, Uint8Array.of(1));
    expect(() => findLeaf(cold, rootOf(tree), new Uint8Array(32).fill(1))).toThrow("malformed");
  });

  it("and records that were damaged on disk are not either", () => {
    const tree = newTree();
    const key = new Uint8Array(32).fill(5);
    change(tree, [{ key, record: Uint8Array.of(1) }]);
    for (const name of tree.state.records.keys()) tree.state.records.set(name, Uint8Array.of(2));
    expect(() => findRecord(tree.reader, rootOf(tree), key)).toThrow("DATABASE_CORRUPT");
  });

  it("order changes by key, as the caller may not", () => {
    const keys = [3, 1, 2].map((first) => new Uint8Array(32).fill(first));
    const [left, right] = [newTree(), newTree()];
    change(
      left,
      keys.map((key) => ({ key, record: key })),
    );
    change(
      right,
      [...keys].sort(compareBytes).map((key) => ({ key, record: key })),
    );
    expect(pageHash(rootOf(left))).toEqual(pageHash(rootOf(right)));
  });
});
