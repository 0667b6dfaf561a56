import type { MethodContext } from "./method.ts";
import { refuseDid } from "./parameters.ts";
import { type ResolvedDid, readDid } from "./read-did.ts";

/** An HTTP answer: status, media type, JSON body. */
export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: unknown;
}

const RESULT_TYPE = "application/did-resolution";
const PROBLEM_TYPE = "application/problem+json";
/** Media types of a bare document: DID 1.1, then the two of DID 1.0. One JSON serves all three. */
const documentTypes = ["application/did", "application/did+json", "application/did+ld+json"];
const servedTypes = [RESULT_TYPE, ...documentTypes];

const ERROR_TYPE_PREFIX = "https://www.w3.org/ns/did#";

/** Errors of DID Resolution 1.0 section 10 with the HTTP status of section 12. */
const resolutionErrors = {
  INVALID_DID: { status: 400, title: "Invalid DID" },
  INVALID_OPTIONS: { status: 400, title: "Invalid options" },
  NOT_FOUND: { status: 404, title: "DID not found" },
  REPRESENTATION_NOT_SUPPORTED: { status: 406, title: "Representation not supported" },
  INTERNAL_ERROR: { status: 500, title: "Internal error" },
  FEATURE_NOT_SUPPORTED: { status: 501, title: "Feature not supported" },
  METHOD_NOT_SUPPORTED: { status: 501, title: "Method not supported" },
} as const;

type ResolutionError = keyof typeof resolutionErrors;

export interface ResolutionRequest {
  readonly did: string;
  /** Accept header as received. */
  readonly accept: string | undefined;
  /** Names of the query parameters. */
  readonly options: readonly string[];
}

/**
 * `GET /1.0/identifiers/{did}` (DID Resolution 1.0 section 12.1), in its simple form: the latest
 * version, no options. `application/did-resolution`, also without Accept, gives the full result; a
 * DID media type the bare document. A deactivated DID is 410 with a null document.
 */
export async function resolveOverHttp(
  context: MethodContext,
  request: ResolutionRequest,
): Promise<HttpAnswer> {
  const contentType = chooseType(request.accept);
  if (contentType === undefined) {
    const detail = `serves ${servedTypes.join(", ")}`;
    return problem(RESULT_TYPE, "REPRESENTATION_NOT_SUPPORTED", detail);
  }
  const { did } = request;
  const method = /^did:([a-z0-9]+):/.exec(did)?.[1];
  if (method !== undefined && method !== "cartorio") {
    return problem(contentType, "METHOD_NOT_SUPPORTED", "this resolver knows did:cartorio");
  }
  const refused = await refuseDid(context, did);
  if (refused?.ok === false) {
    const isForeign = refused.code === "DID_WRONG_NETWORK";
    return isForeign
      ? problem(contentType, "NOT_FOUND", "the DID belongs to another network")
      : problem(contentType, "INVALID_DID", "not a DID of this method in its one spelling");
  }
  const [option] = request.options;
  if (option !== undefined) {
    return problem(contentType, "FEATURE_NOT_SUPPORTED", "resolution options are not supported");
  }
  const resolved = await readDid(context, did, {});
  if (resolved.ok) return success(contentType, resolved.value);
  if (resolved.code === "DID_NOT_FOUND") {
    return problem(contentType, "NOT_FOUND", "the ledger has no such DID");
  }
  return problem(contentType, "INTERNAL_ERROR", resolved.code);
}

/** The answer to a failure of the gateway or its node. */
export function internalResolutionError(accept: string | undefined): HttpAnswer {
  return problem(chooseType(accept) ?? RESULT_TYPE, "INTERNAL_ERROR", "see the node's log");
}

/** A document that governance redacted is no reason to call the DID gone: the metadata say so. */
function success(contentType: string, resolved: ResolvedDid): HttpAnswer {
  const { document, metadata, deactivated } = resolved;
  const status = document === null && deactivated ? 410 : 200;
  if (contentType === RESULT_TYPE) {
    return {
      status,
      contentType,
      body: {
        didResolutionMetadata: document === null ? {} : { contentType: "application/did" },
        didDocument: document,
        didDocumentMetadata: metadata,
      },
    };
  }
  if (document !== null) return { status, contentType, body: document };
  const detail = deactivated ? "the DID is deactivated" : "governance redacted the document";
  const body = { type: "about:blank", title: "Gone", status: 410, detail };
  return { status: 410, contentType: PROBLEM_TYPE, body };
}

/** RFC 9457 body; inside the result where the caller asked for one. */
function problem(contentType: string, code: ResolutionError, detail: string): HttpAnswer {
  const { status, title } = resolutionErrors[code];
  const error = { type: `${ERROR_TYPE_PREFIX}${code}`, title, status, detail };
  if (contentType !== RESULT_TYPE) return { status, contentType: PROBLEM_TYPE, body: error };
  const body = { didResolutionMetadata: { error }, didDocument: null, didDocumentMetadata: {} };
  return { status, contentType, body };
}

/** The served type that the Accept header (RFC 9110 12.5.1) likes best; undefined if none. */
function chooseType(accept: string | undefined): string | undefined {
  if (accept === undefined || accept.trim() === "") return RESULT_TYPE;
  const ranges = accept.split(",").map(parseRange);
  let best: { readonly type: string; readonly quality: number } | undefined;
  for (const type of servedTypes) {
    const quality = qualityOf(type, ranges);
    if (quality > (best?.quality ?? 0)) best = { type, quality };
  }
  return best?.type;
}

interface MediaRange {
  readonly name: string;
  readonly quality: number;
}

function parseRange(text: string): MediaRange {
  const [name = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith("q="));
  const quality = weight === undefined ? 1 : Number(weight.slice("q=".length));
  return { name, quality: quality >= 0 && quality <= 1 ? quality : 0 };
}

/** The most specific range decides, as RFC 9110 12.5.1 says. */
function qualityOf(type: string, ranges: readonly MediaRange[]): number {
  for (const name of [type, "application/*", "*/*"]) {
    const range = ranges.find((candidate) => candidate.name === name);
    if (range !== undefined) return range.quality;
  }
  return 0;
}
