import { Level } from "level";
import { toStorageError } from "./errors.ts";
import { GroupCommit } from "./group-commit.ts";
import type { KeyValueStore, KeyValueWrite } from "./key-value.ts";

const MEBIBYTE = 1 << 20;

/**
 * Hashes and signatures do not compress, and raw blocks let the start check every table by itself.
 * A write buffer of 16 MiB makes fewer, larger tables and is replayed in well under a second.
 *
 * LevelDB maps every open table into memory, where it counts as resident once it was read: 118 tables
 * (ten of the open files are for others) of 4 MiB are less than 500 MiB, whatever the database grows
 * to. A read that has to open one again costs about three times as much.
 */
const tuning = {
  compression: false,
  writeBufferSize: 16 * MEBIBYTE,
  cacheSize: 32 * MEBIBYTE,
  maxFileSize: 4 * MEBIBYTE,
  maxOpenFiles: 128,
} as const;

/**
 * Opens a LevelDB directory whose files were verified before. Throws StorageError (DATABASE_LOCKED,
 * DATABASE_MISSING, DATABASE_CORRUPT, DISK_FULL, DATABASE_UNAVAILABLE).
 */
export async function openLevelKeyValue(
  directory: string,
  options: { readonly create: boolean },
): Promise<KeyValueStore> {
  const database = new Level<Uint8Array, Uint8Array>(directory, {
    keyEncoding: "view",
    valueEncoding: "view",
    createIfMissing: options.create,
    errorIfExists: options.create,
    ...tuning,
  });
  try {
    await database.open();
  } catch (error) {
    throw toStorageError(error, directory);
  }
  return keyValueOf(database, directory);
}

function keyValueOf(database: Level<Uint8Array, Uint8Array>, directory: string): KeyValueStore {
  const commits = new GroupCommit((batch) => writeBatch(database, batch, directory));
  return {
    get: (key) => guarded(directory, () => plainBytes(database.getSync(key))),
    write: (batch) => commits.write(batch),
    entries: async function* (range) {
      try {
        for await (const [key, value] of database.iterator({ gte: range.from, lt: range.to })) {
          yield [viewOf(key), viewOf(value)];
        }
      } catch (error) {
        throw toStorageError(error, directory);
      }
    },
    compact: async ({ from, to }) => {
      if (!canCompact(database)) return;
      try {
        await database.compactRange(from, to);
      } catch (error) {
        throw toStorageError(error, directory);
      }
    },
    close: async () => {
      await commits.settled();
      try {
        await database.close();
      } catch (error) {
        throw toStorageError(error, directory);
      }
    },
  };
}

/** What LevelDB can do and the type that `level` shares with browsers does not name. */
interface Compacting {
  compactRange(start: Uint8Array, end: Uint8Array): Promise<void>;
}

function canCompact(database: object): database is Compacting {
  return "compactRange" in database;
}

// The chained form costs 1.8 us per put on the main thread, the array form 2.5 us.
async function writeBatch(
  database: Level<Uint8Array, Uint8Array>,
  batch: readonly KeyValueWrite[],
  directory: string,
): Promise<void> {
  try {
    const chained = database.batch();
    for (const { key, value } of batch) {
      if (value === undefined) chained.del(key);
      else chained.put(key, value);
    }
    await chained.write({ sync: true });
  } catch (error) {
    throw toStorageError(error, directory);
  }
}

function guarded<T>(directory: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw toStorageError(error, directory);
  }
}

function plainBytes(bytes: Uint8Array | undefined): Uint8Array | undefined {
  return bytes === undefined ? undefined : viewOf(bytes);
}

/** LevelDB answers with Buffers, whose `slice` shares memory: callers get a plain Uint8Array. */
function viewOf(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}
