import sodium from "sodium-native";
import { decideAdmissibleKeysBy } from "../ed25519.ts";
import {
  concatBytes,
  ED25519_PUBLIC_KEY_BYTES,
  ED25519_SEED_BYTES,
  ED25519_SIGNATURE_BYTES,
} from "../index.ts";
import { createVerdictCache } from "../key-cache.ts";

/** An Ed25519 key pair in the form a key file keeps. */
export interface Ed25519KeyPair {
  readonly kind: "ed25519";
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** The seed of RFC 8032 5.1.5, 32 bytes. Secret. */
  readonly secretKey: Uint8Array;
}

const SODIUM_SECRET_KEY_BYTES = 64;
const CACHED_KEYS = 16_384;
const admissible = createVerdictCache(CACHED_KEYS);

/**
 * {@link isAdmissibleEd25519Key} of the pure part decided by libsodium, about thirty
 * times as fast; one file of vectors holds both to the same verdicts.
 */
function isAdmissible(publicKey: Uint8Array): boolean {
  return admissible.get(publicKey, decideBySodium);
}

/** {@link decideAdmissible} of the pure part, by libsodium: keys of 32 bytes only. */
export function decideBySodium(publicKey: Uint8Array): boolean {
  return sodium.crypto_core_ed25519_is_valid_point(publicKey);
}

/**
 * From here on libsodium decides in this thread which Ed25519 keys the pure part admits. A node needs
 * it: documents full of keys that nobody has seen would otherwise hold its event loop for seconds,
 * at execution, and so would envelopes with unknown signers before anybody has answered for them.
 */
export function admitKeysByLibsodium(): void {
  decideAdmissibleKeysBy(decideBySodium);
}

/**
 * Ed25519 by libsodium for an admissible key (docs/ed25519.md): 32-byte key, 64-byte
 * signature, false for everything else. Same verdict as the pure `verifySignature`.
 */
export function verifyEd25519(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  // The binding accepts longer signatures and throws on shorter ones and on other key lengths.
  if (signature.length !== ED25519_SIGNATURE_BYTES) return false;
  if (publicKey.length !== ED25519_PUBLIC_KEY_BYTES) return false;
  if (!isAdmissible(publicKey)) return false;
  return sodium.crypto_sign_verify_detached(signature, message, publicKey);
}

/** Ed25519 signature of the message by libsodium: 64 bytes, the same as the pure `ed25519Sign`. */
export function signEd25519(keyPair: Ed25519KeyPair, message: Uint8Array): Uint8Array {
  const signature = new Uint8Array(ED25519_SIGNATURE_BYTES);
  const secretKey = concatBytes(keyPair.secretKey, keyPair.publicKey);
  sodium.crypto_sign_detached(signature, message, secretKey);
  secretKey.fill(0);
  return signature;
}

/**
 * The key pair of a 32-byte seed. Throws INV-CRYPTO-SEED on another length. Keeps a copy
 * of the seed, not the array given.
 */
export function ed25519KeyPairFromSeed(seed: Uint8Array): Ed25519KeyPair {
  if (seed.length !== ED25519_SEED_BYTES) {
    throw new Error("INV-CRYPTO-SEED: an Ed25519 seed has 32 bytes");
  }
  const publicKey = new Uint8Array(ED25519_PUBLIC_KEY_BYTES);
  const secretKey = new Uint8Array(SODIUM_SECRET_KEY_BYTES);
  sodium.crypto_sign_seed_keypair(publicKey, secretKey, seed);
  secretKey.fill(0);
  return { kind: "ed25519", publicKey, secretKey: new Uint8Array(seed) };
}
