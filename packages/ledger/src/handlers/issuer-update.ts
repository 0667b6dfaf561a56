import {
  decodeIssuerProfileRecord,
  encodeIssuerProfileRecord,
  type IssuerProfileRecord,
  type IssuerUpdate,
  relationship,
  signerRole,
  stateKeys,
} from "@cartorio/protocol";
import { keysInRole, keyWithRelationship } from "../authority.ts";
import { writerOf } from "../dids.ts";
import {
  decodedRecord,
  done,
  readRecord,
  refused,
  type TransactionState,
  writeRecord,
} from "../state.ts";
import type { OperationHandler } from "./context.ts";
import { areParties } from "./parties.ts";

/**
 * Replaces what an issuer declares about itself, by a `capabilityInvocation` key: a key that only
 * signs credentials must not name who may revoke them (docs/ledger.md 6). Codes: those of `writerOf`,
 * UNAUTHORISED, SEQUENCE_MISMATCH with the number of declarations, ISSUER_PROFILE_INVALID.
 */
export const issuerUpdateHandler: OperationHandler<IssuerUpdate> = {
  isGuarded: () => true,
  execute(operation, { state, signers }) {
    const { issuer, expectedSequence, revokers, successor, anchorRequiredSince } = operation;
    const writer = writerOf(state, issuer);
    if (!writer.ok) return writer;
    const multikey = keyWithRelationship(
      writer.before.document,
      keysInRole(signers, issuer, signerRole.author),
      relationship.capabilityInvocation,
    );
    if (multikey === undefined) return refused("UNAUTHORISED");
    const key = stateKeys.issuerProfile(issuer);
    const bytes = readRecord(state, key);
    const now = bytes && decodedRecord(decodeIssuerProfileRecord(bytes));
    const sequence = now?.sequence ?? 0;
    if (expectedSequence !== sequence) {
      return { ok: false, code: "SEQUENCE_MISMATCH", currentVersion: sequence };
    }
    if (!isValid(state, operation, now)) return refused("ISSUER_PROFILE_INVALID");
    const record = encodeIssuerProfileRecord({
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
