import { existsSync } from "node:fs";
import { exitNotAvailable } from "./lib/later.ts";

const simulator = new URL("../packages/simulator/src/main.ts", import.meta.url);
if (!existsSync(simulator)) {
  exitNotAvailable("sim", "whole clusters simulated in one process from a seed");
}
await import(simulator.href);
