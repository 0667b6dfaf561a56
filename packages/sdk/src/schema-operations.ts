import { sha256 } from "@cartorio/crypto";
import {
  canonicalBytes,
  findSchemaProblem,
  type JsonObject,
  multihashText,
  type Operation,
} from "@cartorio/protocol";
import { type HashLike, hashBytes } from "./answer.ts";
import { CartorioError } from "./errors.ts";

/** A registration, with the names of the schema: they follow from its bytes. */
export interface SchemaRegistration {
  readonly operation: Operation;
  /** 32 bytes: SHA-256 of the stored bytes. */
  readonly digest: Uint8Array;
  /** Multihash of the digest, as text: the id of the schema. */
  readonly id: string;
  /** The stored bytes: the canonical form (JCS). */
  readonly body: Uint8Array;
}

/**
 * Registers a JSON Schema (2020-12), maybe as the one that follows an older one of the same owner, or of
 * a DID whose successor the owner is. Throws SCHEMA_INVALID with the place, SCHEMA_TOO_LARGE, and
 * SCHEMA_NOT_CANONICAL for what is not JSON.
 */
export function schemaRegister(input: {
  readonly owner: string;
  readonly schema: JsonObject;
  readonly supersedes?: HashLike;
}): SchemaRegistration {
  const { owner, schema, supersedes } = input;
  const body = canonicalBytes(schema);
  if (body === undefined) throw new CartorioError("SCHEMA_NOT_CANONICAL");
  const problem = findSchemaProblem(body);
  if (problem !== undefined) throw new CartorioError(problem.code, { field: problem.at });
  const digest = sha256(body);
  const value = {
    owner,
    body,
    supersedes: supersedes === undefined ? new Uint8Array(0) : hashBytes(supersedes),
  };
  return { operation: { kind: "schemaRegister", value }, digest, id: multihashText(digest), body };
}

/** Says that a schema should not be used any more, by its owner or the owner's successor. */
export function schemaDeprecate(input: {
  readonly owner: string;
  readonly digest: HashLike;
  /** Changes of the schema so far. Default 0. */
  readonly expectedSequence?: number;
}): Operation {
  const { owner, expectedSequence = 0 } = input;
  const digest = hashBytes(input.digest);
  return { kind: "schemaDeprecate", value: { owner, digest, expectedSequence } };
}
