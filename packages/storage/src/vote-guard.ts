import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { equalBytes } from "@cartorio/crypto";
import { decodeGuardRecord, encodeGuardRecord, type GuardRecord } from "@cartorio/protocol";
import { createDirectory, isMissing, replaceFile } from "./durable-file.ts";
import { StorageError, toStorageError } from "./errors.ts";
import type { VoteGuard } from "./ports.ts";

const GUARD_FILE = "guard";
const DIGEST_BYTES = 32;

/**
 * The guard in a file of its own: SHA-256(32) || encoded GuardRecord, replaced as a whole.
 * `read` throws JOURNAL_DAMAGED if the file was altered.
 */
export function createVoteGuard(directory: string): VoteGuard {
  const path = join(directory, GUARD_FILE);
  let last: Promise<void> = Promise.resolve();
  const write = async (guard: GuardRecord): Promise<void> => {
    const record = encodeGuardRecord(guard);
    await createDirectory(directory);
    await replaceFile(path, Buffer.concat([digestOf(record), record]));
  };
  return {
    read: () => readGuard(path),
    // One at a time: two writers would share the temporary file.
    write: (guard) => {
      const result = last.then(() => write(guard));
      last = result.catch(() => undefined);
      return result;
    },
  };
}

/** The guard of a simulated disk. */
export function memoryVoteGuard(): VoteGuard {
  let stored: GuardRecord | undefined;
  return {
    read: () => stored,
    write: async (guard) => {
      stored = guard;
    },
  };
}

function readGuard(path: string): GuardRecord | undefined {
  const bytes = readIfPresent(path);
  if (bytes === undefined) return undefined;
  const record = bytes.subarray(DIGEST_BYTES);
  const intact =
    bytes.length > DIGEST_BYTES && equalBytes(bytes.subarray(0, DIGEST_BYTES), digestOf(record));
  const decoded = intact ? decodeGuardRecord(record) : undefined;
  if (decoded?.ok === true) return decoded.value;
  throw new StorageError(
    "JOURNAL_DAMAGED",
    `${path} does not match its checksum; the validator must not vote again in this epoch: check the disk and re-enter with a fresh incarnation`,
    { details: { path, offset: 0 } },
  );
}

function readIfPresent(path: string): Uint8Array | undefined {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw toStorageError(error, path);
  }
}

function digestOf(record: Uint8Array): Uint8Array {
  return new Uint8Array(createHash("sha256").update(record).digest());
}
