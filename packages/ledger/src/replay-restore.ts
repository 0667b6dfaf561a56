import { byteKey } from "@cartorio/crypto";
import { limits, replayBucketRecord, stateKeys } from "@cartorio/protocol";
import { dayOf } from "./long-lived.ts";
import type { Page } from "./page.ts";
import {
  bucketOf,
  emptyBucket,
  extendBucket,
  isSameBucket,
  type RememberedBucket,
  type ReplayMemory,
} from "./replay.ts";
import { decodedRecord } from "./state.ts";
import { StateError } from "./state-error.ts";
import { findLeaf, findRecord, type TreeReader } from "./tree-reader.ts";

/** Ids that one block added to one bucket, in execution order. */
export interface ReplayList {
  readonly bucket: number;
  readonly height: number;
  readonly ids: readonly Uint8Array[];
}

export interface ReplayLists {
  /** By bucket and height, ascending. */
  readonly lists: readonly ReplayList[];
  /** Block time of the head. */
  readonly time: number;
  /** DIDs that may have paid for long-lived transactions. */
  readonly sponsors: readonly string[];
}

/**
 * Replay memory from stored lists. Each bucket must give the running hash that the state certifies,
 * and no bucket of the state may be missing: a forgotten id could be executed twice. Throws
 * StateError.
 */
export function restoreReplay(tree: TreeReader, root: Page, stored: ReplayLists): ReplayMemory {
  const memory: ReplayMemory = new Map();
  for (const list of stored.lists) extend(memory, list);
  for (const [number, bucket] of memory) {
    const bytes = findRecord(tree, root, stateKeys.replayBucket(number));
    const certified = bytes && decodedRecord(replayBucketRecord.decode(bytes));
    if (certified === undefined || !isSameBucket(certified, bucket)) {
      throw new StateError(`replay memory of bucket ${number} does not match the state`);
    }
  }
  const last = bucketOf(stored.time + reachMs(tree, root, stored));
  for (let number = bucketOf(stored.time); number <= last; number += 1) {
    if (memory.has(number)) continue;
    if (findLeaf(tree, root, stateKeys.replayBucket(number)) !== undefined) {
      throw new StateError(`replay memory of bucket ${number} is missing`);
    }
  }
  return memory;
}

function extend(memory: ReplayMemory, { bucket: number, ids }: ReplayList): void {
  const known = memory.get(number);
  const all = known?.ids ?? new Set<string>();
  let { count, runningHash } = known ?? emptyBucket;
  for (const id of ids) {
    ({ count, runningHash } = extendBucket({ count, runningHash }, id));
    all.add(byteKey(id));
  }
  const next: RememberedBucket = { count, runningHash, ids: all };
  memory.set(number, next);
}

/**
 * How far ahead a remembered `validUntil` may lie: the long window only if somebody has used it in
 * the last days, which its counters tell, so that an ordinary start looks at 61 buckets.
 */
function reachMs(tree: TreeReader, root: Page, { time, sponsors }: ReplayLists): number {
  const today = dayOf(time);
  const oldest = Math.max(0, dayOf(time - limits.longValidityWindowMs));
  for (const sponsor of sponsors) {
    for (let day = oldest; day <= today; day += 1) {
      if (findLeaf(tree, root, stateKeys.longLived(sponsor, day)) !== undefined) {
        return limits.longValidityWindowMs;
      }
    }
  }
  return limits.validityWindowMs;
}
