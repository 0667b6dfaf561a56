import { type ErrorCode, relationship, type Signer, signerRole } from "@cartorio/protocol";
import { keysInRole, keyWithRelationship } from "../authority.ts";
import { writerOf } from "../dids.ts";
import type { TransactionState } from "../state.ts";
import { profileBefore } from "./issuer-actor.ts";

/**
 * Whether a DID may write and signed with a `capabilityInvocation` key of its own, judged against the
 * state before the transaction. Codes: those of `writerOf`, UNAUTHORISED.
 */
export function refuseInvoker(
  state: TransactionState,
  signers: readonly Signer[],
  did: string,
): ErrorCode | undefined {
  const writer = writerOf(state, did);
  if (!writer.ok) return writer.code;
  const key = keyWithRelationship(
    writer.before.document,
    keysInRole(signers, did, signerRole.author),
    relationship.capabilityInvocation,
  );
  return key === undefined ? "UNAUTHORISED" : undefined;
}

/** True for the owner of a schema and for the successor that it named before the transaction. */
export function mayFollow(state: TransactionState, owner: string, did: string): boolean {
  return did === owner || profileBefore(state, owner)?.successor === did;
}
