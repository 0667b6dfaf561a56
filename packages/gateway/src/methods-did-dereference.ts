import type { ErrorCode } from "@cartorio/protocol";
import { parseDidUrl } from "./did-url.ts";
import { exampleValues } from "./example-values.ts";
import { defineMethod, type Method } from "./method.ts";
import { renderRead } from "./methods-did.ts";
import type { ApiResult } from "./node-api.ts";
import { minHeightParameter, proofParameter, refuseDid } from "./parameters.ts";
import { readDidVersion } from "./read-did-version.ts";
import type { ReadOptions } from "./read-records.ts";
import type { JsonObject } from "./render.ts";
import type { ResolutionErrorCode, ResolutionFailure } from "./resolution-error.ts";
import {
  didUrlParameters,
  readResolutionOptions,
  relationshipNames,
} from "./resolution-options.ts";
import { partOf } from "./resolve-did.ts";
import {
  anyObjectSchema,
  arrayOf,
  booleanSchema,
  didSchema,
  integerSchema,
  type JsonSchema,
  nullable,
  objectOf,
  oneOf,
  proofSchema,
  stringSchema,
  timeSchema,
} from "./schemas.ts";

interface DereferenceParams extends ReadOptions {
  readonly didUrl: string;
  readonly accept?: string;
  readonly verificationRelationship?: string;
}

const URI_LIST_TYPE = "text/uri-list";
const DOCUMENT_TYPE = "application/did";
const didUrlSchema: JsonSchema = { type: "string", pattern: "^did:", maxLength: 2048 };

const dereferenceMethod = defineMethod<DereferenceParams, JsonObject>({
  name: "did_dereference",
  summary: "What a DID URL names: a document, a key, a service, the URLs of a service.",
  description:
    "DID URL parameters: `versionId`, `versionTime` (UTC, no fractions; the version in force at that second), " +
    "`service`, `serviceType`, `relativeRef`; a fragment names a key or a service. With `accept` text/uri-list " +
    "`content` is the list of the service's URLs; nobody follows them. `content` is null where there is no " +
    "document: the DID is deactivated, or governance redacted it. `error` in the data of INVALID_OPTIONS and " +
    "NOT_FOUND is the error of DID Resolution. The proof is that of the version. The standard endpoint is " +
    "GET /1.0/identifiers/{did}.",
  params: [
    { name: "didUrl", summary: "A DID, or a DID URL.", schema: didUrlSchema, required: true },
    {
      name: "accept",
      summary: "application/did (default) or text/uri-list.",
      schema: oneOf([DOCUMENT_TYPE, URI_LIST_TYPE]),
    },
    {
      name: "verificationRelationship",
      summary: "The key that the fragment names must serve this relationship.",
      schema: oneOf(relationshipNames),
    },
    proofParameter,
    minHeightParameter,
  ],
  result: objectOf({
    did: didSchema,
    content: nullable({ anyOf: [anyObjectSchema, arrayOf(stringSchema)] }),
    contentType: nullable(stringSchema),
    contentMetadata: anyObjectSchema,
    version: integerSchema,
    deactivated: booleanSchema,
    height: integerSchema,
    time: timeSchema,
    "proof?": proofSchema,
  }),
  errors: [
    "DID_MALFORMED",
    "DID_WRONG_NETWORK",
    "DID_NOT_FOUND",
    "NOT_FOUND",
    "INVALID_OPTIONS",
    "NOT_READY",
  ],
  example: {
    summary: "Where a service is",
    params: { didUrl: `${exampleValues.did}?service=catalogue`, accept: URI_LIST_TYPE },
  },
  async handle(context, { didUrl, accept, verificationRelationship, ...read }) {
    const url = parseDidUrl(didUrl);
    if (url === undefined) return { ok: false, code: "DID_MALFORMED" };
    const { did } = url;
    const refused = await refuseDid(context, did);
    if (refused !== undefined) return refused;
    const given = new Map<string, unknown>(url.parameters);
    const surplus = [...given.keys()].some((name) => !didUrlParameters.includes(name));
    if (surplus) return refusal({ code: "FEATURE_NOT_SUPPORTED", detail: "no such parameter" });
    if (verificationRelationship !== undefined) {
      given.set("verificationRelationship", verificationRelationship);
    }
    const options = readResolutionOptions(given);
    if (!options.ok) return refusal(options.failure);
    const { versionId, versionTime } = options.value;
    const resolved = await readDidVersion(context, did, {
      ...read,
      ...(versionId === undefined ? {} : { versionId }),
      ...(versionTime === undefined ? {} : { versionTime }),
    });
    if (!resolved.ok) return resolved;
    const wantsUrls = accept === URI_LIST_TYPE;
    const part = partOf(resolved.value, { url, options: options.value, wantsUrls });
    if (!part.ok) return refusal(part.failure);
    const { content } = part.value;
    const { metadata, version, deactivated, answer } = resolved.value;
    const contentType = Array.isArray(content) ? URI_LIST_TYPE : DOCUMENT_TYPE;
    const shown = { content, contentType: content === null ? null : contentType };
    const value = { did, ...shown, contentMetadata: metadata, version, deactivated };
    return { ok: true, value: { ...value, ...renderRead(answer) } };
  },
});

const codes: Partial<Readonly<Record<ResolutionErrorCode, ErrorCode>>> = {
  INVALID_DID_URL: "DID_MALFORMED",
  NOT_FOUND: "NOT_FOUND",
};

function refusal({ code: error, detail: reason }: ResolutionFailure): ApiResult<never> {
  return { ok: false, code: codes[error] ?? "INVALID_OPTIONS", data: { error, reason } };
}

/** DID URLs. */
export const didDereferenceMethods: readonly Method[] = [dereferenceMethod];
