import { type AccreditationSuspend, accreditationEnded, limits } from "@cartorio/protocol";
import { changeAccreditation } from "../accreditations.ts";
import { done, refused } from "../state.ts";
import { openAccreditation, superiorOf } from "./accreditation-change.ts";
import { openSuspension } from "./accreditation-suspension.ts";
import type { OperationHandler } from "./context.ts";
import { isReason } from "./credential-status.ts";

/**
 * Suspends an accreditation, and with it all that descends from it, until somebody resumes it
 * (docs/ledger.md 5). Codes: those of `superiorOf` and `openAccreditation`, REASON_INVALID,
 * ACCREDITATION_ENDED, ACCREDITATION_NOT_ACCEPTED, ACCREDITATION_SUSPENDED, ACCREDITATION_HISTORY_FULL.
 */
export const accreditationSuspendHandler: OperationHandler<AccreditationSuspend> = {
  isGuarded: () => true,
  execute(operation, { state, signers }) {
    const superior = superiorOf(state, signers, operation);
    if (!superior.ok) return superior;
    const open = openAccreditation(state, operation);
    if (!open.ok) return open;
    const { record } = open;
    const { ended, acceptedTime, suspensions } = record;
    if (!isReason(operation.reason)) return refused("REASON_INVALID");
    if (ended !== accreditationEnded.not) return refused("ACCREDITATION_ENDED");
    if (acceptedTime === 0) return refused("ACCREDITATION_NOT_ACCEPTED");
    if (openSuspension(record) !== undefined) return refused("ACCREDITATION_SUSPENDED");
    if (suspensions.length >= limits.maxSuspensions) return refused("ACCREDITATION_HISTORY_FULL");
    const { by, reason } = operation;
    const next = { from: state.block.time, to: 0, by, reason };
    changeAccreditation(state, operation, { ...record, suspensions: [...suspensions, next] });
    return done;
  },
};
