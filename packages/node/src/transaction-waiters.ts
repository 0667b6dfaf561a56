import { byteKey } from "@cartorio/crypto";

interface Waiter {
  readonly level: "committed" | "certified";
  readonly resolve: () => void;
}

export interface WaitRequest {
  readonly id: Uint8Array;
  readonly level: "committed" | "certified";
  readonly timeoutMs: number;
  /** Height that executed it already, when only the certificate is missing. */
  readonly executedHeight: number | undefined;
}

/** Who waits for which transaction; bounded by the caller's timeouts and `maxWaiters`. */
export interface TransactionWaiters {
  /** Resolves true at the level, false at the timeout or when too many wait. */
  readonly wait: (request: WaitRequest) => Promise<boolean>;
  readonly executed: (height: number, ids: readonly Uint8Array[]) => void;
  readonly certified: (height: number) => void;
  readonly stop: () => void;
}

export function createTransactionWaiters(maxWaiters: number): TransactionWaiters {
  const byId = new Map<string, Set<Waiter>>();
  const byHeight = new Map<number, Set<Waiter>>();
  let count = 0;
  let stopped = false;

  const awaitCertificate = (height: number, waiter: Waiter): void => {
    byHeight.set(height, (byHeight.get(height) ?? new Set()).add(waiter));
  };

  const wait: TransactionWaiters["wait"] = ({ id, level, timeoutMs, executedHeight }) => {
    if (stopped || count >= maxWaiters) return Promise.resolve(false);
    count += 1;
    const key = byteKey(id);
    return new Promise((resolve) => {
      const settle = (reached: boolean): void => {
        clearTimeout(timer);
        count -= 1;
        const group = byId.get(key);
        group?.delete(waiter);
        if (group?.size === 0) byId.delete(key);
        for (const waiting of byHeight.values()) waiting.delete(waiter);
        resolve(reached);
      };
      const timer = setTimeout(() => settle(false), timeoutMs);
      const waiter: Waiter = { level, resolve: () => settle(true) };
      const group = byId.get(key) ?? new Set();
      byId.set(key, group.add(waiter));
      if (executedHeight !== undefined) awaitCertificate(executedHeight, waiter);
    });
  };

  const executed = (height: number, ids: readonly Uint8Array[]): void => {
    if (byId.size === 0) return;
    for (const id of ids) {
      const group = byId.get(byteKey(id));
      if (group === undefined) continue;
      for (const waiter of [...group]) {
        if (waiter.level === "committed") waiter.resolve();
        else awaitCertificate(height, waiter);
      }
    }
  };

  const certified = (certifiedHeight: number): void => {
    for (const [height, group] of byHeight) {
      if (height > certifiedHeight) continue;
      for (const waiter of [...group]) waiter.resolve();
      byHeight.delete(height);
    }
  };

  const stop = (): void => {
    stopped = true;
    for (const group of [...byId.values()]) for (const waiter of [...group]) waiter.resolve();
  };
  return { wait, executed, certified, stop };
}
