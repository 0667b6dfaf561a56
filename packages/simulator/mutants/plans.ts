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
  setChanges: [],
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

const impatient = { ...defaultParameters, maxBlockTransactions: 5, baseTimeoutMs: 300 };

/** The first f primaries show each half of the others another block, and vote for both. */
export function equivocating(n: number): Partial<Plan> {
  const faulty = Math.floor((n - 1) / 3);
  return {
    ...quick,
    n,
    faults: [],
    parameters: impatient,
    byzantine: Array.from({ length: faulty }, (_, node) => ({ node, strategy: "equivocate" })),
    skewsMs: Array.from({ length: n }, () => 0),
  };
}

const everybody = { kind: "crash", nodes: [0, 1, 2, 3], forMs: 1 } as const;

/** All start again and again, some at a journal write, on a network that loses much. */
export const crashing: Partial<Plan> = {
  ...quick,
  parameters: impatient,
  quality: {
    minimumDelayMs: 1,
    maximumDelayMs: 40,
    reordering: 0.02,
    loss: 0.15,
    duplication: 0.03,
  },
  faults: [
    { atMs: 800, fault: everybody },
    { atMs: 1_300, fault: { kind: "isolate", node: "primary", forMs: 900 } },
    { atMs: 1_350, fault: { kind: "crashAtWrite", node: 1, writes: 2, how: "lost", forMs: 50 } },
    { atMs: 1_900, fault: everybody },
    { atMs: 2_500, fault: { kind: "crashAtWrite", node: 0, writes: 3, how: "lost", forMs: 50 } },
    { atMs: 2_800, fault: everybody },
    { atMs: 2_850, fault: { kind: "isolate", node: "primary", forMs: 900 } },
    { atMs: 3_300, fault: everybody },
    { atMs: 3_800, fault: everybody },
  ],
  healMs: 5_000,
  workload: { transactions: 150, untilMs: 5_000, retryMs: 1_000 },
};
