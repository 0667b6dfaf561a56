// docs/ledger.md 7 as plain values. Field meanings: proto/status-list.proto.

export type StatusListOperation = never;
