import {
  decodePolicyHeadRecord,
  decodePolicyRecord,
  type ErrorCode,
  limits,
  type Operation,
  operationNumber,
  type Policy,
  type PolicyCondition,
  policyRole,
  type Signer,
  signerRole,
  stateKeys,
} from "@cartorio/protocol";
import { actorOf, writableKinds } from "./actors.ts";
import { didInBlock, isActive } from "./dids.ts";
import type { Policies, PolicyInForce } from "./policies.ts";
import { type BlockState, decodedRecord, type TransactionState } from "./state.ts";
import { StateError } from "./state-error.ts";
import { speaksForMember } from "./weight.ts";

// Write policies (docs/ledger.md 8): who may write operations of one kind, beside what the operation
// itself demands and beside the rule that a member pays. A kind without a policy has that rule alone.

const numbersWithPolicy: ReadonlySet<number> = new Set(writableKinds.map(operationNumber));

/** True for the field number of an operation that may have a write policy. */
export function hasPolicy(operation: number): boolean {
  return numbersWithPolicy.has(operation);
}

export function loadPolicies(read: (key: Uint8Array) => Uint8Array | undefined): Policies {
  const policies = new Map<number, PolicyInForce>();
  for (const operation of numbersWithPolicy) {
    const head = read(stateKeys.policyHead(operation));
    if (head === undefined) continue;
    const { version } = decodedRecord(decodePolicyHeadRecord(head));
    const bytes = read(stateKeys.policy(operation, version));
    if (bytes === undefined) throw new StateError("the record of a policy is missing");
    const { policy } = decodedRecord(decodePolicyRecord(bytes));
    policies.set(operation, { version, policy });
  }
  return policies;
}

/** Changes of the policy of a kind so far. */
export function policyVersion(state: TransactionState, operation: number): number {
  return state.policies.get(operation)?.version ?? 0;
}

/** Lets somebody write, and every condition says one thing. */
export function isPolicyValid({ any }: Policy): boolean {
  return any.length > 0 && any.every(({ all }) => all.every(isConditionValid));
}

function isConditionValid({ role, count, self, sponsor }: PolicyCondition): boolean {
  if (role !== policyRole.member) return false;
  const said = [count > 0, self, sponsor].filter(Boolean).length;
  return said === 1 && count <= limits.maxSigners;
}

/**
 * Whether the policies let these signers write the operation, judged before the transaction. Code:
 * POLICY_REFUSED.
 */
export function checkPolicy(
  state: TransactionState,
  operation: Operation,
  signers: readonly Signer[],
): ErrorCode | undefined {
  const { policies } = state.block;
  if (policies.size === 0) return undefined;
  const inForce = policies.get(operationNumber(operation.kind));
  if (inForce === undefined) return undefined;
  const actor = actorOf(operation, state.block.base.network) ?? "";
  const question = { state, signers, actor };
  const isMet = inForce.policy.any.some(({ all }) =>
    all.every((condition) => meets(condition, question)),
  );
  return isMet ? undefined : "POLICY_REFUSED";
}

interface Question {
  readonly state: TransactionState;
  readonly signers: readonly Signer[];
  readonly actor: string;
}

function meets({ count, self }: PolicyCondition, question: Question): boolean {
  const { state, signers, actor } = question;
  if (self) return isActiveMember(state.block, actor);
  // The rule on payers has looked at every sponsor's membership and key.
  if (count === 0) return signers.some(({ role }) => role === signerRole.sponsor);
  const speaking = signers.filter((signer) => speaksForMember(state, signer));
  return new Set(speaking.map(({ did }) => did)).size >= count;
}

function isActiveMember(block: BlockState, did: string): boolean {
  const now = block.members.has(did) ? didInBlock(block, did) : undefined;
  return now !== undefined && isActive(now);
}
