import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("../../scripts/bench.ts", import.meta.url));
const run = promisify(execFile);
const bench = (args: readonly string[]): Promise<{ stdout: string; stderr: string }> =>
  run(process.execPath, ["--conditions=source", script, "--suite", "ledger", ...args]);

describe("the ledger suite of the benchmark", () => {
  it("prints the object that the integration server reads, and its progress beside it", async () => {
    const { stdout, stderr } = await bench(["--dids", "600", "--json"]);
    const report = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual([
      "suite",
      "dids",
      "blockMs",
      "ratio",
      "rssBytes",
      "bytesPerDid",
      "proofsPerSecond",
      "verifiesPerSecond",
    ]);
    expect(report).toMatchObject({ suite: "ledger", dids: 600 });
    expect(Object.keys(report.blockMs)).toEqual(["1e4", "1e6"]);
    const { blockMs, suite, ...numbers } = report;
    for (const value of [...Object.values(numbers), ...Object.values(blockMs)])
      expect(value).toBeGreaterThan(0);
    expect(report.ratio).toBeCloseTo(blockMs["1e6"] / blockMs["1e4"], 0);
    expect(stderr).toContain("600 of 600 DIDs");
  }, 120_000);

  it("refuses a number of DIDs that it cannot measure", async () => {
    await expect(bench(["--dids", "many"])).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining("--dids needs a whole number"),
    });
  });
});
