import {
  governanceHeadRecord,
  governanceProposalIndexRecord,
  governanceProposalRecord,
  memberRecord,
  membersHeadRecord,
  parametersRecord,
  policyHeadRecord,
  policyRecord,
  stateKeys,
} from "@cartorio/protocol";
import { exampleValues } from "./example-values.ts";
import { givenValue } from "./given-value.ts";
import { defineMethod, type Method } from "./method.ts";
import { renderRead } from "./methods-did.ts";
import {
  fromParameter,
  hexParameter,
  minHeightParameter,
  nextPage,
  nextPageSchema,
  pageCount,
  proofParameter,
} from "./parameters.ts";
import { type ReadAnswer, type ReadOptions, readRecords } from "./read-records.ts";
import type { JsonObject } from "./render.ts";
import {
  memberSchema,
  operationNames,
  proposalSchema,
  renderMember,
  renderProposal,
} from "./render-governance.ts";
import {
  anyObjectSchema,
  arrayOf,
  booleanSchema,
  hashSchema,
  integerSchema,
  type JsonSchema,
  nullable,
  objectOf,
  oneOf,
  proofSchema,
  timeSchema,
} from "./schemas.ts";

const answerSchema = { height: integerSchema, time: timeSchema, "proof?": proofSchema };
const readParameters = [proofParameter, minHeightParameter];

interface MembersParams extends ReadOptions {
  readonly from?: number;
  readonly count?: number;
}

/** With the head they fit into one proof. */
const maxMembersPage = 128;

const getMembers = defineMethod<MembersParams, JsonObject>({
  name: "governance_getMembers",
  summary: "The members of the consortium and their weights.",
  description:
    "Everybody that ever was one, in the order in which they came: weight 0 is not a member any " +
    "more. `total` says how many there are, `index` counts them from 0. `version` counts the changes so " +
    "far, which a proposal to change the members names.",
  params: [fromParameter, pageCount(maxMembersPage), ...readParameters],
  result: objectOf({
    members: arrayOf(memberSchema),
    total: integerSchema,
    next: nextPageSchema,
    totalWeight: integerSchema,
    version: integerSchema,
    dominant: booleanSchema,
    ...answerSchema,
  }),
  errors: ["NOT_READY", "NOT_FOUND"],
  example: { summary: "All of them, with the proof", params: { proof: true } },
  async handle(context, { from = 1, count = maxMembersPage, ...options }) {
    const headKey = stateKeys.membersHead();
    const question = { kind: "keys", keys: [headKey] } as const;
    const first = await readRecords(context, [question], { ...options, proof: false });
    if (!first.ok) return first;
    const head = givenValue(first.value.lookup(headKey), membersHeadRecord);
    if (head === undefined) return { ok: false, code: "NOT_FOUND" };
    const { count: total, ...rest } = head;
    // The keys of the question `members`, as far as they are on this page.
    const length = Math.max(0, Math.min(count, total - from + 1));
    const indexes = Array.from({ length }, (_, offset) => from - 1 + offset);
    const keys = [headKey, ...indexes.map(stateKeys.member)];
    const pinned = { ...options, atHeight: first.value.height };
    const read = await readRecords(context, [{ kind: "keys", keys }], pinned);
    if (!read.ok) return read;
    const members = indexes.map((index) => {
      const record = givenValue(read.value.lookup(stateKeys.member(index)), memberRecord);
      return record && renderMember(index, record);
    });
    const page = { members, total, next: nextPage({ from, count }, total) };
    return { ok: true, value: { ...page, ...rest, ...renderRead(read.value) } };
  },
});

interface ProposalParams extends ReadOptions {
  readonly hash: string;
}

const getProposal = defineMethod<ProposalParams, JsonObject>({
  name: "governance_getProposal",
  summary: "A proposal with its votes, by the hash that votes name.",
  description:
    "`action` is what it changes; bytes in it are hexadecimal. A dead one says in `code` why it could " +
    "not be done. Votes name members by their index in `governance_getMembers`; they weigh what " +
    "those weigh at the vote that decides.",
  params: [
    { name: "hash", summary: "Hash of the proposal.", schema: hashSchema, required: true },
    ...readParameters,
  ],
  result: objectOf({ proposal: nullable(proposalSchema), ...answerSchema }),
  errors: ["NOT_READY"],
  example: { summary: "An open proposal", params: { hash: exampleValues.proposal } },
  async handle(context, { hash: text, ...options }) {
    const hash = hexParameter(text);
    const read = await readRecords(context, [{ kind: "proposal", hash }], options);
    if (!read.ok) return read;
    const key = stateKeys.proposalByHash(hash);
    const index = givenValue(read.value.lookup(key), governanceProposalIndexRecord);
    const proposal = index === undefined ? null : proposalAt(read.value, index.number);
    return { ok: true, value: { proposal, ...renderRead(read.value) } };
  },
});

function proposalAt(answer: ReadAnswer, number: number): JsonObject | null {
  const record = givenValue(answer.lookup(stateKeys.proposal(number)), governanceProposalRecord);
  return record === undefined ? null : renderProposal(number, record);
}

const maxPage = 50;
const pageSchema: JsonSchema = { type: "integer", minimum: 1, maximum: maxPage };

interface ListParams extends ReadOptions {
  readonly from?: number;
  readonly count?: number;
}

const listProposals = defineMethod<ListParams, JsonObject>({
  name: "governance_listProposals",
  summary: "Proposals in the order in which they were made.",
  description:
    "They are numbered 1, 2, ... and never removed: `total` says how many there are, so that a page " +
    "with its proof shows that nothing is left out.",
  params: [
    fromParameter,
    {
      name: "count",
      summary: `How many, at most ${maxPage}; default all of that.`,
      schema: pageSchema,
    },
    ...readParameters,
  ],
  result: objectOf({
    proposals: arrayOf(proposalSchema),
    total: integerSchema,
    next: nextPageSchema,
    ...answerSchema,
  }),
  errors: ["NOT_READY"],
  example: { summary: "The first page", params: { from: 1, count: 10 } },
  async handle(context, { from = 1, count = maxPage, ...options }) {
    const read = await readRecords(context, [{ kind: "proposals", from, count }], options);
    if (!read.ok) return read;
    const head = givenValue(read.value.lookup(stateKeys.governanceHead()), governanceHeadRecord);
    const total = head?.count ?? 0;
    const numbers = Array.from({ length: count }, (_, index) => from + index);
    const proposals = numbers.flatMap((number) => proposalAt(read.value, number) ?? []);
    const next = nextPage({ from, count }, total);
    return { ok: true, value: { proposals, total, next, ...renderRead(read.value) } };
  },
});

interface PolicyParams extends ReadOptions {
  readonly operation: string;
}

const getPolicy = defineMethod<PolicyParams, JsonObject>({
  name: "governance_getPolicy",
  summary: "Who may write operations of a kind.",
  description:
    "One clause of `any` has to hold, with all of its conditions: `role` 1 member, 2 accredited issuer, " +
    "3 accreditor; `count` DIDs of it sign, or the DID itself has it (`self`), or a sponsor signs. " +
    "Null with version 0: a member has to pay, as always, and nothing else is asked.",
  params: [
    {
      name: "operation",
      summary: "Kind of operation.",
      schema: oneOf([...operationNames.keys()]),
      required: true,
    },
    ...readParameters,
  ],
  result: objectOf({
    policy: nullable(anyObjectSchema),
    version: integerSchema,
    since: nullable(timeSchema),
    ...answerSchema,
  }),
  errors: ["NOT_READY"],
  example: { summary: "A policy", params: { operation: "schemaRegister" } },
  async handle(context, { operation: name, ...options }) {
    const operation = operationNames.get(name) ?? 0;
    const read = await readRecords(context, [{ kind: "policy", operation }], options);
    if (!read.ok) return read;
    const head = givenValue(read.value.lookup(stateKeys.policyHead(operation)), policyHeadRecord);
    const version = head?.version ?? 0;
    const key = stateKeys.policy(operation, version);
    const record = version === 0 ? undefined : givenValue(read.value.lookup(key), policyRecord);
    const { policy = null, time: since = null } = record ?? {};
    return { ok: true, value: { policy, version, since, ...renderRead(read.value) } };
  },
});

const getParameters = defineMethod<ReadOptions, JsonObject>({
  name: "governance_getParameters",
  summary: "The newest parameters of the network.",
  description:
    "They hold from `activationHeight` on, the first height of an epoch (docs/consensus.md 8). A " +
    "proposal to change them names `version`.",
  params: readParameters,
  result: objectOf({
    parameters: anyObjectSchema,
    version: integerSchema,
    activationHeight: integerSchema,
    since: timeSchema,
    ...answerSchema,
  }),
  errors: ["NOT_READY", "NOT_FOUND"],
  example: { summary: "As of now", params: {} },
  async handle(context, options) {
    const read = await readRecords(context, [{ kind: "parameters" }], options);
    if (!read.ok) return read;
    const record = givenValue(read.value.lookup(stateKeys.parameters()), parametersRecord);
    if (record === undefined) return { ok: false, code: "NOT_FOUND" };
    const { parameters, version, activationHeight, time: since } = record;
    const value = { parameters, version, activationHeight, since, ...renderRead(read.value) };
    return { ok: true, value };
  },
});

/** Methods of the `governance_` namespace. */
export const governanceMethods: readonly Method[] = [
  getMembers,
  getProposal,
  listProposals,
  getPolicy,
  getParameters,
];
