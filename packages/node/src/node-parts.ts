import type { Ledger } from "@cartorio/ledger";
import type { Network } from "@cartorio/network";
import type { ErrorCode } from "@cartorio/protocol";
import type { ChainStore } from "@cartorio/storage";
import type { CatchUp } from "./catch-up.ts";
import type { EvidenceStore } from "./evidence-store.ts";
import type { Executor } from "./executor.ts";
import type { Gossip } from "./gossip.ts";
import type { HeightWaiters } from "./height-waiters.ts";
import type { Mempool } from "./mempool.ts";
import type { NodeOptions } from "./node-options.ts";
import type { PendingEnvelopes } from "./pending-envelopes.ts";
import type { PinnedBodies } from "./pinned-bodies.ts";
import type { Session } from "./session.ts";
import type { SignatureIntake } from "./signature-intake.ts";
import type { Intake } from "./transaction-intake.ts";
import type { TransactionWaiters } from "./transaction-waiters.ts";
import type { Voter } from "./voter.ts";

/** What a running node is made of; built by `createNode`, handed down as one plain object. */
export interface NodeParts {
  readonly options: NodeOptions;
  readonly store: ChainStore;
  readonly ledger: Ledger;
  /** Own validator key, in the set or not; undefined: an observer. */
  readonly ownKey: Uint8Array | undefined;
  readonly mempool: Mempool;
  readonly pinned: PinnedBodies;
  readonly waiters: TransactionWaiters;
  readonly heights: HeightWaiters;
  readonly intake: Intake;
  readonly pending: PendingEnvelopes;
  readonly signatures: SignatureIntake;
  readonly executor: Executor;
  readonly catchUp: CatchUp;
  readonly network: Network;
  readonly gossip: Gossip;
  readonly evidence: EvidenceStore;
  /** What changes while the node runs. */
  readonly running: RunningState;
}

export interface RunningState {
  /** The epoch that this node votes in, or would. */
  session: Session;
  /** The named state that stopped this node from signing, now or before its start. */
  haltedBy: ErrorCode | undefined;
  stopped: boolean;
  /** Undefined: an observer. */
  voter: Voter | undefined;
  /** What was begun and is not done: awaited before the disk is closed. */
  readonly work: Set<Promise<void>>;
}
