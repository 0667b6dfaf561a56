import { parseArgs } from "node:util";
import type { Mutant } from "./mutants/mutant.ts";
import type { Outcome } from "./mutants/mutant-child.ts";
import { huntMutants } from "./mutants/run-mutants.ts";

// `npm run sim -- --mutant NAME|all [--json]`: the real code with one mistake in it, until the checker that
// the mutant names fires. Exit code 1 if one got away, 2 for wrong arguments.

/** Runs the command and returns its exit code. */
export async function mutantsMain(args: readonly string[]): Promise<number> {
  const table = new URL("../mutants/table.ts", import.meta.url);
  const { mutants } = (await import(table.href)) as { readonly mutants: readonly Mutant[] };
  const options = readOptions(args);
  const names = mutants.map(({ name }) => name);
  const wanted = names.filter((name) => options?.mutant === "all" || name === options?.mutant);
  if (options === undefined || wanted.length === 0) {
    process.stderr.write("usage: npm run sim -- --mutant NAME|all [--json]\n");
    process.stderr.write(`mutants: ${names.join(" ")}\n`);
    return 2;
  }
  let done = 0;
  const outcomes = await huntMutants(wanted, (outcome) => {
    done += 1;
    process.stderr.write(`${done}/${wanted.length} ${describe(outcome)}\n`);
  });
  const caught = outcomes.filter((outcome) => outcome.caught).length;
  if (options.json) process.stdout.write(`${JSON.stringify({ mutants: outcomes })}\n`);
  else
    process.stdout.write(`${caught} of ${outcomes.length} mutants caught by their own checker\n`);
  return caught === outcomes.length ? 0 : 1;
}

function describe({ name, caught, checker, seeds, seconds, others }: Outcome): string {
  const also = Object.entries(others).map(([check, count]) => `${check} ${count} times`);
  const fired = also.length === 0 ? "" : ` (also fired: ${also.join(", ")})`;
  return `${caught ? "caught" : "NOT CAUGHT"} ${name} by ${checker}: ${seeds} runs, ${seconds} s${fired}`;
}

function readOptions(args: readonly string[]): { mutant: string; json: boolean } | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { mutant: { type: "string" }, json: { type: "boolean", default: false } },
    });
    return { mutant: values.mutant ?? "", json: values.json };
  } catch {
    return undefined;
  }
}
