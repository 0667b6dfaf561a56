// Methods of a WebSocket, besides all those of the table.
import { defineMethod, type Method } from "./method.ts";
import { topics } from "./operation-events.ts";
import { refuseDid } from "./parameters.ts";
import {
  booleanSchema,
  didSchema,
  hashSchema,
  integerSchema,
  objectOf,
  oneOf,
  stringSchema,
} from "./schemas.ts";
import type { SubscriptionRequest } from "./subscription-events.ts";

type SubscribeParams = SubscriptionRequest & { readonly fromHeight?: number };

/** Which filters a topic has. */
const filters: Readonly<Record<SubscriptionRequest["topic"], readonly string[]>> = {
  blocks: ["fromHeight"],
  receipts: ["fromHeight", "id", "author"],
  dids: ["fromHeight", "did"],
  credentials: ["fromHeight", "did", "hash"],
  accreditations: ["fromHeight", "did"],
  schemas: ["fromHeight", "did", "hash"],
  exchange: ["fromHeight", "did"],
  governance: ["fromHeight", "hash"],
  consensus: [],
};

const subscribe = defineMethod<
  SubscribeParams,
  { readonly subscription: string; readonly nextHeight: number }
>({
  name: "chain_subscribe",
  summary: "Tells what happens from now on, or from a height on.",
  description:
    "`credentials` are anchors, statuses, logs, declarations of issuers and status lists. " +
    "Each event is a notification `chain_event` with `subscription`, `topic` and `event`. Events of blocks " +
    "come once per certified height, in order, without gaps: after a lost connection subscribe again with " +
    "`fromHeight` one above the height of the last event. `consensus` tells the state of now at each change. " +
    "`event.ended` says that no more come and why.",
  params: [
    { name: "topic", summary: "What to be told.", schema: oneOf(topics), required: true },
    { name: "fromHeight", summary: "First height; default the next one.", schema: integerSchema },
    { name: "id", summary: "Receipts of this transaction only.", schema: hashSchema },
    { name: "author", summary: "Receipts of what this DID signed as author.", schema: didSchema },
    {
      name: "did",
      summary: "Changes of this DID, or what is of this issuer, subject, owner or party.",
      schema: didSchema,
    },
    {
      name: "hash",
      summary: "What is about this commitment, batch root, schema or proposal.",
      schema: hashSchema,
    },
  ],
  result: objectOf({ subscription: stringSchema, nextHeight: integerSchema }),
  errors: ["INVALID_OPTIONS", "QUEUE_FULL", "DID_MALFORMED", "DID_WRONG_NETWORK"],
  cost: 5,
  example: { summary: "Blocks from the first one on", params: { topic: "blocks", fromHeight: 1 } },
  async handle(context, { fromHeight, ...request }) {
    const { session } = context;
    if (session === undefined) {
      return { ok: false, code: "INVALID_OPTIONS", data: { reason: "needs a WebSocket" } };
    }
    const given = { ...request, ...(fromHeight === undefined ? {} : { fromHeight }) };
    const foreign = Object.keys(given).find(
      (name) => name !== "topic" && !filters[request.topic].includes(name),
    );
    if (foreign !== undefined) {
      const reason = `${request.topic} has no ${foreign}`;
      return { ok: false, code: "INVALID_OPTIONS", data: { reason } };
    }
    for (const did of [request.author, request.did]) {
      const refused = did === undefined ? undefined : await refuseDid(context, did);
      if (refused !== undefined) return refused;
    }
    const opened = await session.subscribe({ request, fromHeight });
    return opened === undefined ? { ok: false, code: "QUEUE_FULL" } : { ok: true, value: opened };
  },
});

const unsubscribe = defineMethod<{ readonly subscription: string }, { readonly ended: boolean }>({
  name: "chain_unsubscribe",
  summary: "Ends a subscription of this connection.",
  description: "`ended` is false where there is none of this name.",
  params: [
    {
      name: "subscription",
      summary: "As chain_subscribe named it.",
      schema: stringSchema,
      required: true,
    },
  ],
  result: objectOf({ ended: booleanSchema }),
  errors: ["INVALID_OPTIONS"],
  example: { summary: "One that is not there", params: { subscription: "s0" } },
  async handle({ session }, { subscription }) {
    if (session === undefined) {
      return { ok: false, code: "INVALID_OPTIONS", data: { reason: "needs a WebSocket" } };
    }
    return { ok: true, value: { ended: session.unsubscribe(subscription) } };
  },
});

/** Methods that only a WebSocket has. */
export const subscriptionMethods: readonly Method[] = [subscribe, unsubscribe];
