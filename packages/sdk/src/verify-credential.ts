import type { ProofQuestion, StatusInterval } from "@cartorio/protocol";
import type { Client } from "./client.ts";
import type { Credential } from "./credential.ts";
import { readSubject, type Subject } from "./credential-subject.ts";
import { type Evidence, judgeCredential } from "./credential-verdicts.ts";
import { CartorioError } from "./errors.ts";
import { readGiven } from "./given-credential.ts";
import type { RequiredAccreditation } from "./issuer-accreditation.ts";
import {
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
  /**
   * What the issuer has to have been accredited for when it anchored. Default: nothing, unless its
   * anchor names an accreditation, which then has to hold.
   */
  readonly accreditation?: RequiredAccreditation;
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
  /**
   * An object, its text (in which repeated names are refused), a token, or an enveloped token. Of an
   * SD-JWT VC everything is judged but what its disclosures say, so none is accepted.
   */
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
  /** Of a credential (or batch) that is suspended or revoked: since when, why, by whom and as what. */
  readonly statusInterval?: StatusInterval;
}

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
  const read = readGiven(input.credential);
  if (!read.ok) return conclude(allNotChecked(invalid(read.code)), true);
  const { given } = read;
  const subject = readSubject(given, input.sidecar);
  const evidence = await obtainEvidence(subject, { ...input, policy });
  const { accreditation } = policy;
  const judgement = judgeCredential({
    given,
    subject,
    evidence,
    accreditation,
    now: input.now,
  });
  const { verdicts, ...more } = judgement;
  const isAnchorRequired = policy.requireAnchor || isMentioned(verdicts.anchored);
  const asOf = evidence.state && { height: evidence.state.height, time: evidence.state.time };
  return { ...conclude(verdicts, isAnchorRequired), ...more, asOf };
}

/**
 * What must be proven about a credential, for `fetchProof` with several of them, or for a holder
 * that staples the evidence. Undefined if it names no issuer on a network of this kind.
 */
export function credentialQuestion(
  credential: Credential | string,
  sidecar?: unknown,
): ProofQuestion | undefined {
  const read = readGiven(credential);
  return read.ok ? readSubject(read.given, sidecar).question : undefined;
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
    const { state } = await fetchProof(evidence.client, { questions, trustPeriodMs });
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

/** False where neither the credential, nor its issuer, nor the verifier asks for the fact. */
function isMentioned({ code }: Verdict): boolean {
  return code !== "NOT_MENTIONED";
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
    accreditation: rest,
    dates: rest,
  };
}

/** A status exists only under a commitment, so it is required exactly where an anchor is. */
function conclude(verdicts: Verdicts, isAnchorRequired: boolean): CredentialVerification {
  const required: CredentialFact[] = ["form", "proof", "issuer", "signature", "issuerKey", "dates"];
  if (isAnchorRequired) required.push("anchored", "status");
  if (isMentioned(verdicts.accreditation)) required.push("accreditation");
  const reasons = required.flatMap((fact): Reason[] => {
    const { verdict, code = "" } = verdicts[fact];
    return verdict === "valid" ? [] : [{ fact, verdict, code }];
  });
  return { accepted: reasons.length === 0, asOf: undefined, reasons, verdicts };
}
