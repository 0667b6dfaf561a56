import { sha256 } from "@cartorio/crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  emptyHash,
  leafHash,
  type Multiproof,
  type MultiproofQuestion,
  nodeHash,
  proofSlot,
  recordHash,
  verifyMultiproof,
} from "../src/index.ts";
import { fuzzTimeoutMs, makeFrame, randomOf, sameBytes } from "./fuzzing.ts";
import { bytes32 } from "./samples.ts";
import { type Leaf, prove, rootOf } from "./state-tree.ts";

const keyOf = (first: number, rest = 0): Uint8Array => {
  const key = new Uint8Array(32).fill(rest);
  key[0] = first;
  return key;
};
const leafOf = (key: Uint8Array): Leaf => ({ key, record: sha256(key).slice(0, 9) });
const leaves = Array.from({ length: 40 }, (_, index) => leafOf(bytes32(`key ${index}`)));
const root = rootOf(leaves);

function questionOf(keys: readonly Uint8Array[], tree = leaves): MultiproofQuestion {
  const records = keys.map((key) => tree.find((leaf) => String(leaf.key) === String(key))?.record);
  return { root: rootOf(tree), keys, records, proof: prove(tree, keys) };
}
const keysAt = (...indices: readonly number[]): Uint8Array[] =>
  indices.map((index) => leaves[index]?.key ?? bytes32("none"));
const withProof = (question: MultiproofQuestion, change: Partial<Multiproof>): boolean =>
  verifyMultiproof({ ...question, proof: { ...question.proof, ...change } });

describe("verifyMultiproof", { timeout: fuzzTimeoutMs }, () => {
  it("agrees with the plain tree on presence and absence, in the caller's order", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 12 }),
        fc.integer({ min: 0, max: 30 }),
        (asked, size) => {
          const keys = asked.map((index) => bytes32(`key ${index}`));
          return verifyMultiproof(questionOf(keys, leaves.slice(0, size)));
        },
      ),
      { numRuns: 200 },
    );
  });

  it("works on the empty tree, one leaf, and keys that share long prefixes", () => {
    expect(verifyMultiproof(questionOf([bytes32("x")], []))).toBe(true);
    expect(verifyMultiproof(questionOf([], []))).toBe(true);
    expect(verifyMultiproof(questionOf([bytes32("x")], leaves.slice(0, 1)))).toBe(true);
    const deep = [keyOf(1, 0), keyOf(1, 1), keyOf(1, 255)].map(leafOf);
    const last = new Uint8Array(32);
    last[31] = 1;
    const twins = [...deep, leafOf(new Uint8Array(32)), leafOf(last)];
    const keys = [last, keyOf(1, 1), keyOf(2, 2), new Uint8Array(32)];
    expect(verifyMultiproof(questionOf(keys, twins))).toBe(true);
  });

  it("refuses a wrong, missing or invented record", () => {
    const question = questionOf([...keysAt(3, 4), bytes32("absent")]);
    expect(verifyMultiproof(question)).toBe(true);
    const [first, second] = question.records;
    const wrong: (Uint8Array | undefined)[][] = [
      [second, first, undefined],
      [first, undefined, undefined],
      [undefined, undefined, undefined],
      [first, second, first],
      [first, second],
    ];
    for (const records of wrong) expect(verifyMultiproof({ ...question, records })).toBe(false);
  });

  it("refuses the answer to another question", () => {
    const question = questionOf(keysAt(3, 4));
    expect(verifyMultiproof({ ...question, keys: keysAt(4, 3) })).toBe(false);
    expect(verifyMultiproof({ ...question, keys: keysAt(3, 5) })).toBe(false);
    expect(verifyMultiproof({ ...question, keys: keysAt(3, 3) })).toBe(false);
    const short = [new Uint8Array(31), ...keysAt(4)];
    expect(verifyMultiproof({ ...question, keys: short })).toBe(false);
  });

  it("refuses one flipped bit in root, shape, hashes, others and records", () => {
    const question = questionOf([...keysAt(1, 9, 20), bytes32("absent"), bytes32("gone")]);
    expect(question.proof.others.length).toBeGreaterThan(0);
    const flip = (bytes: Uint8Array, at: number): Uint8Array =>
      bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
    const { shape, hashes, others } = question.proof;
    expect(verifyMultiproof({ ...question, root: flip(root, 5) })).toBe(false);
    for (let at = 0; at < shape.length; at += 1) {
      expect(withProof(question, { shape: flip(shape, at) })).toBe(false);
    }
    hashes.forEach((_, at) => {
      const changed = hashes.map((hash, index) => (index === at ? flip(hash, 31) : hash));
      expect(withProof(question, { hashes: changed })).toBe(false);
    });
    for (const field of ["key", "recordHash"] as const) {
      const changed = others.map((leaf) => ({ ...leaf, [field]: flip(leaf[field], 31) }));
      expect(withProof(question, { others: changed })).toBe(false);
    }
  });

  it("refuses anything left over", () => {
    const question = questionOf(keysAt(1, 2));
    const { shape, hashes, others } = question.proof;
    expect(withProof(question, { shape: Uint8Array.of(...shape, 0) })).toBe(false);
    expect(withProof(question, { hashes: [...hashes, bytes32("more")] })).toBe(false);
    const extra = { key: bytes32("more"), recordHash: bytes32("more") };
    expect(withProof(question, { others: [...others, extra] })).toBe(false);
    expect(withProof(question, { shape: shape.slice(0, -1) })).toBe(false);
    expect(withProof(question, { hashes: hashes.slice(1) })).toBe(false);
    expect(withProof(question, { shape: new Uint8Array(0) })).toBe(false);
    expect(withProof(question, { hashes: hashes.map((hash) => hash.slice(1)) })).toBe(false);
  });

  it("refuses to hide a key in an unopened subtree", () => {
    const [key] = keysAt(7);
    if (key === undefined) expect.unreachable();
    const proof = { shape: Uint8Array.of(proofSlot.subtree), hashes: [root], others: [] };
    expect(verifyMultiproof({ root, keys: [key], records: [undefined], proof })).toBe(false);
  });

  it("refuses another leaf that is off the path, or that is the key itself", () => {
    const left = leafOf(keyOf(0x00));
    const right = leafOf(keyOf(0x80));
    const tree = [left, right];
    const absent = keyOf(0x90);
    const honest = questionOf([absent], tree);
    expect(verifyMultiproof(honest)).toBe(true);
    // The tree is (left, right); swapping the children's roles would "prove" right absent by left.
    const forged: Multiproof = {
      shape: Uint8Array.of(proofSlot.branch, proofSlot.subtree, proofSlot.other),
      hashes: [leafHash(left.key, left.record)],
      others: [{ key: right.key, recordHash: recordHash(right.record) }],
    };
    const hidden = { root: rootOf(tree), keys: [right.key], records: [undefined], proof: forged };
    expect(verifyMultiproof(hidden)).toBe(false);
    const crooked = nodeHash(leafHash(left.key, left.record), leafHash(left.key, left.record));
    const offPath: Multiproof = {
      ...forged,
      others: [{ key: left.key, recordHash: recordHash(left.record) }],
    };
    expect(
      verifyMultiproof({ root: crooked, keys: [absent], records: [undefined], proof: offPath }),
    ).toBe(false);
  });

  it("refuses branches where nothing is asked and empty hashes as subtrees", () => {
    const [one, two] = [leafOf(keyOf(0x00)), leafOf(keyOf(0x40))];
    const right = leafOf(keyOf(0x80));
    const tree = [one, two, right];
    const opened: Multiproof = {
      shape: Uint8Array.of(4, 4, 3, 3, 1),
      hashes: [leafHash(one.key, one.record), leafHash(two.key, two.record)],
      others: [],
    };
    const ask = { root: rootOf(tree), keys: [right.key], records: [right.record] };
    expect(verifyMultiproof(questionOf([right.key], tree))).toBe(true);
    expect(verifyMultiproof({ ...ask, proof: opened })).toBe(false);
    const lonely = nodeHash(emptyHash, leafHash(right.key, right.record));
    const padded: Multiproof = { shape: Uint8Array.of(4, 3, 1), hashes: [emptyHash], others: [] };
    expect(verifyMultiproof({ ...ask, root: lonely, proof: padded })).toBe(false);
  });

  it("ends at depth 256 and with the shape, however deep it claims to be", () => {
    const [key] = keysAt(0);
    if (key === undefined) expect.unreachable();
    for (const length of [257, 1000, 200_000]) {
      const proof = { shape: new Uint8Array(length).fill(4), hashes: [], others: [] };
      expect(verifyMultiproof({ root, keys: [key], records: [undefined], proof })).toBe(false);
    }
    const tooMany = Array.from({ length: 257 }, (_, index) => bytes32(`many ${index}`));
    expect(verifyMultiproof(questionOf(tooMany, []))).toBe(false);
  });

  it("10,000 random and mutated frames: shapes of a multiproof", () => {
    const question = questionOf([...keysAt(1, 9, 20), bytes32("absent")]);
    const random = randomOf(7);
    const wrong: string[] = [];
    for (let count = 0; count < 10_000; count += 1) {
      const shape = makeFrame([question.proof.shape], random);
      const same = sameBytes(shape, question.proof.shape);
      if (withProof(question, { shape }) !== same) wrong.push(String(shape));
    }
    expect(wrong).toEqual([]);
  });
});
