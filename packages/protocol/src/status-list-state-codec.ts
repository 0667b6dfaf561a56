import { cartorio } from "../generated/wire.js";
import { didText, exactly, hash, type Problem, time, uint, uint32 } from "./checks.ts";
import { copied, FORMAT, int, type RecordCodec, recordCodec, str } from "./codec.ts";
import { countRecord } from "./count-record.ts";
import { limits } from "./limits.ts";
import type {
  StatusChunkHeadRecord,
  StatusChunkRecord,
  StatusListHeadRecord,
  StatusListRecord,
  StatusListsHeadRecord,
  StatusListVersionRecord,
} from "./status-list-types.ts";

export const statusListsHeadRecord: RecordCodec<StatusListsHeadRecord> = countRecord(
  "StatusListsHeadRecord",
  cartorio.StatusListsHeadRecord,
);

export const statusListRecord: RecordCodec<StatusListRecord> = recordCodec<
  cartorio.StatusListRecord.$Properties,
  StatusListRecord
>({
  name: "StatusListRecord",
  wire: cartorio.StatusListRecord,
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
});

export const statusListHeadRecord: RecordCodec<StatusListHeadRecord> = recordCodec<
  cartorio.StatusListHeadRecord.$Properties,
  StatusListHeadRecord
>({
  name: "StatusListHeadRecord",
  wire: cartorio.StatusListHeadRecord,
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({
    sequence: int(wire.sequence),
    chunkHashes: copied(wire.chunkHashes),
  }),
  check: (value) => uint(value.sequence, "sequence") ?? checkChunkHashes(value.chunkHashes),
});

/** Whole hashes, as many as the longest list has chunks. */
function checkChunkHashes(value: Uint8Array): Problem {
  const most = (limits.maxStatusListBits / limits.statusChunkBits) * limits.hashBytes;
  const fits =
    value instanceof Uint8Array && value.length % limits.hashBytes === 0 && value.length <= most;
  return fits ? undefined : "chunkHashes";
}

export const statusListVersionRecord: RecordCodec<StatusListVersionRecord> = recordCodec<
  cartorio.StatusListVersionRecord.$Properties,
  StatusListVersionRecord
>({
  name: "StatusListVersionRecord",
  wire: cartorio.StatusListVersionRecord,
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({
    time: int(wire.time),
    height: int(wire.height),
    root: copied(wire.root),
  }),
  check: (value) =>
    time(value.time, "time") ?? uint(value.height, "height") ?? hash(value.root, "root"),
});

export const statusChunkHeadRecord: RecordCodec<StatusChunkHeadRecord> = recordCodec<
  cartorio.StatusChunkHeadRecord.$Properties,
  StatusChunkHeadRecord
>({
  name: "StatusChunkHeadRecord",
  wire: cartorio.StatusChunkHeadRecord,
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({
    sequence: int(wire.sequence),
  }),
  check: (value) => uint(value.sequence, "sequence"),
});

export const statusChunkRecord: RecordCodec<StatusChunkRecord> = recordCodec<
  cartorio.StatusChunkRecord.$Properties,
  StatusChunkRecord
>({
  name: "StatusChunkRecord",
  wire: cartorio.StatusChunkRecord,
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({
    body: copied(wire.body),
    previousSequence: int(wire.previousSequence),
  }),
  check: (value) =>
    exactly(value.body, limits.statusChunkBytes, "body") ??
    uint(value.previousSequence, "previousSequence"),
});
