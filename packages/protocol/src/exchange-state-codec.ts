import { cartorio } from "../generated/wire.js";
import { hash, time, uint } from "./checks.ts";
import { copied, decodeObject, encodeObject, FORMAT, int, type ObjectCodec } from "./codec.ts";
import type { Decoded } from "./errors.ts";
import type { ExchangeHeadRecord, ExchangeReceiptsRecord } from "./exchange-types.ts";
import { limits } from "./limits.ts";

const headCodec: ObjectCodec<cartorio.ExchangeHeadRecord.$Properties, ExchangeHeadRecord> = {
  name: "ExchangeHeadRecord",
  wire: cartorio.ExchangeHeadRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({
    count: int(wire.count),
  }),
  check: (value) => uint(value.count, "count"),
};

export function encodeExchangeHeadRecord(value: ExchangeHeadRecord): Uint8Array {
  return encodeObject(headCodec, value);
}
export function decodeExchangeHeadRecord(bytes: Uint8Array): Decoded<ExchangeHeadRecord> {
  return decodeObject(headCodec, bytes);
}

const receiptsCodec: ObjectCodec<
  cartorio.ExchangeReceiptsRecord.$Properties,
  ExchangeReceiptsRecord
> = {
  name: "ExchangeReceiptsRecord",
  wire: cartorio.ExchangeReceiptsRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({
    root: copied(wire.root),
    from: int(wire.from),
    to: int(wire.to),
    time: int(wire.time),
    height: int(wire.height),
  }),
  check: (value) =>
    hash(value.root, "root") ??
    time(value.from, "from") ??
    time(value.to, "to") ??
    time(value.time, "time") ??
    uint(value.height, "height"),
};

export function encodeExchangeReceiptsRecord(value: ExchangeReceiptsRecord): Uint8Array {
  return encodeObject(receiptsCodec, value);
}
export function decodeExchangeReceiptsRecord(bytes: Uint8Array): Decoded<ExchangeReceiptsRecord> {
  return decodeObject(receiptsCodec, bytes);
}
