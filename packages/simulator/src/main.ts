import { parseArgs } from "node:util";
import { type RunResult, runSeed } from "./simulation.ts";

// The command behind `npm run sim`. Exit code 1 if a check failed, 2 for a mistake in the arguments.
const shownTraceLines = 120;
const usage = "usage: npm run sim -- [--seeds N] [--start S] [--json] [--replay SEED]\n";

interface Options {
  readonly seeds: number;
  readonly start: number;
  readonly json: boolean;
  readonly replay: number | undefined;
}

function readOptions(): Options | undefined {
  try {
    const { values } = parseArgs({
      options: {
        seeds: { type: "string", default: "50" },
        start: { type: "string", default: "1" },
        json: { type: "boolean", default: false },
        replay: { type: "string" },
      },
    });
    const replay = values.replay === undefined ? undefined : Number(values.replay);
    const options = { seeds: Number(values.seeds), start: Number(values.start), replay };
    const numbers = [options.seeds, options.start, replay ?? 0];
    if (!numbers.every((value) => Number.isSafeInteger(value) && value >= 0)) return undefined;
    return { ...options, json: values.json };
  } catch {
    return undefined;
  }
}

function describe(result: RunResult): string {
  return [
    `seed ${result.seed} FAILED: ${result.reason}`,
    `n ${result.n}, faults:`,
    ...result.faults.map((fault) => `  ${fault}`),
    ...result.trace.slice(-shownTraceLines),
    `replay: npm run sim -- --replay ${result.seed}`,
  ].join("\n");
}

function run(options: Options): number {
  const startedMs = performance.now();
  const first = options.replay ?? options.start;
  const count = options.replay === undefined ? options.seeds : 1;
  const failed: number[] = [];
  let heights = 0;
  let viewChanges = 0;
  for (let seed = first; seed < first + count; seed += 1) {
    const result = runSeed(seed);
    heights += result.height;
    viewChanges += result.view;
    if (options.replay !== undefined) process.stdout.write(`${result.trace.join("\n")}\n`);
    if (result.ok) continue;
    failed.push(seed);
    process.stderr.write(`${describe(result)}\n`);
  }
  const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
  process.stdout.write(
    `${count - failed.length} seeds passed, ${failed.length} failed${failed.length > 0 ? ` (${failed.join(", ")})` : ""}, ${heights} heights, ${viewChanges} views, ${seconds} s\n`,
  );
  if (options.json)
    process.stdout.write(
      `${JSON.stringify({ ok: failed.length === 0, seeds: count, start: first, failed, heights, viewChanges, seconds })}\n`,
    );
  return failed.length === 0 ? 0 : 1;
}

const options = readOptions();
if (options === undefined) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  process.exitCode = run(options);
}
