import { hexEncode } from "@cartorio/crypto";
import { exchangeHeadRecord, exchangeReceiptsRecord, stateKeys } from "@cartorio/protocol";
import { exampleValues } from "./example-values.ts";
import { givenValue } from "./given-value.ts";
import { defineMethod, type Method } from "./method.ts";
import { renderRead } from "./methods-did.ts";
import {
  countParameter,
  fromParameter,
  minHeightParameter,
  nextPage,
  nextPageSchema,
  numbersOf,
  pageOf,
  proofParameter,
  refuseDid,
} from "./parameters.ts";
import { readRecords } from "./read-records.ts";
import type { JsonObject } from "./render.ts";
import {
  arrayOf,
  didSchema,
  hashSchema,
  integerSchema,
  objectOf,
  proofSchema,
  timeSchema,
} from "./schemas.ts";

interface ExchangeParams {
  readonly party: string;
  readonly from?: number;
  readonly count?: number;
  readonly proof?: boolean;
  readonly minHeight?: number;
}

const list = defineMethod<ExchangeParams, JsonObject>({
  name: "exchange_list",
  summary: "Batches of exchange receipts of a party: salted roots, one after the other.",
  description:
    "`total` is how many batches there are; `batches` are `from`, from + 1, ... Each covers the period " +
    "[from, to) and begins where the one before ended, so a batch that is left out shows. What is in a " +
    "batch is for the party to show.",
  params: [
    { name: "party", summary: "DID of the party.", schema: didSchema, required: true },
    fromParameter,
    countParameter,
    proofParameter,
    minHeightParameter,
  ],
  result: objectOf({
    total: integerSchema,
    batches: arrayOf(
      objectOf({
        number: integerSchema,
        root: hashSchema,
        from: timeSchema,
        to: timeSchema,
        time: timeSchema,
        height: integerSchema,
      }),
    ),
    next: nextPageSchema,
    height: integerSchema,
    time: timeSchema,
    "proof?": proofSchema,
  }),
  errors: ["DID_MALFORMED", "DID_WRONG_NETWORK", "NOT_READY"],
  example: { summary: "The only one", params: { party: exampleValues.publisher } },
  async handle(context, { party, from, count, ...options }) {
    const refused = await refuseDid(context, party);
    if (refused !== undefined) return refused;
    const page = pageOf({ from, count });
    const read = await readRecords(context, [{ kind: "exchange", party, ...page }], options);
    if (!read.ok) return read;
    const { lookup } = read.value;
    const head = givenValue(lookup(stateKeys.exchangeHead(party)), exchangeHeadRecord);
    const numbers = numbersOf(page);
    const batches = numbers.flatMap((number) =>
      renderBatch(number, lookup(stateKeys.exchangeReceipts(party, number))),
    );
    const total = head?.count ?? 0;
    const value = { total, batches, next: nextPage(page, total), ...renderRead(read.value) };
    return { ok: true, value };
  },
});

function renderBatch(number: number, record: Uint8Array | undefined): JsonObject[] {
  const batch = givenValue(record, exchangeReceiptsRecord);
  return batch === undefined ? [] : [{ number, ...batch, root: hexEncode(batch.root) }];
}

/** Methods of the `exchange_` namespace. */
export const exchangeMethods: readonly Method[] = [list];
