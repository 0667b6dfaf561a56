import type { cartorio } from "../generated/wire.js";
import { didText, each, flag, type Problem, text, uint, uint32 } from "./checks.ts";
import { int, str } from "./codec.ts";
import { limits } from "./limits.ts";
import type { OperationCodec, OperationCodecs } from "./operation-codec.ts";
import type {
  StatusBitChange,
  StatusListCreate,
  StatusListOperation,
  StatusListUpdate,
} from "./status-list-types.ts";

const statusListCreate: OperationCodec<cartorio.StatusListCreate.$Properties, StatusListCreate> = {
  number: 50,
  toWire: (value) => value,
  fromWire: (wire) => ({
    owner: str(wire.owner),
    expectedCount: int(wire.expectedCount),
    publisher: str(wire.publisher),
    purpose: int(wire.purpose),
    length: int(wire.length),
  }),
  check: (value) =>
    didText(value.owner, "owner") ??
    uint(value.expectedCount, "expectedCount") ??
    didText(value.publisher, "publisher") ??
    uint32(value.purpose, "purpose") ??
    uint(value.length, "length"),
};

const statusListUpdate: OperationCodec<cartorio.StatusListUpdate.$Properties, StatusListUpdate> = {
  number: 51,
  bounds: { 5: { field: "changes", max: limits.maxStatusChanges } },
  toWire: (value) => value,
  fromWire: (wire) => ({
    owner: str(wire.owner),
    by: str(wire.by),
    list: int(wire.list),
    expectedSequence: int(wire.expectedSequence),
    changes: (wire.changes ?? []).map(({ index, value }) => ({
      index: int(index),
      value: value === true,
    })),
  }),
  check: (value) =>
    didText(value.owner, "owner") ??
    text(value.by, [0, limits.maxDidCharacters], "by") ??
    uint(value.list, "list") ??
    uint(value.expectedSequence, "expectedSequence") ??
    each(value.changes, { max: limits.maxStatusChanges, field: "changes", item: checkChange }),
};

function checkChange(change: StatusBitChange): Problem {
  return uint(change.index, "changes.index") ?? flag(change.value, "changes.value");
}

/** Operations of the registry by kind; operation-table.ts puts all registries together. */
export const statusListOperationCodecs: OperationCodecs<StatusListOperation["kind"]> = {
  statusListCreate,
  statusListUpdate,
};
