import { encodeBlockValue } from "./block-value.ts";
import { damagedValue } from "./errors.ts";
import { type Head, writeHead } from "./head.ts";
import type { KeyValueStore, KeyValueWrite } from "./key-value.ts";
import { keys, NUMBER_BYTES, numberBytes, writeNumber } from "./keys.ts";
import type { BlockCommit } from "./ports.ts";
import type { ReplayIndex } from "./replay-index.ts";
import { put, remove, requireValue } from "./sealed-store.ts";

/** Blocks whose replaced state one commit deletes at most, when the window was made smaller. */
const MAX_PRUNED_BLOCKS = 8;

export interface BatchContext {
  readonly store: KeyValueStore;
  readonly replay: ReplayIndex;
  /** Heights below the head whose state stays readable. */
  readonly stateWindow: number;
  readonly oldestStateHeight: number;
}
export interface BlockBatch {
  readonly head: Head;
  readonly writes: readonly KeyValueWrite[];
}

/**
 * All writes of one block: about two keys, one per transaction, one per page, record and replay
 * list. A put costs 2 to 4 us, so everything that is read together is kept under one key.
 */
export function blockBatch(context: BatchContext, commit: BlockCommit): BlockBatch {
  const { height, headerHash, header, proposal, envelopes, receipts } = commit;
  const pruned = pruneState(context, height);
  const head = { height, headerHash, oldestStateHeight: pruned.oldestStateHeight };
  const writes = [
    put(keys.block(height), encodeBlockValue({ proposal, envelopes, receipts })),
    put(keys.header(height), Buffer.concat([headerHash, header])),
    put(keys.heightByHash(headerHash), numberBytes(height)),
  ];
  addTransactions(writes, context.store, commit);
  addState(writes, commit);
  addReplay(writes, context.replay, commit);
  for (const key of pruned.keys) writes.push(remove(key));
  writes.push(writeHead(head));
  return { head, writes };
}

/**
 * The copy that settles an id keeps it: a later one is a no-op that hides nothing, and an earlier
 * one, whose block was not one for it (above the cap, for instance), does not hide it either.
 */
function addTransactions(
  writes: KeyValueWrite[],
  store: KeyValueStore,
  { height, transactionIds, settled }: BlockCommit,
): void {
  const places = new Map<string, { readonly key: Uint8Array; readonly index: number }>();
  for (const [index, id] of transactionIds.entries()) {
    const key = keys.transaction(id);
    const name = Buffer.from(id.buffer, id.byteOffset, id.length).toString("latin1");
    const isKept = settled[index] === true || (!places.has(name) && store.get(key) === undefined);
    if (isKept) places.set(name, { key, index });
  }
  for (const { key, index } of places.values()) {
    const value = new Uint8Array(2 * NUMBER_BYTES);
    writeNumber(value, 0, height);
    writeNumber(value, NUMBER_BYTES, index);
    writes.push(put(key, value));
  }
}

function addState(writes: KeyValueWrite[], { height, state }: BlockCommit): void {
  for (const { path, bytes } of state.pages) writes.push(put(keys.page(path, height), bytes));
  for (const { key, bytes } of state.records) writes.push(put(keys.record(key, height), bytes));
  const stale = [
    ...state.stalePages.map(({ path, height: written }) => keys.page(path, written)),
    ...state.staleRecords.map(({ key, height: written }) => keys.record(key, written)),
  ];
  if (stale.length > 0) writes.push(put(keys.stale(height), joinKeys(stale)));
}

function addReplay(
  writes: KeyValueWrite[],
  replay: ReplayIndex,
  { height, state }: BlockCommit,
): void {
  for (const { bucket, ids } of state.replay) {
    if (ids.length > 0) writes.push(put(keys.replay(bucket, height), Buffer.concat([...ids])));
  }
  for (const bucket of state.expiredBuckets) {
    for (const key of replay.keysOf(bucket)) writes.push(remove(key));
  }
}

/** What block s replaced is read by states below s only; deleting it makes s the oldest state. */
function pruneState(
  { store, stateWindow, oldestStateHeight }: BatchContext,
  height: number,
): { readonly keys: readonly Uint8Array[]; readonly oldestStateHeight: number } {
  const last = Math.min(height - stateWindow, oldestStateHeight + MAX_PRUNED_BLOCKS);
  const deleted: Uint8Array[] = [];
  for (let pruned = oldestStateHeight + 1; pruned <= last; pruned += 1) {
    const key = keys.stale(pruned);
    if (store.get(key) === undefined) continue;
    deleted.push(...splitKeys(key, requireValue(store, key, "a list of replaced state")), key);
  }
  return { keys: deleted, oldestStateHeight: Math.max(oldestStateHeight, last) };
}

/** length(1) || key for each. */
function joinKeys(list: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(list.reduce((sum, key) => sum + 1 + key.length, 0));
  let at = 0;
  for (const key of list) {
    joined[at] = key.length;
    joined.set(key, at + 1);
    at += 1 + key.length;
  }
  return joined;
}

function splitKeys(listKey: Uint8Array, joined: Uint8Array): readonly Uint8Array[] {
  const list: Uint8Array[] = [];
  let at = 0;
  while (at < joined.length) {
    const end = at + 1 + (joined[at] ?? 0);
    if (end > joined.length) throw damagedValue("a list of replaced state is cut off", listKey);
    list.push(joined.subarray(at + 1, end));
    at = end;
  }
  return list;
}
