import { constants } from "node:fs";
import { type FileHandle, open, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import {
  base64UrlDecode,
  base64UrlEncode,
  ED25519_SEED_BYTES,
  encodeMultikey,
  multikeyToString,
} from "../index.ts";
import { CryptoError } from "./crypto-error.ts";
import { type Ed25519KeyPair, ed25519KeyPairFromSeed } from "./sodium.ts";

const FORMAT = "cartorio-key/1";
const FIELDS = ["format", "kind", "publicKey", "secretKey"] as const;
const OWNER_ONLY = 0o600;
const GROUP_AND_OTHERS = 0o077;
const MAX_KEY_FILE_BYTES = 4096;

/**
 * Makes a key file that only its owner can read (mode 0600): JSON with `format`
 * "cartorio-key/1", `kind`, `publicKey` (Multikey text) and `secretKey` (base64url of the
 * 32-byte seed). File and directory are synced before the promise resolves.
 *
 * Rejects with KEY_FILE_EXISTS (nothing is ever overwritten) or KEY_FILE_IO.
 */
export async function writeKeyFile(path: string, key: Ed25519KeyPair): Promise<void> {
  const content = {
    format: FORMAT,
    kind: key.kind,
    publicKey: publicKeyText(key.publicKey),
    secretKey: base64UrlEncode(key.secretKey),
  };
  const file = await openNew(path);
  try {
    await file.writeFile(`${JSON.stringify(content, undefined, 2)}\n`);
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
 * Reads a key file made by {@link writeKeyFile}. Rejects with KEY_FILE_MISSING,
 * KEY_FILE_PERMISSIONS (group or others may read or write it), KEY_FILE_CORRUPT (not the
 * format, or the public key is not that of the secret key) or KEY_FILE_IO. No message
 * ever holds a part of the content.
 */
export async function readKeyFile(path: string): Promise<Ed25519KeyPair> {
  const content = await readPrivate(path);
  const seed = parse(path, content);
  const key = ed25519KeyPairFromSeed(seed.secretKey);
  seed.secretKey.fill(0);
  if (publicKeyText(key.publicKey) !== seed.publicKey) {
    throw corrupt(path, "its public key does not belong to its secret key");
  }
  return key;
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

async function readPrivate(path: string): Promise<string> {
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

interface KeyFileContent {
  readonly publicKey: string;
  readonly secretKey: Uint8Array;
}

function parse(path: string, content: string): KeyFileContent {
  const fields = parseFields(content);
  if (fields === undefined) throw corrupt(path, "it is not a JSON object of four texts");
  const [format, kind, publicKey, secretKey] = fields;
  if (format !== FORMAT) throw corrupt(path, `its format is not ${FORMAT}`);
  if (kind !== "ed25519") throw corrupt(path, "its kind is not ed25519");
  const seed = base64UrlDecode(secretKey);
  if (seed?.length !== ED25519_SEED_BYTES) throw corrupt(path, "its secret key is not 32 bytes");
  return { publicKey, secretKey: seed };
}

function parseFields(content: string): readonly [string, string, string, string] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const entries = new Map<string, unknown>(Object.entries(value));
  if (entries.size !== FIELDS.length) return undefined;
  const [format, kind, publicKey, secretKey] = FIELDS.map((field) => entries.get(field));
  if (typeof format !== "string" || typeof kind !== "string") return undefined;
  if (typeof publicKey !== "string" || typeof secretKey !== "string") return undefined;
  return [format, kind, publicKey, secretKey];
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
