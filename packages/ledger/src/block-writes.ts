import { recordHash, replayBucketRecord, stateKeys } from "@cartorio/protocol";
import { encodePage, type Page } from "./page.ts";
import type { ReplayWrite, StateWrites } from "./ports.ts";
import type { ReplayBlock } from "./replay.ts";
import { type BlockState, writeRecord } from "./state.ts";
import { type TreeChange, type TreeUpdate, updateTree } from "./tree-update.ts";

export interface FinishedState {
  readonly writes: StateWrites;
  readonly update: TreeUpdate;
}

/** Turns what a block changed into the new tree and the writes for storage. */
export function finishState(
  block: BlockState,
  parent: { readonly page: Page; readonly height: number } | undefined,
  replay: { readonly block: ReplayBlock; readonly expired: readonly number[] },
): FinishedState {
  const remembered: ReplayWrite[] = [];
  for (const [bucket, { bucket: record, ids }] of replay.block.added) {
    writeRecord(block, stateKeys.replayBucket(bucket), replayBucketRecord.encode(record));
    remembered.push({ bucket, ids });
  }
  const records = [...block.writes.values()];
  const changes: TreeChange[] = [
    ...records.map(({ key, bytes }) => ({ key, recordHash: recordHash(bytes) })),
    ...replay.expired.map((bucket) => ({
      key: stateKeys.replayBucket(bucket),
      recordHash: undefined,
    })),
  ];
  const update = updateTree(block.base.tree, parent, { height: block.height, changes });
  const writes: StateWrites = {
    pages: update.pages.map(({ path, page }) => ({ path, bytes: encodePage(page) })),
    records,
    stalePages: update.stalePages,
    staleRecords: update.staleRecords,
    replay: remembered,
    expiredBuckets: replay.expired,
  };
  return { writes, update };
}
