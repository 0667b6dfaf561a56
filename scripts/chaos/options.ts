import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";

export const help = `npm run chaos -- --minutes M [--seed S] [--validators N] [--clients C] [--json] [--keep]

Starts a cluster of real processes in a temporary folder, puts it under load and disturbs it by a
schedule that is made from a seed: kill -9, SIGSTOP, partitions and slow links through TCP proxies, a
deleted data directory, a vote journal and a whole data directory replaced by older copies. At most f
validators are faulty at any time. At the end all is healed, and every acknowledged transaction is
looked up on every node. Exit code 0 if everything held, 1 if not, 2 for a wrong call.

  --minutes M     length of the schedule (default 3); the faults of a short one may need longer
  --seed S        the same seed gives the same schedule (default: a random one, printed)
  --validators N  4 to 10 (default 4)
  --clients C     clients that anchor one credential after the other (default 6)
  --plan          only print the schedule
  --json          the last line of standard output is one JSON object
  --keep          keep the folder with data and logs (also kept when the run fails)

  npm run chaos -- --minutes 5 --json
  npm run chaos -- --minutes 3 --seed 7 --validators 7
`;

export interface ChaosOptions {
  readonly minutes: number;
  readonly seed: number;
  readonly validators: number;
  readonly clients: number;
  readonly plan: boolean;
  readonly json: boolean;
  readonly keep: boolean;
}

const maxSeed = 2 ** 32;
const flag = { type: "boolean", default: false } as const;

/** The options; undefined after `--help`. Throws an Error that says what is wrong. */
export function readOptions(args: readonly string[]): ChaosOptions | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: "string", default: "3" },
      seed: { type: "string", default: `${randomInt(maxSeed)}` },
      validators: { type: "string", default: "4" },
      clients: { type: "string", default: "6" },
      ...{ plan: flag, json: flag, keep: flag, help: flag },
    },
  });
  if (values.help) return undefined;
  const number = (name: "seed" | "validators" | "clients", [least, most]: [number, number]) => {
    const value = Number(values[name]);
    if (Number.isSafeInteger(value) && value >= least && value <= most) return value;
    throw new Error(`--${name} must be a whole number from ${least} to ${most}`);
  };
  const minutes = Number(values.minutes);
  if (!(minutes > 0 && minutes <= 24 * 60)) throw new Error("--minutes must be a number above 0");
  return {
    minutes,
    seed: number("seed", [0, maxSeed - 1]),
    validators: number("validators", [4, 10]),
    clients: number("clients", [1, 100]),
    plan: values.plan,
    json: values.json,
    keep: values.keep,
  };
}
