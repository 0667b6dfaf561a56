import type { cartorio } from "../generated/wire.js";
import { didText, hash, time, uint } from "./checks.ts";
import { copied, int, str } from "./codec.ts";
import type { ExchangeOperation, ExchangeReceipts } from "./exchange-types.ts";
import type { OperationCodec, OperationCodecs } from "./operation-codec.ts";

const exchangeReceipts: OperationCodec<cartorio.ExchangeReceipts.$Properties, ExchangeReceipts> = {
  number: 60,
  toWire: (value) => value,
  fromWire: (wire) => ({
    party: str(wire.party),
    expectedSequence: int(wire.expectedSequence),
    root: copied(wire.root),
    from: int(wire.from),
    to: int(wire.to),
  }),
  check: (value) =>
    didText(value.party, "party") ??
    uint(value.expectedSequence, "expectedSequence") ??
    hash(value.root, "root") ??
    time(value.from, "from") ??
    time(value.to, "to"),
};

/** Operations of the registry by kind; operation-table.ts puts all registries together. */
export const exchangeOperationCodecs: OperationCodecs<ExchangeOperation["kind"]> = {
  exchangeReceipts,
};
