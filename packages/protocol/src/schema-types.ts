// docs/ledger.md 11 as plain values. Field meanings: proto/schema.proto.

export type SchemaOperation = never;
