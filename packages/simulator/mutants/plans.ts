import { defaultParameters } from "@cartorio/protocol";
import type { Plan } from "@cartorio/simulator";

/** A short run of four: the mistake is made in its first seconds or not at all. */
export const quick: Partial<Plan> = {
  n: 4,
  candidates: 0,
  faults: [
    { atMs: 1_500, fault: { kind: "crash", nodes: [3], forMs: 300 } },
    { atMs: 2_500, fault: { kind: "isolate", node: "primary", forMs: 700 } },
  ],
  healMs: 4_000,
  stall: false,
  byzantine: [],
  clients: [],
  dead: [],
  workload: { transactions: 120, untilMs: 4_500, retryMs: 1_000 },
  encoded: false,
  realSignatures: false,
  skewsMs: [-2_000, 2_000, 0, 1_000],
};

/** As `quick`, with a mempool that is soon full. */
export const crowded: Partial<Plan> = {
  ...quick,
  clients: ["oversubscribed"],
  mempool: { maxBytes: 32 << 20, maxTransactions: 60, maxPerPayer: 20 },
};

/** The first primary proposes everything twice. */
export const repeated: Partial<Plan> = {
  ...quick,
  faults: [],
  parameters: { ...defaultParameters, maxBlockTransactions: 20 },
  byzantine: [{ node: 0, strategy: "repeats" }],
};

/** Who was down asks a liar for blocks, among others. */
export const liedTo: Partial<Plan> = {
  ...quick,
  faults: [{ atMs: 1_000, fault: { kind: "crash", nodes: [3], forMs: 2_000 } }],
  byzantine: [{ node: 2, strategy: "lying-sync" }],
};

/** Enough blocks that everybody has heard of the node whose disk is wiped. */
export const wiped: Partial<Plan> = {
  ...quick,
  faults: [{ atMs: 5_000, fault: { kind: "wiped", node: 1, ageMs: 500, forMs: 50 } }],
  healMs: 6_000,
  workload: { transactions: 250, untilMs: 7_000, retryMs: 1_000 },
};

/** So many transactions that DIDs are updated twice, before and after a node starts again. */
export const busy: Partial<Plan> = {
  ...quick,
  parameters: { ...defaultParameters, maxBlockTransactions: 20 },
  faults: [{ atMs: 2_500, fault: { kind: "crash", nodes: [3], forMs: 100 } }],
  workload: { transactions: 450, untilMs: 4_500, retryMs: 1_000 },
};
