import { multikeyFromString } from "@cartorio/crypto";
import { judgeAnchor, judgeStatus } from "./anchor-status.ts";
import { type Credential, findCredentialMistake } from "./credential.ts";
import type { Subject } from "./credential-subject.ts";
import { type ReadProof, readProof, verifyIntegrityProof } from "./data-integrity.ts";
import { parseDateTime } from "./date-time.ts";
import { judgeIssuerKey } from "./issuer-key.ts";
import { clockToleranceMs, type ProvenState } from "./proof.ts";
import { invalid, notChecked, unknown, type Verdict, type Verdicts, valid } from "./verdict.ts";

/** Members that a verifier must not skip over, and that this SDK cannot judge yet. */
const unsupportedMembers = ["credentialStatus", "credentialSchema", "relatedResource"];

/** Proven records, or why there are none. */
export interface Evidence {
  readonly verdict: Verdict;
  readonly state: ProvenState | undefined;
}

export interface Case {
  readonly credential: Credential;
  readonly subject: Subject;
  readonly evidence: Evidence;
  readonly now: number;
}

/** One verdict per fact; what depends on missing evidence is not checked. */
export function judgeCredential({ credential, subject, evidence, now }: Case): Verdicts {
  const read = readProof(credential);
  const { state } = evidence;
  const { issuer = "", content } = subject;
  const anchored = judgeAnchored(subject, state);
  const dates = judgeDates(credential, read, now);
  const form = judgeForm(credential);
  const status =
    state === undefined || content === undefined
      ? notChecked("NO_EVIDENCE")
      : judgeStatus(state, content);
  const shared = { form, proof: evidence.verdict, anchored: anchored.verdict, status, dates };
  if (!read.ok) {
    const signature = read.isKnown ? invalid(read.code) : unknown(read.code);
    const rest = notChecked("NO_PROOF");
    return { ...shared, signature, issuer: rest, issuerKey: rest };
  }
  const { verificationMethod } = read.proof;
  const isOwn = verificationMethod.startsWith(`${issuer}#`);
  const isAnchored = anchored.verdict.verdict === "valid" || subject.claim === "none";
  const key =
    state === undefined || !isOwn || !isAnchored
      ? { verdict: notChecked("NO_EVIDENCE") }
      : judgeIssuerKey({ state, issuer, verificationMethod, anchor: anchored.anchor });
  const named = multikeyFromString(verificationMethod.split("#")[1] ?? "");
  const multikey = key.multikey ?? named;
  const isSigned = multikey !== undefined && verifyIntegrityProof(read.proof, multikey);
  return {
    ...shared,
    issuer: isOwn ? valid : invalid("KEY_OF_ANOTHER_DID"),
    issuerKey: key.verdict,
    signature: judgeSignature(multikey, isSigned),
  };
}

function judgeSignature(multikey: Uint8Array | undefined, isSigned: boolean): Verdict {
  if (multikey === undefined) return notChecked("KEY_NOT_FOUND");
  return isSigned ? valid : invalid("SIGNATURE_INVALID");
}

function judgeAnchored(
  { claim, content, sidecarMistake }: Subject,
  state: ProvenState | undefined,
): ReturnType<typeof judgeAnchor> {
  if (claim === "none") return { verdict: notChecked("NOT_MENTIONED") };
  if (claim === "malformed") return { verdict: invalid("ANCHOR_CLAIM_MALFORMED") };
  if (claim === "wrongNetwork") return { verdict: invalid("DID_WRONG_NETWORK") };
  if (sidecarMistake) return { verdict: invalid("SIDECAR_MALFORMED") };
  if (state === undefined || content === undefined) return { verdict: notChecked("NO_EVIDENCE") };
  return judgeAnchor(state, content);
}

function judgeForm(credential: Credential): Verdict {
  const mistake = findCredentialMistake(credential);
  if (mistake !== undefined) return invalid(`MALFORMED ${mistake}`);
  const mentioned = unsupportedMembers.find((member) => Object.hasOwn(credential, member));
  return mentioned === undefined ? valid : unknown(`NOT_SUPPORTED ${mentioned}`);
}

function judgeDates(credential: Credential, read: ReadProof, now: number): Verdict {
  const { validFrom, validUntil } = credential;
  const from = validFrom === undefined ? 0 : parseDateTime(validFrom);
  const until = validUntil === undefined ? Number.MAX_SAFE_INTEGER : parseDateTime(validUntil);
  if (from === undefined || until === undefined) return invalid("DATE_MALFORMED");
  // Nothing is before or after a time that is no number, so it would be within all dates.
  if (!Number.isFinite(now)) return unknown("CLOCK_SKEW");
  if (now + clockToleranceMs < from) return invalid("NOT_YET_VALID");
  const end = Math.min(until, (read.ok ? read.proof.expires : undefined) ?? until);
  return now > end ? invalid("EXPIRED") : valid;
}
