import { cartorio } from "../generated/wire.js";
import type {
  AccreditationPlace,
  AccreditationRecord,
  AccreditationsHeadRecord,
  GivenHeadRecord,
  RootsHeadRecord,
  SuspensionInterval,
} from "./accreditation-types.ts";
import { didText, each, type Problem, text, time, uint, uint32 } from "./checks.ts";
import { decodeObject, encodeObject, FORMAT, int, type ObjectCodec, str } from "./codec.ts";
import { optionalDid } from "./credential-operation-codec.ts";
import type { Decoded } from "./errors.ts";
import { limits } from "./limits.ts";
import { checkScope, scopeBounds, scopeFromWire } from "./scope.ts";

// Records about accreditations (docs/ledger.md 5).

function checkSuspension(value: SuspensionInterval): Problem {
  return (
    time(value.from, "suspensions.from") ??
    time(value.to, "suspensions.to") ??
    didText(value.by, "suspensions.by") ??
    uint32(value.reason, "suspensions.reason")
  );
}

function checkWhat(value: AccreditationRecord): Problem {
  return (
    optionalDid(value.accreditor, "accreditor") ??
    uint(value.parent, "parent") ??
    text(value.domain, [0, limits.maxDomainCharacters], "domain") ??
    uint32(value.actions, "actions") ??
    checkScope(value.scope) ??
    uint32(value.depth, "depth")
  );
}

function checkWhen(value: AccreditationRecord): Problem {
  return (
    time(value.validFrom, "validFrom") ??
    time(value.validUntil, "validUntil") ??
    time(value.offeredTime, "offeredTime") ??
    time(value.acceptedTime, "acceptedTime") ??
    uint(value.sequence, "sequence") ??
    each(value.suspensions, {
      ...{ max: limits.maxSuspensions, field: "suspensions" },
      item: checkSuspension,
    }) ??
    uint32(value.ended, "ended") ??
    time(value.endedTime, "endedTime") ??
    time(value.untrustedSince, "untrustedSince") ??
    optionalDid(value.endedBy, "endedBy") ??
    uint32(value.reason, "reason")
  );
}

type AccreditationWire = cartorio.AccreditationRecord.$Properties;

const accreditationCodec: ObjectCodec<AccreditationWire, AccreditationRecord> = {
  name: "AccreditationRecord",
  wire: cartorio.AccreditationRecord,
  maxBytes: limits.maxRecordBytes,
  bounds: {
    6: { field: "scope", max: 1, inside: scopeBounds },
    13: { field: "suspensions", max: limits.maxSuspensions },
  },
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => {
    const scope = scopeFromWire(wire.scope);
    if (scope === undefined) return undefined;
    return {
      accreditor: str(wire.accreditor),
      parent: int(wire.parent),
      domain: str(wire.domain),
      actions: int(wire.actions),
      scope,
      depth: int(wire.depth),
      validFrom: int(wire.validFrom),
      validUntil: int(wire.validUntil),
      offeredTime: int(wire.offeredTime),
      acceptedTime: int(wire.acceptedTime),
      sequence: int(wire.sequence),
      suspensions: (wire.suspensions ?? []).map((item) => ({
        from: int(item.from),
        to: int(item.to),
        by: str(item.by),
        reason: int(item.reason),
      })),
      ended: int(wire.ended),
      endedTime: int(wire.endedTime),
      untrustedSince: int(wire.untrustedSince),
      endedBy: str(wire.endedBy),
      reason: int(wire.reason),
    };
  },
  check: (value) => checkWhat(value) ?? checkWhen(value),
};

/** Record at `stateKeys.accreditation`. */
export function encodeAccreditationRecord(value: AccreditationRecord): Uint8Array {
  return encodeObject(accreditationCodec, value);
}
export function decodeAccreditationRecord(bytes: Uint8Array): Decoded<AccreditationRecord> {
  return decodeObject(accreditationCodec, bytes);
}

type HeadWire = cartorio.AccreditationsHeadRecord.$Properties;

const accreditationsHeadCodec: ObjectCodec<HeadWire, AccreditationsHeadRecord> = {
  name: "AccreditationsHeadRecord",
  wire: cartorio.AccreditationsHeadRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, count: value.count }),
  fromWire: (wire) => ({ count: int(wire.count) }),
  check: (value) => uint(value.count, "count"),
};

/** Record at `stateKeys.accreditationsHead`. */
export function encodeAccreditationsHeadRecord(value: AccreditationsHeadRecord): Uint8Array {
  return encodeObject(accreditationsHeadCodec, value);
}
export function decodeAccreditationsHeadRecord(
  bytes: Uint8Array,
): Decoded<AccreditationsHeadRecord> {
  return decodeObject(accreditationsHeadCodec, bytes);
}

const givenHeadCodec: ObjectCodec<cartorio.GivenHeadRecord.$Properties, GivenHeadRecord> = {
  ...accreditationsHeadCodec,
  name: "GivenHeadRecord",
  wire: cartorio.GivenHeadRecord,
};

/** Record at `stateKeys.givenHead`. */
export function encodeGivenHeadRecord(value: GivenHeadRecord): Uint8Array {
  return encodeObject(givenHeadCodec, value);
}
export function decodeGivenHeadRecord(bytes: Uint8Array): Decoded<GivenHeadRecord> {
  return decodeObject(givenHeadCodec, bytes);
}

const givenCodec: ObjectCodec<cartorio.GivenRecord.$Properties, AccreditationPlace> = {
  name: "GivenRecord",
  wire: cartorio.GivenRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, subject: value.subject, index: value.index }),
  fromWire: (wire) => ({ subject: str(wire.subject), index: int(wire.index) }),
  check: (value) => didText(value.subject, "subject") ?? uint(value.index, "index"),
};

/** Record at `stateKeys.given`. */
export function encodeGivenRecord(value: AccreditationPlace): Uint8Array {
  return encodeObject(givenCodec, value);
}
export function decodeGivenRecord(bytes: Uint8Array): Decoded<AccreditationPlace> {
  return decodeObject(givenCodec, bytes);
}

const rootCodec: ObjectCodec<cartorio.RootRecord.$Properties, AccreditationPlace> = {
  ...givenCodec,
  name: "RootRecord",
  wire: cartorio.RootRecord,
};

/** Record at `stateKeys.root`. */
export function encodeRootRecord(value: AccreditationPlace): Uint8Array {
  return encodeObject(rootCodec, value);
}
export function decodeRootRecord(bytes: Uint8Array): Decoded<AccreditationPlace> {
  return decodeObject(rootCodec, bytes);
}

const rootsHeadCodec: ObjectCodec<cartorio.RootsHeadRecord.$Properties, RootsHeadRecord> = {
  name: "RootsHeadRecord",
  wire: cartorio.RootsHeadRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({
    count: int(wire.count),
    active: int(wire.active),
    version: int(wire.version),
  }),
  check: (value) =>
    uint(value.count, "count") ?? uint(value.active, "active") ?? uint(value.version, "version"),
};

/** Record at `stateKeys.rootsHead`. */
export function encodeRootsHeadRecord(value: RootsHeadRecord): Uint8Array {
  return encodeObject(rootsHeadCodec, value);
}
export function decodeRootsHeadRecord(bytes: Uint8Array): Decoded<RootsHeadRecord> {
  return decodeObject(rootsHeadCodec, bytes);
}
