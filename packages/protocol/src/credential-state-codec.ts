import { cartorio } from "../generated/wire.js";
import {
  didText,
  each,
  hash,
  multikey,
  type Problem,
  time,
  uint,
  uint32,
  within,
} from "./checks.ts";
import { copied, FORMAT, int, type RecordCodec, recordCodec, str, strings } from "./codec.ts";
import { checkParties, checkTreeSize, optionalDid } from "./credential-operation-codec.ts";
import type {
  CredentialAnchorRecord,
  CredentialCosignRecord,
  CredentialLogHeadRecord,
  CredentialLogRecord,
  CredentialStatusRecord,
  IssuerProfileRecord,
  StatusInterval,
} from "./credential-types.ts";
import { limits } from "./limits.ts";

// Records of the credential registry. Every record starts with its format (docs/ledger.md 4).

type AnchorWire = cartorio.CredentialAnchorRecord.$Properties;

export const credentialAnchorRecord: RecordCodec<CredentialAnchorRecord> = recordCodec<
  AnchorWire,
  CredentialAnchorRecord
>({
  name: "CredentialAnchorRecord",
  wire: cartorio.CredentialAnchorRecord,
  bounds: { 7: { field: "cosigners", max: limits.maxCosigners } },
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({
    kind: int(wire.kind),
    treeSize: int(wire.treeSize),
    time: int(wire.time),
    height: int(wire.height),
    issuerVersion: int(wire.issuerVersion),
    cosigners: strings(wire.cosigners),
    multikey: copied(wire.multikey),
    accreditation: int(wire.accreditation),
  }),
  check: (value) =>
    uint32(value.kind, "kind") ??
    checkTreeSize(value.treeSize, "treeSize") ??
    uint(value.time, "time") ??
    uint(value.height, "height") ??
    uint(value.issuerVersion, "issuerVersion") ??
    checkParties(value.cosigners, "cosigners") ??
    multikey(value.multikey, "multikey") ??
    uint(value.accreditation, "accreditation"),
});

type StatusWire = cartorio.CredentialStatusRecord.$Properties;

export const credentialStatusRecord: RecordCodec<CredentialStatusRecord> = recordCodec<
  StatusWire,
  CredentialStatusRecord
>({
  name: "CredentialStatusRecord",
  wire: cartorio.CredentialStatusRecord,
  bounds: { 4: { field: "intervals", max: limits.maxStatusIntervals } },
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({
    status: int(wire.status),
    sequence: int(wire.sequence),
    intervals: (wire.intervals ?? []).map((interval) => ({
      status: int(interval.status),
      from: int(interval.from),
      to: int(interval.to),
      reason: int(interval.reason),
      by: str(interval.by),
      role: int(interval.role),
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
});

function checkInterval(value: StatusInterval): Problem {
  return (
    uint32(value.status, "intervals.status") ??
    time(value.from, "intervals.from") ??
    time(value.to, "intervals.to") ??
    uint32(value.reason, "intervals.reason") ??
    didText(value.by, "intervals.by") ??
    uint32(value.role, "intervals.role")
  );
}

type CosignWire = cartorio.CredentialCosignRecord.$Properties;

export const credentialCosignRecord: RecordCodec<CredentialCosignRecord> = recordCodec<
  CosignWire,
  CredentialCosignRecord
>({
  name: "CredentialCosignRecord",
  wire: cartorio.CredentialCosignRecord,
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({
    time: int(wire.time),
    height: int(wire.height),
    recordHash: copied(wire.recordHash),
    multikey: copied(wire.multikey),
  }),
  check: (value) =>
    uint(value.time, "time") ??
    uint(value.height, "height") ??
    hash(value.recordHash, "recordHash") ??
    multikey(value.multikey, "multikey"),
});

type LogHeadWire = cartorio.CredentialLogHeadRecord.$Properties;

export const credentialLogHeadRecord: RecordCodec<CredentialLogHeadRecord> = recordCodec<
  LogHeadWire,
  CredentialLogHeadRecord
>({
  name: "CredentialLogHeadRecord",
  wire: cartorio.CredentialLogHeadRecord,
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({ count: int(wire.count) }),
  check: (value) => within(value.count, [1, limits.maxLogEntries], "count"),
});

export const credentialLogRecord: RecordCodec<CredentialLogRecord> = recordCodec<
  cartorio.CredentialLogRecord.$Properties,
  CredentialLogRecord
>({
  name: "CredentialLogRecord",
  wire: cartorio.CredentialLogRecord,
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({
    time: int(wire.time),
    height: int(wire.height),
    by: str(wire.by),
    entry: copied(wire.entry),
    code: int(wire.code),
  }),
  check: (value) =>
    uint(value.time, "time") ??
    uint(value.height, "height") ??
    didText(value.by, "by") ??
    hash(value.entry, "entry") ??
    uint32(value.code, "code"),
});

export const issuerProfileRecord: RecordCodec<IssuerProfileRecord> = recordCodec<
  cartorio.IssuerProfileRecord.$Properties,
  IssuerProfileRecord
>({
  name: "IssuerProfileRecord",
  wire: cartorio.IssuerProfileRecord,
  bounds: { 3: { field: "revokers", max: limits.maxRevokers } },
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({
    sequence: int(wire.sequence),
    revokers: strings(wire.revokers),
    successor: str(wire.successor),
    anchorRequiredSince: int(wire.anchorRequiredSince),
    time: int(wire.time),
    height: int(wire.height),
  }),
  check: (value) =>
    uint(value.sequence, "sequence") ??
    checkParties(value.revokers, "revokers") ??
    optionalDid(value.successor, "successor") ??
    time(value.anchorRequiredSince, "anchorRequiredSince") ??
    uint(value.time, "time") ??
    uint(value.height, "height"),
});
