// The HTTP binding of DID Resolution 1.0 (section 12.1): media types, status, and the shapes of results.
import { namesPart } from "./did-dereferencing.ts";
import { type DidUrl, parseQuery } from "./did-url.ts";
import { chooseMediaType } from "./media-types.ts";
import type { MethodContext } from "./method.ts";
import {
  errorObject,
  failed,
  legacyError,
  type ResolutionFailure,
  type ResolutionResult,
  statusOfError,
} from "./resolution-error.ts";
import { type ResolutionOptions, readResolutionOptions } from "./resolution-options.ts";
import { parseIdentifier, type Resolution, resolve } from "./resolve-did.ts";

/** An HTTP answer: status, media type, JSON body. */
export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  /** Undefined: empty. */
  readonly body: unknown;
  readonly location?: string;
  /** No cache on the way may keep it. */
  readonly isFresh?: boolean;
}

const PROBLEM_TYPE = "application/problem+json";
const DOCUMENT_TYPE = "application/did";
const LEGACY_DOCUMENT_TYPE = "application/did+ld+json";
const LEGACY_CONTEXT = "https://w3id.org/did-resolution/v1";
const URI_LIST_TYPE = "text/uri-list";

const RESULT_TYPE = "application/did-resolution";
const LEGACY_RESULT_TYPE = 'application/ld+json;profile="https://w3id.org/did-resolution"';
const DEREFERENCING_TYPE = "application/did-url-dereferencing";
const LEGACY_DEREFERENCING_TYPE =
  'application/ld+json;profile="https://w3id.org/did-url-dereferencing"';
/** Media types of a bare document: DID 1.1, then the two of DID 1.0. One JSON serves all three. */
const documentTypes = [DOCUMENT_TYPE, "application/did+json", LEGACY_DOCUMENT_TYPE];

/** For a DID, the favourite first. */
const resolutionTypes: readonly string[] = [
  RESULT_TYPE,
  ...documentTypes,
  LEGACY_RESULT_TYPE,
  DEREFERENCING_TYPE,
  LEGACY_DEREFERENCING_TYPE,
];
/** For a part of what a DID URL leads to. */
const dereferencingTypes: readonly string[] = [
  DEREFERENCING_TYPE,
  ...documentTypes,
  LEGACY_DEREFERENCING_TYPE,
  URI_LIST_TYPE,
];

export interface ResolutionRequest {
  /** A DID or DID URL, decoded. */
  readonly identifier: string;
  /** Of the request, without question mark: options, or parameters of a DID URL that was not encoded. */
  readonly query: string;
  /** Accept header as received. */
  readonly accept: string | undefined;
  /** Members of the body of a POST. */
  readonly members?: Readonly<Record<string, unknown>>;
}

interface ReadRequest {
  readonly url: DidUrl;
  readonly options: ResolutionOptions;
}

/**
 * `GET` and `POST /1.0/identifiers/{did}`. `application/did-resolution`, also without Accept, gives the full
 * result; a DID media type the bare document; `application/did-url-dereferencing`, also without Accept where
 * the DID URL names a part, that part with its metadata; `text/uri-list` the URL of a service, as 303.
 */
export async function resolveOverHttp(
  context: MethodContext,
  request: ResolutionRequest,
): Promise<HttpAnswer> {
  const read = readRequest(request);
  const accept = read.ok ? (read.value.options.accept ?? request.accept) : request.accept;
  const isPart = read.ok ? namesPart(read.value.url, read.value.options) : hasPart(request);
  const types = isPart ? dereferencingTypes : resolutionTypes;
  const contentType = chooseMediaType(accept, types);
  if (contentType === undefined) {
    const { failure } = failed("REPRESENTATION_NOT_SUPPORTED", `serves ${types.join(", ")}`);
    return failureAnswer(isPart ? DEREFERENCING_TYPE : RESULT_TYPE, failure);
  }
  if (!read.ok) return failureAnswer(contentType, read.failure);
  const { options } = read.value;
  if (options.proof === true && documentTypes.includes(contentType)) {
    const { failure } = failed(
      "INVALID_OPTIONS",
      `a proof stands in the metadata: ask for ${RESULT_TYPE}`,
    );
    return failureAnswer(contentType, failure);
  }
  const wantsUrls = contentType === URI_LIST_TYPE;
  const resolved = await resolve(context, { ...read.value, wantsUrls });
  if (!resolved.ok) return failureAnswer(contentType, resolved.failure);
  const answer = successAnswer(contentType, resolved.value);
  return options.noCache === true ? { ...answer, isFresh: true } : answer;
}

/** The answer to a failure of the gateway or its node. */
export function internalResolutionError(accept: string | undefined): HttpAnswer {
  const { failure } = failed("INTERNAL_ERROR", "see the node's log");
  return failureAnswer(chooseMediaType(accept, resolutionTypes) ?? RESULT_TYPE, failure);
}

/** The answer to a body that is no JSON object. */
export function invalidBody(accept: string | undefined, reason: string): HttpAnswer {
  const { failure } = failed("INVALID_OPTIONS", `the body must be a JSON object: ${reason}`);
  return failureAnswer(chooseMediaType(accept, resolutionTypes) ?? RESULT_TYPE, failure);
}

/** A DID URL with a name for more than a version, as far as can be told of one that is none. */
function hasPart({ identifier }: ResolutionRequest): boolean {
  return /[/#]/.test(identifier);
}

/** Options may stand in the DID URL, in the query and in the body, each once. */
function readRequest(request: ResolutionRequest): ResolutionResult<ReadRequest> {
  const url = parseIdentifier(request.identifier);
  if (!url.ok) return url;
  const query = parseQuery(request.query);
  if (query === undefined)
    return failed("INVALID_DID_URL", "a parameter stands twice, or is broken");
  const given = new Map<string, unknown>(url.value.parameters);
  for (const [name, value] of [...query, ...Object.entries(request.members ?? {})]) {
    if (given.has(name)) return failed("INVALID_DID_URL", "a parameter stands twice");
    given.set(name, value);
  }
  const options = readResolutionOptions(given);
  return options.ok ? { ok: true, value: { url: url.value, options: options.value } } : options;
}

/** Documents that governance redacted are no reason to call the DID gone: the metadata say so. */
function successAnswer(contentType: string, resolution: Resolution): HttpAnswer {
  const { content, metadata, did, deactivated } = resolution;
  const status = deactivated ? 410 : 200;
  const shown = content ?? (deactivated ? { id: did } : null);
  const error = undefined;
  switch (contentType) {
    case RESULT_TYPE:
      return { status, contentType, body: resolutionBody({ error, content, metadata }) };
    case DEREFERENCING_TYPE:
      return { status, contentType, body: dereferencingBody({ error, content, metadata }) };
    case LEGACY_RESULT_TYPE:
      return {
        status,
        contentType,
        body: legacy(resolutionBody({ error, content: shown, metadata })),
      };
    case LEGACY_DEREFERENCING_TYPE:
      return {
        status,
        contentType,
        body: legacy(dereferencingBody({ error, content: shown, metadata })),
      };
    default:
      return bareAnswer(contentType, resolution);
  }
}

function bareAnswer(contentType: string, { content, deactivated }: Resolution): HttpAnswer {
  if (content === null) {
    const detail = deactivated ? "the DID is deactivated" : "governance redacted the document";
    const body = { type: "about:blank", title: "Gone", status: 410, detail };
    return { status: 410, contentType: PROBLEM_TYPE, body };
  }
  const [location] = Array.isArray(content) ? content : [];
  if (location === undefined) return { status: 200, contentType, body: content };
  return { status: 303, contentType, body: undefined, location };
}

interface ResultParts {
  readonly error: unknown;
  readonly content: unknown;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** DID Resolution 1.0 section 9. */
function resolutionBody({ error, content, metadata }: ResultParts): Record<string, unknown> {
  return {
    didResolutionMetadata: metadataOf(error, content),
    didDocument: content,
    didDocumentMetadata: metadata,
  };
}

/**
 * DID Resolution 1.0 section 10, which calls the same thing `content` in one place and `contentStream` in
 * another: both.
 */
function dereferencingBody({ error, content, metadata }: ResultParts): Record<string, unknown> {
  return {
    dereferencingMetadata: metadataOf(error, content),
    content,
    contentStream: content,
    contentMetadata: metadata,
  };
}

function metadataOf(error: unknown, content: unknown): Record<string, unknown> {
  if (error !== undefined) return { error };
  return content === null ? {} : { contentType: DOCUMENT_TYPE };
}

/** The shape of DID 1.0: errors are words, and the document is JSON-LD. */
function legacy(body: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(body).map(([name, value]) => {
    const isDocument = isObject(value) && value["contentType"] === DOCUMENT_TYPE;
    return [name, isDocument ? { ...value, contentType: LEGACY_DOCUMENT_TYPE } : value];
  });
  return { "@context": LEGACY_CONTEXT, ...Object.fromEntries(entries) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** RFC 9457 body; inside the result where the caller asked for one. */
function failureAnswer(contentType: string, failure: ResolutionFailure): HttpAnswer {
  const status = statusOfError(failure.code);
  const error = errorObject(failure);
  const parts = { error, content: null, metadata: {} };
  const words = { ...parts, error: legacyError(failure.code) };
  switch (contentType) {
    case RESULT_TYPE:
      return { status, contentType, body: resolutionBody(parts) };
    case DEREFERENCING_TYPE:
      return { status, contentType, body: dereferencingBody(parts) };
    case LEGACY_RESULT_TYPE:
      return { status, contentType, body: legacy(resolutionBody(words)) };
    case LEGACY_DEREFERENCING_TYPE:
      return { status, contentType, body: legacy(dereferencingBody(words)) };
    default:
      return { status, contentType: PROBLEM_TYPE, body: error };
  }
}
