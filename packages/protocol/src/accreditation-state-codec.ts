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
import { FORMAT, int, type RecordCodec, recordCodec, str, type WireType } from "./codec.ts";
import { countRecord } from "./count-record.ts";
import { optionalDid } from "./credential-operation-codec.ts";
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

/** Record at `stateKeys.accreditation`. */
export const accreditationRecord: RecordCodec<AccreditationRecord> = recordCodec<
  AccreditationWire,
  AccreditationRecord
>({
  name: "AccreditationRecord",
  wire: cartorio.AccreditationRecord,
  bounds: {
    6: { field: "scope", max: 1, inside: scopeBounds },
    13: { field: "suspensions", max: limits.maxSuspensions },
  },
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
});

/** Record at `stateKeys.accreditationsHead`. */
export const accreditationsHeadRecord: RecordCodec<AccreditationsHeadRecord> = countRecord(
  "AccreditationsHeadRecord",
  cartorio.AccreditationsHeadRecord,
);

/** Record at `stateKeys.givenHead`. */
export const givenHeadRecord: RecordCodec<GivenHeadRecord> = countRecord(
  "GivenHeadRecord",
  cartorio.GivenHeadRecord,
);

interface PlaceWire {
  format?: number | null;
  subject?: string | null;
  index?: number | null;
}

function placeRecord(name: string, wire: WireType<PlaceWire>): RecordCodec<AccreditationPlace> {
  return recordCodec<PlaceWire, AccreditationPlace>({
    name,
    wire,
    toWire: ({ subject, index }) => ({ format: FORMAT, subject, index }),
    fromWire: ({ subject, index }) => ({ subject: str(subject), index: int(index) }),
    check: ({ subject, index }) => didText(subject, "subject") ?? uint(index, "index"),
  });
}

/** Record at `stateKeys.given`. */
export const givenRecord: RecordCodec<AccreditationPlace> = placeRecord(
  "GivenRecord",
  cartorio.GivenRecord,
);

/** Record at `stateKeys.root`. */
export const rootRecord: RecordCodec<AccreditationPlace> = placeRecord(
  "RootRecord",
  cartorio.RootRecord,
);

/** Record at `stateKeys.rootsHead`. */
export const rootsHeadRecord: RecordCodec<RootsHeadRecord> = recordCodec<
  cartorio.RootsHeadRecord.$Properties,
  RootsHeadRecord
>({
  name: "RootsHeadRecord",
  wire: cartorio.RootsHeadRecord,
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({
    count: int(wire.count),
    active: int(wire.active),
    version: int(wire.version),
  }),
  check: (value) =>
    uint(value.count, "count") ?? uint(value.active, "active") ?? uint(value.version, "version"),
});
