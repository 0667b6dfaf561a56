// docs/ledger.md 5 as plain values. Field meanings: proto/accreditation.proto.

export type AccreditationOperation = never;
