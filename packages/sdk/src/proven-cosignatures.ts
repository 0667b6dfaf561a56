import { equalBytes } from "@cartorio/crypto";
import {
  anchorRecordHash,
  type CredentialCosignRecord,
  credentialAnchorRecord,
  credentialCosignRecord,
  stateKeys,
} from "@cartorio/protocol";
import type { Proven, ProvenState } from "./proof.ts";

/**
 * What a co-signer signs over, out of a proven answer to a `credential` question: a gateway's word about
 * it could be the hash of another record. NOT_FOUND is proven.
 */
export function readProvenAnchorHash(
  state: ProvenState,
  issuer: string,
  hash: Uint8Array,
): Proven<Uint8Array> {
  const record = state.record(stateKeys.credentialAnchor(issuer, hash));
  if (record === undefined) return { ok: false, code: "NOT_FOUND" };
  return { ok: true, value: anchorRecordHash(record) };
}

/** A DID that an anchor names, and its co-signature if it gave one. */
export interface ProvenCosignature {
  readonly cosigner: string;
  /** Over exactly this anchor's record; undefined: proven not to be there. */
  readonly record: CredentialCosignRecord | undefined;
}

/**
 * Who co-signed an anchor, and who of those that it names did not, out of a proven answer to a
 * `credential` question. Codes: NOT_FOUND (no anchor, proven), UPGRADE_SDK and others of decoding,
 * PROOF_INVALID for a co-signature over another record, which the ledger does not write.
 */
export function readProvenCosignatures(
  state: ProvenState,
  issuer: string,
  hash: Uint8Array,
): Proven<readonly ProvenCosignature[]> {
  const anchor = state.record(stateKeys.credentialAnchor(issuer, hash));
  if (anchor === undefined) return { ok: false, code: "NOT_FOUND" };
  const decoded = credentialAnchorRecord.decode(anchor);
  if (!decoded.ok) return decoded;
  const found: ProvenCosignature[] = [];
  for (const cosigner of decoded.value.cosigners) {
    const bytes = state.record(stateKeys.credentialCosign(issuer, hash, cosigner));
    const record = bytes && credentialCosignRecord.decode(bytes);
    if (record?.ok === false) return record;
    const isOfRecord =
      record === undefined || equalBytes(record.value.recordHash, anchorRecordHash(anchor));
    if (!isOfRecord) return { ok: false, code: "PROOF_INVALID", field: "recordHash" };
    found.push({ cosigner, record: record?.value });
  }
  return { ok: true, value: found };
}
