import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { encodeMultikey, multikeyToString } from "@cartorio/crypto";
import {
  type Ed25519KeyPair,
  ed25519KeyPairFromSeed,
  readKeyFile,
  readPrivateFile,
  sealKeyFile,
  writeKeyFile,
} from "@cartorio/crypto/node";
import { CliError } from "./cli-error.ts";
import type { Host } from "./host.ts";
import { environmentName } from "./settings.ts";

const seedBytes = 32;
/** What a passphrase that people choose needs at least; scrypt makes each guess dear, not impossible. */
const minPassphraseCharacters = 12;

/**
 * Makes a key file with a new random key, and its folder; sealed if the file of a passphrase is named.
 * Throws KEY_FILE_* as CryptoError, and CliError KEY_INVALID for a passphrase that is too short.
 */
export async function createKeyFile(
  path: string,
  passphraseFile?: string,
): Promise<Ed25519KeyPair> {
  const passphrase = passphraseFile && (await readPassphrase(passphraseFile));
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const key = ed25519KeyPairFromSeed(randomBytes(seedBytes));
  await writeKeyFile(path, key, passphrase || undefined);
  return key;
}

/** Puts an open key file under the passphrase in a file. Throws as {@link createKeyFile}. */
export async function sealKey(path: string, passphraseFile: string): Promise<Ed25519KeyPair> {
  return sealKeyFile(path, await readPassphrase(passphraseFile));
}

/**
 * Reads a key file, a sealed one with the passphrase in the file that is named; errors (CryptoError) name
 * the file and never its content.
 */
export function loadKey(path: string, passphraseFile = ""): Promise<Ed25519KeyPair> {
  return passphraseFile === ""
    ? readKeyFile(path)
    : readKeyFile(path, () => readPassphrase(passphraseFile));
}

/** The setting that names the file of the passphrase, for commands that do not read settings. */
export const passphraseVariable: string = environmentName("keys.passphraseFile");

/** {@link loadKey} for a command: relative paths, passphrase by {@link passphraseVariable}. */
export function loadKeyFor(host: Host, path: string): Promise<Ed25519KeyPair> {
  return loadKey(resolve(host.workingDirectory, path), passphraseFileOf(host));
}

/** Absolute path; empty if none is named. A flag is stronger than the variable. */
export function passphraseFileOf(host: Host, flag?: string): string {
  const named = flag ?? host.environment[passphraseVariable] ?? "";
  return named === "" ? "" : resolve(host.workingDirectory, named);
}

/** A passphrase is all of its file, less one line end, so that editors may add it. */
async function readPassphrase(path: string): Promise<string> {
  const text = (await readPrivateFile(path)).replace(/\r?\n$/, "");
  if ([...text].length >= minPassphraseCharacters && text.isWellFormed()) return text;
  throw new CliError(
    "KEY_INVALID",
    `the passphrase in ${path} has fewer than ${minPassphraseCharacters} characters`,
  );
}

/** Multikey bytes of an Ed25519 public key. */
export function multikeyOf(publicKey: Uint8Array): Uint8Array {
  return encodeMultikey("ed25519", publicKey);
}

/** Multikey text of an Ed25519 public key: `z6Mk...`. */
export function publicKeyText(publicKey: Uint8Array): string {
  return multikeyToString(multikeyOf(publicKey));
}
