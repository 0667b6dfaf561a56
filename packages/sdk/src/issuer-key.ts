import { equalBytes } from "@cartorio/crypto";
import {
  type CredentialAnchorRecord,
  type Document,
  decodeDidDocumentRecord,
  decodeDidHead,
  decodeDidVersion,
  didStatus,
  findVerificationMethod,
  type KeyRemoval,
  maxEvidenceVersions,
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
 * of the credential nor as the one that anchored it, and for nothing that is not anchored.
 */
export function judgeIssuerKey(question: IssuerKeyQuestion): IssuerKeyAnswer {
  const { state, issuer, verificationMethod, anchor } = question;
  const headRecord = state.record(stateKeys.didHead(issuer));
  if (headRecord === undefined) return { verdict: invalid("ISSUER_NOT_FOUND") };
  const head = decodeDidHead(headRecord);
  if (!head.ok) return { verdict: unknown(head.code) };
  const { latestVersion, status } = head.value;
  const version = anchor?.issuerVersion ?? latestVersion;
  if (version < 1 || version > latestVersion) return { verdict: unknown("PROOF_INVALID") };
  const document = readDocument(state, issuer, version);
  if (document === undefined) return { verdict: unknown("UPGRADE_SDK") };
  const method = findVerificationMethod(document, issuer, verificationMethod);
  const mayAssert =
    method !== undefined && (method.relationships & relationship.assertionMethod) !== 0;
  if (anchor === undefined) {
    if (method === undefined) return { verdict: unknown("KEY_RETIRED_UNANCHORED") };
    const isCurrent = mayAssert && status === didStatus.active;
    const current = { state, issuer, version, multikey: method.multikey };
    const verdict = isCurrent ? judgeCurrentKey(current) : unknown("KEY_RETIRED_UNANCHORED");
    return { verdict, multikey: method.multikey };
  }
  if (method === undefined) return { verdict: invalid("KEY_NOT_IN_DOCUMENT") };
  const { multikey } = method;
  if (!mayAssert) return { verdict: invalid("KEY_NOT_FOR_ASSERTIONS"), multikey };
  const verdict = judgeLaterVersions({ state, issuer, anchor, multikey, latestVersion });
  return { verdict, multikey };
}

interface CurrentKeyQuestion {
  readonly state: ProvenState;
  readonly issuer: string;
  /** The latest one. */
  readonly version: number;
  readonly multikey: Uint8Array;
}

/** The latest version may report a key of the document, which then was a control key as well. */
function judgeCurrentKey({ state, issuer, version, multikey }: CurrentKeyQuestion): Verdict {
  const record = state.record(stateKeys.didVersion(issuer, version));
  const latest = record && decodeDidVersion(record);
  if (!latest?.ok) return unknown("UPGRADE_SDK");
  const isReported = latest.value.removals.some((removal) => isReport(removal, multikey));
  return isReported ? invalid("KEY_COMPROMISED") : valid;
}

function isReport(removal: KeyRemoval, multikey: Uint8Array): boolean {
  return removal.reason === removalReason.compromised && equalBytes(removal.multikey, multikey);
}

interface HistoryQuestion {
  readonly state: ProvenState;
  readonly issuer: string;
  readonly anchor: CredentialAnchorRecord;
  readonly multikey: Uint8Array;
  readonly latestVersion: number;
}

/** Every version from the signing on: the one in force is not of later, and no report of compromise. */
function judgeLaterVersions(question: HistoryQuestion): Verdict {
  const { state, issuer, anchor, multikey, latestVersion } = question;
  const first = anchor.issuerVersion;
  if (latestVersion - first >= maxEvidenceVersions) return unknown("KEY_HISTORY_TOO_LONG");
  for (let number = first; number <= latestVersion; number += 1) {
    const record = state.record(stateKeys.didVersion(issuer, number));
    const version = record && decodeDidVersion(record);
    if (!version?.ok) return unknown("UPGRADE_SDK");
    const { time, removals } = version.value;
    const isInOrder = number === first ? time <= anchor.time : time >= anchor.time;
    if (!isInOrder) return unknown("PROOF_INVALID");
    const isCompromised = removals.some(
      (removal) =>
        (isReport(removal, multikey) || isReport(removal, anchor.multikey)) &&
        anchor.time >= removal.since,
    );
    if (isCompromised) return invalid("KEY_COMPROMISED");
  }
  return valid;
}

function readDocument(state: ProvenState, issuer: string, version: number): Document | undefined {
  const record = state.record(stateKeys.didDocument(issuer, version));
  const decoded = record && decodeDidDocumentRecord(record);
  return decoded?.ok ? decoded.value.document : undefined;
}
