import { cartorio } from "../generated/wire.js";
import { hash, time, uint } from "./checks.ts";
import { copied, FORMAT, int, type RecordCodec, recordCodec } from "./codec.ts";
import { countRecord } from "./count-record.ts";
import type { ExchangeHeadRecord, ExchangeReceiptsRecord } from "./exchange-types.ts";

export const exchangeHeadRecord: RecordCodec<ExchangeHeadRecord> = countRecord(
  "ExchangeHeadRecord",
  cartorio.ExchangeHeadRecord,
);

export const exchangeReceiptsRecord: RecordCodec<ExchangeReceiptsRecord> = recordCodec<
  cartorio.ExchangeReceiptsRecord.$Properties,
  ExchangeReceiptsRecord
>({
  name: "ExchangeReceiptsRecord",
  wire: cartorio.ExchangeReceiptsRecord,
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
});
