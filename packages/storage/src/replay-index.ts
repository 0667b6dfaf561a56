import { openValue } from "./checksum.ts";
import { damagedValue } from "./errors.ts";
import type { KeyValueStore } from "./key-value.ts";
import { keyRanges, keys, NUMBER_BYTES, readNumber } from "./keys.ts";
import { requireValue } from "./sealed-store.ts";

const ID_BYTES = 32;

/** Ids that one block remembered in one bucket. */
export interface ReplayList {
  readonly bucket: number;
  readonly height: number;
  readonly ids: readonly Uint8Array[];
}

/** Which (bucket, height) lists exist, so that an expired bucket is deleted without a search. */
export class ReplayIndex {
  readonly #heights = new Map<number, number[]>();

  /** Reads the index of a database and checks every list. Throws DATABASE_CORRUPT. */
  static async load(store: KeyValueStore): Promise<ReplayIndex> {
    const index = new ReplayIndex();
    for await (const [key, sealed] of store.entries(keyRanges.replay)) {
      splitIds(key, openValue(key, sealed, "a list of replay memory"));
      index.add(readNumber(key, 1), readNumber(key, 1 + NUMBER_BYTES));
    }
    return index;
  }

  add(bucket: number, height: number): void {
    const heights = this.#heights.get(bucket);
    if (heights === undefined) this.#heights.set(bucket, [height]);
    else heights.push(height);
  }

  forget(bucket: number): void {
    this.#heights.delete(bucket);
  }

  keysOf(bucket: number): readonly Uint8Array[] {
    return (this.#heights.get(bucket) ?? []).map((height) => keys.replay(bucket, height));
  }

  /** All lists, by bucket and height. Throws DATABASE_CORRUPT. */
  read(store: KeyValueStore): readonly ReplayList[] {
    const buckets = [...this.#heights].sort(([left], [right]) => left - right);
    return buckets.flatMap(([bucket, heights]) =>
      heights.map((height) => {
        const key = keys.replay(bucket, height);
        const value = requireValue(store, key, "a list of replay memory");
        return { bucket, height, ids: splitIds(key, value) };
      }),
    );
  }
}

function splitIds(key: Uint8Array, value: Uint8Array): readonly Uint8Array[] {
  if (value.length % ID_BYTES !== 0) {
    throw damagedValue("a list of replay memory has a wrong length", key);
  }
  const ids: Uint8Array[] = [];
  for (let at = 0; at < value.length; at += ID_BYTES) ids.push(value.slice(at, at + ID_BYTES));
  return ids;
}
