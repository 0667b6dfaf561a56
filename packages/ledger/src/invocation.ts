import { type ErrorCode, relationship, type Signer, signerRole } from "@cartorio/protocol";
import { keysInRole, keyWithRelationship } from "./authority.ts";
import { writerOf } from "./dids.ts";
import type { TransactionState } from "./state.ts";

/**
 * Why a DID does not act here: it exists, may write, and signs as author with a `capabilityInvocation`
 * key of its document as of before the transaction, else a code (docs/ledger.md 2). Codes: those of
 * `writerOf`, UNAUTHORISED.
 */
export function checkInvoked(
  state: TransactionState,
  signers: readonly Signer[],
  did: string,
): ErrorCode | undefined {
  const writer = writerOf(state, did);
  if (!writer.ok) return writer.code;
  const signing = keysInRole(signers, did, signerRole.author);
  const { document } = writer.before;
  const key = keyWithRelationship(document, signing, relationship.capabilityInvocation);
  return key === undefined ? "UNAUTHORISED" : undefined;
}
