import { runSeed } from "@cartorio/simulator";
import { describe, expect, it } from "vitest";

const seedsPerTest = 20;
const testsPerFile = 5;
/** Leaves room for a machine that does ten things at once. */
const timeoutMs = 600_000;

/**
 * A hundred seeds, twenty to a test, so that the runner's count says how many there are. A seed that fails
 * is replayed by `npm run sim -- --replay SEED`.
 */
export function describeSeeds(firstSeed: number): void {
  const firstSeeds = Array.from(
    { length: testsPerFile },
    (_, index) => firstSeed + index * seedsPerTest,
  );
  describe("simulated clusters keep every rule that the checkers know", () => {
    it.each(firstSeeds)(
      "twenty seeds from %i",
      (first) => {
        const failed: string[] = [];
        let commits = 0;
        for (let seed = first; seed < first + seedsPerTest; seed += 1) {
          const result = runSeed(seed);
          commits += result.commits;
          if (!result.ok) failed.push(`seed ${seed}: ${result.reason}`);
        }
        expect(failed).toEqual([]);
        expect(commits).toBeGreaterThan(150 * seedsPerTest);
      },
      timeoutMs,
    );
  });
}
