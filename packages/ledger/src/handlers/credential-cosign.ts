import { equalBytes } from "@cartorio/crypto";
import {
  anchorRecordHash,
  type CredentialCosign,
  credentialAnchorRecord,
  credentialCosignRecord,
  stateKeys,
} from "@cartorio/protocol";
import {
  decodedRecord,
  done,
  readBlockRecord,
  readRecord,
  refused,
  writeRecord,
} from "../state.ts";
import type { OperationHandler } from "./context.ts";
import { assertedBy } from "./issuer-actor.ts";

/**
 * Puts a DID's name under an anchor that names it, over the whole record, once (docs/ledger.md 6).
 * Codes: those of `assertedBy` for the co-signer, ANCHOR_NOT_FOUND (as of before the transaction),
 * UNAUTHORISED (the anchor does not name it), CREDENTIAL_ALREADY_COSIGNED, ANCHOR_RECORD_MISMATCH.
 */
export const credentialCosignHandler: OperationHandler<CredentialCosign> = {
  isGuarded: () => true,
  execute({ issuer, hash, cosigner, recordHash }, { state, signers }) {
    const asserted = assertedBy(state, signers, cosigner);
    if (!asserted.ok) return asserted;
    const anchor = readBlockRecord(state.block, stateKeys.credentialAnchor(issuer, hash));
    if (anchor === undefined) return refused("ANCHOR_NOT_FOUND");
    const { cosigners } = decodedRecord(credentialAnchorRecord.decode(anchor));
    if (!cosigners.includes(cosigner)) return refused("UNAUTHORISED");
    const key = stateKeys.credentialCosign(issuer, hash, cosigner);
    if (readRecord(state, key) !== undefined) return refused("CREDENTIAL_ALREADY_COSIGNED");
    if (!equalBytes(recordHash, anchorRecordHash(anchor))) return refused("ANCHOR_RECORD_MISMATCH");
    const { time, height } = state.block;
    const { multikey } = asserted;
    writeRecord(state, key, credentialCosignRecord.encode({ time, height, recordHash, multikey }));
    return done;
  },
};
