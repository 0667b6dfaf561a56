import { type AccreditationAccept, accreditationEnded } from "@cartorio/protocol";
import { changeAccreditation } from "../accreditations.ts";
import { adjustDependants } from "../dependants.ts";
import { checkInvoked } from "../invocation.ts";
import { done, refused } from "../state.ts";
import { openAccreditation } from "./accreditation-change.ts";
import type { OperationHandler } from "./context.ts";

/**
 * The subject takes an offer, while it stands: from then on the accreditation can be in force, and its
 * accreditor has one more dependant until it is ended (docs/ledger.md 2, 5). Codes: those of
 * `checkInvoked` and `openAccreditation`, ACCREDITATION_ALREADY_ACCEPTED, ACCREDITATION_ENDED,
 * ACCREDITATION_EXPIRED.
 */
export const accreditationAcceptHandler: OperationHandler<AccreditationAccept> = {
  isGuarded: () => true,
  execute(operation, { state, signers }) {
    const unauthorised = checkInvoked(state, signers, operation.subject);
    if (unauthorised !== undefined) return refused(unauthorised);
    const open = openAccreditation(state, operation);
    if (!open.ok) return open;
    const { record } = open;
    const { time } = state.block;
    if (record.acceptedTime !== 0) return refused("ACCREDITATION_ALREADY_ACCEPTED");
    if (record.ended !== accreditationEnded.not) return refused("ACCREDITATION_ENDED");
    const isLate = record.validUntil !== 0 && record.validUntil <= time;
    if (isLate) return refused("ACCREDITATION_EXPIRED");
    changeAccreditation(state, operation, { ...record, acceptedTime: time });
    adjustDependants(state, record.accreditor, 1);
    return done;
  },
};
