// Lists of everything there is, for those who run a node: who could read them would know who uses the
// network, so they are on the admin listener only. State keys are hashes, hence the blocks are walked.
import type { OperationKind } from "@cartorio/protocol";
import { defineMethod, type Method, type MethodContext } from "./method.ts";
import type { ApiResult } from "./node-api.ts";
import type { OperationEvent } from "./operation-events.ts";
import { fromParameter, nextPageSchema, pageCount } from "./parameters.ts";
import type { JsonObject } from "./render.ts";
import { operationNames } from "./render-governance.ts";
import {
  arrayOf,
  didSchema,
  hashSchema,
  integerSchema,
  nullable,
  objectOf,
  oneOf,
  stringSchema,
  timeSchema,
} from "./schemas.ts";
import { type BlockEvents, blockEvents } from "./subscription-events.ts";

interface PageParams {
  readonly from?: number;
  readonly count?: number;
}

/** Entries after which a page ends, at the end of a block; a page has those of at least one block. */
const maxEntries = 1024;
/** What one page reads: bytes of blocks, and blocks, which may be empty. */
const maxPageBytes = 4 * 1024 * 1024;
const maxPageBlocks = 1024;

const pageParameters = [
  { ...fromParameter, summary: "First height; default 0, the genesis.", schema: integerSchema },
  {
    ...pageCount(maxEntries),
    summary: `The page ends with the block in which it has so many, default ${maxEntries}.`,
  },
] as const;
const pageMembers = { next: nextPageSchema, certifiedHeight: integerSchema };
const paging =
  "A page is of whole blocks: it may have more entries than `count`, and none where a long stretch of " +
  "the chain has none. `next` is the `from` of the page after it, null at the newest certified block; " +
  "go on later at one above `certifiedHeight`.";

interface Page<T> {
  readonly entries: readonly T[];
  readonly next: number | null;
  readonly certifiedHeight: number;
}

/** Certified blocks from a height on, until there are `count` entries or the page is full. */
async function walk<T>(
  { api, isLate }: MethodContext,
  { from = 0, count = maxEntries }: PageParams,
  entriesOf: (block: BlockEvents) => readonly T[],
): Promise<ApiResult<Page<T>>> {
  const { certifiedHeight, network, chainId } = await api.status();
  const entries: T[] = [];
  let [height, bytes] = [from, 0];
  const isFull = (): boolean =>
    entries.length >= count || bytes >= maxPageBytes || height >= from + maxPageBlocks;
  const isOpen = (): boolean => height === from || !(isFull() || isLate?.() === true);
  while (height <= certifiedHeight && isOpen()) {
    const block = await api.block({ height });
    if (block === undefined) return { ok: false, code: "NOT_FOUND", data: { height } };
    bytes += block.envelopes.reduce((sum, { length }) => sum + length, 0);
    entries.push(...entriesOf(blockEvents(block, { network, chainId })));
    height += 1;
  }
  return {
    ok: true,
    value: { entries, next: height > certifiedHeight ? null : height, certifiedHeight },
  };
}

const listDids = defineMethod<PageParams, JsonObject>({
  name: "admin_listDids",
  summary: "Every DID of the network, in the order in which they were created.",
  description:
    `${paging} \`transactionId\` is null for those of the genesis. Also DIDs that are deactivated by ` +
    "now: did_resolve tells how one is.",
  permission: "admin",
  params: pageParameters,
  result: objectOf({
    dids: arrayOf(
      objectOf({ did: didSchema, height: integerSchema, transactionId: nullable(hashSchema) }),
    ),
    ...pageMembers,
  }),
  errors: ["NOT_FOUND"],
  cost: 20,
  example: { summary: "The first page", params: {} },
  async handle(context, params) {
    const page = await walk(context, params, createdIn);
    if (!page.ok) return page;
    const { entries, ...rest } = page.value;
    const isFirst = (params.from ?? 0) === 0;
    const genesis = isFirst ? await context.api.genesisDids() : [];
    const dids = genesis.map((did) => ({ did, height: 0, transactionId: null }));
    return { ok: true, value: { dids: [...dids, ...entries], ...rest } };
  },
});

/** By the receipts, so that one whose document governance dropped is there. */
function createdIn({ height, transactions }: BlockEvents): JsonObject[] {
  return transactions.flatMap(({ id: transactionId, created }) =>
    created.map((did) => ({ did, height, transactionId })),
  );
}

interface OperationsParams extends PageParams {
  readonly operations?: readonly OperationKind[];
  readonly did?: string;
}

const listOperations = defineMethod<OperationsParams, JsonObject>({
  name: "admin_listOperations",
  summary:
    "Everything of a kind that was ever written: anchors, schemas, status lists, accreditations.",
  description:
    `Operations that were applied, in the order of the chain. ${paging} \`did\` is whom an operation is ` +
    "about, `hash` the commitment, batch root, digest or proposal, `list` and `index` the number of a " +
    "status list or an accreditation. One whose transaction governance dropped is not told.",
  permission: "admin",
  params: [
    ...pageParameters,
    {
      name: "operations",
      summary: "Kinds of operations; default all.",
      schema: { ...arrayOf(oneOf([...operationNames.keys()])), maxItems: operationNames.size },
    },
    { name: "did", summary: "Those about this DID only.", schema: didSchema },
  ],
  result: objectOf({
    operations: arrayOf(
      objectOf({
        height: integerSchema,
        time: timeSchema,
        transactionId: hashSchema,
        operation: stringSchema,
        did: stringSchema,
        "hash?": hashSchema,
        "list?": integerSchema,
        "index?": integerSchema,
      }),
    ),
    ...pageMembers,
  }),
  errors: ["NOT_FOUND"],
  cost: 20,
  example: { summary: "All anchors", params: { operations: ["credentialAnchor"] } },
  async handle(context, { operations, did, ...params }) {
    const wanted = operations && new Set(operations);
    const isWanted = (change: OperationEvent): boolean =>
      (wanted?.has(change.operation) ?? true) && (did === undefined || change.did === did);
    const page = await walk(context, params, (block) => changesIn(block, isWanted));
    if (!page.ok) return page;
    const { entries, ...rest } = page.value;
    return { ok: true, value: { operations: entries, ...rest } };
  },
});

function changesIn(
  { height, time, transactions }: BlockEvents,
  isWanted: (change: OperationEvent) => boolean,
): JsonObject[] {
  return transactions.flatMap(({ id: transactionId, operations }) =>
    operations
      .filter(isWanted)
      .map(({ topic: _, ...change }) => ({ height, time, transactionId, ...change })),
  );
}

/** Rows of the admin listener about what is on the ledger. */
export const enumerationMethods: readonly Method[] = [listDids, listOperations];
