import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { openValue, sealValue } from "./checksum.ts";
import { acquireDirectory, type DirectoryLock } from "./directory-lock.ts";
import { createDirectory, isMissing } from "./durable-file.ts";
import { damagedValue, missingFile, StorageError, toStorageError } from "./errors.ts";
import type { KeyValueStore } from "./key-value.ts";
import { keys } from "./keys.ts";
import { openLevelKeyValue } from "./level-key-value.ts";
import { type VerifyOptions, verifyLevelFiles } from "./leveldb-verify.ts";
import {
  assertSameStore,
  decodeDescription,
  encodeDescription,
  markerPath,
  readMarker,
  type StoreDescription,
  writeMarker,
} from "./marker.ts";

/** LevelDB's own folder inside a store directory. */
const DATABASE_FOLDER = "database";

/** Whether a directory holds a complete store, an interrupted creation, nothing, or something else. */
export type DirectoryState = "ready" | "creating" | "empty" | "unknown";

/** Looks at a directory without opening or changing it. Throws DATABASE_CORRUPT for a bad marker. */
export async function inspectDirectory(directory: string): Promise<DirectoryState> {
  const marker = await readMarker(directory);
  if (marker !== undefined) return marker.state;
  return (await isOccupied(directory)) ? "unknown" : "empty";
}

async function isOccupied(directory: string): Promise<boolean> {
  try {
    const names = await readdir(directory);
    return names.includes(DATABASE_FOLDER);
  } catch (error) {
    if (isMissing(error)) return false;
    throw toStorageError(error, directory);
  }
}

/**
 * Creates an empty database. Refuses a directory that holds one (DATABASE_FOREIGN); completes a
 * creation that a crash interrupted, since nothing was acknowledged from it.
 */
export async function createDatabase(
  directory: string,
  description: StoreDescription,
): Promise<KeyValueStore> {
  return holding(directory, async () => {
    const state = await inspectDirectory(directory);
    if (state === "ready" || state === "unknown") {
      throw new StorageError(
        "DATABASE_FOREIGN",
        `${directory} holds a database already; open it, or choose an empty directory`,
        { details: { path: directory } },
      );
    }
    const folder = join(directory, DATABASE_FOLDER);
    await writeMarker(directory, { description, state: "creating" });
    await rm(folder, { recursive: true, force: true });
    await createDirectory(folder);
    const store = await openLevelKeyValue(folder, { create: true });
    try {
      await store.write([identityWrite(description)]);
      await writeMarker(directory, { description, state: "ready" });
    } catch (error) {
      await store.close();
      throw error;
    }
    return store;
  });
}

/**
 * Opens an existing database after checking its marker and every byte of its files. Throws
 * StorageError: DATABASE_MISSING, DATABASE_FOREIGN, DATABASE_NEWER, DATABASE_CORRUPT,
 * DATABASE_LOCKED, DISK_FULL, DATABASE_UNAVAILABLE.
 */
export async function openDatabase(
  directory: string,
  description: StoreDescription,
  options: VerifyOptions,
): Promise<KeyValueStore> {
  const marker = await readMarker(directory);
  if (marker === undefined || marker.state !== "ready") {
    throw missingFile(markerPath(directory), "no database was created here, or its marker is gone");
  }
  assertSameStore(directory, marker.description, description);
  return holding(directory, async () => {
    const folder = join(directory, DATABASE_FOLDER);
    await verifyLevelFiles(folder, options);
    const store = await openLevelKeyValue(folder, { create: false });
    try {
      assertSameStore(folder, readIdentity(store), description);
    } catch (error) {
      await store.close();
      throw error;
    }
    return store;
  });
}

/** Runs `open` under the directory's lock, which the store then keeps until it is closed. */
async function holding(
  directory: string,
  open: () => Promise<KeyValueStore>,
): Promise<KeyValueStore> {
  const lock = await acquireDirectory(directory, { code: "DATABASE_LOCKED" });
  try {
    return releasing(await open(), lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function releasing(store: KeyValueStore, lock: DirectoryLock): KeyValueStore {
  return {
    ...store,
    close: async () => {
      await store.close();
      await lock.release();
    },
  };
}

/** The write that puts a description into a database; in-memory stores carry it as well. */
export function identityWrite(description: StoreDescription): {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
} {
  const key = keys.identity();
  return { key, value: sealValue(key, encodeDescription(description)) };
}

function readIdentity(store: KeyValueStore): StoreDescription {
  const key = keys.identity();
  const sealed = store.get(key);
  if (sealed === undefined) throw damagedValue("the identity of the database is missing", key);
  const found = decodeDescription(openValue(key, sealed, "the identity of the database"));
  if (found === undefined) throw damagedValue("the identity of the database is unreadable", key);
  return found;
}
