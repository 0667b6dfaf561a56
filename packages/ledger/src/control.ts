import { byteKey, decodeMultikey } from "@cartorio/crypto";
import {
  type Control,
  type ErrorCode,
  type KeyControl,
  limits,
  nextKeyHash,
  type Recovery,
} from "@cartorio/protocol";

/** The delay must be long against what clocks may differ by (docs/ledger.md 2). */
const minDelayInClockDrifts = 100;

export type CheckedControl =
  | { readonly ok: true; readonly control: KeyControl }
  | { readonly ok: false; readonly code: ErrorCode };

/**
 * A control state that may be set: 1..16 distinct Ed25519 or P-256 keys, a threshold that they can
 * meet, and no next-key hash or as many distinct ones as the threshold needs, none of a key that is
 * shown already. Codes: NOT_SUPPORTED (control by other DIDs), CONTROL_INVALID.
 */
export function checkControl(control: Control): CheckedControl {
  if (control.kind === "controllers") return { ok: false, code: "NOT_SUPPORTED" };
  const { keys, threshold, nextKeyHashes } = control;
  const isValid =
    keys.length <= limits.maxControlKeys &&
    isThreshold(threshold, keys.length) &&
    areDistinct(keys) &&
    keys.every(canSign) &&
    areNextKeysValid(control, nextKeyHashes);
  return isValid ? { ok: true, control } : { ok: false, code: "CONTROL_INVALID" };
}

/** secp256k1 and X25519 keys live in documents only (docs/ledger.md 1). */
function canSign(multikey: Uint8Array): boolean {
  const kind = decodeMultikey(multikey)?.kind;
  return kind === "ed25519" || kind === "p256";
}

function areNextKeysValid(control: KeyControl, hashes: readonly Uint8Array[]): boolean {
  if (hashes.length === 0) return true;
  if (hashes.length > limits.maxControlKeys || hashes.length < control.threshold) return false;
  return areHashes(hashes) && !commitsTo(hashes, control.keys);
}

/** True if one of the hashes is that of one of the keys, which are public then. */
export function commitsTo(hashes: readonly Uint8Array[], keys: readonly Uint8Array[]): boolean {
  const committed = new Set(hashes.map(byteKey));
  return keys.some((key) => committed.has(byteKey(nextKeyHash(key))));
}

/** A recovery commitment that may be stored: codes as {@link checkControl}. */
export function checkRecovery(
  recovery: Recovery | undefined,
  maxClockDriftMs: number,
): ErrorCode | undefined {
  if (recovery === undefined) return undefined;
  const { keyHashes, threshold, delayMs } = recovery;
  const isValid =
    keyHashes.length <= limits.maxRecoveryKeys &&
    isThreshold(threshold, keyHashes.length) &&
    areHashes(keyHashes) &&
    delayMs >= minDelayInClockDrifts * maxClockDriftMs;
  return isValid ? undefined : "CONTROL_INVALID";
}

function isThreshold(threshold: number, count: number): boolean {
  return threshold >= 1 && threshold <= count;
}

function areHashes(items: readonly Uint8Array[]): boolean {
  return items.every((item) => item.length === limits.hashBytes) && areDistinct(items);
}

function areDistinct(items: readonly Uint8Array[]): boolean {
  return new Set(items.map(byteKey)).size === items.length;
}
