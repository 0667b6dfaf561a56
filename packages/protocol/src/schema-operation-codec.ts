import type { cartorio } from "../generated/wire.js";
import { didText, hash, type Problem, sized, uint } from "./checks.ts";
import { copied, int, str } from "./codec.ts";
import { limits } from "./limits.ts";
import type { OperationCodec, OperationCodecs } from "./operation-codec.ts";
import type { SchemaDeprecate, SchemaOperation, SchemaRegister } from "./schema-types.ts";

/** A digest of 32 bytes, or nothing. */
export function checkOptionalDigest(value: Uint8Array, field: string): Problem {
  const length = value.length === 0 ? 0 : limits.hashBytes;
  return sized(value, [length, length], field);
}

const schemaRegister: OperationCodec<cartorio.SchemaRegister.$Properties, SchemaRegister> = {
  number: 40,
  toWire: (value) => value,
  fromWire: (wire) => ({
    owner: str(wire.owner),
    body: copied(wire.body),
    supersedes: copied(wire.supersedes),
  }),
  // The limit of an envelope, so that the ledger can say that a schema is too large.
  check: (value) =>
    didText(value.owner, "owner") ??
    sized(value.body, [1, limits.maxEnvelopeBytes], "body") ??
    checkOptionalDigest(value.supersedes, "supersedes"),
};

const schemaDeprecate: OperationCodec<cartorio.SchemaDeprecate.$Properties, SchemaDeprecate> = {
  number: 41,
  toWire: (value) => value,
  fromWire: (wire) => ({
    owner: str(wire.owner),
    digest: copied(wire.digest),
    expectedSequence: int(wire.expectedSequence),
  }),
  check: (value) =>
    didText(value.owner, "owner") ??
    hash(value.digest, "digest") ??
    uint(value.expectedSequence, "expectedSequence"),
};

/** Operations of the registry by kind; operation-table.ts puts all registries together. */
export const schemaOperationCodecs: OperationCodecs<SchemaOperation["kind"]> = {
  schemaRegister,
  schemaDeprecate,
};
