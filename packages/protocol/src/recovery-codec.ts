import { concatBytes, utf8Encode } from "@cartorio/crypto";
import { cartorio } from "../generated/wire.js";
import { checkFinalityCertificate, finalityBounds, finalityFromWire } from "./certificate-codec.ts";
import { didText, each, exactly, hash, multikey, type Problem, sized } from "./checks.ts";
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
import type { Decoded } from "./errors.ts";
import type { GenesisSignature } from "./genesis-types.ts";
import { limits } from "./limits.ts";
import type { RecoveredHeight, RecoveryBody, RecoveryManifest } from "./recovery-types.ts";
import { tags } from "./tags.ts";

type BodyWire = cartorio.RecoveryBody.$Properties;
type ManifestWire = cartorio.RecoveryManifest.$Properties;

function checkHeight(value: RecoveredHeight): Problem {
  return (
    sized(value.proposal, [1, limits.maxProposalBytes], "heights.proposal") ??
    each(value.envelopes, {
      max: limits.maxBlockTransactions,
      field: "heights.envelopes",
      item: (item) => sized(item, [1, limits.maxEnvelopeBytes], "heights.envelopes"),
    })
  );
}

const bodyCodec: ObjectCodec<BodyWire, RecoveryBody> = {
  name: "RecoveryBody",
  wire: cartorio.RecoveryBody,
  maxBytes: limits.maxRecoveryBytes,
  bounds: {
    3: { field: "certificate", max: 1, inside: finalityBounds },
    4: {
      field: "heights",
      max: limits.window,
      inside: { 2: { field: "heights.envelopes", max: limits.maxBlockTransactions } },
    },
  },
  format: (wire) => int(wire.format),
  toWire: ({ chainId, certificate, heights, validatorSet }) => ({
    ...{ format: FORMAT, chainId, heights, validatorSet },
    certificate: certificate ?? null,
  }),
  fromWire: (wire) => ({
    chainId: copied(wire.chainId),
    certificate: wire.certificate ? finalityFromWire(wire.certificate) : undefined,
    heights: (wire.heights ?? []).map(({ proposal, envelopes }) => ({
      proposal: copied(proposal),
      envelopes: copiedAll(envelopes),
    })),
    validatorSet: copied(wire.validatorSet),
  }),
  check: (value) =>
    hash(value.chainId, "chainId") ??
    (value.certificate && checkFinalityCertificate(value.certificate)) ??
    each(value.heights, { max: limits.window, field: "heights", item: checkHeight }) ??
    sized(value.validatorSet, [1, limits.maxValidatorSetBytes], "validatorSet"),
};

/** Canonical bytes of what the members sign. Throws RangeError on a broken field. */
export function encodeRecoveryBody(value: RecoveryBody): Uint8Array {
  return encodeObject(bodyCodec, value);
}
/** Form only. */
export function decodeRecoveryBody(bytes: Uint8Array): Decoded<RecoveryBody> {
  return decodeObject(bodyCodec, bytes);
}

function checkSignature(value: GenesisSignature): Problem {
  return (
    didText(value.did, "signatures.did") ??
    multikey(value.multikey, "signatures.multikey") ??
    exactly(value.signature, limits.signatureBytes, "signatures.signature")
  );
}

const maxSignatures = limits.maxMembers * limits.maxControlKeys;

const manifestCodec: ObjectCodec<ManifestWire, RecoveryManifest> = {
  name: "RecoveryManifest",
  wire: cartorio.RecoveryManifest,
  maxBytes: limits.maxRecoveryBytes + maxSignatures * 256,
  bounds: { 2: { field: "signatures", max: maxSignatures } },
  toWire: (value) => value,
  fromWire: (wire) => ({
    body: copied(wire.body),
    signatures: (wire.signatures ?? []).map((entry) => ({
      did: str(entry.did),
      multikey: copied(entry.multikey),
      signature: copied(entry.signature),
    })),
  }),
  check: (value) =>
    sized(value.body, [1, limits.maxRecoveryBytes], "body") ??
    each(value.signatures, { max: maxSignatures, field: "signatures", item: checkSignature }),
};

export function encodeRecoveryManifest(value: RecoveryManifest): Uint8Array {
  return encodeObject(manifestCodec, value);
}
/** Form only: who signed it, and whether that suffices, is decided where the members are known. */
export function decodeRecoveryManifest(bytes: Uint8Array): Decoded<RecoveryManifest> {
  return decodeObject(manifestCodec, bytes);
}

/** What each signature of a manifest is over. */
export function recoverySigningBytes(body: Uint8Array): Uint8Array {
  return concatBytes(utf8Encode(tags.recovery), body);
}
