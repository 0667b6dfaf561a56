import { secp256k1 } from "@noble/curves/secp256k1.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decodeMultikey,
  ed25519PublicKey,
  encodeMultikey,
  hexDecode,
  hexEncode,
  type KeyKind,
  multikeyFromString,
  multikeyToString,
  p256PublicKey,
} from "../src/index.ts";
import { createVerdictCache } from "../src/key-cache.ts";

const seed = new Uint8Array(32).fill(5);
const keys: readonly (readonly [KeyKind, Uint8Array, string, string])[] = [
  ["ed25519", ed25519PublicKey(seed), "ed01", "z6Mk"],
  ["p256", p256PublicKey(seed), "8024", "zDn"],
  ["secp256k1", secp256k1.getPublicKey(seed, true), "e701", "zQ3s"],
  ["x25519", new Uint8Array(32).fill(9), "ec01", "z6LS"],
];

describe("Multikey", () => {
  it.each(keys)("round-trips %s with its published prefixes", (kind, key, prefix, start) => {
    const multikey = encodeMultikey(kind, key);
    expect(hexEncode(multikey)).toBe(prefix + hexEncode(key));
    expect(decodeMultikey(multikey)).toEqual({ kind, publicKey: key });
    const text = multikeyToString(multikey);
    expect(text.startsWith(start)).toBe(true);
    expect(multikeyFromString(text)).toEqual(multikey);
  });

  it("reads the examples of the did:key specification", () => {
    const ed25519 = multikeyFromString("z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK");
    const p256 = multikeyFromString("zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169");
    const secp256k1Key = multikeyFromString("zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme");
    expect([ed25519, p256, secp256k1Key].map((key) => key && decodeMultikey(key)?.kind)).toEqual([
      "ed25519",
      "p256",
      "secp256k1",
    ]);
  });

  it.each(keys)("refuses %s of another length or prefix", (kind, key) => {
    const multikey = encodeMultikey(kind, key);
    expect(decodeMultikey(multikey.subarray(0, -1))).toBeUndefined();
    expect(decodeMultikey(Uint8Array.of(...multikey, 0))).toBeUndefined();
    expect(decodeMultikey(Uint8Array.of(...multikey.with(0, 0)))).toBeUndefined();
    expect(decodeMultikey(Uint8Array.of(...multikey.with(1, 2)))).toBeUndefined();
    expect(() => encodeMultikey(kind, key.subarray(1))).toThrow("INV-CRYPTO-MULTIKEY");
  });

  it("refuses points that are not compressed, not on the curve or not admissible", () => {
    const bad = [
      `8024${"04".padEnd(66, "1")}`,
      `8024${"00".repeat(33)}`,
      `8024${`02${"ff".repeat(32)}`}`,
      `e701${`02${"ff".repeat(32)}`}`,
      `ed01${"00".repeat(32)}`,
      `ed0101${"00".repeat(31)}`,
      `ed01${"ff".repeat(32)}`,
    ];
    for (const text of bad) {
      const bytes = hexDecode(text) ?? Uint8Array.of();
      expect(bytes.length).toBeGreaterThan(33);
      expect(decodeMultikey(bytes)).toBeUndefined();
      expect(multikeyFromString(multikeyToString(bytes))).toBeUndefined();
    }
    expect(() => encodeMultikey("ed25519", new Uint8Array(32))).toThrow("INV-CRYPTO-MULTIKEY");
  });

  it("copies the key out of the input, a Buffer too", () => {
    const multikey = Buffer.from(encodeMultikey("ed25519", ed25519PublicKey(seed)));
    const decoded = decodeMultikey(multikey);
    multikey.fill(0);
    expect(decoded?.publicKey).toEqual(ed25519PublicKey(seed));
    expect(Buffer.isBuffer(decoded?.publicKey)).toBe(false);
  });

  it("refuses other multibases and overlong texts", () => {
    const text = multikeyToString(encodeMultikey("x25519", new Uint8Array(32).fill(9)));
    for (const bad of ["", "z", text.slice(1), `u${text.slice(1)}`, `${text}1`, `z${text}`]) {
      expect(multikeyFromString(bad)).toBeUndefined();
    }
    expect(multikeyFromString("z".padEnd(100_000, "z"))).toBeUndefined();
  });

  it("is total and canonical on random bytes", () => {
    const prefix = fc
      .constantFrom("ed01", "8024", "e701", "ec01", "8025")
      .map((text) => hexDecode(text) ?? Uint8Array.of());
    const tail = fc.uint8Array({ minLength: 31, maxLength: 34 });
    fc.assert(
      fc.property(prefix, tail, (start, end) => {
        const bytes = Uint8Array.of(...start, ...end);
        const key = decodeMultikey(bytes);
        if (key !== undefined) expect(encodeMultikey(key.kind, key.publicKey)).toEqual(bytes);
      }),
      { numRuns: 300 },
    );
  });
});

describe("verdict cache", () => {
  it("decides a key once while it is used, and holds at most twice its capacity", () => {
    const cache = createVerdictCache(4);
    let decided = 0;
    const kept = Uint8Array.of(255);
    for (let value = 0; value < 40; value += 1) {
      cache.get(kept, () => {
        decided += 1;
        return true;
      });
      expect(cache.get(Uint8Array.of(value), (key) => key[0] === 7)).toBe(value === 7);
      expect(cache.size()).toBeLessThanOrEqual(8);
    }
    expect(decided).toBe(1);
  });

  it("remembers a refusal as well", () => {
    const cache = createVerdictCache(4);
    expect(cache.get(Uint8Array.of(1), () => false)).toBe(false);
    expect(cache.get(Uint8Array.of(1), () => true)).toBe(false);
  });
});
