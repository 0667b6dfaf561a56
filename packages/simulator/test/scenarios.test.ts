import { measureThroughput, runPlan, stallAtMs, stallForMs, stallPlan } from "@cartorio/simulator";
import { describe, expect, it } from "vitest";

const timeoutMs = 240_000;

describe("a cluster at saturation, in the cost model", () => {
  it(
    "has no unplanned view change while nothing fails, and keeps most of its throughput beside one liar",
    () => {
      const whole = measureThroughput();
      expect(whole.reason).toBeUndefined();
      expect(whole.unplannedViewChanges).toBe(0);
      expect(whole.viewChanges).toBeGreaterThan(3);
      expect(whole.transactionsPerSecond).toBeGreaterThan(100);
      // The others: `npm run sim -- --throughput`.
      const floors = { silent: 0.6, slow: 0.6, flood: 0.3 };
      for (const [strategy, floor] of Object.entries(floors)) {
        const { reason, transactionsPerSecond } = measureThroughput(strategy);
        expect(reason).toBeUndefined();
        expect(`${strategy} ${transactionsPerSecond >= floor * whole.transactionsPerSecond}`).toBe(
          `${strategy} true`,
        );
      }
    },
    timeoutMs,
  );
});

describe("two of four down for ten minutes", () => {
  it(
    "no commit meanwhile, and the first within 30 s of their return",
    () => {
      const { ok, reason, commitTimes } = runPlan(stallPlan());
      expect(ok ? "" : reason).toBe("");
      const backMs = stallAtMs + stallForMs;
      // What was committed, and not executed, when they fell.
      const meanwhile = commitTimes.filter(({ atMs }) => atMs > stallAtMs + 100 && atMs < backMs);
      expect(meanwhile).toEqual([]);
      const first = commitTimes.find(({ atMs }) => atMs >= backMs);
      expect((first?.atMs ?? Number.POSITIVE_INFINITY) - backMs).toBeLessThan(30_000);
    },
    timeoutMs,
  );
});
