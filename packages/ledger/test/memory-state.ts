import { byteKey } from "@cartorio/crypto";
import { stateKeys } from "@cartorio/protocol";
import type { ReplayList, StateReader, StateWrites } from "../src/index.ts";
import type { Leaf } from "./naive-tree.ts";

/** The state of a chain in memory, strict about reads, able to forget what storage may delete. */
export interface MemoryState {
  readonly reader: StateReader;
  readonly pages: Map<string, Uint8Array>;
  readonly records: Map<string, Uint8Array>;
  commit(height: number, writes: StateWrites): void;
  /** Deletes what the blocks up to this height replaced: heights below can no longer be read. */
  prune(height: number): void;
  replay(): ReplayList[];
  /** Every record that stands, as one would collect them without a tree. */
  leaves(): Leaf[];
  /** A copy that goes its own way from here on. */
  fork(): MemoryState;
}

const name = (key: Uint8Array, height: number): string => `${height}/${byteKey(key)}`;

interface Stored {
  readonly pages: Map<string, Uint8Array>;
  readonly records: Map<string, Uint8Array>;
  readonly stale: Map<number, { readonly pages: string[]; readonly records: string[] }>;
  readonly replay: ReplayList[];
  readonly live: Map<string, Leaf>;
}

export function memoryState(from?: Stored): MemoryState {
  const pages = new Map(from?.pages);
  const records = new Map(from?.records);
  const stale = new Map(from?.stale);
  const live = new Map(from?.live);
  let replay: ReplayList[] = from?.replay ?? [];
  const read = (values: Map<string, Uint8Array>, key: Uint8Array, height: number): Uint8Array => {
    const bytes = values.get(name(key, height));
    if (bytes === undefined) throw new Error(`DATABASE_CORRUPT: nothing at block ${height}`);
    return bytes;
  };
  return {
    reader: {
      page: (path, height) => read(pages, path, height),
      record: (key, height) => read(records, key, height),
    },
    pages,
    records,
    commit(height, writes) {
      for (const { path, bytes } of writes.pages) pages.set(name(path, height), bytes);
      for (const { key, bytes } of writes.records) {
        records.set(name(key, height), bytes);
        live.set(byteKey(key), { key, record: bytes });
      }
      for (const bucket of writes.expiredBuckets) {
        live.delete(byteKey(stateKeys.replayBucket(bucket)));
      }
      stale.set(height, {
        pages: writes.stalePages.map((page) => name(page.path, page.height)),
        records: writes.staleRecords.map((record) => name(record.key, record.height)),
      });
      const gone = new Set(writes.expiredBuckets);
      replay = [...replay, ...writes.replay.map((list) => ({ ...list, height }))]
        .filter(({ bucket }) => !gone.has(bucket))
        .sort((left, right) => left.bucket - right.bucket || left.height - right.height);
    },
    prune(height) {
      for (const [at, names] of stale) {
        if (at > height) continue;
        for (const page of names.pages) pages.delete(page);
        for (const record of names.records) records.delete(record);
        stale.delete(at);
      }
    },
    replay: () => replay,
    leaves: () => [...live.values()],
    fork: () => memoryState({ pages, records, stale, replay, live }),
  };
}
