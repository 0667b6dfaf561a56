import { damagedFile } from "./errors.ts";
import { uint32At } from "./leveldb-bytes.ts";
import { crc32c, finishCrc, maskCrc, updateCrc } from "./leveldb-crc.ts";

/** Blocks of a log file; a record header never crosses one (LevelDB doc/log_format). */
const BLOCK_BYTES = 32_768;
/** masked CRC-32C(4) of type and payload, length(2), type(1). */
const HEADER_BYTES = 7;
const fragment = { full: 1, first: 2, middle: 3, last: 4 } as const;

/** A whole record and the byte at which it starts. */
export interface LogRecord {
  readonly offset: number;
  readonly bytes: Uint8Array;
}
/** The end of a log that a crash cut off: never acknowledged, ignored by LevelDB. */
export interface TornTail {
  readonly offset: number;
  readonly bytes: number;
}
export interface LogContent {
  readonly records: readonly LogRecord[];
  readonly torn: TornTail | undefined;
}

interface Fragment {
  readonly type: number;
  readonly payload: Uint8Array;
  readonly next: number;
}

/**
 * Reads a log file (write-ahead log or MANIFEST) and checks every byte of it. LevelDB itself skips
 * damaged records without a word. A record that the end of the file cuts off is a torn write; any
 * other mismatch throws DATABASE_CORRUPT with file and offset.
 */
export function readLog(path: string, file: Uint8Array): LogContent {
  const records: LogRecord[] = [];
  let parts: Uint8Array[] = [];
  let start = 0;
  let at = 0;
  const torn = (): LogContent => ({
    records,
    torn: start < file.length ? { offset: start, bytes: file.length - start } : undefined,
  });
  while (at < file.length) {
    const blockLeft = BLOCK_BYTES - (at % BLOCK_BYTES);
    if (blockLeft < HEADER_BYTES) {
      assertPadding(path, file, { from: at, to: Math.min(at + blockLeft, file.length) });
      at += blockLeft;
      if (parts.length === 0) start = Math.min(at, file.length);
      continue;
    }
    const read = readFragment(path, file, at);
    if (read === undefined) return torn();
    const opens = read.type === fragment.full || read.type === fragment.first;
    if (opens !== (parts.length === 0)) {
      throw damagedFile(path, at, "a record has no beginning or no end");
    }
    parts.push(read.payload);
    at = read.next;
    if (read.type === fragment.full || read.type === fragment.last) {
      records.push({ offset: start, bytes: joined(parts) });
      parts = [];
      start = at;
    }
  }
  return torn();
}

/** The fragment at an offset; undefined if the end of the file cuts it off. */
function readFragment(path: string, file: Uint8Array, at: number): Fragment | undefined {
  const left = file.length - at;
  if (isZero(file, { from: at, to: file.length })) return undefined;
  if (left < HEADER_BYTES) return undefined;
  const stored = uint32At(file, at);
  const length = (file[at + 4] as number) | ((file[at + 5] as number) << 8);
  const type = file[at + 6] as number;
  const payloadAt = at + HEADER_BYTES;
  if (payloadAt + length > at - (at % BLOCK_BYTES) + BLOCK_BYTES) {
    throw damagedFile(path, at + 4, "a record is longer than its block");
  }
  if (payloadAt + length > file.length) {
    // A flipped bit in the length looks like a torn write and would silently drop a record that
    // was acknowledged. Then the checksum still fits a shorter payload.
    if (fitsShorter(file, at, stored)) {
      throw damagedFile(path, at + 4, "the length of a record was altered");
    }
    return undefined;
  }
  const covered = { from: payloadAt - 1, to: payloadAt + length };
  if (maskCrc(crc32c(file, covered)) !== stored) {
    throw damagedFile(path, at, "a record does not match its checksum");
  }
  if (type < fragment.full || type > fragment.last) {
    throw damagedFile(path, at + 6, `a record has the unknown type ${type}`);
  }
  const next = payloadAt + length;
  return { type, payload: file.subarray(payloadAt, next), next };
}

function fitsShorter(file: Uint8Array, at: number, stored: number): boolean {
  const typeAt = at + HEADER_BYTES - 1;
  let register = updateCrc(0xffffffff, file, { from: typeAt, to: typeAt + 1 });
  for (let end = typeAt + 1; end <= file.length; end += 1) {
    if (maskCrc(finishCrc(register)) === stored) return true;
    if (end < file.length) register = updateCrc(register, file, { from: end, to: end + 1 });
  }
  return false;
}

function assertPadding(path: string, file: Uint8Array, range: { from: number; to: number }): void {
  if (!isZero(file, range)) throw damagedFile(path, range.from, "the end of a block is not zero");
}

function isZero(file: Uint8Array, range: { from: number; to: number }): boolean {
  for (let index = range.from; index < range.to; index += 1) {
    if (file[index] !== 0) return false;
  }
  return true;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
}
