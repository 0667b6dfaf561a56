// docs/ledger.md 11 as plain values. Field meanings: proto/schema.proto.

import type { Redaction } from "./redaction-codec.ts";

export interface SchemaRegister {
  readonly owner: string;
  readonly body: Uint8Array;
  /** 32 bytes, or none. */
  readonly supersedes: Uint8Array;
}
export interface SchemaDeprecate {
  readonly owner: string;
  readonly digest: Uint8Array;
  readonly expectedSequence: number;
}

export type SchemaOperation =
  | { readonly kind: "schemaRegister"; readonly value: SchemaRegister }
  | { readonly kind: "schemaDeprecate"; readonly value: SchemaDeprecate };

export interface SchemaRecord {
  readonly owner: string;
  readonly number: number;
  readonly time: number;
  readonly height: number;
  readonly size: number;
  readonly supersedes: Uint8Array;
  readonly supersededBy: Uint8Array;
  readonly deprecatedTime: number;
  readonly sequence: number;
}
/** Exactly one of the two: governance may drop the body, never its digest. */
export interface SchemaBodyRecord {
  readonly body: Uint8Array | undefined;
  readonly redaction: Redaction | undefined;
}
export interface SchemasHeadRecord {
  readonly count: number;
}
export interface SchemaIndexRecord {
  readonly digest: Uint8Array;
}
