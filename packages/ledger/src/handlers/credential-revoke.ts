import { type CredentialRevoke, credentialStatus } from "@cartorio/protocol";
import { done, refused } from "../state.ts";
import type { OperationHandler } from "./context.ts";
import { checkOpenStatus, isReason, readStatus, writeStatus } from "./credential-status.ts";
import { statusActor } from "./issuer-actor.ts";

/**
 * Revokes for ever (docs/ledger.md 6). Codes: those of `statusActor` and `checkOpenStatus`,
 * REASON_INVALID.
 */
export const credentialRevokeHandler: OperationHandler<CredentialRevoke> = {
  isGuarded: () => true,
  execute(operation, { state, signers }) {
    const actor = statusActor(state, signers, operation);
    if (!actor.ok) return actor;
    const now = readStatus(state, operation);
    const open = checkOpenStatus(now, operation.expectedSequence);
    if (!open.ok) return open;
    const { reason } = operation;
    if (!isReason(reason)) return refused("REASON_INVALID");
    const { by, role } = actor;
    const from = state.block.time;
    const next = { status: credentialStatus.revoked, from, to: 0, reason, by, role };
    writeStatus(state, operation, { now, next });
    return done;
  },
};
