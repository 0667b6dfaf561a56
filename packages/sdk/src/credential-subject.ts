import {
  commitmentOfContent,
  type ProofQuestion,
  parseDid,
  readAnchorClaim,
} from "@cartorio/protocol";
import type { AnchoredContent } from "./anchor-status.ts";
import { readSidecar } from "./batch.ts";
import type { GivenCredential } from "./given-credential.ts";

/** What a credential says about itself, as far as the evidence depends on it. */
export interface Subject {
  readonly issuer: string | undefined;
  readonly claim: "none" | "malformed" | "wrongNetwork" | "good";
  readonly content: AnchoredContent | undefined;
  readonly sidecarMistake: boolean;
  readonly question: ProofQuestion | undefined;
}

/** Reads a credential without judging it. */
export function readSubject(
  { issuer, claims, content }: GivenCredential,
  sidecarValue: unknown,
): Subject {
  const network = issuer === undefined ? undefined : parseDid(issuer)?.network;
  const found = readAnchorClaim(claims);
  const none = { issuer, content: undefined, sidecarMistake: false, question: undefined };
  if (issuer === undefined || network === undefined) {
    return { ...none, claim: found.kind === "claim" ? "good" : found.kind };
  }
  const byIssuer: ProofQuestion = { kind: "issuer", did: issuer };
  if (found.kind !== "claim") return { ...none, claim: found.kind, question: byIssuer };
  if (found.claim.network !== network) {
    return { ...none, claim: "wrongNetwork", question: byIssuer };
  }
  const read = sidecarValue === undefined ? undefined : readSidecar(sidecarValue);
  const sidecarMistake = sidecarValue !== undefined && read === undefined;
  if (content === undefined) return { ...none, claim: "good", question: byIssuer };
  const commitment = commitmentOfContent(content, network);
  const hash = read?.root ?? commitment;
  const question: ProofQuestion = { kind: "credentialEvidence", issuer, commitment, hash };
  const anchored = { issuer, commitment, hash, sidecar: read?.sidecar };
  return { issuer, claim: "good", content: anchored, sidecarMistake, question };
}
