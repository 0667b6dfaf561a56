import {
  limits,
  type StatusBitChange,
  stateKeys,
  statusChunkHeadRecord,
  statusChunkRecord,
} from "@cartorio/protocol";
import { decodedRecord, readRecord, type TransactionState, writeRecord } from "../state.ts";

/** Where a chunk of 2048 bits lies. */
export interface ChunkPlace {
  readonly owner: string;
  readonly list: number;
  readonly chunk: number;
}

/** A chunk as it is now: sequence 0 and all zero if it never changed. */
export interface ChunkState {
  readonly body: Uint8Array;
  readonly sequence: number;
  /** That changed it before; 0 = none. */
  readonly previousSequence: number;
}

export function readChunk(state: TransactionState, { owner, list, chunk }: ChunkPlace): ChunkState {
  const headBytes = readRecord(state, stateKeys.statusChunkHead(owner, [list, chunk]));
  if (headBytes === undefined) {
    return { body: new Uint8Array(limits.statusChunkBytes), sequence: 0, previousSequence: 0 };
  }
  const { sequence } = decodedRecord(statusChunkHeadRecord.decode(headBytes));
  const bytes = readRecord(state, stateKeys.statusChunk(owner, [list, chunk, sequence]));
  if (bytes === undefined) throw new Error("INV-STATE-STATUS: a chunk has a head without its body");
  return { ...decodedRecord(statusChunkRecord.decode(bytes)), sequence };
}

/** The body with the bits set; undefined if it stays as it is. Index 0 is the most significant bit. */
export function withChanges(
  body: Uint8Array,
  changes: readonly StatusBitChange[],
): Uint8Array | undefined {
  const changed = body.slice();
  for (const { index, value } of changes) {
    const bit = index % limits.statusChunkBits;
    const place = Math.floor(bit / 8);
    const mask = 0x80 >> (bit % 8);
    const byte = changed[place] ?? 0;
    changed[place] = value ? byte | mask : byte & ~mask;
  }
  return changed.every((byte, place) => byte === body[place]) ? undefined : changed;
}

/** What this block wrote under the sequence is replaced; the body before it stays for ever. */
export function writeChunk(
  state: TransactionState,
  { owner, list, chunk }: ChunkPlace,
  next: { readonly before: ChunkState; readonly body: Uint8Array; readonly sequence: number },
): void {
  const { before, body, sequence } = next;
  const previousSequence = before.sequence === sequence ? before.previousSequence : before.sequence;
  const record = statusChunkRecord.encode({ body, previousSequence });
  writeRecord(state, stateKeys.statusChunk(owner, [list, chunk, sequence]), record);
  const head = statusChunkHeadRecord.encode({ sequence });
  writeRecord(state, stateKeys.statusChunkHead(owner, [list, chunk]), head);
}
