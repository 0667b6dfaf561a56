import { spawnSync } from "node:child_process";
import { readOptions, type SimOptions, usage } from "./cli-options.ts";
import { createPlan, type Plan } from "./plan.ts";
import { progressLine, seedReport, simReport, summary, type Totals } from "./report.ts";
import { shrinkPlan } from "./shrink.ts";
import { type RunResult, runPlan, runSeed } from "./simulation.ts";
import { throughputMain } from "./throughput-main.ts";
import { runWorkers } from "./workers.ts";

// The command behind `npm run sim`. Exit code 1 if a check failed, 2 for a mistake in the arguments.
const shownTraceLines = 120;
/** Fewer seeds are done before a second process has started. */
const seedsForWorkers = 20;
const progressEveryMs = 3_000;

function planOptions({ strategy, realSignatures }: SimOptions) {
  return { strategy, realSignatures };
}

function describe(result: RunResult, options: SimOptions): string {
  const commit = spawnSync("git", ["rev-parse", "HEAD"], { encoding: "utf8" }).stdout?.trim();
  const strategy = options.strategy === undefined ? "" : ` --strategy ${options.strategy}`;
  const real = options.realSignatures ? " --real-signatures" : "";
  return [
    `seed ${result.seed} FAILED: ${result.reason}`,
    `commit ${commit || "unknown"}, n ${result.n}, faults:`,
    ...result.faults.map((fault) => `  ${fault}`),
    ...result.byzantine.map((name) => `  ${name}`),
    ...result.trace.slice(-shownTraceLines),
    `replay: npm run sim -- --replay ${result.seed}${strategy}${real}`,
    "",
  ].join("\n");
}

function runOne(seed: number, options: SimOptions, totals: Totals): void {
  const beganMs = performance.now();
  const result = runSeed(seed, planOptions(options));
  const report = seedReport(result, performance.now() - beganMs);
  totals.reports.push(report);
  if (!result.ok) process.stderr.write(describe(result, options));
  if (options.worker) process.stdout.write(`${JSON.stringify(report)}\n`);
}

function runHere(options: SimOptions, totals: Totals): void {
  let shownMs = performance.now();
  for (let index = 0; index < options.seeds; index += 1) {
    runOne(options.start + index * options.step, options, totals);
    if (options.worker || performance.now() - shownMs < progressEveryMs) continue;
    shownMs = performance.now();
    process.stderr.write(`${progressLine(totals, options.seeds)}\n`);
  }
}

async function run(options: SimOptions): Promise<number> {
  const totals: Totals = { reports: [], startedMs: performance.now() };
  if (options.worker || options.seeds <= seedsForWorkers) runHere(options, totals);
  else await runWorkers(options, totals);
  if (options.worker) return 0;
  const report = simReport(totals, performance.now());
  process.stdout.write(`${summary(report, totals.reports)}\n`);
  if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  return report.violations === 0 && report.seeds === options.seeds ? 0 : 1;
}

/** Prints every message of one seed, of its smallest failing plan with `--shrink`. */
function replay(seed: number, options: SimOptions): number {
  let plan: Plan = createPlan(seed, planOptions(options));
  if (options.shrink) {
    const progress = (line: string): void => void process.stderr.write(`${line}\n`);
    plan = shrinkPlan(plan, progress);
  }
  const result = runPlan(plan, { everything: true });
  process.stdout.write(`${result.trace.join("\n")}\n`);
  if (options.shrink) process.stdout.write(`${JSON.stringify(plan)}\n`);
  process.stdout.write(
    `seed ${seed} ${result.ok ? "passed" : `FAILED: ${result.reason}`}: ${result.commits} commits\n`,
  );
  return result.ok ? 0 : 1;
}

const options = readOptions(process.argv.slice(2));
if (options === undefined) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else if (options.throughput) {
  process.exitCode = throughputMain(options);
} else if (options.replay !== undefined) {
  process.exitCode = replay(options.replay, options);
} else {
  process.exitCode = await run(options);
}
