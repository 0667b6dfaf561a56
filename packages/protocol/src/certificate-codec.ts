import { cartorio } from "../generated/wire.js";
import type {
  CheckpointStatement,
  FinalityCertificate,
  PreparedCertificate,
  ValidatorSignature,
  VoteStatement,
} from "./block-types.ts";
import { voteKind } from "./block-types.ts";
import { each, exactly, hash, isObject, type Problem, uint, within } from "./checks.ts";
import { copied, decodeObject, encodeObject, int, type ObjectCodec } from "./codec.ts";
import type { Decoded } from "./errors.ts";
import type { FieldBounds } from "./field-bounds.ts";
import { limits } from "./limits.ts";

type FinalityWire = cartorio.FinalityCertificate.$Properties;
type PreparedWire = cartorio.PreparedCertificate.$Properties;
type VoteStatementWire = cartorio.VoteStatement.$Properties;
type CheckpointStatementWire = cartorio.CheckpointStatement.$Properties;
type SignatureWire = cartorio.ValidatorSignature.$Properties;

const maxStatementBytes = 128;

/** An index into a validator set of the largest size. */
export function validatorIndex(value: number, field: string): Problem {
  return within(value, [0, limits.maxValidators - 1], field);
}

/** A signature of exactly 64 bytes. */
export function signature(value: Uint8Array, field: string): Problem {
  return exactly(value, limits.signatureBytes, field);
}

/** At most one signature per validator of the largest set, signers strictly ascending. */
function signatures(list: readonly ValidatorSignature[]): Problem {
  let previous = -1;
  return each(list, {
    max: limits.maxValidators,
    field: "signatures",
    item: (entry) => {
      const problem =
        validatorIndex(entry.validator, "signatures.validator") ??
        signature(entry.signature, "signatures.signature");
      if (problem !== undefined) return problem;
      const ascending = entry.validator > previous;
      previous = entry.validator;
      return ascending ? undefined : "signatures.validator";
    },
  });
}

function signaturesFromWire(
  list: readonly SignatureWire[] | null | undefined,
): ValidatorSignature[] {
  return (list ?? []).map((entry) => ({
    validator: int(entry.validator),
    signature: copied(entry.signature),
  }));
}

/** Of the fields of a finality certificate, alone or inside another message. */
export const finalityBounds: FieldBounds = {
  4: { field: "signatures", max: limits.maxValidators },
};
/** The same of a prepared certificate. */
export const preparedBounds: FieldBounds = {
  5: { field: "signatures", max: limits.maxValidators },
};

export function checkFinalityCertificate(value: FinalityCertificate): Problem {
  if (!isObject(value)) return "certificate";
  return (
    uint(value.epoch, "epoch") ??
    uint(value.height, "height") ??
    hash(value.headerHash, "headerHash") ??
    signatures(value.signatures)
  );
}

export function finalityFromWire(wire: FinalityWire): FinalityCertificate {
  return {
    epoch: int(wire.epoch),
    height: int(wire.height),
    headerHash: copied(wire.headerHash),
    signatures: signaturesFromWire(wire.signatures),
  };
}

const finalityCodec: ObjectCodec<FinalityWire, FinalityCertificate> = {
  name: "FinalityCertificate",
  wire: cartorio.FinalityCertificate,
  maxBytes: limits.maxCertificateBytes,
  bounds: finalityBounds,
  toWire: (value) => value,
  fromWire: finalityFromWire,
  check: checkFinalityCertificate,
};

/** Canonical bytes of a finality certificate. Throws RangeError on a value that breaks the form. */
export function encodeFinalityCertificate(value: FinalityCertificate): Uint8Array {
  return encodeObject(finalityCodec, value);
}
/** Form only; `verifyFinalityCertificate` decides whether it certifies anything. */
export function decodeFinalityCertificate(bytes: Uint8Array): Decoded<FinalityCertificate> {
  return decodeObject(finalityCodec, bytes);
}

export function checkPreparedCertificate(value: PreparedCertificate): Problem {
  if (!isObject(value)) return "certificate";
  return (
    uint(value.epoch, "epoch") ??
    uint(value.view, "view") ??
    uint(value.height, "height") ??
    hash(value.proposalDigest, "proposalDigest") ??
    signatures(value.signatures)
  );
}

export function preparedFromWire(wire: PreparedWire): PreparedCertificate {
  return {
    epoch: int(wire.epoch),
    view: int(wire.view),
    height: int(wire.height),
    proposalDigest: copied(wire.proposalDigest),
    signatures: signaturesFromWire(wire.signatures),
  };
}

const preparedCodec: ObjectCodec<PreparedWire, PreparedCertificate> = {
  name: "PreparedCertificate",
  wire: cartorio.PreparedCertificate,
  maxBytes: limits.maxCertificateBytes,
  bounds: preparedBounds,
  toWire: (value) => value,
  fromWire: preparedFromWire,
  check: checkPreparedCertificate,
};

/** Canonical bytes of a prepared certificate. Throws RangeError on a value that breaks the form. */
export function encodePreparedCertificate(value: PreparedCertificate): Uint8Array {
  return encodeObject(preparedCodec, value);
}
/** Form only; `verifyPreparedCertificate` decides whether it proves anything. */
export function decodePreparedCertificate(bytes: Uint8Array): Decoded<PreparedCertificate> {
  return decodeObject(preparedCodec, bytes);
}

const voteStatementCodec: ObjectCodec<VoteStatementWire, VoteStatement> = {
  name: "VoteStatement",
  wire: cartorio.VoteStatement,
  maxBytes: maxStatementBytes,
  toWire: (value) => value,
  fromWire: (wire) => {
    const kind = int(wire.kind);
    if (kind !== voteKind.prePrepare && kind !== voteKind.prepare && kind !== voteKind.commit) {
      return undefined;
    }
    return {
      chainId: copied(wire.chainId),
      epoch: int(wire.epoch),
      kind,
      view: int(wire.view),
      height: int(wire.height),
      proposalDigest: copied(wire.proposalDigest),
    };
  },
  check: (value) =>
    hash(value.chainId, "chainId") ??
    uint(value.epoch, "epoch") ??
    within(value.kind, [voteKind.prePrepare, voteKind.commit], "kind") ??
    uint(value.view, "view") ??
    uint(value.height, "height") ??
    hash(value.proposalDigest, "proposalDigest"),
};

/** Canonical bytes of what a vote says; `voteSigningBytes` puts the tag before them. */
export function encodeVoteStatement(value: VoteStatement): Uint8Array {
  return encodeObject(voteStatementCodec, value);
}
export function decodeVoteStatement(bytes: Uint8Array): Decoded<VoteStatement> {
  return decodeObject(voteStatementCodec, bytes);
}

const checkpointStatementCodec: ObjectCodec<CheckpointStatementWire, CheckpointStatement> = {
  name: "CheckpointStatement",
  wire: cartorio.CheckpointStatement,
  maxBytes: maxStatementBytes,
  toWire: (value) => value,
  fromWire: (wire) => ({
    chainId: copied(wire.chainId),
    epoch: int(wire.epoch),
    height: int(wire.height),
    headerHash: copied(wire.headerHash),
  }),
  check: (value) =>
    hash(value.chainId, "chainId") ??
    uint(value.epoch, "epoch") ??
    uint(value.height, "height") ??
    hash(value.headerHash, "headerHash"),
};

/** Canonical bytes of what a checkpoint says; `checkpointSigningBytes` puts the tag before them. */
export function encodeCheckpointStatement(value: CheckpointStatement): Uint8Array {
  return encodeObject(checkpointStatementCodec, value);
}
export function decodeCheckpointStatement(bytes: Uint8Array): Decoded<CheckpointStatement> {
  return decodeObject(checkpointStatementCodec, bytes);
}
