// The status lists of an owner.
import { stateKeys, statusListRecord, statusListsHeadRecord } from "@cartorio/protocol";
import { exampleValues } from "./example-values.ts";
import { givenValue } from "./given-value.ts";
import { defineMethod, type Method } from "./method.ts";
import { renderRead } from "./methods-did.ts";
import { purposeNames } from "./methods-status-list.ts";
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
import { type ReadOptions, readRecords } from "./read-records.ts";
import type { JsonObject } from "./render.ts";
import {
  arrayOf,
  didSchema,
  integerSchema,
  objectOf,
  proofSchema,
  stringSchema,
  timeSchema,
} from "./schemas.ts";

interface ListsParams extends ReadOptions {
  readonly owner: string;
  readonly from?: number;
  readonly count?: number;
}

const getLists = defineMethod<ListsParams, JsonObject>({
  name: "status_getLists",
  summary: "The status lists of an owner, in the order in which they were created.",
  description:
    "They are numbered 1, 2, ... and never removed. `total` is what the next create names as " +
    "expectedCount. The bits of a list are in status_getList.",
  params: [
    { name: "owner", summary: "DID of the issuer.", schema: didSchema, required: true },
    fromParameter,
    countParameter,
    proofParameter,
    minHeightParameter,
  ],
  result: objectOf({
    total: integerSchema,
    lists: arrayOf(
      objectOf({
        list: integerSchema,
        publisher: didSchema,
        purpose: stringSchema,
        length: integerSchema,
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
  example: { summary: "The only one", params: { owner: exampleValues.did } },
  async handle(context, { owner, from, count, ...options }) {
    const refused = await refuseDid(context, owner);
    if (refused !== undefined) return refused;
    const page = pageOf({ from, count });
    const numbers = numbersOf(page);
    const head = stateKeys.statusListsHead(owner);
    const keys = [head, ...numbers.map((list) => stateKeys.statusList(owner, list))];
    const read = await readRecords(context, [{ kind: "keys", keys }], options);
    if (!read.ok) return read;
    const { lookup } = read.value;
    const total = givenValue(lookup(head), statusListsHeadRecord)?.count ?? 0;
    const lists = numbers.flatMap((list) => {
      const record = givenValue(lookup(stateKeys.statusList(owner, list)), statusListRecord);
      if (record === undefined) return [];
      return [{ list, ...record, purpose: purposeNames[record.purpose] ?? "unknown" }];
    });
    const value = { total, lists, next: nextPage(page, total), ...renderRead(read.value) };
    return { ok: true, value };
  },
});

/** Methods of the `status_` namespace about all lists of an owner. */
export const statusListsMethods: readonly Method[] = [getLists];
