// Which validators of a devnet are Byzantine: --byzantine 3:equivocate.
import { InvalidArgumentError } from "commander";
import { CliError } from "./cli-error.ts";
import { suggest } from "./suggest.ts";

export interface ByzantineWish {
  /** Index from 0. */
  readonly validator: number;
  /** Name of a strategy of the simulator. */
  readonly strategy: string;
}

/** For a flag that may be given several times. */
export function byzantineFlag(
  text: string,
  before: readonly ByzantineWish[],
): readonly ByzantineWish[] {
  const [, validator, strategy] = /^(\d{1,2}):([a-z][a-z0-9-]*)$/.exec(text) ?? [];
  if (validator === undefined || strategy === undefined) {
    throw new InvalidArgumentError("It must be a validator and a strategy, such as 3:equivocate.");
  }
  return [...before, { validator: Number(validator), strategy }];
}

export interface ByzantineBounds {
  readonly validators: number;
  /** f of docs/consensus.md 1. */
  readonly faulty: number;
  /** Names of the strategies that run on real processes. */
  readonly strategies: readonly string[];
}

/** The strategies by validator. Throws CliError USAGE. */
export function checkByzantine(
  wishes: readonly ByzantineWish[],
  { validators, faulty, strategies }: ByzantineBounds,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const { validator, strategy } of wishes) {
    const wrong = (why: string): CliError =>
      new CliError("USAGE", `--byzantine ${validator}:${strategy}: ${why}`);
    if (validator >= validators) {
      throw wrong(
        `there is no validator ${validator}; they are numbered from 0 to ${validators - 1}`,
      );
    }
    if (found.has(validator)) throw wrong("this validator has a strategy already");
    if (!strategies.includes(strategy)) {
      const near = suggest(strategy, strategies);
      const hint = near === undefined ? "." : `; did you mean ${near}?`;
      throw wrong(`no such strategy${hint} There are ${strategies.join(", ")}`);
    }
    found.set(validator, strategy);
  }
  if (found.size > faulty) {
    throw new CliError(
      "USAGE",
      `--byzantine: ${found.size} of ${validators} validators are more than the ${faulty} that ` +
        "they tolerate, so nothing would be promised; name fewer or take more --validators",
    );
  }
  return found;
}
