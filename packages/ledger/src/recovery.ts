import { byteKey } from "@cartorio/crypto";
import {
  type DidHead,
  type ErrorCode,
  type Recovery,
  recoveryKeyHash,
  type Signer,
} from "@cartorio/protocol";
import { holds, keysOf } from "./authority.ts";
import { commitsRecoveryTo, controlKeys } from "./control.ts";

/**
 * A threshold of keys revealed against a recovery commitment signs for the DID, each hash counted once
 * (docs/ledger.md 2). Codes: UNAUTHORISED (none of them), THRESHOLD_NOT_MET.
 */
export function checkRecoveryKeys(
  recovery: Recovery,
  did: string,
  signers: readonly Signer[],
): ErrorCode | undefined {
  const revealed = keysOf(signers, did).map(recoveryKeyHash);
  const count = recovery.keyHashes.filter((hash) => holds(revealed, hash)).length;
  if (count === 0) return "UNAUTHORISED";
  return count < recovery.threshold ? "THRESHOLD_NOT_MET" : undefined;
}

/** What a new recovery commitment is held against. */
export interface KnownKeys {
  /** The commitment that goes. */
  readonly previous: Recovery | undefined;
  readonly shown: readonly Uint8Array[];
}

/** A fresh commitment holds no hash of the one before and commits to no key that has been shown. */
export function isFreshRecovery(recovery: Recovery, { previous, shown }: KnownKeys): boolean {
  const spent = new Set(previous?.keyHashes.map(byteKey));
  return (
    !recovery.keyHashes.some((hash) => spent.has(byteKey(hash))) &&
    !commitsRecoveryTo(recovery, shown)
  );
}

/**
 * True if a change of keys adds or takes a key that a pending recovery brings into control. Whoever holds
 * the current keys could else let it leave, and so spoil the recovery: it would be a removed key.
 */
export function touchesPendingKeys(
  { pendingRecovery }: DidHead,
  change: { readonly before: readonly Uint8Array[]; readonly after: readonly Uint8Array[] },
): boolean {
  if (pendingRecovery === undefined) return false;
  return controlKeys(pendingRecovery.control).some(
    (key) => holds(change.before, key) !== holds(change.after, key),
  );
}
