// The published vectors of the state tree and its proofs (test/vectors/tree.json). `UPDATE_VECTORS=1`
// rewrites them: a changed vector is a changed format.
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  decodeMultiproof,
  encodeMultiproof,
  rootOfRange,
  stateKeys,
  verifyMultiproof,
} from "../src/index.ts";
import { randomOf } from "./fuzzing.ts";
import { prove, rangeOf, rootOf } from "./state-tree.ts";
import {
  keyOfPrefix,
  numbered,
  refusedMultiproofs,
  refusedRanges,
  treeVectorFile,
} from "./tree-vectors.ts";

const file = new URL("../../../test/vectors/tree.json", import.meta.url);
if (process.env["UPDATE_VECTORS"] === "1")
  writeFileSync(file, `${JSON.stringify(treeVectorFile(), undefined, 2)}\n`);

it("the tree vectors are what the code gives, and name every state key", () => {
  const stored = JSON.parse(readFileSync(file, "utf8"));
  expect(JSON.parse(JSON.stringify(treeVectorFile()))).toEqual(stored);
  const names = stored.stateKeys.map(({ name }: { readonly name: string }) => name);
  expect(names).toEqual(Object.keys(stateKeys));
});

it.each(refusedMultiproofs().map(({ why, asked }) => [why, asked] as const))(
  "a multiproof is refused: %s",
  (_, asked) => {
    expect(verifyMultiproof(asked)).toBe(false);
  },
);

describe("ranges", () => {
  const leaves = numbered(1200);
  const root = rootOf(leaves);

  it.each([
    ["", 0, 1200],
    ["0", 4, 256],
    ["7f", 8, 256],
    ["abcdef0123456789", 64, 256],
  ] as const)("below %s give the root", (asked, bits, least) => {
    const range = rangeOf(leaves, keyOfPrefix(asked), bits);
    expect(range.records.length).toBeGreaterThanOrEqual(least);
    expect(rootOfRange(range)).toEqual(root);
  });

  it("of a tree of few leaves are the whole tree", () => {
    for (const count of [0, 1, 2, 200]) {
      const few = numbered(count);
      const range = rangeOf(few, keyOfPrefix("ab"), 8);
      expect([range.prefixBits, range.records.length]).toEqual([0, count]);
      expect(rootOfRange(range)).toEqual(rootOf(few));
    }
  });

  it.each(refusedRanges().map(({ why, range }) => [why, range] as const))(
    "are refused or of another tree: %s",
    (_, range) => {
      expect(rootOfRange(range)).not.toEqual(root);
    },
  );

  it("of fewer than 256 records are refused although their hashes are right", () => {
    const small = refusedRanges().find(({ why }) => why.startsWith("fewer"))?.range;
    if (small === undefined) expect.unreachable();
    expect(rootOfRange(small)).toBeUndefined();
    expect(small.records.length).toBeGreaterThan(1);
  });
});

/** Bytes with one bit flipped. */
function flip(bytes: Uint8Array, bit: number): Uint8Array {
  const changed = bytes.slice();
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7));
  return changed;
}

// The issue: all bits for 20 proofs, 32 random bits for the others.
const wholeProofs = 20;
const randomBits = 32;

describe("a proof of one key", () => {
  const leaves = numbered(200);
  const root = rootOf(leaves);
  const absent = numbered(400).slice(200);
  const random = randomOf(11);

  /** Bits of proof, record and root whose change goes unnoticed. */
  function unnoticed(index: number): string[] {
    // Present and absent keys in turn.
    const leaf = (index % 2 === 0 ? leaves : absent)[index >> 1];
    if (leaf === undefined) throw new Error("no such key");
    const { key } = leaf;
    const record = index % 2 === 0 ? leaf.record : undefined;
    const bytes = encodeMultiproof(prove(leaves, [key]));
    const verifies = (parts: { proof?: Uint8Array; record?: Uint8Array; root?: Uint8Array }) => {
      const proof = decodeMultiproof(parts.proof ?? bytes);
      if (!proof.ok) return false;
      const records = [parts.record ?? record];
      return verifyMultiproof({
        root: parts.root ?? root,
        keys: [key],
        records,
        proof: proof.value,
      });
    };
    expect(verifies({})).toBe(true);
    const lengths = { proof: bytes.length, record: record?.length ?? 0, root: root.length };
    const total = 8 * (lengths.proof + lengths.record + lengths.root);
    const bits =
      index < wholeProofs
        ? Array.from({ length: total }, (_, bit) => bit)
        : Array.from({ length: randomBits }, () => random(total));
    return bits.flatMap((bit) => {
      const inRecord = bit - 8 * lengths.proof;
      const inRoot = inRecord - 8 * lengths.record;
      const parts =
        inRecord < 0
          ? { proof: flip(bytes, bit) }
          : inRoot < 0
            ? { record: flip(record ?? bytes, inRecord) }
            : { root: flip(root, inRoot) };
      return verifies(parts) ? [`proof ${index}, bit ${bit}`] : [];
    });
  }

  it("fails after any change of one bit: every present and as many absent keys", () => {
    const missed = Array.from({ length: 2 * leaves.length }, (_, index) => unnoticed(index)).flat();
    expect(missed).toEqual([]);
  }, 120_000);
});
