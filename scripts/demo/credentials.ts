import { randomBytes, randomUUID } from "node:crypto";
import { ed25519PublicKey, encodeMultikey, multikeyToString } from "@cartorio/crypto";
import type { ProofQuestion } from "@cartorio/protocol";
import {
  type Credential,
  type CredentialEvidence,
  credentialCommitment,
  credentialQuestion,
  fetchProof,
  issueCredential,
  type ProvenState,
  verifyCredential,
  withAnchorClaim,
} from "@cartorio/sdk";
import type { Graduate } from "./graduates.ts";
import type { HeldCredential, Institution, Story } from "./story-types.ts";

const seedBytes = 32;
/** What the verifier wants an issuer to be accredited in. */
export const domain = "education";
/** Index of the university's accreditation: its first. */
export const universityAccreditation = 1;

/** A degree as a W3C credential, signed by the university, for a holder with a key of their own. */
export async function issueDegree(
  university: Institution,
  network: string,
  graduate: Graduate,
): Promise<HeldCredential> {
  const { did, name, assertion } = university;
  const draft = degreeOf(graduate, { id: did, name });
  const credential = await issueCredential({
    credential: withAnchorClaim(draft, network),
    signer: assertion,
    now: Date.now(),
  });
  return { graduate, credential, commitment: credentialCommitment(credential, network) };
}

function degreeOf(
  graduate: Graduate,
  issuer: { readonly id: string; readonly name: string },
): Credential {
  const { givenName, familyName, dateOfBirth, email, studentNumber } = graduate;
  return {
    "@context": [
      "https://www.w3.org/ns/credentials/v2",
      "https://www.w3.org/ns/credentials/undefined-terms/v2",
    ],
    id: `urn:uuid:${randomUUID()}`,
    type: ["VerifiableCredential", "UniversityDegreeCredential"],
    issuer,
    validFrom: `${graduate.graduatedOn}T00:00:00Z`,
    credentialSubject: {
      id: holderDid(),
      ...{ givenName, familyName, dateOfBirth, email, studentNumber },
      degree: {
        type: graduate.degree,
        name: graduate.programme,
        finalGrade: graduate.finalGrade,
      },
    },
  };
}

/** People have no DID on the ledger: a fresh did:key for each credential. */
function holderDid(): string {
  const publicKey = ed25519PublicKey(randomBytes(seedBytes));
  return `did:key:${multikeyToString(encodeMultikey("ed25519", publicKey))}`;
}

export function idOf({ credential }: HeldCredential): string {
  const { id } = credential;
  if (typeof id !== "string") throw new Error("a credential has no id");
  return id;
}

/** All that decides on a credential, to be asked of the ledger. */
export function questionOf({ credential, sidecar }: HeldCredential): ProofQuestion {
  const question = credentialQuestion(credential, sidecar);
  if (question === undefined) throw new Error("there is no question about the credential");
  return question;
}

/** What the verifier makes of a credential. */
export interface Judgement {
  readonly accepted: boolean;
  /** `fact: CODE` for each reason; empty if accepted. */
  readonly reasons: readonly string[];
}

export interface JudgeOptions {
  /** Evidence in hand: stapled by the holder, or proven already. Default: the one node is asked. */
  readonly evidence?: CredentialEvidence;
  readonly maximumProofAgeMs?: number;
  /** Whether it is one of the credentials that the story counts. Default true. */
  readonly isCounted?: boolean;
}

/** Asks the verifier's one node, checks the proof from the genesis, and counts it. */
export async function prove(
  { verifier, progress, tally }: Story,
  questions: readonly ProofQuestion[],
): Promise<{ readonly bundle: Uint8Array; readonly state: ProvenState }> {
  const proven = await fetchProof(verifier, { questions, minHeight: progress.height });
  tally.proofsVerified += 1;
  return proven;
}

/** Verifies as a stranger would: the text of the credential, the genesis and one node. Counts. */
export async function judge(
  story: Story,
  held: HeldCredential,
  { evidence, maximumProofAgeMs, isCounted = true }: JudgeOptions = {},
): Promise<Judgement> {
  const { tally } = story;
  const { accepted, reasons, verdicts } = await verifyCredential({
    credential: JSON.stringify(held.credential),
    ...(held.sidecar === undefined ? {} : { sidecar: held.sidecar }),
    evidence: evidence ?? { state: (await prove(story, [questionOf(held)])).state },
    policy: {
      requireAnchor: true,
      accreditation: { domain },
      ...(maximumProofAgeMs === undefined ? {} : { maximumProofAgeMs }),
    },
    now: Date.now(),
  });
  if (isCounted && verdicts.anchored.verdict === "valid") tally.anchored.add(idOf(held));
  if (isCounted && accepted) tally.accepted.add(idOf(held));
  return { accepted, reasons: reasons.map(({ fact, code }) => `${fact}: ${code}`) };
}
