import { equalBytes } from "@cartorio/crypto";
import {
  anchorKind,
  type CredentialAnchorRecord,
  credentialAnchorRecord,
  credentialStatus,
  credentialStatusRecord,
  type StatusInterval,
  stateKeys,
} from "@cartorio/protocol";
import { type AnchorSidecar, isInBatch } from "./batch.ts";
import type { ProvenState } from "./proof.ts";
import { invalid, unknown, type Verdict, valid } from "./verdict.ts";

/** A credential by its commitment, and what was anchored for it: the commitment or a batch root. */
export interface AnchoredContent {
  readonly issuer: string;
  readonly commitment: Uint8Array;
  readonly hash: Uint8Array;
  /** Present if `hash` is a batch root. */
  readonly sidecar: AnchorSidecar | undefined;
}

export interface AnchorAnswer {
  readonly verdict: Verdict;
  readonly anchor?: CredentialAnchorRecord;
}

const knownKinds: readonly number[] = Object.values(anchorKind);

/**
 * Did this issuer anchor this content? Anchors are keyed by issuer, so that of a stranger is not
 * found. A batch root counts only as a batch of the size that the path is about.
 */
export function judgeAnchor(state: ProvenState, content: AnchoredContent): AnchorAnswer {
  const { issuer, commitment, hash, sidecar } = content;
  if (sidecar !== undefined && !isInBatch(commitment, sidecar)) {
    return { verdict: invalid("NOT_IN_BATCH") };
  }
  const record = state.record(stateKeys.credentialAnchor(issuer, hash));
  if (record === undefined) return { verdict: invalid("NOT_ANCHORED") };
  const decoded = credentialAnchorRecord.decode(record);
  if (!decoded.ok) return { verdict: unknown(decoded.code) };
  const anchor = decoded.value;
  if (!knownKinds.includes(anchor.kind)) return { verdict: unknown("UPGRADE_SDK") };
  const isOfKind =
    sidecar === undefined
      ? anchor.kind === anchorKind.single
      : anchor.kind === anchorKind.batch && anchor.treeSize === sidecar.treeSize;
  return isOfKind ? { verdict: valid, anchor } : { verdict: invalid("ANCHOR_KIND") };
}

export interface StatusAnswer {
  readonly verdict: Verdict;
  /** Of what is suspended or revoked: since when, why, by whom and as what. */
  readonly interval?: StatusInterval;
}

/** The worst of the credential's own status and that of its batch, as of the evidence. */
export function judgeStatus(state: ProvenState, content: AnchoredContent): StatusAnswer {
  const { issuer, commitment, hash } = content;
  const own = statusOf(state, issuer, commitment);
  if (equalBytes(commitment, hash)) return own;
  const batch = statusOf(state, issuer, hash);
  const { verdict } = batch;
  const ofBatch = { ...batch, verdict: { ...verdict, code: `BATCH_${verdict.code ?? ""}` } };
  return severity(batch.verdict) > severity(own.verdict) ? ofBatch : own;
}

/** What is revoked is worse than what is suspended; both are known, which is worse than unknown. */
function severity({ verdict, code }: Verdict): number {
  if (verdict === "valid") return 0;
  if (verdict === "unknown") return 1;
  return code === "REVOKED" ? 3 : 2;
}

function statusOf(state: ProvenState, issuer: string, hash: Uint8Array): StatusAnswer {
  const record = state.record(stateKeys.credentialStatus(issuer, hash));
  if (record === undefined) return { verdict: valid };
  const decoded = credentialStatusRecord.decode(record);
  if (!decoded.ok) return { verdict: unknown(decoded.code) };
  const { status, intervals } = decoded.value;
  const last = intervals.at(-1);
  const found = last === undefined ? {} : { interval: last };
  switch (status) {
    case credentialStatus.active:
      return { verdict: valid };
    case credentialStatus.suspended:
      return { verdict: invalid("SUSPENDED"), ...found };
    case credentialStatus.revoked:
      return { verdict: invalid("REVOKED"), ...found };
    default:
      return { verdict: unknown("UPGRADE_SDK") };
  }
}
