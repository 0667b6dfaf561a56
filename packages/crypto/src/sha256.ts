import { sha256 as nobleSha256 } from "@noble/hashes/sha2.js";

/**
 * SHA-256 (FIPS 180-4): 32 bytes. Imported as `#sha256`: this pure one in browsers and wherever Node
 * is not named, `node/sha256.ts` on Node. Both give the same bytes, so which one runs decides nothing.
 */
export function sha256Bytes(bytes: Uint8Array): Uint8Array {
  return nobleSha256(bytes);
}
