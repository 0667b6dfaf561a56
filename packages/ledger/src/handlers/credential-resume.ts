import {
  type CredentialResume,
  type ErrorCode,
  type StatusInterval,
  statusRole,
} from "@cartorio/protocol";
import { done, refused } from "../state.ts";
import type { OperationHandler } from "./context.ts";
import { checkOpenStatus, openSuspension, readStatus, writeStatus } from "./credential-status.ts";
import { type StatusActor, statusActor } from "./issuer-actor.ts";

/**
 * Ends a suspension, by somebody who stands no lower than whoever suspended: see {@link whyNot}
 * (docs/ledger.md 6). Codes: those of `statusActor`, SUSPENDED_BY_ACCREDITOR, UNAUTHORISED, those of
 * `checkOpenStatus`, CREDENTIAL_NOT_SUSPENDED.
 */
export const credentialResumeHandler: OperationHandler<CredentialResume> = {
  isGuarded: () => true,
  execute(operation, { state, signers }) {
    const actor = statusActor(state, signers, operation);
    if (!actor.ok) return actor;
    const now = readStatus(state, operation);
    const suspension = openSuspension(now);
    const refusal = suspension && whyNot(suspension, actor);
    if (refusal !== undefined) return refused(refusal);
    const open = checkOpenStatus(now, operation.expectedSequence);
    if (!open.ok) return open;
    if (suspension === undefined) return refused("CREDENTIAL_NOT_SUSPENDED");
    writeStatus(state, operation, { now, next: undefined });
    return done;
  },
};

/**
 * What an accreditor suspended is lifted by that accreditor only: an issuer that has lost its
 * accreditation for cause would undo it otherwise. A revoker lifts what a revoker suspended, so that
 * it cannot overrule the issuer. The accreditor does not lift what the issuer left suspended.
 */
function whyNot(
  suspension: StatusInterval,
  actor: Extract<StatusActor, { readonly ok: true }>,
): ErrorCode | undefined {
  if (suspension.role === statusRole.accreditor) {
    const isSame = actor.role === statusRole.accreditor && actor.by === suspension.by;
    return isSame ? undefined : "SUSPENDED_BY_ACCREDITOR";
  }
  if (actor.role === statusRole.accreditor) return "UNAUTHORISED";
  const overrules = actor.role === statusRole.revoker && suspension.role !== statusRole.revoker;
  return overrules ? "UNAUTHORISED" : undefined;
}
