export { type Checkers, CheckFailure, createCheckers } from "./checkers.ts";
export { createStandInExecutor, type Executor } from "./execution.ts";
export { createPlan, type Fault, type Plan } from "./plan.ts";
export { type RunResult, runPlan, runSeed } from "./simulation.ts";
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
