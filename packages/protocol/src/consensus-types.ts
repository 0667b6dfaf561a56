// Messages between replicas as plain values. Field meanings and lengths: proto/consensus.proto.
import type { FinalityCertificate, PreparedCertificate } from "./block-types.ts";

export interface PrePrepare {
  readonly view: number;
  /** Exact bytes of the Proposal. */
  readonly proposal: Uint8Array;
  readonly validator: number;
  readonly signature: Uint8Array;
}
export interface Vote {
  /** 2 Prepare, 3 Commit. */
  readonly kind: 2 | 3;
  readonly epoch: number;
  readonly view: number;
  readonly height: number;
  readonly proposalDigest: Uint8Array;
  readonly validator: number;
  readonly signature: Uint8Array;
}
export interface Checkpoint {
  readonly epoch: number;
  readonly height: number;
  readonly headerHash: Uint8Array;
  readonly validator: number;
  readonly signature: Uint8Array;
}
/** Exact bytes of a body, its signer's index and the signature over tag || body. */
export interface SignedBody {
  readonly body: Uint8Array;
  readonly validator: number;
  readonly signature: Uint8Array;
}

export const suspectReason = {
  noProgress: 1,
  rotation: 2,
  starvation: 3,
  slow: 4,
  evidence: 5,
} as const;
export type SuspectReason = (typeof suspectReason)[keyof typeof suspectReason];
export interface SuspectBody {
  readonly chainId: Uint8Array;
  readonly epoch: number;
  readonly view: number;
  readonly certifiedHeight: number;
  readonly reason: SuspectReason;
  readonly envelope: Uint8Array;
}
export interface ViewChangeBody {
  readonly chainId: Uint8Array;
  readonly epoch: number;
  readonly view: number;
  readonly certificate: FinalityCertificate | undefined;
  readonly prepared: readonly PreparedCertificate[];
}
export interface NewViewEntry {
  readonly height: number;
  readonly proposalDigest: Uint8Array;
}
export interface NewViewBody {
  readonly chainId: Uint8Array;
  readonly epoch: number;
  readonly view: number;
  readonly viewChanges: readonly SignedBody[];
  readonly entries: readonly NewViewEntry[];
}
export interface HeightVotes {
  readonly height: number;
  readonly flags: number;
  readonly prepares: number;
  readonly commits: number;
  readonly checkpoints: number;
}
export interface Status {
  readonly epoch: number;
  readonly view: number;
  readonly certifiedHeight: number;
  readonly viewChange: number;
  readonly viewChanges: number;
  readonly suspects: number;
  readonly newView: boolean;
  readonly heights: readonly HeightVotes[];
  readonly executedHeight: number;
}

export type ConsensusMessage =
  | { readonly kind: "prePrepare"; readonly value: PrePrepare }
  | { readonly kind: "vote"; readonly value: Vote }
  | { readonly kind: "checkpoint"; readonly value: Checkpoint }
  | { readonly kind: "suspect"; readonly value: SignedBody }
  | { readonly kind: "viewChange"; readonly value: SignedBody }
  | { readonly kind: "newView"; readonly value: SignedBody }
  | { readonly kind: "status"; readonly value: Status }
  | { readonly kind: "certificate"; readonly value: FinalityCertificate };

export type JournalRecord =
  | {
      readonly kind: "proposal";
      readonly view: number;
      readonly proposal: Uint8Array;
      readonly envelopes: readonly Uint8Array[];
      /** Exact bytes of the accepted PrePrepare as a ConsensusMessage; empty when fetched for a NewView. */
      readonly prePrepare: Uint8Array;
    }
  | { readonly kind: "prepared"; readonly certificate: PreparedCertificate }
  | { readonly kind: "message"; readonly message: Uint8Array }
  /** Written before the guard file, so that a journal behind its guard shows (docs/consensus.md 9). */
  | { readonly kind: "guard"; readonly guard: GuardRecord };

export interface GuardRecord {
  readonly chainId: Uint8Array;
  readonly epoch: number;
  readonly incarnation: Uint8Array;
  readonly counter: number;
  /** Number of the error code that says why it may not vote before a set names its incarnation; 0: it may. */
  readonly mustReenter: number;
  /** The journal is known to hold every vote of the key: it passed the entry check once. */
  readonly complete: boolean;
}
/** A journal record as stored: running number from 1 on and the hash of the frame before. */
export interface JournalFrame {
  readonly sequence: number;
  readonly previousHash: Uint8Array;
  /** Exact bytes of a JournalRecord. */
  readonly record: Uint8Array;
}
