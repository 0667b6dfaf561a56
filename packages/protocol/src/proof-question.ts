import { hexEncode } from "@cartorio/crypto";
import {
  type AccreditationQuestion,
  accreditationPointedKeys,
  accreditationQuestionKeys,
  chainKeys,
  pageNumbers,
} from "./accreditation-questions.ts";
import { credentialAnchorRecord } from "./credential-state-codec.ts";
import type { CredentialAnchorRecord } from "./credential-types.ts";
import { didDocumentRecord, didHeadRecord } from "./did-state-codec.ts";
import { type Document, relationship } from "./did-types.ts";
import {
  fixedGovernanceKeys,
  type GovernanceQuestion,
  pointedGovernanceKeys,
} from "./governance-questions.ts";
import { limits } from "./limits.ts";
import { oncePerRecord, type RecordLookup } from "./record-lookup.ts";
import { type RegistryQuestion, registryKeys, registryPointedKeys } from "./registry-questions.ts";
import { stateKeys } from "./state-keys.ts";

/**
 * What a proof is asked for, in the terms of the asker. Gateway and verifier derive the state keys
 * from the question by the same functions, so a proof can only ever answer what was asked.
 */
export type ProofQuestion =
  | GovernanceQuestion
  /** A DID as it is now: head, latest version and document, version 1. */
  | { readonly kind: "did"; readonly did: string }
  /** One version of a DID: head, version, document, the version after it (or its absence). */
  | { readonly kind: "didVersion"; readonly did: string; readonly version: number }
  /** The anchor of a commitment or batch root (32 bytes) under its issuer, and who co-signed it. */
  | { readonly kind: "credential"; readonly issuer: string; readonly hash: Uint8Array }
  /** The status of a commitment or batch root (32 bytes) under its issuer. */
  | { readonly kind: "status"; readonly issuer: string; readonly commitment: Uint8Array }
  /** Entries `from`, from + 1, ... of the log of an anchor, `count` of them, and how many there are. */
  | {
      readonly kind: "credentialLog";
      readonly issuer: string;
      readonly hash: Uint8Array;
      readonly from: number;
      readonly count: number;
    }
  /** A DID as it is now, and what it declares about itself as an issuer. */
  | { readonly kind: "issuer"; readonly did: string }
  /** An accreditation and every one that it descends from, up to its root. */
  | { readonly kind: "accreditation"; readonly subject: string; readonly index: number }
  | AccreditationQuestion
  /**
   * All that decides on one credential (docs/ledger.md 9): anchor of `hash` (the commitment itself,
   * or the root of its batch), status of both, the issuer's head and declaration, its document at the
   * signing time, for the key that anchored and every assertion key of that document whether it was
   * removed, and the whole chain of the accreditation that the anchor names.
   */
  | {
      readonly kind: "credentialEvidence";
      readonly issuer: string;
      readonly commitment: Uint8Array;
      readonly hash: Uint8Array;
    }
  | RegistryQuestion
  /** State keys as they are, 32 bytes each. */
  | { readonly kind: "keys"; readonly keys: readonly Uint8Array[] };

/** Keys that follow from the questions alone: distinct, in the order of the questions. */
export function questionKeys(questions: readonly ProofQuestion[]): Uint8Array[] {
  return distinctKeys(questions.flatMap(fixedKeys));
}

/**
 * All keys of the questions as far as the records at hand lead: those of {@link questionKeys} first, then
 * the ones that their records point to, then the ones that those records point to, and so on. Whatever
 * other records are at hand, each step only appends, so asking again with the records of the answer
 * comes to an end after {@link maxQuestionSteps}. Records that do not decode point to nothing.
 */
export function allQuestionKeys(
  questions: readonly ProofQuestion[],
  lookup: RecordLookup,
): Uint8Array[] {
  let keys = questionKeys(questions);
  const pointing = pointingQuestions(questions);
  for (let step = 0; step < maxQuestionSteps; step += 1) {
    const asked = new Set(keys.map(hexEncode));
    const atHand: RecordLookup = (key) => (asked.has(hexEncode(key)) ? lookup(key) : undefined);
    const pointed = pointing.flatMap((question) => pointedKeys(question, atHand));
    const next = distinctKeys([...keys, ...pointed]);
    if (next.length === keys.length) break;
    keys = next;
  }
  return keys;
}

/**
 * Rounds of {@link allQuestionKeys} after which no record points any further: an anchor points to the
 * first accreditation of the longest chain.
 */
export const maxQuestionSteps: number = limits.maxChainLevels;

/**
 * Questions that point to the same keys as these, in the same order, without repeats: pages that overlap
 * would have each chain followed once per page.
 */
function pointingQuestions(questions: readonly ProofQuestion[]): ProofQuestion[] {
  const found = new Map<string, ProofQuestion>();
  for (const question of questions.flatMap(singleQuestions)) {
    const name = JSON.stringify(question, (_, value: unknown) =>
      value instanceof Uint8Array ? hexEncode(value) : value,
    );
    if (!found.has(name)) found.set(name, question);
  }
  return [...found.values()];
}

/** A page of accreditations points to what each of them points to. */
function singleQuestions(question: ProofQuestion): readonly ProofQuestion[] {
  if (question.kind !== "accreditations") return [question];
  const { subject } = question;
  return pageNumbers(question).map((index) => ({ kind: "accreditation", subject, index }));
}

function fixedKeys(question: ProofQuestion): readonly Uint8Array[] {
  switch (question.kind) {
    case "did":
      return [stateKeys.didHead(question.did)];
    case "issuer":
      return [stateKeys.didHead(question.did), stateKeys.issuerProfile(question.did)];
    case "accreditation":
      return [stateKeys.accreditation(question.subject, question.index)];
    case "accreditations":
    case "given":
    case "roots":
      return accreditationQuestionKeys(question);
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
    case "credentialLog":
      return [stateKeys.credentialLogHead(question.issuer, question.hash), ...logKeys(question)];
    case "credentialEvidence": {
      const { issuer, commitment, hash } = question;
      return [
        stateKeys.credentialAnchor(issuer, hash),
        stateKeys.credentialStatus(issuer, commitment),
        stateKeys.credentialStatus(issuer, hash),
        stateKeys.didHead(issuer),
        stateKeys.issuerProfile(issuer),
      ];
    }
    case "members":
    case "proposal":
    case "proposals":
    case "policy":
    case "parameters":
      return fixedGovernanceKeys(question);
    case "schema":
    case "schemaList":
    case "statusList":
    case "statusBit":
    case "exchange":
      return registryKeys(question);
    case "keys":
      return question.keys;
  }
}

function pointedKeys(question: ProofQuestion, lookup: RecordLookup): readonly Uint8Array[] {
  switch (question.kind) {
    case "did":
    case "issuer":
      return latestKeys(question.did, lookup);
    case "credential":
      return cosignKeys(question, lookup);
    case "accreditation":
      return chainKeys(question, lookup);
    case "accreditations":
    case "given":
    case "roots":
      return accreditationPointedKeys(question, lookup);
    case "members":
    case "proposal":
    case "policy":
      return pointedGovernanceKeys(question, lookup);
    case "credentialEvidence":
      return [...signingKeys(question, lookup), ...accreditationKeys(question, lookup)];
    case "statusList":
    case "statusBit":
      return registryPointedKeys(question, lookup);
    default:
      return [];
  }
}

function latestKeys(did: string, lookup: RecordLookup): Uint8Array[] {
  const latest = latestVersion(did, lookup);
  if (latest === 0) return [];
  return [
    stateKeys.didVersion(did, latest),
    stateKeys.didDocument(did, latest),
    stateKeys.didVersion(did, 1),
  ];
}

/** The document at the signing time, then the removals of the keys that the credential may rest on. */
function signingKeys(question: Question<"credentialEvidence">, lookup: RecordLookup): Uint8Array[] {
  const document = signingDocumentKey(question, lookup);
  if (document === undefined) return [];
  const { issuer, hash } = question;
  const anchor = readAnchor(lookup(stateKeys.credentialAnchor(issuer, hash)));
  const anchoring = anchor === undefined ? [] : [stateKeys.keyRemoval(issuer, anchor.multikey)];
  return [document, ...anchoring, ...removalKeys(issuer, lookup(document))];
}

/** The chain that the anchor names. */
function accreditationKeys(
  { issuer, hash }: Question<"credentialEvidence">,
  lookup: RecordLookup,
): Uint8Array[] {
  const anchor = readAnchor(lookup(stateKeys.credentialAnchor(issuer, hash)));
  const index = anchor?.accreditation ?? 0;
  return index === 0 ? [] : chainKeys({ subject: issuer, index }, lookup);
}

type Question<K extends ProofQuestion["kind"]> = Extract<ProofQuestion, { readonly kind: K }>;

/** None beyond what a log can hold, whatever was asked. */
function logKeys({ issuer, hash, from, count }: Question<"credentialLog">): Uint8Array[] {
  const last = Math.min(from + count - 1, limits.maxLogEntries);
  const numbers = Array.from({ length: Math.max(0, last - from + 1) }, (_, index) => from + index);
  return numbers.map((number) => stateKeys.credentialLog(issuer, hash, number));
}

function cosignKeys({ issuer, hash }: Question<"credential">, lookup: RecordLookup): Uint8Array[] {
  const anchor = readAnchor(lookup(stateKeys.credentialAnchor(issuer, hash)));
  const cosigners = anchor?.cosigners ?? [];
  return cosigners.map((cosigner) => stateKeys.credentialCosign(issuer, hash, cosigner));
}

function removalKeys(issuer: string, record: Uint8Array | undefined): Uint8Array[] {
  const document = readDocument(record);
  const asserting = (document?.verificationMethods ?? []).filter(
    ({ relationships }) => (relationships & relationship.assertionMethod) !== 0,
  );
  return asserting.map(({ multikey }) => stateKeys.keyRemoval(issuer, multikey));
}

const readDocument = oncePerRecord((record): Document | undefined => {
  const decoded = didDocumentRecord.decode(record);
  return decoded.ok ? decoded.value.document : undefined;
});

function signingDocumentKey(
  { issuer, hash }: Question<"credentialEvidence">,
  lookup: RecordLookup,
): Uint8Array | undefined {
  const latest = latestVersion(issuer, lookup);
  if (latest === 0) return undefined;
  const anchor = readAnchor(lookup(stateKeys.credentialAnchor(issuer, hash)));
  return stateKeys.didDocument(issuer, Math.min(anchor?.issuerVersion ?? latest, latest));
}

function latestVersion(did: string, lookup: RecordLookup): number {
  return readLatest(lookup(stateKeys.didHead(did))) ?? 0;
}

const readLatest = oncePerRecord((record): number => {
  const head = didHeadRecord.decode(record);
  return head.ok ? head.value.latestVersion : 0;
});

const readAnchor = oncePerRecord((record): CredentialAnchorRecord | undefined => {
  const anchor = credentialAnchorRecord.decode(record);
  return anchor.ok ? anchor.value : undefined;
});

function distinctKeys(keys: readonly Uint8Array[]): Uint8Array[] {
  const found = new Map<string, Uint8Array>();
  for (const key of keys) found.set(hexEncode(key), key);
  return [...found.values()];
}

/** True if so many keys fit into one proof. */
export function fitsOneProof(keys: readonly Uint8Array[]): boolean {
  return keys.length > 0 && keys.length <= limits.maxProofKeys;
}
