import { p256 } from "@noble/curves/nist.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ed25519PublicKey,
  ed25519Sign,
  encodeMultikey,
  p256PublicKey,
  p256Sign,
  verifyDocumentSignature,
  verifySignature,
} from "../src/index.ts";

const scalars = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => bytes.with(0, 0).with(31, 1));
const messages = fc.uint8Array({ maxLength: 100 });
const half = 32;

/** (r, n - s): as valid as (r, s) to whoever does not ask for low s. */
function other(signature: Uint8Array): Uint8Array {
  const hex = Buffer.from(signature.subarray(half)).toString("hex");
  const s = (p256.Point.Fn.ORDER - BigInt(`0x${hex}`)).toString(16).padStart(2 * half, "0");
  return Uint8Array.of(...signature.subarray(0, half), ...Buffer.from(s, "hex"));
}

describe("signatures of documents", () => {
  it("by P-256 count with either s, those of transactions with the low one", () => {
    fc.assert(
      fc.property(scalars, messages, (secret, message) => {
        const multikey = encodeMultikey("p256", p256PublicKey(secret));
        const low = p256Sign(secret, message);
        const high = other(low);
        expect(verifySignature(multikey, message, low)).toBe(true);
        expect(verifySignature(multikey, message, high)).toBe(false);
        for (const signature of [low, high]) {
          expect(verifyDocumentSignature(multikey, message, signature)).toBe(true);
          const changed = signature.with(5, (signature[5] ?? 0) ^ 1);
          expect(verifyDocumentSignature(multikey, message, changed)).toBe(false);
          const longer = Uint8Array.of(...message, 0);
          expect(verifyDocumentSignature(multikey, longer, signature)).toBe(false);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("by Ed25519 count as everywhere", () => {
    const seed = new Uint8Array(32).fill(3);
    const multikey = encodeMultikey("ed25519", ed25519PublicKey(seed));
    const signature = ed25519Sign(seed, Uint8Array.of(1));
    expect(verifyDocumentSignature(multikey, Uint8Array.of(1), signature)).toBe(true);
    expect(verifyDocumentSignature(multikey, Uint8Array.of(2), signature)).toBe(false);
  });

  it("are never a throw", () => {
    const key = encodeMultikey("p256", p256PublicKey(new Uint8Array(32).fill(1)));
    for (const length of [0, 63, 64, 65]) {
      const signature = new Uint8Array(length);
      expect(verifyDocumentSignature(key, new Uint8Array(0), signature)).toBe(false);
      expect(verifyDocumentSignature(key.subarray(3), new Uint8Array(0), signature)).toBe(false);
      expect(verifyDocumentSignature(key.fill(9, 3), new Uint8Array(0), signature)).toBe(false);
    }
  });
});
