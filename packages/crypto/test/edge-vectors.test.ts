import { verify as verifyByOpenSSL } from "node:crypto";
import { ed25519 } from "@noble/curves/ed25519.js";
import { p256 } from "@noble/curves/nist.js";
import { describe, expect, it } from "vitest";
import {
  decodeMultikey,
  ed25519PublicKey,
  ed25519Sign,
  hexEncode,
  isAdmissibleEd25519Key,
  verifySignature,
} from "../src/index.ts";
import { verifyEd25519, verifySignatureNode } from "../src/node/index.ts";
import { bareSodium, disagreementTable, fromHex, readVectors, verdictOf } from "./edge-vectors.ts";

const edwards = readVectors("ed25519-edge.json");
const nist = readVectors("p256-edge.json");
const ED25519_PREFIX = Uint8Array.of(0xed, 0x01);
const P256_PREFIX = Uint8Array.of(0x80, 0x24);

describe("Ed25519 edge vectors", () => {
  it.each(edwards.vectors)("$name", (vector) => {
    const key = fromHex(vector.publicKey);
    const message = fromHex(vector.message);
    const signature = fromHex(vector.signature);
    const multikey = Uint8Array.of(...ED25519_PREFIX, ...key);
    expect({
      libsodium: verdictOf(() => bareSodium.crypto_sign_verify_detached(signature, message, key)),
      noble: verdictOf(() => ed25519.verify(signature, message, key, { zip215: false })),
      sdk: verdictOf(() => verifySignature(multikey, message, signature)),
      node: verdictOf(() => verifySignatureNode(multikey, message, signature)),
      bare: verdictOf(() => verifyEd25519(key, message, signature)),
    }).toEqual({
      libsodium: vector.libsodium,
      noble: vector.noble,
      sdk: vector.cartorio,
      node: vector.cartorio,
      bare: vector.cartorio,
    });
    if (vector.seed !== undefined) {
      expect(hexEncode(ed25519PublicKey(fromHex(vector.seed)))).toBe(vector.publicKey);
      expect(hexEncode(ed25519Sign(fromHex(vector.seed), message))).toBe(vector.signature);
    }
  });

  it("refuses wherever libsodium and noble differ", () => {
    for (const vector of edwards.vectors) {
      if (vector.libsodium !== vector.noble) expect(vector.cartorio).toBe("invalid");
      if (vector.published !== undefined) expect(vector.cartorio).toBe(vector.published);
    }
  });

  it("covers every source", () => {
    const count = (start: string): number =>
      edwards.vectors.filter((vector) => vector.source.startsWith(start)).length;
    expect(count("RFC 8032")).toBe(5);
    expect(count("Wycheproof")).toBeGreaterThanOrEqual(50);
    expect(count("Taming the many EdDSAs")).toBe(17);
  });

  it.each(edwards.keys)("admits the key only if in the subgroup: $name", (vector) => {
    const key = fromHex(vector.publicKey);
    expect(isAdmissibleEd25519Key(key)).toBe(vector.admissible);
    expect(verdictOf(() => bareSodium.crypto_core_ed25519_is_valid_point(key))).toBe(
      vector.libsodium,
    );
    expect(vector.libsodium === "valid").toBe(vector.admissible);
    const multikey = Uint8Array.of(...ED25519_PREFIX, ...key);
    expect(decodeMultikey(multikey) !== undefined).toBe(vector.admissible);
  });
});

describe("P-256 edge vectors", () => {
  it.each(nist.vectors)("$name", (vector) => {
    const key = fromHex(vector.publicKey);
    const message = fromHex(vector.message);
    const signature = fromHex(vector.signature);
    const multikey = Uint8Array.of(...P256_PREFIX, ...key);
    const rule = { format: "compact", lowS: true, prehash: true } as const;
    expect({
      openssl: verdictOf(() => openSSL(key, message, signature)),
      noble: verdictOf(() => p256.verify(signature, message, key, rule)),
      sdk: verdictOf(() => verifySignature(multikey, message, signature)),
      node: verdictOf(() => verifySignatureNode(multikey, message, signature)),
    }).toEqual({
      openssl: vector.openssl,
      noble: vector.noble,
      sdk: vector.cartorio,
      node: vector.cartorio,
    });
  });
});

describe("docs/ed25519-disagreements.md", () => {
  it("lists every vector on which a library and Cartorio differ (vitest -u writes it)", async () => {
    const text = [
      "# Where the libraries and Cartorio differ",
      "",
      "Written by `packages/crypto/test/edge-vectors.test.ts` from `test/vectors`; the rule and",
      "the reasons are in [ed25519.md](ed25519.md). Every vector not listed has one verdict.",
      "",
      "## Ed25519",
      "",
      disagreementTable(edwards.vectors, ["libsodium", "noble"]),
      "",
      "## P-256",
      "",
      disagreementTable(nist.vectors, ["openssl", "noble"]),
      "",
    ].join("\n");
    await expect(text).toMatchFileSnapshot("../../../docs/ed25519-disagreements.md");
  });
});

function openSSL(point: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const compressed = point.length === 33;
  const head = compressed
    ? "3039301306072a8648ce3d020106082a8648ce3d030107032200"
    : "3059301306072a8648ce3d020106082a8648ce3d030107034200";
  const key = Buffer.concat([fromHex(head), point]);
  const spki = { key, format: "der", type: "spki", dsaEncoding: "ieee-p1363" } as const;
  return verifyByOpenSSL("sha256", message, spki, signature);
}
