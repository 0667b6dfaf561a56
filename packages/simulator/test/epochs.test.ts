import { type Plan, quietPlan, runPlan } from "@cartorio/simulator";
import { describe, expect, it } from "vitest";

const timeoutMs = 120_000;
const busy: Plan = {
  ...quietPlan,
  candidates: 1,
  healMs: 10_000,
  workload: { transactions: 300, untilMs: 12_000, retryMs: 1_000 },
};

function outcome(plan: Plan): { readonly reason: string; readonly faults: Record<string, number> } {
  const { ok, reason, statistics } = runPlan(plan);
  return { reason: ok ? "" : `${reason}`, faults: Object.fromEntries(statistics.faults) };
}

describe("sets that change under load", () => {
  it(
    "four validators become five and four again, and one changes its key",
    () => {
      const { reason, faults } = outcome({
        ...busy,
        setChanges: [
          { kind: "add", atMs: 2_000, node: 4 },
          { kind: "rotate", atMs: 4_500, node: 2 },
          { kind: "remove", atMs: 7_000, node: 0 },
        ],
      });
      expect(reason).toBe("");
      expect(faults).toEqual({ "set-add": 1, "set-rotate": 1, "set-remove": 1 });
    },
    timeoutMs,
  );

  it.each([
    ["wiped", 3_000],
    ["journalRolledBack", 1_500],
    ["directoryRestored", 1_500],
  ] as const)(
    "a validator whose disk was %s comes back by itself",
    (kind, ageMs) => {
      const fault = { kind, node: 1, ageMs, forMs: 500 } as const;
      const { reason, faults } = outcome({ ...busy, faults: [{ atMs: 4_000, fault }] });
      expect(reason).toBe("");
      expect(faults["reentered"]).toBe(1);
    },
    timeoutMs,
  );

  it(
    "two of four wiped: they do not vote, and nothing commits without them",
    () => {
      const wiped = (node: number) => ({
        atMs: 4_000,
        fault: { kind: "wiped", node, ageMs: 3_000, forMs: 500 } as const,
      });
      const result = runPlan({ ...busy, faults: [wiped(1), wiped(2)] }, { stopAtMs: 30_000 });
      expect(result.ok ? "" : result.check).toBe("");
      expect(result.commitTimes.filter(({ atMs }) => atMs > 4_200)).toEqual([]);
    },
    timeoutMs,
  );
});
