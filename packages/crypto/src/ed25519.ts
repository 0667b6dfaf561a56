import { ED25519_TORSION_SUBGROUP, ed25519 } from "@noble/curves/ed25519.js";
import { bytesToNumberLE } from "@noble/curves/utils.js";
import { sha512 } from "@noble/hashes/sha2.js";
import { concatBytes, equalBytes } from "./bytes.ts";
import { hexDecode } from "./encoding.ts";
import { createVerdictCache } from "./key-cache.ts";

/** Length of an Ed25519 seed (RFC 8032 5.1.5 "private key"). */
export const ED25519_SEED_BYTES = 32;
/** Length of an Ed25519 public key. */
export const ED25519_PUBLIC_KEY_BYTES = 32;
/** Length of an Ed25519 signature R || S. */
export const ED25519_SIGNATURE_BYTES = 64;

const R_BYTES = 32;
const CACHED_KEYS = 4096;
const { Point } = ed25519;
const { ORDER } = Point.Fn;
const admissible = createVerdictCache(CACHED_KEYS);

const smallOrderEncodings: readonly Uint8Array[] = ED25519_TORSION_SUBGROUP.flatMap(
  (text) => hexDecode(text) ?? [],
);

/**
 * True if the bytes are the canonical encoding of a point of the prime-order subgroup
 * other than the identity: 32 bytes, y < 2^255 - 19, on the curve, no torsion part.
 * Only such keys are admitted (docs/consensus.md 2). Verdicts are cached, since the
 * subgroup check costs as much as a verification.
 */
export function isAdmissibleEd25519Key(publicKey: Uint8Array): boolean {
  if (publicKey.length !== ED25519_PUBLIC_KEY_BYTES) return false;
  return admissible.get(publicKey, decide);
}

let decide: (publicKey: Uint8Array) => boolean = decideAdmissible;

/**
 * Lets another library decide for this thread what {@link isAdmissibleEd25519Key} answers about keys
 * of 32 bytes. Its verdicts must be those of {@link decideAdmissible} on all of them.
 */
export function decideAdmissibleKeysBy(decision: (publicKey: Uint8Array) => boolean): void {
  decide = decision;
}

/** The verdict by noble; milliseconds, most of them for the subgroup. */
export function decideAdmissible(publicKey: Uint8Array): boolean {
  try {
    const point = Point.fromBytes(publicKey, false);
    return !point.isSmallOrder() && point.isTorsionFree();
  } catch {
    return false;
  }
}

/**
 * The Ed25519 verdict of Cartorio (docs/ed25519.md), which is libsodium's on every
 * admissible key: lengths exactly 32 and 64, S < L, R not of small order, and the
 * cofactorless equation of RFC 8032 5.1.7 with the encodings compared,
 * R = encode(S B - SHA-512(R || A || message) A), which also refuses a non-canonical R.
 *
 * noble's own `verify` multiplies the equation by the cofactor and so accepts an R
 * with a torsion part, which libsodium refuses; hence the equation is written out here.
 * Total: bad input is false, never a throw.
 */
export function ed25519Verify(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (signature.length !== ED25519_SIGNATURE_BYTES) return false;
  const encodedR = signature.subarray(0, R_BYTES);
  const scalarS = bytesToNumberLE(signature.subarray(R_BYTES));
  if (scalarS >= ORDER) return false;
  if (smallOrderEncodings.some((encoding) => equalBytes(encoding, encodedR))) return false;
  if (!isAdmissibleEd25519Key(publicKey)) return false;
  const challenge = bytesToNumberLE(sha512(concatBytes(encodedR, publicKey, message))) % ORDER;
  const multipleOfKey = Point.fromBytes(publicKey, false).multiplyUnsafe(challenge);
  const expectedR = Point.BASE.multiplyUnsafe(scalarS).subtract(multipleOfKey);
  return equalBytes(expectedR.toBytes(), encodedR);
}

/**
 * Ed25519 signature of the message: 64 bytes, deterministic (RFC 8032 5.1.6).
 * `secretSeed` must be 32 bytes, else it throws.
 */
export function ed25519Sign(secretSeed: Uint8Array, message: Uint8Array): Uint8Array {
  return ed25519.sign(message, secretSeed);
}

/** Public key, 32 bytes, of a 32-byte seed (RFC 8032 5.1.5). Throws on another length. */
export function ed25519PublicKey(secretSeed: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(secretSeed);
}
