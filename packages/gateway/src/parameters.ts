import { base64UrlDecode, hexDecode } from "@cartorio/crypto";
import { limits, parseDid } from "@cartorio/protocol";
import type { MethodContext, MethodParameter } from "./method.ts";
import type { ApiResult } from "./node-api.ts";
import {
  booleanSchema,
  integerSchema,
  type JsonSchema,
  nullable,
  versionSchema,
} from "./schemas.ts";

export const proofParameter: MethodParameter = {
  name: "proof",
  summary: "Also give the proof of the answer.",
  schema: booleanSchema,
};
export const minHeightParameter: MethodParameter = {
  name: "minHeight",
  summary: "Answer from a certified height of at least this; NOT_READY if the node is not there.",
  schema: integerSchema,
};

/** Every method that takes {@link minHeightParameter} takes it as well: `read-options.ts` adds it. */
export const atHeightParameter: MethodParameter = {
  name: "atHeight",
  summary:
    "Answer from exactly this certified height; STATE_PRUNED names the oldest one that is kept.",
  schema: integerSchema,
};

/** Every method that takes {@link proofParameter} takes it as well: `read-options.ts` adds it. */
export const anchorHeightParameter: MethodParameter = {
  name: "anchorHeight",
  summary: "Of a proof: height of the caller's trust anchor; default 0, the genesis.",
  schema: integerSchema,
};

/** Of methods that read blocks and not a state: `read-options.ts` sees to it. */
export const caughtUpParameter: MethodParameter = {
  name: "minHeight",
  summary: "NOT_READY unless the node's newest certified height is at least this.",
  schema: integerSchema,
};

/** Pages of a list whose entries are numbered 1, 2, ... */
export const fromParameter: MethodParameter = {
  name: "from",
  summary: "Number of the first entry; default 1.",
  schema: versionSchema,
};
export const countParameter: MethodParameter = pageCount(limits.maxListQuestion);

/** Of a list with larger entries, or smaller ones. */
export function pageCount(most: number): MethodParameter {
  return {
    name: "count",
    summary: `How many entries, at most ${most}, which is the default.`,
    schema: { type: "integer", minimum: 0, maximum: most },
  };
}

/** What each page of a list says about the one after it. */
export const nextPageSchema: JsonSchema = nullable(integerSchema);

/** `from` of the page after one; null where that was the last one. */
export function nextPage(
  { from, count }: { readonly from: number; readonly count: number },
  total: number,
): number | null {
  return from + count <= total ? from + count : null;
}

/** The page that a call asks for. */
export function pageOf(parameters: {
  readonly from: number | undefined;
  readonly count: number | undefined;
}): { readonly from: number; readonly count: number } {
  const { from = 1, count = limits.maxListQuestion } = parameters;
  return { from, count };
}

/** The numbers of a page: what is listed is numbered without gaps. */
export function numbersOf({
  from,
  count,
}: {
  readonly from: number;
  readonly count: number;
}): number[] {
  return Array.from({ length: count }, (_, offset) => from + offset);
}

/** Bytes of a parameter that its schema admitted as lower-case hexadecimal. */
export function hexParameter(text: string): Uint8Array {
  const bytes = hexDecode(text);
  if (bytes === undefined) throw new Error("INV-GATEWAY-SCHEMA: a parameter passed unchecked");
  return bytes;
}

/** Bytes of unpadded base64url; MALFORMED where the text has stray bits at its end. */
export function bytesParameter(name: string, text: string): ApiResult<Uint8Array> {
  const value = base64UrlDecode(text);
  return value === undefined
    ? { ok: false, code: "MALFORMED", data: { field: name } }
    : { ok: true, value };
}

/** DID_MALFORMED or DID_WRONG_NETWORK; undefined if the DID may be asked for. */
export async function refuseDid(
  context: MethodContext,
  did: string,
): Promise<ApiResult<never> | undefined> {
  const parsed = parseDid(did);
  if (parsed === undefined) return { ok: false, code: "DID_MALFORMED" };
  const network = await context.network();
  if (parsed.network === network) return undefined;
  return { ok: false, code: "DID_WRONG_NETWORK", data: { network } };
}
