import { cartorio } from "../generated/wire.js";
import type { Validator, ValidatorSet } from "./block-types.ts";
import { didText, each, exactly, type Problem, text, uint } from "./checks.ts";
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
import type { Decoded } from "./errors.ts";
import type { FieldBounds } from "./field-bounds.ts";
import { limits } from "./limits.ts";

type ValidatorSetWire = cartorio.ValidatorSet.$Properties;

export function validatorFromWire(wire: cartorio.Validator.$Properties): Validator {
  return {
    member: str(wire.member),
    validatorKey: copied(wire.validatorKey),
    nodeKey: copied(wire.nodeKey),
    addresses: strings(wire.addresses),
    incarnation: copied(wire.incarnation),
  };
}

/** Of the fields of a validator, inside a set or a genesis. */
export const validatorBounds: FieldBounds = {
  4: { field: "validators.addresses", max: limits.maxAddresses },
};

export function checkValidator(value: Validator): Problem {
  return (
    didText(value.member, "validators.member") ??
    exactly(value.validatorKey, limits.validatorKeyBytes, "validators.validatorKey") ??
    exactly(value.nodeKey, limits.validatorKeyBytes, "validators.nodeKey") ??
    each(value.addresses, {
      max: limits.maxAddresses,
      field: "validators.addresses",
      item: (item) => text(item, [1, limits.maxAddressCharacters], "validators.addresses"),
    }) ??
    checkIncarnation(value.incarnation)
  );
}

/** Absent until the validator re-enters (docs/consensus.md 9). */
function checkIncarnation(value: Uint8Array): Problem {
  const length = value.length === 0 ? 0 : limits.instanceBytes;
  return exactly(value, length, "validators.incarnation");
}

export function checkValidators(values: readonly Validator[]): Problem {
  return each(values, { max: limits.maxValidators, field: "validators", item: checkValidator });
}

const validatorSetCodec: ObjectCodec<ValidatorSetWire, ValidatorSet> = {
  name: "ValidatorSet",
  wire: cartorio.ValidatorSet,
  maxBytes: limits.maxValidatorSetBytes,
  bounds: { 4: { field: "validators", max: limits.maxValidators, inside: validatorBounds } },
  format: (wire) => int(wire.format),
  toWire: (value) => ({ format: FORMAT, ...value }),
  fromWire: (wire) => ({
    epoch: int(wire.epoch),
    activationHeight: int(wire.activationHeight),
    validators: (wire.validators ?? []).map(validatorFromWire),
  }),
  check: (value) =>
    uint(value.epoch, "epoch") ??
    uint(value.activationHeight, "activationHeight") ??
    (value.validators.length === 0 ? "validators" : checkValidators(value.validators)),
};

/** Canonical bytes of a validator set; headers name their hash. */
export function encodeValidatorSet(value: ValidatorSet): Uint8Array {
  return encodeObject(validatorSetCodec, value);
}
export function decodeValidatorSet(bytes: Uint8Array): Decoded<ValidatorSet> {
  return decodeObject(validatorSetCodec, bytes);
}
