import type { cartorio } from "../generated/wire.js";
import {
  didText,
  each,
  exactly,
  flag,
  type Problem,
  sized,
  text,
  time,
  uint,
  uint32,
} from "./checks.ts";
import { copied, int, type ReadonlyDeep, str } from "./codec.ts";
import type { FieldBounds } from "./field-bounds.ts";
import { checkParameters, parametersFromWire } from "./genesis-codec.ts";
import type {
  Freeze,
  GovernanceAction,
  MemberChange,
  ParametersChange,
  Policy,
  PolicyChange,
  PolicyCondition,
  Redact,
  RootAdd,
  RootEnd,
} from "./governance-types.ts";
import { limits } from "./limits.ts";
import { checkScope, scopeBounds, scopeFromWire } from "./scope.ts";
import {
  checkValidatorChange,
  validatorChangeBounds,
  validatorChangeFromWire,
} from "./validator-operation-codec.ts";

// What a proposal may change: parts that operations and state records share. Lengths and counts only.

type ActionWire = cartorio.GovernanceAction.$Properties;

/** How one kind of action is read and judged; it is written as it stands. */
interface ActionCodec<P, T> {
  readonly fromWire: (wire: P) => T | undefined;
  readonly check: (value: T) => Problem;
}

type ActionKind = GovernanceAction["kind"];
type ActionValue<K extends ActionKind> = Extract<GovernanceAction, { kind: K }>["value"];
type ActionOf<K extends ActionKind> = {
  readonly [P in K]: { readonly kind: P; readonly value: ActionValue<P> };
}[K];

const policyClauseBounds: FieldBounds = {
  1: { field: "policy.all", max: limits.maxPolicyConditions },
};
export const policyBounds: FieldBounds = {
  1: { field: "policy.any", max: limits.maxPolicyClauses, inside: policyClauseBounds },
};
export const actionBounds: FieldBounds = {
  2: { field: "validators", max: 1, inside: validatorChangeBounds },
  4: {
    field: "policy",
    max: 1,
    inside: { 3: { field: "policy", max: 1, inside: policyBounds } },
  },
  5: {
    field: "rootAdd",
    max: 1,
    inside: { 5: { field: "scope", max: 1, inside: scopeBounds } },
  },
};

const member: ActionCodec<cartorio.MemberChange.$Properties, MemberChange> = {
  fromWire: (wire) => ({
    expectedVersion: int(wire.expectedVersion),
    did: str(wire.did),
    name: str(wire.name),
    weight: int(wire.weight),
    replaces: str(wire.replaces),
  }),
  check: (value) =>
    uint(value.expectedVersion, "member.expectedVersion") ??
    didText(value.did, "member.did") ??
    text(value.name, [0, limits.maxNameCharacters], "member.name") ??
    uint32(value.weight, "member.weight") ??
    text(value.replaces, [0, limits.maxDidCharacters], "member.replaces"),
};

const parameters: ActionCodec<cartorio.ParametersChange.$Properties, ParametersChange> = {
  fromWire: (wire) =>
    wire.parameters
      ? {
          expectedVersion: int(wire.expectedVersion),
          expectedEpoch: int(wire.expectedEpoch),
          parameters: parametersFromWire(wire.parameters),
        }
      : undefined,
  check: (value) =>
    uint(value.expectedVersion, "parameters.expectedVersion") ??
    uint(value.expectedEpoch, "parameters.expectedEpoch") ??
    checkParameters(value.parameters),
};

export function policyFromWire(wire: cartorio.Policy.$Properties): Policy {
  return {
    any: (wire.any ?? []).map((clause) => ({
      all: (clause.all ?? []).map((condition) => ({
        role: int(condition.role),
        count: int(condition.count),
        self: condition.self ?? false,
        sponsor: condition.sponsor ?? false,
      })),
    })),
  };
}

export function checkPolicy(value: Policy): Problem {
  return each(value.any, {
    ...{ max: limits.maxPolicyClauses, field: "policy.any" },
    item: (clause) =>
      each(clause.all, {
        ...{ max: limits.maxPolicyConditions, field: "policy.all" },
        item: checkCondition,
      }),
  });
}

function checkCondition(value: PolicyCondition): Problem {
  return (
    uint32(value.role, "policy.role") ??
    uint32(value.count, "policy.count") ??
    flag(value.self, "policy.self") ??
    flag(value.sponsor, "policy.sponsor")
  );
}

const policy: ActionCodec<cartorio.PolicyChange.$Properties, PolicyChange> = {
  fromWire: (wire) =>
    wire.policy
      ? {
          expectedVersion: int(wire.expectedVersion),
          operation: int(wire.operation),
          policy: policyFromWire(wire.policy),
        }
      : undefined,
  check: (value) =>
    uint(value.expectedVersion, "policy.expectedVersion") ??
    uint32(value.operation, "policy.operation") ??
    checkPolicy(value.policy),
};

function checkDomain(value: string): Problem {
  return text(value, [1, limits.maxDomainCharacters], "domain");
}

const rootAdd: ActionCodec<cartorio.RootAdd.$Properties, RootAdd> = {
  fromWire: (wire) => {
    const scope = scopeFromWire(wire.scope);
    if (scope === undefined) return undefined;
    return {
      expectedVersion: int(wire.expectedVersion),
      domain: str(wire.domain),
      subject: str(wire.subject),
      actions: int(wire.actions),
      scope,
      depth: int(wire.depth),
      validUntil: int(wire.validUntil),
    };
  },
  check: (value) =>
    uint(value.expectedVersion, "rootAdd.expectedVersion") ??
    checkDomain(value.domain) ??
    didText(value.subject, "rootAdd.subject") ??
    uint32(value.actions, "rootAdd.actions") ??
    checkScope(value.scope) ??
    uint32(value.depth, "rootAdd.depth") ??
    time(value.validUntil, "rootAdd.validUntil"),
};

const rootEnd: ActionCodec<cartorio.RootEnd.$Properties, RootEnd> = {
  fromWire: (wire) => ({
    expectedVersion: int(wire.expectedVersion),
    domain: str(wire.domain),
    root: int(wire.root),
    ended: int(wire.ended),
    untrustedSince: int(wire.untrustedSince),
  }),
  check: (value) =>
    uint(value.expectedVersion, "rootEnd.expectedVersion") ??
    checkDomain(value.domain) ??
    uint(value.root, "rootEnd.root") ??
    uint32(value.ended, "rootEnd.ended") ??
    time(value.untrustedSince, "rootEnd.untrustedSince"),
};

const freeze: ActionCodec<cartorio.Freeze.$Properties, Freeze> = {
  fromWire: (wire) => ({
    did: str(wire.did),
    expectedUntil: int(wire.expectedUntil),
    until: int(wire.until),
  }),
  check: (value) =>
    didText(value.did, "freeze.did") ??
    time(value.expectedUntil, "freeze.expectedUntil") ??
    time(value.until, "freeze.until"),
};

const redact: ActionCodec<cartorio.Redact.$Properties, Redact> = {
  fromWire: (wire) => ({
    did: str(wire.did),
    version: int(wire.version),
    schema: copied(wire.schema),
    reason: int(wire.reason),
  }),
  check: (value) =>
    text(value.did, [0, limits.maxDidCharacters], "redact.did") ??
    uint(value.version, "redact.version") ??
    sized(value.schema, [0, limits.hashBytes], "redact.schema") ??
    exactly(value.schema, value.schema.length === 0 ? 0 : limits.hashBytes, "redact.schema") ??
    uint32(value.reason, "redact.reason"),
};

const actionCodecs: {
  readonly [K in ActionKind]: ActionCodec<NonNullable<ActionWire[K]>, ActionValue<K>>;
} = {
  member,
  validators: { fromWire: validatorChangeFromWire, check: checkValidatorChange },
  parameters,
  policy,
  rootAdd,
  rootEnd,
  freeze,
  redact,
};
const actionKinds = Object.keys(actionCodecs) as ActionKind[];

export function actionToWire(action: GovernanceAction): ReadonlyDeep<ActionWire> {
  return { [action.kind]: action.value };
}

/** Undefined without an action. A second one shows when the message is written again. */
export function actionFromWire(wire: ActionWire | null | undefined): GovernanceAction | undefined {
  if (!wire) return undefined;
  const kind = actionKinds.find((candidate) => wire[candidate]);
  return kind && readAction(kind, wire);
}

function readAction<K extends ActionKind>(kind: K, wire: ActionWire): GovernanceAction | undefined {
  const codec: ActionCodec<NonNullable<ActionWire[K]>, ActionValue<K>> = actionCodecs[kind];
  const content = wire[kind];
  const value = content ? codec.fromWire(content) : undefined;
  return value === undefined ? undefined : ({ kind, value } as GovernanceAction);
}

export function checkAction<K extends ActionKind>(action: ActionOf<K>): Problem {
  if (!Object.hasOwn(actionCodecs, action.kind)) return "action";
  const codec: ActionCodec<NonNullable<ActionWire[K]>, ActionValue<K>> = actionCodecs[action.kind];
  return codec.check(action.value);
}
