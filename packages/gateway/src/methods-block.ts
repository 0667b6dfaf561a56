// Blocks, one by one and by page.
import { base64UrlEncode, hexEncode } from "@cartorio/crypto";
import { decodeProposal, type ErrorCode, envelopeHash, limits } from "@cartorio/protocol";
import { exampleValues } from "./example-values.ts";
import { defineMethod, type Method, type MethodContext } from "./method.ts";
import type { ApiResult, BlockAnswer, NodeApi } from "./node-api.ts";
import { caughtUpParameter, countParameter, hexParameter, nextPageSchema } from "./parameters.ts";
import { type JsonObject, renderHeader, renderReceipt } from "./render.ts";
import {
  arrayOf,
  booleanSchema,
  bytesSchema,
  hashSchema,
  headerSchema,
  integerSchema,
  nullable,
  objectOf,
  receiptSchema,
} from "./schemas.ts";
import { withheldEnvelopes } from "./withheld.ts";

interface BlockParams {
  readonly height?: number;
  readonly headerHash?: string;
  readonly envelopes?: boolean;
}

const heightParameter = {
  name: "height",
  summary: "Height; default the newest.",
  schema: integerSchema,
};
const headerHashParameter = {
  name: "headerHash",
  summary: "Hash of the header, instead of a height.",
  schema: hashSchema,
};
const blockErrors: readonly ErrorCode[] = ["NOT_FOUND", "INVALID_OPTIONS"];

async function findBlock(api: NodeApi, params: BlockParams): Promise<ApiResult<BlockAnswer>> {
  const { height, headerHash } = params;
  if (height !== undefined && headerHash !== undefined) {
    return { ok: false, code: "INVALID_OPTIONS", data: { reason: "height or headerHash" } };
  }
  const block = await api.block(blockAt(height, headerHash));
  return block === undefined ? { ok: false, code: "NOT_FOUND" } : { ok: true, value: block };
}

function blockAt(height: number | undefined, headerHash: string | undefined) {
  if (height !== undefined) return { height };
  if (headerHash !== undefined) return { headerHash: hexParameter(headerHash) };
  return "latest" as const;
}

const blockMembers = {
  header: headerSchema,
  proposer: integerSchema,
  proposal: bytesSchema,
  envelopeHashes: arrayOf(hashSchema),
  "envelopes?": arrayOf(nullable(bytesSchema)),
  receipts: arrayOf(receiptSchema),
  certificate: nullable(bytesSchema),
};

const getBlock = defineMethod<BlockParams, JsonObject>({
  name: "chain_getBlock",
  summary: "A block: header, receipts, certificate and, if asked for, its transactions.",
  description:
    "The newest certified block unless a height or a header hash is given. `certificate` is null " +
    "while the block is only committed: then it is this node's word alone. In `envelopes` stands null " +
    "for one with a document or a schema that governance dropped.",
  params: [
    heightParameter,
    headerHashParameter,
    { name: "envelopes", summary: "Also give the envelopes.", schema: booleanSchema },
    caughtUpParameter,
  ],
  result: objectOf(blockMembers),
  errors: blockErrors,
  example: { summary: "Block 1", params: { height: 1 } },
  async handle(context, params) {
    const found = await findBlock(context.api, params);
    if (!found.ok) return found;
    return { ok: true, value: await renderBlock(context, found.value, params) };
  },
});

/** What is shown of a block. */
interface Parts {
  readonly envelopes?: boolean;
}

async function renderBlock(
  context: MethodContext,
  block: BlockAnswer,
  parts: Parts,
): Promise<JsonObject> {
  const { header, proposal, envelopes, receipts, certificate } = block;
  const decoded = decodeProposal(proposal);
  return {
    header: renderHeader(header),
    proposer: decoded.ok ? decoded.value.proposer : 0,
    proposal: base64UrlEncode(proposal),
    envelopeHashes: envelopes.map((bytes) => hexEncode(envelopeHash(bytes))),
    ...(parts.envelopes === true ? { envelopes: await shown(context, envelopes) } : {}),
    receipts: receipts.map(renderReceipt),
    certificate: certificate === undefined ? null : base64UrlEncode(certificate),
  };
}

async function shown(
  { api, network }: MethodContext,
  envelopes: readonly Uint8Array[],
): Promise<(string | null)[]> {
  const withheld = await withheldEnvelopes(api, await network(), envelopes);
  return envelopes.map((bytes, index) => (withheld[index] ? null : base64UrlEncode(bytes)));
}

interface BlocksParams extends Parts {
  readonly from?: number;
  readonly count?: number;
  readonly newestFirst?: boolean;
}

/**
 * Bytes of blocks that one page reads, after which it ends: as many small blocks as the client asked for,
 * or one of the largest, fit into an answer.
 */
const maxPageBytes = 1024 * 1024;

const getBlocks = defineMethod<BlocksParams, JsonObject>({
  name: "chain_getBlocks",
  summary: "Certified blocks, by page.",
  description:
    "In the order of their heights, or from the newest on down. A page ends after `count` blocks, or " +
    "earlier where they are large, never before the first one; `next` is the `from` of the page after " +
    "it, null where there is no further block now. `certifiedHeight` is that of the newest one. All are " +
    "final; `certificate` is null of those that this node took over while it caught up: a later " +
    "certificate covers them by the hashes of their parents. Members as for chain_getBlock.",
  params: [
    {
      name: "from",
      summary: "Height of the first one; default 1, or the newest if that comes first.",
      schema: integerSchema,
    },
    countParameter,
    { name: "newestFirst", summary: "Downwards; default false.", schema: booleanSchema },
    { name: "envelopes", summary: "Also give the envelopes.", schema: booleanSchema },
    caughtUpParameter,
  ],
  result: objectOf({
    blocks: arrayOf(objectOf(blockMembers)),
    next: nextPageSchema,
    certifiedHeight: integerSchema,
  }),
  errors: ["NOT_FOUND"],
  example: { summary: "The two newest ones", params: { count: 2, newestFirst: true } },
  async handle(
    context,
    { from, count = limits.maxListQuestion, newestFirst = false, envelopes = false },
  ) {
    const { certifiedHeight } = await context.api.status();
    const step = newestFirst ? -1 : 1;
    const isThere = (height: number): boolean => height >= 0 && height <= certifiedHeight;
    let height = from ?? (newestFirst ? certifiedHeight : 1);
    if (newestFirst) height = Math.min(height, certifiedHeight);
    const blocks: JsonObject[] = [];
    let bytes = 0;
    while (isThere(height) && blocks.length < count && bytes < maxPageBytes) {
      const block = await context.api.block({ height });
      if (block === undefined) return { ok: false, code: "NOT_FOUND", data: { height } };
      bytes += bytesOf(block);
      blocks.push(await renderBlock(context, block, { envelopes }));
      height += step;
    }
    return { ok: true, value: { blocks, next: isThere(height) ? height : null, certifiedHeight } };
  },
});

function bytesOf({ envelopes, receipts, proposal }: BlockAnswer): number {
  return [...envelopes, ...receipts, proposal].reduce((sum, { length }) => sum + length, 0);
}

const getHeader = defineMethod<BlockParams, JsonObject>({
  name: "chain_getHeader",
  summary: "The header of a block.",
  description: "As chain_getBlock, without the transactions.",
  params: [heightParameter, headerHashParameter, caughtUpParameter],
  result: objectOf({ header: headerSchema, certified: booleanSchema }),
  errors: blockErrors,
  example: {
    summary: "By its hash",
    params: { headerHash: exampleValues.headerHash },
  },
  async handle({ api }, params) {
    const found = await findBlock(api, params);
    if (!found.ok) return found;
    const { header, certificate } = found.value;
    const value = { header: renderHeader(header), certified: certificate !== undefined };
    return { ok: true, value };
  },
});

/** Methods of the `chain_` namespace about blocks. */
export const blockMethods: readonly Method[] = [getBlock, getBlocks, getHeader];
