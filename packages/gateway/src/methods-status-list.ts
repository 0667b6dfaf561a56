import { base64UrlEncode, concatBytes } from "@cartorio/crypto";
import { limits, type ProofQuestion, statusChunkOf, statusPurpose } from "@cartorio/protocol";
import { exampleValues } from "./example-values.ts";
import { defineMethod, type Method, type MethodContext } from "./method.ts";
import { renderRead } from "./methods-did.ts";
import type { ApiResult, ReadHeight } from "./node-api.ts";
import { minHeightParameter, proofParameter, refuseDid } from "./parameters.ts";
import { isPublisherApart } from "./publisher-check.ts";
import { type ReadOptions, readRecords } from "./read-records.ts";
import type { JsonObject } from "./render.ts";
import {
  booleanSchema,
  didSchema,
  integerSchema,
  objectOf,
  oneOf,
  proofSchema,
  stringSchema,
  timeSchema,
  versionSchema,
} from "./schemas.ts";
import { bitstringEncoding, tokenEncoding } from "./status-list-encoding.ts";
import { findList, type ListAt, placeOf, readChunks } from "./status-list-read.ts";

export const purposeNames: Readonly<Record<number, string>> = {
  [statusPurpose.revocation]: "revocation",
  [statusPurpose.suspension]: "suspension",
};
const encodings = ["bits", "bitstring", "token"] as const;

const placeParameters = [
  { name: "owner", summary: "DID of the issuer.", schema: didSchema, required: true },
  { name: "list", summary: "Number of the list, from 1.", schema: versionSchema, required: true },
] as const;
const timeParameter = {
  name: "time",
  summary:
    "How it was at this time, default now. NOT_FOUND before the list was created, INVALID_OPTIONS after the certified time: never the latest instead.",
  schema: timeSchema,
} as const;

const listMembers = {
  publisher: didSchema,
  purpose: oneOf(["revocation", "suspension"]),
  length: integerSchema,
  sequence: integerSchema,
  since: timeSchema,
  latestSequence: integerSchema,
};
const errors = ["DID_MALFORMED", "DID_WRONG_NETWORK", "NOT_FOUND", "INVALID_OPTIONS"] as const;

interface ListParams extends ReadOptions {
  readonly owner: string;
  readonly list: number;
  readonly time?: number;
  readonly encoding?: (typeof encodings)[number];
}

/** Also what the HTTP form of a list is made from. */
export const getList: Method = defineMethod<ListParams, JsonObject>({
  name: "status_getList",
  summary: "All bits of a status list, now or at a time.",
  description:
    "Whoever takes the whole list tells nobody which credential it is about. `bits` is base64url of the " +
    "bits (index 0 is the most significant one of the first byte), or what a list credential holds: " +
    "`bitstring` is the encodedList of a BitstringStatusListCredential (GZIP), `token` the lst of a " +
    "statuslist+jwt (DEFLATE, index 0 is the least significant bit). The proof shows the RFC 9162 root " +
    "over chunks of 256 bytes, and that the version after it is later or does not exist. For a publisher " +
    "whose keys speak for the issuer nothing is encoded (STATUS_PUBLISHER_INVALID).",
  params: [
    ...placeParameters,
    timeParameter,
    { name: "encoding", summary: "Form of `bits`; default bits.", schema: oneOf(encodings) },
    proofParameter,
    minHeightParameter,
  ],
  result: objectOf({
    ...listMembers,
    bits: stringSchema,
    height: integerSchema,
    time: timeSchema,
    "proof?": proofSchema,
  }),
  errors: [...errors, "STATUS_PUBLISHER_INVALID", "TOO_LARGE", "NOT_READY"],
  cost: 40,
  example: {
    summary: "A list in which credential 7 is revoked",
    params: { owner: exampleValues.did, list: 1, encoding: "bitstring" },
  },
  async handle(context, params) {
    const { owner, encoding = "bits", proof = false } = params;
    const found = await find(context, params);
    if (!found.ok) return found;
    const at = found.value;
    // A state proof needs no publisher; what a publisher signs does.
    const refused = encoding === "bits" ? undefined : await refusePublisher(context, at);
    if (refused !== undefined) return refused;
    const count = at.record.length / limits.statusChunkBits;
    const chunks = await readChunks(
      context,
      at,
      Array.from({ length: count }, (_, chunk) => chunk),
    );
    if (!chunks.ok) return chunks;
    const { list, sequence } = at;
    const question = { kind: "statusList", owner, list, sequence } as const;
    const read = await readRecords(context, [question], {
      ...anchorOf(params),
      atHeight: at.height,
      proof,
    });
    if (!read.ok) return read;
    const bits = concatBytes(...chunks.value.map(({ body }) => body));
    const value = { ...renderList(at), bits: encoded(bits, encoding), ...renderRead(read.value) };
    return { ok: true, value };
  },
});

function encoded(bits: Uint8Array, encoding: (typeof encodings)[number]): string {
  if (encoding === "bitstring") return bitstringEncoding(bits);
  return encoding === "token" ? tokenEncoding(bits) : base64UrlEncode(bits);
}

interface BitParams extends ReadOptions {
  readonly owner: string;
  readonly list: number;
  readonly index: number;
  readonly time?: number;
}

const getBit = defineMethod<BitParams, JsonObject>({
  name: "status_getBit",
  summary: "One bit of a status list, now or at a time.",
  description:
    "Whoever asks about one bit tells this gateway which credential it is about: status_getList does " +
    "not. `chunkSequence` and `nextChunkSequence` say where the bit lies in the past, for a proof: a " +
    "verifier puts them into its question (statusBit) and sees from the records whether they are true.",
  params: [
    ...placeParameters,
    {
      name: "index",
      summary: "Number of the bit, from 0.",
      schema: { type: "integer", minimum: 0, maximum: limits.maxStatusListBits - 1 },
      required: true,
    },
    timeParameter,
    proofParameter,
    minHeightParameter,
  ],
  result: objectOf({
    value: booleanSchema,
    ...listMembers,
    chunkSequence: integerSchema,
    nextChunkSequence: integerSchema,
    height: integerSchema,
    time: timeSchema,
    "proof?": proofSchema,
  }),
  errors: [...errors, "TOO_LARGE", "NOT_READY"],
  cost: 5,
  example: {
    summary: "A bit that is set",
    params: { owner: exampleValues.did, list: 1, index: 7 },
  },
  async handle(context, params) {
    const { owner, index, proof = false } = params;
    const found = await find(context, params);
    if (!found.ok) return found;
    const at = found.value;
    if (index >= at.record.length) {
      return { ok: false, code: "INVALID_OPTIONS", data: { length: at.record.length } };
    }
    const chunks = await readChunks(context, at, [statusChunkOf(index)]);
    if (!chunks.ok) return chunks;
    const [chunk] = chunks.value;
    if (chunk === undefined)
      throw new Error("INV-GATEWAY-STATUS: a chunk that was asked for misses");
    const place = placeOf(at, chunk);
    const question: ProofQuestion = { kind: "statusBit", owner, list: at.list, index, at: place };
    const read = await readRecords(context, [question], {
      ...anchorOf(params),
      atHeight: at.height,
      proof,
    });
    if (!read.ok) return read;
    const bit = index % limits.statusChunkBits;
    const value = {
      value: ((chunk.body[Math.floor(bit / 8)] ?? 0) & (0x80 >> (bit % 8))) !== 0,
      ...renderList(at),
      chunkSequence: place.chunkSequence,
      nextChunkSequence: place.nextChunkSequence,
      ...renderRead(read.value),
    };
    return { ok: true, value };
  },
});

/** What a proof begins from, if the call says it. */
function anchorOf({ anchorHeight }: ReadOptions): ReadOptions {
  return anchorHeight === undefined ? {} : { anchorHeight };
}

interface FindParams extends ReadHeight {
  readonly owner: string;
  readonly list: number;
  readonly time?: number;
}

async function find(context: MethodContext, params: FindParams): Promise<ApiResult<ListAt>> {
  const { owner, list, time, minHeight, atHeight } = params;
  const refused = await refuseDid(context, owner);
  if (refused !== undefined) return refused;
  return findList(
    context,
    { owner, list, ...(time === undefined ? {} : { time }) },
    {
      ...(minHeight === undefined ? {} : { minHeight }),
      ...(atHeight === undefined ? {} : { atHeight }),
    },
  );
}

/** Judged by the documents of now, at whatever time the list is asked for. */
async function refusePublisher(
  context: MethodContext,
  { owner, record: { publisher }, height }: ListAt,
): Promise<ApiResult<never> | undefined> {
  const questions = [owner, publisher].map((did) => ({ kind: "did", did }) as const);
  const read = await readRecords(context, questions, { atHeight: height });
  if (!read.ok) return read;
  if (isPublisherApart(read.value.lookup, owner, publisher)) return undefined;
  return { ok: false, code: "STATUS_PUBLISHER_INVALID", data: { publisher } };
}

function renderList({ record, sequence, since, latestSequence }: ListAt): JsonObject {
  const { publisher, purpose, length } = record;
  const name = purposeNames[purpose] ?? "unknown";
  return { publisher, purpose: name, length, sequence, since, latestSequence };
}

/** Methods of the `status_` namespace. */
export const statusListMethods: readonly Method[] = [getList, getBit];
