import { equalBytes } from "@cartorio/crypto";
import {
  type Control,
  type Document,
  type ErrorCode,
  nextKeyHash,
  type Signer,
  signerRole,
} from "@cartorio/protocol";
import { hasPreRotation } from "./control.ts";
import { type ControlQuestion, checkControllersAct } from "./controllers.ts";
import type { TransactionState } from "./state.ts";

/** Keys that sign on behalf of a DID itself. */
export function keysOf(signers: readonly Signer[], did: string): Uint8Array[] {
  return signers
    .filter(
      (signer) =>
        signer.did === did &&
        (signer.role === signerRole.author || signer.role === signerRole.controller),
    )
    .map((signer) => signer.multikey);
}

/**
 * `did.*`: a threshold of the DID's current control keys, each counted once, or of its controllers
 * (docs/ledger.md 2). Codes: UNAUTHORISED (none signs), THRESHOLD_NOT_MET, RECOVERY_PENDING (before a
 * transaction that finalised it: those of then control no more), and for controllers those of
 * {@link checkControllersAct}.
 */
export function checkControlAuthority(
  state: TransactionState,
  question: Omit<ControlQuestion, "establishment">,
): ErrorCode | undefined {
  return checkAuthority(state, { ...question, establishment: false });
}

/**
 * Establishment operations: with pre-rotation on, a threshold of keys revealed against the next-key
 * hashes, each hash once; without it, as {@link checkControlAuthority} (docs/ledger.md 2). Codes, with
 * pre-rotation on: PRE_ROTATION_REQUIRED (only current keys sign), PRE_ROTATION_MISMATCH (other keys
 * sign), UNAUTHORISED (none signs), THRESHOLD_NOT_MET.
 */
export function checkEstablishmentAuthority(
  state: TransactionState,
  question: Omit<ControlQuestion, "establishment">,
): ErrorCode | undefined {
  const { did, control, signers } = question;
  if (state.recovered.has(did)) return "RECOVERY_PENDING";
  if (!hasPreRotation(control)) return checkAuthority(state, { ...question, establishment: true });
  const signing = keysOf(signers, did);
  if (signing.length === 0) return "UNAUTHORISED";
  const count = countRevealed(control.nextKeyHashes, signing);
  if (count >= control.threshold) return undefined;
  if (count > 0) return "THRESHOLD_NOT_MET";
  const hasCurrent = control.keys.some((key) => holds(signing, key));
  return hasCurrent ? "PRE_ROTATION_REQUIRED" : "PRE_ROTATION_MISMATCH";
}

function checkAuthority(state: TransactionState, question: ControlQuestion): ErrorCode | undefined {
  const { did, control, signers } = question;
  if (state.recovered.has(did)) return "RECOVERY_PENDING";
  if (control.kind === "controllers") return checkControllersAct(state, control, question);
  const signing = keysOf(signers, did);
  const count = control.keys.filter((key) => holds(signing, key)).length;
  if (count === 0) return "UNAUTHORISED";
  return count < control.threshold ? "THRESHOLD_NOT_MET" : undefined;
}

function countRevealed(hashes: readonly Uint8Array[], signing: readonly Uint8Array[]): number {
  const revealed = signing.map(nextKeyHash);
  return hashes.filter((hash) => holds(revealed, hash)).length;
}

/** True if one of the keys is revealed against the next-key hashes of the control state. */
export function revealsNextKey(control: Control, signing: readonly Uint8Array[]): boolean {
  return control.kind === "keys" && countRevealed(control.nextKeyHashes, signing) > 0;
}

/** The first of the keys that the document lists under one of the relationships (bits). */
export function keyWithRelationship(
  document: Document,
  signing: readonly Uint8Array[],
  relationships: number,
): Uint8Array | undefined {
  return signing.find((key) =>
    document.verificationMethods.some(
      (method) => (method.relationships & relationships) !== 0 && equalBytes(method.multikey, key),
    ),
  );
}

/** Keys that sign for a DID in one role. */
export function keysInRole(
  signers: readonly Signer[],
  did: string,
  role: Signer["role"],
): Uint8Array[] {
  return signers
    .filter((signer) => signer.did === did && signer.role === role)
    .map((signer) => signer.multikey);
}

export function holds(keys: readonly Uint8Array[], wanted: Uint8Array): boolean {
  return keys.some((key) => equalBytes(key, wanted));
}
