import { maximumFaulty } from "@cartorio/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createSchedule,
  type Fault,
  type FaultKind,
  forgetfulKinds,
  plannedMs,
  requiredCounts,
  type Schedule,
} from "../../scripts/chaos/schedule.ts";

const inputs = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  minutes: fc.constantFrom(0.5, 1, 3, 5, 12),
  validators: fc.constantFrom(4, 5, 7, 10),
});

function countsOf({ faults }: Schedule): Partial<Record<FaultKind, number>> {
  const counts: Partial<Record<FaultKind, number>> = {};
  for (const { kind } of faults) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** Validators that are disturbed at a time. */
function disturbedAt(faults: readonly Fault[], atMs: number): ReadonlySet<number> {
  const active = faults.filter(
    ({ kind, startMs, durationMs }) =>
      kind !== "slowLink" && startMs <= atMs && atMs <= startMs + durationMs,
  );
  return new Set(active.map(({ victim }) => victim));
}

describe("the schedule of a chaos run", () => {
  it("is the same for the same seed, and another for another", () => {
    const wish = { seed: 7, minutes: 5, validators: 4 };
    expect(createSchedule(wish)).toEqual(createSchedule(wish));
    expect(createSchedule({ ...wish, seed: 8 }).faults).not.toEqual(createSchedule(wish).faults);
  });

  it("has the faults that five minutes must have", () => {
    const counts = countsOf(createSchedule({ seed: 1, minutes: 5, validators: 4 }));
    expect(counts).toEqual({
      ...{ kill: 12, pause: 3, partition: 3, slowLink: 6 },
      ...{ wipe: 1, journalRollback: 2, directoryRestore: 1 },
    });
  });

  it("has at least the share of its minutes, for every seed and size", () => {
    fc.assert(
      fc.property(inputs, (wish) => {
        const { kill: kills = 0, ...others } = countsOf(createSchedule(wish));
        const { kill: least, ...required } = requiredCounts(wish.minutes);
        expect(others).toEqual(required);
        expect(kills).toBe(Math.max(least, maximumFaulty(wish.validators)));
      }),
    );
  });

  it("never disturbs more than f validators at once", () => {
    fc.assert(
      fc.property(inputs, (wish) => {
        const { faults } = createSchedule(wish);
        for (const { startMs } of faults) {
          const disturbed = disturbedAt(faults, startMs).size;
          expect(disturbed).toBeLessThanOrEqual(maximumFaulty(wish.validators));
        }
      }),
    );
  });

  it("uses what the cluster tolerates: with f = 2 two validators are disturbed at once", () => {
    const { faults } = createSchedule({ seed: 3, minutes: 3, validators: 7 });
    const most = Math.max(...faults.map(({ startMs }) => disturbedAt(faults, startMs).size));
    expect(most).toBe(2);
  });

  it("puts a copy back only where a kill has left one", () => {
    fc.assert(
      fc.property(inputs, (wish) => {
        const { faults } = createSchedule(wish);
        for (const { kind, victim, startMs } of faults) {
          if (kind !== "journalRollback" && kind !== "directoryRestore") continue;
          const kills = faults.filter(
            (other) => other.kind === "kill" && other.victim === victim && other.startMs < startMs,
          );
          expect(kills.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("lets each validator forget once before one forgets again, as re-entries are limited", () => {
    const { faults } = createSchedule({ seed: 11, minutes: 5, validators: 4 });
    const victims = faults.filter(({ kind }) => forgetfulKinds.includes(kind));
    expect(new Set(victims.map(({ victim }) => victim)).size).toBe(4);
  });

  it("is in the order of time, numbered, and as long as its minutes", () => {
    const schedule = createSchedule({ seed: 5, minutes: 5, validators: 4 });
    const { faults } = schedule;
    expect(faults.map(({ number }) => number)).toEqual([...faults.keys()]);
    expect(faults.map(({ startMs }) => startMs)).toEqual(
      faults.map(({ startMs }) => startMs).sort((a, b) => a - b),
    );
    expect(plannedMs(schedule)).toBe(300_000);
  });

  it("is refused for a cluster that tolerates no fault", () => {
    expect(() => createSchedule({ seed: 1, minutes: 1, validators: 1 })).toThrow(RangeError);
  });
});
