import { createPublicKey } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  base64UrlDecode,
  encodeMultikey,
  jwkThumbprint,
  multikeyToJwk,
  p256PublicKey,
} from "../src/index.ts";

describe("JSON Web Keys", () => {
  it("has the thumbprint of RFC 8037 A.3", () => {
    const x = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    const raw = base64UrlDecode(x) ?? new Uint8Array();
    const key = multikeyToJwk(encodeMultikey("ed25519", raw));
    expect(key).toEqual({ kty: "OKP", crv: "Ed25519", x });
    expect(key && jwkThumbprint(key)).toBe("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  });

  it("writes an EC point that OpenSSL imports as the same key", () => {
    const compressed = p256PublicKey(new Uint8Array(32).fill(7));
    const key = multikeyToJwk(encodeMultikey("p256", compressed));
    if (key === undefined) throw new Error("no key");
    const exported = createPublicKey({ key: { ...key }, format: "jwk" }).export({ format: "jwk" });
    expect(exported).toEqual(key);
  });

  it("knows X25519 and refuses what is no Multikey", () => {
    const key = multikeyToJwk(encodeMultikey("x25519", new Uint8Array(32).fill(9)));
    expect(key).toMatchObject({ kty: "OKP", crv: "X25519" });
    expect(multikeyToJwk(new Uint8Array(34))).toBeUndefined();
  });
});
