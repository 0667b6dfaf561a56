// docs/ledger.md 8 as plain values. Field meanings: proto/governance.proto.

export type GovernanceOperation = never;
