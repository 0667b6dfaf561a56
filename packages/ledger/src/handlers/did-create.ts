import {
  type DidCreate,
  didOf,
  didStatus,
  type ErrorCode,
  encodeDidCreate,
} from "@cartorio/protocol";
import { checkControlAuthority, keysOf } from "../authority.ts";
import { checkControl, checkRecovery } from "../control.ts";
import { didNow, writeDid } from "../dids.ts";
import { checkDocument } from "../document.ts";
import { done, type OperationOutcome, refused, type TransactionState } from "../state.ts";
import type { OperationHandler } from "./context.ts";

/**
 * A new DID, named by the hash of its create bytes and signed by a threshold of its own control keys
 * (docs/ledger.md 2). Codes: NOT_SUPPORTED, CONTROL_INVALID, DOCUMENT_TOO_LARGE, DOCUMENT_INVALID,
 * DID_EXISTS, UNAUTHORISED, THRESHOLD_NOT_MET.
 */
export const didCreateHandler: OperationHandler<DidCreate> = {
  isGuarded: () => true,
  execute(operation, context) {
    const { state } = context;
    const did = didOf(state.block.base.network, encodeDidCreate(operation));
    const problem = checkDidCreate(operation, state.block.base.parameters.maxClockDriftMs);
    if (problem !== undefined) return refused(problem);
    const unauthorised = checkControlAuthority(operation.control, keysOf(context.signers, did));
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
  const control = checkControl(operation.control);
  if (!control.ok) return control.code;
  return checkRecovery(operation.recovery, maxClockDriftMs) ?? checkDocument(operation.document);
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
  };
  const created = writeDid(state, { did, previous: undefined, head, document, removals: [] });
  state.created.set(did, created);
  return done;
}
