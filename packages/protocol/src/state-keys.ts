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
  credentialCosign: 12,
  credentialLogHead: 13,
  credentialLog: 14,
  issuerProfile: 15,
  replayBucket: 20,
  longLived: 21,
  membersHead: 30,
  member: 31,
  memberByDid: 32,
  memberVersion: 33,
  parameters: 40,
  parametersVersion: 41,
  policyHead: 42,
  policy: 43,
  governanceHead: 44,
  proposal: 45,
  proposalByHash: 46,
  validatorSet: 50,
  validatorsHead: 51,
  validatorReentry: 52,
  upgradeReady: 53,
  accreditationsHead: 60,
  accreditation: 61,
  givenHead: 62,
  given: 63,
  rootsHead: 64,
  root: 65,
  schema: 70,
  schemaBody: 71,
  schemasHead: 72,
  schemaOf: 73,
  statusListsHead: 80,
  statusList: 81,
  statusListHead: 82,
  statusListVersion: 83,
  statusChunkHead: 84,
  statusChunk: 85,
  exchangeHead: 90,
  exchangeReceipts: 91,
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

function ofDid(type: StateKeyType, did: string, ...numbers: readonly number[]): Uint8Array {
  return stateKey(type, utf8Encode(did), ...numbers.map(numberPart));
}

function numbered(type: StateKeyType, ...numbers: readonly number[]): Uint8Array {
  return stateKey(type, ...numbers.map(numberPart));
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
  /** Present iff the DID co-signed the anchor. */
  credentialCosign(issuer: string, hash: Uint8Array, cosigner: string): Uint8Array;
  credentialLogHead(issuer: string, hash: Uint8Array): Uint8Array;
  /** `number`: 1, 2, ... */
  credentialLog(issuer: string, hash: Uint8Array, number: number): Uint8Array;
  issuerProfile(issuer: string): Uint8Array;
  /** `bucket` = floor(validUntil / replayBucketMs). */
  replayBucket(bucket: number): Uint8Array;
  /** `day` = floor(block time / dayMs). */
  longLived(sponsor: string, day: number): Uint8Array;
  membersHead(): Uint8Array;
  member(index: number): Uint8Array;
  memberByDid(did: string): Uint8Array;
  /** `version`: 1, 2, ... */
  memberVersion(index: number, version: number): Uint8Array;
  parameters(): Uint8Array;
  /** `version`: 1, 2, ... */
  parametersVersion(version: number): Uint8Array;
  /** `operation`: field number in proto Operation. Absent: the default policy holds. */
  policyHead(operation: number): Uint8Array;
  policy(operation: number, version: number): Uint8Array;
  governanceHead(): Uint8Array;
  /** `number`: 1, 2, ... */
  proposal(number: number): Uint8Array;
  /** `hash`: 32 bytes, what votes name. */
  proposalByHash(hash: Uint8Array): Uint8Array;
  validatorSet(epoch: number): Uint8Array;
  validatorsHead(): Uint8Array;
  /** `validatorKey`: 32 bytes. Present iff the validator ever re-entered. */
  validatorReentry(validatorKey: Uint8Array): Uint8Array;
  /** Present iff the validator announced a version. */
  upgradeReady(validatorKey: Uint8Array): Uint8Array;
  accreditationsHead(subject: string): Uint8Array;
  /** `index`: 1, 2, ... among those of the subject. */
  accreditation(subject: string, index: number): Uint8Array;
  givenHead(accreditor: string): Uint8Array;
  /** `number`: 1, 2, ... among those that the accreditor offered. */
  given(accreditor: string, number: number): Uint8Array;
  rootsHead(domain: string): Uint8Array;
  /** `number`: 1, 2, ... in the domain. */
  root(domain: string, number: number): Uint8Array;
  /** `digest`: 32 bytes, SHA-256 of the JCS bytes. */
  schema(digest: Uint8Array): Uint8Array;
  schemaBody(digest: Uint8Array): Uint8Array;
  schemasHead(owner: string): Uint8Array;
  schemaOf(owner: string, number: number): Uint8Array;
  statusListsHead(owner: string): Uint8Array;
  /** `list`: 1, 2, ... among those of the owner. */
  statusList(owner: string, list: number): Uint8Array;
  statusListHead(owner: string, list: number): Uint8Array;
  statusListVersion(owner: string, list: number, sequence: number): Uint8Array;
  /** `[list, chunk]`: chunk 0 has the bits 0..2047. */
  statusChunkHead(owner: string, at: readonly [number, number]): Uint8Array;
  /** `[list, chunk, sequence]`. */
  statusChunk(owner: string, at: readonly [number, number, number]): Uint8Array;
  exchangeHead(party: string): Uint8Array;
  exchangeReceipts(party: string, number: number): Uint8Array;
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
  credentialCosign: (issuer, hash, cosigner) =>
    stateKey(stateKeyType.credentialCosign, utf8Encode(issuer), hash, utf8Encode(cosigner)),
  credentialLogHead: (issuer, hash) =>
    stateKey(stateKeyType.credentialLogHead, utf8Encode(issuer), hash),
  credentialLog: (issuer, hash, number) =>
    stateKey(stateKeyType.credentialLog, utf8Encode(issuer), hash, numberPart(number)),
  issuerProfile: (issuer) => stateKey(stateKeyType.issuerProfile, utf8Encode(issuer)),
  memberVersion: (index, version) => numbered(stateKeyType.memberVersion, index, version),
  parametersVersion: (version) => numbered(stateKeyType.parametersVersion, version),
  policyHead: (operation) => numbered(stateKeyType.policyHead, operation),
  policy: (operation, version) => numbered(stateKeyType.policy, operation, version),
  governanceHead: () => stateKey(stateKeyType.governanceHead),
  proposal: (number) => numbered(stateKeyType.proposal, number),
  proposalByHash: (hash) => stateKey(stateKeyType.proposalByHash, hash),
  upgradeReady: (validatorKey) => stateKey(stateKeyType.upgradeReady, validatorKey),
  accreditationsHead: (subject) => ofDid(stateKeyType.accreditationsHead, subject),
  accreditation: (subject, index) => ofDid(stateKeyType.accreditation, subject, index),
  givenHead: (accreditor) => ofDid(stateKeyType.givenHead, accreditor),
  given: (accreditor, number) => ofDid(stateKeyType.given, accreditor, number),
  rootsHead: (domain) => stateKey(stateKeyType.rootsHead, utf8Encode(domain)),
  root: (domain, number) => stateKey(stateKeyType.root, utf8Encode(domain), numberPart(number)),
  schema: (digest) => stateKey(stateKeyType.schema, digest),
  schemaBody: (digest) => stateKey(stateKeyType.schemaBody, digest),
  schemasHead: (owner) => ofDid(stateKeyType.schemasHead, owner),
  schemaOf: (owner, number) => ofDid(stateKeyType.schemaOf, owner, number),
  statusListsHead: (owner) => ofDid(stateKeyType.statusListsHead, owner),
  statusList: (owner, list) => ofDid(stateKeyType.statusList, owner, list),
  statusListHead: (owner, list) => ofDid(stateKeyType.statusListHead, owner, list),
  statusListVersion: (owner, list, sequence) =>
    ofDid(stateKeyType.statusListVersion, owner, list, sequence),
  statusChunkHead: (owner, at) => ofDid(stateKeyType.statusChunkHead, owner, ...at),
  statusChunk: (owner, at) => ofDid(stateKeyType.statusChunk, owner, ...at),
  exchangeHead: (party) => ofDid(stateKeyType.exchangeHead, party),
  exchangeReceipts: (party, number) => ofDid(stateKeyType.exchangeReceipts, party, number),
};
