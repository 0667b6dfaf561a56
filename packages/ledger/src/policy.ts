import {
  accreditationsHeadRecord,
  accreditedAction,
  type ErrorCode,
  limits,
  type Operation,
  operationNumber,
  type Policy,
  type PolicyCondition,
  policyHeadRecord,
  policyRecord,
  policyRole,
  relationship,
  type Signer,
  signerRole,
  stateKeys,
} from "@cartorio/protocol";
import { actorOf, writableKinds } from "./actors.ts";
import { keyWithRelationship } from "./authority.ts";
import { didInBlock, isActive, isFrozen } from "./dids.ts";
import type { Policies, PolicyInForce } from "./policies.ts";
import { rightOf } from "./rights.ts";
import { decodedRecord, readDecodedBlock, type TransactionState } from "./state.ts";
import { StateError } from "./state-error.ts";

// Write policies (docs/ledger.md 8): who may write operations of one kind, beside what the operation
// itself demands and beside the rule that a member pays. A kind without a policy has that rule alone.

const numbersWithPolicy: ReadonlySet<number> = new Set(writableKinds.map(operationNumber));

/** Roles that an accreditation gives, with the action that it allows. */
const actionOfRole: ReadonlyMap<number, number> = new Map([
  [policyRole.accreditedIssuer, accreditedAction.issue],
  [policyRole.accreditor, accreditedAction.accredit],
]);

/** True for the field number of an operation that may have a write policy. */
export function hasPolicy(operation: number): boolean {
  return numbersWithPolicy.has(operation);
}

export function loadPolicies(read: (key: Uint8Array) => Uint8Array | undefined): Policies {
  const policies = new Map<number, PolicyInForce>();
  for (const operation of numbersWithPolicy) {
    const head = read(stateKeys.policyHead(operation));
    if (head === undefined) continue;
    const { version } = decodedRecord(policyHeadRecord.decode(head));
    const bytes = read(stateKeys.policy(operation, version));
    if (bytes === undefined) throw new StateError("the record of a policy is missing");
    const { policy } = decodedRecord(policyRecord.decode(bytes));
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
  const isKnown = role === policyRole.member || actionOfRole.has(role);
  const said = [count > 0, self, sponsor].filter(Boolean).length;
  const isMeant = !sponsor || role === policyRole.member;
  return isKnown && isMeant && said === 1 && count <= limits.maxSigners;
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

function meets({ role, count, self }: PolicyCondition, question: Question): boolean {
  const { state, signers, actor } = question;
  if (self) return hasRole(state, actor, role);
  // The rule on payers has looked at every sponsor's membership and key.
  if (count === 0) return signers.some((signer) => signer.role === signerRole.sponsor);
  const distinct = new Set(signers.filter((signer) => speaks(state, signer)).map(({ did }) => did));
  return [...distinct].filter((did) => hasRole(state, did, role)).length >= count;
}

/** As author or co-signer, with a `capabilityInvocation` key of a DID that may write. */
function speaks(state: TransactionState, { did, multikey, role }: Signer): boolean {
  if (role !== signerRole.author && role !== signerRole.cosigner) return false;
  const now = didInBlock(state.block, did);
  if (now === undefined || !isActive(now) || isFrozen(state, now)) return false;
  const { capabilityInvocation } = relationship;
  return keyWithRelationship(now.document, [multikey], capabilityInvocation) !== undefined;
}

/** Asked once per transaction: an answer may take 64 accreditations to find. */
function hasRole(state: TransactionState, did: string, role: number): boolean {
  const key = `${role} ${did}`;
  const known = state.roles.get(key);
  if (known !== undefined) return known;
  const answer = findRole(state, did, role);
  state.roles.set(key, answer);
  return answer;
}

function findRole(state: TransactionState, did: string, role: number): boolean {
  const now = didInBlock(state.block, did);
  if (now === undefined || !isActive(now)) return false;
  const action = actionOfRole.get(role);
  return action === undefined
    ? state.block.members.has(did)
    : isAccredited(state, { subject: did, action });
}

/** By one of its newest accreditations: each question is answered over a whole chain. */
function isAccredited(
  state: TransactionState,
  { subject, action }: { readonly subject: string; readonly action: number },
): boolean {
  const count =
    readDecodedBlock(state.block, stateKeys.accreditationsHead(subject), accreditationsHeadRecord)
      ?.count ?? 0;
  const oldest = Math.max(1, count - limits.maxPolicyAccreditations + 1);
  for (let index = count; index >= oldest; index -= 1) {
    if (rightOf(state, { subject, index, action }) === undefined) return true;
  }
  return false;
}
