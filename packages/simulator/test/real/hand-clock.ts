import type { LineClock } from "../../src/real/delay-line.ts";

/** A clock that stands still until it is moved. */
export interface HandClock extends LineClock {
  advance(ms: number): void;
}

export function createHandClock(): HandClock {
  let nowMs = 0;
  const waiting = new Set<{ readonly dueMs: number; readonly action: () => void }>();
  return {
    nowMs: () => nowMs,
    after(delayMs, action) {
      const entry = { dueMs: nowMs + delayMs, action };
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    advance(ms) {
      const endMs = nowMs + ms;
      for (;;) {
        const [next] = [...waiting].filter(({ dueMs }) => dueMs <= endMs).sort(bySchedule);
        if (next === undefined) break;
        waiting.delete(next);
        nowMs = Math.max(nowMs, next.dueMs);
        next.action();
      }
      nowMs = endMs;
    },
  };
}

function bySchedule(a: { readonly dueMs: number }, b: { readonly dueMs: number }): number {
  return a.dueMs - b.dueMs;
}
