// Plans that no seed draws: saturation with and without one Byzantine validator, and a long stall
// (docs/consensus.md 13).
import { defaultParameters } from "@cartorio/protocol";
import type { Plan } from "./plan.ts";
import { runPlan } from "./simulation.ts";

/** Nothing goes wrong. */
export const quietPlan: Plan = {
  seed: 1,
  n: 4,
  candidates: 0,
  parameters: defaultParameters,
  mempool: { maxBytes: 32 << 20, maxTransactions: 20_000, maxPerPayer: 10_000 },
  quality: { minimumDelayMs: 1, maximumDelayMs: 3, reordering: 0, loss: 0, duplication: 0 },
  faults: [],
  healMs: 0,
  stall: false,
  byzantine: [],
  clients: [],
  dead: [],
  setChanges: [],
  workload: { transactions: 0, untilMs: 10_000, retryMs: 2_000 },
  encoded: false,
  realSignatures: false,
  skewsMs: [0, 0, 0, 0],
  syncMs: 1,
  certificateDelayMs: 20,
  costs: false,
};

/** Of one validator in four, so that its share of the tenures is a quarter. */
const byzantineNode = 1;
const rotationTimeMs = 3_000;
/** Starts and the first tenure do not count. */
const warmUpMs = rotationTimeMs;
const tenures = 5;
const untilMs = warmUpMs + tenures * rotationTimeMs;
const offeredPerSecond = 900;

/** More is offered than four validators can order at these delays and costs; every tenure is short. */
export function saturationPlan(strategy?: string): Plan {
  return {
    ...quietPlan,
    parameters: {
      ...defaultParameters,
      maxBlockTransactions: 4,
      sponsorSharePercent: 100,
      baseTimeoutMs: 300,
      rotationTimeMs,
      rotationBlocks: 100_000,
    },
    mempool: { maxBytes: 32 << 20, maxTransactions: 1_000, maxPerPayer: 1_000 },
    quality: { ...quietPlan.quality, minimumDelayMs: 12, maximumDelayMs: 18 },
    byzantine: strategy === undefined ? [] : [{ node: byzantineNode, strategy }],
    workload: {
      transactions: (offeredPerSecond * untilMs) / 1_000,
      untilMs,
      retryMs: 5_000,
    },
    costs: true,
  };
}

export interface Throughput {
  readonly transactionsPerSecond: number;
  readonly viewChanges: number;
  readonly unplannedViewChanges: number;
  /** A check that fired. */
  readonly reason: string | undefined;
}

export function measureThroughput(strategy?: string): Throughput {
  const result = runPlan(saturationPlan(strategy), { stopAtMs: untilMs });
  const counted = result.commitTimes.filter(({ atMs }) => atMs >= warmUpMs);
  const transactions = counted.reduce((sum, { transactions: count }) => sum + count, 0);
  return {
    transactionsPerSecond: Math.round((transactions * 1_000) / (untilMs - warmUpMs)),
    viewChanges: result.statistics.viewChanges,
    unplannedViewChanges: result.statistics.unplannedViewChanges,
    reason: result.reason,
  };
}

export const stallAtMs = 3_000;
export const stallForMs: number = 10 * 60_000;

/** Two of four are down for ten minutes while clients go on. */
export function stallPlan(): Plan {
  const healMs = stallAtMs + stallForMs;
  const fault = { kind: "crash", nodes: [2, 3], forMs: stallForMs } as const;
  return {
    ...quietPlan,
    faults: [{ atMs: stallAtMs, fault }],
    healMs,
    stall: true,
    workload: { transactions: 300, untilMs: healMs + 5_000, retryMs: 20_000 },
  };
}
