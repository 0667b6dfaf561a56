import type { KeyRange } from "./keys.ts";

/** One write of a batch; a missing value deletes the key. Keys and values are not copied. */
export interface KeyValueWrite {
  readonly key: Uint8Array;
  readonly value: Uint8Array | undefined;
}

/**
 * What the chain store and the vote journal need of a database: LevelDB on disk and a map in
 * memory implement it, so that both run the same code above it.
 */
export interface KeyValueStore {
  /** Synchronous read; a view that the caller may keep. Undefined if the key is absent. */
  get(key: Uint8Array): Uint8Array | undefined;
  /**
   * All or nothing, in order; resolves when durable. Batches become visible in the order of calls.
   * After a failure every later write is refused with the same StorageError: the tail of LevelDB's
   * log is then unknown, and writing behind it would bury what comes after.
   */
  write(batch: readonly KeyValueWrite[]): Promise<void>;
  /** Entries of a range in key order. */
  entries(range: KeyRange): AsyncIterable<readonly [key: Uint8Array, value: Uint8Array]>;
  /** Gives the room of deleted and replaced entries of a range back to the file system. */
  compact(range: KeyRange): Promise<void>;
  /** Waits for writes under way. */
  close(): Promise<void>;
}
