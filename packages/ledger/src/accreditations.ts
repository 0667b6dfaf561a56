import {
  type AccreditationPlace,
  type AccreditationRecord,
  accreditationRecord,
  accreditationsHeadRecord,
  accreditedAction,
  allActions,
  type ErrorCode,
  isWellFormedScope,
  limits,
  stateKeys,
} from "@cartorio/protocol";
import { didNow, isActive } from "./dids.ts";
import { readDecoded, type TransactionState, writeRecord } from "./state.ts";

// Records of accreditations as of now, inside the transaction (docs/ledger.md 5).

export function readAccreditation(
  state: TransactionState,
  { subject, index }: AccreditationPlace,
): AccreditationRecord | undefined {
  return readDecoded(state, stateKeys.accreditation(subject, index), accreditationRecord);
}

/** What somebody grants: an offer or a root. */
export type Grant = Pick<
  AccreditationRecord,
  "actions" | "scope" | "depth" | "validFrom" | "validUntil"
>;

/**
 * What holds for offers and roots alike: known actions, at least one; further levels only with `accredit`
 * and never beyond the longest chain; an end after the beginning and after now. Codes:
 * ACCREDITATION_INVALID, SCOPE_INVALID.
 */
export function checkGrant({ block }: TransactionState, grant: Grant): ErrorCode | undefined {
  const { actions, scope, depth, validFrom, validUntil } = grant;
  const isKnown = actions > 0 && actions <= allActions;
  const mayAccredit = (actions & accreditedAction.accredit) !== 0;
  const isDepth = depth < limits.maxChainLevels && (depth === 0 || mayAccredit);
  const isPeriod = validUntil === 0 || validUntil > Math.max(block.time, validFrom);
  if (!isKnown || !isDepth || !isPeriod) return "ACCREDITATION_INVALID";
  return isWellFormedScope(scope) ? undefined : "SCOPE_INVALID";
}

/** Code: ACCREDITATION_SUBJECT_INVALID for a DID that does not exist or is deactivated. */
export function checkSubject(state: TransactionState, subject: string): ErrorCode | undefined {
  const now = didNow(state, subject);
  return now !== undefined && isActive(now) ? undefined : "ACCREDITATION_SUBJECT_INVALID";
}

/** What is the same of every accreditation that begins. */
export const untouched: Pick<
  AccreditationRecord,
  "sequence" | "suspensions" | "ended" | "endedTime" | "untrustedSince" | "endedBy" | "reason"
> = {
  sequence: 0,
  suspensions: [],
  ended: 0,
  endedTime: 0,
  untrustedSince: 0,
  endedBy: "",
  reason: 0,
};

/** Writes the next accreditation of a subject and says which it is: 1, 2, ... */
export function appendAccreditation(
  state: TransactionState,
  subject: string,
  record: AccreditationRecord,
): AccreditationPlace {
  const key = stateKeys.accreditationsHead(subject);
  const count = readDecoded(state, key, accreditationsHeadRecord)?.count ?? 0;
  const index = count + 1;
  writeRecord(state, key, accreditationsHeadRecord.encode({ count: index }));
  writeRecord(state, stateKeys.accreditation(subject, index), accreditationRecord.encode(record));
  return { subject, index };
}

/** Writes the next state of an accreditation, with the next sequence. */
export function changeAccreditation(
  state: TransactionState,
  { subject, index }: AccreditationPlace,
  record: AccreditationRecord,
): void {
  const next = accreditationRecord.encode({ ...record, sequence: record.sequence + 1 });
  writeRecord(state, stateKeys.accreditation(subject, index), next);
}
