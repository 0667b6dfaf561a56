import { cartorio } from "../generated/wire.js";
import {
  checkFinalityCertificate,
  checkPreparedCertificate,
  finalityBounds,
  finalityFromWire,
  preparedBounds,
  preparedFromWire,
} from "./certificate-codec.ts";
import { each, hash, type Problem, sized, uint, within } from "./checks.ts";
import { copied, decodeObject, encodeObject, int, type ObjectCodec } from "./codec.ts";
import { checkSignedBody, signedBodyFromWire } from "./consensus-codec.ts";
import type { NewViewBody, SuspectBody, SuspectReason, ViewChangeBody } from "./consensus-types.ts";
import { suspectReason } from "./consensus-types.ts";
import type { Decoded } from "./errors.ts";
import { limits } from "./limits.ts";

type SuspectWire = cartorio.SuspectBody.$Properties;
type ViewChangeWire = cartorio.ViewChangeBody.$Properties;
type NewViewWire = cartorio.NewViewBody.$Properties;

const reasons: readonly SuspectReason[] = Object.values(suspectReason);

/** Strictly ascending numbers, `-1` first. */
function ascending<T>(items: readonly T[], pick: (item: T) => number): boolean {
  let previous = -1;
  for (const item of items) {
    const next = pick(item);
    if (next <= previous) return false;
    previous = next;
  }
  return true;
}

const suspectCodec: ObjectCodec<SuspectWire, SuspectBody> = {
  name: "SuspectBody",
  wire: cartorio.SuspectBody,
  maxBytes: limits.maxSuspectBytes,
  toWire: (value) => value,
  fromWire: (wire) => {
    const reason = reasons.find((candidate) => candidate === int(wire.reason));
    if (reason === undefined) return undefined;
    return {
      chainId: copied(wire.chainId),
      epoch: int(wire.epoch),
      view: int(wire.view),
      certifiedHeight: int(wire.certifiedHeight),
      reason,
      envelope: copied(wire.envelope),
    };
  },
  check: (value) =>
    hash(value.chainId, "chainId") ??
    uint(value.epoch, "epoch") ??
    uint(value.view, "view") ??
    uint(value.certifiedHeight, "certifiedHeight") ??
    within(value.reason, [suspectReason.noProgress, suspectReason.evidence], "reason") ??
    checkSuspectEnvelope(value),
};

/** Only a Suspect for starvation carries a transaction. */
function checkSuspectEnvelope(value: SuspectBody): Problem {
  const starved = value.reason === suspectReason.starvation;
  return sized(value.envelope, starved ? [1, limits.maxEnvelopeBytes] : [0, 0], "envelope");
}

/** Canonical bytes of a Suspect's body (docs/consensus.md 4). */
export function encodeSuspectBody(value: SuspectBody): Uint8Array {
  return encodeObject(suspectCodec, value);
}
export function decodeSuspectBody(bytes: Uint8Array): Decoded<SuspectBody> {
  return decodeObject(suspectCodec, bytes);
}

const viewChangeCodec: ObjectCodec<ViewChangeWire, ViewChangeBody> = {
  name: "ViewChangeBody",
  wire: cartorio.ViewChangeBody,
  maxBytes: limits.maxViewChangeBytes,
  bounds: {
    4: { field: "certificate", max: 1, inside: finalityBounds },
    5: { field: "prepared", max: limits.window, inside: preparedBounds },
  },
  toWire: (value) => ({ ...value, certificate: value.certificate ?? null }),
  fromWire: (wire) => ({
    chainId: copied(wire.chainId),
    epoch: int(wire.epoch),
    view: int(wire.view),
    certificate: wire.certificate ? finalityFromWire(wire.certificate) : undefined,
    prepared: (wire.prepared ?? []).map(preparedFromWire),
  }),
  check: checkViewChange,
};

function checkViewChange(value: ViewChangeBody): Problem {
  const problem =
    hash(value.chainId, "chainId") ??
    uint(value.epoch, "epoch") ??
    uint(value.view, "view") ??
    (value.certificate === undefined ? undefined : checkFinalityCertificate(value.certificate)) ??
    each(value.prepared, {
      max: limits.window,
      field: "prepared",
      item: checkPreparedCertificate,
    });
  if (problem !== undefined) return problem;
  return ascending(value.prepared, (certificate) => certificate.height) ? undefined : "prepared";
}

/** Canonical bytes of a ViewChange's body (docs/consensus.md 5). */
export function encodeViewChangeBody(value: ViewChangeBody): Uint8Array {
  return encodeObject(viewChangeCodec, value);
}
/** Form only, heights of `prepared` ascending; certificates are not verified. */
export function decodeViewChangeBody(bytes: Uint8Array): Decoded<ViewChangeBody> {
  return decodeObject(viewChangeCodec, bytes);
}

const newViewCodec: ObjectCodec<NewViewWire, NewViewBody> = {
  name: "NewViewBody",
  wire: cartorio.NewViewBody,
  maxBytes: limits.maxNewViewBytes,
  bounds: {
    4: { field: "viewChanges", max: limits.maxQuorum },
    5: { field: "entries", max: limits.window },
  },
  toWire: (value) => value,
  fromWire: (wire) => ({
    chainId: copied(wire.chainId),
    epoch: int(wire.epoch),
    view: int(wire.view),
    viewChanges: (wire.viewChanges ?? []).map(signedBodyFromWire),
    entries: (wire.entries ?? []).map((entry) => ({
      height: int(entry.height),
      proposalDigest: copied(entry.proposalDigest),
    })),
  }),
  check: checkNewView,
};

function checkNewView(value: NewViewBody): Problem {
  const problem =
    hash(value.chainId, "chainId") ??
    uint(value.epoch, "epoch") ??
    uint(value.view, "view") ??
    each(value.viewChanges, {
      max: limits.maxQuorum,
      field: "viewChanges",
      item: (item) => checkSignedBody(item, limits.maxViewChangeBytes),
    }) ??
    each(value.entries, {
      max: limits.window,
      field: "entries",
      item: (item) =>
        uint(item.height, "entries.height") ?? hash(item.proposalDigest, "entries.proposalDigest"),
    });
  if (problem !== undefined) return problem;
  if (!ascending(value.viewChanges, (item) => item.validator)) return "viewChanges";
  return ascending(value.entries, (item) => item.height) ? undefined : "entries";
}

/** Canonical bytes of a NewView's body (docs/consensus.md 5). */
export function encodeNewViewBody(value: NewViewBody): Uint8Array {
  return encodeObject(newViewCodec, value);
}
/** Form only, senders and heights ascending; nothing nested is verified. */
export function decodeNewViewBody(bytes: Uint8Array): Decoded<NewViewBody> {
  return decodeObject(newViewCodec, bytes);
}
