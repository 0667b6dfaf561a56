import { equalBytes, sha256 } from "@cartorio/crypto";
import {
  type Document,
  decodeEnvelope,
  decodeTransactionBody,
  didDocumentRecord,
  didOf,
  documentHash,
  encodeDidCreate,
  limits,
  type Operation,
  type Redaction,
  schemaBodyRecord,
  stateKeys,
} from "@cartorio/protocol";
import type { ApiResult, NodeApi } from "./node-api.ts";

// What governance dropped is in the transaction that brought it too (docs/ledger.md 6): whoever reads
// blocks or transactions here gets such an envelope no more. Its hash stays in the proposal, and what it
// did in the state.

/** A body that an operation brings, and where the state has it, or what stands in its place. */
interface Body {
  readonly key: Uint8Array;
  readonly hash: Uint8Array;
  readonly redactionOf: (record: Uint8Array) => Redaction | undefined;
}

function bodyOf(operation: Operation, network: string): Body | undefined {
  switch (operation.kind) {
    case "didCreate": {
      const did = didOf(network, encodeDidCreate(operation.value));
      return documentAt(did, 1, operation.value.document);
    }
    case "didUpdate": {
      const { did, expectedVersion, document } = operation.value;
      return documentAt(did, expectedVersion + 1, document);
    }
    case "schemaRegister": {
      const hash = sha256(operation.value.body);
      return { key: stateKeys.schemaBody(hash), hash, redactionOf: redactionOfSchema };
    }
    default:
      return undefined;
  }
}

function documentAt(did: string, version: number, document: Document): Body | undefined {
  if (version > limits.maxInteger) return undefined;
  const key = stateKeys.didDocument(did, version);
  const hash = documentHash(didDocumentRecord.encode({ document }));
  return { key, hash, redactionOf: redactionOfDocument };
}

function redactionOfDocument(record: Uint8Array): Redaction | undefined {
  const decoded = didDocumentRecord.decode(record);
  return decoded.ok ? decoded.value.redaction : undefined;
}

function redactionOfSchema(record: Uint8Array): Redaction | undefined {
  const decoded = schemaBodyRecord.decode(record);
  return decoded.ok ? decoded.value.redaction : undefined;
}

function bodiesOf(envelope: Uint8Array, network: string): Body[] {
  const decoded = decodeEnvelope(envelope);
  const body = decoded.ok ? decodeTransactionBody(decoded.value.body) : decoded;
  if (!body.ok) return [];
  return body.value.operations.flatMap((operation) => bodyOf(operation, network) ?? []);
}

/**
 * Of each envelope whether it holds a body that was dropped. True also for one with a body that the node
 * cannot look up now: nothing is shown on a doubt.
 */
export async function withheldEnvelopes(
  api: NodeApi,
  network: string,
  envelopes: readonly Uint8Array[],
): Promise<boolean[]> {
  const withheld = envelopes.map(() => false);
  const asked = envelopes.flatMap((envelope, index) =>
    bodiesOf(envelope, network).map((body) => ({ body, index })),
  );
  for (let start = 0; start < asked.length; start += limits.maxProofKeys) {
    const part = asked.slice(start, start + limits.maxProofKeys);
    const read = await api.records(part.map(({ body }) => body.key));
    for (const [place, { body, index }] of part.entries()) {
      const record = read.ok ? read.value.records[place] : undefined;
      const redaction = record && body.redactionOf(record);
      const isDropped = redaction !== undefined && equalBytes(redaction.hash, body.hash);
      if (!read.ok || isDropped) withheld[index] = true;
    }
  }
  return withheld;
}

/** True for a record that has a body which governance may drop. */
function hasBody(record: Uint8Array | undefined): boolean {
  if (record === undefined) return false;
  const document = didDocumentRecord.decode(record);
  if (document.ok) return document.value.document !== undefined;
  const schema = schemaBodyRecord.decode(record);
  return schema.ok && schema.value.body !== undefined;
}

/**
 * Whether records of an older height hold a body that was dropped since: the state of that height is kept
 * as it was, and a proof of it needs the body, so nothing of it is shown. Codes: those of the node.
 */
export async function holdsDropped(
  api: NodeApi,
  entries: readonly { readonly key: Uint8Array; readonly record: Uint8Array | undefined }[],
): Promise<ApiResult<boolean>> {
  const keys = entries.flatMap(({ key, record }) => (hasBody(record) ? [key] : []));
  for (let start = 0; start < keys.length; start += limits.maxProofKeys) {
    const read = await api.records(keys.slice(start, start + limits.maxProofKeys));
    if (!read.ok) return read;
    const isDropped = read.value.records.some(
      (record) =>
        record !== undefined &&
        (redactionOfDocument(record) ?? redactionOfSchema(record)) !== undefined,
    );
    if (isDropped) return { ok: true, value: true };
  }
  return { ok: true, value: false };
}
