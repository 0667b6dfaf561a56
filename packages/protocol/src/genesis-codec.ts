import { cartorio } from "../generated/wire.js";
import { signature } from "./certificate-codec.ts";
import {
  didText,
  each,
  exactly,
  multikey,
  type Problem,
  sized,
  text,
  time,
  uint,
  uint32,
  within,
} from "./checks.ts";
import {
  copied,
  copiedAll,
  decodeObject,
  encodeObject,
  FORMAT,
  int,
  type ObjectCodec,
  str,
} from "./codec.ts";
import { isNetworkName } from "./did.ts";
import type { Decoded } from "./errors.ts";
import type { FieldBounds } from "./field-bounds.ts";
import type { Genesis, GenesisDid, GenesisMember, Parameters } from "./genesis-types.ts";
import { limits } from "./limits.ts";
import { checkValidators, validatorBounds, validatorFromWire } from "./validator-set-codec.ts";

type GenesisWire = cartorio.Genesis.$Properties;

export function parametersFromWire(wire: cartorio.Parameters.$Properties): Parameters {
  return {
    protocolVersion: int(wire.protocolVersion),
    maxBlockBytes: int(wire.maxBlockBytes),
    maxBlockCost: int(wire.maxBlockCost),
    maxBlockTransactions: int(wire.maxBlockTransactions),
    sponsorSharePercent: int(wire.sponsorSharePercent),
    longLivedPerSponsorDay: int(wire.longLivedPerSponsorDay),
    baseTimeoutMs: int(wire.baseTimeoutMs),
    maxTimeoutMs: int(wire.maxTimeoutMs),
    maxClockDriftMs: int(wire.maxClockDriftMs),
    heartbeatIntervalMs: int(wire.heartbeatIntervalMs),
    rotationBlocks: int(wire.rotationBlocks),
    rotationTimeMs: int(wire.rotationTimeMs),
  };
}

/** Ranges within which a network can work at all; sensible values are `defaultParameters`. */
export function checkParameters(value: Parameters): Problem {
  return (
    uint32(value.protocolVersion, "protocolVersion") ??
    within(value.maxBlockBytes, [limits.maxEnvelopeBytes, limits.maxBlockBytes], "maxBlockBytes") ??
    uint(value.maxBlockCost, "maxBlockCost") ??
    within(value.maxBlockTransactions, [1, limits.maxBlockTransactions], "maxBlockTransactions") ??
    within(value.sponsorSharePercent, [1, 100], "sponsorSharePercent") ??
    uint32(value.longLivedPerSponsorDay, "longLivedPerSponsorDay") ??
    within(value.baseTimeoutMs, [1, limits.dayMs], "baseTimeoutMs") ??
    within(value.maxTimeoutMs, [value.baseTimeoutMs, limits.dayMs], "maxTimeoutMs") ??
    within(value.maxClockDriftMs, [1, limits.dayMs], "maxClockDriftMs") ??
    within(value.heartbeatIntervalMs, [1, limits.dayMs], "heartbeatIntervalMs") ??
    within(value.rotationBlocks, [1, limits.maxInteger], "rotationBlocks") ??
    within(value.rotationTimeMs, [1, limits.maxTimeMs], "rotationTimeMs")
  );
}

function checkGenesisDid(value: GenesisDid): Problem {
  if (value.keys.length !== value.signatures.length) return "dids.signatures";
  return (
    sized(value.create, [1, limits.maxEnvelopeBytes], "dids.create") ??
    each(value.keys, {
      max: limits.maxControlKeys,
      field: "dids.keys",
      item: (key) => multikey(key, "dids.keys"),
    }) ??
    each(value.signatures, {
      max: limits.maxControlKeys,
      field: "dids.signatures",
      item: (item) => signature(item, "dids.signatures"),
    })
  );
}

function checkMember(value: GenesisMember): Problem {
  return (
    didText(value.did, "members.did") ??
    text(value.name, [1, limits.maxNameCharacters], "members.name") ??
    uint32(value.weight, "members.weight")
  );
}

/** Form rules of a genesis: lengths, counts, ranges. */
export function checkGenesis(value: Genesis): Problem {
  if (typeof value.network !== "string" || !isNetworkName(value.network)) return "network";
  return (
    time(value.time, "time") ??
    checkParameters(value.parameters) ??
    each(value.dids, { max: limits.maxGenesisDids, field: "dids", item: checkGenesisDid }) ??
    each(value.members, { max: limits.maxMembers, field: "members", item: checkMember }) ??
    checkValidators(value.validators) ??
    each(value.observers, {
      max: limits.maxObservers,
      field: "observers",
      item: (key) => exactly(key, limits.validatorKeyBytes, "observers"),
    })
  );
}

const genesisDidBounds: FieldBounds = {
  2: { field: "dids.keys", max: limits.maxControlKeys },
  3: { field: "dids.signatures", max: limits.maxControlKeys },
};

const genesisCodec: ObjectCodec<GenesisWire, Genesis> = {
  name: "Genesis",
  wire: cartorio.Genesis,
  maxBytes: limits.maxGenesisBytes,
  bounds: {
    5: { field: "dids", max: limits.maxGenesisDids, inside: genesisDidBounds },
    6: { field: "members", max: limits.maxMembers },
    7: { field: "validators", max: limits.maxValidators, inside: validatorBounds },
    8: { field: "observers", max: limits.maxObservers },
  },
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => {
    if (!wire.parameters) return undefined;
    return {
      network: str(wire.network),
      time: int(wire.time),
      parameters: parametersFromWire(wire.parameters),
      dids: (wire.dids ?? []).map((entry) => ({
        create: copied(entry.create),
        keys: copiedAll(entry.keys),
        signatures: copiedAll(entry.signatures),
      })),
      members: (wire.members ?? []).map((member) => ({
        did: str(member.did),
        name: str(member.name),
        weight: int(member.weight),
      })),
      validators: (wire.validators ?? []).map(validatorFromWire),
      observers: copiedAll(wire.observers),
    };
  },
  check: checkGenesis,
};

/** Canonical bytes of a genesis: the chain id is their SHA-256. Throws RangeError on a broken field. */
export function encodeGenesis(value: Genesis): Uint8Array {
  return encodeObject(genesisCodec, value);
}
/** Form only; `verifyGenesis` decides whether a network may start from it. */
export function decodeGenesis(bytes: Uint8Array): Decoded<Genesis> {
  return decodeObject(genesisCodec, bytes);
}
