import type { PlannedFault } from "./plan.ts";
import type { Random } from "./random.ts";
import type { DiskTrick } from "./strategy.ts";

/** A node by its place, or whoever is primary at that moment. */
export type Target = number | "primary";

export type Fault =
  | { readonly kind: "crash"; readonly nodes: readonly Target[]; readonly forMs: number }
  /** At the n-th journal write from now on: nothing, a part, or all of it becomes durable. */
  | {
      readonly kind: "crashAtWrite";
      readonly node: Target;
      readonly writes: number;
      readonly how: "lost" | "torn" | "durable";
      readonly forMs: number;
    }
  | { readonly kind: "pause"; readonly node: Target; readonly forMs: number }
  | {
      readonly kind: "partition";
      readonly groups: readonly (readonly number[])[];
      readonly forMs: number;
    }
  | { readonly kind: "oneWayCut" | "twoWayCut"; readonly from: number; readonly to: number }
  | { readonly kind: "isolate"; readonly node: Target; readonly forMs: number }
  | { readonly kind: "slowLink"; readonly from: number; readonly to: number; readonly byMs: number }
  | { readonly kind: "healNetwork" }
  | { readonly kind: "clockJump"; readonly node: number; readonly toMs: number }
  | {
      readonly kind: DiskTrick;
      readonly node: number;
      /** The copy that comes back is so old. */
      readonly ageMs: number;
      readonly forMs: number;
    };

export interface DrawnCluster {
  readonly n: number;
  readonly nodes: readonly number[];
  /** Validators that may be down at a time beside the permanently faulty ones. */
  readonly budget: number;
  readonly stall: boolean;
  readonly forgetful: readonly Forgetful[];
}

export interface Forgetful {
  readonly node: number;
  readonly trick: DiskTrick;
}

/** Before it the validators of a new network start. */
const firstMs = 1_200;
const phaseMs = 16_000;
const correctSkewMs = 3_000;

export function planFaults(random: Random, cluster: DrawnCluster): readonly PlannedFault[] {
  const faults: PlannedFault[] = [];
  const count = random.between(2, 9);
  let downUntilMs = firstMs;
  for (let index = 0; index < count; index += 1) {
    const atMs = random.between(firstMs, phaseMs);
    faults.push({ atMs, fault: linkFault(random, cluster) });
  }
  // Down validators within the budget: one after the other, so that their times do not overlap.
  while (cluster.budget > 0 && downUntilMs < phaseMs) {
    const atMs = downUntilMs + random.between(300, 5000);
    const forMs = random.pick([1, 100, 700, 3000]);
    downUntilMs = atMs + forMs + 500;
    if (atMs < phaseMs) faults.push({ atMs, fault: downFault(random, cluster, forMs) });
  }
  for (const forgetful of cluster.forgetful) faults.push(forgetfulFault(random, forgetful));
  if (cluster.stall) faults.push(stallFault(random, cluster));
  return faults.sort((left, right) => left.atMs - right.atMs);
}

/** The network is no part of the budget: whatever it does, safety holds, and it heals. */
function linkFault(random: Random, { nodes, n }: DrawnCluster): Fault {
  const [from = 0, to = 0] = random.shuffled(nodes);
  const draw = random.next();
  if (n === 1) return { kind: "clockJump", node: 0, toMs: random.between(-1000, correctSkewMs) };
  if (draw < 0.2) {
    const order = random.shuffled(nodes);
    const split = random.between(1, n - 1);
    const groups = [order.slice(0, split), order.slice(split)];
    return { kind: "partition", groups, forMs: random.pick([300, 1000, 2500]) };
  }
  if (draw < 0.35)
    return { kind: "isolate", node: "primary", forMs: random.pick([700, 2000, 3500]) };
  if (draw < 0.5) return { kind: "oneWayCut", from, to };
  if (draw < 0.6) return { kind: "twoWayCut", from, to };
  if (draw < 0.7) return { kind: "slowLink", from, to, byMs: random.pick([50, 300, 1500]) };
  if (draw < 0.8)
    return { kind: "clockJump", node: from, toMs: random.between(-correctSkewMs, correctSkewMs) };
  return { kind: "healNetwork" };
}

function downFault(random: Random, { nodes }: DrawnCluster, forMs: number): Fault {
  const node: Target = random.chance(0.5) ? "primary" : random.pick(nodes);
  const draw = random.next();
  if (draw < 0.4) return { kind: "crash", nodes: [node], forMs };
  if (draw < 0.7) {
    const how = random.pick(["lost", "torn", "durable"] as const);
    return { kind: "crashAtWrite", node, writes: random.between(1, 12), how, forMs };
  }
  return { kind: "pause", node, forMs: forMs + 300 };
}

function forgetfulFault(random: Random, { node, trick: kind }: Forgetful): PlannedFault {
  const ageMs = random.between(300, 4000);
  const atMs = ageMs + random.between(firstMs, 9000);
  return { atMs, fault: { kind, node, ageMs, forMs: random.pick([50, 1500]) } };
}

/** More than f at once, all of them perhaps: no progress until they are back. */
function stallFault(random: Random, { nodes, n }: DrawnCluster): PlannedFault {
  const atMs = random.between(2000, 10_000);
  const down = random.shuffled(nodes).slice(0, random.between(Math.min(2, n), n));
  return { atMs, fault: { kind: "crash", nodes: down, forMs: random.pick([1, 500, 4000]) } };
}

export function describeFault(fault: Fault): string {
  const { kind, ...rest } = fault;
  return `${kind} ${JSON.stringify(rest)}`;
}
