import { equalBytes } from "@cartorio/crypto";
import {
  type Control,
  type CredentialAnchorRecord,
  type CredentialStatusRecord,
  credentialAnchorRecord,
  credentialStatus,
  credentialStatusRecord,
  type Decoded,
  didDocumentRecord,
  didHeadRecord,
  didStatus,
  didVersionRecord,
  documentHash,
  parseDid,
  renderDidDocument,
  renderDidDocumentMetadata,
  stateKeys,
} from "@cartorio/protocol";
import { type HashLike, hashBytes } from "./answer.ts";
import { type ProofCheck, type Proven, type ProvenState, verifyProof } from "./proof.ts";

/** A DID as the proof shows it, rendered here from the records. */
export interface ProvenDid {
  readonly did: string;
  /** Null if the DID is deactivated, or governance redacted the document. */
  readonly document: Record<string, unknown> | null;
  /** didDocumentMetadata. */
  readonly metadata: Record<string, unknown>;
  readonly version: number;
  readonly control: Control;
  readonly height: number;
  /** Block time of that height. */
  readonly time: number;
}

/** A proof of one thing: everything of {@link ProofCheck} but the questions. */
export type SingleProofCheck = Omit<ProofCheck, "questions">;

/** The DID as of the proof. DID_NOT_FOUND is proven, not believed. Further codes: `verifyProof`. */
export function verifyDid(check: SingleProofCheck & { readonly did: string }): Proven<ProvenDid> {
  const { did } = check;
  const state = verifyProof({ ...check, questions: [{ kind: "did", did }] });
  return state.ok ? readProvenDid(state.value, did) : state;
}

/** The anchor of a commitment or batch root; NOT_FOUND is proven. Further codes: `verifyProof`. */
export function verifyCredentialAnchor(
  check: SingleProofCheck & { readonly issuer: string; readonly hash: HashLike },
): Proven<CredentialAnchorRecord> {
  const { issuer } = check;
  const hash = hashBytes(check.hash);
  const state = verifyProof({ ...check, questions: [{ kind: "credential", issuer, hash }] });
  return state.ok ? readProvenAnchor(state.value, issuer, hash) : state;
}

/**
 * The status of a commitment or batch root: active unless a record says else, so an issuer in
 * another spelling, which no record can be about, is DID_MALFORMED. Further codes: `verifyProof`.
 */
export function verifyCredentialStatus(
  check: SingleProofCheck & { readonly issuer: string; readonly commitment: HashLike },
): Proven<CredentialStatusRecord> {
  const { issuer } = check;
  if (parseDid(issuer) === undefined) return { ok: false, code: "DID_MALFORMED" };
  const commitment = hashBytes(check.commitment);
  const state = verifyProof({ ...check, questions: [{ kind: "status", issuer, commitment }] });
  return state.ok ? readProvenStatus(state.value, issuer, commitment) : state;
}

/** Reads the answer to a `did` question out of a proven state. */
export function readProvenDid(state: ProvenState, did: string): Proven<ProvenDid> {
  const headRecord = state.record(stateKeys.didHead(did));
  if (headRecord === undefined) return { ok: false, code: "DID_NOT_FOUND" };
  const head = didHeadRecord.decode(headRecord);
  if (!head.ok) return head;
  const { latestVersion: version, control, status } = head.value;
  const isKnown = status === didStatus.active || status === didStatus.deactivated;
  if (!isKnown) return { ok: false, code: "UPGRADE_SDK" };
  const record = state.record(stateKeys.didVersion(did, version));
  const latest = decodeRecord(record, didVersionRecord.decode);
  if (!latest.ok) return latest;
  const first = decodeRecord(state.record(stateKeys.didVersion(did, 1)), didVersionRecord.decode);
  if (!first.ok) return first;
  const bodyRecord = state.record(stateKeys.didDocument(did, version));
  const body = decodeRecord(bodyRecord, didDocumentRecord.decode);
  if (!body.ok) return body;
  const returned = { version: latest.value, record: record ?? new Uint8Array() };
  const { document, redaction } = body.value;
  // A redaction names the hash of what was there.
  const bodyHash = redaction?.hash ?? documentHash(bodyRecord ?? new Uint8Array());
  if (!equalBytes(bodyHash, latest.value.documentHash)) {
    return { ok: false, code: "PROOF_INVALID", field: "records" };
  }
  const source = { first: first.value, returned, head: head.value, asOf: state.time, redaction };
  const isShown = document !== undefined && status === didStatus.active;
  const value: ProvenDid = {
    did,
    document: isShown ? renderDidDocument(did, document, latest.value.control) : null,
    metadata: renderDidDocumentMetadata(source),
    version,
    control,
    height: state.height,
    time: state.time,
  };
  return { ok: true, value };
}

/** Reads the answer to a `credential` question out of a proven state. */
export function readProvenAnchor(
  state: ProvenState,
  issuer: string,
  hash: Uint8Array,
): Proven<CredentialAnchorRecord> {
  const record = state.record(stateKeys.credentialAnchor(issuer, hash));
  return record === undefined
    ? { ok: false, code: "NOT_FOUND" }
    : credentialAnchorRecord.decode(record);
}

/** Reads the answer to a `status` question out of a proven state. */
export function readProvenStatus(
  state: ProvenState,
  issuer: string,
  commitment: Uint8Array,
): Proven<CredentialStatusRecord> {
  const record = state.record(stateKeys.credentialStatus(issuer, commitment));
  if (record !== undefined) return credentialStatusRecord.decode(record);
  return { ok: true, value: { status: credentialStatus.active, sequence: 0, intervals: [] } };
}

/** A record that a head points to is always there: its absence is a fault of the proof's maker. */
function decodeRecord<T>(
  record: Uint8Array | undefined,
  decode: (bytes: Uint8Array) => Decoded<T>,
): Decoded<T> {
  return record === undefined
    ? { ok: false, code: "PROOF_INVALID", field: "records" }
    : decode(record);
}
