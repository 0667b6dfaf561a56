// What a proposal would do, for whoever has to vote on it.
import { base64UrlEncode, hexEncode } from "@cartorio/crypto";
import { decodeValidatorSet, proposalJson } from "@cartorio/protocol";
import { exampleValues } from "./example-values.ts";
import { defineMethod, type Method } from "./method.ts";
import type { ApiResult } from "./node-api.ts";
import type { ProposalQuestion, ProposalSimulation } from "./node-views.ts";
import { hexParameter } from "./parameters.ts";
import type { JsonObject } from "./render.ts";
import { memberSchema, renderMember } from "./render-governance.ts";
import {
  anyObjectSchema,
  arrayOf,
  bytesSchema,
  didSchema,
  hashSchema,
  integerSchema,
  nullable,
  objectOf,
  stringSchema,
  timeSchema,
} from "./schemas.ts";

interface SimulateParams {
  readonly hash?: string;
  readonly proposal?: unknown;
}

const simulate = defineMethod<SimulateParams, JsonObject>({
  name: "governance_simulate",
  summary: "What a proposal would do if it were accepted now.",
  description:
    "One that was made, by its `hash`, or one to come as `proposal`: the JSON form of GovernancePropose " +
    "(docs/transaction-json.md). Its action is executed in the block after this node's newest one, and nothing of " +
    "that stays. `code` is APPLIED, or the one that the proposal would be dead with, also by rules that are " +
    "asked only when it is decided. It needs approval of more than `numerator`/`denominator` of `total`; " +
    "`approving` has been given, `waiting` has not voted (of one to come the proposer has approved). `members` are " +
    "all members after it, `validators` the set that it schedules, each null where they stay as they are; " +
    "`records` are all state records that it writes.",
  params: [
    { name: "hash", summary: "Hash of a proposal.", schema: hashSchema },
    { name: "proposal", summary: "A proposal to come.", schema: anyObjectSchema },
  ],
  result: objectOf({
    height: integerSchema,
    time: timeSchema,
    code: stringSchema,
    currentVersion: nullable(integerSchema),
    weight: objectOf({
      numerator: integerSchema,
      denominator: integerSchema,
      approving: integerSchema,
      waiting: integerSchema,
      total: integerSchema,
    }),
    members: nullable(arrayOf(memberSchema)),
    validators: nullable(
      objectOf({
        epoch: integerSchema,
        activationHeight: integerSchema,
        validators: arrayOf(objectOf({ member: didSchema, validatorKey: hashSchema })),
        bytes: bytesSchema,
      }),
    ),
    records: arrayOf(objectOf({ key: hashSchema, bytes: bytesSchema })),
  }),
  errors: ["NOT_FOUND", "INVALID_OPTIONS", "MALFORMED", "TOO_LARGE", "QUEUE_FULL", "NOT_READY"],
  simulates: true,
  permission: "write",
  example: { summary: "An open proposal", params: { hash: exampleValues.proposal } },
  async handle({ api }, params) {
    const question = questionOf(params);
    if (!question.ok) return question;
    const simulated = await api.simulateProposal(question.value);
    return simulated.ok ? { ok: true, value: rendered(simulated.value) } : simulated;
  },
});

function questionOf({ hash, proposal }: SimulateParams): ApiResult<ProposalQuestion> {
  if ((hash === undefined) === (proposal === undefined))
    return { ok: false, code: "INVALID_OPTIONS", data: { reason: "hash or proposal" } };
  if (hash !== undefined) return { ok: true, value: { hash: hexParameter(hash) } };
  const read = proposalJson.fromJson(proposal);
  if (read.ok) return { ok: true, value: { proposal: read.value } };
  const { code, field = "" } = read;
  return { ok: false, code, data: { field } };
}

function rendered(simulated: ProposalSimulation): JsonObject {
  const { height, time, code, currentVersion = null, share, weight } = simulated;
  const { members, validators, records } = simulated;
  return {
    ...{ height, time, code, currentVersion },
    weight: { ...share, ...weight },
    members: members?.map(({ index, ...record }) => renderMember(index, record)) ?? null,
    validators: validators === undefined ? null : renderSet(validators),
    records: records.map(({ key, bytes }) => ({
      key: hexEncode(key),
      bytes: base64UrlEncode(bytes),
    })),
  };
}

function renderSet(bytes: Uint8Array): JsonObject {
  const set = decodeValidatorSet(bytes);
  if (!set.ok) throw new Error("INV-GATEWAY-RECORD: the node gave a validator set without form");
  const { epoch, activationHeight } = set.value;
  const validators = set.value.validators.map(({ member, validatorKey }) => ({
    member,
    validatorKey: hexEncode(validatorKey),
  }));
  return { epoch, activationHeight, validators, bytes: base64UrlEncode(bytes) };
}

/** `governance_simulate`. */
export const governanceSimulationMethods: readonly Method[] = [simulate];
