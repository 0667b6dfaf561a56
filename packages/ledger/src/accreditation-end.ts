import {
  type AccreditationEnd,
  type AccreditationRecord,
  accreditationEnded,
  type ErrorCode,
} from "@cartorio/protocol";
import { hasCome, settledTime } from "./reported-time.ts";
import type { TransactionState } from "./state.ts";

/** How an accreditation or root is to end; `by` is empty for governance. */
export type End = Pick<AccreditationEnd, "by" | "ended" | "untrustedSince" | "reason">;

/**
 * An end is withdrawn (no `untrustedSince`) or for cause since a time that has come. It only ever
 * gets worse: whoever gives an accreditation back cannot keep it from being ended for cause, and an
 * earlier `untrustedSince` replaces a later one. Codes: ACCREDITATION_INVALID, ACCREDITATION_ENDED.
 */
export function checkEnd(
  state: TransactionState,
  record: AccreditationRecord,
  { ended, untrustedSince }: End,
): ErrorCode | undefined {
  const isForCause = ended === accreditationEnded.forCause;
  const isWithdrawn = ended === accreditationEnded.withdrawn && untrustedSince === 0;
  if (!isWithdrawn && !(isForCause && hasCome(state, untrustedSince)))
    return "ACCREDITATION_INVALID";
  if (record.ended === accreditationEnded.not) return undefined;
  const isWorse =
    isForCause &&
    (record.ended === accreditationEnded.withdrawn || untrustedSince < record.untrustedSince);
  return isWorse ? undefined : "ACCREDITATION_ENDED";
}

/** The record with its end. The time of the first end stays. */
export function endOf(
  state: TransactionState,
  record: AccreditationRecord,
  { by, ended, untrustedSince, reason }: End,
): AccreditationRecord {
  const isFirst = record.ended === accreditationEnded.not;
  return {
    ...record,
    ended,
    endedTime: isFirst ? state.block.time : record.endedTime,
    untrustedSince: settledTime(state, untrustedSince),
    endedBy: by,
    reason,
  };
}
