// Receipts with what leads from them to a certificate.
import { base64UrlEncode, hexEncode } from "@cartorio/crypto";
import { inclusionPath } from "@cartorio/protocol";
import { exampleValues } from "./example-values.ts";
import { defineMethod, type Method, type MethodContext } from "./method.ts";
import type { ApiResult } from "./node-api.ts";
import { caughtUpParameter, hexParameter } from "./parameters.ts";
import { type JsonObject, renderReceipt } from "./render.ts";
import {
  arrayOf,
  booleanSchema,
  bytesSchema,
  hashSchema,
  integerSchema,
  nullable,
  objectOf,
  oneOf,
  receiptSchema,
} from "./schemas.ts";

const getReceipt = defineMethod<{ readonly id: string; readonly inclusion?: boolean }, JsonObject>({
  name: "tx_getReceipt",
  summary: "The receipt of a transaction, with what proves it.",
  description:
    "committed: executed on this node; certified: under a finality certificate, final for anyone. With " +
    "`inclusion` comes the way to the header: the receipt's bytes are leaf `index` of the tree of `size` " +
    "receipts (RFC 9162 2.1.3) that `receiptsRoot` of `header` is the root of, `path` lowest first. " +
    "`certificate` is that of the height: null while there is none, or on a node that caught up and has " +
    "the one of a later block only. NOT_FOUND says in `state` whether the transaction waits (pending), can " +
    "never execute (expired) or was never heard of (unknown).",
  params: [
    { name: "id", summary: "Transaction id.", schema: hashSchema, required: true },
    { name: "inclusion", summary: "Also give the way to the header.", schema: booleanSchema },
    caughtUpParameter,
  ],
  result: objectOf({
    id: hashSchema,
    state: oneOf(["committed", "certified"]),
    height: integerSchema,
    index: integerSchema,
    receipt: receiptSchema,
    "inclusion?": objectOf({
      header: bytesSchema,
      size: integerSchema,
      path: arrayOf(hashSchema),
      certificate: nullable(bytesSchema),
    }),
  }),
  errors: ["NOT_FOUND"],
  cost: 5,
  example: {
    summary: "Of the create of a DID",
    params: { id: exampleValues.transactionId, inclusion: true },
  },
  async handle(context, { id: text, inclusion: wanted = false }) {
    const found = await context.api.transaction(hexParameter(text));
    const { state, height, index, receipt } = found;
    if (height === undefined || index === undefined || receipt === undefined)
      return { ok: false, code: "NOT_FOUND", data: { state } };
    const answer = { id: text, state, height, index, receipt: renderReceipt(receipt) };
    if (!wanted) return { ok: true, value: answer };
    const inclusion = await inclusionOf(context, height, index);
    return inclusion.ok
      ? { ok: true, value: { ...answer, inclusion: inclusion.value } }
      : inclusion;
  },
});

async function inclusionOf(
  { api }: MethodContext,
  height: number,
  index: number,
): Promise<ApiResult<JsonObject>> {
  const block = await api.block({ height });
  if (block === undefined) return { ok: false, code: "NOT_FOUND" };
  const { header, receipts, certificate } = block;
  return {
    ok: true,
    value: {
      header: base64UrlEncode(header),
      size: receipts.length,
      path: inclusionPath(receipts, index).map(hexEncode),
      certificate: certificate === undefined ? null : base64UrlEncode(certificate),
    },
  };
}

/** `tx_getReceipt`. */
export const receiptMethods: readonly Method[] = [getReceipt];
