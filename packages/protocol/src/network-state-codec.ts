import { cartorio } from "../generated/wire.js";
import { didText, flag, hash, text, time, uint, uint32 } from "./checks.ts";
import { copied, FORMAT, int, type RecordCodec, recordCodec, str } from "./codec.ts";
import { countRecord } from "./count-record.ts";
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

export const replayBucketRecord: RecordCodec<ReplayBucketRecord> = recordCodec<
  ReplayWire,
  ReplayBucketRecord
>({
  name: "ReplayBucketRecord",
  wire: cartorio.ReplayBucketRecord,
  toWire: (value) => ({ format: FORMAT, count: value.count, runningHash: value.runningHash }),
  fromWire: (wire) => ({ count: int(wire.count), runningHash: copied(wire.runningHash) }),
  check: (value) => uint(value.count, "count") ?? hash(value.runningHash, "runningHash"),
});

export const longLivedRecord: RecordCodec<LongLivedRecord> = countRecord(
  "LongLivedRecord",
  cartorio.LongLivedRecord,
);

export const memberRecord: RecordCodec<MemberRecord> = recordCodec<
  cartorio.MemberRecord.$Properties,
  MemberRecord
>({
  name: "MemberRecord",
  wire: cartorio.MemberRecord,
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
});

type MemberIndexWire = cartorio.MemberIndexRecord.$Properties;

/** Record at `stateKeys.memberByDid`. */
export const memberIndexRecord: RecordCodec<MemberIndexRecord> = recordCodec<
  MemberIndexWire,
  MemberIndexRecord
>({
  name: "MemberIndexRecord",
  wire: cartorio.MemberIndexRecord,
  toWire: (value) => ({ format: FORMAT, index: value.index }),
  fromWire: (wire) => ({ index: int(wire.index) }),
  check: (value) => uint(value.index, "index"),
});

type MembersHeadWire = cartorio.MembersHeadRecord.$Properties;

export const membersHeadRecord: RecordCodec<MembersHeadRecord> = recordCodec<
  MembersHeadWire,
  MembersHeadRecord
>({
  name: "MembersHeadRecord",
  wire: cartorio.MembersHeadRecord,
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
});

export const parametersRecord: RecordCodec<ParametersRecord> = recordCodec<
  cartorio.ParametersRecord.$Properties,
  ParametersRecord
>({
  name: "ParametersRecord",
  wire: cartorio.ParametersRecord,
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
});

type ValidatorsHeadWire = cartorio.ValidatorsHeadRecord.$Properties;

/** Record at `stateKeys.validatorsHead`. */
export const validatorsHeadRecord: RecordCodec<ValidatorsHeadRecord> = recordCodec<
  ValidatorsHeadWire,
  ValidatorsHeadRecord
>({
  name: "ValidatorsHeadRecord",
  wire: cartorio.ValidatorsHeadRecord,
  toWire: (value) => ({ format: FORMAT, epoch: value.epoch }),
  fromWire: (wire) => ({ epoch: int(wire.epoch) }),
  check: (value) => uint(value.epoch, "epoch"),
});

/** Record at `stateKeys.validatorReentry`. */
export const reentryRecord: RecordCodec<ReentryRecord> = recordCodec<
  cartorio.ReentryRecord.$Properties,
  ReentryRecord
>({
  name: "ReentryRecord",
  wire: cartorio.ReentryRecord,
  toWire: (value) => ({ format: FORMAT, time: value.time, height: value.height }),
  fromWire: (wire) => ({ time: int(wire.time), height: int(wire.height) }),
  check: (value) => uint(value.time, "time") ?? uint(value.height, "height"),
});
