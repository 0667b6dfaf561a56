import { defaultParameters, type Parameters } from "@cartorio/protocol";
import type { NetworkQuality } from "./network.ts";
import { createRandom, type Random } from "./random.ts";

export type Fault =
  | { readonly kind: "crash"; readonly nodes: readonly number[]; readonly forMs: number }
  | { readonly kind: "partition"; readonly groups: readonly (readonly number[])[] }
  | { readonly kind: "oneWay"; readonly from: number; readonly to: number }
  | { readonly kind: "healNetwork" };

/** Everything that a seed decides before the run; the rest follows from the run's own random numbers. */
export interface Plan {
  readonly seed: number;
  readonly n: number;
  readonly parameters: Parameters;
  readonly quality: NetworkQuality;
  readonly faults: readonly { readonly atMs: number; readonly fault: Fault }[];
  /** From here on the network is whole and every node runs, except those that stay down. */
  readonly healMs: number;
  /** At most f nodes that never come back. */
  readonly dead: readonly number[];
  readonly transactions: number;
  /** Every message is encoded and decoded on its way. */
  readonly encoded: boolean;
  /** Offset of each node's wall clock, within a third of the drift. */
  readonly skewsMs: readonly number[];
  /** How long a stored certificate may stay lost by a crash. */
  readonly certificateDelayMs: number;
}

const sizes = [1, 4, 5, 6, 7] as const;
const faultPhaseMs = 12_000;

function largestFaulty(n: number): number {
  let faulty = 0;
  while (3 * (faulty + 1) + 1 <= n) faulty += 1;
  return faulty;
}

export function createPlan(seed: number): Plan {
  const random = createRandom(seed);
  const n = random.pick(sizes);
  const nodes = Array.from({ length: n }, (_, index) => index);
  const rough = random.chance(0.7);
  const maximumDelayMs = random.pick([5, 20, 80]);
  const faulty = largestFaulty(n);
  const dead = random.chance(0.3) ? random.shuffled(nodes).slice(0, faulty) : [];
  return {
    seed,
    n,
    certificateDelayMs: random.pick([20, 2000, 10_000]),
    parameters: {
      ...defaultParameters,
      maxBlockTransactions: random.pick([2, 5, 20]),
      baseTimeoutMs: random.pick([200, 500, 2000]),
      heartbeatIntervalMs: random.pick([2000, 10_000]),
      rotationTimeMs: random.pick([3000, 8000, 30_000]),
      rotationBlocks: random.pick([20, 1000]),
    },
    quality: {
      minimumDelayMs: 1,
      maximumDelayMs,
      reordering: rough ? 0.02 : 0,
      loss: rough ? random.pick([0, 0.02, 0.1, 0.25]) : 0,
      duplication: rough ? 0.05 : 0,
    },
    faults: n === 1 && random.chance(0.5) ? [] : createFaults(random, nodes),
    healMs: faultPhaseMs + 2000,
    dead,
    transactions: random.between(20, 120),
    encoded: random.chance(0.2),
    skewsMs: nodes.map(() => random.between(-3000, 3000)),
  };
}

function createFaults(random: Random, nodes: readonly number[]): Plan["faults"] {
  const count = random.between(1, 8);
  const faults: { atMs: number; fault: Fault }[] = [];
  for (let index = 0; index < count; index += 1) {
    const atMs = random.between(200, faultPhaseMs);
    faults.push({ atMs, fault: createFault(random, nodes) });
  }
  return faults.sort((a, b) => a.atMs - b.atMs);
}

function createFault(random: Random, nodes: readonly number[]): Fault {
  const order = random.shuffled(nodes);
  const draw = random.next();
  const forMs = random.pick([1, 50, 500, 3000]);
  if (draw < 0.4) return { kind: "crash", nodes: order.slice(0, 1), forMs };
  if (draw < 0.5) return { kind: "crash", nodes, forMs };
  if (draw < 0.6) return { kind: "crash", nodes: order.slice(0, 2), forMs };
  if (draw < 0.75 && nodes.length > 1) {
    const split = random.between(1, nodes.length - 1);
    return { kind: "partition", groups: [order.slice(0, split), order.slice(split)] };
  }
  const [from, to] = order;
  if (draw < 0.85 && from !== undefined && to !== undefined) return { kind: "oneWay", from, to };
  return { kind: "healNetwork" };
}
