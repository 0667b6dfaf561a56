import type { SignatureItem } from "./batch.ts";
import { CryptoError } from "./crypto-error.ts";
import { verifySignatureNode } from "./verify.ts";
import { createVerifyThread, type VerifyJob, type VerifyThread } from "./verify-thread.ts";

export interface VerifierPoolOptions {
  /** Threads that verify; 0 verifies in the calling thread before the call returns. */
  readonly workers: number;
  /** Signatures accepted and not yet answered, over all batches. */
  readonly maxQueued: number;
  /** Module of the threads: this package's own unless an application bundles it elsewhere. */
  readonly workerURL?: URL;
}

/** Checks signatures in batches on worker threads, with a bounded queue. */
export interface VerifierPool {
  /**
   * The verdict of `verifySignatureNode` for each item, in order. Items must not be
   * changed until the promise settles. Rejects with a {@link CryptoError}: QUEUE_FULL
   * (nothing of the batch was taken; try later), WORKER_CRASHED (try again), POOL_CLOSED;
   * or with the reason of `signal`.
   */
  verifyBatch(items: readonly SignatureItem[], signal?: AbortSignal): Promise<boolean[]>;
  /** Signatures accepted and not yet answered. */
  queued(): number;
  /** Rejects all that is unanswered with POOL_CLOSED and ends the threads. */
  close(): Promise<void>;
}

/** Large enough that posting costs under 1 us per signature, small enough to share a batch out. */
const MAX_ITEMS_PER_JOB = 128;
const MIN_ITEMS_PER_JOB = 16;
/** The second job is in the thread's inbox when the first ends, so the thread never waits. */
const MAX_JOBS_PER_THREAD = 2;

/** A batch that was cut into jobs. */
interface Batch {
  readonly verdicts: boolean[];
  /** Set when the promise is settled; jobs that still wait are then dropped. */
  settled: boolean;
  unanswered: number;
}

/** Starts a pool. Threads start with the first batches; call `close` when done. */
export function createVerifierPool(options: VerifierPoolOptions): VerifierPool {
  if (options.workers === 0) return createInlinePool();
  const workerURL = options.workerURL ?? new URL(import.meta.resolve("@cartorio/crypto/worker"));
  const waiting: { readonly job: VerifyJob; readonly batch: Batch }[] = [];
  const threads: VerifyThread[] = Array.from({ length: options.workers }, () =>
    createVerifyThread(workerURL, dispatch),
  );
  let queued = 0;
  let closed = false;

  function idlest(): VerifyThread | undefined {
    let best: VerifyThread | undefined;
    for (const thread of threads) {
      if (thread.inFlight() >= MAX_JOBS_PER_THREAD) continue;
      if (best === undefined || thread.inFlight() < best.inFlight()) best = thread;
    }
    return best;
  }

  function dispatch(): void {
    while (waiting.length > 0) {
      const thread = idlest();
      if (thread === undefined) return;
      const next = waiting.shift();
      if (next === undefined) return;
      if (next.batch.settled) queued -= next.job.items.length;
      else thread.post(next.job);
    }
  }

  function run(items: readonly SignatureItem[], signal?: AbortSignal): Promise<boolean[]> {
    const { promise, resolve, reject } = Promise.withResolvers<boolean[]>();
    const batch: Batch = {
      verdicts: Array.from(items, () => false),
      settled: false,
      unanswered: items.length,
    };
    const onAbort = (): void => settle(() => reject(signal?.reason));
    function settle(finish: () => void): void {
      if (batch.settled) return;
      batch.settled = true;
      signal?.removeEventListener("abort", onAbort);
      finish();
    }
    signal?.addEventListener("abort", onAbort, { once: true });
    queued += items.length;
    const size = jobSize(items.length, threads.length);
    for (let start = 0; start < items.length; start += size) {
      const part = items.slice(start, start + size);
      const job: VerifyJob = {
        items: part,
        resolve(verdicts) {
          queued -= part.length;
          batch.unanswered -= part.length;
          for (const [index, verdict] of verdicts.entries()) {
            batch.verdicts[start + index] = verdict === 1;
          }
          if (batch.unanswered === 0) settle(() => resolve(batch.verdicts));
        },
        reject(error) {
          queued -= part.length;
          settle(() => reject(error));
        },
      };
      waiting.push({ job, batch });
    }
    dispatch();
    return promise;
  }

  return {
    async verifyBatch(items, signal) {
      signal?.throwIfAborted();
      if (closed) throw closedError();
      if (items.length === 0) return [];
      if (queued + items.length > options.maxQueued) {
        throw new CryptoError("QUEUE_FULL", `${queued} signatures wait, ${options.maxQueued} may`);
      }
      return run(items, signal);
    },
    queued: () => queued,
    async close() {
      closed = true;
      for (const { job } of waiting.splice(0)) job.reject(closedError());
      await Promise.all(threads.map((thread) => thread.stop(closedError())));
    },
  };
}

function jobSize(items: number, threads: number): number {
  return Math.min(MAX_ITEMS_PER_JOB, Math.max(MIN_ITEMS_PER_JOB, Math.ceil(items / threads)));
}

function closedError(): CryptoError {
  return new CryptoError("POOL_CLOSED", "the verifier pool is closed");
}

function createInlinePool(): VerifierPool {
  let closed = false;
  return {
    async verifyBatch(items, signal) {
      signal?.throwIfAborted();
      if (closed) throw closedError();
      return items.map((item) => verifySignatureNode(item.multikey, item.message, item.signature));
    },
    queued: () => 0,
    async close() {
      closed = true;
    },
  };
}
