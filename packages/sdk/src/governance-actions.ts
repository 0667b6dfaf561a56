import {
  type GovernanceAction,
  type OperationKind,
  operationNumber,
  type Parameters,
  type PolicyCondition,
  policyRole,
  redactionReason,
  rootEnded,
  type ValidatorCandidate,
} from "@cartorio/protocol";
import {
  type ActionName,
  actionsOf,
  type ScopeInput,
  scopeOf,
} from "./accreditation-operations.ts";
import { type HashLike, hashBytes } from "./answer.ts";

// What a proposal may change (docs/ledger.md 8). Each names the version of what it changes.

export type { GovernanceAction } from "@cartorio/protocol";

export interface MemberInput {
  /** Changes of members so far. */
  readonly expectedVersion: number;
  readonly did: string;
  /** An institution, never a person. */
  readonly name: string;
  readonly weight: number;
  /** Member whose place it takes. */
  readonly replaces?: string;
}

/** A member comes, gets another name or weight, or takes the place of another one. */
export function memberChange({ replaces = "", ...input }: MemberInput): GovernanceAction {
  return { kind: "member", value: { ...input, replaces } };
}

/** A member goes. */
export function memberLeave(input: Pick<MemberInput, "expectedVersion" | "did">): GovernanceAction {
  return { kind: "member", value: { ...input, name: "", weight: 0, replaces: "" } };
}

/** Validators go and come, by the rules of the operation `validatorChange`. */
export function validatorsChange(input: {
  readonly expectedEpoch: number;
  readonly remove?: readonly Uint8Array[];
  readonly add?: readonly ValidatorCandidate[];
}): GovernanceAction {
  const { expectedEpoch, remove = [], add = [] } = input;
  return { kind: "validators", value: { expectedEpoch, remove, add } };
}

/** Other parameters, all of them; an upgrade if they raise the protocol version. */
export function parametersChange(input: {
  readonly expectedVersion: number;
  readonly expectedEpoch: number;
  readonly parameters: Parameters;
}): GovernanceAction {
  return { kind: "parameters", value: input };
}

/** A condition of a write policy. */
export type ConditionInput =
  /** So many DIDs of the role sign, as author or co-signer. */
  | { readonly role: keyof typeof policyRole; readonly count: number }
  /** The DID in whose name the operation acts has the role. */
  | { readonly role: keyof typeof policyRole; readonly self: true }
  /** A sponsor signs. */
  | { readonly sponsor: true };

/**
 * Who may write operations of a kind: all conditions of one of the clauses hold. `[[]]` is the default: a
 * member pays, and nothing else is asked.
 */
export function policyChange(input: {
  /** Changes of this policy so far. */
  readonly expectedVersion: number;
  readonly operation: OperationKind;
  readonly any: readonly (readonly ConditionInput[])[];
}): GovernanceAction {
  const { expectedVersion, operation, any } = input;
  const policy = { any: any.map((all) => ({ all: all.map(conditionOf) })) };
  const value = { expectedVersion, operation: operationNumber(operation), policy };
  return { kind: "policy", value };
}

function conditionOf(input: ConditionInput): PolicyCondition {
  const none = { role: policyRole.member, count: 0, self: false, sponsor: false };
  if ("sponsor" in input) return { ...none, sponsor: true };
  const role = policyRole[input.role];
  return "self" in input ? { ...none, role, self: true } : { ...none, role, count: input.count };
}

/** A root of accreditation in a domain. */
export function rootAdd(input: {
  /** Changes of the roots of the domain so far. */
  readonly expectedVersion: number;
  /** `[a-z0-9-]{1,32}`. */
  readonly domain: string;
  readonly subject: string;
  readonly actions: readonly ActionName[];
  readonly scope: ScopeInput;
  /** Levels that the root may accredit below itself. Default 0. */
  readonly depth?: number;
  /** Exclusive; default open. */
  readonly validUntil?: number;
}): GovernanceAction {
  const { expectedVersion, domain, subject, depth = 0, validUntil = 0 } = input;
  const actions = actionsOf(input.actions);
  const scope = scopeOf(input.scope);
  const value = { expectedVersion, domain, subject, actions, scope, depth, validUntil };
  return { kind: "rootAdd", value };
}

/** Ends a root; for cause from a time on, from which nothing that it did counts. */
export function rootEnd(input: {
  readonly expectedVersion: number;
  readonly domain: string;
  /** Its number in the domain. */
  readonly root: number;
  /** Milliseconds; for cause only. Default: withdrawn. */
  readonly untrustedSince?: number;
}): GovernanceAction {
  const { expectedVersion, domain, root, untrustedSince } = input;
  const ended = untrustedSince === undefined ? rootEnded.withdrawn : rootEnded.forCause;
  const value = { expectedVersion, domain, root, ended, untrustedSince: untrustedSince ?? 0 };
  return { kind: "rootEnd", value };
}

/** Keeps a DID from writing until a time, at most 30 days ahead; 0 lifts what is in force. */
export function freeze(input: {
  readonly did: string;
  readonly until: number;
  /** End of the freeze in force. Default none. */
  readonly expectedUntil?: number;
}): GovernanceAction {
  const { did, until, expectedUntil = 0 } = input;
  return { kind: "freeze", value: { did, expectedUntil, until } };
}

/** Drops the document of a version of a DID, or the body of a schema; its hash stays. */
export function redact(
  input: ({ readonly did: string; readonly version: number } | { readonly schema: HashLike }) & {
    readonly reason: keyof typeof redactionReason;
  },
): GovernanceAction {
  const reason = redactionReason[input.reason];
  const none = { did: "", version: 0, schema: new Uint8Array(0), reason };
  return "schema" in input
    ? { kind: "redact", value: { ...none, schema: hashBytes(input.schema) } }
    : { kind: "redact", value: { ...none, did: input.did, version: input.version } };
}
