import { randomBytes } from "node:crypto";
import { link, rename, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createDirectory, isMissing, readFileIfPresent } from "./durable-file.ts";
import { StorageError, toStorageError } from "./errors.ts";
import { isAlive, ownIdentity, type ProcessIdentity } from "./process-identity.ts";

/** A directory held by this process. */
export interface DirectoryLock {
  /** Tells later starts under which address this process answers. */
  announce(url: string): Promise<void>;
  /** Idempotent; leaves a lock alone that another process has taken over. */
  release(): Promise<void>;
}

export interface LockOptions {
  readonly url?: string;
  /** What a second holder gets: DATABASE_LOCKED for a database, ALREADY_RUNNING for a node. */
  readonly code?: "ALREADY_RUNNING" | "DATABASE_LOCKED";
}

interface LockContent extends ProcessIdentity {
  readonly url: string;
  /** Tells this acquisition from every other one. */
  readonly token: string;
}

const LOCK_FILE = "process.lock";
const MAX_ATTEMPTS = 8;

/**
 * Takes a directory for this process, or throws ALREADY_RUNNING (or the code asked for) with pid
 * and URL of the holder. A lock left behind by a process that no longer runs is taken over. This
 * is for good messages; LevelDB's own LOCK is what keeps two processes apart in every case.
 */
export async function acquireDirectory(
  directory: string,
  options: LockOptions = {},
): Promise<DirectoryLock> {
  await createDirectory(directory);
  const path = join(directory, LOCK_FILE);
  const content: LockContent = {
    ...ownIdentity(),
    url: options.url ?? "",
    token: randomBytes(16).toString("hex"),
  };
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    if (await tryCreate(path, content)) return lockOf(path, content);
    const holder = await readHolder(path);
    if (holder !== undefined && isAlive(holder)) {
      throw heldError(directory, holder, options.code ?? "ALREADY_RUNNING");
    }
    await removeStale(path, content, (other) =>
      heldError(directory, other, options.code ?? "ALREADY_RUNNING"),
    );
  }
  throw new StorageError(
    "DATABASE_UNAVAILABLE",
    `${path} changes hands all the time; start only one process on this directory`,
    { details: { path } },
  );
}

/** `link` makes the lock appear with its whole content, or fails if there is one. */
async function tryCreate(path: string, content: LockContent): Promise<boolean> {
  const temporary = `${path}.${content.token}`;
  try {
    await writeFile(temporary, JSON.stringify(content), { mode: 0o600 });
    await link(temporary, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw toStorageError(error, path);
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
}

/**
 * Removes a lock whose holder is gone. Two starts that both saw it must not remove each other's
 * fresh one, so this takes a lock of its own and looks again.
 */
async function removeStale(
  path: string,
  content: LockContent,
  held: (holder: LockContent) => StorageError,
): Promise<void> {
  const takeover = `${path}.takeover`;
  if (!(await tryCreate(takeover, content))) {
    // Gone again: its holder is done. To remove the name now could remove the next one's.
    const bytes = await readFileIfPresent(takeover);
    if (bytes === undefined) return;
    const other = holderIn(bytes);
    if (other !== undefined && isAlive(other)) throw held(other);
    await removeFile(takeover);
    return;
  }
  try {
    // A name that is free may be another start's the next moment: only what is there and dead goes.
    const bytes = await readFileIfPresent(path);
    const holder = bytes && holderIn(bytes);
    const isLeft = bytes !== undefined && (holder === undefined || !isAlive(holder));
    if (isLeft) await removeFile(path);
  } finally {
    await removeFile(takeover);
  }
}

async function removeFile(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (!isMissing(error)) throw toStorageError(error, path);
  }
}

/** The content of a lock; undefined if it is gone or unreadable, as after a power loss. */
async function readHolder(path: string): Promise<LockContent | undefined> {
  const bytes = await readFileIfPresent(path);
  return bytes && holderIn(bytes);
}

function holderIn(bytes: Uint8Array): LockContent | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    return isLockContent(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isLockContent(value: unknown): value is LockContent {
  if (typeof value !== "object" || value === null) return false;
  const texts = ["started", "boot", "url", "token"] as const;
  const entries = new Map(Object.entries(value));
  return (
    Number.isSafeInteger(entries.get("pid")) &&
    texts.every((name) => typeof entries.get(name) === "string")
  );
}

function heldError(
  directory: string,
  holder: LockContent,
  code: "ALREADY_RUNNING" | "DATABASE_LOCKED",
): StorageError {
  const at = holder.url === "" ? "" : `, which answers at ${holder.url}`;
  return new StorageError(
    code,
    `${directory} is in use by process ${holder.pid}${at}; stop it first, or use another directory`,
    { details: { path: directory, pid: holder.pid, url: holder.url } },
  );
}

function lockOf(path: string, content: LockContent): DirectoryLock {
  const isOurs = async (): Promise<boolean> => (await readHolder(path))?.token === content.token;
  return {
    announce: async (url) => {
      if (!(await isOurs())) return;
      const temporary = `${path}.${content.token}`;
      try {
        await writeFile(temporary, JSON.stringify({ ...content, url }), { mode: 0o600 });
        await rename(temporary, path);
      } catch (error) {
        throw toStorageError(error, path);
      }
    },
    release: async () => {
      if (await isOurs()) await unlink(path).catch(() => undefined);
    },
  };
}
