import { parseArgs } from "node:util";
import { strategyNamed, strategyTable } from "./strategies/table.ts";

export interface SimOptions {
  readonly seeds: number;
  readonly start: number;
  /** Every so many-th seed: how worker processes share the work. */
  readonly step: number;
  readonly json: boolean;
  readonly strategy: string | undefined;
  readonly realSignatures: boolean;
  readonly replay: number | undefined;
  readonly shrink: boolean;
  readonly throughput: boolean;
  /** Started by another process: one line of JSON per seed. */
  readonly worker: boolean;
}

export const usage: string = [
  "usage: npm run sim -- [--seeds N] [--start S] [--json] [--strategy NAME] [--real-signatures]",
  "       npm run sim -- --replay SEED [--shrink] [--strategy NAME] [--real-signatures]",
  "       npm run sim -- --throughput [--strategy NAME] [--json]",
  "       npm run sim -- --twins ... | --mutant NAME|all ...",
  `strategies: ${strategyTable.map(({ name }) => name).join(", ")}`,
  "",
].join("\n");

/** Undefined: a mistake in the arguments. */
export function readOptions(args: readonly string[]): SimOptions | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seeds: { type: "string", default: "50" },
        start: { type: "string", default: "1" },
        step: { type: "string", default: "1" },
        json: { type: "boolean", default: false },
        strategy: { type: "string" },
        "real-signatures": { type: "boolean", default: false },
        replay: { type: "string" },
        shrink: { type: "boolean", default: false },
        throughput: { type: "boolean", default: false },
        worker: { type: "boolean", default: false },
      },
    });
    const replay = values.replay === undefined ? undefined : Number(values.replay);
    const numbers = {
      seeds: Number(values.seeds),
      start: Number(values.start),
      step: Number(values.step),
    };
    const all = [...Object.values(numbers), replay ?? 0];
    if (!all.every((value) => Number.isSafeInteger(value) && value >= 0)) return undefined;
    if (values.strategy !== undefined && strategyNamed(values.strategy) === undefined)
      return undefined;
    const { json, shrink, throughput, worker, strategy } = values;
    const realSignatures = values["real-signatures"];
    return { ...numbers, replay, json, shrink, throughput, worker, strategy, realSignatures };
  } catch {
    return undefined;
  }
}
