import { randomBytes, scrypt } from "node:crypto";
import sodium from "sodium-native";
import { utf8Encode } from "../index.ts";

// A secret key under a passphrase: scrypt (RFC 7914) makes a key of it, XChaCha20-Poly1305
// (draft-irtf-cfrg-xchacha-03) seals. The parameters are those of the format, not of the file, so that
// a file cannot ask for weaker ones or for all memory.

/** 128 MiB and about half a second per guess: RFC 7914 2 asks for as much as one can bear. */
const cost = { N: 2 ** 17, r: 8, p: 1 } as const;
/** Node refuses to use more than it was allowed; 128 * N * r and some room. */
const maxMemoryBytes = 256 * 1024 * 1024;
const keyBytes = 32;
export const saltBytes = 16;
export const nonceBytes = 24;
const tagBytes = 16;
/** The 32-byte seed and the tag. */
export const sealedBytes: number = keyBytes + tagBytes;

export interface SealedSecret {
  /** 16 bytes, random. */
  readonly salt: Uint8Array;
  /** 24 bytes, random. */
  readonly nonce: Uint8Array;
  /** 48 bytes. */
  readonly sealed: Uint8Array;
}

export interface SealInput {
  /** Well-formed text; equal ones in another Unicode form are the same passphrase. */
  readonly passphrase: string;
  /** What the file says beside the secret: altered, it opens no more. */
  readonly context: string;
}

/** Seals 32 bytes. */
export async function sealSecret(secret: Uint8Array, input: SealInput): Promise<SealedSecret> {
  const salt = new Uint8Array(randomBytes(saltBytes));
  const nonce = new Uint8Array(randomBytes(nonceBytes));
  const sealed = new Uint8Array(sealedBytes);
  const key = await keyOf(input.passphrase, salt);
  const context = utf8Encode(input.context);
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(sealed, secret, context, null, nonce, key);
  key.fill(0);
  return { salt, nonce, sealed };
}

/** The 32 bytes; undefined if the passphrase is another one or anything was altered. */
export async function openSecret(
  { salt, nonce, sealed }: SealedSecret,
  input: SealInput,
): Promise<Uint8Array | undefined> {
  const secret = new Uint8Array(keyBytes);
  const key = await keyOf(input.passphrase, salt);
  const context = utf8Encode(input.context);
  try {
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(secret, null, sealed, context, nonce, key);
    return secret;
  } catch {
    return undefined;
  } finally {
    key.fill(0);
  }
}

/** 32 bytes. People type one letter in two ways, so the passphrase is taken in normal form C. */
function keyOf(passphrase: string, salt: Uint8Array): Promise<Uint8Array> {
  const password = utf8Encode(passphrase.normalize("NFC"));
  const options = { ...cost, maxmem: maxMemoryBytes };
  return new Promise((resolve, reject) => {
    scrypt(password, salt, keyBytes, options, (error, key) => {
      password.fill(0);
      if (error === null) resolve(new Uint8Array(key));
      else reject(error);
    });
  });
}
