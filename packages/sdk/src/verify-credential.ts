import { multikeyFromString } from "@cartorio/crypto";
import { type ProofQuestion, parseDid } from "@cartorio/protocol";
import { type AnchoredContent, judgeAnchor, judgeStatus } from "./anchor-status.ts";
import { readSidecar } from "./batch.ts";
import { type JsonObject, parseJsonObject } from "./canonical-json.ts";
import type { Client } from "./client.ts";
import {
  type Credential,
  commitmentOf,
  findCredentialMistake,
  issuerOf,
  readAnchorClaim,
} from "./credential.ts";
import { type ReadProof, readProof, verifyIntegrityProof } from "./data-integrity.ts";
import { parseDateTime } from "./date-time.ts";
import { CartorioError } from "./errors.ts";
import { judgeIssuerKey } from "./issuer-key.ts";
import {
  clockToleranceMs,
  type DatedTrustAnchor,
  defaultTrustPeriodMs,
  judgeProofAge,
  type ProvenState,
  verifyProof,
} from "./proof.ts";
import { fetchProof } from "./proof-actions.ts";
import {
  type CredentialFact,
  invalid,
  notChecked,
  type Reason,
  unknown,
  type Verdict,
  type Verdicts,
  valid,
} from "./verdict.ts";

/** What a verifier insists on. */
export interface CredentialPolicy {
  /** Oldest evidence that counts. Default 5 minutes. */
  readonly maximumProofAgeMs: number;
  /** Age at which a trust anchor is used no more. Default 30 days. */
  readonly trustPeriodMs: number;
  /**
   * Whether a gateway may learn which credential is being checked. Default false: then the holder
   * staples the evidence, and nothing is fetched (docs/ledger.md 9).
   */
  readonly allowCorrelation: boolean;
  /** Refuse credentials without an anchor claim. Default false: what is mentioned is required. */
  readonly requireAnchor: boolean;
}

export const defaultCredentialPolicy: CredentialPolicy = {
  maximumProofAgeMs: 5 * 60 * 1000,
  trustPeriodMs: defaultTrustPeriodMs,
  allowCorrelation: false,
  requireAnchor: false,
};

/** Where the records come from: a proof in hand, records already proven, or a gateway. */
export type CredentialEvidence =
  /** ProofBundle for exactly {@link credentialQuestion}, from whoever; verified here. */
  | { readonly bundle: Uint8Array; readonly anchor: DatedTrustAnchor }
  /** A proven state that covers {@link credentialQuestion}, as `verifyProof` and `fetchProof` give. */
  | { readonly state: ProvenState }
  | { readonly client: Client };

export interface VerifyCredentialInput {
  /** An object, or its text, in which repeated names are refused. */
  readonly credential: Credential | string;
  /** For a credential in a batch: the sidecar, as parsed JSON. */
  readonly sidecar?: unknown;
  readonly evidence: CredentialEvidence;
  readonly policy?: Partial<CredentialPolicy>;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface CredentialVerification {
  /** True only if every required fact is `valid`. */
  readonly accepted: boolean;
  /** The certified state that the verdicts are of. */
  readonly asOf: { readonly height: number; readonly time: number } | undefined;
  /** Why it is not accepted; empty if it is. */
  readonly reasons: readonly Reason[];
  readonly verdicts: Verdicts;
}

/** Members that a verifier must not skip over, and that this SDK cannot judge yet. */
const unsupportedMembers = ["credentialStatus", "credentialSchema", "relatedResource"];

/**
 * Verifies a credential by docs/ledger.md 9: one verdict per fact, nothing accepted that is unknown
 * or was not checked. What the credential mentions is required: with an anchor claim the anchor and
 * the status, else a key of the issuer's current version. Rejects only where the evidence could not
 * be fetched because no gateway answered; bad evidence is a verdict.
 */
export async function verifyCredential(
  input: VerifyCredentialInput,
): Promise<CredentialVerification> {
  const policy = { ...defaultCredentialPolicy, ...input.policy };
  const { credential: given } = input;
  const credential = typeof given === "string" ? parseJsonObject(given) : given;
  if (credential === undefined) return conclude(allNotChecked(invalid("NOT_I_JSON")), true);
  const subject = readSubject(credential, input.sidecar);
  const evidence = await obtainEvidence(subject, { ...input, policy });
  const verdicts = judge({ credential, subject, evidence, now: input.now, policy });
  const isAnchorRequired = policy.requireAnchor || subject.claim !== "none";
  const asOf = evidence.state && { height: evidence.state.height, time: evidence.state.time };
  return { ...conclude(verdicts, isAnchorRequired), asOf };
}

/**
 * What must be proven about a credential, for `fetchProof` with several of them, or for a holder
 * that staples the evidence. Undefined if it names no issuer on a network of this kind.
 */
export function credentialQuestion(
  credential: Credential,
  sidecar?: unknown,
): ProofQuestion | undefined {
  return readSubject(credential, sidecar).question;
}

/** What a credential says about itself, as far as the evidence depends on it. */
interface Subject {
  readonly issuer: string | undefined;
  readonly claim: "none" | "malformed" | "wrongNetwork" | "good";
  readonly content: AnchoredContent | undefined;
  readonly sidecarMistake: boolean;
  readonly question: ProofQuestion | undefined;
}

function readSubject(credential: Credential, sidecarValue: unknown): Subject {
  const issuer = issuerOf(credential);
  const network = issuer === undefined ? undefined : parseDid(issuer)?.network;
  const found = readAnchorClaim(credential);
  const none = { issuer, content: undefined, sidecarMistake: false, question: undefined };
  if (issuer === undefined || network === undefined) {
    return { ...none, claim: found.kind === "claim" ? "good" : found.kind };
  }
  const byDid: ProofQuestion = { kind: "did", did: issuer };
  if (found.kind !== "claim") return { ...none, claim: found.kind, question: byDid };
  if (found.claim.network !== network) {
    return { ...none, claim: "wrongNetwork", question: byDid };
  }
  const read = sidecarValue === undefined ? undefined : readSidecar(sidecarValue);
  const sidecarMistake = sidecarValue !== undefined && read === undefined;
  const commitment = commitmentOf(credential, network);
  if (commitment === undefined) return { ...none, claim: "good", question: byDid };
  const hash = read?.root ?? commitment;
  const question: ProofQuestion = { kind: "credentialEvidence", issuer, commitment, hash };
  const content = { issuer, commitment, hash, sidecar: read?.sidecar };
  return { issuer, claim: "good", content, sidecarMistake, question };
}

interface Evidence {
  readonly verdict: Verdict;
  readonly state: ProvenState | undefined;
}

interface EvidenceInput extends VerifyCredentialInput {
  readonly policy: CredentialPolicy;
}

async function obtainEvidence(
  { question }: Subject,
  { evidence, now, policy }: EvidenceInput,
): Promise<Evidence> {
  if (question === undefined) return none(notChecked("ISSUER_NOT_ON_LEDGER"));
  const { maximumProofAgeMs, trustPeriodMs, allowCorrelation } = policy;
  if ("state" in evidence) return dated(evidence.state, now, maximumProofAgeMs);
  const questions = [question];
  if ("bundle" in evidence) {
    const { bundle, anchor } = evidence;
    const proven = verifyProof({ bundle, anchor, questions, now, trustPeriodMs });
    if (proven.ok) return dated(proven.value, now, maximumProofAgeMs);
    return none(proven.code === "UPGRADE_SDK" ? unknown(proven.code) : invalid(proven.code));
  }
  if (!allowCorrelation) return none(notChecked("CORRELATION_NOT_ALLOWED"));
  try {
    const { state } = await fetchProof(evidence.client, { questions });
    return dated(state, now, maximumProofAgeMs);
  } catch (error) {
    if (error instanceof CartorioError && error.code !== "TRANSPORT_FAILED") {
      return none(error.code === "UPGRADE_SDK" ? unknown(error.code) : invalid(error.code));
    }
    throw error;
  }
}

function none(verdict: Verdict): Evidence {
  return { verdict, state: undefined };
}

function dated(state: ProvenState, now: number, maximumProofAgeMs: number): Evidence {
  const problem = judgeProofAge(state.time, now, maximumProofAgeMs);
  return problem === undefined ? { verdict: valid, state } : none(invalid(problem));
}

interface Case {
  readonly credential: JsonObject;
  readonly subject: Subject;
  readonly evidence: Evidence;
  readonly now: number;
  readonly policy: CredentialPolicy;
}

function judge({ credential, subject, evidence, now }: Case): Verdicts {
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
  if (now + clockToleranceMs < from) return invalid("NOT_YET_VALID");
  const end = Math.min(until, (read.ok ? read.proof.expires : undefined) ?? until);
  return now > end ? invalid("EXPIRED") : valid;
}

function allNotChecked(form: Verdict): Verdicts {
  const rest = notChecked("NO_CREDENTIAL");
  return {
    form,
    proof: rest,
    issuer: rest,
    signature: rest,
    issuerKey: rest,
    anchored: rest,
    status: rest,
    dates: rest,
  };
}

/** A status exists only under a commitment, so it is required exactly where an anchor is. */
function conclude(verdicts: Verdicts, isAnchorRequired: boolean): CredentialVerification {
  const required: CredentialFact[] = ["form", "proof", "issuer", "signature", "issuerKey", "dates"];
  if (isAnchorRequired) required.push("anchored", "status");
  const reasons = required.flatMap((fact): Reason[] => {
    const { verdict, code = "" } = verdicts[fact];
    return verdict === "valid" ? [] : [{ fact, verdict, code }];
  });
  return { accepted: reasons.length === 0, asOf: undefined, reasons, verdicts };
}
