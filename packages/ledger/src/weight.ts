import { type ErrorCode, relationship, type Signer, signerRole } from "@cartorio/protocol";
import { keyWithRelationship } from "./authority.ts";
import { didBefore, didNow, isActive } from "./dids.ts";
import { isMember, totalWeight } from "./members.ts";
import type { DidState, TransactionState } from "./state.ts";

/** A part of the total weight; more than it decides. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** Members, validators, policies, upgrades, freezes and redactions need more (docs/ledger.md 8). */
export const twoThirds: Share = { numerator: 2, denominator: 3 };
export const half: Share = { numerator: 1, denominator: 2 };

const thirds = 3;

/** Exact: weights are below 2^32 and there are few members. */
export function exceeds(weight: number, total: number, share: Share): boolean {
  return weight * share.denominator > total * share.numerator;
}

/** A third of the weight or more: alone it keeps two thirds from deciding (docs/ledger.md 8). */
export function isThird(weight: number, total: number): boolean {
  return weight * thirds >= total;
}

/** The DID of a member as of now; undefined for a DID that is none of a member. */
export function memberNow(state: TransactionState, did: string): DidState | undefined {
  return state.members.has(did) ? didNow(state, did) : undefined;
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
  const { members } = state;
  const signing = new Set(
    signers.filter((signer) => speaksForMember(state, signer)).map(({ did }) => did),
  );
  let weight = 0;
  for (const did of signing) weight += members.get(did)?.weight ?? 0;
  if (weight === 0) return "UNAUTHORISED";
  return exceeds(weight, totalWeight(members), twoThirds) ? undefined : "WEIGHT_NOT_MET";
}

/**
 * Does the signer speak for a member: as author or co-signer, of a DID that is an active member before
 * the transaction and now, with a `capabilityInvocation` key of its document before the transaction?
 */
export function speaksForMember(state: TransactionState, { did, multikey, role }: Signer): boolean {
  if (role !== signerRole.author && role !== signerRole.cosigner) return false;
  const now = isMember(state, did) ? didNow(state, did) : undefined;
  const before = didBefore(state, did);
  if (now === undefined || before === undefined) return false;
  const { capabilityInvocation } = relationship;
  const key = keyWithRelationship(before.document, [multikey], capabilityInvocation);
  return isActive(now) && isActive(before) && key !== undefined;
}
