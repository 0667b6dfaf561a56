import { cartorio } from "../generated/wire.js";
import { each, hash, type Problem, sized, within } from "./checks.ts";
import { copied, copiedAll, decodeObject, encodeObject, int, type ObjectCodec } from "./codec.ts";
import type { Decoded } from "./errors.ts";
import { limits } from "./limits.ts";
import {
  checkHeaderParts,
  headerPartsBounds,
  headerPartsFromWire,
  headerPartsToWire,
} from "./proof-codec.ts";
import type { RangeBundle } from "./proof-types.ts";

type RangeWire = cartorio.RangeBundle.$Properties;

const rangeCodec: ObjectCodec<RangeWire, RangeBundle> = {
  name: "RangeBundle",
  wire: cartorio.RangeBundle,
  maxBytes: limits.maxProofBytes,
  bounds: {
    ...headerPartsBounds,
    8: { field: "siblings", max: limits.treeDepth },
    9: { field: "records", max: limits.maxRangeRecords },
  },
  format: (wire) => int(wire.version),
  toWire: (value) => ({
    ...headerPartsToWire(value),
    prefixBits: value.prefixBits,
    prefix: value.prefix,
    siblings: value.siblings,
    records: value.records,
  }),
  fromWire: (wire) => {
    const parts = headerPartsFromWire(wire);
    return (
      parts && {
        ...parts,
        prefixBits: int(wire.prefixBits),
        prefix: copied(wire.prefix),
        siblings: copiedAll(wire.siblings),
        records: (wire.records ?? []).map(({ key, record }) => ({
          key: copied(key),
          record: copied(record),
        })),
      }
    );
  },
  check: checkRangeBundle,
};

/** The field rules of a range bundle, for its JSON twin as well. */
export function checkRangeBundle(value: RangeBundle): Problem {
  return (
    checkHeaderParts(value) ??
    within(value.prefixBits, [0, limits.treeDepth], "prefixBits") ??
    sized(value.prefix, [0, limits.hashBytes], "prefix") ??
    each(value.siblings, {
      max: limits.treeDepth,
      field: "siblings",
      item: (sibling) => hash(sibling, "siblings"),
    }) ??
    each(value.records, {
      max: limits.maxRangeRecords,
      field: "records",
      item: ({ key, record }) =>
        hash(key, "records.key") ?? sized(record, [1, limits.maxEnvelopeBytes], "records.record"),
    })
  );
}

/** `application/cartorio-proof-range` (docs/ledger.md 4). */
export function encodeRangeBundle(value: RangeBundle): Uint8Array {
  return encodeObject(rangeCodec, value);
}
/** Form only; `verifyRangeBundle` decides what it proves. A newer version is UPGRADE_SDK. */
export function decodeRangeBundle(bytes: Uint8Array): Decoded<RangeBundle> {
  return decodeObject(rangeCodec, bytes);
}
