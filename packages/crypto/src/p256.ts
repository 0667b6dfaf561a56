import { p256 } from "@noble/curves/nist.js";

/** Length of a P-256 secret scalar, big-endian. */
export const P256_SECRET_KEY_BYTES = 32;
/** Length of a compressed P-256 point (SEC 1 2.3.3). */
export const P256_PUBLIC_KEY_BYTES = 33;
/** Length of a P-256 signature r || s (IEEE P1363). */
export const P256_SIGNATURE_BYTES = 64;

const RULE = { format: "compact", lowS: true, prehash: true } as const;

/**
 * ECDSA on P-256 over SHA-256(message): `publicKey` compressed (33 bytes), `signature`
 * r || s (64 bytes), 0 < r < n and 0 < s <= n/2. A high s is refused, since (r, n - s)
 * would be a second signature of the same content (docs/ledger.md 1). Total.
 */
export function p256Verify(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (publicKey.length !== P256_PUBLIC_KEY_BYTES) return false;
  if (signature.length !== P256_SIGNATURE_BYTES) return false;
  return p256.verify(signature, message, publicKey, RULE);
}

/**
 * As {@link p256Verify}, but s may be high: what others signed by JOSE or Data Integrity may have either
 * form, and where a signature is no part of any identifier it does not matter.
 */
export function p256VerifyEitherS(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (publicKey.length !== P256_PUBLIC_KEY_BYTES) return false;
  if (signature.length !== P256_SIGNATURE_BYTES) return false;
  return p256.verify(signature, message, publicKey, { ...RULE, lowS: false });
}

/**
 * Deterministic (RFC 6979) low-s ECDSA signature over SHA-256(message): 64 bytes r || s.
 * `secretKey` is 32 bytes big-endian in 1..n-1, else it throws.
 */
export function p256Sign(secretKey: Uint8Array, message: Uint8Array): Uint8Array {
  return p256.sign(message, secretKey, RULE);
}

/** Compressed public key, 33 bytes, of a 32-byte secret key. Throws on an invalid one. */
export function p256PublicKey(secretKey: Uint8Array): Uint8Array {
  return p256.getPublicKey(secretKey, true);
}
