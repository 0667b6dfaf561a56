import {
  accreditedAction,
  anchorKind,
  type CredentialAnchor,
  credentialAnchorRecord,
  limits,
  stateKeys,
} from "@cartorio/protocol";
import { rightOf } from "../rights.ts";
import { done, readRecord, refused, writeRecord } from "../state.ts";
import type { OperationHandler } from "./context.ts";
import { assertedBy } from "./issuer-actor.ts";
import { areParties } from "./parties.ts";

/**
 * Anchors a commitment or the root of a batch under its issuer, once, by a current `assertionMethod`
 * key (docs/ledger.md 6): nobody anchors for somebody else. Independent of status: a later anchor
 * revives nothing. Under an accreditation it needs the right to issue now, as a filter: of what type the
 * credential is, the ledger cannot see. Codes: those of `assertedBy` and `rightOf`, ANCHOR_INVALID,
 * CREDENTIAL_ALREADY_ANCHORED.
 */
export const credentialAnchorHandler: OperationHandler<CredentialAnchor> = {
  isGuarded: () => true,
  execute(operation, { state, signers }) {
    const { issuer, kind, hash, treeSize, cosigners, accreditation } = operation;
    const asserted = assertedBy(state, signers, issuer);
    if (!asserted.ok) return asserted;
    const place = { subject: issuer, index: accreditation };
    const unaccredited =
      accreditation === 0
        ? undefined
        : rightOf(state, { ...place, action: accreditedAction.issue });
    if (unaccredited !== undefined) return refused(unaccredited);
    if (!isTreeSizeValid(operation)) return refused("ANCHOR_INVALID");
    if (!areParties(state, issuer, cosigners)) return refused("ANCHOR_INVALID");
    const key = stateKeys.credentialAnchor(issuer, hash);
    if (readRecord(state, key) !== undefined) return refused("CREDENTIAL_ALREADY_ANCHORED");
    const record = credentialAnchorRecord.encode({
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
