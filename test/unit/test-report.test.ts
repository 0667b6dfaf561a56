import { describe, expect, it } from "vitest";
import {
  addTallies,
  slowestFiles,
  summaryLine,
  tallyVitest,
  type VitestReport,
} from "../../scripts/lib/test-report.ts";

function fileResult(name: string, statuses: readonly string[]): VitestReport["testResults"][0] {
  return {
    name,
    status: statuses.every((status) => status === "passed") ? "passed" : "failed",
    startTime: 1000,
    endTime: 1000 + name.length,
    assertionResults: statuses.map((status, index) => ({ status, fullName: `test ${index}` })),
  };
}

describe("tallyVitest", () => {
  it("counts tests that passed and tests that failed", () => {
    const report = { testResults: [fileResult("a", ["passed", "failed"])] };
    expect(tallyVitest(report, 1)).toEqual({
      passed: 1,
      failed: 1,
      failures: ["a: test 1 (failed)"],
    });
  });

  it("counts a file that did not load as one failure", () => {
    const report = { testResults: [fileResult("a", ["passed"]), fileResult("b", [])] };
    expect(tallyVitest(report, 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it("counts an exit code without a failed test as one failure, once", () => {
    const passed = { testResults: [fileResult("a", ["passed"])] };
    expect(tallyVitest(passed, 1)).toMatchObject({ passed: 1, failed: 1 });
    const failed = { testResults: [fileResult("a", ["passed", "failed"])] };
    expect(tallyVitest(failed, 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it.each(["skipped", "pending", "todo", "disabled"])("counts a %s test as failed", (status) => {
    const report = { testResults: [fileResult("a", ["passed", status])] };
    expect(tallyVitest(report, 0)).toMatchObject({ passed: 1, failed: 1 });
  });

  it("counts a missing or empty report as one failure", () => {
    expect(tallyVitest(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(tallyVitest({ testResults: [] }, 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it("finds nothing wrong with a good run", () => {
    const report = { testResults: [fileResult("a", ["passed", "passed"])] };
    expect(tallyVitest(report, 0)).toEqual({ passed: 2, failed: 0, failures: [] });
  });
});

describe("the summary", () => {
  it("adds up the parts", () => {
    const total = addTallies([
      { passed: 6, failed: 0, failures: [] },
      { passed: 2, failed: 1, failures: ["x"] },
    ]);
    expect(total.failures).toEqual(["x"]);
    expect(summaryLine(total)).toBe("8 passed, 1 failed");
  });

  it("lists the slowest files first", () => {
    const testResults = [fileResult("a", []), fileResult("ccc", []), fileResult("bb", [])];
    expect(slowestFiles({ testResults }, 2)).toEqual([
      { file: "ccc", durationMs: 3 },
      { file: "bb", durationMs: 2 },
    ]);
    expect(slowestFiles(undefined, 2)).toEqual([]);
  });
});
