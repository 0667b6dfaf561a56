import { openValue, sealValue } from "./checksum.ts";
import { damagedValue } from "./errors.ts";
import type { KeyValueStore, KeyValueWrite } from "./key-value.ts";

/** Reads a value that may be absent. Throws DATABASE_CORRUPT if it does not match its checksum. */
export function readValue(
  store: KeyValueStore,
  key: Uint8Array,
  what: string,
): Uint8Array | undefined {
  const sealed = store.get(key);
  return sealed === undefined ? undefined : openValue(key, sealed, what);
}

/** Reads a value that must exist. Throws DATABASE_CORRUPT if it is absent or altered. */
export function requireValue(store: KeyValueStore, key: Uint8Array, what: string): Uint8Array {
  const value = readValue(store, key, what);
  if (value === undefined) throw damagedValue(`${what} is missing`, key);
  return value;
}

/** A batch write of a value with its checksum. */
export function put(key: Uint8Array, value: Uint8Array): KeyValueWrite {
  return { key, value: sealValue(key, value) };
}

/** A batch write that deletes a key. */
export function remove(key: Uint8Array): KeyValueWrite {
  return { key, value: undefined };
}
