import { hexEncode } from "@cartorio/crypto";
import {
  errorCodeOf,
  type GovernanceProposalRecord,
  type MemberRecord,
  operationKinds,
  operationNumber,
  proposalStatus,
} from "@cartorio/protocol";
import type { JsonObject } from "./render.ts";
import {
  anyObjectSchema,
  arrayOf,
  booleanSchema,
  didSchema,
  hashSchema,
  integerSchema,
  type JsonSchema,
  nullable,
  objectOf,
  oneOf,
  stringSchema,
  timeSchema,
} from "./schemas.ts";

// Records of governance as JSON (docs/ledger.md 8).

export const memberSchema: JsonSchema = objectOf({
  index: integerSchema,
  did: didSchema,
  name: stringSchema,
  weight: integerSchema,
  version: integerSchema,
  time: timeSchema,
  height: integerSchema,
});

export function renderMember(index: number, record: MemberRecord): JsonObject {
  return { index, ...record };
}

const statusNames: Readonly<Record<number, string>> = Object.fromEntries(
  Object.entries(proposalStatus).map(([name, number]) => [number, name]),
);

export const proposalSchema: JsonSchema = objectOf({
  number: integerSchema,
  hash: hashSchema,
  proposer: didSchema,
  action: anyObjectSchema,
  time: timeSchema,
  height: integerSchema,
  expires: timeSchema,
  status: oneOf(Object.values(statusNames)),
  decidedTime: nullable(timeSchema),
  decidedHeight: nullable(integerSchema),
  code: nullable(stringSchema),
  votes: arrayOf(objectOf({ member: integerSchema, approve: booleanSchema, time: timeSchema })),
});

/** A proposal; `code` says why a dead one could not be done. */
export function renderProposal(number: number, record: GovernanceProposalRecord): JsonObject {
  const { hash, action, status, decidedTime, decidedHeight, code, votes, ...rest } = record;
  const isDecided = status !== proposalStatus.open;
  return {
    ...rest,
    number,
    hash: hexEncode(hash),
    action: { kind: action.kind, ...(plain(action.value) as JsonObject) },
    status: statusNames[status] ?? "UPGRADE_SDK",
    decidedTime: isDecided ? decidedTime : null,
    decidedHeight: isDecided ? decidedHeight : null,
    code: status === proposalStatus.dead ? (errorCodeOf(code) ?? "UPGRADE_SDK") : null,
    votes: votes.map((vote) => ({ ...vote })),
  };
}

/** Bytes as hexadecimal, all else as it is. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return hexEncode(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}

/** Operations by their names: a policy is of one of them. */
export const operationNames: ReadonlyMap<string, number> = new Map(
  operationKinds.map((kind) => [kind, operationNumber(kind)]),
);
