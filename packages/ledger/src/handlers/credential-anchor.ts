import {
  anchorKind,
  type CredentialAnchor,
  encodeCredentialAnchorRecord,
  limits,
  parseDid,
  relationship,
  signerRole,
  stateKeys,
} from "@cartorio/protocol";
import { keysInRole, keyWithRelationship } from "../authority.ts";
import { writerOf } from "../dids.ts";
import { done, readRecord, refused, writeRecord } from "../state.ts";
import type { OperationHandler } from "./context.ts";

/**
 * Anchors a commitment or the root of a batch under its issuer, once, by a current `assertionMethod`
 * key (docs/ledger.md 6). Independent of status: a later anchor revives nothing. Codes: those of
 * `writerOf`, UNAUTHORISED, ANCHOR_INVALID, CREDENTIAL_ALREADY_ANCHORED.
 */
export const credentialAnchorHandler: OperationHandler<CredentialAnchor> = {
  isGuarded: () => true,
  execute(operation, { state, signers }) {
    const { issuer, kind, hash, treeSize, cosigners } = operation;
    const writer = writerOf(state, issuer);
    if (!writer.ok) return writer;
    const multikey = keyWithRelationship(
      writer.before.document,
      keysInRole(signers, issuer, signerRole.author),
      relationship.assertionMethod,
    );
    if (multikey === undefined) return refused("UNAUTHORISED");
    if (!isTreeSizeValid(operation)) return refused("ANCHOR_INVALID");
    if (!areCosignersValid(operation, state.block.base.network)) return refused("ANCHOR_INVALID");
    const key = stateKeys.credentialAnchor(issuer, hash);
    if (readRecord(state, key) !== undefined) return refused("CREDENTIAL_ALREADY_ANCHORED");
    const record = encodeCredentialAnchorRecord({
      kind,
      treeSize,
      time: state.block.time,
      height: state.block.height,
      // The version that held the key: another one may have the same block time.
      issuerVersion: writer.before.head.latestVersion,
      cosigners,
      multikey,
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

/** Distinct DIDs of this network, at most 16, without the issuer. They need not exist yet. */
function areCosignersValid({ cosigners, issuer }: CredentialAnchor, network: string): boolean {
  return (
    cosigners.length <= limits.maxCosigners &&
    new Set(cosigners).size === cosigners.length &&
    cosigners.every((did) => did !== issuer && parseDid(did)?.network === network)
  );
}
