// What follows from a block that was executed and from a height that was certified.
import type { FinalityCertificate } from "@cartorio/protocol";
import type { Logger } from "pino";
import type { ExecutedHeight } from "./executor.ts";
import type { HeightWaiters } from "./height-waiters.ts";
import { expire, type Mempool, release, removeTransactions } from "./mempool.ts";
import { type PinnedBodies, unpinThrough } from "./pinned-bodies.ts";
import type { TransactionWaiters } from "./transaction-waiters.ts";

export interface ChainEventTargets {
  readonly mempool: Mempool;
  readonly pinned: PinnedBodies;
  readonly waiters: TransactionWaiters;
  readonly heights: HeightWaiters;
  readonly logger: Logger;
  readonly view: () => number | undefined;
  /** These transactions wait no longer: executed or expired. */
  readonly gone: (ids: readonly Uint8Array[]) => void;
}

export function blockExecuted(targets: ChainEventTargets, executed: ExecutedHeight): void {
  const { result, envelopes, durationMs } = executed;
  const { height, time, epoch } = result.header;
  const { mempool } = targets;
  removeTransactions(mempool, result.transactionIds);
  release(mempool, height);
  const expired = expire(mempool, time);
  targets.gone([...result.transactionIds, ...expired.map(({ id }) => id)]);
  targets.waiters.executed(height, result.transactionIds);
  const bytes = envelopes.reduce((sum, envelope) => sum + envelope.bytes.byteLength, 0);
  targets.logger.info(
    {
      height,
      epoch,
      view: targets.view(),
      transactions: envelopes.length,
      bytes,
      executeMs: Math.round(durationMs * 10) / 10,
      waiting: mempool.byHash.size,
      headerHash: Buffer.from(result.headerHash).toString("hex").slice(0, 16),
    },
    "block",
  );
}

export function heightCertified(
  targets: ChainEventTargets,
  certificate: FinalityCertificate,
): void {
  unpinThrough(targets.pinned, certificate.height);
  targets.waiters.certified(certificate.height);
  targets.heights.certified(certificate.height);
}
