import { damagedValue } from "./errors.ts";
import type { KeyValueStore, KeyValueWrite } from "./key-value.ts";
import { keys, NUMBER_BYTES, readNumber, writeNumber } from "./keys.ts";
import { put, readValue } from "./sealed-store.ts";

const HASH_BYTES = 32;
const HEAD_BYTES = NUMBER_BYTES + HASH_BYTES + NUMBER_BYTES;

/** Newest executed block and what of the state can still be read. */
export interface Head {
  readonly height: number;
  readonly headerHash: Uint8Array;
  readonly oldestStateHeight: number;
}

/** The head record; undefined before the genesis block. Throws DATABASE_CORRUPT. */
export function readHead(store: KeyValueStore): Head | undefined {
  const key = keys.head();
  const value = readValue(store, key, "the head record");
  if (value === undefined) return undefined;
  if (value.length !== HEAD_BYTES) throw damagedValue("the head record has a wrong length", key);
  return {
    height: readNumber(value, 0),
    headerHash: value.slice(NUMBER_BYTES, NUMBER_BYTES + HASH_BYTES),
    oldestStateHeight: readNumber(value, NUMBER_BYTES + HASH_BYTES),
  };
}

/** The write that moves the head. */
export function writeHead(head: Head): KeyValueWrite {
  const value = new Uint8Array(HEAD_BYTES);
  writeNumber(value, 0, head.height);
  value.set(head.headerHash, NUMBER_BYTES);
  writeNumber(value, NUMBER_BYTES + HASH_BYTES, head.oldestStateHeight);
  return put(keys.head(), value);
}
