import { cartorio } from "../generated/wire.js";
import { didText, flag, hash, text, time, uint, uint32 } from "./checks.ts";
import { copied, decodeObject, encodeObject, FORMAT, int, type ObjectCodec, str } from "./codec.ts";
import type { Decoded } from "./errors.ts";
import { checkParameters, parametersFromWire } from "./genesis-codec.ts";
import { limits } from "./limits.ts";
import type {
  LongLivedRecord,
  MemberIndexRecord,
  MemberRecord,
  MembersHeadRecord,
  ParametersRecord,
  ReentryRecord,
  ReplayBucketRecord,
  ValidatorsHeadRecord,
} from "./state-types.ts";

// Records about the network itself: replay memory, members, parameters, validators.

type ReplayWire = cartorio.ReplayBucketRecord.$Properties;

const replayBucketCodec: ObjectCodec<ReplayWire, ReplayBucketRecord> = {
  name: "ReplayBucketRecord",
  wire: cartorio.ReplayBucketRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, count: value.count, runningHash: value.runningHash }),
  fromWire: (wire) => ({ count: int(wire.count), runningHash: copied(wire.runningHash) }),
  check: (value) => uint(value.count, "count") ?? hash(value.runningHash, "runningHash"),
};

export function encodeReplayBucketRecord(value: ReplayBucketRecord): Uint8Array {
  return encodeObject(replayBucketCodec, value);
}
export function decodeReplayBucketRecord(bytes: Uint8Array): Decoded<ReplayBucketRecord> {
  return decodeObject(replayBucketCodec, bytes);
}

const longLivedCodec: ObjectCodec<cartorio.LongLivedRecord.$Properties, LongLivedRecord> = {
  name: "LongLivedRecord",
  wire: cartorio.LongLivedRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, count: value.count }),
  fromWire: (wire) => ({ count: int(wire.count) }),
  check: (value) => uint(value.count, "count"),
};

export function encodeLongLivedRecord(value: LongLivedRecord): Uint8Array {
  return encodeObject(longLivedCodec, value);
}
export function decodeLongLivedRecord(bytes: Uint8Array): Decoded<LongLivedRecord> {
  return decodeObject(longLivedCodec, bytes);
}

const memberCodec: ObjectCodec<cartorio.MemberRecord.$Properties, MemberRecord> = {
  name: "MemberRecord",
  wire: cartorio.MemberRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({
    format: FORMAT,
    did: value.did,
    name: value.name,
    weight: value.weight,
    version: value.version,
    time: value.time,
    height: value.height,
  }),
  fromWire: (wire) => ({
    did: str(wire.did),
    name: str(wire.name),
    weight: int(wire.weight),
    version: int(wire.version),
    time: int(wire.time),
    height: int(wire.height),
  }),
  check: (value) =>
    didText(value.did, "did") ??
    text(value.name, [0, limits.maxNameCharacters], "name") ??
    uint32(value.weight, "weight") ??
    uint(value.version, "version") ??
    time(value.time, "time") ??
    uint(value.height, "height"),
};

export function encodeMemberRecord(value: MemberRecord): Uint8Array {
  return encodeObject(memberCodec, value);
}
export function decodeMemberRecord(bytes: Uint8Array): Decoded<MemberRecord> {
  return decodeObject(memberCodec, bytes);
}

type MemberIndexWire = cartorio.MemberIndexRecord.$Properties;

const memberIndexCodec: ObjectCodec<MemberIndexWire, MemberIndexRecord> = {
  name: "MemberIndexRecord",
  wire: cartorio.MemberIndexRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, index: value.index }),
  fromWire: (wire) => ({ index: int(wire.index) }),
  check: (value) => uint(value.index, "index"),
};

/** Record at `stateKeys.memberByDid`. */
export function encodeMemberIndexRecord(value: MemberIndexRecord): Uint8Array {
  return encodeObject(memberIndexCodec, value);
}
export function decodeMemberIndexRecord(bytes: Uint8Array): Decoded<MemberIndexRecord> {
  return decodeObject(memberIndexCodec, bytes);
}

type MembersHeadWire = cartorio.MembersHeadRecord.$Properties;

const membersHeadCodec: ObjectCodec<MembersHeadWire, MembersHeadRecord> = {
  name: "MembersHeadRecord",
  wire: cartorio.MembersHeadRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({
    format: FORMAT,
    count: value.count,
    totalWeight: value.totalWeight,
    version: value.version,
    dominant: value.dominant,
  }),
  fromWire: (wire) => ({
    count: int(wire.count),
    totalWeight: int(wire.totalWeight),
    version: int(wire.version),
    dominant: wire.dominant ?? false,
  }),
  check: (value) =>
    uint(value.count, "count") ??
    uint(value.totalWeight, "totalWeight") ??
    uint(value.version, "version") ??
    flag(value.dominant, "dominant"),
};

export function encodeMembersHeadRecord(value: MembersHeadRecord): Uint8Array {
  return encodeObject(membersHeadCodec, value);
}
export function decodeMembersHeadRecord(bytes: Uint8Array): Decoded<MembersHeadRecord> {
  return decodeObject(membersHeadCodec, bytes);
}

const parametersCodec: ObjectCodec<cartorio.ParametersRecord.$Properties, ParametersRecord> = {
  name: "ParametersRecord",
  wire: cartorio.ParametersRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({
    format: FORMAT,
    parameters: value.parameters,
    version: value.version,
    activationHeight: value.activationHeight,
    time: value.time,
    height: value.height,
  }),
  fromWire: (wire) =>
    wire.parameters
      ? {
          parameters: parametersFromWire(wire.parameters),
          version: int(wire.version),
          activationHeight: int(wire.activationHeight),
          time: int(wire.time),
          height: int(wire.height),
        }
      : undefined,
  check: (value) =>
    checkParameters(value.parameters) ??
    uint(value.version, "version") ??
    uint(value.activationHeight, "activationHeight") ??
    time(value.time, "time") ??
    uint(value.height, "height"),
};

export function encodeParametersRecord(value: ParametersRecord): Uint8Array {
  return encodeObject(parametersCodec, value);
}
export function decodeParametersRecord(bytes: Uint8Array): Decoded<ParametersRecord> {
  return decodeObject(parametersCodec, bytes);
}

type ValidatorsHeadWire = cartorio.ValidatorsHeadRecord.$Properties;

const validatorsHeadCodec: ObjectCodec<ValidatorsHeadWire, ValidatorsHeadRecord> = {
  name: "ValidatorsHeadRecord",
  wire: cartorio.ValidatorsHeadRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, epoch: value.epoch }),
  fromWire: (wire) => ({ epoch: int(wire.epoch) }),
  check: (value) => uint(value.epoch, "epoch"),
};

/** Record at `stateKeys.validatorsHead`. */
export function encodeValidatorsHeadRecord(value: ValidatorsHeadRecord): Uint8Array {
  return encodeObject(validatorsHeadCodec, value);
}
export function decodeValidatorsHeadRecord(bytes: Uint8Array): Decoded<ValidatorsHeadRecord> {
  return decodeObject(validatorsHeadCodec, bytes);
}

const reentryCodec: ObjectCodec<cartorio.ReentryRecord.$Properties, ReentryRecord> = {
  name: "ReentryRecord",
  wire: cartorio.ReentryRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, time: value.time, height: value.height }),
  fromWire: (wire) => ({ time: int(wire.time), height: int(wire.height) }),
  check: (value) => uint(value.time, "time") ?? uint(value.height, "height"),
};

/** Record at `stateKeys.validatorReentry`. */
export function encodeReentryRecord(value: ReentryRecord): Uint8Array {
  return encodeObject(reentryCodec, value);
}
export function decodeReentryRecord(bytes: Uint8Array): Decoded<ReentryRecord> {
  return decodeObject(reentryCodec, bytes);
}
