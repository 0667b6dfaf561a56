import {
  limits,
  type StatusBitPlace,
  type StatusListRecord,
  stateKeys,
  statusChunkHeadRecord,
  statusChunkRecord,
  statusListHeadRecord,
  statusListRecord,
  statusListVersionRecord,
} from "@cartorio/protocol";
import { givenValue } from "./given-value.ts";
import type { MethodContext } from "./method.ts";
import type { ApiResult, ReadHeight } from "./node-api.ts";

/** A status list at one of its sequences, at one height of the chain. */
export interface ListAt {
  readonly owner: string;
  readonly list: number;
  readonly record: StatusListRecord;
  readonly sequence: number;
  readonly latestSequence: number;
  /** Block time since which the list is as it is at the sequence. */
  readonly since: number;
  readonly height: number;
  /** Block time of the height. */
  readonly time: number;
}

/** A chunk that changes at every sequence is followed back so far; beyond, the answer is TOO_LARGE. */
const MAX_CHANGES = 4096;
/** A step back asks the node, and nobody knows how many there will be: each costs what so many reads do. */
const recordsPerUnit = 8;

/**
 * The sequence of a list at a time, default now. NOT_FOUND: no such list, or the time is before it was
 * created. INVALID_OPTIONS: the time is after the certified one; the latest list says nothing about it.
 */
export async function findList(
  { api }: MethodContext,
  { owner, list, time }: { readonly owner: string; readonly list: number; readonly time?: number },
  options: ReadHeight,
): Promise<ApiResult<ListAt>> {
  const keys = [stateKeys.statusList(owner, list), stateKeys.statusListHead(owner, list)];
  const first = await api.records(keys, options);
  if (!first.ok) return first;
  const { height, time: certifiedTime, records } = first.value;
  const record = givenValue(records[0], statusListRecord);
  const head = givenValue(records[1], statusListHeadRecord);
  if (record === undefined || head === undefined) return { ok: false, code: "NOT_FOUND" };
  const at = time ?? certifiedTime;
  if (at > certifiedTime) {
    return { ok: false, code: "INVALID_OPTIONS", data: { certifiedTime } };
  }
  if (at < record.time) return { ok: false, code: "NOT_FOUND", data: { created: record.time } };
  const timeOf = async (sequence: number): Promise<ApiResult<number>> => {
    const key = stateKeys.statusListVersion(owner, list, sequence);
    const read = await api.records([key], { atHeight: height });
    if (!read.ok) return read;
    const version = givenValue(read.value.records[0], statusListVersionRecord);
    if (version === undefined) throw new Error("INV-GATEWAY-STATUS: a list misses a version");
    return { ok: true, value: version.time };
  };
  const found = await lastNotAfter(timeOf, { latest: head.sequence, at });
  if (!found.ok) return found;
  const { sequence, since } = found.value;
  const latestSequence = head.sequence;
  const place = { owner, list, record, sequence, latestSequence, since };
  return { ok: true, value: { ...place, height, time: certifiedTime } };
}

/** The highest of 0..latest whose time is not after `at`; that of 0 is not. Times ascend. */
async function lastNotAfter(
  timeOf: (sequence: number) => Promise<ApiResult<number>>,
  { latest, at }: { readonly latest: number; readonly at: number },
): Promise<ApiResult<{ readonly sequence: number; readonly since: number }>> {
  let [low, high] = [0, latest];
  while (low < high) {
    const middle = Math.floor((low + high + 1) / 2);
    const time = await timeOf(middle);
    if (!time.ok) return time;
    if (time.value <= at) low = middle;
    else high = middle - 1;
  }
  const since = await timeOf(low);
  return since.ok ? { ok: true, value: { sequence: low, since: since.value } } : since;
}

/** A chunk as it was: the sequence that had last changed it (0: none), and the one that changed it next. */
export interface ChunkAt {
  readonly chunk: number;
  readonly sequence: number;
  readonly next: number;
  readonly body: Uint8Array;
}

interface Search {
  readonly chunk: number;
  sequence: number;
  next: number;
  body: Uint8Array | undefined;
}

/**
 * The chunks of a list as they were at the sequence: each is followed back from its newest body. Codes:
 * TOO_LARGE if one changed too often since, RATE_LIMITED if the caller's share ends on the way, TIMEOUT if its
 * time does, and those of the node.
 */
export async function readChunks(
  context: MethodContext,
  at: ListAt,
  chunks: readonly number[],
): Promise<ApiResult<ChunkAt[]>> {
  const { owner, list } = at;
  const headKeys = chunks.map((chunk) => stateKeys.statusChunkHead(owner, [list, chunk]));
  const heads = await readAll(context, headKeys, at.height);
  if (!heads.ok) return heads;
  const searches = chunks.map((chunk, index): Search => {
    const head = givenValue(heads.value[index], statusChunkHeadRecord);
    return { chunk, sequence: head?.sequence ?? 0, next: 0, body: undefined };
  });
  for (let step = 0; step <= MAX_CHANGES; step += 1) {
    const open = searches.filter(({ sequence, body }) => body === undefined && sequence > 0);
    if (open.length === 0) return { ok: true, value: searches.map(finished) };
    // The first step is what the call itself costs.
    const cost = step === 0 ? 0 : Math.ceil(open.length / recordsPerUnit);
    const retryAfterMs = context.spend?.(cost) ?? 0;
    if (retryAfterMs > 0) return { ok: false, code: "RATE_LIMITED", data: { retryAfterMs } };
    if (context.isLate?.() === true) return { ok: false, code: "TIMEOUT" };
    const keys = open.map(({ chunk, sequence }) =>
      stateKeys.statusChunk(owner, [list, chunk, sequence]),
    );
    const read = await readAll(context, keys, at.height);
    if (!read.ok) return read;
    for (const [index, search] of open.entries()) stepBack(search, at, read.value[index]);
  }
  return { ok: false, code: "TOO_LARGE", data: { changes: MAX_CHANGES } };
}

/** Takes the body, or goes on to the one before it if it is newer than the sequence. */
function stepBack(search: Search, at: ListAt, bytes: Uint8Array | undefined): void {
  const record = givenValue(bytes, statusChunkRecord);
  if (record === undefined) throw new Error("INV-GATEWAY-STATUS: a chunk misses its body");
  if (search.sequence <= at.sequence) {
    search.body = record.body;
    return;
  }
  search.next = search.sequence;
  search.sequence = record.previousSequence;
}

function finished({ chunk, sequence, next, body }: Search): ChunkAt {
  return { chunk, sequence, next, body: body ?? new Uint8Array(limits.statusChunkBytes) };
}

async function readAll(
  { api }: MethodContext,
  keys: readonly Uint8Array[],
  height: number,
): Promise<ApiResult<(Uint8Array | undefined)[]>> {
  const records: (Uint8Array | undefined)[] = [];
  for (let from = 0; from < keys.length; from += limits.maxProofKeys) {
    const some = keys.slice(from, from + limits.maxProofKeys);
    const read = await api.records(some, { atHeight: height });
    if (!read.ok) return read;
    records.push(...read.value.records);
  }
  return { ok: true, value: records };
}

/** The place of a bit for a proof of how it was. */
export function placeOf(at: ListAt, chunk: ChunkAt): StatusBitPlace {
  return {
    sequence: at.sequence,
    chunkSequence: chunk.sequence,
    nextChunkSequence: chunk.next,
  };
}
