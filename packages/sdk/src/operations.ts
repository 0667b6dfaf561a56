import {
  anchorKind,
  type Control,
  type Document,
  didOf,
  encodeDidCreate,
  type KeyControl,
  type KeyRemoval,
  limits,
  nextKeyHash,
  type Operation,
  type Recovery,
  relationship,
  removalReason,
  type Service,
  verificationMethodFormat,
} from "@cartorio/protocol";
import { type HashLike, hashBytes } from "./answer.ts";
import { randomBytes } from "./random.ts";

/** One key of a document and what it is for. */
export interface MethodInput {
  readonly multikey: Uint8Array;
  readonly relationships: readonly (keyof typeof relationship)[];
  /** How it is rendered. Default `multikey`. */
  readonly format?: keyof typeof verificationMethodFormat;
}

export interface DocumentInput {
  readonly methods: readonly MethodInput[];
  readonly services?: readonly Service[];
  readonly alsoKnownAs?: readonly string[];
}

/** The content of a DID document, without id: the ledger makes every reference absolute. */
export function didDocument(input: DocumentInput): Document {
  const { methods, services = [], alsoKnownAs = [] } = input;
  const verificationMethods = methods.map(({ multikey, relationships, format = "multikey" }) => ({
    format: verificationMethodFormat[format],
    multikey,
    relationships: relationships.reduce((bits, name) => bits | relationship[name], 0),
  }));
  return { verificationMethods, services, alsoKnownAs };
}

export interface KeyControlInput {
  /** Multikeys that control the DID. */
  readonly keys: readonly Uint8Array[];
  /** Keys that must sign together. Default 1. */
  readonly threshold?: number;
  /** Multikeys of the next rotation, committed to by hash: pre-rotation. Default none. */
  readonly nextKeys?: readonly Uint8Array[];
}

/** Control by keys. */
export function keyControl({ keys, threshold = 1, nextKeys = [] }: KeyControlInput): KeyControl {
  return { kind: "keys", keys, threshold, nextKeyHashes: nextKeys.map(nextKeyHash) };
}

/**
 * Says why a key leaves: retired, or compromised since a time (milliseconds), maybe in the past. It can
 * never be added again. A key that left before may be reported compromised later, or since earlier.
 */
export function keyRemoval(multikey: Uint8Array, compromisedSince?: number): KeyRemoval {
  return compromisedSince === undefined
    ? { multikey, reason: removalReason.retired, since: 0 }
    : { multikey, reason: removalReason.compromised, since: compromisedSince };
}

export interface DidCreateInput {
  readonly network: string;
  readonly control: Control;
  readonly document: Document;
  readonly recovery?: Recovery;
  /** The DID is of an organisation: the member that sponsors the create attests it. Default false. */
  readonly legalEntity?: boolean;
  /** 16 bytes; default random. */
  readonly nonce?: Uint8Array;
}

/** A create, with the DID that it makes: the DID is a hash of the operation. */
export function didCreate(input: DidCreateInput): {
  readonly did: string;
  readonly operation: Operation;
} {
  const { network, control, document, recovery, legalEntity = false } = input;
  const { nonce = randomBytes(limits.nonceBytes) } = input;
  const value = { nonce, control, document, recovery, ...(legalEntity ? { legalEntity } : {}) };
  const did = didOf(network, encodeDidCreate(value));
  return { did, operation: { kind: "didCreate", value } };
}

/** Replaces the document; `removals` names each key that leaves it. */
export function didUpdate(input: {
  readonly did: string;
  readonly expectedVersion: number;
  readonly document: Document;
  readonly removals?: readonly KeyRemoval[];
}): Operation {
  const { did, expectedVersion, document, removals = [] } = input;
  return { kind: "didUpdate", value: { did, expectedVersion, document, removals } };
}

/** Ends the DID for ever; `acknowledge` is the number of DIDs that depend on it. */
export function didDeactivate(input: {
  readonly did: string;
  readonly expectedVersion: number;
  readonly acknowledge?: number;
}): Operation {
  const { did, expectedVersion, acknowledge = 0 } = input;
  return { kind: "didDeactivate", value: { did, expectedVersion, acknowledge } };
}

/** Replaces the control keys; `removals` names each control key that goes. */
export function didRotateKeys(input: {
  readonly did: string;
  readonly expectedVersion: number;
  readonly control: KeyControl;
  readonly removals?: readonly KeyRemoval[];
}): Operation {
  const { did, expectedVersion, control, removals = [] } = input;
  return { kind: "didRotateKeys", value: { did, expectedVersion, control, removals } };
}

/** Anchors one commitment, or with `treeSize` the root of a batch. */
export function credentialAnchor(input: {
  readonly issuer: string;
  readonly hash: HashLike;
  readonly treeSize?: number;
  readonly cosigners?: readonly string[];
  /** Index of the issuer's accreditation that it acts under. Default none. */
  readonly accreditation?: number;
}): Operation {
  const { issuer, treeSize = 0, cosigners = [], accreditation = 0 } = input;
  const kind = treeSize === 0 ? anchorKind.single : anchorKind.batch;
  const hash = hashBytes(input.hash);
  const value = { issuer, kind, hash, treeSize, cosigners, accreditation };
  return { kind: "credentialAnchor", value };
}
