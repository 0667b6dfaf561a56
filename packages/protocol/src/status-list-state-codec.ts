import { cartorio } from "../generated/wire.js";
import { didText, exactly, hash, type Problem, time, uint, uint32 } from "./checks.ts";
import { copied, decodeObject, encodeObject, FORMAT, int, type ObjectCodec, str } from "./codec.ts";
import type { Decoded } from "./errors.ts";
import { limits } from "./limits.ts";
import type {
  StatusChunkHeadRecord,
  StatusChunkRecord,
  StatusListHeadRecord,
  StatusListRecord,
  StatusListsHeadRecord,
  StatusListVersionRecord,
} from "./status-list-types.ts";

const listsHeadCodec: ObjectCodec<
  cartorio.StatusListsHeadRecord.$Properties,
  StatusListsHeadRecord
> = {
  name: "StatusListsHeadRecord",
  wire: cartorio.StatusListsHeadRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({
    count: int(wire.count),
  }),
  check: (value) => uint(value.count, "count"),
};

export function encodeStatusListsHeadRecord(value: StatusListsHeadRecord): Uint8Array {
  return encodeObject(listsHeadCodec, value);
}
export function decodeStatusListsHeadRecord(bytes: Uint8Array): Decoded<StatusListsHeadRecord> {
  return decodeObject(listsHeadCodec, bytes);
}

const listCodec: ObjectCodec<cartorio.StatusListRecord.$Properties, StatusListRecord> = {
  name: "StatusListRecord",
  wire: cartorio.StatusListRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({
    publisher: str(wire.publisher),
    purpose: int(wire.purpose),
    length: int(wire.length),
    time: int(wire.time),
    height: int(wire.height),
  }),
  check: (value) =>
    didText(value.publisher, "publisher") ??
    uint32(value.purpose, "purpose") ??
    uint(value.length, "length") ??
    time(value.time, "time") ??
    uint(value.height, "height"),
};

export function encodeStatusListRecord(value: StatusListRecord): Uint8Array {
  return encodeObject(listCodec, value);
}
export function decodeStatusListRecord(bytes: Uint8Array): Decoded<StatusListRecord> {
  return decodeObject(listCodec, bytes);
}

const headCodec: ObjectCodec<cartorio.StatusListHeadRecord.$Properties, StatusListHeadRecord> = {
  name: "StatusListHeadRecord",
  wire: cartorio.StatusListHeadRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({
    sequence: int(wire.sequence),
    chunkHashes: copied(wire.chunkHashes),
  }),
  check: (value) => uint(value.sequence, "sequence") ?? checkChunkHashes(value.chunkHashes),
};

export function encodeStatusListHeadRecord(value: StatusListHeadRecord): Uint8Array {
  return encodeObject(headCodec, value);
}
export function decodeStatusListHeadRecord(bytes: Uint8Array): Decoded<StatusListHeadRecord> {
  return decodeObject(headCodec, bytes);
}

/** Whole hashes, as many as the longest list has chunks. */
function checkChunkHashes(value: Uint8Array): Problem {
  const most = (limits.maxStatusListBits / limits.statusChunkBits) * limits.hashBytes;
  const fits =
    value instanceof Uint8Array && value.length % limits.hashBytes === 0 && value.length <= most;
  return fits ? undefined : "chunkHashes";
}

const versionCodec: ObjectCodec<
  cartorio.StatusListVersionRecord.$Properties,
  StatusListVersionRecord
> = {
  name: "StatusListVersionRecord",
  wire: cartorio.StatusListVersionRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({
    time: int(wire.time),
    height: int(wire.height),
    root: copied(wire.root),
  }),
  check: (value) =>
    time(value.time, "time") ?? uint(value.height, "height") ?? hash(value.root, "root"),
};

export function encodeStatusListVersionRecord(value: StatusListVersionRecord): Uint8Array {
  return encodeObject(versionCodec, value);
}
export function decodeStatusListVersionRecord(bytes: Uint8Array): Decoded<StatusListVersionRecord> {
  return decodeObject(versionCodec, bytes);
}

const chunkHeadCodec: ObjectCodec<
  cartorio.StatusChunkHeadRecord.$Properties,
  StatusChunkHeadRecord
> = {
  name: "StatusChunkHeadRecord",
  wire: cartorio.StatusChunkHeadRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({
    sequence: int(wire.sequence),
  }),
  check: (value) => uint(value.sequence, "sequence"),
};

export function encodeStatusChunkHeadRecord(value: StatusChunkHeadRecord): Uint8Array {
  return encodeObject(chunkHeadCodec, value);
}
export function decodeStatusChunkHeadRecord(bytes: Uint8Array): Decoded<StatusChunkHeadRecord> {
  return decodeObject(chunkHeadCodec, bytes);
}

const chunkCodec: ObjectCodec<cartorio.StatusChunkRecord.$Properties, StatusChunkRecord> = {
  name: "StatusChunkRecord",
  wire: cartorio.StatusChunkRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({
    body: copied(wire.body),
    previousSequence: int(wire.previousSequence),
  }),
  check: (value) =>
    exactly(value.body, limits.statusChunkBytes, "body") ??
    uint(value.previousSequence, "previousSequence"),
};

export function encodeStatusChunkRecord(value: StatusChunkRecord): Uint8Array {
  return encodeObject(chunkCodec, value);
}
export function decodeStatusChunkRecord(bytes: Uint8Array): Decoded<StatusChunkRecord> {
  return decodeObject(chunkCodec, bytes);
}
