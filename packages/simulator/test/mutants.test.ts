import { replayMutants } from "@cartorio/simulator";
import { beforeAll, describe, expect, it } from "vitest";
import { mutants } from "../mutants/table.ts";

const timeoutMs = 600_000;
const least = 35;

/** Each mistake in the real code is caught by the checker that is there for it. */
describe("recorded kills", () => {
  let outcomes: Awaited<ReturnType<typeof replayMutants>> = [];
  beforeAll(async () => {
    outcomes = await replayMutants(mutants.map(({ name }) => name));
  }, timeoutMs);

  it(`are those of ${mutants.length} mutants with names of their own`, () => {
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
    expect(mutants.length).toBeGreaterThanOrEqual(least);
    expect(outcomes.length).toBe(mutants.length);
  });

  it.each(mutants.map((mutant) => [mutant.name, mutant.checker] as const))("%s by %s", (name) => {
    const { caught, detail } = outcomes.find((outcome) => outcome.name === name) ?? {};
    expect({ caught, detail }).toEqual({ caught: true, detail });
  });
});
