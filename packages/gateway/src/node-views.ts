// What a node shows of its own workings: its mempool, the view it is in, what it can prove of others.
import type { ErrorCode, MemberRecord, SuspectReason } from "@cartorio/protocol";

export interface MempoolStatus {
  readonly transactions: number;
  /** Of them those that a proposal in flight names. */
  readonly inFlight: number;
  /** Bytes of their envelopes. */
  readonly bytes: number;
  /** Members that pay for them. */
  readonly payers: number;
  readonly maxTransactions: number;
  readonly maxBytes: number;
  readonly maxPerPayer: number;
}

/** Validators, ascending, that signed for one proposal digest or header hash. */
export interface SignedFor {
  readonly digest: Uint8Array;
  readonly validators: readonly number[];
}

/** A height above the newest certified one. */
export interface HeightConsensus {
  readonly height: number;
  /** Undefined: votes are held, but no proposal is followed. */
  readonly phase: "proposed" | "prepared" | "committed" | "executed" | undefined;
  readonly proposal: Uint8Array | undefined;
  readonly prepares: readonly SignedFor[];
  readonly commits: readonly SignedFor[];
  readonly statements: readonly SignedFor[];
  readonly missing: {
    readonly kind: "proposal" | "bodies" | "prepare" | "commit" | "execution" | "checkpoint";
    /** Equal votes that the quorum lacks. */
    readonly votes: number;
    /** Validators of which none is held. */
    readonly validators: readonly number[];
  };
}

/** docs/consensus.md 3 to 5, as this node sees it. */
export interface ConsensusStatus {
  readonly epoch: number;
  readonly view: number;
  readonly primary: number;
  /** False: between ViewChange and NewView. */
  readonly active: boolean;
  readonly validators: number;
  readonly faulty: number;
  readonly quorum: number;
  readonly certifiedHeight: number;
  readonly committedHeight: number;
  readonly executedHeight: number;
  readonly halted: readonly string[];
  readonly suspects: readonly { readonly validator: number; readonly reason: SuspectReason }[];
  /** Validators whose ViewChange for this view is held. */
  readonly viewChanges: readonly number[];
  readonly viewChangesMissing: number;
  /** Progress timeout now; it doubles from view to view that fails. */
  readonly timeoutMs: number;
  readonly heights: readonly HeightConsensus[];
}

/** A transaction that waits for signatures on this node. */
export interface PendingTransaction {
  readonly id: Uint8Array;
  /** Encoded Envelope with 64 zeros in place of each signature that is missing. */
  readonly envelope: Uint8Array;
  /** Indices of the signers whose signature is missing; none: it waits for room in the mempool. */
  readonly missing: readonly number[];
}

export interface PendingPage {
  /** In the order of their ids. */
  readonly entries: readonly PendingTransaction[];
  readonly more: boolean;
}

export interface SignaturesAdded {
  readonly id: Uint8Array;
  /** waiting: for signatures; complete: for room in the mempool; submitted: in it, or executed. */
  readonly state: "waiting" | "complete" | "submitted";
  readonly missing: readonly number[];
}

/** What a transaction would get alone in the block after this node's newest one. */
export interface TransactionSimulation {
  readonly height: number;
  readonly time: number;
  /** Encoded Receipt. */
  readonly receipt: Uint8Array;
  /** False: no receipt for ever, a later block may still settle the transaction. */
  readonly settled: boolean;
  /** Indices of the signers whose signature is not there, and was taken for valid. */
  readonly missing: readonly number[];
}

/** A proposal in the state, by its hash, or an encoded GovernancePropose. */
export type ProposalQuestion = { readonly hash: Uint8Array } | { readonly proposal: Uint8Array };

/** What a proposal would do if it were accepted in that block. */
export interface ProposalSimulation {
  readonly height: number;
  readonly time: number;
  /** APPLIED, or the code that a dead proposal would have. */
  readonly code: ErrorCode;
  /** With another code: what the state holds instead of the version that it expects; 0 if that is not why. */
  readonly currentVersion?: number;
  /** More than this part of the total weight decides. */
  readonly share: { readonly numerator: number; readonly denominator: number };
  readonly weight: {
    readonly approving: number;
    readonly waiting: number;
    readonly total: number;
  };
  /** State records that doing it writes. */
  readonly records: readonly { readonly key: Uint8Array; readonly bytes: Uint8Array }[];
  /** The members after it, if it changes them. */
  readonly members: readonly (MemberRecord & { readonly index: number })[] | undefined;
  /** Encoded ValidatorSet that it schedules. */
  readonly validators: Uint8Array | undefined;
}

/** What a validator signed against itself (docs/consensus.md 10). */
export interface EvidenceEntry {
  /** `EPOCH-VALIDATOR-OFFENCE`. */
  readonly id: string;
  readonly epoch: number;
  readonly validator: number;
  readonly offence: string;
  readonly height: number;
  /** When this node found it: its wall clock, milliseconds since 1970. */
  readonly time: number;
  readonly messageBytes: number;
}

export interface EvidencePage {
  readonly entries: readonly EvidenceEntry[];
  /** There are more behind the last one. */
  readonly more: boolean;
}
