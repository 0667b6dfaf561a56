import { type PolicyChange, policyHeadRecord, policyRecord, stateKeys } from "@cartorio/protocol";
import { hasPolicy, isPolicyValid, policyVersion } from "../policy.ts";
import { done, mismatch, refused, writeRecord } from "../state.ts";
import { twoThirds } from "../weight.ts";
import type { ActionRules } from "./action.ts";

/**
 * Who may write operations of one kind (docs/ledger.md 8). A rule gives way to a rule: one without a
 * clause, which would let nobody write, is refused, and governance itself stands outside. Codes:
 * POLICY_VERSION_MISMATCH, POLICY_OPERATION, POLICY_INVALID.
 */
export const policyChange: ActionRules<PolicyChange> = {
  shareOf: () => twoThirds,
  checkCurrent({ operation, expectedVersion }, state) {
    const version = policyVersion(state, operation);
    return version === expectedVersion ? done : mismatch("POLICY_VERSION_MISMATCH", version);
  },
  execute({ operation, policy, expectedVersion }, { state }) {
    if (!hasPolicy(operation)) return refused("POLICY_OPERATION");
    if (!isPolicyValid(policy)) return refused("POLICY_INVALID");
    const version = expectedVersion + 1;
    const { time, height } = state.block;
    const record = policyRecord.encode({ policy, time, height });
    writeRecord(state, stateKeys.policyHead(operation), policyHeadRecord.encode({ version }));
    writeRecord(state, stateKeys.policy(operation, version), record);
    state.policies = new Map([...state.policies, [operation, { version, policy }]]);
    return done;
  },
};
