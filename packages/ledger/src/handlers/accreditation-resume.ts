import { type AccreditationResume, accreditationEnded } from "@cartorio/protocol";
import { changeAccreditation } from "../accreditations.ts";
import { levelAbove } from "../rights.ts";
import { done, refused } from "../state.ts";
import { openAccreditation, superiorOf } from "./accreditation-change.ts";
import { openSuspension } from "./accreditation-suspension.ts";
import type { OperationHandler } from "./context.ts";

/**
 * Ends the suspension of an accreditation. What one higher up suspended is lifted by that one or one
 * above it only: the accreditor below would undo it otherwise (docs/ledger.md 5). Codes: those of
 * `superiorOf` and `openAccreditation`, ACCREDITATION_ENDED, ACCREDITATION_NOT_SUSPENDED, UNAUTHORISED.
 */
export const accreditationResumeHandler: OperationHandler<AccreditationResume> = {
  isGuarded: () => true,
  execute(operation, { state, signers }) {
    const superior = superiorOf(state, signers, operation);
    if (!superior.ok) return superior;
    const open = openAccreditation(state, operation);
    if (!open.ok) return open;
    const { record } = open;
    if (record.ended !== accreditationEnded.not) return refused("ACCREDITATION_ENDED");
    const suspension = openSuspension(record);
    if (suspension === undefined) return refused("ACCREDITATION_NOT_SUSPENDED");
    const needed = levelAbove(state, operation, suspension.by) ?? 0;
    if (superior.level < needed) return refused("UNAUTHORISED");
    const closed = { ...suspension, to: state.block.time };
    const suspensions = [...record.suspensions.slice(0, -1), closed];
    changeAccreditation(state, operation, { ...record, suspensions });
    return done;
  },
};
