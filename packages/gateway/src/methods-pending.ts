// Transactions of several institutions: each adds its signatures, at one gateway, whenever it comes to it.
import { base64UrlEncode, hexEncode, multikeyToString } from "@cartorio/crypto";
import { decodeEnvelope, decodeTransactionBody, type Signer, signerRole } from "@cartorio/protocol";
import { exampleValues } from "./example-values.ts";
import { defineMethod, type Method, type MethodContext } from "./method.ts";
import type { ApiResult } from "./node-api.ts";
import type { PendingTransaction } from "./node-views.ts";
import { bytesParameter, hexParameter, pageCount, refuseDid } from "./parameters.ts";
import type { JsonObject } from "./render.ts";
import {
  arrayOf,
  booleanSchema,
  bytesSchema,
  didSchema,
  hashSchema,
  integerSchema,
  multikeySchema,
  nullable,
  objectOf,
  oneOf,
  timeSchema,
} from "./schemas.ts";
import { withheldEnvelopes } from "./withheld.ts";

/** Of envelopes of up to 64 KiB. */
const maxPage = 16;

const roleNames: Readonly<Record<Signer["role"], string>> = {
  [signerRole.author]: "author",
  [signerRole.controller]: "controller",
  [signerRole.sponsor]: "sponsor",
  [signerRole.cosigner]: "cosigner",
};

const addSignature = defineMethod<{ readonly envelope: string }, JsonObject>({
  name: "tx_addSignature",
  summary: "Adds signatures to a transaction that needs those of several parties.",
  description:
    "Takes an envelope with 64 zero bytes in place of each signature that it lacks, in any order of the " +
    "parties. Each new signature is checked before it is kept; the first one of a signer stays. Once none is " +
    "missing the node submits it by itself. `missing` are the places of the others among the body's signers. waiting: for " +
    "signatures; complete: for room in the mempool, tried again with each block; submitted: wait for the receipt with " +
    "tx_wait. To open one a signature of a member is needed, with a key that speaks for it: UNAUTHORISED else. " +
    "It takes a share of that member's room, SENDER_LIMIT beyond it. Kept in the memory of this node alone " +
    "until `validUntil`: all parties use the same gateway, or hand its envelope from tx_getPending to " +
    "another one.",
  params: [
    {
      name: "envelope",
      summary: "Encoded Envelope, perhaps with signatures of zeros.",
      schema: bytesSchema,
      required: true,
    },
  ],
  result: objectOf({
    id: hashSchema,
    state: oneOf(["waiting", "complete", "submitted"]),
    missing: arrayOf(integerSchema),
  }),
  errors: [
    "MALFORMED",
    "TOO_LARGE",
    "NOT_CANONICAL",
    "WRONG_CHAIN",
    "EXPIRED",
    "VALID_UNTIL_TOO_FAR",
    "SIGNATURE_INVALID",
    "SIGNATURE_COUNT",
    "DUPLICATE_SIGNER",
    "KEY_INADMISSIBLE",
    "NO_SPONSOR",
    "SPONSOR_NOT_MEMBER",
    "UNAUTHORISED",
    "SPONSOR_SHARE_EXCEEDED",
    "SENDER_LIMIT",
    "QUEUE_FULL",
    "NOT_READY",
  ],
  example: {
    summary: "A transaction that was executed since",
    params: { envelope: exampleValues.envelope },
  },
  async handle({ api }, { envelope }) {
    const bytes = bytesParameter("envelope", envelope);
    if (!bytes.ok) return bytes;
    const result = await api.addSignatures(bytes.value);
    if (!result.ok) return result;
    const { id, state, missing } = result.value;
    return { ok: true, value: { id: hexEncode(id), state, missing: [...missing] } };
  },
});

interface PendingParams {
  readonly id?: string;
  readonly did?: string;
  readonly after?: string;
  readonly count?: number;
}

const getPending = defineMethod<PendingParams, JsonObject>({
  name: "tx_getPending",
  summary: "Transactions that wait for signatures on this node.",
  description:
    "The one with an `id` (NOT_FOUND once it was submitted, or expired), or those that lack a signature of a " +
    "`did`, in the order of their ids. `envelope` has 64 zero bytes in place of each missing signature: put " +
    "your own there, over the tag and the body, and hand it in with tx_addSignature. Read what the body does before " +
    "you sign it. `withheld` stands in place of an envelope with what governance dropped. Asks for the scope " +
    "of those that may add signatures, since none of this is on the chain yet.",
  params: [
    { name: "did", summary: "Of whom a signature is missing.", schema: didSchema },
    { name: "after", summary: "Id of the last entry of the page before.", schema: hashSchema },
    pageCount(maxPage),
    { name: "id", summary: "Transaction id, instead of `did`.", schema: hashSchema },
  ],
  result: objectOf({
    pending: arrayOf(
      objectOf({
        id: hashSchema,
        validUntil: timeSchema,
        signers: arrayOf(
          objectOf({
            did: didSchema,
            multikey: multikeySchema,
            role: oneOf(Object.values(roleNames)),
            signed: booleanSchema,
          }),
        ),
        "envelope?": bytesSchema,
        "withheld?": booleanSchema,
      }),
    ),
    next: nullable(hashSchema),
  }),
  errors: ["INVALID_OPTIONS", "NOT_FOUND", "DID_MALFORMED", "DID_WRONG_NETWORK"],
  permission: "write",
  cost: 5,
  example: { summary: "Nothing waits for this DID", params: { did: exampleValues.did } },
  async handle(context, { id, did, after, count = maxPage }) {
    const { api } = context;
    if ((id === undefined) === (did === undefined)) return { ok: false, code: "INVALID_OPTIONS" };
    if (id !== undefined) {
      const { entries } = await api.pendingTransactions({ id: hexParameter(id) });
      if (entries.length === 0) return { ok: false, code: "NOT_FOUND" };
      return { ok: true, value: { pending: await shown(context, entries), next: null } };
    }
    return pageOf(context, { did: did ?? "", after, count });
  },
});

async function pageOf(
  context: MethodContext,
  {
    did,
    after,
    count,
  }: { readonly did: string; readonly after: string | undefined; readonly count: number },
): Promise<ApiResult<JsonObject>> {
  const refused = await refuseDid(context, did);
  if (refused !== undefined) return refused;
  const begin = after === undefined ? {} : { after: hexParameter(after) };
  const { entries, more } = await context.api.pendingTransactions({ did, count, ...begin });
  const last = entries.at(-1);
  const next = more && last !== undefined ? hexEncode(last.id) : null;
  return { ok: true, value: { pending: await shown(context, entries), next } };
}

/** Without the envelopes that hold what governance dropped. */
async function shown(
  { api, network }: MethodContext,
  entries: readonly PendingTransaction[],
): Promise<JsonObject[]> {
  const envelopes = entries.map(({ envelope }) => envelope);
  const withheld = await withheldEnvelopes(api, await network(), envelopes);
  return entries.map((entry, index) => render(entry, withheld[index] === true));
}

function render({ id, envelope, missing }: PendingTransaction, isWithheld: boolean): JsonObject {
  const decoded = decodeEnvelope(envelope);
  const body = decoded.ok ? decodeTransactionBody(decoded.value.body) : decoded;
  if (!body.ok) throw new Error("INV-GATEWAY-PENDING: the node gave an envelope without form");
  const { validUntil, signers } = body.value;
  return {
    id: hexEncode(id),
    validUntil,
    signers: signers.map((signer, index) => renderSigner(signer, !missing.includes(index))),
    ...(isWithheld ? { withheld: true } : { envelope: base64UrlEncode(envelope) }),
  };
}

function renderSigner({ did, multikey, role }: Signer, signed: boolean): JsonObject {
  return { did, multikey: multikeyToString(multikey), role: roleNames[role], signed };
}

/** Of the `tx_` namespace: what is not a whole transaction yet. */
export const pendingMethods: readonly Method[] = [addSignature, getPending];
