import {
  type IssuerProfileRecord,
  type IssuerUpdate,
  issuerProfileRecord,
  stateKeys,
} from "@cartorio/protocol";
import { checkInvoked } from "../invocation.ts";
import {
  done,
  mismatch,
  readDecoded,
  refused,
  type TransactionState,
  writeRecord,
} from "../state.ts";
import type { OperationHandler } from "./context.ts";
import { areParties } from "./parties.ts";

/**
 * Replaces what an issuer declares about itself, by a `capabilityInvocation` key: a key that only
 * signs credentials must not name who may revoke them (docs/ledger.md 6). Codes: those of `checkInvoked`, SEQUENCE_MISMATCH with the number of declarations, ISSUER_PROFILE_INVALID.
 */
export const issuerUpdateHandler: OperationHandler<IssuerUpdate> = {
  isGuarded: () => true,
  execute(operation, { state, signers }) {
    const { issuer, expectedSequence, revokers, successor, anchorRequiredSince } = operation;
    const unauthorised = checkInvoked(state, signers, issuer);
    if (unauthorised !== undefined) return refused(unauthorised);
    const key = stateKeys.issuerProfile(issuer);
    const now = readDecoded(state, key, issuerProfileRecord);
    const sequence = now?.sequence ?? 0;
    if (expectedSequence !== sequence) {
      return mismatch("SEQUENCE_MISMATCH", sequence);
    }
    if (!isValid(state, operation, now)) return refused("ISSUER_PROFILE_INVALID");
    const record = issuerProfileRecord.encode({
      sequence: sequence + 1,
      revokers,
      successor,
      anchorRequiredSince,
      time: state.block.time,
      height: state.block.height,
    });
    writeRecord(state, key, record);
    return done;
  },
};

function isValid(
  state: TransactionState,
  { issuer, revokers, successor, anchorRequiredSince }: IssuerUpdate,
  now: IssuerProfileRecord | undefined,
): boolean {
  return (
    areParties(state, issuer, revokers) &&
    (successor === "" || areParties(state, issuer, [successor])) &&
    keepsRequirement(now?.anchorRequiredSince ?? 0, anchorRequiredSince, state.block.time)
  );
}

/** What has begun stays: whoever stole a key would otherwise make unanchored credentials count again. */
function keepsRequirement(before: number, after: number, blockTime: number): boolean {
  const hasBegun = before !== 0 && before <= blockTime;
  return !hasBegun || after === before;
}
