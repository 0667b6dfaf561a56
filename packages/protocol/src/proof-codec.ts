import { cartorio } from "../generated/wire.js";
import { checkFinalityCertificate, finalityBounds, finalityFromWire } from "./certificate-codec.ts";
import { each, hash, type Problem, sized, uint, within } from "./checks.ts";
import {
  copied,
  copiedAll,
  decodeObject,
  encodeObject,
  int,
  type ObjectCodec,
  type ReadonlyDeep,
} from "./codec.ts";
import type { Decoded } from "./errors.ts";
import type { FieldBounds } from "./field-bounds.ts";
import { limits } from "./limits.ts";
import type {
  Activation,
  InclusionPath,
  Multiproof,
  ProofBundle,
  ProvenHeaderParts,
} from "./proof-types.ts";

type MultiproofWire = cartorio.Multiproof.$Properties;
type BundleWire = cartorio.ProofBundle.$Properties;
type PathWire = cartorio.InclusionPath.$Properties;

/** The only version of `application/cartorio-proof` so far. */
export const PROOF_VERSION = 1;

const maxPathBytes = limits.maxPathHashes * (limits.hashBytes + 2) + 32;

function multiproofFromWire(wire: MultiproofWire): Multiproof {
  return {
    shape: copied(wire.shape),
    hashes: copiedAll(wire.hashes),
    others: (wire.others ?? []).map((leaf) => ({
      key: copied(leaf.key),
      recordHash: copied(leaf.recordHash),
    })),
  };
}

function checkMultiproof(value: Multiproof): Problem {
  return (
    sized(value.shape, [1, limits.maxProofSlots], "multiproof.shape") ??
    each(value.hashes, {
      max: limits.maxProofSlots,
      field: "multiproof.hashes",
      item: (item) => hash(item, "multiproof.hashes"),
    }) ??
    each(value.others, {
      max: limits.maxProofKeys,
      field: "multiproof.others",
      item: (leaf) =>
        hash(leaf.key, "multiproof.others.key") ??
        hash(leaf.recordHash, "multiproof.others.recordHash"),
    })
  );
}

const multiproofBounds: FieldBounds = {
  2: { field: "multiproof.hashes", max: limits.maxProofSlots },
  3: { field: "multiproof.others", max: limits.maxProofKeys },
};

const multiproofCodec: ObjectCodec<MultiproofWire, Multiproof> = {
  name: "Multiproof",
  wire: cartorio.Multiproof,
  maxBytes: limits.maxProofBytes,
  bounds: multiproofBounds,
  toWire: (value) => value,
  fromWire: multiproofFromWire,
  check: checkMultiproof,
};

export function encodeMultiproof(value: Multiproof): Uint8Array {
  return encodeObject(multiproofCodec, value);
}
/** Form only; `verifyMultiproof` decides what it proves. */
export function decodeMultiproof(bytes: Uint8Array): Decoded<Multiproof> {
  return decodeObject(multiproofCodec, bytes);
}

type HeaderPartsWire = Pick<
  BundleWire,
  "version" | "chainId" | "activations" | "header" | "certificate"
>;

/** Both bundles begin alike, with the same field numbers. */
export const headerPartsBounds: FieldBounds = {
  3: {
    field: "activations",
    max: limits.maxActivations,
    inside: { 2: { field: "activations.certificate", max: 1, inside: finalityBounds } },
  },
  5: { field: "certificate", max: 1, inside: finalityBounds },
};

export function headerPartsToWire(value: ProvenHeaderParts): ReadonlyDeep<HeaderPartsWire> {
  const { version, chainId, header, certificate } = value;
  const activations = value.activations.map((activation) => ({
    ...activation,
    certificate: activation.certificate ?? null,
  }));
  return { version, chainId, activations, header, certificate };
}

export function headerPartsFromWire(wire: HeaderPartsWire): ProvenHeaderParts | undefined {
  if (!wire.certificate) return undefined;
  return {
    version: int(wire.version),
    chainId: copied(wire.chainId),
    activations: (wire.activations ?? []).map((activation) => ({
      header: copied(activation.header),
      certificate: activation.certificate ? finalityFromWire(activation.certificate) : undefined,
      validatorSet: copied(activation.validatorSet),
    })),
    header: copied(wire.header),
    certificate: finalityFromWire(wire.certificate),
  };
}

export function checkHeaderParts(value: ProvenHeaderParts): Problem {
  return (
    within(value.version, [PROOF_VERSION, PROOF_VERSION], "version") ??
    hash(value.chainId, "chainId") ??
    each(value.activations, {
      max: limits.maxActivations,
      field: "activations",
      item: checkActivation,
    }) ??
    sized(value.header, [1, limits.maxHeaderBytes], "header") ??
    checkFinalityCertificate(value.certificate)
  );
}

function checkActivation(value: Activation): Problem {
  return (
    sized(value.header, [1, limits.maxHeaderBytes], "activations.header") ??
    (value.certificate === undefined ? undefined : checkFinalityCertificate(value.certificate)) ??
    sized(value.validatorSet, [1, limits.maxValidatorSetBytes], "activations.validatorSet")
  );
}

const bundleCodec: ObjectCodec<BundleWire, ProofBundle> = {
  name: "ProofBundle",
  wire: cartorio.ProofBundle,
  maxBytes: limits.maxProofBytes,
  bounds: {
    ...headerPartsBounds,
    6: { field: "multiproof", max: 1, inside: multiproofBounds },
    7: { field: "records", max: limits.maxProofKeys },
  },
  format: (wire) => int(wire.version),
  toWire: (value) => ({
    ...headerPartsToWire(value),
    multiproof: value.multiproof,
    records: value.records,
  }),
  fromWire: (wire) => {
    const parts = headerPartsFromWire(wire);
    if (parts === undefined || !wire.multiproof) return undefined;
    const multiproof = multiproofFromWire(wire.multiproof);
    return { ...parts, multiproof, records: copiedAll(wire.records) };
  },
  check: checkProofBundle,
};

/** The field rules of a bundle, for its JSON twin as well. */
export function checkProofBundle(value: ProofBundle): Problem {
  return (
    checkHeaderParts(value) ??
    checkMultiproof(value.multiproof) ??
    each(value.records, {
      max: limits.maxProofKeys,
      field: "records",
      item: (record) => sized(record, [0, limits.maxEnvelopeBytes], "records"),
    })
  );
}

/** `application/cartorio-proof` (docs/ledger.md 4). */
export function encodeProofBundle(value: ProofBundle): Uint8Array {
  return encodeObject(bundleCodec, value);
}
/** Form only; `verifyProofBundle` decides what it proves. A newer version is UPGRADE_SDK. */
export function decodeProofBundle(bytes: Uint8Array): Decoded<ProofBundle> {
  return decodeObject(bundleCodec, bytes);
}

const pathCodec: ObjectCodec<PathWire, InclusionPath> = {
  name: "InclusionPath",
  wire: cartorio.InclusionPath,
  maxBytes: maxPathBytes,
  bounds: { 3: { field: "path", max: limits.maxPathHashes } },
  toWire: (value) => value,
  fromWire: (wire) => ({
    leafIndex: int(wire.leafIndex),
    treeSize: int(wire.treeSize),
    path: copiedAll(wire.path),
  }),
  check: (value) =>
    uint(value.leafIndex, "leafIndex") ??
    uint(value.treeSize, "treeSize") ??
    each(value.path, {
      max: limits.maxPathHashes,
      field: "path",
      item: (item) => hash(item, "path"),
    }),
};

export function encodeInclusionPath(value: InclusionPath): Uint8Array {
  return encodeObject(pathCodec, value);
}
export function decodeInclusionPath(bytes: Uint8Array): Decoded<InclusionPath> {
  return decodeObject(pathCodec, bytes);
}
