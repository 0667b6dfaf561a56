import { parseArgs } from "node:util";
import { runScenario } from "./twins/run-scenario.ts";
import { describeScenario, scenarioCount, scenarioOf } from "./twins/scenario.ts";
import { runScenarios, runTwins, type TwinsReport } from "./twins/twins.ts";

// The command behind `npm run sim -- --twins`. Exit code 1 for a violation, 2 for wrong arguments.
// With --ranges it is one of the processes that the command starts.
const usage = "usage: npm run sim -- --twins [--start ID] [--seeds N] [--json] [--replay ID]\n";

/** Runs `npm run sim -- --twins ...` and returns its exit code. */
export async function twinsMain(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  if (options.ranges !== undefined) return runRanges(options.ranges);
  if (options.replay !== undefined) return replay(options.replay);
  const startedMs = performance.now();
  let shown = 0;
  const report = await runTwins({
    from: options.start,
    count: options.count,
    progress: (done) => {
      const percent = Math.floor((100 * done) / options.count);
      if (percent === shown) return;
      shown = percent;
      process.stderr.write(`twins: ${done} of ${options.count} scenarios (${percent}%)\n`);
    },
  });
  const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
  for (const { scenario, check, detail } of report.failed) {
    const text = describeScenario(scenarioOf(scenario));
    process.stderr.write(
      `${check}: ${detail}\n  ${text}\n  npm run sim -- --twins --replay ${scenario}\n`,
    );
  }
  process.stdout.write(
    options.json ? `${JSON.stringify({ ...report, seconds })}\n` : summary(report, seconds),
  );
  return report.violations === 0 ? 0 : 1;
}

function summary(report: TwinsReport, seconds: number): string {
  const { scenarios, violations, blocks, viewChanges } = report;
  return `${scenarios} scenarios, ${violations} violations, ${blocks} blocks, ${viewChanges} view changes, ${seconds} s\n`;
}

interface Options {
  readonly start: number;
  readonly count: number;
  readonly json: boolean;
  readonly replay: number | undefined;
  readonly ranges: string | undefined;
}

function readOptions(args: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        twins: { type: "boolean" },
        start: { type: "string", default: "0" },
        seeds: { type: "string", default: String(scenarioCount) },
        json: { type: "boolean", default: false },
        replay: { type: "string" },
        ranges: { type: "string" },
      },
    });
    const start = Number(values.start);
    const count = Math.min(Number(values.seeds), scenarioCount - start);
    const replayed = values.replay === undefined ? undefined : Number(values.replay);
    for (const number of [start, replayed ?? 0])
      if (!Number.isSafeInteger(number) || number < 0 || number >= scenarioCount) return undefined;
    if (!Number.isSafeInteger(count) || count < 1) return undefined;
    return { start, count, json: values.json, replay: replayed, ranges: values.ranges };
  } catch {
    return undefined;
  }
}

function runRanges(ranges: string): number {
  for (const range of ranges.split(",")) {
    const [start = 0, count = 0] = range.split(":").map(Number);
    const ids = Array.from({ length: count }, (_, index) => start + index);
    process.stdout.write(`${JSON.stringify(runScenarios(ids))}\n`);
  }
  return 0;
}

function replay(id: number): number {
  const scenario = scenarioOf(id);
  process.stdout.write(`${describeScenario(scenario)}\n`);
  const result = runScenario(scenario, (line) => process.stdout.write(`${line}\n`));
  process.stdout.write(
    `${result.check === undefined ? "ok" : `${result.check}: ${result.detail}`}\n`,
  );
  return result.check === undefined ? 0 : 1;
}

if (import.meta.main) process.exitCode = await twinsMain(process.argv.slice(2));
