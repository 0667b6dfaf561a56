import { runSeed } from "@cartorio/simulator";
import { describe, expect, it } from "vitest";

// Fifty seeds, ten to a test, so that the runner's count says how many there are. A seed that fails is
// replayed by `npm run sim -- --replay SEED`.
const seedsPerTest = 10;
const firstSeeds = [1, 11, 21, 31, 41];
const timeoutMs = 240_000;

describe("simulated clusters keep every rule that the checkers know", () => {
  it.each(firstSeeds)(
    "ten seeds from %i",
    (first) => {
      const failed: string[] = [];
      let heights = 0;
      for (let seed = first; seed < first + seedsPerTest; seed += 1) {
        const result = runSeed(seed);
        heights += result.height;
        if (!result.ok) failed.push(`seed ${seed}: ${result.reason}`);
      }
      expect(failed).toEqual([]);
      expect(heights).toBeGreaterThan(seedsPerTest);
    },
    timeoutMs,
  );
});

/** Seeds that failed once, each for the reason beside it. */
describe("seeds that once failed", () => {
  it.each([20059, 20137, 20144, 20259])(
    "%i: the checker took a ViewChange that was sent again for a new one",
    (seed) => {
      const result = runSeed(seed);
      expect(result.ok ? "" : result.reason).toBe("");
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
