// Shapes of docs/consensus.md 2 as plain values. Field meanings and lengths: proto/block.proto.

export interface Proposal {
  readonly epoch: number;
  readonly height: number;
  readonly time: number;
  readonly proposer: number;
  readonly envelopeHashes: readonly Uint8Array[];
}

export interface Header {
  readonly parentHash: Uint8Array;
  readonly epoch: number;
  readonly height: number;
  readonly time: number;
  readonly proposalDigest: Uint8Array;
  readonly transactionsRoot: Uint8Array;
  readonly receiptsRoot: Uint8Array;
  readonly stateRoot: Uint8Array;
  readonly nextValidatorSetHash: Uint8Array;
  readonly protocolVersion: number;
}

export interface Receipt {
  readonly transactionId: Uint8Array;
  readonly envelopeHash: Uint8Array;
  readonly code: number;
  readonly operationIndex: number;
  readonly cost: number;
  readonly currentVersion: number;
  readonly ids: readonly string[];
}

export const voteKind = { prePrepare: 1, prepare: 2, commit: 3 } as const;
export type VoteKind = (typeof voteKind)[keyof typeof voteKind];

export interface VoteStatement {
  readonly chainId: Uint8Array;
  readonly epoch: number;
  readonly kind: VoteKind;
  readonly view: number;
  readonly height: number;
  readonly proposalDigest: Uint8Array;
}
export interface CheckpointStatement {
  readonly chainId: Uint8Array;
  readonly epoch: number;
  readonly height: number;
  readonly headerHash: Uint8Array;
}
export interface ValidatorSignature {
  readonly validator: number;
  readonly signature: Uint8Array;
}
export interface PreparedCertificate {
  readonly epoch: number;
  readonly view: number;
  readonly height: number;
  readonly proposalDigest: Uint8Array;
  readonly signatures: readonly ValidatorSignature[];
}
export interface FinalityCertificate {
  readonly epoch: number;
  readonly height: number;
  readonly headerHash: Uint8Array;
  readonly signatures: readonly ValidatorSignature[];
}

export interface Validator {
  readonly member: string;
  readonly validatorKey: Uint8Array;
  readonly nodeKey: Uint8Array;
  readonly addresses: readonly string[];
  /** Empty, or 16 bytes: names the journal that may sign since the validator's re-entry. */
  readonly incarnation: Uint8Array;
}
export interface ValidatorSet {
  readonly epoch: number;
  readonly activationHeight: number;
  readonly validators: readonly Validator[];
}

export interface Block {
  readonly header: Uint8Array;
  readonly proposal: Uint8Array;
  readonly envelopes: readonly Uint8Array[];
  readonly receipts: readonly Uint8Array[];
  readonly certificate: FinalityCertificate | undefined;
}
