import { type CredentialSuspend, credentialStatus } from "@cartorio/protocol";
import { done, refused } from "../state.ts";
import type { OperationHandler } from "./context.ts";
import {
  checkOpenStatus,
  hasRoomToSuspend,
  isReason,
  readStatus,
  writeStatus,
} from "./credential-status.ts";
import { statusActor } from "./issuer-actor.ts";

/**
 * Suspends until somebody resumes (docs/ledger.md 6). Codes: those of `statusActor` and
 * `checkOpenStatus`, REASON_INVALID, CREDENTIAL_ALREADY_SUSPENDED, STATUS_HISTORY_FULL.
 */
export const credentialSuspendHandler: OperationHandler<CredentialSuspend> = {
  isGuarded: () => true,
  execute(operation, { state, signers }) {
    const actor = statusActor(state, signers, operation);
    if (!actor.ok) return actor;
    const now = readStatus(state, operation);
    const open = checkOpenStatus(now, operation.expectedSequence);
    if (!open.ok) return open;
    const { reason } = operation;
    if (!isReason(reason)) return refused("REASON_INVALID");
    if (now.status === credentialStatus.suspended) return refused("CREDENTIAL_ALREADY_SUSPENDED");
    if (!hasRoomToSuspend(now)) return refused("STATUS_HISTORY_FULL");
    const { by, role } = actor;
    const from = state.block.time;
    const next = { status: credentialStatus.suspended, from, to: 0, reason, by, role };
    writeStatus(state, operation, { now, next });
    return done;
  },
};
