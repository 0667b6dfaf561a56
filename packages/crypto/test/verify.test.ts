import { ED25519_TORSION_SUBGROUP, ed25519 } from "@noble/curves/ed25519.js";
import { secp256k1 } from "@noble/curves/secp256k1.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ed25519PublicKey,
  ed25519Sign,
  encodeMultikey,
  p256PublicKey,
  p256Sign,
  verifySignature,
} from "../src/index.ts";
import { ed25519KeyPairFromSeed, signEd25519, verifySignatureNode } from "../src/node/index.ts";

const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 });
const messages = fc.uint8Array({ maxLength: 200 });
// Between 1 and n - 1 of every curve here: a secret scalar whose first byte is zero, its last not.
const scalars = seeds.map((bytes) => bytes.with(0, 0).with(31, 1));

/** Judges with both verifiers, which must agree. */
function verify(multikey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const verdict = verifySignature(multikey, message, signature);
  expect(verifySignatureNode(multikey, message, signature)).toBe(verdict);
  return verdict;
}

describe("Ed25519", () => {
  it("accepts what either library signs, and the libraries sign alike", () => {
    fc.assert(
      fc.property(seeds, messages, (seed, message) => {
        const keyPair = ed25519KeyPairFromSeed(seed);
        const signature = ed25519Sign(seed, message);
        expect(keyPair.publicKey).toEqual(ed25519PublicKey(seed));
        expect(signEd25519(keyPair, message)).toEqual(signature);
        const multikey = encodeMultikey("ed25519", keyPair.publicKey);
        expect(verify(multikey, message, signature)).toBe(true);
        expect(verify(multikey, Uint8Array.of(...message, 0), signature)).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it("refuses every signature with one bit changed, in both verifiers", () => {
    const seed = new Uint8Array(32).fill(3);
    const message = Uint8Array.of(1, 2, 3);
    const multikey = encodeMultikey("ed25519", ed25519PublicKey(seed));
    const signature = ed25519Sign(seed, message);
    fc.assert(
      fc.property(fc.nat({ max: 511 }), (bit) => {
        const index = bit >> 3;
        const changed = signature.with(index, (signature[index] ?? 0) ^ (1 << (bit & 7)));
        expect(verify(multikey, message, changed)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it("agrees on keys and R moved by a point of small order", () => {
    const torsion = fc.constantFrom(...ED25519_TORSION_SUBGROUP);
    fc.assert(
      fc.property(seeds, torsion, messages, (seed, text, message) => {
        const offset = ed25519.Point.fromHex(text);
        const isIdentity = offset.is0();
        const signature = ed25519Sign(seed, message);
        const movedR = moved(signature.subarray(0, 32), offset);
        const multikey = encodeMultikey("ed25519", ed25519PublicKey(seed));
        const changed = Uint8Array.of(...movedR, ...signature.subarray(32));
        expect(verify(multikey, message, changed)).toBe(isIdentity);
        const movedKey = Uint8Array.of(0xed, 1, ...moved(multikey.subarray(2), offset));
        expect(verify(movedKey, message, signature)).toBe(isIdentity);
      }),
      { numRuns: 24 },
    );
  });

  it("refuses a seed of another length", () => {
    expect(() => ed25519KeyPairFromSeed(new Uint8Array(31))).toThrow("INV-CRYPTO-SEED");
    expect(() => ed25519Sign(new Uint8Array(31), new Uint8Array())).toThrow();
  });
});

describe("P-256", () => {
  it("accepts its own signatures and refuses changed ones, in both verifiers", () => {
    fc.assert(
      fc.property(scalars, messages, fc.nat({ max: 511 }), (secretKey, message, bit) => {
        const multikey = encodeMultikey("p256", p256PublicKey(secretKey));
        const signature = p256Sign(secretKey, message);
        expect(signature).toHaveLength(64);
        expect(verify(multikey, message, signature)).toBe(true);
        const index = bit >> 3;
        const changed = signature.with(index, (signature[index] ?? 0) ^ (1 << (bit & 7)));
        expect(verify(multikey, message, changed)).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
});

describe("other keys and bytes", () => {
  it("never verify and never throw", () => {
    const multikeys = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.uint8Array({ minLength: 32, maxLength: 32 }).map((key) => Uint8Array.of(0xed, 1, ...key)),
      fc.uint8Array({ minLength: 33, maxLength: 33 }).map((key) => Uint8Array.of(128, 36, ...key)),
      scalars.map((key) => encodeMultikey("p256", p256PublicKey(key))),
    );
    const signatures = fc.oneof(
      fc.uint8Array({ maxLength: 100 }),
      fc.uint8Array({ minLength: 64, maxLength: 64 }),
    );
    fc.assert(
      fc.property(multikeys, messages, signatures, (multikey, message, signature) => {
        expect(verify(multikey, message, signature)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it("secp256k1 and X25519 keys sign nothing", () => {
    const secret = new Uint8Array(32).fill(5);
    const message = Uint8Array.of(1);
    const signature = secp256k1.sign(message, secret);
    const multikey = encodeMultikey("secp256k1", secp256k1.getPublicKey(secret, true));
    expect(verify(multikey, message, signature)).toBe(false);
    expect(verify(encodeMultikey("x25519", secret), message, signature)).toBe(false);
  });
});

function moved(encoding: Uint8Array, offset: typeof ed25519.Point.BASE): Uint8Array {
  return ed25519.Point.fromBytes(encoding).add(offset).toBytes();
}
