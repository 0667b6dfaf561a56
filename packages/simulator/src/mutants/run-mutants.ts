import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Outcome } from "./mutant-child.ts";

const secondsPerMutant = 300;
/** Two cores. */
const atOnce = 2;
/** For loading the code and for the seed that runs when the time is over. */
const graceMs = 60_000;

/**
 * Hunts each mutant in a process of its own, two at a time, five minutes at most. Rejects if the table
 * does not fit the code any more.
 */
export async function huntMutants(
  names: readonly string[],
  progress: (outcome: Outcome) => void,
): Promise<Outcome[]> {
  const waiting = [...names];
  const outcomes = new Map<string, Outcome>();
  const work = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const [outcome = notCaught(name)] = await child(["hunt", name, String(secondsPerMutant)]);
      outcomes.set(name, outcome);
      progress(outcome);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return names.map((name) => outcomes.get(name) ?? notCaught(name));
}

/** Replays the recorded kill of each mutant, in two processes. */
export async function replayMutants(names: readonly string[]): Promise<Outcome[]> {
  const groups = Array.from({ length: atOnce }, (_, group) =>
    names.filter((_name, index) => index % atOnce === group),
  );
  const all = await Promise.all(
    groups.filter((group) => group.length > 0).map((group) => child(["replay", group.join()])),
  );
  return all.flat();
}

function notCaught(name: string): Outcome {
  return {
    ...{ name, caught: false, checker: "", seeds: 0, seconds: secondsPerMutant },
    ...{ killedBy: undefined, others: {}, detail: "its process ran out of time" },
  };
}

function child(args: readonly string[]): Promise<Outcome[]> {
  const file = (name: string): string => fileURLToPath(new URL(`./${name}`, import.meta.url));
  const outcomes: Outcome[] = [];
  const running = spawn(
    process.execPath,
    ["--conditions=source", `--import=${file("mutant-hook.ts")}`, file("mutant-child.ts"), ...args],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const timer = setTimeout(() => running.kill("SIGKILL"), secondsPerMutant * 1000 + graceMs);
  createInterface({ input: running.stdout }).on("line", (line) => outcomes.push(JSON.parse(line)));
  return new Promise((resolve, reject) => {
    running.on("error", reject);
    running.on("close", (code, signal) => {
      clearTimeout(timer);
      if (code === 0 || signal === "SIGKILL") resolve(outcomes);
      else reject(new Error(`the process of ${args.join(" ")} ended with ${code ?? signal}`));
    });
  });
}
