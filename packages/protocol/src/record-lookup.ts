/** Reads a record by its state key, among those already at hand. */
export type RecordLookup = (key: Uint8Array) => Uint8Array | undefined;

/**
 * A reader that reads each record once, whoever asks again: the keys of a proof are derived in rounds, and
 * each round passes the records of all rounds before. Nothing else may rest on it: a record whose bytes
 * were changed in place is still read as before.
 */
export function oncePerRecord<T>(
  read: (record: Uint8Array) => T,
): (record: Uint8Array | undefined) => T | undefined {
  const known = new WeakMap<Uint8Array, { readonly value: T }>();
  return (record) => {
    if (record === undefined) return undefined;
    const found = known.get(record) ?? { value: read(record) };
    known.set(record, found);
    return found.value;
  };
}
