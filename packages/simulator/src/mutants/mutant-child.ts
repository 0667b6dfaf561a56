import type { Mutant } from "./mutant.ts";
import type { Verdict } from "./trial.ts";

// A child process of the mutant runner, started with `--import .../mutant-hook.ts`. Prints one JSON line
// per mutant. `hunt NAME SECONDS` looks for a kill, `replay NAME,NAME,...` repeats the recorded ones.

/** What became of one mutant. */
export interface Outcome {
  readonly name: string;
  readonly caught: boolean;
  /** The checker that it names. */
  readonly checker: string;
  /** Seeds or scenarios that were run. */
  readonly seeds: number;
  readonly seconds: number;
  /** The seed or scenario that killed it. */
  readonly killedBy: number | undefined;
  /** Other checks that fired, and how often. */
  readonly others: Readonly<Record<string, number>>;
  readonly detail: string | undefined;
}

interface Trials {
  trial(hunt: Mutant["hunt"], number: number): Promise<Verdict>;
  trialNumber(hunt: Mutant["hunt"], index: number): number | undefined;
}

async function load(name: string): Promise<Trials> {
  const url = new URL("./trial.ts", import.meta.url);
  url.searchParams.set("mutant", name);
  return await import(url.href);
}

async function run(
  mutant: Mutant,
  numbers: (trials: Trials) => Iterable<number>,
): Promise<Outcome> {
  const startedMs = performance.now();
  const trials = await load(mutant.name);
  const { name, checker, hunt } = mutant;
  const others: Record<string, number> = {};
  let seeds = 0;
  let killedBy: number | undefined;
  let detail: string | undefined;
  for (const number of numbers(trials)) {
    seeds += 1;
    const verdict = await trials.trial(hunt, number);
    if (verdict.check === undefined) continue;
    detail = verdict.detail;
    if (verdict.check === checker) {
      killedBy = number;
      break;
    }
    others[verdict.check] = (others[verdict.check] ?? 0) + 1;
  }
  const seconds = Math.round((performance.now() - startedMs) / 10) / 100;
  const caught = killedBy !== undefined;
  return { name, caught, checker, seeds, seconds, killedBy, others, detail };
}

/** Trials in their order until the time is over. */
function* hunted({ hunt }: Mutant, trials: Trials, budgetMs: number): Generator<number> {
  const endMs = performance.now() + budgetMs;
  for (let index = 0; performance.now() < endMs; index += 1) {
    const number = trials.trialNumber(hunt, index);
    if (number === undefined) return;
    yield number;
  }
}

const seedsReplayed = 5;

/** The recorded kill; with seeds also those behind it, as what a seed draws changes with the simulator. */
function recorded({ hunt, killedBy }: Mutant): number[] {
  const count = hunt.kind === "seeds" ? seedsReplayed : 1;
  return Array.from({ length: count }, (_, index) => killedBy + index);
}

async function main([command, names = "", seconds = "300"]: readonly string[]): Promise<void> {
  const table = new URL("../../mutants/table.ts", import.meta.url);
  const { mutants } = (await import(table.href)) as { readonly mutants: readonly Mutant[] };
  for (const name of names.split(",")) {
    const mutant = mutants.find((candidate) => candidate.name === name);
    if (mutant === undefined) throw new Error(`INV-SIM-MUTANT: there is no mutant ${name}`);
    const outcome = await run(mutant, (trials) =>
      command === "hunt" ? hunted(mutant, trials, Number(seconds) * 1000) : recorded(mutant),
    );
    process.stdout.write(`${JSON.stringify(outcome)}\n`);
  }
}

if (import.meta.main) await main(process.argv.slice(2));
