import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { encodeMultikey, multikeyToString } from "@cartorio/crypto";
import {
  type Ed25519KeyPair,
  ed25519KeyPairFromSeed,
  readKeyFile,
  writeKeyFile,
} from "@cartorio/crypto/node";

const seedBytes = 32;

/** Makes a key file with a new random key, and its folder. Throws KEY_FILE_EXISTS as CryptoError. */
export async function createKeyFile(path: string): Promise<Ed25519KeyPair> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const key = ed25519KeyPairFromSeed(randomBytes(seedBytes));
  await writeKeyFile(path, key);
  return key;
}

/** Reads a key file; its errors (CryptoError) name the file and never its content. */
export function loadKey(path: string): Promise<Ed25519KeyPair> {
  return readKeyFile(path);
}

/** Multikey bytes of an Ed25519 public key. */
export function multikeyOf(publicKey: Uint8Array): Uint8Array {
  return encodeMultikey("ed25519", publicKey);
}

/** Multikey text of an Ed25519 public key: `z6Mk...`. */
export function publicKeyText(publicKey: Uint8Array): string {
  return multikeyToString(multikeyOf(publicKey));
}
