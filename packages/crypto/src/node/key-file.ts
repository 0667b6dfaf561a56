import { constants } from "node:fs";
import { type FileHandle, open, rename, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import {
  base64UrlDecode,
  base64UrlEncode,
  ED25519_SEED_BYTES,
  encodeMultikey,
  multikeyToString,
} from "../index.ts";
import { CryptoError } from "./crypto-error.ts";
import {
  nonceBytes,
  openSecret,
  type SealedSecret,
  saltBytes,
  sealedBytes,
  sealSecret,
} from "./key-seal.ts";
import { type Ed25519KeyPair, ed25519KeyPairFromSeed } from "./sodium.ts";

const OPEN_FORMAT = "cartorio-key/1";
const OPEN_FIELDS = ["format", "kind", "publicKey", "secretKey"] as const;
const SEALED_FORMAT = "cartorio-key/2";
const SEALED_FIELDS = ["format", "kind", "publicKey", "salt", "nonce", "sealedKey"] as const;
const OWNER_ONLY = 0o600;
const GROUP_AND_OTHERS = 0o077;
const MAX_KEY_FILE_BYTES = 4096;

/** Asked for once, and only if a key file is sealed. */
export type PassphraseSource = () => Promise<string>;

/**
 * Makes a key file that only its owner can read (mode 0600): JSON with `format`
 * "cartorio-key/1", `kind`, `publicKey` (Multikey text) and `secretKey` (base64url of the
 * 32-byte seed). With a passphrase the format is "cartorio-key/2", and `salt`, `nonce` and
 * `sealedKey` stand in place of the secret key: scrypt with N = 2^17, r = 8, p = 1 makes the key
 * of XChaCha20-Poly1305, which also covers the other fields. File and directory are synced
 * before the promise resolves.
 *
 * Rejects with KEY_FILE_EXISTS (nothing is ever overwritten) or KEY_FILE_IO.
 */
export async function writeKeyFile(
  path: string,
  key: Ed25519KeyPair,
  passphrase?: string,
): Promise<void> {
  const content =
    passphrase === undefined ? openContent(key) : await sealedContent(key, passphrase);
  await writePrivateFile(path, `${JSON.stringify(content, undefined, 2)}\n`);
}

function openContent({ kind, publicKey, secretKey }: Ed25519KeyPair): Record<string, string> {
  return {
    format: OPEN_FORMAT,
    kind,
    publicKey: publicKeyText(publicKey),
    secretKey: base64UrlEncode(secretKey),
  };
}

async function sealedContent(
  { kind, publicKey, secretKey }: Ed25519KeyPair,
  passphrase: string,
): Promise<Record<string, string>> {
  const text = publicKeyText(publicKey);
  const secret = await sealSecret(secretKey, { passphrase, context: contextOf(kind, text) });
  return {
    format: SEALED_FORMAT,
    kind,
    publicKey: text,
    salt: base64UrlEncode(secret.salt),
    nonce: base64UrlEncode(secret.nonce),
    sealedKey: base64UrlEncode(secret.sealed),
  };
}

function contextOf(kind: string, publicKey: string): string {
  return `${SEALED_FORMAT}\n${kind}\n${publicKey}`;
}

async function writePrivateFile(path: string, text: string): Promise<void> {
  const file = await openNew(path);
  try {
    await file.writeFile(text);
    await file.sync();
  } catch (error) {
    // A file cut short would only be found corrupt later, when the key is needed.
    await unlink(path).catch(() => undefined);
    throw failure(path, "cannot be written", error);
  } finally {
    await file.close();
  }
  await syncDirectory(dirname(path));
}

/**
 * Puts an open key file under a passphrase: the sealed one is written beside it (`.sealing`), opened
 * once, and takes its name in one step, so that at no time there is none. Rejects as
 * {@link readKeyFile} and {@link writeKeyFile} do, with KEY_FILE_SEALED if it is sealed already. What
 * the medium keeps of the old bytes is beyond a program.
 */
export async function sealKeyFile(path: string, passphrase: string): Promise<Ed25519KeyPair> {
  const key = await readKeyFile(path);
  const beside = `${path}.sealing`;
  await writeKeyFile(beside, key, passphrase);
  await readKeyFile(beside, () => Promise.resolve(passphrase));
  try {
    await rename(beside, path);
  } catch (error) {
    throw failure(path, "cannot be replaced", error);
  }
  await syncDirectory(dirname(path));
  return key;
}

/**
 * Reads a key file made by {@link writeKeyFile}. Rejects with KEY_FILE_MISSING,
 * KEY_FILE_PERMISSIONS (group or others may read or write it), KEY_FILE_CORRUPT (not the
 * format, or the public key is not that of the secret key), KEY_FILE_SEALED (it is, and there is no
 * passphrase), KEY_FILE_PASSPHRASE (another passphrase, or altered) or KEY_FILE_IO. No message
 * ever holds a part of the content.
 */
export async function readKeyFile(
  path: string,
  passphrase?: PassphraseSource,
): Promise<Ed25519KeyPair> {
  const content = parse(path, await readPrivateFile(path));
  const seed = "secretKey" in content ? content.secretKey : await unseal(path, content, passphrase);
  const key = ed25519KeyPairFromSeed(seed);
  seed.fill(0);
  if (publicKeyText(key.publicKey) !== content.publicKey) {
    throw corrupt(path, "its public key does not belong to its secret key");
  }
  return key;
}

async function unseal(
  path: string,
  { publicKey, secret }: SealedContent,
  source: PassphraseSource | undefined,
): Promise<Uint8Array> {
  if (source === undefined) {
    throw new CryptoError("KEY_FILE_SEALED", `${path} is sealed: name the file of its passphrase`);
  }
  const context = contextOf("ed25519", publicKey);
  const seed = await openSecret(secret, { passphrase: await source(), context });
  if (seed === undefined) {
    const message = `the passphrase does not open ${path}, or the file was altered`;
    throw new CryptoError("KEY_FILE_PASSPHRASE", message);
  }
  return seed;
}

async function openNew(path: string): Promise<FileHandle> {
  try {
    return await open(path, "wx", OWNER_ONLY);
  } catch (error) {
    if (systemCode(error) === "EEXIST") {
      throw new CryptoError("KEY_FILE_EXISTS", `${path} exists and is not overwritten`, error);
    }
    throw failure(path, "cannot be made", error);
  }
}

/**
 * The text of a small file that only its owner can read. Rejects with KEY_FILE_MISSING,
 * KEY_FILE_PERMISSIONS, KEY_FILE_CORRUPT (no small regular file) or KEY_FILE_IO.
 */
export async function readPrivateFile(path: string): Promise<string> {
  let file: FileHandle;
  try {
    file = await open(path, constants.O_RDONLY);
  } catch (error) {
    if (systemCode(error) === "ENOENT") {
      throw new CryptoError("KEY_FILE_MISSING", `there is no key file ${path}`, error);
    }
    throw failure(path, "cannot be opened", error);
  }
  try {
    // The open file is asked, not the name, which could be exchanged in between.
    const status = await file.stat();
    const mode = status.mode & 0o777;
    if (process.platform !== "win32" && (mode & GROUP_AND_OTHERS) !== 0) {
      const message = `${path} has mode ${mode.toString(8)}: run chmod 600 on it`;
      throw new CryptoError("KEY_FILE_PERMISSIONS", message);
    }
    if (!status.isFile() || status.size > MAX_KEY_FILE_BYTES) {
      throw corrupt(path, "it is not a small regular file");
    }
    return await file.readFile("utf8");
  } catch (error) {
    throw error instanceof CryptoError ? error : failure(path, "cannot be read", error);
  } finally {
    await file.close();
  }
}

interface OpenContent {
  readonly publicKey: string;
  readonly secretKey: Uint8Array;
}
interface SealedContent {
  readonly publicKey: string;
  readonly secret: SealedSecret;
}

function parse(path: string, content: string): OpenContent | SealedContent {
  const fields = readTexts(content);
  if (fields === undefined) throw corrupt(path, "it is not a JSON object of texts");
  const format = fields.get("format");
  const isSealed = format === SEALED_FORMAT;
  if (format !== OPEN_FORMAT && !isSealed) {
    throw corrupt(path, `its format is neither ${OPEN_FORMAT} nor ${SEALED_FORMAT}`);
  }
  const names: readonly string[] = isSealed ? SEALED_FIELDS : OPEN_FIELDS;
  if (fields.size !== names.length || !names.every((name) => fields.has(name))) {
    throw corrupt(path, `it has not exactly the fields ${names.join(", ")}`);
  }
  if (fields.get("kind") !== "ed25519") throw corrupt(path, "its kind is not ed25519");
  const publicKey = fields.get("publicKey") ?? "";
  const bytes = (name: string, length: number): Uint8Array => {
    const found = base64UrlDecode(fields.get(name) ?? "");
    if (found?.length !== length) throw corrupt(path, `its ${name} is not ${length} bytes`);
    return found;
  };
  if (!isSealed) return { publicKey, secretKey: bytes("secretKey", ED25519_SEED_BYTES) };
  const salt = bytes("salt", saltBytes);
  const nonce = bytes("nonce", nonceBytes);
  return { publicKey, secret: { salt, nonce, sealed: bytes("sealedKey", sealedBytes) } };
}

function readTexts(content: string): Map<string, string> | undefined {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const texts = new Map<string, string>();
  for (const [name, text] of Object.entries(value)) {
    if (typeof text !== "string") return undefined;
    texts.set(name, text);
  }
  return texts;
}

function publicKeyText(publicKey: Uint8Array): string {
  return multikeyToString(encodeMultikey("ed25519", publicKey));
}

async function syncDirectory(path: string): Promise<void> {
  // Windows cannot sync a directory; its name entry is journaled by the file system.
  if (process.platform === "win32") return;
  try {
    const directory = await open(path, constants.O_RDONLY);
    try {
      await directory.sync();
    } finally {
      await directory.close();
    }
  } catch (error) {
    throw failure(path, "cannot be synced", error);
  }
}

function corrupt(path: string, reason: string): CryptoError {
  return new CryptoError("KEY_FILE_CORRUPT", `${path} is not a key file: ${reason}`);
}

function failure(path: string, what: string, cause: unknown): CryptoError {
  return new CryptoError("KEY_FILE_IO", `${path} ${what} (${systemCode(cause)})`, cause);
}

function systemCode(error: unknown): string {
  if (error instanceof Error && "code" in error) return String(error.code);
  return "unknown";
}
