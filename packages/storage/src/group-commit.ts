import type { KeyValueWrite } from "./key-value.ts";

/**
 * Gathers what is written while a batch is under way into the next batch, so that concurrent
 * writers share one fsync, keep the order of their calls and never tear one another's batches.
 * After a failure everything is refused with the first error.
 */
export class GroupCommit {
  readonly #flush: (batch: readonly KeyValueWrite[]) => Promise<void>;
  #pending: KeyValueWrite[] = [];
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;
  #failure: { readonly error: unknown } | undefined;

  constructor(flush: (batch: readonly KeyValueWrite[]) => Promise<void>) {
    this.#flush = flush;
  }

  write(batch: readonly KeyValueWrite[]): Promise<void> {
    for (const write of batch) this.#pending.push(write);
    this.#next ??= this.#running.then(() => this.#flushPending());
    return this.#next;
  }

  /** Resolves when nothing is under way any more; never rejects. */
  async settled(): Promise<void> {
    await this.#next?.catch(() => undefined);
    await this.#running;
  }

  async #flushPending(): Promise<void> {
    const batch = this.#pending;
    this.#pending = [];
    this.#next = undefined;
    if (this.#failure !== undefined) throw this.#failure.error;
    const flushed = this.#flush(batch);
    this.#running = flushed.catch(() => undefined);
    try {
      await flushed;
    } catch (error) {
      this.#failure ??= { error };
      throw error;
    }
  }
}
