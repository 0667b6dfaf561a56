import type { cartorio } from "../generated/wire.js";
import type {
  AccreditationAccept,
  AccreditationEnd,
  AccreditationOffer,
  AccreditationOperation,
  AccreditationResume,
  AccreditationSuspend,
} from "./accreditation-types.ts";
import { didText, type Problem, time, uint, uint32 } from "./checks.ts";
import { int, str } from "./codec.ts";
import type { OperationCodec, OperationCodecs } from "./operation-codec.ts";
import { checkScope, scopeBounds, scopeFromWire } from "./scope.ts";

const accreditationOffer: OperationCodec<
  cartorio.AccreditationOffer.$Properties,
  AccreditationOffer
> = {
  number: 30,
  bounds: { 6: { field: "scope", max: 1, inside: scopeBounds } },
  toWire: (value) => value,
  fromWire: (wire) => {
    const scope = scopeFromWire(wire.scope);
    if (scope === undefined) return undefined;
    return {
      accreditor: str(wire.accreditor),
      accreditation: int(wire.accreditation),
      subject: str(wire.subject),
      expectedGiven: int(wire.expectedGiven),
      actions: int(wire.actions),
      scope,
      depth: int(wire.depth),
      validFrom: int(wire.validFrom),
      validUntil: int(wire.validUntil),
    };
  },
  check: (value) =>
    didText(value.accreditor, "accreditor") ??
    uint(value.accreditation, "accreditation") ??
    didText(value.subject, "subject") ??
    uint(value.expectedGiven, "expectedGiven") ??
    uint32(value.actions, "actions") ??
    checkScope(value.scope) ??
    uint32(value.depth, "depth") ??
    time(value.validFrom, "validFrom") ??
    time(value.validUntil, "validUntil"),
};

type ChangeWire = Pick<
  cartorio.AccreditationAccept.$Properties,
  "subject" | "index" | "expectedSequence"
>;

/** What every change of an accreditation names. */
function changeFromWire(wire: ChangeWire): AccreditationAccept {
  return {
    subject: str(wire.subject),
    index: int(wire.index),
    expectedSequence: int(wire.expectedSequence),
  };
}

function checkChange(value: AccreditationAccept): Problem {
  return (
    didText(value.subject, "subject") ??
    uint(value.index, "index") ??
    uint(value.expectedSequence, "expectedSequence")
  );
}

const accreditationAccept: OperationCodec<
  cartorio.AccreditationAccept.$Properties,
  AccreditationAccept
> = {
  number: 31,
  toWire: (value) => value,
  fromWire: changeFromWire,
  check: checkChange,
};

const accreditationSuspend: OperationCodec<
  cartorio.AccreditationSuspend.$Properties,
  AccreditationSuspend
> = {
  number: 32,
  toWire: (value) => value,
  fromWire: (wire) => ({
    by: str(wire.by),
    ...changeFromWire(wire),
    reason: int(wire.reason),
  }),
  check: (value) => didText(value.by, "by") ?? checkChange(value) ?? uint32(value.reason, "reason"),
};

const accreditationResume: OperationCodec<
  cartorio.AccreditationResume.$Properties,
  AccreditationResume
> = {
  number: 33,
  toWire: (value) => value,
  fromWire: (wire) => ({ by: str(wire.by), ...changeFromWire(wire) }),
  check: (value) => didText(value.by, "by") ?? checkChange(value),
};

const accreditationEnd: OperationCodec<cartorio.AccreditationEnd.$Properties, AccreditationEnd> = {
  number: 34,
  toWire: (value) => value,
  fromWire: (wire) => ({
    by: str(wire.by),
    ...changeFromWire(wire),
    ended: int(wire.ended),
    untrustedSince: int(wire.untrustedSince),
    reason: int(wire.reason),
  }),
  check: (value) =>
    didText(value.by, "by") ??
    checkChange(value) ??
    uint32(value.ended, "ended") ??
    time(value.untrustedSince, "untrustedSince") ??
    uint32(value.reason, "reason"),
};

/** Operations of the registry by kind; operation-table.ts puts all registries together. */
export const accreditationOperationCodecs: OperationCodecs<AccreditationOperation["kind"]> = {
  accreditationOffer,
  accreditationAccept,
  accreditationSuspend,
  accreditationResume,
  accreditationEnd,
};
