import {
  type CredentialRevoke,
  type CredentialStatusRecord,
  credentialStatus,
  decodeCredentialStatusRecord,
  encodeCredentialStatusRecord,
  relationship,
  signerRole,
  stateKeys,
} from "@cartorio/protocol";
import { keysInRole, keyWithRelationship } from "../authority.ts";
import { writerOf } from "../dids.ts";
import { decodedRecord, done, readRecord, refused, writeRecord } from "../state.ts";
import type { OperationHandler } from "./context.ts";

/** 0 unspecified .. 5 holder request: proto/transaction.proto. */
const highestReason = 5;

const untouched: CredentialStatusRecord = {
  status: credentialStatus.active,
  sequence: 0,
  intervals: [],
};

/**
 * Revokes for ever, by a current `assertionMethod` key of the issuer. Status is keyed by (issuer,
 * commitment): no anchor and no Merkle proof is needed (docs/ledger.md 6). Codes: those of
 * `writerOf`, UNAUTHORISED, REASON_INVALID, CREDENTIAL_ALREADY_REVOKED, SEQUENCE_MISMATCH.
 */
export const credentialRevokeHandler: OperationHandler<CredentialRevoke> = {
  isGuarded: () => true,
  execute(operation, { state, signers }) {
    const { issuer, commitment, expectedSequence, reason } = operation;
    const writer = writerOf(state, issuer);
    if (!writer.ok) return writer;
    const multikey = keyWithRelationship(
      writer.before.document,
      keysInRole(signers, issuer, signerRole.author),
      relationship.assertionMethod,
    );
    if (multikey === undefined) return refused("UNAUTHORISED");
    if (reason > highestReason) return refused("REASON_INVALID");
    const key = stateKeys.credentialStatus(issuer, commitment);
    const bytes = readRecord(state, key);
    const now = bytes ? decodedRecord(decodeCredentialStatusRecord(bytes)) : untouched;
    if (now.status === credentialStatus.revoked) return refused("CREDENTIAL_ALREADY_REVOKED");
    if (expectedSequence !== now.sequence) {
      return { ok: false, code: "SEQUENCE_MISMATCH", currentVersion: now.sequence };
    }
    const revoked = {
      status: credentialStatus.revoked,
      from: state.block.time,
      to: 0,
      reason,
      by: issuer,
    };
    const record = encodeCredentialStatusRecord({
      status: credentialStatus.revoked,
      sequence: now.sequence + 1,
      intervals: [...now.intervals, revoked],
    });
    writeRecord(state, key, record);
    return done;
  },
};
