// docs/ledger.md 2 as plain values. Field meanings and lengths: proto/transaction.proto.

export interface KeyControl {
  readonly kind: "keys";
  readonly keys: readonly Uint8Array[];
  readonly threshold: number;
  readonly nextKeyHashes: readonly Uint8Array[];
}
export interface ControllerControl {
  readonly kind: "controllers";
  readonly controllers: readonly string[];
  readonly threshold: number;
}
export type Control = KeyControl | ControllerControl;

export interface Recovery {
  readonly keyHashes: readonly Uint8Array[];
  readonly threshold: number;
  readonly delayMs: number;
}

export const verificationMethodFormat = { multikey: 1, jsonWebKey: 2 } as const;
export const relationship = {
  authentication: 1,
  assertionMethod: 2,
  keyAgreement: 4,
  capabilityInvocation: 8,
  capabilityDelegation: 16,
} as const;

export interface VerificationMethod {
  readonly format: number;
  readonly multikey: Uint8Array;
  /** Bits of {@link relationship}. */
  readonly relationships: number;
}
export interface Service {
  readonly fragment: string;
  readonly types: readonly string[];
  readonly endpoints: readonly string[];
}
export interface Document {
  readonly verificationMethods: readonly VerificationMethod[];
  readonly services: readonly Service[];
  readonly alsoKnownAs: readonly string[];
}

export const removalReason = { retired: 1, compromised: 2 } as const;
export interface KeyRemoval {
  readonly multikey: Uint8Array;
  readonly reason: number;
  readonly since: number;
}

export interface DidCreate {
  readonly nonce: Uint8Array;
  readonly control: Control;
  readonly document: Document;
  readonly recovery: Recovery | undefined;
  /** The DID is of an organisation; the sponsor attests it by its signature. Left out is false. */
  readonly legalEntity?: boolean;
}
export interface DidUpdate {
  readonly did: string;
  readonly expectedVersion: number;
  readonly document: Document;
  readonly removals: readonly KeyRemoval[];
}
export interface DidDeactivate {
  readonly did: string;
  readonly expectedVersion: number;
  readonly acknowledge: number;
}
export interface DidRotateKeys {
  readonly did: string;
  readonly expectedVersion: number;
  readonly control: Control;
  readonly removals: readonly KeyRemoval[];
}

/** `control` is one by other DIDs. */
export interface DidSetControllers {
  readonly did: string;
  readonly expectedVersion: number;
  readonly control: Control;
  readonly removals: readonly KeyRemoval[];
}
export interface DidSetRecovery {
  readonly did: string;
  readonly expectedVersion: number;
  /** Undefined: the DID cannot be recovered any more. */
  readonly recovery: Recovery | undefined;
  /** Fresh ones in place of the shown ones, with pre-rotation on; else none. */
  readonly nextKeyHashes: readonly Uint8Array[];
}
export interface DidRecoveryPropose {
  readonly did: string;
  /** Recoveries proposed so far. */
  readonly expectedSequence: number;
  readonly control: Control;
  /** The new commitment; only a registrar may leave it out. */
  readonly recovery: Recovery | undefined;
  readonly removals: readonly KeyRemoval[];
}
export interface DidRecoveryCancel {
  readonly did: string;
  readonly expectedSequence: number;
  /** As in {@link DidSetRecovery}. */
  readonly nextKeyHashes: readonly Uint8Array[];
}
export interface DidRecoveryFinalise {
  readonly did: string;
  readonly expectedSequence: number;
}

export type DidOperation =
  | { readonly kind: "didCreate"; readonly value: DidCreate }
  | { readonly kind: "didUpdate"; readonly value: DidUpdate }
  | { readonly kind: "didDeactivate"; readonly value: DidDeactivate }
  | { readonly kind: "didRotateKeys"; readonly value: DidRotateKeys }
  | { readonly kind: "didSetControllers"; readonly value: DidSetControllers }
  | { readonly kind: "didSetRecovery"; readonly value: DidSetRecovery }
  | { readonly kind: "didRecoveryPropose"; readonly value: DidRecoveryPropose }
  | { readonly kind: "didRecoveryCancel"; readonly value: DidRecoveryCancel }
  | { readonly kind: "didRecoveryFinalise"; readonly value: DidRecoveryFinalise };
