// Transactions that wait for a block. Deterministic: time comes as an argument, so that the
// simulator runs this same code. Entries are admitted only after their signatures were checked.
import { byteKey } from "@cartorio/crypto";
import type { DecodedEnvelope, ErrorCode } from "@cartorio/protocol";

/** Bounds of the mempool; a transaction over one is refused with the code named here. */
export interface MempoolLimits {
  /** Sum of envelope bytes: MEMPOOL_FULL. */
  readonly maxBytes: number;
  /** Number of transactions: MEMPOOL_FULL. */
  readonly maxTransactions: number;
  /** Number of transactions that one payer may have waiting: SENDER_LIMIT. */
  readonly maxPerPayer: number;
}

/** 32 MiB and 20,000 transactions hold several full blocks; half of it for one payer keeps room for the others. */
export const defaultMempoolLimits: MempoolLimits = {
  maxBytes: 32 << 20,
  maxTransactions: 20_000,
  maxPerPayer: 10_000,
};

interface Entry {
  readonly decoded: DecodedEnvelope;
  /** Height of the proposal that names it, while that height is not executed. */
  reservedBy: number | undefined;
}

/** Owned by one node; changed only by the functions of this file. */
export interface Mempool {
  readonly limits: MempoolLimits;
  readonly byHash: Map<string, Entry>;
  readonly hashById: Map<string, string>;
  readonly perPayer: Map<string, number>;
  /** Height of a proposal in flight -> what it names, and back. */
  readonly reserved: Map<number, readonly string[]>;
  readonly reservedHeight: Map<string, number>;
  bytes: number;
  /** Entries that no proposal in flight names. */
  free: number;
}

export function createMempool(limits: MempoolLimits = defaultMempoolLimits): Mempool {
  return {
    limits,
    byHash: new Map(),
    hashById: new Map(),
    perPayer: new Map(),
    reserved: new Map(),
    reservedHeight: new Map(),
    bytes: 0,
    free: 0,
  };
}

/** Whether there is room, asked before the signatures are checked. */
export function mempoolRoom(mempool: Mempool, decoded: DecodedEnvelope): ErrorCode | undefined {
  const { limits } = mempool;
  if (mempool.byHash.size >= limits.maxTransactions) return "MEMPOOL_FULL";
  if (mempool.bytes + decoded.bytes.byteLength > limits.maxBytes) return "MEMPOOL_FULL";
  if ((mempool.perPayer.get(decoded.payer) ?? 0) >= limits.maxPerPayer) return "SENDER_LIMIT";
  return undefined;
}

/** Adds a checked envelope; the first envelope of a transaction id stays, another one of the same id is DUPLICATE_TRANSACTION. */
export function addToMempool(mempool: Mempool, decoded: DecodedEnvelope): ErrorCode | undefined {
  const hash = byteKey(decoded.hash);
  const id = byteKey(decoded.id);
  if (mempool.hashById.has(id)) return "DUPLICATE_TRANSACTION";
  const refusal = mempoolRoom(mempool, decoded);
  if (refusal !== undefined) return refusal;
  const reservedBy = mempool.reservedHeight.get(hash);
  mempool.byHash.set(hash, { decoded, reservedBy });
  mempool.hashById.set(id, hash);
  mempool.perPayer.set(decoded.payer, (mempool.perPayer.get(decoded.payer) ?? 0) + 1);
  mempool.bytes += decoded.bytes.byteLength;
  if (reservedBy === undefined) mempool.free += 1;
  return undefined;
}

export interface MempoolStatus extends MempoolLimits {
  readonly transactions: number;
  /** Of them those that a proposal in flight names. */
  readonly inFlight: number;
  readonly bytes: number;
  readonly payers: number;
}

export function mempoolStatus({ limits, byHash, free, bytes, perPayer }: Mempool): MempoolStatus {
  const transactions = byHash.size;
  return { ...limits, transactions, inFlight: transactions - free, bytes, payers: perPayer.size };
}

export function mempoolEnvelope(mempool: Mempool, hash: Uint8Array): DecodedEnvelope | undefined {
  return mempool.byHash.get(byteKey(hash))?.decoded;
}

export function mempoolTransaction(mempool: Mempool, id: Uint8Array): DecodedEnvelope | undefined {
  const hash = mempool.hashById.get(byteKey(id));
  return hash === undefined ? undefined : mempool.byHash.get(hash)?.decoded;
}

/** Whether it waits under this id, and no proposal in flight names it. */
export function isFree(mempool: Mempool, { id }: DecodedEnvelope): boolean {
  const hash = mempool.hashById.get(byteKey(id));
  const entry = hash === undefined ? undefined : mempool.byHash.get(hash);
  return entry !== undefined && entry.reservedBy === undefined;
}

/** The proposal in flight at a height names these envelopes: they are not chosen again until it is executed. */
export function reserve(mempool: Mempool, height: number, hashes: readonly Uint8Array[]): void {
  release(mempool, height);
  const keys = hashes.map(byteKey);
  mempool.reserved.set(height, keys);
  for (const key of keys) {
    if (mempool.reservedHeight.has(key)) continue;
    mempool.reservedHeight.set(key, height);
    const entry = mempool.byHash.get(key);
    if (entry === undefined) continue;
    entry.reservedBy = height;
    mempool.free -= 1;
  }
}

/** The height was executed or another proposal took its place: what it named and did not execute may be chosen again. */
export function release(mempool: Mempool, height: number): void {
  for (const key of mempool.reserved.get(height) ?? []) {
    if (mempool.reservedHeight.get(key) === height) mempool.reservedHeight.delete(key);
    const entry = mempool.byHash.get(key);
    if (entry === undefined || entry.reservedBy !== height) continue;
    entry.reservedBy = undefined;
    mempool.free += 1;
  }
  mempool.reserved.delete(height);
}

/** Executed, under this envelope or another one of the same id. */
export function removeTransactions(mempool: Mempool, ids: readonly Uint8Array[]): void {
  for (const id of ids) {
    const hash = mempool.hashById.get(byteKey(id));
    if (hash !== undefined) removeEntry(mempool, hash);
  }
}

function removeEntry(mempool: Mempool, hash: string): void {
  const entry = mempool.byHash.get(hash);
  if (entry === undefined) return;
  const { decoded } = entry;
  mempool.byHash.delete(hash);
  mempool.hashById.delete(byteKey(decoded.id));
  mempool.bytes -= decoded.bytes.byteLength;
  if (entry.reservedBy === undefined) mempool.free -= 1;
  const left = (mempool.perPayer.get(decoded.payer) ?? 1) - 1;
  if (left === 0) mempool.perPayer.delete(decoded.payer);
  else mempool.perPayer.set(decoded.payer, left);
}

/** Drops what can no longer execute: `validUntil` is before the newest block time. */
export function expire(mempool: Mempool, blockTimeMs: number): readonly DecodedEnvelope[] {
  const expired: DecodedEnvelope[] = [];
  for (const [hash, entry] of mempool.byHash) {
    if (entry.decoded.body.validUntil >= blockTimeMs || entry.reservedBy !== undefined) continue;
    expired.push(entry.decoded);
    removeEntry(mempool, hash);
  }
  return expired;
}

/** What no proposal in flight names, in order of arrival. */
export function* waitingTransactions(mempool: Mempool): Generator<DecodedEnvelope> {
  for (const { decoded, reservedBy } of mempool.byHash.values())
    if (reservedBy === undefined) yield decoded;
}

/** Whether a free entry may still execute; an expired one waits only for the block time to pass it. */
export function hasAdmissible(mempool: Mempool, nowMs: number): boolean {
  for (const { body } of waitingTransactions(mempool)) if (body.validUntil >= nowMs) return true;
  return false;
}

/** Offers free entries in order of arrival until `offer` says that the block is full. */
export function selectTransactions(
  mempool: Mempool,
  offer: (decoded: DecodedEnvelope) => "added" | "skipped" | "full",
): { readonly chosen: readonly Uint8Array[]; readonly full: boolean } {
  const chosen: Uint8Array[] = [];
  for (const { decoded, reservedBy } of mempool.byHash.values()) {
    if (reservedBy !== undefined) continue;
    const answer = offer(decoded);
    if (answer === "full") return { chosen, full: true };
    if (answer === "added") chosen.push(decoded.hash);
  }
  return { chosen, full: false };
}
