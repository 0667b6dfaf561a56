import {
  didDocumentRecord,
  documentHash,
  type ErrorCode,
  type Redact,
  type Redaction,
  redactionReason,
  schemaBodyRecord,
  stateKeys,
} from "@cartorio/protocol";
import { didNow, redactDocument } from "../dids.ts";
import {
  decodedRecord,
  done,
  readRecord,
  refused,
  type TransactionState,
  writeRecord,
} from "../state.ts";
import { twoThirds } from "../weight.ts";
import type { ActionContext, ActionRules } from "./action.ts";

const reasons: readonly number[] = Object.values(redactionReason);

/**
 * Drops one body from the state of every node: the document of a version of a DID, or a schema. Its
 * hash stays (docs/ledger.md 6). A body is dropped once, which guards the proposal. Codes:
 * REDACT_INVALID, DID_NOT_FOUND.
 */
export const redact: ActionRules<Redact> = {
  shareOf: () => twoThirds,
  checkCurrent: () => done,
  execute(value, context) {
    if (!reasons.includes(value.reason)) return refused("REDACT_INVALID");
    const isSchema = value.schema.length > 0;
    const isDocument = value.did !== "" && value.version > 0;
    if (isSchema === isDocument) return refused("REDACT_INVALID");
    const problem = isSchema ? dropSchema(value, context) : dropDocument(value, context);
    return problem === undefined ? done : refused(problem);
  },
};

function dropDocument(
  { did, version, reason }: Redact,
  context: ActionContext,
): ErrorCode | undefined {
  const { state, proposal } = context;
  const now = didNow(state, did);
  if (now === undefined) return "DID_NOT_FOUND";
  if (version > now.head.latestVersion) return "REDACT_INVALID";
  const body = readRecord(state, stateKeys.didDocument(did, version));
  const isThere = body !== undefined && decodedRecord(didDocumentRecord.decode(body)).document;
  if (!isThere) return "REDACT_INVALID";
  const redaction = redactionOf(state, { hash: documentHash(body), proposal, reason });
  redactDocument(state, { did, version }, redaction);
  return undefined;
}

function dropSchema({ schema, reason }: Redact, context: ActionContext): ErrorCode | undefined {
  const { state, proposal } = context;
  const key = stateKeys.schemaBody(schema);
  const body = readRecord(state, key);
  if (body === undefined || decodedRecord(schemaBodyRecord.decode(body)).redaction !== undefined) {
    return "REDACT_INVALID";
  }
  // A schema is named by the hash of its body.
  const redaction = redactionOf(state, { hash: schema, proposal, reason });
  const record = schemaBodyRecord.encode({ body: undefined, redaction });
  writeRecord(state, key, record);
  return undefined;
}

function redactionOf(
  { block: { time, height } }: TransactionState,
  what: Pick<Redaction, "hash" | "proposal" | "reason">,
): Redaction {
  return { ...what, time, height };
}
