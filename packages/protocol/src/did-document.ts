import { jwkThumbprint, multikeyToJwk, multikeyToString } from "@cartorio/crypto";
import { multihashText } from "./did.ts";
import {
  type Control,
  type Document,
  relationship,
  type Service,
  type VerificationMethod,
  verificationMethodFormat,
} from "./did-types.ts";
import { versionHash } from "./ids.ts";
import type { Redaction } from "./redaction-codec.ts";
import { type DidHead, type DidVersion, didStatus } from "./state-types.ts";

const CONTEXT = "https://www.w3.org/ns/did/v1.1";
const MULTIKEY_CONTEXT = "https://w3id.org/security/multikey/v1";
const JSON_WEB_KEY_CONTEXT = "https://w3id.org/security/jwk/v1";
const MS_PER_SECOND = 1000;

/** The relationships of DID Core 5.3 in the order in which a document lists them. */
const relationshipNames = [
  "authentication",
  "assertionMethod",
  "keyAgreement",
  "capabilityInvocation",
  "capabilityDelegation",
] as const;

/**
 * The fragment of a verification method, without `#`. It IS the key: the Multikey text, or the
 * RFC 7638 thumbprint of a JsonWebKey, so that it can never name another key (docs/ledger.md 2).
 *
 * Throws INV-DID-KEY if the method holds an inadmissible key, which no decoder lets through.
 */
export function verificationMethodFragment(method: VerificationMethod): string {
  if (method.format !== verificationMethodFormat.jsonWebKey)
    return multikeyToString(method.multikey);
  return jwkThumbprint(requireJwk(method));
}

/**
 * The method that a DID URL names, or undefined: another DID, no fragment, or a fragment that the
 * document does not have.
 */
export function findVerificationMethod(
  document: Document,
  did: string,
  didUrl: string,
): VerificationMethod | undefined {
  return document.verificationMethods.find(
    (method) => didUrl === `${did}#${verificationMethodFragment(method)}`,
  );
}

/**
 * The DID document as JSON (DID 1.1, Controlled Identifiers 1.0): `id` and every reference absolute,
 * methods as Multikey or JsonWebKey, `controller` derived from the control state, properties
 * without content left out. A verifier renders it from proven records, a gateway from the same ones.
 */
export function renderDidDocument(
  did: string,
  document: Document,
  control: Control,
): Record<string, unknown> {
  const { verificationMethods: methods, services, alsoKnownAs } = document;
  const rendered: Record<string, unknown> = { "@context": contexts(methods), id: did };
  if (control.kind === "controllers") rendered["controller"] = oneOrMany(control.controllers);
  if (alsoKnownAs.length > 0) rendered["alsoKnownAs"] = [...alsoKnownAs];
  if (methods.length > 0) {
    rendered["verificationMethod"] = methods.map((method) => renderMethod(did, method));
  }
  for (const name of relationshipNames) {
    const holders = methods.filter((method) => (method.relationships & relationship[name]) !== 0);
    if (holders.length === 0) continue;
    rendered[name] = holders.map((method) => `${did}#${verificationMethodFragment(method)}`);
  }
  if (services.length > 0) {
    rendered["service"] = services.map((service) => renderService(did, service));
  }
  return rendered;
}

/** A version of a DID with the exact bytes of its record, which its `versionId` commits to. */
export interface VersionRecord {
  readonly version: DidVersion;
  readonly record: Uint8Array;
}

/** The records that the metadata of one version come from. */
export interface DidMetadataSource {
  /** Version 1: says when the DID was created. */
  readonly first: DidVersion;
  /** The version that is returned. */
  readonly returned: VersionRecord;
  /** The version after it; absent if it is the latest. */
  readonly next?: VersionRecord | undefined;
  /** The DID as it is now. */
  readonly head: Pick<
    DidHead,
    "status" | "legalEntity" | "pendingRecovery" | "recoverySequence" | "frozenUntil"
  >;
  /** Block time that the answer is of: whether a freeze has ended. */
  readonly asOf: number;
  /** In place of the document that is returned. */
  readonly redaction?: Redaction | undefined;
}

/**
 * `didDocumentMetadata` of DID Resolution 1.0 section 4.3: created, updated (left out if never
 * updated), versionId, nextUpdate and nextVersionId (unless it is the latest), deactivated; beside
 * them `cartorio`, what only this method knows, if there is any: `legalEntity` (attested by the sponsor
 * of the create), `frozenUntil`, `pendingRecovery`, `redacted`.
 */
export function renderDidDocumentMetadata(source: DidMetadataSource): Record<string, unknown> {
  const { first, returned, next, head } = source;
  const metadata: Record<string, unknown> = { created: didDateTime(first.time) };
  if (returned.version.number > 1) metadata["updated"] = didDateTime(returned.version.time);
  metadata["versionId"] = didVersionId(returned);
  if (next !== undefined) {
    metadata["nextUpdate"] = didDateTime(next.version.time);
    metadata["nextVersionId"] = didVersionId(next);
  }
  if (head.status === didStatus.deactivated) metadata["deactivated"] = true;
  const own = ownMetadata(source);
  if (Object.keys(own).length > 0) metadata["cartorio"] = own;
  return metadata;
}

function ownMetadata({ head, asOf, redaction }: DidMetadataSource): Record<string, unknown> {
  const { legalEntity = false, frozenUntil, pendingRecovery, recoverySequence } = head;
  const own: Record<string, unknown> = legalEntity ? { legalEntity } : {};
  if (frozenUntil > asOf) own["frozenUntil"] = didDateTime(frozenUntil);
  if (pendingRecovery !== undefined) {
    const { time, finaliseFrom, final, registrar } = pendingRecovery;
    own["pendingRecovery"] = {
      sequence: recoverySequence,
      proposed: didDateTime(time),
      finaliseFrom: didDateTime(finaliseFrom),
      final,
      ...(registrar === "" ? {} : { registrar }),
    };
  }
  if (redaction !== undefined) {
    const { time, proposal, reason } = redaction;
    own["redacted"] = { redacted: didDateTime(time), proposal, reason };
  }
  return own;
}

/** `n-<multihash of the version record>` (docs/ledger.md 3), the multihash as multibase base58btc. */
export function didVersionId({ version, record }: VersionRecord): string {
  return `${version.number}-${multihashText(versionHash(record))}`;
}

/** A block time as DID Core 6.3 wants it: UTC, the second that it lies in, no fraction. */
export function didDateTime(timeMs: number): string {
  const second = Math.floor(timeMs / MS_PER_SECOND) * MS_PER_SECOND;
  return new Date(second).toISOString().replace(".000Z", "Z");
}

function contexts(methods: readonly VerificationMethod[]): string[] {
  const formats = new Set(methods.map((method) => method.format));
  const all = [CONTEXT];
  if (formats.has(verificationMethodFormat.multikey)) all.push(MULTIKEY_CONTEXT);
  if (formats.has(verificationMethodFormat.jsonWebKey)) all.push(JSON_WEB_KEY_CONTEXT);
  return all;
}

function renderMethod(did: string, method: VerificationMethod): Record<string, unknown> {
  const id = `${did}#${verificationMethodFragment(method)}`;
  if (method.format === verificationMethodFormat.jsonWebKey) {
    return { id, type: "JsonWebKey", controller: did, publicKeyJwk: requireJwk(method) };
  }
  const publicKeyMultibase = multikeyToString(method.multikey);
  return { id, type: "Multikey", controller: did, publicKeyMultibase };
}

function renderService(did: string, service: Service): Record<string, unknown> {
  return {
    id: `${did}#${service.fragment}`,
    type: oneOrMany(service.types),
    serviceEndpoint: oneOrMany(service.endpoints),
  };
}

function requireJwk(method: VerificationMethod): NonNullable<ReturnType<typeof multikeyToJwk>> {
  const key = multikeyToJwk(method.multikey);
  if (key === undefined) throw new Error("INV-DID-KEY: a document holds an inadmissible key");
  return key;
}

function oneOrMany(values: readonly string[]): string | string[] {
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : [...values];
}
