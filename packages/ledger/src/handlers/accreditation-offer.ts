import {
  type AccreditationOffer,
  type AccreditationPlace,
  accreditedAction,
  type ChainLink,
  type ErrorCode,
  givenHeadRecord,
  givenRecord,
  scopeContains,
  stateKeys,
} from "@cartorio/protocol";
import { appendAccreditation, checkGrant, checkSubject, untouched } from "../accreditations.ts";
import { checkInvoked } from "../invocation.ts";
import { chainBefore, rightOf } from "../rights.ts";
import {
  done,
  mismatch,
  type OperationOutcome,
  readDecoded,
  refused,
  type TransactionState,
  writeRecord,
} from "../state.ts";
import type { OperationHandler } from "./context.ts";

/**
 * Offers what the accreditor holds itself, or less, to a subject that has to accept (docs/ledger.md 5).
 * The accreditation that it names must be in force now, over its whole chain, with the action accredit;
 * every link above must contain the offered actions and scope. Codes: those of `checkInvoked` and
 * `rightOf`, SEQUENCE_MISMATCH with the offers so far, those of `checkGrant` and `checkSubject`,
 * ACCREDITATION_CYCLE, ACCREDITATION_DEPTH, ACTION_NOT_ACCREDITED, SCOPE_NOT_COVERED.
 */
export const accreditationOfferHandler: OperationHandler<AccreditationOffer> = {
  isGuarded: () => true,
  execute(operation, { state, signers }) {
    const { accreditor, subject } = operation;
    const own = { subject: accreditor, index: operation.accreditation };
    const unauthorised =
      checkInvoked(state, signers, accreditor) ??
      rightOf(state, { ...own, action: accreditedAction.accredit });
    if (unauthorised !== undefined) return refused(unauthorised);
    const guard = checkGiven(state, operation);
    if (!guard.ok) return guard;
    const problem =
      checkGrant(state, operation) ??
      checkSubject(state, subject) ??
      checkChain(chainBefore(state, own).links, operation);
    if (problem !== undefined) return refused(problem);
    recordGiven(state, operation, append(state, operation));
    return done;
  },
};

function givenCount(state: TransactionState, accreditor: string): number {
  return readDecoded(state, stateKeys.givenHead(accreditor), givenHeadRecord)?.count ?? 0;
}

function checkGiven(
  state: TransactionState,
  { accreditor, expectedGiven }: AccreditationOffer,
): OperationOutcome {
  const count = givenCount(state, accreditor);
  if (expectedGiven === count) return done;
  return mismatch("SEQUENCE_MISMATCH", count);
}

/** No link's holder is accredited again below itself, and nothing is offered that a link does not hold. */
function checkChain(
  links: readonly ChainLink[],
  { subject, actions, depth, scope }: AccreditationOffer,
): ErrorCode | undefined {
  if (links.some((link) => link.subject === subject)) return "ACCREDITATION_CYCLE";
  for (const [level, { record }] of links.entries()) {
    if (record.depth < depth + level + 1) return "ACCREDITATION_DEPTH";
    if ((record.actions & actions) !== actions) return "ACTION_NOT_ACCREDITED";
    if (!scopeContains(record.scope, scope)) return "SCOPE_NOT_COVERED";
  }
  return undefined;
}

function append(state: TransactionState, operation: AccreditationOffer): AccreditationPlace {
  const { accreditor, subject, actions, scope, depth, validFrom, validUntil } = operation;
  return appendAccreditation(state, subject, {
    ...{ ...untouched, accreditor, parent: operation.accreditation, domain: "" },
    ...{ actions, scope, depth, validFrom, validUntil },
    offeredTime: state.block.time,
    acceptedTime: 0,
  });
}

function recordGiven(
  state: TransactionState,
  { accreditor }: AccreditationOffer,
  place: AccreditationPlace,
): void {
  const count = givenCount(state, accreditor) + 1;
  writeRecord(state, stateKeys.givenHead(accreditor), givenHeadRecord.encode({ count }));
  writeRecord(state, stateKeys.given(accreditor, count), givenRecord.encode(place));
}
