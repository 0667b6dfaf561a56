import { runSeed } from "@cartorio/simulator";
import { describe, expect, it } from "vitest";

// Two hundred seeds, twenty to a test, so that the runner's count says how many there are. A seed that
// fails is replayed by `npm run sim -- --replay SEED`.
const seedsPerTest = 20;
const firstSeeds = Array.from({ length: 10 }, (_, index) => 1 + index * seedsPerTest);
const timeoutMs = 240_000;

describe("simulated clusters keep every rule that the checkers know", () => {
  it.each(firstSeeds)(
    "twenty seeds from %i",
    (first) => {
      const failed: string[] = [];
      let heights = 0;
      for (let seed = first; seed < first + seedsPerTest; seed += 1) {
        const result = runSeed(seed);
        heights += result.commits;
        if (!result.ok) failed.push(`seed ${seed}: ${result.reason}`);
      }
      expect(failed).toEqual([]);
      expect(heights).toBeGreaterThan(150 * seedsPerTest);
    },
    timeoutMs,
  );
});

describe("a run", () => {
  it("is byte-identical when its seed is run again", () => {
    for (const seed of [3, 8]) expect(runSeed(seed)).toEqual(runSeed(seed));
  });

  it("differs from the run of another seed", () => {
    expect(runSeed(3).trace).not.toEqual(runSeed(4).trace);
  });
});
