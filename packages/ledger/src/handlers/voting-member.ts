import type { ErrorCode, Signer } from "@cartorio/protocol";
import { writerOf } from "../dids.ts";
import type { Member } from "../members.ts";
import { isMember } from "../members.ts";
import type { TransactionState } from "../state.ts";
import { speaksForMember } from "../weight.ts";

export type VotingMember =
  | { readonly ok: true; readonly member: Member }
  | { readonly ok: false; readonly code: ErrorCode };

/**
 * A member in whose name governance is written: an active DID, a member before the transaction and now,
 * for which somebody signs with a `capabilityInvocation` key, as author or co-signer. Codes: those of
 * `writerOf`, MEMBER_NOT_FOUND, UNAUTHORISED.
 */
export function votingMember(
  state: TransactionState,
  did: string,
  signers: readonly Signer[],
): VotingMember {
  const writer = writerOf(state, did);
  if (!writer.ok) return writer;
  const member = isMember(state, did) ? state.members.get(did) : undefined;
  if (member === undefined) return { ok: false, code: "MEMBER_NOT_FOUND" };
  const speaks = signers.some((signer) => signer.did === did && speaksForMember(state, signer));
  return speaks ? { ok: true, member } : { ok: false, code: "UNAUTHORISED" };
}
