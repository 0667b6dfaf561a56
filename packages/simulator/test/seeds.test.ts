import { runSeed } from "@cartorio/simulator";
import { describe, expect, it } from "vitest";
import { describeSeeds } from "./run-seeds.ts";

// Two hundred seeds in two files, which run side by side.
describeSeeds(1);

describe("a run", () => {
  it("is byte-identical when its seed is run again", () => {
    for (const seed of [2, 8]) expect(runSeed(seed)).toEqual(runSeed(seed));
  }, 120_000);

  it("differs from the run of another seed", () => {
    expect(runSeed(4).trace).not.toEqual(runSeed(8).trace);
  }, 120_000);
});
