import { byteKey, equalBytes, taggedHash } from "@cartorio/crypto";
import { limits, tags } from "@cartorio/protocol";

/** Ids that expire within the same 10 seconds, as the state certifies them (docs/ledger.md 1). */
export interface ReplayBucket {
  readonly count: number;
  /** H(tag || ... H(tag || 32 zero bytes || first id) ... || last id), in execution order. */
  readonly runningHash: Uint8Array;
}

/** One bucket held in memory. */
export interface RememberedBucket extends ReplayBucket {
  readonly ids: Set<string>;
}

/** Replay memory: ids of transactions whose `validUntil` is not yet past, by bucket. */
export type ReplayMemory = Map<number, RememberedBucket>;

/** What one block adds. */
export interface ReplayBlock {
  readonly memory: ReplayMemory;
  readonly added: Map<number, { bucket: ReplayBucket; readonly ids: Uint8Array[] }>;
  readonly addedKeys: Set<string>;
}

export const emptyBucket: ReplayBucket = {
  count: 0,
  runningHash: new Uint8Array(limits.hashBytes),
};

export function bucketOf(validUntil: number): number {
  return Math.floor(validUntil / limits.replayBucketMs);
}

/** True if every `validUntil` of the bucket is before the block time. */
export function isBucketExpired(bucket: number, blockTime: number): boolean {
  return (bucket + 1) * limits.replayBucketMs <= blockTime;
}

export function extendBucket(bucket: ReplayBucket, id: Uint8Array): ReplayBucket {
  return {
    count: bucket.count + 1,
    runningHash: taggedHash(tags.replay, bucket.runningHash, id),
  };
}

export function startReplayBlock(memory: ReplayMemory): ReplayBlock {
  return { memory, added: new Map(), addedKeys: new Set() };
}

/** True if the id was remembered before, in this block or an earlier one. */
export function isRemembered(block: ReplayBlock, id: Uint8Array, validUntil: number): boolean {
  const key = byteKey(id);
  return isRememberedKey(block.memory, key, validUntil) || block.addedKeys.has(key);
}

/** True if a block before the next one remembered the id. */
export function isInMemory(memory: ReplayMemory, id: Uint8Array, validUntil: number): boolean {
  return isRememberedKey(memory, byteKey(id), validUntil);
}

function isRememberedKey(memory: ReplayMemory, key: string, validUntil: number): boolean {
  return memory.get(bucketOf(validUntil))?.ids.has(key) ?? false;
}

export function remember(block: ReplayBlock, id: Uint8Array, validUntil: number): void {
  const number = bucketOf(validUntil);
  const entry = block.added.get(number) ?? {
    bucket: block.memory.get(number) ?? emptyBucket,
    ids: [],
  };
  entry.bucket = extendBucket(entry.bucket, id);
  entry.ids.push(id);
  block.added.set(number, entry);
  block.addedKeys.add(byteKey(id));
}

/** Buckets of the memory that are past at this block time, ascending. */
export function expiredBuckets(memory: ReplayMemory, blockTime: number): number[] {
  return [...memory.keys()]
    .filter((bucket) => isBucketExpired(bucket, blockTime))
    .sort((left, right) => left - right);
}

/** Makes a block's additions and removals current. */
export function applyReplay(
  memory: ReplayMemory,
  added: ReplayBlock["added"],
  expired: readonly number[],
): void {
  for (const [number, { bucket, ids }] of added) {
    const all = memory.get(number)?.ids ?? new Set<string>();
    for (const id of ids) all.add(byteKey(id));
    memory.set(number, { count: bucket.count, runningHash: bucket.runningHash, ids: all });
  }
  for (const number of expired) memory.delete(number);
}

export function isSameBucket(left: ReplayBucket, right: ReplayBucket): boolean {
  return left.count === right.count && equalBytes(left.runningHash, right.runningHash);
}
