import {
  type Control,
  type ControllerControl,
  type KeyRemoval,
  nextKeyHash,
  type Operation,
  type Recovery,
  recoveryKeyHash,
} from "@cartorio/protocol";

/** Control by other DIDs: as many of them as the threshold says act together. Default 1. */
export function controllerControl(input: {
  readonly controllers: readonly string[];
  readonly threshold?: number;
}): ControllerControl {
  const { controllers, threshold = 1 } = input;
  return { kind: "controllers", controllers, threshold };
}

export interface RecoveryInput {
  /** Multikeys that may recover the DID, committed to by hash. Keep them offline and unseen. */
  readonly keys: readonly Uint8Array[];
  /** Keys that must sign together. Default 1. */
  readonly threshold?: number;
  /** Milliseconds between proposal and end: 100 clock drifts of the network to 366 days. */
  readonly delayMs: number;
}

/** A commitment to recovery keys. */
export function recoveryCommitment({ keys, threshold = 1, delayMs }: RecoveryInput): Recovery {
  return { keyHashes: keys.map(recoveryKeyHash), threshold, delayMs };
}

/** Puts the DID under control of others; `removals` names each control key that goes. */
export function didSetControllers(input: {
  readonly did: string;
  readonly expectedVersion: number;
  readonly control: ControllerControl;
  readonly removals?: readonly KeyRemoval[];
}): Operation {
  const { did, expectedVersion, control, removals = [] } = input;
  return { kind: "didSetControllers", value: { did, expectedVersion, control, removals } };
}

/**
 * Another recovery commitment, or none. With pre-rotation on, committed keys sign and `nextKeys` are the
 * fresh multikeys that are committed to in place of all before.
 */
export function didSetRecovery(input: {
  readonly did: string;
  readonly expectedVersion: number;
  /** Default: the DID cannot be recovered any more. */
  readonly recovery?: Recovery | undefined;
  readonly nextKeys?: readonly Uint8Array[];
}): Operation {
  const { did, expectedVersion, recovery, nextKeys = [] } = input;
  const nextKeyHashes = nextKeys.map(nextKeyHash);
  return { kind: "didSetRecovery", value: { did, expectedVersion, recovery, nextKeyHashes } };
}

/**
 * Proposes another control state, signed by a threshold of the committed recovery keys; for a DID whose
 * controllers can act no more and that committed to none, by the member that sponsored it.
 */
export function didRecoveryPropose(input: {
  readonly did: string;
  /** Recoveries proposed so far: `recoverySequence` of `resolveDid`. */
  readonly expectedSequence: number;
  readonly control: Control;
  /** The new commitment; only a registrar may leave it out. */
  readonly recovery?: Recovery | undefined;
  /** One for each control key that goes. */
  readonly removals?: readonly KeyRemoval[];
}): Operation {
  const { did, expectedSequence, control, recovery, removals = [] } = input;
  const value = { did, expectedSequence, control, recovery, removals };
  return { kind: "didRecoveryPropose", value };
}

/**
 * Cancels the pending recovery: with pre-rotation on by committed keys, with fresh `nextKeys`; without it
 * by current keys or controllers, once.
 */
export function didRecoveryCancel(input: {
  readonly did: string;
  /** Of the one that is pending: `recoverySequence` of `resolveDid`. */
  readonly expectedSequence: number;
  readonly nextKeys?: readonly Uint8Array[];
}): Operation {
  const { did, expectedSequence, nextKeys = [] } = input;
  const nextKeyHashes = nextKeys.map(nextKeyHash);
  return { kind: "didRecoveryCancel", value: { did, expectedSequence, nextKeyHashes } };
}

/** Puts the proposed control state in force once its delay has passed; anyone may. */
export function didRecoveryFinalise(input: {
  readonly did: string;
  readonly expectedSequence: number;
}): Operation {
  const { did, expectedSequence } = input;
  return { kind: "didRecoveryFinalise", value: { did, expectedSequence } };
}
