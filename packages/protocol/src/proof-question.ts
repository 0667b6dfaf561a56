import { hexEncode } from "@cartorio/crypto";
import { decodeCredentialAnchorRecord } from "./credential-state-codec.ts";
import type { CredentialAnchorRecord } from "./credential-types.ts";
import { decodeDidDocumentRecord, decodeDidHead } from "./did-state-codec.ts";
import { relationship } from "./did-types.ts";
import { limits } from "./limits.ts";
import type { RecordLookup } from "./record-lookup.ts";
import { stateKeys } from "./state-keys.ts";

/**
 * What a proof is asked for, in the terms of the asker. Gateway and verifier derive the state keys
 * from the question by the same functions, so a proof can only ever answer what was asked.
 */
export type ProofQuestion =
  /** A DID as it is now: head, latest version and document, version 1. */
  | { readonly kind: "did"; readonly did: string }
  /** One version of a DID: head, version, document, the version after it (or its absence). */
  | { readonly kind: "didVersion"; readonly did: string; readonly version: number }
  /** The anchor of a commitment or batch root (32 bytes) under its issuer. */
  | { readonly kind: "credential"; readonly issuer: string; readonly hash: Uint8Array }
  /** The status of a commitment or batch root (32 bytes) under its issuer. */
  | { readonly kind: "status"; readonly issuer: string; readonly commitment: Uint8Array }
  /**
   * All that decides on one credential (docs/ledger.md 9): anchor of `hash` (the commitment itself,
   * or the root of its batch), status of both, the issuer's head, its document at the signing time,
   * and for the key that anchored and every assertion key of that document whether it was removed.
   */
  | {
      readonly kind: "credentialEvidence";
      readonly issuer: string;
      readonly commitment: Uint8Array;
      readonly hash: Uint8Array;
    }
  /** State keys as they are, 32 bytes each. */
  | { readonly kind: "keys"; readonly keys: readonly Uint8Array[] };

/** Keys that follow from the questions alone: distinct, in the order of the questions. */
export function questionKeys(questions: readonly ProofQuestion[]): Uint8Array[] {
  return distinctKeys(questions.flatMap(fixedKeys));
}

/**
 * All keys of the questions as far as the records at hand lead: those of {@link questionKeys} first,
 * then the ones that their records point to, then the ones that those records point to. Each step
 * only appends, so asking again with the records of the answer comes to an end after
 * {@link maxQuestionSteps}. Records that do not decode point to nothing.
 */
export function allQuestionKeys(
  questions: readonly ProofQuestion[],
  lookup: RecordLookup,
): Uint8Array[] {
  const pointed = questions.flatMap((question) => pointedKeys(question, lookup));
  const removals = questions.flatMap((question) => removalKeys(question, lookup));
  return distinctKeys([...questions.flatMap(fixedKeys), ...pointed, ...removals]);
}

/** Rounds of {@link allQuestionKeys} after which no record points any further. */
export const maxQuestionSteps = 2;

function fixedKeys(question: ProofQuestion): readonly Uint8Array[] {
  switch (question.kind) {
    case "did":
      return [stateKeys.didHead(question.did)];
    case "didVersion": {
      const { did, version } = question;
      return [
        stateKeys.didHead(did),
        stateKeys.didVersion(did, version),
        stateKeys.didDocument(did, version),
        stateKeys.didVersion(did, version + 1),
      ];
    }
    case "credential":
      return [stateKeys.credentialAnchor(question.issuer, question.hash)];
    case "status":
      return [stateKeys.credentialStatus(question.issuer, question.commitment)];
    case "credentialEvidence": {
      const { issuer, commitment, hash } = question;
      return [
        stateKeys.credentialAnchor(issuer, hash),
        stateKeys.credentialStatus(issuer, commitment),
        stateKeys.credentialStatus(issuer, hash),
        stateKeys.didHead(issuer),
      ];
    }
    case "keys":
      return question.keys;
  }
}

function pointedKeys(question: ProofQuestion, lookup: RecordLookup): Uint8Array[] {
  if (question.kind === "did") {
    const latest = latestVersion(question.did, lookup);
    if (latest === 0) return [];
    const { did } = question;
    return [
      stateKeys.didVersion(did, latest),
      stateKeys.didDocument(did, latest),
      stateKeys.didVersion(did, 1),
    ];
  }
  if (question.kind !== "credentialEvidence") return [];
  const document = signingDocumentKey(question, lookup);
  if (document === undefined) return [];
  const { issuer, hash } = question;
  const anchor = readAnchor(lookup(stateKeys.credentialAnchor(issuer, hash)));
  return anchor === undefined
    ? [document]
    : [document, stateKeys.keyRemoval(issuer, anchor.multikey)];
}

/** The removals that the document at the signing time points to. */
function removalKeys(question: ProofQuestion, lookup: RecordLookup): readonly Uint8Array[] {
  if (question.kind !== "credentialEvidence") return [];
  const key = signingDocumentKey(question, lookup);
  const record = key && lookup(key);
  const decoded = record && decodeDidDocumentRecord(record);
  if (!decoded?.ok || decoded.value.document === undefined) return [];
  return decoded.value.document.verificationMethods
    .filter(({ relationships }) => (relationships & relationship.assertionMethod) !== 0)
    .map(({ multikey }) => stateKeys.keyRemoval(question.issuer, multikey));
}

type EvidenceQuestion = Extract<ProofQuestion, { readonly kind: "credentialEvidence" }>;

function signingDocumentKey(
  { issuer, hash }: EvidenceQuestion,
  lookup: RecordLookup,
): Uint8Array | undefined {
  const latest = latestVersion(issuer, lookup);
  if (latest === 0) return undefined;
  const anchor = readAnchor(lookup(stateKeys.credentialAnchor(issuer, hash)));
  return stateKeys.didDocument(issuer, Math.min(anchor?.issuerVersion ?? latest, latest));
}

function latestVersion(did: string, lookup: RecordLookup): number {
  const record = lookup(stateKeys.didHead(did));
  const head = record && decodeDidHead(record);
  return head?.ok ? head.value.latestVersion : 0;
}

function readAnchor(record: Uint8Array | undefined): CredentialAnchorRecord | undefined {
  const anchor = record && decodeCredentialAnchorRecord(record);
  return anchor?.ok ? anchor.value : undefined;
}

function distinctKeys(keys: readonly Uint8Array[]): Uint8Array[] {
  const found = new Map<string, Uint8Array>();
  for (const key of keys) found.set(hexEncode(key), key);
  return [...found.values()];
}

/** True if so many keys fit into one proof. */
export function fitsOneProof(keys: readonly Uint8Array[]): boolean {
  return keys.length > 0 && keys.length <= limits.maxProofKeys;
}
