import {
  type AccreditationEnd,
  accreditationEnded,
  type ErrorCode,
  type Signer,
} from "@cartorio/protocol";
import { checkEnd, endOf } from "../accreditation-end.ts";
import { changeAccreditation } from "../accreditations.ts";
import { adjustDependants } from "../dependants.ts";
import { checkInvoked } from "../invocation.ts";
import { done, refused, type TransactionState } from "../state.ts";
import { openAccreditation, superiorOf } from "./accreditation-change.ts";
import type { OperationHandler } from "./context.ts";
import { isReason } from "./credential-status.ts";

/**
 * Ends an accreditation or an offer: withdrawn, by the accreditor, one above it, or the subject, which
 * gives it back; for cause not by the subject (docs/ledger.md 5). A root is ended by governance alone, not
 * given back by its holder either: the last root of a domain has to stay. Codes: those of `superiorOf`,
 * `checkInvoked`, `openAccreditation` and `checkEnd`, REASON_INVALID, UNAUTHORISED.
 */
export const accreditationEndHandler: OperationHandler<AccreditationEnd> = {
  isGuarded: () => true,
  execute(operation, { state, signers }) {
    const unauthorised = checkMayEnd(state, signers, operation);
    if (unauthorised !== undefined) return refused(unauthorised);
    const open = openAccreditation(state, operation);
    if (!open.ok) return open;
    const { record } = open;
    if (record.accreditor === "") return refused("UNAUTHORISED");
    if (!isReason(operation.reason)) return refused("REASON_INVALID");
    const problem = checkEnd(state, record, operation);
    if (problem !== undefined) return refused(problem);
    changeAccreditation(state, operation, endOf(state, record, operation));
    const isFirst = record.ended === accreditationEnded.not;
    if (isFirst && record.acceptedTime !== 0) adjustDependants(state, record.accreditor, -1);
    return done;
  },
};

function checkMayEnd(
  state: TransactionState,
  signers: readonly Signer[],
  operation: AccreditationEnd,
): ErrorCode | undefined {
  const { by, subject, ended } = operation;
  if (by !== subject) {
    const superior = superiorOf(state, signers, operation);
    return superior.ok ? undefined : superior.code;
  }
  const unsigned = checkInvoked(state, signers, by);
  if (unsigned !== undefined) return unsigned;
  return ended === accreditationEnded.withdrawn ? undefined : "UNAUTHORISED";
}
