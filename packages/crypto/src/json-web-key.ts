import { p256 } from "@noble/curves/nist.js";
import { secp256k1 } from "@noble/curves/secp256k1.js";
import { base64UrlEncode, utf8Encode } from "./encoding.ts";
import { sha256 } from "./hash.ts";
import { decodeMultikey } from "./multikey.ts";

/** A public key as a JSON Web Key: RFC 7517 with RFC 7518 6.2 (EC), RFC 8037 2 (OKP), RFC 8812 3.1. */
export interface PublicJsonWebKey {
  readonly kty: "EC" | "OKP";
  readonly crv: "P-256" | "secp256k1" | "Ed25519" | "X25519";
  /** Base64url of the coordinate or of the raw OKP key, 32 bytes. */
  readonly x: string;
  /** Base64url of the second coordinate, 32 bytes; EC keys only. */
  readonly y?: string;
}

const COORDINATE_BYTES = 32;

/** The JSON Web Key of Multikey bytes; undefined unless `decodeMultikey` admits the key. */
export function multikeyToJwk(multikey: Uint8Array): PublicJsonWebKey | undefined {
  const key = decodeMultikey(multikey);
  if (key === undefined) return undefined;
  const { kind, publicKey } = key;
  if (kind === "ed25519") return { kty: "OKP", crv: "Ed25519", x: base64UrlEncode(publicKey) };
  if (kind === "x25519") return { kty: "OKP", crv: "X25519", x: base64UrlEncode(publicKey) };
  const curve = kind === "p256" ? p256 : secp256k1;
  const point = curve.Point.fromBytes(publicKey).toBytes(false);
  return {
    kty: "EC",
    crv: kind === "p256" ? "P-256" : "secp256k1",
    x: base64UrlEncode(point.subarray(1, 1 + COORDINATE_BYTES)),
    y: base64UrlEncode(point.subarray(1 + COORDINATE_BYTES)),
  };
}

/** SHA-256 thumbprint of RFC 7638 as base64url, 43 characters. */
export function jwkThumbprint(key: PublicJsonWebKey): string {
  const { crv, kty, x, y } = key;
  const required = y === undefined ? { crv, kty, x } : { crv, kty, x, y };
  return base64UrlEncode(sha256(utf8Encode(JSON.stringify(required))));
}
