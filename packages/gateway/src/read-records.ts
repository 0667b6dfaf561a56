import { hexEncode } from "@cartorio/crypto";
import {
  allQuestionKeys,
  decodeHeader,
  decodeProofBundle,
  fitsOneProof,
  maxQuestionSteps,
  type ProofQuestion,
  questionKeys,
  type RecordLookup,
} from "@cartorio/protocol";
import type { MethodContext } from "./method.ts";
import type { ApiResult, ReadHeight } from "./node-api.ts";
import { holdsDropped } from "./withheld.ts";

/** What every read may ask for. */
export interface ReadOptions extends ReadHeight {
  /** With a proof: height of the caller's trust anchor. */
  readonly anchorHeight?: number;
  readonly proof?: boolean;
}

/** Records at one height, with the proof that they came from if one was asked for. */
export interface ReadAnswer {
  readonly height: number;
  /** Block time of that height. */
  readonly time: number;
  readonly keys: readonly Uint8Array[];
  readonly lookup: RecordLookup;
  readonly bundle?: Uint8Array;
}

interface ReadRequest {
  readonly questions: readonly ProofQuestion[];
  readonly options: ReadOptions;
}

/**
 * The records that questions lead to, all of one height. With `proof`, they are those of the bundle
 * itself, so answer and proof cannot differ. Codes: TOO_LARGE (more keys than one proof holds),
 * NOT_READY, REDACTED (of an older height: governance dropped a body since), and those of the node.
 */
export async function readRecords(
  context: MethodContext,
  questions: readonly ProofQuestion[],
  options: ReadOptions,
): Promise<ApiResult<ReadAnswer>> {
  const request = { questions, options };
  const plain = await readPlain(context, request);
  if (!plain.ok) return plain;
  if (options.atHeight !== undefined) {
    const { keys, lookup } = plain.value;
    const entries = keys.map((key) => ({ key, record: lookup(key) }));
    const dropped = await holdsDropped(context.api, entries);
    if (!dropped.ok) return dropped;
    if (dropped.value) return { ok: false, code: "REDACTED" };
  }
  if (options.proof !== true) return plain;
  return readProven(context, request, plain.value);
}

/** What the questions name, then what those records point to, until they point no further. */
async function readPlain(
  { api }: MethodContext,
  { questions, options }: ReadRequest,
): Promise<ApiResult<ReadAnswer>> {
  const named = questionKeys(questions);
  if (!fitsOneProof(named)) return tooManyKeys(named.length);
  const first = await api.records(named, heightOf(options));
  if (!first.ok) return first;
  const { height, time } = first.value;
  let keys = named;
  const records = [...first.value.records];
  for (let step = 0; step < maxQuestionSteps; step += 1) {
    const all = allQuestionKeys(questions, lookupOf(keys, records));
    if (!fitsOneProof(all)) return tooManyKeys(all.length);
    const pointed = all.slice(keys.length);
    if (pointed.length === 0) break;
    const next = await api.records(pointed, { atHeight: height });
    if (!next.ok) return next;
    records.push(...next.value.records);
    keys = all;
  }
  return { ok: true, value: { height, time, keys, lookup: lookupOf(keys, records) } };
}

async function readProven(
  { api }: MethodContext,
  { options }: ReadRequest,
  { keys, height }: ReadAnswer,
): Promise<ApiResult<ReadAnswer>> {
  if (!fitsOneProof(keys)) return tooManyKeys(keys.length);
  const { anchorHeight } = options;
  const proof = await api.proof(keys, {
    atHeight: height,
    ...(anchorHeight === undefined ? {} : { anchorHeight }),
  });
  if (!proof.ok) return proof;
  const { bundle } = proof.value;
  const decoded = decodeProofBundle(bundle);
  const header = decoded.ok ? decodeHeader(decoded.value.header) : decoded;
  if (!decoded.ok || !header.ok || decoded.value.records.length !== keys.length) {
    throw new Error("INV-GATEWAY-PROOF: the node gave a proof without form");
  }
  const records = decoded.value.records.map((record) => (record.length === 0 ? undefined : record));
  const { time } = header.value;
  const lookup = lookupOf(keys, records);
  return { ok: true, value: { height: proof.value.height, time, keys, lookup, bundle } };
}

function lookupOf(
  keys: readonly Uint8Array[],
  records: readonly (Uint8Array | undefined)[],
): RecordLookup {
  const byKey = new Map(keys.map((key, index) => [hexEncode(key), records[index]]));
  return (key) => byKey.get(hexEncode(key));
}

function heightOf({ minHeight, atHeight }: ReadOptions): ReadHeight {
  return {
    ...(minHeight === undefined ? {} : { minHeight }),
    ...(atHeight === undefined ? {} : { atHeight }),
  };
}

function tooManyKeys(keys: number): ApiResult<never> {
  return { ok: false, code: "TOO_LARGE", data: { keys } };
}
