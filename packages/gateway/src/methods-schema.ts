import { base64UrlEncode, hexEncode, utf8Decode } from "@cartorio/crypto";
import {
  multihashText,
  type SchemaBodyRecord,
  type SchemaRecord,
  schemaBodyRecord,
  schemaIndexRecord,
  schemaRecord,
  schemasHeadRecord,
  stateKeys,
} from "@cartorio/protocol";
import { exampleValues } from "./example-values.ts";
import { givenValue } from "./given-value.ts";
import { defineMethod, type Method } from "./method.ts";
import { renderRead } from "./methods-did.ts";
import {
  countParameter,
  fromParameter,
  hexParameter,
  minHeightParameter,
  nextPage,
  nextPageSchema,
  numbersOf,
  pageOf,
  proofParameter,
  refuseDid,
} from "./parameters.ts";
import { readRecords } from "./read-records.ts";
import type { JsonObject } from "./render.ts";
import {
  arrayOf,
  didSchema,
  hashSchema,
  integerSchema,
  nullable,
  objectOf,
  proofSchema,
  stringSchema,
  timeSchema,
} from "./schemas.ts";

interface SchemaParams {
  readonly digest: string;
  readonly proof?: boolean;
  readonly minHeight?: number;
}

const get = defineMethod<SchemaParams, JsonObject>({
  name: "schema_get",
  summary: "A JSON Schema by its digest, with the very bytes that were registered.",
  description:
    "`body` is the text whose UTF-8 bytes have the digest: hash it before you use it. It is null if " +
    "there is no such schema, and where governance dropped it: `redaction` then says so. " +
    "`deprecatedTime` is null unless the owner said that the schema should not be used any more, which " +
    "makes nothing invalid; `supersededBy` names the one that follows.",
  params: [
    { name: "digest", summary: "SHA-256 of the schema.", schema: hashSchema, required: true },
    proofParameter,
    minHeightParameter,
  ],
  result: objectOf({
    id: stringSchema,
    schema: nullable(
      objectOf({
        owner: didSchema,
        number: integerSchema,
        time: timeSchema,
        height: integerSchema,
        size: integerSchema,
        supersedes: nullable(hashSchema),
        supersededBy: nullable(hashSchema),
        deprecatedTime: nullable(timeSchema),
        sequence: integerSchema,
      }),
    ),
    body: nullable(stringSchema),
    redaction: nullable(
      objectOf({
        hash: hashSchema,
        time: timeSchema,
        height: integerSchema,
        proposal: integerSchema,
        reason: integerSchema,
      }),
    ),
    height: integerSchema,
    time: timeSchema,
    "proof?": proofSchema,
  }),
  errors: ["NOT_READY"],
  example: {
    summary: "The schema of a degree",
    params: { digest: exampleValues.schema },
  },
  async handle(context, { digest: text, ...options }) {
    const digest = hexParameter(text);
    const read = await readRecords(context, [{ kind: "schema", digest }], options);
    if (!read.ok) return read;
    const { lookup } = read.value;
    const record = givenValue(lookup(stateKeys.schema(digest)), schemaRecord);
    const body = givenValue(lookup(stateKeys.schemaBody(digest)), schemaBodyRecord);
    const value = {
      id: multihashText(digest),
      schema: record === undefined ? null : renderSchema(record),
      ...renderBody(body),
      ...renderRead(read.value),
    };
    return { ok: true, value };
  },
});

function renderSchema(record: SchemaRecord): JsonObject {
  const { supersedes, supersededBy, deprecatedTime, ...rest } = record;
  return {
    ...rest,
    supersedes: supersedes.length === 0 ? null : hexEncode(supersedes),
    supersededBy: supersededBy.length === 0 ? null : hexEncode(supersededBy),
    deprecatedTime: deprecatedTime === 0 ? null : deprecatedTime,
  };
}

function renderBody(record: SchemaBodyRecord | undefined): JsonObject {
  const { body, redaction } = record ?? {};
  return {
    body: body === undefined ? null : (utf8Decode(body) ?? base64UrlEncode(body)),
    redaction: redaction === undefined ? null : { ...redaction, hash: hexEncode(redaction.hash) },
  };
}

interface ListParams {
  readonly owner: string;
  readonly from?: number;
  readonly count?: number;
  readonly proof?: boolean;
  readonly minHeight?: number;
}

const list = defineMethod<ListParams, JsonObject>({
  name: "schema_list",
  summary: "The schemas of an owner, in the order in which they were registered.",
  description:
    "`total` is how many there are; `schemas` are the digests of entries `from`, from + 1, ... With a " +
    "proof the list is shown to be complete.",
  params: [
    { name: "owner", summary: "DID of the owner.", schema: didSchema, required: true },
    fromParameter,
    countParameter,
    proofParameter,
    minHeightParameter,
  ],
  result: objectOf({
    total: integerSchema,
    schemas: arrayOf(hashSchema),
    next: nextPageSchema,
    height: integerSchema,
    time: timeSchema,
    "proof?": proofSchema,
  }),
  errors: ["DID_MALFORMED", "DID_WRONG_NETWORK", "NOT_READY"],
  example: { summary: "The only one", params: { owner: exampleValues.publisher } },
  async handle(context, { owner, from, count, ...options }) {
    const refused = await refuseDid(context, owner);
    if (refused !== undefined) return refused;
    const page = pageOf({ from, count });
    const read = await readRecords(context, [{ kind: "schemaList", owner, ...page }], options);
    if (!read.ok) return read;
    const { lookup } = read.value;
    const total = givenValue(lookup(stateKeys.schemasHead(owner)), schemasHeadRecord)?.count ?? 0;
    const numbers = numbersOf(page);
    const schemas = numbers
      .map((number) => givenValue(lookup(stateKeys.schemaOf(owner, number)), schemaIndexRecord))
      .filter((entry) => entry !== undefined)
      .map(({ digest }) => hexEncode(digest));
    const next = nextPage(page, total);
    return { ok: true, value: { total, schemas, next, ...renderRead(read.value) } };
  },
});

/** Methods of the `schema_` namespace. */
export const schemaMethods: readonly Method[] = [get, list];
