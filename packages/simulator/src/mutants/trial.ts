// Loaded once per mutant with `?mutant=NAME`: everything below this module is mutated.
import { createPlan } from "../plan.ts";
import { runPlan } from "../simulation.ts";
import { runStage } from "../stage/stages.ts";
import { runScenario } from "../twins/run-scenario.ts";
import { scenarioCount, scenarioOf } from "../twins/scenario.ts";
import { spreadScenario } from "../twins/twins.ts";
import type { Hunt } from "./mutant.ts";

export interface Verdict {
  /** The check that fired first; undefined: none did. */
  readonly check: string | undefined;
  readonly detail: string | undefined;
}

/** Runs one seed or scenario. What the code throws is a check too: `exception`. */
export async function trial(hunt: Hunt, number: number): Promise<Verdict> {
  try {
    switch (hunt.kind) {
      case "seeds": {
        const { strategy, plan } = hunt.options ?? {};
        const { check, reason } = runPlan({ ...createPlan(number, { strategy }), ...plan });
        return { check, detail: reason };
      }
      case "twins": {
        const { check, detail } = runScenario(scenarioOf(number));
        return { check, detail };
      }
      case "stage":
        return await runStage(hunt.name);
    }
  } catch (error) {
    return { check: "exception", detail: error instanceof Error ? error.message : String(error) };
  }
}

/** The number of the `index`-th trial of a hunt, or undefined when there are no more. */
export function trialNumber(hunt: Hunt, index: number): number | undefined {
  switch (hunt.kind) {
    case "seeds":
      return index + 1;
    case "twins":
      return index < scenarioCount ? spreadScenario(index) : undefined;
    case "stage":
      return index === 0 ? 0 : undefined;
  }
}
