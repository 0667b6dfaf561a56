// Shapes of docs/ledger.md 1 as plain values; each registry has its operations in a file of its own. Field meanings and lengths: proto/transaction.proto.
import type { AccreditationOperation } from "./accreditation-types.ts";
import type { CredentialOperation } from "./credential-types.ts";
import type { DidOperation } from "./did-types.ts";
import type { ExchangeOperation } from "./exchange-types.ts";
import type { GovernanceOperation } from "./governance-types.ts";
import type { SchemaOperation } from "./schema-types.ts";
import type { StatusListOperation } from "./status-list-types.ts";
import type { ValidatorOperation } from "./validator-types.ts";

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

export type Operation =
  | DidOperation
  | CredentialOperation
  | AccreditationOperation
  | SchemaOperation
  | StatusListOperation
  | ExchangeOperation
  | GovernanceOperation
  | ValidatorOperation;
export type OperationKind = Operation["kind"];

/** The content of one operation kind. */
export type OperationValue<K extends OperationKind> = Extract<
  Operation,
  { readonly kind: K }
>["value"];
