export { CheckFailure } from "./checkers/check-failure.ts";
export { type Checkers, createCheckers } from "./checkers/checkers.ts";
export type { Edit, Hunt, HuntOptions, Mutant } from "./mutants/mutant.ts";
export { replayMutants } from "./mutants/run-mutants.ts";
export { createPlan, type Plan, type PlanOptions } from "./plan.ts";
export type { Fault } from "./plan-faults.ts";
export {
  measureThroughput,
  quietPlan,
  saturationPlan,
  stallAtMs,
  stallForMs,
  stallPlan,
  type Throughput,
} from "./scenarios.ts";
export { type RunOptions, type RunResult, runPlan, runSeed } from "./simulation.ts";
export { runStage, stages } from "./stage/stages.ts";
export { runScenario, type ScenarioResult } from "./twins/run-scenario.ts";
export { type Scenario, scenarioCount, scenarioOf, scenariosPerTwin } from "./twins/scenario.ts";
export {
  runScenarios,
  runTwins,
  spreadScenarios,
  type TwinsOptions,
  type TwinsReport,
  type TwinsViolation,
} from "./twins/twins.ts";
