import { base64UrlEncode } from "@cartorio/crypto";
import { defineMethod, type Method, type MethodContext } from "./method.ts";
import type { ApiResult } from "./node-api.ts";
import type { EvidenceEntry } from "./node-views.ts";
import { pageCount } from "./parameters.ts";
import type { JsonObject } from "./render.ts";
import {
  arrayOf,
  booleanSchema,
  bytesSchema,
  integerSchema,
  type JsonSchema,
  nullable,
  objectOf,
  stringSchema,
  timeSchema,
} from "./schemas.ts";
import { withheldEnvelopes } from "./withheld.ts";

const maxPage = 64;

/** `EPOCH-VALIDATOR-OFFENCE`, as the files below data/evidence are named. */
const idSchema: JsonSchema = { type: "string", pattern: "^[0-9]{1,16}-[0-9]{1,2}-[A-Za-z]{1,32}$" };

interface EvidenceParams {
  readonly after?: string;
  readonly count?: number;
  readonly id?: string;
}

const getEvidence = defineMethod<EvidenceParams, JsonObject>({
  name: "node_getEvidence",
  summary: "What this node can prove of validators that broke the rules.",
  description:
    "Of each validator, epoch and offence the first proof that was found, in the order of the ids. With " +
    "`id` that one alone, and its `messages`: the signed consensus messages, which prove it to anybody " +
    "who has the validator set of the epoch, then, for `invalidBodies`, the envelopes. `withheld` stands in " +
    "place of messages with what governance dropped. A node that was not there has no proof: ask several.",
  params: [
    { name: "after", summary: "Id of the last entry of the page before.", schema: idSchema },
    pageCount(maxPage),
    { name: "id", summary: "Only this one, with its messages.", schema: idSchema },
  ],
  result: objectOf({
    evidence: arrayOf(
      objectOf({
        id: idSchema,
        epoch: integerSchema,
        validator: integerSchema,
        offence: stringSchema,
        height: integerSchema,
        time: timeSchema,
        messageBytes: integerSchema,
        "messages?": arrayOf(bytesSchema),
        "withheld?": booleanSchema,
      }),
    ),
    next: nullable(idSchema),
  }),
  errors: ["NOT_FOUND", "TOO_LARGE"],
  cost: 5,
  example: { summary: "The first page", params: {} },
  async handle(context, { id, after = "", count = maxPage }) {
    if (id !== undefined) return oneWithMessages(context, id);
    const { entries, more } = await context.api.evidence({ after, count });
    const last = entries.at(-1)?.id;
    return {
      ok: true,
      value: { evidence: entries.map(render), next: more && last !== undefined ? last : null },
    };
  },
});

function render(entry: EvidenceEntry): JsonObject {
  return { ...entry };
}

async function oneWithMessages(
  { api, limits, network }: MethodContext,
  id: string,
): Promise<ApiResult<JsonObject>> {
  const found = await api.evidenceMessages(id);
  if (found === undefined) return { ok: false, code: "NOT_FOUND" };
  const { messages, ...entry } = found;
  // As base64url, with room for the rest of the answer.
  if (entry.messageBytes * 1.5 > limits.maxResponseBytes)
    return { ok: false, code: "TOO_LARGE", data: { messageBytes: entry.messageBytes } };
  const withheld = await withheldEnvelopes(api, await network(), messages);
  const shown = withheld.includes(true)
    ? { withheld: true }
    : { messages: messages.map(base64UrlEncode) };
  return { ok: true, value: { evidence: [{ ...render(entry), ...shown }], next: null } };
}

export const evidenceMethods: readonly Method[] = [getEvidence];
