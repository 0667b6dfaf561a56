import {
  type CredentialLog,
  credentialAnchorRecord,
  credentialLogHeadRecord,
  credentialLogRecord,
  limits,
  stateKeys,
} from "@cartorio/protocol";
import {
  decodedRecord,
  done,
  mismatch,
  readBlockRecord,
  readDecoded,
  refused,
  writeRecord,
} from "../state.ts";
import type { OperationHandler } from "./context.ts";
import { assertedBy } from "./issuer-actor.ts";

/**
 * Appends to the log of an anchor, by its issuer or by a DID that the anchor names (docs/ledger.md 6).
 * Codes: those of `assertedBy` for who acts, ANCHOR_NOT_FOUND (as of before the transaction),
 * UNAUTHORISED (the anchor does not name it), SEQUENCE_MISMATCH with the number of entries,
 * CREDENTIAL_LOG_FULL.
 */
export const credentialLogHandler: OperationHandler<CredentialLog> = {
  isGuarded: () => true,
  execute(operation, { state, signers }) {
    const { issuer, hash, entry, code, expectedSequence } = operation;
    const by = operation.by === "" ? issuer : operation.by;
    const asserted = assertedBy(state, signers, by);
    if (!asserted.ok) return asserted;
    const anchor = readBlockRecord(state.block, stateKeys.credentialAnchor(issuer, hash));
    if (anchor === undefined) return refused("ANCHOR_NOT_FOUND");
    const { cosigners } = decodedRecord(credentialAnchorRecord.decode(anchor));
    if (by !== issuer && !cosigners.includes(by)) return refused("UNAUTHORISED");
    const headKey = stateKeys.credentialLogHead(issuer, hash);
    const count = readDecoded(state, headKey, credentialLogHeadRecord)?.count ?? 0;
    if (expectedSequence !== count) {
      return mismatch("SEQUENCE_MISMATCH", count);
    }
    if (count >= limits.maxLogEntries) return refused("CREDENTIAL_LOG_FULL");
    const number = count + 1;
    const { time, height } = state.block;
    const record = credentialLogRecord.encode({ time, height, by, entry, code });
    writeRecord(state, stateKeys.credentialLog(issuer, hash, number), record);
    writeRecord(state, headKey, credentialLogHeadRecord.encode({ count: number }));
    return done;
  },
};
