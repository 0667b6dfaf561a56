// `npm test`: static checks side by side, then the unit and property tests with coverage, then the
// tests on clusters of real processes, then the simulator's seeds. Everything runs even when something before it failed, the
// last line is `N passed, N failed`, and out/test-summary.json holds the same for `.ci/run`.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { nodeScript, root, runCommand } from "./lib/processes.ts";
import { filesBelow } from "./lib/read-packages.ts";
import {
  addTallies,
  slowestFiles,
  summaryLine,
  type Tally,
  tallyVitest,
  type VitestReport,
} from "./lib/test-report.ts";

const slowestShown = 10;
const simulatorSeeds = 200;
const outputFolder = join(root, "out");
const summaryFile = join(outputFolder, "test-summary.json");

interface StaticCheck {
  readonly title: string;
  readonly command: readonly [string, ...string[]];
}

const staticChecks: readonly StaticCheck[] = [
  { title: "format and lint (biome)", command: ["biome", "check", "--error-on-warnings", "."] },
  { title: "types (tsc)", command: ["tsc", "-b"] },
  {
    title: "promises and switches (oxlint)",
    command: [
      ...(["oxlint", "--type-aware", "--deny-warnings", "-c", "scripts/lint/oxlint.json"] as const),
      ...["packages", "scripts", "test"],
    ],
  },
  { title: "layers and tidiness", command: nodeScript("check-layers") },
  { title: "documents", command: nodeScript("check-docs") },
  { title: "generated code is up to date", command: nodeScript("generate", "--check") },
];

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function seconds(durationMs: number): string {
  return `${(durationMs / 1000).toFixed(1)} s`;
}

async function runStaticCheck({ title, command }: StaticCheck): Promise<Tally> {
  const { exitCode, output, durationMs } = await runCommand(command, "capture");
  const isPassed = exitCode === 0;
  say(`${isPassed ? "passed" : "FAILED"}  ${title} (${seconds(durationMs)})`);
  if (!isPassed) say(output.trimEnd().replace(/^/gm, "        "));
  return isPassed
    ? { passed: 1, failed: 0, failures: [] }
    : { passed: 0, failed: 1, failures: [`static check: ${title}`] };
}

interface VitestRun {
  readonly tally: Tally;
  readonly report: VitestReport | undefined;
}

async function runVitest(project: string, ...options: string[]): Promise<VitestRun> {
  const reportFile = join(outputFolder, `vitest-${project}.json`);
  // A report of an earlier run must not be mistaken for this one's.
  rmSync(reportFile, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  const command = ["vitest", "run", "--project", project, ...reporters, ...options] as const;
  const { exitCode } = await runCommand(command, "inherit");
  const report: VitestReport | undefined = existsSync(reportFile)
    ? JSON.parse(readFileSync(reportFile, "utf8"))
    : undefined;
  return { tally: tallyVitest(report, exitCode), report };
}

function showSlowest(runs: readonly VitestRun[]): void {
  const testResults = runs.flatMap(({ report }) => report?.testResults ?? []);
  say(`\nThe ${slowestShown} slowest test files:`);
  for (const { file, durationMs } of slowestFiles({ testResults }, slowestShown)) {
    say(`${seconds(durationMs).padStart(10)}  ${relative(root, file)}`);
  }
}

/** Each seed is a test: what the report counts as violations has failed. */
async function runSeeds(count: number): Promise<Tally> {
  const command = nodeScript("sim", "--seeds", String(count), "--start", "1", "--json");
  const { exitCode, output } = await runCommand(command, "result");
  const last = output.trimEnd().split("\n").at(-1) ?? "";
  const report: { readonly seeds: number; readonly violations: number } = last.startsWith("{")
    ? JSON.parse(last)
    : { seeds: 0, violations: count };
  const failed = Math.max(report.violations, exitCode === 0 ? 0 : 1);
  say(
    output
      .trimEnd()
      .split("\n")
      .slice(failed === 0 ? -2 : 0)
      .join("\n"),
  );
  const failures = failed === 0 ? [] : ["simulator: see the seeds above"];
  return { passed: report.seeds - report.violations, failed, failures };
}

mkdirSync(outputFolder, { recursive: true });
rmSync(summaryFile, { force: true });
const startedAtMs = performance.now();

say("Static checks");
const checks = await Promise.all(staticChecks.map(runStaticCheck));
say("\nUnit and property tests");
const runs = [await runVitest("unit", "--coverage"), await runVitest("simulator")];
if (filesBelow(root, "test/cluster", [".test.ts"]).length > 0) {
  say("\nTests on clusters of processes");
  runs.push(await runVitest("cluster"));
}

say(`\nSimulator: ${simulatorSeeds} seeds`);
const seeds = await runSeeds(simulatorSeeds);
const total = addTallies([...checks, seeds, ...runs.map(({ tally }) => tally)]);
showSlowest(runs);
const failures = total.failures.map((line) => line.replace(`${root}/`, ""));
if (total.failed > 0) say(`\nFailed:\n${failures.map((line) => `  ${line}`).join("\n")}`);
say(`\nTook ${seconds(performance.now() - startedAtMs)}`);
const { passed, failed } = total;
writeFileSync(summaryFile, `${JSON.stringify({ passed, failed, failures })}\n`);
say(summaryLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;
