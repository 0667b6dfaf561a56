import { cartorio } from "../generated/wire.js";
import { flag, hash, type Problem, sized, text, time, uint, uint32 } from "./checks.ts";
import {
  copied,
  FORMAT,
  int,
  type ReadonlyDeep,
  type RecordCodec,
  recordCodec,
  str,
} from "./codec.ts";
import {
  checkControl,
  checkDocument,
  checkLegalEntity,
  checkRecovery,
  checkRemovals,
  controlBounds,
  controlFromWire,
  controlToWire,
  documentBounds,
  documentFromWire,
  legalEntityFromWire,
  recoveryBounds,
  recoveryFromWire,
  removalsFromWire,
} from "./did-parts-codec.ts";
import type { FieldBounds } from "./field-bounds.ts";
import { limits } from "./limits.ts";
import { checkRedaction, redactionFromWire } from "./redaction-codec.ts";
import type {
  DidDocumentRecord,
  DidHead,
  DidVersion,
  KeyRemovalRecord,
  PendingRecovery,
} from "./state-types.ts";

// Records about DIDs. Every record starts with its format; decoding a newer one gives UPGRADE_SDK,
// never "invalid" (docs/ledger.md 9).

type PendingWire = cartorio.PendingRecovery.$Properties;

const pendingBounds: FieldBounds = {
  1: { field: "pendingRecovery.control", max: 1, inside: controlBounds },
  2: { field: "pendingRecovery.recovery", max: 1, inside: recoveryBounds },
  3: { field: "pendingRecovery.removals", max: limits.maxRemovals },
};

function pendingToWire(value: PendingRecovery | undefined): ReadonlyDeep<PendingWire> | null {
  if (value === undefined) return null;
  return {
    ...value,
    control: controlToWire(value.control),
    recovery: value.recovery ?? null,
  };
}

function pendingFromWire(wire: PendingWire | null | undefined): PendingRecovery | undefined {
  const control = controlFromWire(wire?.control);
  if (!wire || control === undefined) return undefined;
  return {
    control,
    recovery: recoveryFromWire(wire.recovery),
    removals: removalsFromWire(wire.removals),
    time: int(wire.time),
    finaliseFrom: int(wire.finaliseFrom),
    final: wire.final === true,
    registrar: str(wire.registrar),
  };
}

function checkPending(value: PendingRecovery | undefined): Problem {
  if (value === undefined) return undefined;
  return (
    checkControl(value.control) ??
    checkRecovery(value.recovery) ??
    checkRemovals(value.removals) ??
    time(value.time, "pendingRecovery.time") ??
    uint(value.finaliseFrom, "pendingRecovery.finaliseFrom") ??
    flag(value.final, "pendingRecovery.final") ??
    text(value.registrar, [0, limits.maxDidCharacters], "pendingRecovery.registrar")
  );
}

export const didHeadRecord: RecordCodec<DidHead> = recordCodec<
  cartorio.DidHead.$Properties,
  DidHead
>({
  name: "DidHead",
  wire: cartorio.DidHead,
  bounds: {
    4: { field: "control", max: 1, inside: controlBounds },
    5: { field: "recovery", max: 1, inside: recoveryBounds },
    9: { field: "pendingRecovery", max: 1, inside: pendingBounds },
  },
  toWire: (value) => ({
    format: FORMAT,
    latestVersion: value.latestVersion,
    status: value.status,
    control: controlToWire(value.control),
    recovery: value.recovery ?? null,
    dependants: value.dependants,
    sponsor: value.sponsor,
    legalEntity: value.legalEntity ?? null,
    pendingRecovery: pendingToWire(value.pendingRecovery),
    recoverySequence: value.recoverySequence,
    recoveryVetoed: value.recoveryVetoed,
    frozenUntil: value.frozenUntil,
  }),
  fromWire: (wire) => {
    const control = controlFromWire(wire.control);
    if (control === undefined) return undefined;
    const pendingRecovery = pendingFromWire(wire.pendingRecovery);
    if (wire.pendingRecovery && pendingRecovery === undefined) return undefined;
    return {
      latestVersion: int(wire.latestVersion),
      status: int(wire.status),
      control,
      recovery: recoveryFromWire(wire.recovery),
      dependants: int(wire.dependants),
      sponsor: str(wire.sponsor),
      ...legalEntityFromWire(wire.legalEntity),
      pendingRecovery,
      recoverySequence: int(wire.recoverySequence),
      recoveryVetoed: wire.recoveryVetoed === true,
      frozenUntil: int(wire.frozenUntil),
    };
  },
  check: (value) =>
    uint(value.latestVersion, "latestVersion") ??
    uint32(value.status, "status") ??
    checkControl(value.control) ??
    checkRecovery(value.recovery) ??
    uint(value.dependants, "dependants") ??
    text(value.sponsor, [0, limits.maxDidCharacters], "sponsor") ??
    checkLegalEntity(value.legalEntity) ??
    checkPending(value.pendingRecovery) ??
    uint(value.recoverySequence, "recoverySequence") ??
    flag(value.recoveryVetoed, "recoveryVetoed") ??
    time(value.frozenUntil, "frozenUntil"),
});

export const didVersionRecord: RecordCodec<DidVersion> = recordCodec<
  cartorio.DidVersion.$Properties,
  DidVersion
>({
  name: "DidVersion",
  wire: cartorio.DidVersion,
  bounds: {
    7: { field: "removals", max: limits.maxRemovals },
    9: { field: "control", max: 1, inside: controlBounds },
  },
  toWire: (value) => ({
    format: FORMAT,
    number: value.number,
    time: value.time,
    height: value.height,
    documentHash: value.documentHash,
    previousHash: value.previousHash,
    removals: value.removals,
    status: value.status,
    control: controlToWire(value.control),
  }),
  fromWire: (wire) => {
    const control = controlFromWire(wire.control);
    if (control === undefined) return undefined;
    return {
      number: int(wire.number),
      time: int(wire.time),
      height: int(wire.height),
      documentHash: copied(wire.documentHash),
      previousHash: copied(wire.previousHash),
      removals: removalsFromWire(wire.removals),
      status: int(wire.status),
      control,
    };
  },
  check: (value) =>
    uint(value.number, "number") ??
    uint(value.time, "time") ??
    uint(value.height, "height") ??
    hash(value.documentHash, "documentHash") ??
    checkPreviousHash(value) ??
    checkRemovals(value.removals) ??
    uint32(value.status, "status") ??
    checkControl(value.control),
});

/** Version 1 has no predecessor. */
function checkPreviousHash(value: DidVersion): Problem {
  const length = value.number === 1 ? 0 : limits.hashBytes;
  return sized(value.previousHash, [length, length], "previousHash");
}

export const keyRemovalRecord: RecordCodec<KeyRemovalRecord> = recordCodec<
  cartorio.KeyRemovalRecord.$Properties,
  KeyRemovalRecord
>({
  name: "KeyRemovalRecord",
  wire: cartorio.KeyRemovalRecord,
  toWire: (value) => ({
    format: FORMAT,
    reason: value.reason,
    since: value.since,
    time: value.time,
    height: value.height,
    version: value.version,
  }),
  fromWire: (wire) => ({
    reason: int(wire.reason),
    since: int(wire.since),
    time: int(wire.time),
    height: int(wire.height),
    version: int(wire.version),
  }),
  check: (value) =>
    uint32(value.reason, "reason") ??
    uint(value.since, "since") ??
    uint(value.time, "time") ??
    uint(value.height, "height") ??
    uint(value.version, "version"),
});

/** The limit of an envelope, so that the ledger can measure a document that is too large. */
export const didDocumentRecord: RecordCodec<DidDocumentRecord> = recordCodec<
  cartorio.DidDocumentRecord.$Properties,
  DidDocumentRecord
>({
  name: "DidDocumentRecord",
  wire: cartorio.DidDocumentRecord,
  maxBytes: limits.maxEnvelopeBytes,
  bounds: { 2: { field: "document", max: 1, inside: documentBounds } },
  toWire: (value) => ({
    format: FORMAT,
    document: value.document ?? null,
    redaction: value.redaction ?? null,
  }),
  fromWire: (wire) => {
    const document = documentFromWire(wire.document);
    const redaction = redactionFromWire(wire.redaction);
    return redaction === undefined ? { document } : { document, redaction };
  },
  check: checkDocumentRecord,
});

/** The document or what stands in its place, never both. */
function checkDocumentRecord({ document, redaction }: DidDocumentRecord): Problem {
  if ((document === undefined) === (redaction === undefined)) return "document";
  return document === undefined ? redaction && checkRedaction(redaction) : checkDocument(document);
}
