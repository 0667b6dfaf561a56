import { taggedHash, utf8Encode } from "@cartorio/crypto";
import { tags } from "./tags.ts";

/** First byte of a state key's preimage: the kind of record. Never reused. */
export const stateKeyType = {
  didHead: 1,
  didVersion: 2,
  didDocument: 3,
  keyRemoval: 4,
  credentialAnchor: 10,
  credentialStatus: 11,
  replayBucket: 20,
  longLived: 21,
  membersHead: 30,
  member: 31,
  memberByDid: 32,
  parameters: 40,
  validatorSet: 50,
  validatorsHead: 51,
  validatorReentry: 52,
} as const;

type StateKeyType = (typeof stateKeyType)[keyof typeof stateKeyType];

const lengthBytes = 4;
const numberBytes = 8;
const two32 = 2 ** 32;

/** 8 bytes big-endian. Throws RangeError beyond 0..2^53-1. */
function numberPart(value: number): Uint8Array {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError("stateKeys: invalid number");
  const part = new Uint8Array(numberBytes);
  const view = new DataView(part.buffer);
  view.setUint32(0, Math.floor(value / two32));
  view.setUint32(lengthBytes, value % two32);
  return part;
}

/**
 * 32 bytes: SHA-256(tag || type || per part: 4-byte big-endian length and the part), docs/ledger.md
 * 4. Lengths keep neighbouring parts apart.
 */
function stateKey(type: StateKeyType, ...parts: readonly Uint8Array[]): Uint8Array {
  const size = parts.reduce((sum, part) => sum + lengthBytes + part.length, 1);
  const preimage = new Uint8Array(size);
  const view = new DataView(preimage.buffer);
  preimage[0] = type;
  let offset = 1;
  for (const part of parts) {
    view.setUint32(offset, part.length);
    preimage.set(part, offset + lengthBytes);
    offset += lengthBytes + part.length;
  }
  return taggedHash(tags.stateKey, preimage);
}

/** Keys of all records of the state tree: the one home, so that verifiers derive them alike. */
export interface StateKeys {
  didHead(did: string): Uint8Array;
  didVersion(did: string, number: number): Uint8Array;
  didDocument(did: string, number: number): Uint8Array;
  /** Present iff the key left the DID's document or control keys once. */
  keyRemoval(did: string, multikey: Uint8Array): Uint8Array;
  /** `hash`: commitment or batch root. */
  credentialAnchor(issuer: string, hash: Uint8Array): Uint8Array;
  /** `commitment`: of the credential itself, in a batch or not. */
  credentialStatus(issuer: string, commitment: Uint8Array): Uint8Array;
  /** `bucket` = floor(validUntil / replayBucketMs). */
  replayBucket(bucket: number): Uint8Array;
  /** `day` = floor(block time / dayMs). */
  longLived(sponsor: string, day: number): Uint8Array;
  membersHead(): Uint8Array;
  member(index: number): Uint8Array;
  memberByDid(did: string): Uint8Array;
  parameters(): Uint8Array;
  validatorSet(epoch: number): Uint8Array;
  validatorsHead(): Uint8Array;
  /** `validatorKey`: 32 bytes. Present iff the validator ever re-entered. */
  validatorReentry(validatorKey: Uint8Array): Uint8Array;
}

export const stateKeys: StateKeys = {
  didHead: (did) => stateKey(stateKeyType.didHead, utf8Encode(did)),
  didVersion: (did, number) =>
    stateKey(stateKeyType.didVersion, utf8Encode(did), numberPart(number)),
  didDocument: (did, number) =>
    stateKey(stateKeyType.didDocument, utf8Encode(did), numberPart(number)),
  keyRemoval: (did, multikey) => stateKey(stateKeyType.keyRemoval, utf8Encode(did), multikey),
  credentialAnchor: (issuer, hash) =>
    stateKey(stateKeyType.credentialAnchor, utf8Encode(issuer), hash),
  credentialStatus: (issuer, commitment) =>
    stateKey(stateKeyType.credentialStatus, utf8Encode(issuer), commitment),
  replayBucket: (bucket) => stateKey(stateKeyType.replayBucket, numberPart(bucket)),
  longLived: (sponsor, day) =>
    stateKey(stateKeyType.longLived, utf8Encode(sponsor), numberPart(day)),
  membersHead: () => stateKey(stateKeyType.membersHead),
  member: (index) => stateKey(stateKeyType.member, numberPart(index)),
  memberByDid: (did) => stateKey(stateKeyType.memberByDid, utf8Encode(did)),
  parameters: () => stateKey(stateKeyType.parameters),
  validatorSet: (epoch) => stateKey(stateKeyType.validatorSet, numberPart(epoch)),
  validatorsHead: () => stateKey(stateKeyType.validatorsHead),
  validatorReentry: (validatorKey) => stateKey(stateKeyType.validatorReentry, validatorKey),
};
