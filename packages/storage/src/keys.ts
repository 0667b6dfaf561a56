// Every key of both databases: one prefix byte, then fixed parts. Heights, buckets and sequence
// numbers are six bytes, big-endian, so that keys sort by number.

/** Bytes of a height, bucket or sequence number in a key; 2^48 - 1 is the largest. */
export const NUMBER_BYTES = 6;
const MAX_NUMBER = 2 ** 48 - 1;
const HASH_BYTES = 32;
const MAX_PATH_NIBBLES = 64;

const prefixes = {
  identity: 0x00,
  head: 0x01,
  newestCertificate: 0x02,
  block: 0x10,
  header: 0x11,
  heightByHash: 0x12,
  transaction: 0x13,
  certificate: 0x14,
  page: 0x20,
  record: 0x21,
  replay: 0x22,
  stale: 0x23,
  journalHead: 0x30,
  journalFrame: 0x31,
  journalGap: 0x32,
} as const;

/** Writes a number as six big-endian bytes. Throws RangeError beyond 2^48 - 1. */
export function writeNumber(target: Uint8Array, offset: number, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0 || value > MAX_NUMBER) {
    throw new RangeError(`a height, bucket or sequence is out of range: ${value}`);
  }
  const high = Math.floor(value / 0x1_0000_0000);
  target[offset] = high >>> 8;
  target[offset + 1] = high & 0xff;
  target[offset + 2] = (value >>> 24) & 0xff;
  target[offset + 3] = (value >>> 16) & 0xff;
  target[offset + 4] = (value >>> 8) & 0xff;
  target[offset + 5] = value & 0xff;
}

/** Reads six big-endian bytes. */
export function readNumber(source: Uint8Array, offset: number): number {
  let value = 0;
  for (let index = offset; index < offset + NUMBER_BYTES; index += 1) {
    value = value * 256 + (source[index] ?? 0);
  }
  return value;
}

/** Six big-endian bytes of a number. */
export function numberBytes(value: number): Uint8Array {
  const bytes = new Uint8Array(NUMBER_BYTES);
  writeNumber(bytes, 0, value);
  return bytes;
}

function plain(prefix: number): Uint8Array {
  return Uint8Array.of(prefix);
}
function numbered(prefix: number, value: number): Uint8Array {
  const key = new Uint8Array(1 + NUMBER_BYTES);
  key[0] = prefix;
  writeNumber(key, 1, value);
  return key;
}
function hashed(prefix: number, hash: Uint8Array): Uint8Array {
  assertHash(hash);
  const key = new Uint8Array(1 + HASH_BYTES);
  key[0] = prefix;
  key.set(hash, 1);
  return key;
}
function versioned(prefix: number, part: Uint8Array, height: number): Uint8Array {
  const key = new Uint8Array(1 + part.length + NUMBER_BYTES);
  key[0] = prefix;
  key.set(part, 1);
  writeNumber(key, 1 + part.length, height);
  return key;
}
function assertHash(hash: Uint8Array): void {
  if (hash.length !== HASH_BYTES) throw new RangeError(`a key needs 32 bytes, not ${hash.length}`);
}

export const keys = {
  /** JSON of the identity: kind, schema version, chain id, network. */
  identity: (): Uint8Array => plain(prefixes.identity),
  /** height(6) || header hash(32) || oldest readable state height(6). */
  head: (): Uint8Array => plain(prefixes.head),
  /** height(6) of the newest certificate. */
  newestCertificate: (): Uint8Array => plain(prefixes.newestCertificate),
  /** Proposal, envelopes and receipts: see block-value.ts. */
  block: (height: number): Uint8Array => numbered(prefixes.block, height),
  /** header hash(32) || encoded Header. */
  header: (height: number): Uint8Array => numbered(prefixes.header, height),
  /** height(6). */
  heightByHash: (headerHash: Uint8Array): Uint8Array => hashed(prefixes.heightByHash, headerHash),
  /** height(6) || index(6) of the first execution. */
  transaction: (id: Uint8Array): Uint8Array => hashed(prefixes.transaction, id),
  /** Encoded FinalityCertificate. */
  certificate: (height: number): Uint8Array => numbered(prefixes.certificate, height),
  /** Page bytes. The height has fixed length, so paths of different length cannot collide. */
  page: (path: Uint8Array, height: number): Uint8Array => {
    if (path.length > MAX_PATH_NIBBLES) throw new RangeError("a page path has at most 64 nibbles");
    return versioned(prefixes.page, path, height);
  },
  /** Record bytes. */
  record: (key: Uint8Array, height: number): Uint8Array => {
    assertHash(key);
    return versioned(prefixes.record, key, height);
  },
  /** Transaction ids (32 bytes each) that the block of `height` remembered in `bucket`. */
  replay: (bucket: number, height: number): Uint8Array =>
    versioned(prefixes.replay, numberBytes(bucket), height),
  /** length(1) || key, one after another: what the block of `height` replaced. */
  stale: (height: number): Uint8Array => numbered(prefixes.stale, height),
  /** next sequence(6) || hash of the newest frame(32). */
  journalHead: (): Uint8Array => plain(prefixes.journalHead),
  /** Encoded JournalFrame. */
  journalFrame: (sequence: number): Uint8Array => numbered(prefixes.journalFrame, sequence),
  /** first dropped sequence(6): everything from it up to (not including) `sequence` was pruned. */
  journalGap: (sequence: number): Uint8Array => numbered(prefixes.journalGap, sequence),
};

/** All keys of one kind as a half-open range. */
export interface KeyRange {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
}

export const keyRanges: Readonly<
  Record<"all" | "replay" | "journalFrame" | "journalGap", KeyRange>
> = {
  all: { from: plain(0), to: plain(0xff) },
  replay: range(prefixes.replay),
  journalFrame: range(prefixes.journalFrame),
  journalGap: range(prefixes.journalGap),
};

function range(prefix: number): KeyRange {
  return { from: plain(prefix), to: plain(prefix + 1) };
}
