import {
  type DidCreate,
  didOf,
  didStatus,
  type ErrorCode,
  encodeDidCreate,
} from "@cartorio/protocol";
import { checkControlAuthority } from "../authority.ts";
import { checkControl, checkRecovery } from "../control.ts";
import { checkControllers } from "../controllers.ts";
import { moveDependant } from "../dependants.ts";
import { didNow, writeDid } from "../dids.ts";
import { checkDocument } from "../document.ts";
import { done, type OperationOutcome, refused, type TransactionState } from "../state.ts";
import type { OperationHandler } from "./context.ts";

/**
 * A new DID, named by the hash of its create bytes and signed by a threshold of its own control keys, or
 * of its controllers (docs/ledger.md 2). Codes: CONTROL_INVALID, DOCUMENT_TOO_LARGE, DOCUMENT_INVALID,
 * CONTROLLER_INVALID, CONTROL_TOO_DEEP, DID_EXISTS, and those of `checkControlAuthority`.
 */
export const didCreateHandler: OperationHandler<DidCreate> = {
  isGuarded: () => true,
  execute(operation, context) {
    const { state, signers } = context;
    const { control } = operation;
    const did = didOf(state.block.base.network, encodeDidCreate(operation));
    const problem = checkDidCreate(operation, state.block.base.parameters.maxClockDriftMs);
    if (problem !== undefined) return refused(problem);
    const unauthorised =
      checkControllers(state, did, control) ??
      checkControlAuthority(state, { did, control, signers });
    if (unauthorised !== undefined) return refused(unauthorised);
    const outcome = createDid(state, did, { operation, sponsor: context.payer });
    if (outcome.ok) context.createdDids.push(did);
    return outcome;
  },
};

/** The rules of a create that need no state; genesis obeys them too. */
export function checkDidCreate(
  operation: DidCreate,
  maxClockDriftMs: number,
): ErrorCode | undefined {
  return (
    checkControl(operation.control) ??
    checkRecovery(operation.recovery, maxClockDriftMs) ??
    checkDocument(operation.document)
  );
}

/** Writes version 1, with what the sponsor attests. Code: DID_EXISTS. */
export function createDid(
  state: TransactionState,
  did: string,
  create: { readonly operation: DidCreate; readonly sponsor: string },
): OperationOutcome {
  if (didNow(state, did) !== undefined) return refused("DID_EXISTS");
  const { control, document, recovery, legalEntity = false } = create.operation;
  const head = {
    status: didStatus.active,
    control,
    recovery,
    dependants: 0,
    sponsor: create.sponsor,
    ...(legalEntity ? { legalEntity } : {}),
    pendingRecovery: undefined,
    recoverySequence: 0,
    recoveryVetoed: false,
    frozenUntil: 0,
  };
  const created = writeDid(state, { did, previous: undefined, head, document, removals: [] });
  state.created.set(did, created);
  moveDependant(state, undefined, control);
  return done;
}
