interface Waiter {
  readonly height: number;
  readonly resolve: () => void;
}

/** Who waits for a height to be certified; bounded by the caller's timeouts and `maxWaiters`. */
export interface HeightWaiters {
  /** Resolves once the height is certified, at the timeout, or at once when too many wait. */
  readonly wait: (height: number, timeoutMs: number) => Promise<void>;
  readonly certified: (height: number) => void;
  readonly stop: () => void;
}

export function createHeightWaiters(maxWaiters: number): HeightWaiters {
  const waiters = new Set<Waiter>();
  let stopped = false;

  const wake = (isReached: (waiter: Waiter) => boolean): void => {
    for (const waiter of [...waiters]) if (isReached(waiter)) waiter.resolve();
  };
  return {
    wait(height, timeoutMs) {
      if (stopped || waiters.size >= maxWaiters) return Promise.resolve();
      return new Promise((resolve) => {
        const settle = (): void => {
          clearTimeout(timer);
          waiters.delete(waiter);
          resolve();
        };
        const timer = setTimeout(settle, timeoutMs);
        const waiter: Waiter = { height, resolve: settle };
        waiters.add(waiter);
      });
    },
    certified: (height) => wake((waiter) => waiter.height <= height),
    stop() {
      stopped = true;
      wake(() => true);
    },
  };
}
