import { equalBytes } from "@cartorio/crypto";
import {
  type CredentialAnchorRecord,
  type DidDocumentRecord,
  didDocumentRecord,
  didHeadRecord,
  didStatus,
  didVersionRecord,
  findVerificationMethod,
  keyRemovalRecord,
  relationship,
  removalReason,
  stateKeys,
} from "@cartorio/protocol";
import type { ProvenState } from "./proof.ts";
import { invalid, unknown, type Verdict, valid } from "./verdict.ts";

export interface IssuerKeyQuestion {
  readonly state: ProvenState;
  readonly issuer: string;
  /** DID URL of the key that the proof names. */
  readonly verificationMethod: string;
  /** The anchor that dates the signature; undefined if there is none. */
  readonly anchor: CredentialAnchorRecord | undefined;
}

export interface IssuerKeyAnswer {
  readonly verdict: Verdict;
  /** The key that the document lists under that name. */
  readonly multikey?: Uint8Array;
}

/**
 * Was the key the issuer's at the signing time (docs/ledger.md 9)? With an anchor, the signing time
 * is the anchor's block time, and the version in force is the one that the anchor's record names:
 * within one block it says which came first. Without one, only a key of the current version counts.
 * A key reported compromised since S speaks for nothing anchored at S or later, neither as the signer
 * of the credential nor as the one that anchored it, and for nothing that is not anchored. Whether
 * and why a key left is one record, which no later version can take back.
 */
export function judgeIssuerKey(question: IssuerKeyQuestion): IssuerKeyAnswer {
  const { state, issuer, verificationMethod, anchor } = question;
  const headRecord = state.record(stateKeys.didHead(issuer));
  if (headRecord === undefined) return { verdict: invalid("ISSUER_NOT_FOUND") };
  const head = didHeadRecord.decode(headRecord);
  if (!head.ok) return { verdict: unknown(head.code) };
  const { latestVersion, status } = head.value;
  const version = anchor?.issuerVersion ?? latestVersion;
  if (version < 1 || version > latestVersion) return { verdict: unknown("PROOF_INVALID") };
  const body = readBody(state, issuer, version);
  if (body === undefined) return { verdict: unknown("UPGRADE_SDK") };
  const { document } = body;
  if (document === undefined) return { verdict: unknown("REDACTED") };
  const method = findVerificationMethod(document, issuer, verificationMethod);
  const mayAssert =
    method !== undefined && (method.relationships & relationship.assertionMethod) !== 0;
  if (anchor === undefined) {
    if (method === undefined) return { verdict: unknown("KEY_RETIRED_UNANCHORED") };
    const { multikey } = method;
    const isCurrent = mayAssert && status === didStatus.active;
    if (!isCurrent) return { verdict: unknown("KEY_RETIRED_UNANCHORED"), multikey };
    return { verdict: judgeCurrentKey({ state, issuer, version, multikey }), multikey };
  }
  if (method === undefined) return { verdict: invalid("KEY_NOT_IN_DOCUMENT") };
  const { multikey } = method;
  if (!mayAssert) return { verdict: invalid("KEY_NOT_FOR_ASSERTIONS"), multikey };
  return { verdict: judgeRemovals({ state, issuer, anchor, multikey }), multikey };
}

interface CurrentKeyQuestion {
  readonly state: ProvenState;
  readonly issuer: string;
  /** The latest one. */
  readonly version: number;
  readonly multikey: Uint8Array;
}

/**
 * The ledger lets no key stand in a document that was reported compromised (docs/ledger.md 2). That
 * the version in hand is not the one that reports it is checked all the same.
 */
function judgeCurrentKey({ state, issuer, version, multikey }: CurrentKeyQuestion): Verdict {
  const record = state.record(stateKeys.didVersion(issuer, version));
  const latest = record && didVersionRecord.decode(record);
  if (!latest?.ok) return unknown("UPGRADE_SDK");
  const isReported = latest.value.removals.some(
    (removal) =>
      removal.reason === removalReason.compromised && equalBytes(removal.multikey, multikey),
  );
  return isReported ? invalid("KEY_COMPROMISED") : valid;
}

interface RemovalQuestion {
  readonly state: ProvenState;
  readonly issuer: string;
  readonly anchor: CredentialAnchorRecord;
  readonly multikey: Uint8Array;
}

/** Neither the key that signed nor the one that anchored was compromised at the signing time. */
function judgeRemovals({ state, issuer, anchor, multikey: signing }: RemovalQuestion): Verdict {
  for (const multikey of [signing, anchor.multikey]) {
    const record = state.record(stateKeys.keyRemoval(issuer, multikey));
    if (record === undefined) continue;
    const removal = keyRemovalRecord.decode(record);
    if (!removal.ok) return unknown(removal.code);
    const { reason, since } = removal.value;
    if (reason === removalReason.retired) continue;
    if (reason !== removalReason.compromised) return unknown("UPGRADE_SDK");
    if (anchor.time >= since) return invalid("KEY_COMPROMISED");
  }
  return valid;
}

function readBody(
  state: ProvenState,
  issuer: string,
  version: number,
): DidDocumentRecord | undefined {
  const record = state.record(stateKeys.didDocument(issuer, version));
  const decoded = record && didDocumentRecord.decode(record);
  return decoded?.ok ? decoded.value : undefined;
}
