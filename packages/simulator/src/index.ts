export { type Checkers, CheckFailure, createCheckers } from "./checkers.ts";
export { createStandInExecutor, type Executor } from "./execution.ts";
export { createPlan, type Fault, type Plan } from "./plan.ts";
export { type RunResult, runPlan, runSeed } from "./simulation.ts";
