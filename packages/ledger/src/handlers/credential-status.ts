import {
  type CredentialStatusRecord,
  credentialStatus,
  credentialStatusRecord,
  limits,
  type StatusInterval,
  stateKeys,
} from "@cartorio/protocol";
import {
  done,
  mismatch,
  type OperationOutcome,
  readDecoded,
  refused,
  type TransactionState,
  writeRecord,
} from "../state.ts";

// Status is keyed by (issuer, commitment): no anchor and no Merkle proof is needed, and a later anchor
// changes nothing (docs/ledger.md 6).

/** 0 unspecified .. 5 holder request: proto/credential.proto. */
const highestReason = 5;

/** Where a status is kept. */
export interface StatusPlace {
  readonly issuer: string;
  readonly commitment: Uint8Array;
}

const untouched: CredentialStatusRecord = {
  status: credentialStatus.active,
  sequence: 0,
  intervals: [],
};

/** The status as of now, inside the transaction. */
export function readStatus(state: TransactionState, place: StatusPlace): CredentialStatusRecord {
  return (
    readDecoded(
      state,
      stateKeys.credentialStatus(place.issuer, place.commitment),
      credentialStatusRecord,
    ) ?? untouched
  );
}

/**
 * What every change asks of the status that it finds. Codes: CREDENTIAL_ALREADY_REVOKED,
 * SEQUENCE_MISMATCH with the sequence that the state holds.
 */
export function checkOpenStatus(
  now: CredentialStatusRecord,
  expectedSequence: number,
): OperationOutcome {
  if (now.status === credentialStatus.revoked) return refused("CREDENTIAL_ALREADY_REVOKED");
  if (expectedSequence === now.sequence) return done;
  return mismatch("SEQUENCE_MISMATCH", now.sequence);
}

export function isReason(reason: number): boolean {
  return reason <= highestReason;
}

/** One place is kept free: whatever happened, the credential can be revoked. */
export function hasRoomToSuspend({ intervals }: CredentialStatusRecord): boolean {
  return intervals.length < limits.maxStatusIntervals - 1;
}

/** The suspension that holds now. */
export function openSuspension(now: CredentialStatusRecord): StatusInterval | undefined {
  const last = now.intervals.at(-1);
  return last?.status === credentialStatus.suspended && last.to === 0 ? last : undefined;
}

/** Ends the suspension that holds, if any, and begins an interval, if one is given. */
export function writeStatus(
  state: TransactionState,
  place: StatusPlace,
  change: { readonly now: CredentialStatusRecord; readonly next: StatusInterval | undefined },
): void {
  const { now, next } = change;
  const open = openSuspension(now);
  const ended = open
    ? [...now.intervals.slice(0, -1), { ...open, to: state.block.time }]
    : now.intervals;
  const record = credentialStatusRecord.encode({
    status: next?.status ?? credentialStatus.active,
    sequence: now.sequence + 1,
    intervals: next ? [...ended, next] : ended,
  });
  writeRecord(state, stateKeys.credentialStatus(place.issuer, place.commitment), record);
}
