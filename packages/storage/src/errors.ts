import type { ErrorCode } from "@cartorio/protocol";

/** The codes of the one table (protocol `errorCodes`) that storage raises. */
export type StorageErrorCode = Extract<
  ErrorCode,
  | "DATABASE_CORRUPT"
  | "DATABASE_FOREIGN"
  | "DATABASE_LOCKED"
  | "DATABASE_MISSING"
  | "DATABASE_NEWER"
  | "DATABASE_UNAVAILABLE"
  | "JOURNAL_DAMAGED"
  | "JOURNAL_MISSING"
  | "DISK_FULL"
  | "ALREADY_RUNNING"
>;

/** Where the fault is: what an operator or a log needs beside the message. */
export interface StorageErrorDetails {
  /** File or directory. */
  readonly path?: string;
  /** Byte offset in that file. */
  readonly offset?: number;
  /** Database key in hexadecimal. */
  readonly key?: string;
  /** Process that holds the directory. */
  readonly pid?: number;
  /** Address under which that process answers. */
  readonly url?: string;
}

/**
 * An operational failure of the disk. `code` is stable and names a row of the error table; the
 * message says what is wrong, where, and what to do. Every write after one that failed is refused
 * with the same error: the process is to stop, and the next start finds out what became durable.
 */
export class StorageError extends Error {
  readonly code: StorageErrorCode;
  readonly details: StorageErrorDetails;

  constructor(
    code: StorageErrorCode,
    message: string,
    options: { readonly details?: StorageErrorDetails; readonly cause?: unknown } = {},
  ) {
    super(`${code}: ${message}`, options.cause === undefined ? {} : { cause: options.cause });
    this.name = "StorageError";
    this.code = code;
    this.details = options.details ?? {};
  }
}

interface Fault {
  readonly codes: readonly string[];
  readonly message: string;
}

function describeFault(error: unknown): Fault {
  const codes: string[] = [];
  let message = "";
  let current: unknown = error;
  while (current instanceof Error) {
    if ("code" in current && typeof current.code === "string") codes.push(current.code);
    message = message === "" ? current.message : `${message}: ${current.message}`;
    current = current.cause;
  }
  return { codes, message: message === "" ? String(error) : message };
}

// LevelDB hands the text of strerror on, not the number. EFBIG and EDQUOT are limits of the user or
// the file system that mean the same to an operator as ENOSPC.
const fullDisk = /No space left on device|Disk quota exceeded|File too large/u;
const fullDiskCodes: readonly string[] = ["ENOSPC", "EDQUOT", "EFBIG"];

/** Gives an error of LevelDB or of the file system its code and tells what to do about it. */
export function toStorageError(error: unknown, path: string): StorageError {
  if (error instanceof StorageError) return error;
  const { codes, message } = describeFault(error);
  const options = { details: { path }, cause: error };
  const has = (code: string): boolean => codes.includes(code);
  if (fullDisk.test(message) || fullDiskCodes.some(has)) {
    return new StorageError(
      "DISK_FULL",
      `no space to write in ${path} (${message}); free space and start again, nothing acknowledged is lost`,
      options,
    );
  }
  if (has("LEVEL_LOCKED")) {
    return new StorageError(
      "DATABASE_LOCKED",
      `another process has ${path} open; stop it, or use another data directory`,
      options,
    );
  }
  if (message.includes("create_if_missing is false")) {
    return new StorageError(
      "DATABASE_MISSING",
      `${path} was initialised before, but its database is gone; put the files back or rebuild the state`,
      options,
    );
  }
  if (has("LEVEL_CORRUPTION") || message.includes("Corruption")) {
    return new StorageError("DATABASE_CORRUPT", `${path}: ${message}; ${corruptAdvice}`, options);
  }
  return new StorageError(
    "DATABASE_UNAVAILABLE",
    `cannot read or write ${path} (${message}); check owner, permissions, mount and disk`,
    options,
  );
}

/** What an operator does about damage; every message about damage ends with it. */
export const corruptAdvice =
  "do not start from it: check the disk, then rebuild the state from peers or restore a back-up";

/** Damage in a file of the database, named by file and byte offset. */
export function damagedFile(path: string, offset: number, what: string): StorageError {
  return new StorageError(
    "DATABASE_CORRUPT",
    `${path} is damaged at byte ${offset}: ${what}; ${corruptAdvice}`,
    { details: { path, offset } },
  );
}

/** A file that must exist is gone. */
export function missingFile(path: string, what: string): StorageError {
  return new StorageError(
    "DATABASE_MISSING",
    `${path} is missing: ${what}; put it back, or rebuild the state from peers`,
    { details: { path } },
  );
}

/** A stored value that is missing though it must exist, or does not match its checksum. */
export function damagedValue(what: string, key: Uint8Array): StorageError {
  const hex = Buffer.from(key).toString("hex");
  return new StorageError("DATABASE_CORRUPT", `${what} (key ${hex}); ${corruptAdvice}`, {
    details: { key: hex },
  });
}
