// `npm run test:long -- NAME [ARGUMENTS]`: what is too long for `npm test`, run when its issue closes;
// docs/acceptance.md keeps the results.
import { nodeScript, runCommand } from "./lib/processes.ts";

interface LongRun {
  readonly about: string;
  readonly command: readonly [string, ...string[]];
}

const runs: Readonly<Record<string, LongRun>> = {
  seeds: {
    about: "2,000 simulator seeds",
    command: nodeScript("sim", "--seeds", "2000", "--json"),
  },
  mutants: {
    about: "every mutant of the rules must be caught by the checker that it names",
    command: nodeScript("sim", "--mutant", "all", "--json"),
  },
  twins: {
    about: "Twins: every split of five processes in four views, for each twinned validator",
    command: nodeScript("sim", "--twins", "--json"),
  },
  traces: {
    about: "20 seeds give the same trace, byte for byte, twice on Node 24 and on Node 26",
    command: nodeScript("long/traces"),
  },
  model: {
    about: "10,000 random histories of the ledger, equal to the naive model's",
    command: nodeScript("long/model"),
  },
  replay: {
    about:
      "random histories, replayed from genesis, give the same headers on Node 24 and on Node 26",
    command: nodeScript("long/replay"),
  },
  chaos: {
    about: "five minutes of kills, pauses, partitions, wipes and rollbacks on real processes",
    command: nodeScript("chaos", "--minutes", "5", "--json"),
  },
  "gateway-fuzz": {
    about: "100,000 malformed requests to a real gateway (--requests N, --seed S)",
    command: nodeScript("long/gateway-fuzz"),
  },
  compose: { about: "the story on Docker Compose", command: nodeScript("e2e-compose") },
  bench: {
    about: "throughput against the signature bound",
    command: nodeScript("bench", "--json"),
  },
};

const [name = "", ...more] = process.argv.slice(2);
const run = Object.hasOwn(runs, name) ? runs[name] : undefined;
if (run === undefined) {
  const list = Object.entries(runs).map(([known, { about }]) => `  ${known.padEnd(12)}  ${about}`);
  process.stderr.write(
    `usage: npm run test:long -- NAME [ARGUMENTS]\n\n${list.join("\n")}\n\nExample:\n  npm run test:long -- seeds --start 5000\n`,
  );
  process.exitCode = 2;
} else {
  const { exitCode } = await runCommand([...run.command, ...more], "inherit");
  process.exitCode = exitCode;
}
