// Many seeds on two cores: plain child processes, each with every second seed.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { SimOptions } from "./cli-options.ts";
import { progressLine, type SeedReport, type Totals } from "./report.ts";

const workers = 2;
const progressEveryMs = 3_000;
const main = fileURLToPath(new URL("./main.ts", import.meta.url));

/** Reports of all seeds end in `totals`; a worker that dies leaves its seeds out, which fails the run. */
export async function runWorkers(options: SimOptions, totals: Totals): Promise<void> {
  const timer = setInterval(() => {
    process.stderr.write(`${progressLine(totals, options.seeds)}\n`);
  }, progressEveryMs);
  const running = Array.from({ length: workers }, (_, index) => {
    const seeds = Math.ceil((options.seeds - index) / workers);
    return runWorker({ ...options, seeds, start: options.start + index, step: workers }, totals);
  });
  await Promise.all(running);
  clearInterval(timer);
  totals.reports.sort((left, right) => left.seed - right.seed);
}

function runWorker(options: SimOptions, totals: Totals): Promise<void> {
  const { seeds, start, step, strategy, realSignatures } = options;
  const args = ["--worker", "--seeds", `${seeds}`, "--start", `${start}`, "--step", `${step}`];
  if (strategy !== undefined) args.push("--strategy", strategy);
  if (realSignatures) args.push("--real-signatures");
  const child = spawn(process.execPath, [...process.execArgv, main, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let rest = "";
  child.stdout.setEncoding("utf8");
  child.stdout.on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) totals.reports.push(JSON.parse(line) as SeedReport);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => resolve());
  });
}
