import { equalBytes } from "@cartorio/crypto";
import {
  type ErrorCode,
  limits,
  maximumFaulty,
  reentryRecord,
  stateKeys,
  type Validator,
  type ValidatorReenter,
} from "@cartorio/protocol";
import { checkInvoked } from "../invocation.ts";
import {
  decodedRecord,
  done,
  readRecord,
  refused,
  type TransactionState,
  writeRecord,
} from "../state.ts";
import { newestSet, scheduleSet } from "../validator-sets.ts";
import type { OperationHandler } from "./context.ts";
import { openEpoch } from "./open-epoch.ts";

/**
 * A validator that lost its journal comes back: a set change that only names the incarnation of its new
 * journal, signed by the validator's member alone with a `capabilityInvocation` key and limited in rate
 * (docs/consensus.md 9). Codes: VALIDATOR_NOT_FOUND, those of `checkInvoked`, those of
 * `openEpoch`, SET_CHANGE_TOO_LARGE (n < 4: nobody may be faulty), INCARNATION_NOT_FRESH,
 * REENTRY_TOO_SOON.
 */
export const validatorReenterHandler: OperationHandler<ValidatorReenter> = {
  isGuarded: () => true,
  execute(operation, { state, signers }) {
    const { validatorKey, incarnation } = operation;
    const validator = newestSet(state).validators.find((candidate) =>
      equalBytes(candidate.validatorKey, validatorKey),
    );
    if (validator === undefined) return refused("VALIDATOR_NOT_FOUND");
    const unauthorised = checkInvoked(state, signers, validator.member);
    if (unauthorised !== undefined) return refused(unauthorised);
    const epoch = openEpoch(state, operation.expectedEpoch);
    if (!epoch.ok) return epoch;
    const { set } = epoch;
    if (maximumFaulty(set.validators.length) === 0) return refused("SET_CHANGE_TOO_LARGE");
    const problem = checkFresh(state, validator, incarnation);
    if (problem !== undefined) return refused(problem);
    const { time, height } = state.block;
    writeRecord(
      state,
      stateKeys.validatorReentry(validatorKey),
      reentryRecord.encode({ time, height }),
    );
    const reentered = set.validators.map((other) =>
      equalBytes(other.validatorKey, validatorKey) ? { ...other, incarnation } : other,
    );
    scheduleSet(state, set, reentered);
    return done;
  },
};

/** Each re-entry costs everybody an epoch; a member's key alone must not change epochs without end. */
function checkFresh(
  state: TransactionState,
  { validatorKey, incarnation }: Validator,
  wanted: Uint8Array,
): ErrorCode | undefined {
  if (equalBytes(incarnation, wanted)) return "INCARNATION_NOT_FRESH";
  const bytes = readRecord(state, stateKeys.validatorReentry(validatorKey));
  if (bytes === undefined) return undefined;
  const { time } = decodedRecord(reentryRecord.decode(bytes));
  return state.block.time < time + limits.reentryIntervalMs ? "REENTRY_TOO_SOON" : undefined;
}
