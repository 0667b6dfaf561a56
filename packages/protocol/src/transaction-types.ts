// Shapes of docs/ledger.md 1 and 2 as plain values. Field meanings and lengths: proto/transaction.proto.

export const signerRole = { author: 1, controller: 2, sponsor: 3, cosigner: 4 } as const;
export type SignerRole = (typeof signerRole)[keyof typeof signerRole];

/** One key that signs a transaction, in full, so that checking a signature needs no state. */
export interface Signer {
  readonly did: string;
  readonly multikey: Uint8Array;
  readonly role: SignerRole;
}

export interface TransactionBody {
  readonly chainId: Uint8Array;
  readonly signers: readonly Signer[];
  readonly validUntil: number;
  readonly nonce: Uint8Array;
  readonly operations: readonly Operation[];
}

export interface Envelope {
  readonly body: Uint8Array;
  readonly signatures: readonly Uint8Array[];
  /** Only for P-256 signers that sign by WebAuthn; ascending by signer. */
  readonly passkeys?: readonly PasskeyAssertion[];
}

/** What a passkey signed instead of tag || body (passkey.ts). */
export interface PasskeyAssertion {
  /** Index into the signers of the body. */
  readonly signer: number;
  readonly authenticatorData: Uint8Array;
  /** The client data JSON exactly as it was signed. */
  readonly clientData: Uint8Array;
}

/** An envelope whose form, limits and body were checked; its signatures were not. */
export interface DecodedEnvelope {
  /** Exact bytes of the envelope. */
  readonly bytes: Uint8Array;
  /** 32 bytes: SHA-256 with tag of `bytes`; names this envelope in proposals. */
  readonly hash: Uint8Array;
  /** 32 bytes: SHA-256 with tag of the body; the transaction id. */
  readonly id: Uint8Array;
  readonly envelope: Envelope;
  readonly body: TransactionBody;
  /** Deterministic cost (docs/ledger.md 1). */
  readonly cost: number;
  /** DID that pays: the sponsor, else the first author. */
  readonly payer: string;
}

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

export const anchorKind = { single: 1, batch: 2 } as const;
export interface CredentialAnchor {
  readonly issuer: string;
  readonly kind: number;
  readonly hash: Uint8Array;
  readonly treeSize: number;
  readonly cosigners: readonly string[];
}
export interface CredentialRevoke {
  readonly issuer: string;
  readonly commitment: Uint8Array;
  readonly expectedSequence: number;
  readonly reason: number;
}

/** What a candidate signs with both of its keys, to show that it has them and caught up. */
export interface ReadyStatement {
  readonly chainId: Uint8Array;
  readonly member: string;
  readonly validatorKey: Uint8Array;
  readonly nodeKey: Uint8Array;
  /** A certified height that it had reached. */
  readonly readyHeight: number;
  /** 16 bytes: the incarnation in the guard of the journal that it will vote with (docs/consensus.md 9). */
  readonly incarnation: Uint8Array;
}
export interface ValidatorCandidate {
  readonly member: string;
  readonly validatorKey: Uint8Array;
  readonly nodeKey: Uint8Array;
  readonly addresses: readonly string[];
  readonly readyHeight: number;
  /** 64 bytes over {@link ReadyStatement}, by the validator key. */
  readonly validatorSignature: Uint8Array;
  /** 64 bytes over {@link ReadyStatement}, by the node key. */
  readonly nodeSignature: Uint8Array;
  readonly incarnation: Uint8Array;
}
export interface ValidatorChange {
  /** Epoch of the newest validator set in the state. */
  readonly expectedEpoch: number;
  /** Validator keys. */
  readonly remove: readonly Uint8Array[];
  readonly add: readonly ValidatorCandidate[];
}
export interface ValidatorReenter {
  readonly validatorKey: Uint8Array;
  readonly incarnation: Uint8Array;
  /** Epoch of the newest validator set in the state. */
  readonly expectedEpoch: number;
}

export type Operation =
  | { readonly kind: "didCreate"; readonly value: DidCreate }
  | { readonly kind: "didUpdate"; readonly value: DidUpdate }
  | { readonly kind: "didDeactivate"; readonly value: DidDeactivate }
  | { readonly kind: "didRotateKeys"; readonly value: DidRotateKeys }
  | { readonly kind: "credentialAnchor"; readonly value: CredentialAnchor }
  | { readonly kind: "credentialRevoke"; readonly value: CredentialRevoke }
  | { readonly kind: "validatorChange"; readonly value: ValidatorChange }
  | { readonly kind: "validatorReenter"; readonly value: ValidatorReenter };
export type OperationKind = Operation["kind"];
