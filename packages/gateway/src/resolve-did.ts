// The algorithms of DID Resolution 1.0, sections 4.4 and 5.4, without the way that an answer travels.
import { base64UrlEncode } from "@cartorio/crypto";
import { dereference, namesPart } from "./did-dereferencing.ts";
import { type DidUrl, methodOf, parseDidUrl } from "./did-url.ts";
import type { MethodContext } from "./method.ts";
import type { ApiResult } from "./node-api.ts";
import { refuseDid } from "./parameters.ts";
import type { ResolvedDid } from "./read-did.ts";
import { readDidVersion } from "./read-did-version.ts";
import type { ReadAnswer, ReadOptions } from "./read-records.ts";
import { failed, type ResolutionResult } from "./resolution-error.ts";
import type { ResolutionOptions } from "./resolution-options.ts";

/** What a DID or DID URL led to. */
export interface Resolution {
  /** Null for a deactivated DID and a redacted document; otherwise a document, a part of it, or URLs. */
  readonly content: Readonly<Record<string, unknown>> | readonly string[] | null;
  /** `didDocumentMetadata` or `contentMetadata`. */
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly did: string;
  readonly deactivated: boolean;
  readonly answer: ReadAnswer;
}

export interface ResolutionQuestion {
  readonly url: DidUrl;
  readonly options: ResolutionOptions;
  /** See `dereference`. */
  readonly wantsUrls: boolean;
}

/**
 * Takes apart what stands for a DID. What is no DID at all is INVALID_DID, or INVALID_DID_URL where a part
 * of a document is asked for.
 */
export function parseIdentifier(identifier: string): ResolutionResult<DidUrl> {
  const url = parseDidUrl(identifier);
  if (url !== undefined) return { ok: true, value: url };
  return /[/?#]/.test(identifier)
    ? failed("INVALID_DID_URL", "not a DID URL, or a parameter stands twice")
    : failed("INVALID_DID", "not a DID");
}

/** METHOD_NOT_SUPPORTED, INVALID_DID, or NOT_FOUND for a DID of another network. */
export async function refuseIdentifier(
  context: MethodContext,
  did: string,
): Promise<ResolutionResult<never> | undefined> {
  if (methodOf(did) !== "cartorio") {
    return failed("METHOD_NOT_SUPPORTED", "this resolver knows did:cartorio");
  }
  const refused = await refuseDid(context, did);
  if (refused?.ok !== false) return undefined;
  return refused.code === "DID_WRONG_NETWORK"
    ? failed("NOT_FOUND", "the DID belongs to another network")
    : failed("INVALID_DID", "not a DID of this method in its one spelling");
}

/** Resolves, and dereferences what the question names inside of the document. */
export async function resolve(
  context: MethodContext,
  question: ResolutionQuestion,
): Promise<ResolutionResult<Resolution>> {
  const { url, options } = question;
  const { did } = url;
  const refused = await refuseIdentifier(context, did);
  if (refused !== undefined) return refused;
  const { versionId, versionTime } = options;
  const resolved = await readDidVersion(context, did, {
    ...(versionId === undefined ? {} : { versionId }),
    ...(versionTime === undefined ? {} : { versionTime }),
    ...readOptionsOf(options),
  });
  if (!resolved.ok) return failureOf(resolved);
  return partOf(resolved.value, question);
}

/** The part of a version that a question names. */
export function partOf(
  resolved: ResolvedDid,
  { url, options, wantsUrls }: ResolutionQuestion,
): ResolutionResult<Resolution> {
  const { did, document, answer } = resolved;
  const metadata = metadataOf(resolved);
  const deactivated = document === null && resolved.deactivated;
  const found = { metadata, did, deactivated, answer };
  if (document === null || (!wantsUrls && !namesPart(url, options))) {
    return { ok: true, value: { ...found, content: document } };
  }
  const part = dereference(document, { ...options, url, wantsUrls });
  if (!part.ok) return part;
  const content = part.value.kind === "urls" ? part.value.urls : part.value.content;
  return { ok: true, value: { ...found, content } };
}

/** With the state proof, if there is one, as a set of proofs (DID Resolution 1.0 section 4.3). */
function metadataOf({ metadata, answer: { bundle, height } }: ResolvedDid): Resolution["metadata"] {
  if (bundle === undefined) return metadata;
  const proof = [{ type: "CartorioStateProof", height, bundle: base64UrlEncode(bundle) }];
  return { ...metadata, proof };
}

function readOptionsOf({ proof, anchorHeight, minHeight }: ResolutionOptions): ReadOptions {
  return {
    ...(proof === undefined ? {} : { proof }),
    ...(anchorHeight === undefined ? {} : { anchorHeight }),
    ...(minHeight === undefined ? {} : { minHeight }),
  };
}

type Refusal = Extract<ApiResult<never>, { readonly ok: false }>;

function failureOf({ code, data }: Refusal): ResolutionResult<never> {
  switch (code) {
    case "DID_NOT_FOUND":
      return failed("NOT_FOUND", "the ledger has no such DID");
    case "NOT_FOUND":
      return data?.["latestVersion"] === undefined
        ? failed("INVALID_OPTIONS", "no certified height is anchorHeight")
        : failed("NOT_FOUND", "the DID has no such version");
    case "TOO_LARGE":
      return failed("INVALID_OPTIONS", "too many changes of the validator set since anchorHeight");
    case "INVALID_OPTIONS":
      return failed(
        "INVALID_OPTIONS",
        String(data?.["reason"] ?? "the options contradict each other"),
      );
    default:
      return failed("INTERNAL_ERROR", code);
  }
}
