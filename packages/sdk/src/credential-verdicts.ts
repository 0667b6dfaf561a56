import { multikeyFromString } from "@cartorio/crypto";
import {
  type CredentialAnchorRecord,
  credentialFormat,
  type StatusInterval,
} from "@cartorio/protocol";
import { judgeAnchor, judgeStatus, type StatusAnswer } from "./anchor-status.ts";
import { type Credential, findCredentialMistake, issuerOf } from "./credential.ts";
import type { Subject } from "./credential-subject.ts";
import { verifyIntegrityProof } from "./data-integrity.ts";
import { parseDateTime } from "./date-time.ts";
import type { GivenCredential } from "./given-credential.ts";
import { judgeAccreditation, type RequiredAccreditation } from "./issuer-accreditation.ts";
import { judgeUnanchored } from "./issuer-declaration.ts";
import { judgeIssuerKey } from "./issuer-key.ts";
import { clockToleranceMs, type ProvenState } from "./proof.ts";
import { numericDate } from "./token-proof.ts";
import { invalid, notChecked, unknown, type Verdict, type Verdicts, valid } from "./verdict.ts";

/** Members that a verifier must not skip over, and that this SDK cannot judge yet. */
const unsupportedMembers = ["credentialStatus", "credentialSchema", "relatedResource"];
/** The same among the claims of a token: a Token Status List that says whether it still holds. */
const unsupportedClaims = [...unsupportedMembers, "status"];

/** Proven records, or why there are none. */
export interface Evidence {
  readonly verdict: Verdict;
  readonly state: ProvenState | undefined;
}

export interface Case {
  readonly given: GivenCredential;
  readonly subject: Subject;
  readonly evidence: Evidence;
  readonly accreditation: RequiredAccreditation | undefined;
  readonly now: number;
}

export interface Judgement {
  readonly verdicts: Verdicts;
  readonly statusInterval?: StatusInterval;
}

/** One verdict per fact; what depends on missing evidence is not checked. */
export function judgeCredential(question: Case): Judgement {
  const { state } = question.evidence;
  const { content } = question.subject;
  const status: StatusAnswer =
    state === undefined || content === undefined
      ? { verdict: notChecked("NO_EVIDENCE") }
      : judgeStatus(state, content);
  const { interval } = status;
  const verdicts = judgeFacts(question, status.verdict);
  return interval === undefined ? { verdicts } : { verdicts, statusInterval: interval };
}

function judgeFacts(question: Case, status: Verdict): Verdicts {
  const { given, subject, evidence, now } = question;
  const { proof: read } = given;
  const { state } = evidence;
  const { issuer = "" } = subject;
  const anchored = judgeAnchored(subject, state);
  const dates = judgeDates(given, now);
  const form = judgeForm(given);
  const shared = {
    form,
    proof: evidence.verdict,
    anchored: anchored.verdict,
    status,
    accreditation: judgeRight(question, anchored.anchor),
    dates,
  };
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

/** Without an anchor there is nothing that names an accreditation, nor a time to judge it at. */
function judgeRight(
  { given, subject, evidence, accreditation: required }: Case,
  anchor: CredentialAnchorRecord | undefined,
): Verdict {
  const { state } = evidence;
  if (state === undefined) return notChecked("NO_EVIDENCE");
  if (anchor === undefined) {
    return required === undefined ? notChecked("NOT_MENTIONED") : invalid("NOT_ACCREDITED");
  }
  return judgeAccreditation({
    ...{ state, issuer: subject.issuer ?? "", anchor, given, required },
  });
}

function judgeSignature(multikey: Uint8Array | undefined, isSigned: boolean): Verdict {
  if (multikey === undefined) return notChecked("KEY_NOT_FOUND");
  return isSigned ? valid : invalid("SIGNATURE_INVALID");
}

function judgeAnchored(
  { issuer, claim, content, sidecarMistake }: Subject,
  state: ProvenState | undefined,
): ReturnType<typeof judgeAnchor> {
  if (claim === "none") {
    const isKnown = state !== undefined && issuer !== undefined;
    return { verdict: isKnown ? judgeUnanchored(state, issuer) : notChecked("NOT_MENTIONED") };
  }
  if (claim === "malformed") return { verdict: invalid("ANCHOR_CLAIM_MALFORMED") };
  if (claim === "wrongNetwork") return { verdict: invalid("DID_WRONG_NETWORK") };
  if (sidecarMistake) return { verdict: invalid("SIDECAR_MALFORMED") };
  if (state === undefined || content === undefined) return { verdict: notChecked("NO_EVIDENCE") };
  return judgeAnchor(state, content);
}

function judgeForm({ claims, content, isToken }: GivenCredential): Verdict {
  // What its disclosures say is not judged, so neither is what the whole means.
  if (content?.format === credentialFormat.sdJwtVc) return unknown("NOT_SUPPORTED SD-JWT");
  const mistake = findCredentialMistake(claims) ?? (isToken ? findTokenMistake(claims) : undefined);
  if (mistake !== undefined) return invalid(`MALFORMED ${mistake}`);
  const unsupported = isToken ? unsupportedClaims : unsupportedMembers;
  const mentioned = unsupported.find((member) => Object.hasOwn(claims, member));
  return mentioned === undefined ? valid : unknown(`NOT_SUPPORTED ${mentioned}`);
}

/** Securing VC using JOSE and COSE 3.1.3: no `vc` or `vp`, and an `iss` is the issuer. */
function findTokenMistake(claims: Credential): string | undefined {
  const { iss } = claims;
  if (iss !== undefined && iss !== issuerOf(claims)) return "iss";
  return ["vc", "vp"].find((name) => Object.hasOwn(claims, name));
}

function judgeDates({ claims, proof: read, isToken }: GivenCredential, now: number): Verdict {
  const { validFrom, validUntil, exp, nbf } = claims;
  const start = validFrom === undefined ? 0 : parseDateTime(validFrom);
  const notBefore = !isToken || nbf === undefined ? 0 : numericDate(nbf);
  const hasExpiry = !isToken || exp === undefined || numericDate(exp) !== undefined;
  if (start === undefined || notBefore === undefined || !hasExpiry)
    return invalid("DATE_MALFORMED");
  const from = Math.max(start, notBefore);
  const until = validUntil === undefined ? Number.MAX_SAFE_INTEGER : parseDateTime(validUntil);
  if (until === undefined) return invalid("DATE_MALFORMED");
  // Nothing is before or after a time that is no number, so it would be within all dates.
  if (!Number.isFinite(now)) return unknown("CLOCK_SKEW");
  if (now + clockToleranceMs < from) return invalid("NOT_YET_VALID");
  const end = Math.min(until, (read.ok ? read.proof.expires : undefined) ?? until);
  return now > end ? invalid("EXPIRED") : valid;
}
