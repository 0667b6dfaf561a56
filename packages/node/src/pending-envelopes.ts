// Transactions that still lack signatures of their signers. Nothing here was ordered or is gossiped: it
// is room that this node lends its members while they sign. Deterministic, as the mempool is: time comes
// as an argument. Only checked signatures get here.
import { hexEncode } from "@cartorio/crypto";
import {
  type DecodedEnvelope,
  type Envelope,
  type ErrorCode,
  limits,
  type PasskeyAssertion,
  type TransactionBody,
} from "@cartorio/protocol";

/**
 * What one member may have waiting; each has its share for itself, so that no number of others takes it.
 * Beyond it: SENDER_LIMIT.
 */
export interface PendingLimits {
  readonly maxPerMember: number;
  /** Of envelopes, with the signatures that they have. */
  readonly maxBytesPerMember: number;
}

/** Four of the largest or 32 of 8 KiB: with the most members that a network has, 64 MiB. */
export const defaultPendingLimits: PendingLimits = {
  maxPerMember: 32,
  maxBytesPerMember: 4 * limits.maxEnvelopeBytes,
};

export interface PendingEnvelope {
  readonly id: Uint8Array;
  readonly body: TransactionBody;
  /** The member whose signature opened it, and whose share it takes. */
  readonly member: string;
  /** Zeros stand in place of each signature that is missing. */
  envelope: Envelope;
  /** Of the encoded envelope. */
  byteLength: number;
}

interface Share {
  count: number;
  bytes: number;
}

/** Owned by one node; changed only by the functions of this file. */
export interface PendingEnvelopes {
  readonly limits: PendingLimits;
  /** By transaction id as hexadecimal. */
  readonly byId: Map<string, PendingEnvelope>;
  readonly shares: Map<string, Share>;
}

export function createPendingEnvelopes(
  pendingLimits: PendingLimits = defaultPendingLimits,
): PendingEnvelopes {
  return { limits: pendingLimits, byId: new Map(), shares: new Map() };
}

export function pendingEnvelope(
  pending: PendingEnvelopes,
  id: Uint8Array,
): PendingEnvelope | undefined {
  return pending.byId.get(hexEncode(id));
}

/** Indices of the signers whose signature is there. */
export function signedBy({ signatures }: Envelope): number[] {
  return signatures.flatMap((signature, index) => (isMissing(signature) ? [] : [index]));
}

/** Indices of the signers whose signature is missing. */
export function missingIn({ signatures }: Envelope): number[] {
  return signatures.flatMap((signature, index) => (isMissing(signature) ? [index] : []));
}

/** No signature is all zeros: R would be no point that Ed25519 admits, and r of ECDSA is not zero. */
function isMissing(signature: Uint8Array): boolean {
  return signature.every((byte) => byte === 0);
}

/** Room for something new of a member, asked before its signatures are checked: SENDER_LIMIT. */
export function pendingRoom(
  { limits: { maxPerMember, maxBytesPerMember }, shares }: PendingEnvelopes,
  member: string,
  bytes: number,
): ErrorCode | undefined {
  const { count, bytes: used } = shares.get(member) ?? { count: 0, bytes: 0 };
  return count >= maxPerMember || used + bytes > maxBytesPerMember ? "SENDER_LIMIT" : undefined;
}

/**
 * Keeps checked signatures: with those that are here already, or as the first ones, in the share of
 * `member`. The first signature of a signer stays. Codes: TOO_LARGE, SENDER_LIMIT.
 */
export function keepSignatures(
  pending: PendingEnvelopes,
  { id, body, envelope: given }: Pick<DecodedEnvelope, "id" | "body" | "envelope">,
  member: string,
): ErrorCode | undefined {
  const known = pendingEnvelope(pending, id);
  const envelope = merged(known?.envelope ?? unsigned(given), given);
  const byteLength = encodedLength(envelope);
  if (byteLength > limits.maxEnvelopeBytes) return "TOO_LARGE";
  if (known === undefined) {
    const refusal = pendingRoom(pending, member, byteLength);
    if (refusal !== undefined) return refusal;
    pending.byId.set(hexEncode(id), { id, body, member, envelope, byteLength });
    take(pending, member, { count: 1, bytes: byteLength });
    return undefined;
  }
  const more = byteLength - known.byteLength;
  const used = pending.shares.get(known.member)?.bytes ?? 0;
  if (more > 0 && used + more > pending.limits.maxBytesPerMember) return "SENDER_LIMIT";
  known.envelope = envelope;
  known.byteLength = byteLength;
  take(pending, known.member, { count: 0, bytes: more });
  return undefined;
}

/**
 * Length of the encoded envelope (proto/transaction.proto), also of one that is too long to be encoded:
 * parts that were short enough each by itself may be too long together.
 */
export function encodedLength({ body, signatures, passkeys = [] }: Envelope): number {
  let length = fieldLength(body.length);
  for (const signature of signatures) length += fieldLength(signature.length);
  for (const { signer, authenticatorData, clientData } of passkeys) {
    // The index of the first signer is the default of its field, which is not written; others take a byte.
    const inner = fieldLength(authenticatorData.length) + fieldLength(clientData.length);
    length += fieldLength(inner + (signer === 0 ? 0 : 2));
  }
  return length;
}

/** One byte of field number and type, the length seven bits a byte, then the content. */
function fieldLength(length: number): number {
  let prefix = 2;
  for (let rest = length >>> 7; rest > 0; rest >>>= 7) prefix += 1;
  return prefix + length;
}

function unsigned({ body, signatures }: Envelope): Envelope {
  return { body, signatures: signatures.map(() => new Uint8Array(limits.signatureBytes)) };
}

function merged(known: Envelope, given: Envelope): Envelope {
  const missing = new Set(missingIn(known));
  const added = new Set(signedBy(given).filter((index) => missing.has(index)));
  const signatures = known.signatures.map((signature, index) =>
    added.has(index) ? (given.signatures[index] ?? signature) : signature,
  );
  const passkeys: PasskeyAssertion[] = [
    ...(known.passkeys ?? []),
    ...(given.passkeys ?? []).filter(({ signer }) => added.has(signer)),
  ].sort((a, b) => a.signer - b.signer);
  return { body: known.body, signatures, ...(passkeys.length === 0 ? {} : { passkeys }) };
}

function take({ shares }: PendingEnvelopes, member: string, { count, bytes }: Share): void {
  const share = shares.get(member) ?? { count: 0, bytes: 0 };
  const left = { count: share.count + count, bytes: share.bytes + bytes };
  if (left.count === 0) shares.delete(member);
  else shares.set(member, left);
}

export function removePending(pending: PendingEnvelopes, id: Uint8Array): void {
  const known = pendingEnvelope(pending, id);
  if (known === undefined) return;
  pending.byId.delete(hexEncode(id));
  take(pending, known.member, { count: -1, bytes: -known.byteLength });
}

/** After the others: whose turn it was waits until all of them had theirs. */
export function moveToEnd({ byId }: PendingEnvelopes, id: Uint8Array): void {
  const name = hexEncode(id);
  const known = byId.get(name);
  if (known === undefined) return;
  byId.delete(name);
  byId.set(name, known);
}

/** Drops what can no longer execute: `validUntil` is before the newest block time. */
export function expirePending(pending: PendingEnvelopes, blockTimeMs: number): void {
  for (const { id, body } of [...pending.byId.values()])
    if (body.validUntil < blockTimeMs) removePending(pending, id);
}

/** Those that wait for a signature of a DID, in the order of their ids, from the one after `after`. */
export function waitingFor(
  { byId }: PendingEnvelopes,
  did: string,
  after: Uint8Array | undefined,
): PendingEnvelope[] {
  const begin = after === undefined ? "" : hexEncode(after);
  return [...byId]
    .filter(([id, entry]) => id > begin && lacks(entry, did))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, entry]) => entry);
}

function lacks({ body, envelope }: PendingEnvelope, did: string): boolean {
  return body.signers.some((signer, index) => {
    const signature = signer.did === did ? envelope.signatures[index] : undefined;
    return signature !== undefined && isMissing(signature);
  });
}

/** Those that lack nothing: the mempool had no room for them yet. */
export function completeEnvelopes({ byId }: PendingEnvelopes): PendingEnvelope[] {
  return [...byId.values()].filter(({ envelope }) => missingIn(envelope).length === 0);
}
