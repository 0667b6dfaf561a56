import { cartorio } from "../generated/wire.js";
import {
  didText,
  each,
  hash,
  multikey,
  type Problem,
  sized,
  text,
  time,
  uint,
  uint32,
} from "./checks.ts";
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
import type { Decoded } from "./errors.ts";
import { limits } from "./limits.ts";
import type {
  CredentialAnchorRecord,
  CredentialStatusRecord,
  DidDocumentRecord,
  DidHead,
  DidVersion,
  KeyRemovalRecord,
  StatusInterval,
} from "./state-types.ts";

// Records about DIDs and credentials. Every record starts with its format; decoding a newer one gives
// UPGRADE_SDK, never "invalid" (docs/ledger.md 9).

const didHeadCodec: ObjectCodec<cartorio.DidHead.$Properties, DidHead> = {
  name: "DidHead",
  wire: cartorio.DidHead,
  maxBytes: limits.maxRecordBytes,
  bounds: {
    4: { field: "control", max: 1, inside: controlBounds },
    5: { field: "recovery", max: 1, inside: recoveryBounds },
  },
  format: (wire) => int(wire.format),
  toWire: (value) => ({
    format: FORMAT,
    latestVersion: value.latestVersion,
    status: value.status,
    control: controlToWire(value.control),
    recovery: value.recovery ?? null,
    dependants: value.dependants,
    sponsor: value.sponsor,
    legalEntity: value.legalEntity ?? null,
  }),
  fromWire: (wire) => {
    const control = controlFromWire(wire.control);
    if (control === undefined) return undefined;
    return {
      latestVersion: int(wire.latestVersion),
      status: int(wire.status),
      control,
      recovery: recoveryFromWire(wire.recovery),
      dependants: int(wire.dependants),
      sponsor: str(wire.sponsor),
      ...legalEntityFromWire(wire.legalEntity),
    };
  },
  check: (value) =>
    uint(value.latestVersion, "latestVersion") ??
    uint32(value.status, "status") ??
    checkControl(value.control) ??
    checkRecovery(value.recovery) ??
    uint(value.dependants, "dependants") ??
    text(value.sponsor, [0, limits.maxDidCharacters], "sponsor") ??
    checkLegalEntity(value.legalEntity),
};

export function encodeDidHead(value: DidHead): Uint8Array {
  return encodeObject(didHeadCodec, value);
}
export function decodeDidHead(bytes: Uint8Array): Decoded<DidHead> {
  return decodeObject(didHeadCodec, bytes);
}

const didVersionCodec: ObjectCodec<cartorio.DidVersion.$Properties, DidVersion> = {
  name: "DidVersion",
  wire: cartorio.DidVersion,
  maxBytes: limits.maxRecordBytes,
  bounds: { 7: { field: "removals", max: limits.maxRemovals } },
  format: (wire) => int(wire.format),
  toWire: (value) => ({
    format: FORMAT,
    number: value.number,
    time: value.time,
    height: value.height,
    documentHash: value.documentHash,
    previousHash: value.previousHash,
    removals: value.removals,
    status: value.status,
  }),
  fromWire: (wire) => ({
    number: int(wire.number),
    time: int(wire.time),
    height: int(wire.height),
    documentHash: copied(wire.documentHash),
    previousHash: copied(wire.previousHash),
    removals: removalsFromWire(wire.removals),
    status: int(wire.status),
  }),
  check: (value) =>
    uint(value.number, "number") ??
    uint(value.time, "time") ??
    uint(value.height, "height") ??
    hash(value.documentHash, "documentHash") ??
    checkPreviousHash(value) ??
    checkRemovals(value.removals) ??
    uint32(value.status, "status"),
};

/** Version 1 has no predecessor. */
function checkPreviousHash(value: DidVersion): Problem {
  const length = value.number === 1 ? 0 : limits.hashBytes;
  return sized(value.previousHash, [length, length], "previousHash");
}

export function encodeDidVersion(value: DidVersion): Uint8Array {
  return encodeObject(didVersionCodec, value);
}
export function decodeDidVersion(bytes: Uint8Array): Decoded<DidVersion> {
  return decodeObject(didVersionCodec, bytes);
}

const keyRemovalCodec: ObjectCodec<cartorio.KeyRemovalRecord.$Properties, KeyRemovalRecord> = {
  name: "KeyRemovalRecord",
  wire: cartorio.KeyRemovalRecord,
  maxBytes: limits.maxRecordBytes,
  format: (wire) => int(wire.format),
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
};

export function encodeKeyRemovalRecord(value: KeyRemovalRecord): Uint8Array {
  return encodeObject(keyRemovalCodec, value);
}
export function decodeKeyRemovalRecord(bytes: Uint8Array): Decoded<KeyRemovalRecord> {
  return decodeObject(keyRemovalCodec, bytes);
}

/** The limit of an envelope, so that the ledger can measure a document that is too large. */
const didDocumentCodec: ObjectCodec<cartorio.DidDocumentRecord.$Properties, DidDocumentRecord> = {
  name: "DidDocumentRecord",
  wire: cartorio.DidDocumentRecord,
  maxBytes: limits.maxEnvelopeBytes,
  bounds: { 2: { field: "document", max: 1, inside: documentBounds } },
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, document: value.document }),
  fromWire: (wire) => {
    const document = documentFromWire(wire.document);
    return document && { document };
  },
  check: (value) => checkDocument(value.document),
};

export function encodeDidDocumentRecord(value: DidDocumentRecord): Uint8Array {
  return encodeObject(didDocumentCodec, value);
}
export function decodeDidDocumentRecord(bytes: Uint8Array): Decoded<DidDocumentRecord> {
  return decodeObject(didDocumentCodec, bytes);
}

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
