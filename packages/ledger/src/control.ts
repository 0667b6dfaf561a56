import { byteKey, decodeMultikey } from "@cartorio/crypto";
import {
  type Control,
  type ControllerControl,
  type ErrorCode,
  type KeyControl,
  limits,
  nextKeyHash,
  type Recovery,
  recoveryKeyHash,
  type Signer,
} from "@cartorio/protocol";

/** The delay must be long against what clocks may differ by (docs/ledger.md 2). */
const minDelayInClockDrifts = 100;

/**
 * A control state that may be set: 1..16 distinct Ed25519 or P-256 keys, a threshold that they can
 * meet, and no next-key hash or as many distinct ones as the threshold needs, none of a key that is
 * shown already; or 1..16 distinct controllers and a threshold. Whether the controllers may control is
 * {@link checkControllers}. Code: CONTROL_INVALID.
 */
export function checkControl(control: Control): ErrorCode | undefined {
  const isValid =
    control.kind === "keys" ? isKeyControlValid(control) : isControllerControlValid(control);
  return isValid ? undefined : "CONTROL_INVALID";
}

function isKeyControlValid(control: KeyControl): boolean {
  const { keys, threshold, nextKeyHashes } = control;
  return (
    keys.length <= limits.maxControlKeys &&
    isThreshold(threshold, keys.length) &&
    areDistinct(keys) &&
    keys.every(canSign) &&
    areNextKeysValid(control, nextKeyHashes)
  );
}

function isControllerControlValid({ controllers, threshold }: ControllerControl): boolean {
  return (
    controllers.length <= limits.maxControllers &&
    isThreshold(threshold, controllers.length) &&
    new Set(controllers).size === controllers.length
  );
}

/** The control keys; none for control by other DIDs. */
export function controlKeys(control: Control): readonly Uint8Array[] {
  return control.kind === "keys" ? control.keys : [];
}

export function hasPreRotation(control: Control): control is KeyControl {
  return control.kind === "keys" && control.nextKeyHashes.length > 0;
}

/** What the next-key hashes of a new control state are held against. */
export interface Shown {
  /** The control state that goes. */
  readonly current: Control;
  readonly signers: readonly Signer[];
}

/** Fresh hashes were not committed to before and are not of a key that has been shown. */
export function areFresh(hashes: readonly Uint8Array[], { current, signers }: Shown): boolean {
  const before = current.kind === "keys" ? current.nextKeyHashes : [];
  const committed = new Set(before.map(byteKey));
  const shown = [...controlKeys(current), ...signers.map(({ multikey }) => multikey)];
  return !hashes.some((hash) => committed.has(byteKey(hash))) && !commitsTo(hashes, shown);
}

/**
 * The control state after an operation that showed next keys without putting them in force: fresh
 * hashes in place of all, if pre-rotation is on, and none without it (docs/ledger.md 2). Undefined if
 * the hashes are not such ones: PRE_ROTATION_MISMATCH.
 */
export function renewHashes(hashes: readonly Uint8Array[], shown: Shown): Control | undefined {
  const { current } = shown;
  if (!hasPreRotation(current)) return hashes.length === 0 ? current : undefined;
  const next = { ...current, nextKeyHashes: hashes };
  const isRenewed = hashes.length > 0 && areNextKeysValid(next, hashes) && areFresh(hashes, shown);
  return isRenewed ? next : undefined;
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
    delayMs >= minDelayInClockDrifts * maxClockDriftMs &&
    delayMs <= limits.maxRecoveryDelayMs;
  return isValid ? undefined : "CONTROL_INVALID";
}

/** True if one of the hashes of a recovery commitment is that of one of the keys. */
export function commitsRecoveryTo(recovery: Recovery, keys: readonly Uint8Array[]): boolean {
  const committed = new Set(recovery.keyHashes.map(byteKey));
  return keys.some((key) => committed.has(byteKey(recoveryKeyHash(key))));
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
