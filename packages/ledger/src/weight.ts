import { type ErrorCode, relationship, type Signer, signerRole } from "@cartorio/protocol";
import { keyWithRelationship } from "./authority.ts";
import { didBefore, didNow, isActive } from "./dids.ts";
import type { DidState, TransactionState } from "./state.ts";

/** Of the total weight: more than two thirds decide about validators (docs/ledger.md 8). */
const weightNumerator = 2;
const weightDenominator = 3;

/** A third of the weight or more: alone it keeps two thirds from deciding (docs/ledger.md 8). */
export function isThird(weight: number, totalWeight: number): boolean {
  return weight * weightDenominator >= totalWeight;
}

/** The DID of a member as of now; undefined for a DID that is none of a member. */
export function memberNow(state: TransactionState, did: string): DidState | undefined {
  return state.block.base.members.has(did) ? didNow(state, did) : undefined;
}

/**
 * Members that together hold more than two thirds of the total weight sign as author or co-signer, each
 * with a `capabilityInvocation` key of its document before the transaction. A member counts once; one
 * whose DID is deactivated does not count, and its weight stays in the total. Codes: UNAUTHORISED
 * (nobody of weight signs), WEIGHT_NOT_MET.
 */
export function checkMemberWeight(
  state: TransactionState,
  signers: readonly Signer[],
): ErrorCode | undefined {
  const { members } = state.block.base;
  const signing = new Set(
    signers.filter((signer) => speaksForMember(state, signer)).map(({ did }) => did),
  );
  let weight = 0;
  let total = 0;
  for (const member of members.values()) {
    total += member.weight;
    if (signing.has(member.did)) weight += member.weight;
  }
  if (weight === 0) return "UNAUTHORISED";
  return weight * weightDenominator > total * weightNumerator ? undefined : "WEIGHT_NOT_MET";
}

function speaksForMember(state: TransactionState, { did, multikey, role }: Signer): boolean {
  if (role !== signerRole.author && role !== signerRole.cosigner) return false;
  const now = memberNow(state, did);
  const before = didBefore(state, did);
  if (now === undefined || before === undefined) return false;
  const { capabilityInvocation } = relationship;
  const key = keyWithRelationship(before.document, [multikey], capabilityInvocation);
  return isActive(now) && isActive(before) && key !== undefined;
}
