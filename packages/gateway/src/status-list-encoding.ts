import { deflateSync, gzipSync } from "node:zlib";
import { base64UrlEncode } from "@cartorio/crypto";

/**
 * `encodedList` of a BitstringStatusListCredential (W3C Bitstring Status List 1.0): `u` and base64url of
 * GZIP; index 0 is the most significant bit of the first byte, as in the state.
 */
export function bitstringEncoding(bits: Uint8Array): string {
  return `u${base64UrlEncode(gzipSync(bits))}`;
}

/**
 * `lst` of an IETF Token Status List with 1 bit per entry: base64url of DEFLATE in the ZLIB format; index
 * 0 is the least significant bit of the first byte.
 */
export function tokenEncoding(bits: Uint8Array): string {
  return base64UrlEncode(deflateSync(bits.map(reversed)));
}

/** The byte with its bits in the other order. */
function reversed(byte: number): number {
  let turned = 0;
  for (let bit = 0; bit < 8; bit += 1) turned |= ((byte >> bit) & 1) << (7 - bit);
  return turned;
}
