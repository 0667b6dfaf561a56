import { Worker } from "node:worker_threads";
import { packBatch, type SignatureItem } from "./batch.ts";
import { CryptoError } from "./crypto-error.ts";

/** A part of a batch that one thread checks. Exactly one of the two callbacks is called. */
export interface VerifyJob {
  readonly items: readonly SignatureItem[];
  /** One byte per item, in order: 1 valid, 0 not. */
  readonly resolve: (verdicts: Uint8Array) => void;
  readonly reject: (error: CryptoError) => void;
}

/** One verifier thread; started by the first job and again by the first job after a crash. */
export interface VerifyThread {
  /** Jobs posted and not answered. */
  inFlight(): number;
  post(job: VerifyJob): void;
  /** Rejects what is in flight with the error and ends the thread. */
  stop(error: CryptoError): Promise<void>;
}

/**
 * A thread that runs the module at `workerURL` (see verify-worker.ts). `onIdle` is
 * called after each answer and after a crash, when the thread can take another job.
 * A thread without work does not keep the process alive.
 */
export function createVerifyThread(workerURL: URL, onIdle: () => void): VerifyThread {
  let worker: Worker | undefined;
  let jobs: VerifyJob[] = [];

  function rejectAll(error: CryptoError): void {
    const lost = jobs;
    jobs = [];
    for (const job of lost) job.reject(error);
  }

  function start(): Worker {
    const started = new Worker(workerURL);
    let failure: unknown;
    started.on("message", (buffer: ArrayBuffer) => {
      const job = jobs.shift();
      if (jobs.length === 0) started.unref();
      job?.resolve(new Uint8Array(buffer, 0, job.items.length));
      onIdle();
    });
    started.on("error", (error) => {
      failure = error;
    });
    started.on("exit", (exitCode) => {
      if (worker !== started) return;
      worker = undefined;
      const reason = `a verifier thread ended with exit code ${exitCode}`;
      rejectAll(new CryptoError("WORKER_CRASHED", reason, failure));
      onIdle();
    });
    worker = started;
    return started;
  }

  return {
    inFlight: () => jobs.length,
    post(job) {
      const buffer = packBatch(job.items);
      const running = worker ?? start();
      jobs.push(job);
      running.ref();
      running.postMessage(buffer, [buffer]);
    },
    async stop(error) {
      const stopping = worker;
      worker = undefined;
      rejectAll(error);
      await stopping?.terminate();
    },
  };
}
