import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { runScenario } from "./run-scenario.ts";
import { scenarioCount, scenarioOf, scenariosPerTwin, validatorCount } from "./scenario.ts";

/** One scenario in which a rule did not hold. */
export interface TwinsViolation {
  readonly scenario: number;
  readonly check: string;
  readonly detail: string;
}

export interface TwinsReport {
  readonly scenarios: number;
  readonly violations: number;
  readonly twinned: number;
  readonly splitsPerTwin: number;
  /** Blocks of the longest chain of each scenario, summed up. */
  readonly blocks: number;
  readonly viewChanges: number;
  readonly deliveries: number;
  /** Longest time from the whole network to progress at every correct process, simulated. */
  readonly longestRecoveryMs: number;
  /** The first ten. */
  readonly failed: readonly TwinsViolation[];
}

export interface TwinsOptions {
  /** First scenario and how many; all of them unless said otherwise. */
  readonly from?: number;
  readonly count?: number;
  /** Processes of the machine to use: one per core, at most two, unless said otherwise. */
  readonly workers?: number;
  /** Called now and then with the scenarios that are done. */
  readonly progress?: (done: number) => void;
}

const failedShown = 10;
const chunk = 2048;
const emptyReport: TwinsReport = {
  scenarios: 0,
  violations: 0,
  twinned: validatorCount,
  splitsPerTwin: scenariosPerTwin,
  blocks: 0,
  viewChanges: 0,
  deliveries: 0,
  longestRecoveryMs: 0,
  failed: [],
};

/** Runs scenarios in this process. */
export function runScenarios(ids: Iterable<number>): TwinsReport {
  let report = emptyReport;
  for (const id of ids) {
    const result = runScenario(scenarioOf(id));
    const { check, detail = "" } = result;
    const failed = check === undefined ? [] : [{ scenario: id, check, detail }];
    report = merged(report, {
      ...emptyReport,
      scenarios: 1,
      violations: failed.length,
      blocks: result.height,
      viewChanges: result.view,
      deliveries: result.deliveries,
      longestRecoveryMs: result.recoveredMs,
      failed,
    });
  }
  return report;
}

/** `count` scenarios spread over all of them, the same ones each time. */
export function spreadScenarios(count: number): number[] {
  return Array.from({ length: count }, (_, index) => spreadScenario(index));
}

/** The one at place `index` of an order that spreads. */
export function spreadScenario(index: number): number {
  // Odd, so that it visits every number of a power of two once.
  const stride = 104_729;
  return (index * stride) % scenarioCount;
}

function merged(left: TwinsReport, right: TwinsReport): TwinsReport {
  return {
    ...left,
    scenarios: left.scenarios + right.scenarios,
    violations: left.violations + right.violations,
    blocks: left.blocks + right.blocks,
    viewChanges: left.viewChanges + right.viewChanges,
    deliveries: left.deliveries + right.deliveries,
    longestRecoveryMs: Math.max(left.longestRecoveryMs, right.longestRecoveryMs),
    failed: [...left.failed, ...right.failed].slice(0, failedShown),
  };
}

/** Runs a range of scenarios on several processes. Rejects if one of them dies. */
export async function runTwins(options: TwinsOptions = {}): Promise<TwinsReport> {
  const from = options.from ?? 0;
  const count = Math.min(options.count ?? scenarioCount, scenarioCount - from);
  const workers = options.workers ?? Math.min(2, availableParallelism());
  const starts: number[] = [];
  for (let start = from; start < from + count; start += chunk) starts.push(start);
  let report = emptyReport;
  const one = async (worker: number): Promise<void> => {
    const own = starts.filter((_, index) => index % workers === worker);
    const ranges = own.map((start) => `${start}:${Math.min(chunk, from + count - start)}`);
    if (ranges.length === 0) return;
    await runRanges(ranges, (part) => {
      report = merged(report, part);
      options.progress?.(report.scenarios);
    });
  };
  await Promise.all(Array.from({ length: workers }, (_, worker) => one(worker)));
  return report;
}

/** A child process prints one report per range. */
function runRanges(ranges: readonly string[], report: (part: TwinsReport) => void): Promise<void> {
  const main = fileURLToPath(import.meta.resolve("@cartorio/simulator/twins-main"));
  const child = spawn(process.execPath, [...process.execArgv, main, "--ranges", ranges.join()], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  createInterface({ input: child.stdout }).on("line", (line) => report(JSON.parse(line)));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`a process that ran scenarios ended with ${code ?? signal}`));
    });
  });
}
