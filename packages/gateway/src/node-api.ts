// The gateway's only way to its node: asynchronous, cloneable values, so that it can sit behind a
// worker thread. `node` implements it.
import type { ErrorCode } from "@cartorio/protocol";
import type {
  ConsensusStatus,
  EvidenceEntry,
  EvidencePage,
  MempoolStatus,
  PendingPage,
  ProposalQuestion,
  ProposalSimulation,
  SignaturesAdded,
  TransactionSimulation,
} from "./node-views.ts";

export type ApiResult<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly code: ErrorCode;
      readonly data?: Readonly<Record<string, string | number | boolean>>;
    };

export type FinalityLevel = "committed" | "certified";

export interface TransactionState {
  readonly id: Uint8Array;
  /** pending: in the mempool; committed: executed here; certified: under a finality certificate; expired: can no longer execute. */
  readonly state: "pending" | "committed" | "certified" | "expired" | "unknown";
  readonly height?: number;
  readonly index?: number;
  /** Encoded Receipt. */
  readonly receipt?: Uint8Array;
  readonly envelope?: Uint8Array;
}

export interface RecordsAnswer {
  /** Height and block time of the state that was read: the newest certified one unless asked otherwise. */
  readonly height: number;
  readonly time: number;
  readonly records: readonly (Uint8Array | undefined)[];
}

/** A validator that lost votes of its own: its member must re-enter it (docs/consensus.md 9). */
export interface AmnesiaStatus {
  readonly code: ErrorCode;
  readonly member: string;
  readonly validatorKey: Uint8Array;
  /** 16 bytes: what `validator.reenter` has to name. */
  readonly incarnation: Uint8Array;
  /** What `validator.reenter` has to expect. */
  readonly epoch: number;
  /** It votes again from this height on. */
  readonly activationHeight?: number;
}

export interface NodeStatus {
  readonly network: string;
  readonly chainId: Uint8Array;
  readonly protocolVersion: number;
  readonly version: string;
  readonly role: "validator" | "observer";
  readonly validator?: number;
  readonly validators: number;
  readonly height: number;
  readonly certifiedHeight: number;
  readonly certifiedTime: number;
  readonly headerHash: Uint8Array;
  readonly stateRoot: Uint8Array;
  readonly certifiedStateRoot: Uint8Array;
  readonly view: number;
  readonly primary: number;
  readonly peersConnected: number;
  readonly mempoolTransactions: number;
  readonly ready: boolean;
  /** Why not ready, or a named state such as STATE_DIVERGED. */
  readonly reasons: readonly string[];
  /** Epoch of the set that verifies the next height. */
  readonly epoch: number;
  /** 16 bytes: of the journal that this node votes with, or would; a candidate is added under it. */
  readonly incarnation?: Uint8Array;
  /** ENTRY_PENDING: validators that told what this one signed before, and how many have to. */
  readonly entry?: { readonly answered: readonly number[]; readonly needed: number };
  readonly amnesia?: AmnesiaStatus;
  /** JOURNAL_QUORUM_LOST. */
  readonly quorumLost?: boolean;
  /** REMOVED: was in the set, is not any more. */
  readonly removed?: boolean;
  /** The named state that stopped the node for good. */
  readonly halted?: ErrorCode;
  readonly pid: number;
  readonly startedAt: number;
}

export interface PeerStatus {
  readonly nodeKey: Uint8Array;
  readonly member: string;
  readonly validator?: number;
  readonly connected: boolean;
  readonly certifiedHeight?: number;
  readonly addresses: readonly string[];
}

export interface BlockAnswer {
  readonly height: number;
  readonly headerHash: Uint8Array;
  readonly header: Uint8Array;
  readonly proposal: Uint8Array;
  readonly envelopes: readonly Uint8Array[];
  readonly receipts: readonly Uint8Array[];
  /** Encoded FinalityCertificate. */
  readonly certificate?: Uint8Array;
}

/** Which height a read answers from: the newest certified one unless it says else. */
export interface ReadHeight {
  readonly minHeight?: number;
  readonly atHeight?: number;
}

/** The first `bits` bits of a state key. */
export interface KeyPrefix {
  /** 32 bytes; what follows the prefix does not count. */
  readonly key: Uint8Array;
  readonly bits: number;
}

export interface NodeApi {
  /** Accepts the exact bytes of an envelope; the same bytes twice are the same transaction. */
  submit(
    envelope: Uint8Array,
  ): Promise<ApiResult<{ readonly id: Uint8Array; readonly known: boolean }>>;
  /**
   * The receipt that a transaction would get now; nothing is changed. A signature of 64 zeros is one that is
   * missing and taken for valid. QUEUE_FULL while too many wait for their turn.
   */
  simulate(envelope: Uint8Array): Promise<ApiResult<TransactionSimulation>>;
  /** What a proposal would do if it were accepted now. Codes: NOT_FOUND, QUEUE_FULL, those of its decoder. */
  simulateProposal(question: ProposalQuestion): Promise<ApiResult<ProposalSimulation>>;
  /**
   * Keeps the signatures of an envelope that has 64 zeros in place of those that are missing, and submits
   * it once none is.
   */
  addSignatures(envelope: Uint8Array): Promise<ApiResult<SignaturesAdded>>;
  /** The one of an id, or those that lack a signature of a DID, from the id after `after`. */
  pendingTransactions(
    asked:
      | { readonly id: Uint8Array }
      | { readonly did: string; readonly after?: Uint8Array; readonly count: number },
  ): Promise<PendingPage>;
  transaction(id: Uint8Array): Promise<TransactionState>;
  /** Resolves at the level or at the timeout, then with whatever the state is. */
  waitForTransaction(
    id: Uint8Array,
    options: { readonly level: FinalityLevel; readonly timeoutMs: number },
  ): Promise<TransactionState>;
  /**
   * Records of state keys at the newest certified height, or at exactly `atHeight`. NOT_READY while the
   * newest one is below either; STATE_PRUNED with `oldestHeight` when the state is not kept any more.
   */
  records(keys: readonly Uint8Array[], options?: ReadHeight): Promise<ApiResult<RecordsAnswer>>;
  /**
   * Encoded ProofBundle for state keys, from the caller's anchor height (default genesis). The height as
   * for `records`; NOT_FOUND where `atHeight` has no certificate of its own.
   */
  proof(
    keys: readonly Uint8Array[],
    options?: ReadHeight & { readonly anchorHeight?: number },
  ): Promise<ApiResult<{ readonly height: number; readonly bundle: Uint8Array }>>;
  /**
   * Encoded RangeBundle: all records below a key prefix, which is widened until they are 256. Heights
   * and codes as for `proof`; TOO_LARGE if they are too many for one bundle.
   */
  range(
    prefix: KeyPrefix,
    options?: ReadHeight & { readonly anchorHeight?: number },
  ): Promise<ApiResult<{ readonly height: number; readonly bundle: Uint8Array }>>;
  block(
    at: { readonly height: number } | { readonly headerHash: Uint8Array } | "latest",
  ): Promise<BlockAnswer | undefined>;
  /** Encoded header of a height, without the block's body. */
  header(height: number): Promise<Uint8Array | undefined>;
  certificate(height: number | "latest"): Promise<Uint8Array | undefined>;
  /** Encoded ValidatorSet that verifies a height. */
  validatorSet(height: number): Promise<Uint8Array | undefined>;
  /** DIDs that the genesis creates, in its order. */
  genesisDids(): Promise<readonly string[]>;
  status(): Promise<NodeStatus>;
  peers(): Promise<readonly PeerStatus[]>;
  mempool(): Promise<MempoolStatus>;
  /** Undefined while the node has no replica that follows the votes. */
  consensus(): Promise<ConsensusStatus | undefined>;
  /** Entries with ids above `after`, in their order. */
  evidence(page: { readonly after: string; readonly count: number }): Promise<EvidencePage>;
  evidenceMessages(
    id: string,
  ): Promise<(EvidenceEntry & { readonly messages: readonly Uint8Array[] }) | undefined>;
  /** The newest certified height, once it is at least this, else at the timeout. */
  waitForHeight(height: number, timeoutMs: number): Promise<number>;
}
