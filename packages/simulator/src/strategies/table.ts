import type { Strategy, StrategyEntry } from "../strategy.ts";
import { createSilent, createSilentToSome } from "./silent.ts";

/** All strategies of docs/consensus.md 13. */
export const strategyTable: readonly StrategyEntry[] = [
  { name: "silent", line: "receives and never sends", create: createSilent },
  {
    name: "silent-to-some",
    line: "sends to a changing half of its peers only",
    create: createSilentToSome,
  },
];

export function strategyNamed(name: string): StrategyEntry | undefined {
  return strategyTable.find((entry) => entry.name === name);
}

/** Factories: each run and validator gets a state of its own. */
export function createStrategies(): readonly (() => Strategy)[] {
  return strategyTable.map((entry) => entry.create);
}
