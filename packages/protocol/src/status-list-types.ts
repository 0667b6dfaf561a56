// docs/ledger.md 7 as plain values. Field meanings: proto/status-list.proto.

export const statusPurpose = { revocation: 1, suspension: 2 } as const;

export interface StatusListCreate {
  readonly owner: string;
  readonly expectedCount: number;
  readonly publisher: string;
  /** {@link statusPurpose}. */
  readonly purpose: number;
  readonly length: number;
}
export interface StatusBitChange {
  readonly index: number;
  readonly value: boolean;
}
export interface StatusListUpdate {
  readonly owner: string;
  readonly by: string;
  readonly list: number;
  readonly expectedSequence: number;
  readonly changes: readonly StatusBitChange[];
}

export type StatusListOperation =
  | { readonly kind: "statusListCreate"; readonly value: StatusListCreate }
  | { readonly kind: "statusListUpdate"; readonly value: StatusListUpdate };

export interface StatusListsHeadRecord {
  readonly count: number;
}
export interface StatusListRecord {
  readonly publisher: string;
  readonly purpose: number;
  readonly length: number;
  readonly time: number;
  readonly height: number;
}
export interface StatusListHeadRecord {
  readonly sequence: number;
  /** 32 bytes per chunk: RFC 9162 leaf hashes. */
  readonly chunkHashes: Uint8Array;
}
export interface StatusListVersionRecord {
  readonly time: number;
  readonly height: number;
  readonly root: Uint8Array;
}
export interface StatusChunkHeadRecord {
  readonly sequence: number;
}
export interface StatusChunkRecord {
  readonly body: Uint8Array;
  readonly previousSequence: number;
}
