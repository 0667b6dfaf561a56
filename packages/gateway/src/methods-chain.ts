import { base64UrlEncode, hexEncode } from "@cartorio/crypto";
import { decodeProposal, type ErrorCode, envelopeHash } from "@cartorio/protocol";
import { exampleValues } from "./example-values.ts";
import { defineMethod, type Method, type MethodContext } from "./method.ts";
import type { ApiResult, BlockAnswer, NodeApi } from "./node-api.ts";
import { hexParameter } from "./parameters.ts";
import { type JsonObject, renderHeader, renderReceipt } from "./render.ts";
import {
  arrayOf,
  booleanSchema,
  bytesSchema,
  didSchema,
  hashSchema,
  headerSchema,
  integerSchema,
  nullable,
  objectOf,
  oneOf,
  receiptSchema,
  stringSchema,
  timeSchema,
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
  ],
  result: objectOf({
    header: headerSchema,
    proposer: integerSchema,
    proposal: bytesSchema,
    envelopeHashes: arrayOf(hashSchema),
    "envelopes?": arrayOf(nullable(bytesSchema)),
    receipts: arrayOf(receiptSchema),
    certificate: nullable(bytesSchema),
  }),
  errors: blockErrors,
  example: { summary: "Block 1", params: { height: 1 } },
  async handle(context, params) {
    const found = await findBlock(context.api, params);
    if (!found.ok) return found;
    const { header, proposal, envelopes, receipts, certificate } = found.value;
    const decoded = decodeProposal(proposal);
    const value = {
      header: renderHeader(header),
      proposer: decoded.ok ? decoded.value.proposer : 0,
      proposal: base64UrlEncode(proposal),
      envelopeHashes: envelopes.map((bytes) => hexEncode(envelopeHash(bytes))),
      ...(params.envelopes === true ? { envelopes: await shown(context, envelopes) } : {}),
      receipts: receipts.map(renderReceipt),
      certificate: certificate === undefined ? null : base64UrlEncode(certificate),
    };
    return { ok: true, value };
  },
});

async function shown(
  { api, network }: MethodContext,
  envelopes: readonly Uint8Array[],
): Promise<(string | null)[]> {
  const withheld = await withheldEnvelopes(api, await network(), envelopes);
  return envelopes.map((bytes, index) => (withheld[index] ? null : base64UrlEncode(bytes)));
}

const getHeader = defineMethod<BlockParams, JsonObject>({
  name: "chain_getHeader",
  summary: "The header of a block.",
  description: "As chain_getBlock, without the transactions.",
  params: [heightParameter, headerHashParameter],
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

const getCertificate = defineMethod<{ readonly height?: number }, JsonObject>({
  name: "chain_getCertificate",
  summary: "The finality certificate of a height, with what it takes to check it.",
  description:
    "Checkpoint signatures of a quorum over the header (docs/consensus.md 7), the header, and the " +
    "validator set of the height. Check the set against a header that you trust, or ask for " +
    "proof_get, which carries the chain of sets.",
  params: [{ ...heightParameter, summary: "Height; default the newest certified one." }],
  result: objectOf({
    height: integerSchema,
    certificate: bytesSchema,
    header: headerSchema,
    validatorSet: bytesSchema,
  }),
  errors: ["NOT_FOUND"],
  example: { summary: "The newest", params: {} },
  async handle({ api }, { height: asked }) {
    const height = asked ?? (await api.status()).certifiedHeight;
    const [certificate, validatorSet, block] = await Promise.all([
      api.certificate(height),
      api.validatorSet(height),
      api.block({ height }),
    ]);
    if (certificate === undefined || validatorSet === undefined || block === undefined) {
      return { ok: false, code: "NOT_FOUND" };
    }
    const value = {
      height,
      certificate: base64UrlEncode(certificate),
      header: renderHeader(block.header),
      validatorSet: base64UrlEncode(validatorSet),
    };
    return { ok: true, value };
  },
});

const getStatus = defineMethod<Record<string, never>, JsonObject>({
  name: "chain_getStatus",
  summary: "Network, heights, view and health of the node.",
  description:
    "`height` is executed here, `certifiedHeight` is final for anyone. `reasons` names what keeps " +
    "the node from being ready; a validator that does not vote says why in `entry`, `amnesia`, " +
    "`quorumLost`, `removed` or `halted`. Never take a trust anchor from here: it is the gateway's word.",
  params: [],
  result: objectOf({
    network: stringSchema,
    chainId: hashSchema,
    protocolVersion: integerSchema,
    version: stringSchema,
    role: oneOf(["validator", "observer"]),
    "validator?": integerSchema,
    validators: integerSchema,
    height: integerSchema,
    headerHash: hashSchema,
    stateRoot: hashSchema,
    certifiedHeight: integerSchema,
    certifiedTime: timeSchema,
    certifiedStateRoot: hashSchema,
    view: integerSchema,
    primary: integerSchema,
    peersConnected: integerSchema,
    mempoolTransactions: integerSchema,
    ready: booleanSchema,
    reasons: arrayOf(stringSchema),
    epoch: integerSchema,
    "incarnation?": stringSchema,
    "entry?": objectOf({ answered: arrayOf(integerSchema), needed: integerSchema }),
    "amnesia?": objectOf({
      code: stringSchema,
      member: didSchema,
      validatorKey: hashSchema,
      incarnation: stringSchema,
      epoch: integerSchema,
      "activationHeight?": integerSchema,
    }),
    "quorumLost?": booleanSchema,
    "removed?": booleanSchema,
    "halted?": stringSchema,
    pid: integerSchema,
    startedAt: timeSchema,
  }),
  errors: [],
  example: { summary: "Of this node", params: {} },
  async handle({ api }) {
    const status = await api.status();
    const { chainId, headerHash, stateRoot, certifiedStateRoot, reasons, ...others } = status;
    const { entry, amnesia, incarnation, ...rest } = others;
    const value = {
      ...rest,
      ...(incarnation && { incarnation: hexEncode(incarnation) }),
      ...(entry && { entry: { ...entry, answered: [...entry.answered] } }),
      ...(amnesia && {
        amnesia: {
          ...amnesia,
          validatorKey: hexEncode(amnesia.validatorKey),
          incarnation: hexEncode(amnesia.incarnation),
        },
      }),
      chainId: hexEncode(chainId),
      headerHash: hexEncode(headerHash),
      stateRoot: hexEncode(stateRoot),
      certifiedStateRoot: hexEncode(certifiedStateRoot),
      reasons: [...reasons],
    };
    return { ok: true, value };
  },
});

/** Methods of the `chain_` namespace. */
export const chainMethods: readonly Method[] = [getStatus, getBlock, getHeader, getCertificate];
