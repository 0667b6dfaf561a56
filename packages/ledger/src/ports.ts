// What the ledger reads and writes; storage implements the reader and stores the writes.
// Tree pages and records are immutable and named by the height that wrote them, so a reader of an
// older height is never disturbed and old ones can be deleted later (docs/ledger.md 3 and 4).

/** Synchronous reads. A value that is named but missing or damaged throws DATABASE_CORRUPT: never "absent". */
export interface StateReader {
  /** Page (four levels, 16 children) at a nibble path (one nibble per byte, 0..15), written by the block at `height`. */
  page(path: Uint8Array, height: number): Uint8Array;
  /** Record of a 32-byte state key, written by the block at `height`. */
  record(key: Uint8Array, height: number): Uint8Array;
}

export interface PageWrite {
  readonly path: Uint8Array;
  readonly bytes: Uint8Array;
}
export interface RecordWrite {
  readonly key: Uint8Array;
  readonly bytes: Uint8Array;
}
/** Ids remembered by one block in one expiry bucket, in execution order (docs/ledger.md 1). */
export interface ReplayWrite {
  readonly bucket: number;
  readonly ids: readonly Uint8Array[];
}

/** All that one block changes; written with the block in one synchronous batch under its height. */
export interface StateWrites {
  readonly pages: readonly PageWrite[];
  readonly records: readonly RecordWrite[];
  /** Pages and records that this block replaced: deleted once their height leaves the retained window. */
  readonly stalePages: readonly { readonly path: Uint8Array; readonly height: number }[];
  readonly staleRecords: readonly { readonly key: Uint8Array; readonly height: number }[];
  readonly replay: readonly ReplayWrite[];
  /** Buckets whose ids may be forgotten: their last `validUntil` is before the block time. */
  readonly expiredBuckets: readonly number[];
}
