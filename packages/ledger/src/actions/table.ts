import type { GovernanceAction } from "@cartorio/protocol";
import type { OperationOutcome, TransactionState } from "../state.ts";
import type { Share } from "../weight.ts";
import type { ActionContext, ActionRules } from "./action.ts";
import { freeze } from "./freeze.ts";
import { memberChange } from "./member-change.ts";
import { parametersChange } from "./parameters-change.ts";
import { policyChange } from "./policy-change.ts";
import { redact } from "./redact.ts";
import { rootAdd, rootEnd } from "./roots.ts";
import { validatorsChange } from "./validators-change.ts";

type ActionKind = GovernanceAction["kind"];
type ActionValue<K extends ActionKind> = Extract<GovernanceAction, { kind: K }>["value"];
type ActionOf<K extends ActionKind> = {
  readonly [P in K]: { readonly kind: P; readonly value: ActionValue<P> };
}[K];

const rules: { readonly [K in ActionKind]: ActionRules<ActionValue<K>> } = {
  member: memberChange,
  validators: validatorsChange,
  parameters: parametersChange,
  policy: policyChange,
  rootAdd,
  rootEnd,
  freeze,
  redact,
};

/** See {@link ActionRules}. */
export function shareOf<K extends ActionKind>(action: ActionOf<K>, state: TransactionState): Share {
  const own: ActionRules<ActionValue<K>> = rules[action.kind];
  return own.shareOf(action.value, state);
}

/** See {@link ActionRules}. */
export function checkStillCurrent<K extends ActionKind>(
  action: ActionOf<K>,
  state: TransactionState,
): OperationOutcome {
  const own: ActionRules<ActionValue<K>> = rules[action.kind];
  return own.checkCurrent(action.value, state);
}

/** See {@link ActionRules}. */
export function executeAction<K extends ActionKind>(
  action: ActionOf<K>,
  context: ActionContext,
): OperationOutcome {
  const own: ActionRules<ActionValue<K>> = rules[action.kind];
  return own.execute(action.value, context);
}
