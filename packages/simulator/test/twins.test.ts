import {
  runScenario,
  runScenarios,
  scenarioCount,
  scenarioOf,
  scenariosPerTwin,
  spreadScenarios,
} from "@cartorio/simulator";
import { describe, expect, it } from "vitest";

const scenariosInTest = 500;
const timeoutMs = 120_000;

describe("Twins", () => {
  it("enumerates every split of five processes in four views for each twinned validator", () => {
    expect(scenariosPerTwin).toBe(65_536);
    expect(scenarioCount).toBe(4 * 65_536);
    const splits = new Set(
      Array.from({ length: scenariosPerTwin }, (_, id) => JSON.stringify(scenarioOf(id).sides)),
    );
    expect(splits.size).toBe(scenariosPerTwin);
    const twinned = [0, 1, 2, 3].map((at) => scenarioOf(at * scenariosPerTwin).twinned);
    expect(twinned).toEqual([0, 1, 2, 3]);
  });

  it(
    "keeps agreement and regains progress in scenarios spread over all of them",
    () => {
      const ids = spreadScenarios(scenariosInTest);
      expect(new Set(ids).size).toBe(scenariosInTest);
      const report = runScenarios(ids);
      expect(report.failed).toEqual([]);
      expect(report.scenarios).toBe(scenariosInTest);
      // Every scenario leaves all four split views, and commits something in the end.
      expect(report.viewChanges).toBeGreaterThanOrEqual(4 * scenariosInTest);
      expect(report.blocks).toBeGreaterThanOrEqual(scenariosInTest);
    },
    timeoutMs,
  );

  it("gives equal results for equal scenarios", () => {
    const lines = (): string[] => {
      const seen: string[] = [];
      runScenario(scenarioOf(123_456), (line) => seen.push(line));
      return seen;
    };
    expect(lines().length).toBeGreaterThan(5);
    expect(lines()).toEqual(lines());
  });
});
