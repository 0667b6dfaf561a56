import {
  anchorKind,
  type CredentialAnchor,
  encodeCredentialAnchorRecord,
  limits,
  stateKeys,
} from "@cartorio/protocol";
import { done, readRecord, refused, writeRecord } from "../state.ts";
import type { OperationHandler } from "./context.ts";
import { assertedBy } from "./issuer-actor.ts";
import { areParties } from "./parties.ts";

/**
 * Anchors a commitment or the root of a batch under its issuer, once, by a current `assertionMethod`
 * key (docs/ledger.md 6): nobody anchors for somebody else. Independent of status: a later anchor
 * revives nothing. Codes: those of `assertedBy`, NOT_SUPPORTED (under an accreditation),
 * ANCHOR_INVALID, CREDENTIAL_ALREADY_ANCHORED.
 */
export const credentialAnchorHandler: OperationHandler<CredentialAnchor> = {
  isGuarded: () => true,
  execute(operation, { state, signers }) {
    const { issuer, kind, hash, treeSize, cosigners, accreditation } = operation;
    const asserted = assertedBy(state, signers, issuer);
    if (!asserted.ok) return asserted;
    if (accreditation !== 0) return refused("NOT_SUPPORTED");
    if (!isTreeSizeValid(operation)) return refused("ANCHOR_INVALID");
    if (!areParties(state, issuer, cosigners)) return refused("ANCHOR_INVALID");
    const key = stateKeys.credentialAnchor(issuer, hash);
    if (readRecord(state, key) !== undefined) return refused("CREDENTIAL_ALREADY_ANCHORED");
    const record = encodeCredentialAnchorRecord({
      kind,
      treeSize,
      time: state.block.time,
      height: state.block.height,
      // The version that held the key: another one may have the same block time.
      issuerVersion: asserted.version,
      cosigners,
      multikey: asserted.multikey,
      accreditation,
    });
    writeRecord(state, key, record);
    return done;
  },
};

function isTreeSizeValid({ kind, treeSize }: CredentialAnchor): boolean {
  if (kind === anchorKind.single) return treeSize === 0;
  return (
    kind === anchorKind.batch &&
    treeSize >= limits.minBatchLeaves &&
    treeSize <= limits.maxBatchLeaves
  );
}
