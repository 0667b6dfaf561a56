import { type ProofQuestion, parseDid } from "@cartorio/protocol";
import type { AnchoredContent } from "./anchor-status.ts";
import { readSidecar } from "./batch.ts";
import { type Credential, commitmentOf, issuerOf, readAnchorClaim } from "./credential.ts";

/** What a credential says about itself, as far as the evidence depends on it. */
export interface Subject {
  readonly issuer: string | undefined;
  readonly claim: "none" | "malformed" | "wrongNetwork" | "good";
  readonly content: AnchoredContent | undefined;
  readonly sidecarMistake: boolean;
  readonly question: ProofQuestion | undefined;
}

/** Reads a credential without judging it. */
export function readSubject(credential: Credential, sidecarValue: unknown): Subject {
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
