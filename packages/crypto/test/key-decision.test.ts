import { ED25519_TORSION_SUBGROUP, ed25519 } from "@noble/curves/ed25519.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideAdmissible, decideAdmissibleKeysBy } from "../src/ed25519.ts";
import { isAdmissibleEd25519Key } from "../src/index.ts";
import { admitKeysByLibsodium } from "../src/node/index.ts";
import { decideBySodium } from "../src/node/sodium.ts";
import { fromHex } from "./edge-vectors.ts";

const { Point } = ed25519;
const torsion = ED25519_TORSION_SUBGROUP.map((text) => Point.fromBytes(fromHex(text), true));
const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });
/** A point of each coset of the prime-order subgroup, from the identity on. */
const points = fc
  .tuple(fc.bigInt({ min: 0n, max: Point.Fn.ORDER - 1n }), fc.constantFrom(...torsion))
  .map(([scalar, part]) => Point.BASE.multiplyUnsafe(scalar).add(part).toBytes());
/** y of p - 1 and beyond, with and without the sign bit. */
const nearPrime = fc
  .tuple(fc.integer({ min: 0xec, max: 0xff }), fc.constantFrom(0x7f, 0xff))
  .map(([first, last]) => Uint8Array.of(first, ...new Array(30).fill(0xff), last));

describe("the two decisions on Ed25519 keys", () => {
  it("are one, on points of every coset and on any bytes", () => {
    let admitted = 0;
    fc.assert(
      fc.property(fc.oneof(points, bytes, nearPrime), (key) => {
        const verdict = decideAdmissible(key);
        if (verdict) admitted += 1;
        expect(decideBySodium(key)).toBe(verdict);
      }),
      { numRuns: 300, seed: 9 },
    );
    expect(admitted).toBeGreaterThan(5);
  });

  it("are one on every small point", () => {
    for (const text of ED25519_TORSION_SUBGROUP) {
      expect([text, decideBySodium(fromHex(text)), decideAdmissible(fromHex(text))]).toEqual([
        text,
        false,
        false,
      ]);
    }
  });
});

it("keys are decided by what was chosen, once each", () => {
  const asked: Uint8Array[] = [];
  decideAdmissibleKeysBy((key) => asked.push(key) > 1);
  const [a, b] = [1, 2].map((byte) => new Uint8Array(32).fill(byte));
  if (a === undefined || b === undefined) expect.unreachable();
  expect([a, a, b, b].map(isAdmissibleEd25519Key)).toEqual([false, false, true, true]);
  expect(asked).toEqual([a, b]);
  admitKeysByLibsodium();
  expect(isAdmissibleEd25519Key(Point.BASE.toBytes())).toBe(true);
  expect(isAdmissibleEd25519Key(new Uint8Array(31))).toBe(false);
});
