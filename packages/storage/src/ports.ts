// Ports of the node towards its disk. `level` and the in-memory twin implement them and pass one
// compliance suite.
import type { StateReader, StateWrites } from "@cartorio/ledger";
import type { FinalityCertificate, GuardRecord, JournalRecord } from "@cartorio/protocol";

/** One executed block with all that it changes: becomes durable as ONE synchronous batch. */
export interface BlockCommit {
  readonly height: number;
  readonly headerHash: Uint8Array;
  /** Encoded Header, Proposal, envelopes and receipts. */
  readonly header: Uint8Array;
  readonly proposal: Uint8Array;
  readonly envelopes: readonly Uint8Array[];
  readonly receipts: readonly Uint8Array[];
  /** Transaction ids in block order. */
  readonly transactionIds: readonly Uint8Array[];
  /**
   * Of each transaction, whether its receipt is final. `transaction` names the one that settles an
   * id; until there is one, the first that holds it.
   */
  readonly settled: readonly boolean[];
  readonly state: StateWrites;
}

export interface StoredBlock {
  readonly height: number;
  readonly headerHash: Uint8Array;
  readonly header: Uint8Array;
  readonly proposal: Uint8Array;
  readonly envelopes: readonly Uint8Array[];
  readonly receipts: readonly Uint8Array[];
}

/** Identity of a data directory: a second network or genesis is refused (DATABASE_FOREIGN). */
export interface StoreIdentity {
  readonly chainId: Uint8Array;
  readonly network: string;
}

/** Reads are synchronous (getSync); writes resolve when durable. Throws StorageError with a code. */
export interface ChainStore {
  readonly state: StateReader;
  /** Highest executed block; undefined only before the genesis block (height 0) is committed. */
  head(): { readonly height: number; readonly headerHash: Uint8Array } | undefined;
  commitBlock(commit: BlockCommit): Promise<void>;
  /** The finality certificate of an executed block; idempotent. */
  storeCertificate(certificate: FinalityCertificate): Promise<void>;
  /** Newest certificate stored. */
  latestCertificate(): FinalityCertificate | undefined;
  certificate(height: number): FinalityCertificate | undefined;
  block(height: number): StoredBlock | undefined;
  header(
    height: number,
  ): { readonly header: Uint8Array; readonly headerHash: Uint8Array } | undefined;
  heightOf(headerHash: Uint8Array): number | undefined;
  transaction(id: Uint8Array): { readonly height: number; readonly index: number } | undefined;
  /** Remembered ids by bucket and block, ascending: replay memory as it was at the head. */
  replay(): readonly {
    readonly bucket: number;
    readonly height: number;
    readonly ids: readonly Uint8Array[];
  }[];
  /** Oldest height whose state can still be read. */
  oldestStateHeight(): number;
  /** Gives the room of everything that was deleted back to the file system, at once and slowly. */
  compact(): Promise<void>;
  close(): Promise<void>;
}

/** The vote journal: own directory, running numbers, hash chain, group commit (docs/consensus.md 9). */
export interface VoteJournal {
  /** Records that survived, in the order of writing. */
  readonly records: readonly JournalRecord[];
  /** Resolves when durable; concurrent calls share one fsync. Order of calls = order of records. */
  append(records: readonly JournalRecord[]): Promise<void>;
  /** Drop records that `keep` no longer wants, oldest first; never one that is not durable. */
  prune(keep: (record: JournalRecord) => boolean): Promise<void>;
  close(): Promise<void>;
}

/** Written before the votes that it covers; lives beside the journal, survives repair of the state. */
export interface VoteGuard {
  read(): GuardRecord | undefined;
  write(guard: GuardRecord): Promise<void>;
}
