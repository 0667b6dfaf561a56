import { concatBytes, utf8Encode } from "@cartorio/crypto";
import { cartorio } from "../generated/wire.js";
import { didText, each, exactly, type Problem, text, uint, uint32 } from "./checks.ts";
import {
  copied,
  copiedAll,
  decodeObject,
  encodeObject,
  int,
  type ObjectCodec,
  str,
  strings,
} from "./codec.ts";
import type { Decoded } from "./errors.ts";
import type { FieldBounds } from "./field-bounds.ts";
import { limits } from "./limits.ts";
import type { OperationCodec, OperationCodecs } from "./operation-codec.ts";
import { tags } from "./tags.ts";
import type {
  ReadyStatement,
  UpgradeAnnounce,
  ValidatorCandidate,
  ValidatorChange,
  ValidatorOperation,
  ValidatorReenter,
} from "./validator-types.ts";

// Operations on the validator set (docs/consensus.md 8 and 9). Lengths and counts only: who may stand
// in the set is the ledger's question.

const maxStatementBytes = 256;
const readyTag = utf8Encode(tags.ready);

export const validatorChangeBounds: FieldBounds = {
  2: { field: "remove", max: limits.maxValidators },
  3: {
    field: "add",
    max: limits.maxValidators,
    inside: { 4: { field: "add.addresses", max: limits.maxAddresses } },
  },
};

function key(value: Uint8Array, field: string): Problem {
  return exactly(value, limits.validatorKeyBytes, field);
}

function candidateFromWire(wire: cartorio.ValidatorCandidate.$Properties): ValidatorCandidate {
  return {
    member: str(wire.member),
    validatorKey: copied(wire.validatorKey),
    nodeKey: copied(wire.nodeKey),
    addresses: strings(wire.addresses),
    readyHeight: int(wire.readyHeight),
    validatorSignature: copied(wire.validatorSignature),
    nodeSignature: copied(wire.nodeSignature),
    incarnation: copied(wire.incarnation),
  };
}

function checkCandidate(value: ValidatorCandidate): Problem {
  return (
    didText(value.member, "add.member") ??
    key(value.validatorKey, "add.validatorKey") ??
    key(value.nodeKey, "add.nodeKey") ??
    each(value.addresses, {
      max: limits.maxAddresses,
      field: "add.addresses",
      item: (item) => text(item, [1, limits.maxAddressCharacters], "add.addresses"),
    }) ??
    uint(value.readyHeight, "add.readyHeight") ??
    exactly(value.validatorSignature, limits.signatureBytes, "add.validatorSignature") ??
    exactly(value.nodeSignature, limits.signatureBytes, "add.nodeSignature") ??
    exactly(value.incarnation, limits.instanceBytes, "add.incarnation")
  );
}

export function validatorChangeFromWire(
  wire: cartorio.ValidatorChange.$Properties,
): ValidatorChange {
  return {
    expectedEpoch: int(wire.expectedEpoch),
    remove: copiedAll(wire.remove),
    add: (wire.add ?? []).map(candidateFromWire),
  };
}

export function checkValidatorChange(value: ValidatorChange): Problem {
  return (
    uint(value.expectedEpoch, "expectedEpoch") ??
    each(value.remove, {
      max: limits.maxValidators,
      field: "remove",
      item: (item) => key(item, "remove"),
    }) ??
    each(value.add, { max: limits.maxValidators, field: "add", item: checkCandidate })
  );
}

function validatorReenterFromWire(wire: cartorio.ValidatorReenter.$Properties): ValidatorReenter {
  return {
    validatorKey: copied(wire.validatorKey),
    incarnation: copied(wire.incarnation),
    expectedEpoch: int(wire.expectedEpoch),
  };
}

function checkValidatorReenter(value: ValidatorReenter): Problem {
  return (
    key(value.validatorKey, "validatorKey") ??
    exactly(value.incarnation, limits.instanceBytes, "incarnation") ??
    uint(value.expectedEpoch, "expectedEpoch")
  );
}

const validatorChange: OperationCodec<cartorio.ValidatorChange.$Properties, ValidatorChange> = {
  number: 70,
  bounds: validatorChangeBounds,
  toWire: (value) => value,
  fromWire: validatorChangeFromWire,
  check: checkValidatorChange,
};

const validatorReenter: OperationCodec<cartorio.ValidatorReenter.$Properties, ValidatorReenter> = {
  number: 71,
  toWire: (value) => value,
  fromWire: validatorReenterFromWire,
  check: checkValidatorReenter,
};

const upgradeAnnounce: OperationCodec<cartorio.UpgradeAnnounce.$Properties, UpgradeAnnounce> = {
  number: 75,
  toWire: (value) => value,
  fromWire: (wire) => ({
    validatorKey: copied(wire.validatorKey),
    protocolVersion: int(wire.protocolVersion),
  }),
  check: (value) =>
    key(value.validatorKey, "validatorKey") ?? uint32(value.protocolVersion, "protocolVersion"),
};

/** Operations of the registry by kind; operation-table.ts puts all registries together. */
export const validatorOperationCodecs: OperationCodecs<ValidatorOperation["kind"]> = {
  validatorChange,
  validatorReenter,
  upgradeAnnounce,
};

const readyStatementCodec: ObjectCodec<cartorio.ReadyStatement.$Properties, ReadyStatement> = {
  name: "ReadyStatement",
  wire: cartorio.ReadyStatement,
  maxBytes: maxStatementBytes,
  toWire: (value) => value,
  fromWire: (wire) => ({
    chainId: copied(wire.chainId),
    member: str(wire.member),
    validatorKey: copied(wire.validatorKey),
    nodeKey: copied(wire.nodeKey),
    readyHeight: int(wire.readyHeight),
    incarnation: copied(wire.incarnation),
  }),
  check: (value) =>
    exactly(value.chainId, limits.hashBytes, "chainId") ??
    didText(value.member, "member") ??
    key(value.validatorKey, "validatorKey") ??
    key(value.nodeKey, "nodeKey") ??
    uint(value.readyHeight, "readyHeight") ??
    exactly(value.incarnation, limits.instanceBytes, "incarnation"),
};

/** Canonical bytes of what a candidate says; `readySigningBytes` puts the tag before them. */
export function encodeReadyStatement(value: ReadyStatement): Uint8Array {
  return encodeObject(readyStatementCodec, value);
}
export function decodeReadyStatement(bytes: Uint8Array): Decoded<ReadyStatement> {
  return decodeObject(readyStatementCodec, bytes);
}

/** What a candidate signs with its validator key and with its node key (docs/consensus.md 8). */
export function readySigningBytes(statement: ReadyStatement): Uint8Array {
  return concatBytes(readyTag, encodeReadyStatement(statement));
}
