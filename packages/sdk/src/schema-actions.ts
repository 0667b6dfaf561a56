import { equalBytes, sha256 } from "@cartorio/crypto";
import {
  type SchemaBodyRecord,
  type SchemaRecord,
  schemaBodyRecord,
  schemaRecord,
  stateKeys,
} from "@cartorio/protocol";
import { type HashLike, hashBytes } from "./answer.ts";
import type { Client } from "./client.ts";
import { CartorioError } from "./errors.ts";
import type { Proven, ProvenState } from "./proof.ts";
import { fetchProof } from "./proof-actions.ts";

/** A schema as the proof shows it. */
export interface ProvenSchema extends SchemaBodyRecord {
  readonly record: SchemaRecord;
}

/**
 * Reads the answer to a `schema` question out of a proven state: its record, and its very bytes unless
 * governance dropped them. Codes: NOT_FOUND (proven), PROOF_INVALID, UPGRADE_SDK.
 */
export function readProvenSchema(state: ProvenState, digest: Uint8Array): Proven<ProvenSchema> {
  const recordBytes = state.record(stateKeys.schema(digest));
  if (recordBytes === undefined) return { ok: false, code: "NOT_FOUND" };
  const record = schemaRecord.decode(recordBytes);
  if (!record.ok) return record;
  const bodyBytes = state.record(stateKeys.schemaBody(digest));
  const body = bodyBytes && schemaBodyRecord.decode(bodyBytes);
  if (body === undefined) return { ok: false, code: "PROOF_INVALID", field: "schemaBody" };
  if (!body.ok) return body;
  const bytes = body.value.body;
  if (bytes !== undefined && !equalBytes(sha256(bytes), digest)) {
    return { ok: false, code: "PROOF_INVALID", field: "body" };
  }
  return { ok: true, value: { record: record.value, ...body.value } };
}

/**
 * A schema by its digest, verified from the client's trust anchor. Throws NOT_FOUND and what `fetchProof`
 * throws.
 */
export async function fetchSchema(
  client: Client,
  parameters: { readonly digest: HashLike },
): Promise<ProvenSchema> {
  const digest = hashBytes(parameters.digest);
  const { state } = await fetchProof(client, { questions: [{ kind: "schema", digest }] });
  const proven = readProvenSchema(state, digest);
  if (proven.ok) return proven.value;
  throw new CartorioError(proven.code, { field: proven.field ?? "" });
}
