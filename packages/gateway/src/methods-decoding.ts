// What a transaction says and what it would do, before anybody hands it in.
import { hexEncode } from "@cartorio/crypto";
import { decodeTransaction, type ErrorCode, transactionBodyJson } from "@cartorio/protocol";
import { exampleValues } from "./example-values.ts";
import { defineMethod, type Method } from "./method.ts";
import { bytesParameter } from "./parameters.ts";
import { type JsonObject, renderReceipt } from "./render.ts";
import {
  anyObjectSchema,
  arrayOf,
  booleanSchema,
  bytesSchema,
  didSchema,
  hashSchema,
  integerSchema,
  objectOf,
  receiptSchema,
  timeSchema,
} from "./schemas.ts";

interface EnvelopeParams {
  readonly envelope: string;
}

const envelopeParameter = {
  name: "envelope",
  summary: "Encoded Envelope, perhaps with signatures of zeros.",
  schema: bytesSchema,
  required: true,
};

/** Of the form of a transaction, whatever the state is. */
const formErrors: readonly ErrorCode[] = [
  ...(["MALFORMED", "TOO_LARGE", "NOT_CANONICAL", "WRONG_CHAIN", "SIGNATURE_COUNT"] as const),
  ...(["DUPLICATE_SIGNER", "KEY_INADMISSIBLE", "NO_SPONSOR"] as const),
];

/** Of a signature that is not there. */
const isMissing = (signature: Uint8Array): boolean => signature.every((byte) => byte === 0);

const decode = defineMethod<EnvelopeParams, JsonObject>({
  name: "tx_decode",
  summary: "What the bytes of a transaction say.",
  description:
    "`body` is the JSON form that docs/transaction-json.md describes: whoever signs can read there what it " +
    "signs, and make the same bytes again. `cost` is what the transaction takes of a block and of the share " +
    "of `payer`, once all signatures are there; `missing` are the places of the signers whose signature is 64 " +
    "zero bytes. Neither the signatures nor the state are looked at.",
  params: [envelopeParameter],
  result: objectOf({
    id: hashSchema,
    envelopeHash: hashSchema,
    payer: didSchema,
    cost: integerSchema,
    body: anyObjectSchema,
    missing: arrayOf(integerSchema),
  }),
  errors: formErrors,
  cost: 2,
  example: { summary: "The create of a DID", params: { envelope: exampleValues.envelope } },
  async handle({ api }, { envelope: text }) {
    const bytes = bytesParameter("envelope", text);
    if (!bytes.ok) return bytes;
    const { chainId } = await api.status();
    const decoded = decodeTransaction(bytes.value, chainId);
    if (!decoded.ok) return refused(decoded);
    const { id, hash, payer, cost, envelope } = decoded.value;
    const body = transactionBodyJson.toJson(envelope.body);
    if (!body.ok) return refused(body);
    const missing = envelope.signatures.flatMap((one, index) => (isMissing(one) ? [index] : []));
    const names = { id: hexEncode(id), envelopeHash: hexEncode(hash) };
    return { ok: true, value: { ...names, payer, cost, body: body.value, missing } };
  },
});

function refused({ code, field }: { readonly code: ErrorCode; readonly field?: string }) {
  return { ok: false, code, ...(field === undefined ? {} : { data: { field } }) } as const;
}

const simulate = defineMethod<EnvelopeParams, JsonObject>({
  name: "tx_simulate",
  summary: "The receipt that a transaction would get now, without handing it in.",
  description:
    "It is executed alone in the block after this node's newest one (`height`, at `time`), and nothing of that " +
    "stays. A failed one is no error: read `receipt.code`. `settled` is false where a later block may answer " +
    "otherwise (EXPIRED, VALID_UNTIL_TOO_FAR, DUPLICATE_TRANSACTION, or one that no block can hold). " +
    "Signatures that are there are checked; one of 64 zero bytes is taken for valid, so that a transaction can be " +
    "tried before it is signed: `missing` are the places of those signers. No promise: what is executed " +
    "before it may change the answer. QUEUE_FULL while too many wait for a simulation.",
  params: [envelopeParameter],
  result: objectOf({
    id: hashSchema,
    height: integerSchema,
    time: timeSchema,
    receipt: receiptSchema,
    settled: booleanSchema,
    missing: arrayOf(integerSchema),
  }),
  errors: [...formErrors, "SIGNATURE_INVALID", "QUEUE_FULL", "NOT_READY"],
  simulates: true,
  permission: "write",
  example: {
    summary: "A transaction that was executed before",
    params: { envelope: exampleValues.envelope },
  },
  async handle({ api }, { envelope }) {
    const bytes = bytesParameter("envelope", envelope);
    if (!bytes.ok) return bytes;
    const simulated = await api.simulate(bytes.value);
    if (!simulated.ok) return simulated;
    const { height, time, settled, missing } = simulated.value;
    const receipt = renderReceipt(simulated.value.receipt);
    const id = receipt["transactionId"];
    return { ok: true, value: { id, height, time, receipt, settled, missing: [...missing] } };
  },
});

/** `tx_decode` and `tx_simulate`. */
export const decodingMethods: readonly Method[] = [decode, simulate];
