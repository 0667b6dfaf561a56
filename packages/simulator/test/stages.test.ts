import { runStage, stages } from "@cartorio/simulator";
import { describe, expect, it } from "vitest";

// Courses of events that seeds come to too rarely. That each of them can fail is shown by the mutants.
describe("directed scenarios on the real code", () => {
  it.each(Object.keys(stages))("%s", async (name) => {
    expect(await runStage(name)).toEqual({ check: undefined, detail: undefined });
  });
});
