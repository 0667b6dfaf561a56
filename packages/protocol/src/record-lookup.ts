/** Reads a record by its state key, among those already at hand. */
export type RecordLookup = (key: Uint8Array) => Uint8Array | undefined;
