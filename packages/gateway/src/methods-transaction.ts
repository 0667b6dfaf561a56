import { hexEncode } from "@cartorio/crypto";
import type { ErrorCode } from "@cartorio/protocol";
import { exampleValues } from "./example-values.ts";
import { defineMethod, type Method, type MethodContext } from "./method.ts";
import type { FinalityLevel, NodeApi, TransactionState } from "./node-api.ts";
import { bytesParameter, caughtUpParameter, hexParameter } from "./parameters.ts";
import { type JsonObject, renderTransaction } from "./render.ts";
import {
  anyObjectSchema,
  arrayOf,
  booleanSchema,
  bytesSchema,
  hashSchema,
  integerSchema,
  type JsonSchema,
  objectOf,
  oneOf,
  receiptSchema,
  stringSchema,
} from "./schemas.ts";
import { withheldEnvelopes } from "./withheld.ts";

const DEFAULT_WAIT_MS = 30_000;

const transactionSchema: JsonSchema = objectOf({
  id: hashSchema,
  state: oneOf(["pending", "committed", "certified", "expired", "unknown"]),
  "height?": integerSchema,
  "index?": integerSchema,
  "receipt?": receiptSchema,
  "envelope?": bytesSchema,
  "withheld?": booleanSchema,
});

const idParameter = { name: "id", summary: "Transaction id.", schema: hashSchema, required: true };

const submitErrors: readonly ErrorCode[] = [
  "MALFORMED",
  "TOO_LARGE",
  "NOT_CANONICAL",
  "WRONG_CHAIN",
  "EXPIRED",
  "VALID_UNTIL_TOO_FAR",
  "DUPLICATE_TRANSACTION",
  "SIGNATURE_INVALID",
  "SIGNATURE_COUNT",
  "DUPLICATE_SIGNER",
  "KEY_INADMISSIBLE",
  "NO_SPONSOR",
  "SPONSOR_NOT_MEMBER",
  "UNAUTHORISED",
  "SPONSOR_SHARE_EXCEEDED",
  "MEMPOOL_FULL",
  "SENDER_LIMIT",
  "QUEUE_FULL",
  "NOT_READY",
];

const submit = defineMethod<
  { readonly envelope: string },
  { readonly id: string; readonly known: boolean }
>({
  name: "tx_submit",
  summary: "Hands in a signed transaction.",
  description:
    "Takes the exact bytes of an envelope. The same bytes twice are the same transaction: `known` " +
    "then says so, and it is executed once. Acceptance is no receipt: wait for one with tx_wait.",
  params: [{ name: "envelope", summary: "Encoded Envelope.", schema: bytesSchema, required: true }],
  result: objectOf({ id: hashSchema, known: booleanSchema }),
  errors: submitErrors,
  example: {
    summary: "A create of a DID, handed in again",
    params: { envelope: exampleValues.envelope },
  },
  async handle({ api }, { envelope }) {
    const bytes = bytesParameter("envelope", envelope);
    if (!bytes.ok) return bytes;
    const result = await api.submit(bytes.value);
    if (!result.ok) return result;
    return { ok: true, value: { id: hexEncode(result.value.id), known: result.value.known } };
  },
});

/** Each is checked and gossiped by itself; the body of a request bounds their bytes. */
const maxBatch = 32;

const submitBatch = defineMethod<{ readonly envelopes: readonly string[] }, JsonObject>({
  name: "tx_submitBatch",
  summary: "Hands in several signed transactions.",
  description:
    `At most ${maxBatch}, one after the other; each is taken or refused by itself, as by tx_submit, and costs ` +
    "what it costs there. `results` has an entry for each, in their order: `code` is OK, or why it was not " +
    "taken, with what tx_submit says besides in `data`; TIMEOUT: it was not handed in. They are not executed together, nor in this order for " +
    "certain: what has to happen together is one transaction of several operations.",
  params: [
    {
      name: "envelopes",
      summary: "Encoded Envelopes.",
      schema: { ...arrayOf(bytesSchema), minItems: 1, maxItems: maxBatch },
      required: true,
    },
  ],
  result: objectOf({
    accepted: integerSchema,
    results: arrayOf(
      objectOf({
        code: stringSchema,
        "id?": hashSchema,
        "known?": booleanSchema,
        "data?": anyObjectSchema,
      }),
    ),
  }),
  errors: [],
  example: {
    summary: "A create of a DID, twice",
    params: { envelopes: [exampleValues.envelope, exampleValues.envelope] },
  },
  async handle({ api, isLate }, { envelopes }) {
    const results: JsonObject[] = [];
    let accepted = 0;
    for (const envelope of envelopes) {
      if (isLate?.() === true) {
        results.push({ code: "TIMEOUT" });
        continue;
      }
      const bytes = bytesParameter("envelopes", envelope);
      const result = bytes.ok ? await api.submit(bytes.value) : bytes;
      if (result.ok) accepted += 1;
      results.push(submitted(result));
    }
    return { ok: true, value: { accepted, results } };
  },
});

function submitted(result: Awaited<ReturnType<NodeApi["submit"]>>): JsonObject {
  if (result.ok) return { code: "OK", id: hexEncode(result.value.id), known: result.value.known };
  const { code, data } = result;
  return data === undefined ? { code } : { code, data };
}

/** Without the envelope if it holds what governance dropped. */
async function shown(
  { api, network }: MethodContext,
  state: TransactionState,
): Promise<JsonObject> {
  const { envelope, ...rest } = state;
  if (envelope === undefined) return renderTransaction(state);
  const [isWithheld] = await withheldEnvelopes(api, await network(), [envelope]);
  return isWithheld ? { ...renderTransaction(rest), withheld: true } : renderTransaction(state);
}

const get = defineMethod<{ readonly id: string }, JsonObject>({
  name: "tx_get",
  summary: "The state of a transaction and its receipt.",
  description:
    "pending: in the mempool; committed: executed on this node; certified: under a finality " +
    "certificate, final for anyone; expired: it can no longer execute. `withheld` stands in place of an " +
    "envelope with a document or a schema that governance dropped.",
  params: [idParameter, caughtUpParameter],
  result: transactionSchema,
  errors: ["NOT_FOUND"],
  example: { summary: "The create of a DID", params: { id: exampleValues.transactionId } },
  async handle(context, { id }) {
    const state = await context.api.transaction(hexParameter(id));
    if (state.state === "unknown") return { ok: false, code: "NOT_FOUND" };
    return { ok: true, value: await shown(context, state) };
  },
});

const wait = defineMethod<
  { readonly id: string; readonly level?: FinalityLevel; readonly timeoutMs?: number },
  JsonObject
>({
  name: "tx_wait",
  summary: "Waits until a transaction is final.",
  description:
    "Answers when the transaction has reached the level (default certified) or can never reach it, " +
    `else at the timeout (default ${DEFAULT_WAIT_MS} ms, cut to what the gateway allows) with the ` +
    "state as it is then. Asking again is safe. A failed transaction is no error: read its receipt.",
  params: [
    idParameter,
    {
      name: "level",
      summary: "What to wait for.",
      schema: oneOf(["committed", "certified"]),
    },
    { name: "timeoutMs", summary: "Longest wait.", schema: integerSchema },
  ],
  result: transactionSchema,
  errors: [],
  waits: true,
  example: { summary: "The create of a DID", params: { id: exampleValues.transactionId } },
  async handle(context, { id, level = "certified", timeoutMs = DEFAULT_WAIT_MS }) {
    const { api, limits } = context;
    const bounded = Math.min(timeoutMs, limits.maxWaitMs);
    const state = await api.waitForTransaction(hexParameter(id), { level, timeoutMs: bounded });
    return { ok: true, value: await shown(context, state) };
  },
});

/** Methods of the `tx_` namespace. */
export const transactionMethods: readonly Method[] = [submit, submitBatch, get, wait];
