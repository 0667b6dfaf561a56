import { cartorio } from "../generated/wire.js";
import { didText, each, multikey, type Problem, time, uint, uint32 } from "./checks.ts";
import {
  copied,
  decodeObject,
  encodeObject,
  FORMAT,
  int,
  type ObjectCodec,
  str,
  strings,
} from "./codec.ts";
import { checkTreeSize } from "./credential-operation-codec.ts";
import type { Decoded } from "./errors.ts";
import { limits } from "./limits.ts";
import type {
  CredentialAnchorRecord,
  CredentialStatusRecord,
  StatusInterval,
} from "./state-types.ts";

// Records about credentials. Every record starts with its format; decoding a newer one gives
// UPGRADE_SDK, never "invalid" (docs/ledger.md 9).

type AnchorWire = cartorio.CredentialAnchorRecord.$Properties;

const anchorCodec: ObjectCodec<AnchorWire, CredentialAnchorRecord> = {
  name: "CredentialAnchorRecord",
  wire: cartorio.CredentialAnchorRecord,
  maxBytes: limits.maxRecordBytes,
  bounds: { 7: { field: "cosigners", max: limits.maxCosigners } },
  format: (wire) => int(wire.format),
  toWire: (value) => ({
    format: FORMAT,
    kind: value.kind,
    treeSize: value.treeSize,
    time: value.time,
    height: value.height,
    issuerVersion: value.issuerVersion,
    cosigners: value.cosigners,
    multikey: value.multikey,
  }),
  fromWire: (wire) => ({
    kind: int(wire.kind),
    treeSize: int(wire.treeSize),
    time: int(wire.time),
    height: int(wire.height),
    issuerVersion: int(wire.issuerVersion),
    cosigners: strings(wire.cosigners),
    multikey: copied(wire.multikey),
  }),
  check: (value) =>
    uint32(value.kind, "kind") ??
    checkTreeSize(value.treeSize, "treeSize") ??
    uint(value.time, "time") ??
    uint(value.height, "height") ??
    uint(value.issuerVersion, "issuerVersion") ??
    each(value.cosigners, {
      max: limits.maxCosigners,
      field: "cosigners",
      item: (did) => didText(did, "cosigners"),
    }) ??
    multikey(value.multikey, "multikey"),
};

export function encodeCredentialAnchorRecord(value: CredentialAnchorRecord): Uint8Array {
  return encodeObject(anchorCodec, value);
}
export function decodeCredentialAnchorRecord(bytes: Uint8Array): Decoded<CredentialAnchorRecord> {
  return decodeObject(anchorCodec, bytes);
}

type StatusWire = cartorio.CredentialStatusRecord.$Properties;

const statusCodec: ObjectCodec<StatusWire, CredentialStatusRecord> = {
  name: "CredentialStatusRecord",
  wire: cartorio.CredentialStatusRecord,
  maxBytes: limits.maxRecordBytes,
  bounds: { 4: { field: "intervals", max: limits.maxStatusIntervals } },
  format: (wire) => int(wire.format),
  toWire: (value) => ({
    format: FORMAT,
    status: value.status,
    sequence: value.sequence,
    intervals: value.intervals,
  }),
  fromWire: (wire) => ({
    status: int(wire.status),
    sequence: int(wire.sequence),
    intervals: (wire.intervals ?? []).map((interval) => ({
      status: int(interval.status),
      from: int(interval.from),
      to: int(interval.to),
      reason: int(interval.reason),
      by: str(interval.by),
    })),
  }),
  check: (value) =>
    uint32(value.status, "status") ??
    uint(value.sequence, "sequence") ??
    each(value.intervals, {
      max: limits.maxStatusIntervals,
      field: "intervals",
      item: checkInterval,
    }),
};

function checkInterval(value: StatusInterval): Problem {
  return (
    uint32(value.status, "intervals.status") ??
    time(value.from, "intervals.from") ??
    time(value.to, "intervals.to") ??
    uint32(value.reason, "intervals.reason") ??
    didText(value.by, "intervals.by")
  );
}

export function encodeCredentialStatusRecord(value: CredentialStatusRecord): Uint8Array {
  return encodeObject(statusCodec, value);
}
export function decodeCredentialStatusRecord(bytes: Uint8Array): Decoded<CredentialStatusRecord> {
  return decodeObject(statusCodec, bytes);
}
