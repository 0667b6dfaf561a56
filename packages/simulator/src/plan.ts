// Everything that a seed decides before the run, as plain data: it can be printed, shrunk and kept.
import type { MempoolLimits } from "@cartorio/node";
import { defaultParameters, type Parameters } from "@cartorio/protocol";
import { faultyOf } from "./checkers/check-failure.ts";
import type { NetworkQuality } from "./network.ts";
import { type Fault, type Forgetful, planFaults } from "./plan-faults.ts";
import { createRandom, type Random } from "./random.ts";
import type { SetChange } from "./set-changes.ts";
import { strategyTable } from "./strategies/table.ts";
import type { DiskTrick } from "./strategy.ts";

export interface PlannedFault {
  readonly atMs: number;
  readonly fault: Fault;
}

export interface Plan {
  readonly seed: number;
  /** Validators of epoch 0: nodes 0..n-1. */
  readonly n: number;
  /** Nodes without a key in the first set: they follow the chain and may be added. */
  readonly candidates: number;
  readonly parameters: Parameters;
  readonly mempool: MempoolLimits;
  readonly quality: NetworkQuality;
  readonly faults: readonly PlannedFault[];
  /** From here on the network is whole and every node runs, except those that stay down. */
  readonly healMs: number;
  /** More than f validators are down at a time, and then healed. */
  readonly stall: boolean;
  /** Byzantine nodes; with the dead, the skewed and the forgetful ones at most f. */
  readonly byzantine: readonly { readonly node: number; readonly strategy: string }[];
  /** Strategies of hostile clients; they need no validator. */
  readonly clients: readonly string[];
  /** Nodes that never come back. */
  readonly dead: readonly number[];
  readonly setChanges: readonly SetChange[];
  readonly workload: Workload;
  /** Every message, envelope and journal record is encoded and decoded on its way. */
  readonly encoded: boolean;
  readonly realSignatures: boolean;
  /** Offset of each node's wall clock. */
  readonly skewsMs: readonly number[];
  /** Longest time of a journal write. */
  readonly syncMs: number;
  /** How long a stored certificate may stay lost by a crash. */
  readonly certificateDelayMs: number;
  /** Work takes time, by the constants of the cost model. */
  readonly costs: boolean;
}

export interface Workload {
  /** Submitted evenly between the start and `untilMs`. */
  readonly transactions: number;
  readonly untilMs: number;
  /** A client sends the same bytes to another validator after so long without a receipt. */
  readonly retryMs: number;
}

const sizes = [4, 5, 6, 7, 8, 9, 10] as const;
/** Smaller clusters are cheaper to run and find as much: they are drawn more often. */
const weights = [10, 6, 4, 6, 2, 2, 2] as const;
export const faultPhaseMs = 16_000;
const quietMs = 4_000;
/** Wall clocks of correct validators stay within a third of the drift. */
const correctSkewMs = 3_000;

export interface PlanOptions {
  readonly strategy?: string | undefined;
  readonly realSignatures?: boolean | undefined;
}

export function createPlan(seed: number, options: PlanOptions = {}): Plan {
  const random = createRandom(seed);
  const n = random.chance(0.02) && options.strategy === undefined ? 1 : pickSize(random);
  const nodes = Array.from({ length: n }, (_, index) => index);
  const changes = drawSetChanges(random, n);
  // Whatever set is in force, the budget holds in it.
  const faulty = Math.min(...changes.sizes.map(faultyOf));
  const weak = random.shuffled(nodes).slice(0, random.between(0, faulty));
  const roles = assignRoles(random, weak, options.strategy);
  const stall = random.chance(0.12);
  const rough = random.chance(0.6);
  const maximumDelayMs = random.pick([3, 8, 20, 40]);
  const budget = faulty - weak.length;
  const drawn = { n, nodes, budget, stall, forgetful: roles.forgetful };
  return {
    seed,
    n,
    candidates: 1,
    parameters: drawParameters(random, roles.clients.length > 0),
    mempool: random.pick([
      { maxBytes: 32 << 20, maxTransactions: 20_000, maxPerPayer: 10_000 },
      { maxBytes: 32 << 20, maxTransactions: 60, maxPerPayer: 20 },
    ]),
    quality: {
      minimumDelayMs: 1,
      maximumDelayMs,
      reordering: rough ? 0.02 : 0,
      loss: rough ? random.pick([0, 0.01, 0.05, 0.15]) : 0,
      duplication: rough ? 0.03 : 0,
    },
    faults: planFaults(random, drawn),
    healMs: faultPhaseMs + 1000,
    stall,
    byzantine: roles.byzantine,
    clients: roles.clients,
    dead: roles.dead,
    setChanges: changesFor(changes.kinds, { n, weak, byzantine: roles.byzantine }),
    workload: {
      transactions: random.between(250, 550),
      untilMs: faultPhaseMs + quietMs,
      retryMs: random.pick([1000, 2000]),
    },
    encoded: random.chance(0.22),
    realSignatures: random.chance(0.05) || options.realSignatures === true,
    skewsMs: nodes.map((node) =>
      roles.skewed.includes(node)
        ? random.pick([-1, 1]) * random.between(12_000, 90_000)
        : random.between(-correctSkewMs, correctSkewMs),
    ),
    syncMs: random.pick([1, 3, 10]),
    certificateDelayMs: random.pick([20, 2000, 10_000]),
    costs: false,
  };
}

function pickSize(random: Random): number {
  let draw = random.between(
    1,
    weights.reduce<number>((sum, weight) => sum + weight, 0),
  );
  for (const [index, size] of sizes.entries()) {
    draw -= weights[index] ?? 0;
    if (draw <= 0) return size;
  }
  return sizes[0];
}

interface DrawnChanges {
  readonly kinds: readonly { readonly kind: SetChange["kind"]; readonly atMs: number }[];
  /** Of all sets of the run. */
  readonly sizes: readonly number[];
}

/** n never goes below 4; a set of one never changes. */
function drawSetChanges(random: Random, n: number): DrawnChanges {
  const kinds: { kind: SetChange["kind"]; atMs: number }[] = [];
  const sizes = [n];
  if (n < 4 || random.chance(0.5)) return { kinds, sizes };
  let atMs = random.between(1_500, 6_000);
  let size = n;
  let added = false;
  for (let count = random.between(1, 2); count > 0; count -= 1) {
    const kind: SetChange["kind"] =
      added || (size > 4 && random.chance(0.4))
        ? "remove"
        : random.pick(["add", "rotate"] as const);
    if (kind === "remove") size -= 1;
    if (kind === "add") size += 1;
    added ||= kind === "add";
    kinds.push({ kind, atMs });
    sizes.push(size);
    atMs += random.between(2_000, 7_000);
  }
  return { kinds, sizes };
}

interface Drawn {
  readonly n: number;
  readonly weak: readonly number[];
  readonly byzantine: readonly { readonly node: number; readonly strategy: string }[];
}

/** Who goes is one that is to be removed by its strategy, else a correct one. */
function changesFor(kinds: DrawnChanges["kinds"], { n, weak, byzantine }: Drawn): SetChange[] {
  const removed = byzantine.find(({ strategy }) => strategy === "removed-votes")?.node;
  const correct = Array.from({ length: n }, (_, index) => index).filter(
    (index) => !weak.includes(index),
  );
  const first = correct[0] ?? 0;
  const last = correct.at(-1) ?? first;
  return kinds.map(({ kind, atMs }) => {
    const node = kind === "add" ? n : kind === "remove" ? (removed ?? last) : first;
    return { kind, atMs, node };
  });
}

interface Roles {
  readonly byzantine: { node: number; strategy: string }[];
  readonly dead: number[];
  readonly skewed: number[];
  /** Their journal or their whole disk will be lost or come back older. */
  readonly forgetful: Forgetful[];
  readonly clients: string[];
}

/** Names of strategies by what they need: a hostile client, a fault of the disk, or a validator to ride. */
const clientNames: string[] = [];
const riderNames: string[] = [];
const diskTricks = new Map<string, DiskTrick>();
for (const { name, create } of strategyTable) {
  const { client, disk } = create();
  if (client !== undefined) clientNames.push(name);
  else if (disk !== undefined) diskTricks.set(name, disk);
  else riderNames.push(name);
}

/** The name under which a strategy's fault of the disk is counted. */
export function strategyOfTrick(trick: string): string | undefined {
  return [...diskTricks].find(([, disk]) => disk === trick)?.[0];
}

/** What each of the at most f faulty validators is; `wanted`: the strategy of at least one of them. */
function assignRoles(random: Random, weak: readonly number[], wanted: string | undefined): Roles {
  const roles: Roles = { byzantine: [], dead: [], skewed: [], forgetful: [], clients: [] };
  if (wanted !== undefined && clientNames.includes(wanted)) roles.clients.push(wanted);
  else if (random.chance(0.2)) roles.clients.push(random.pick(clientNames));
  const wantedTrick = diskTricks.get(wanted ?? "");
  for (const node of weak) {
    const draw = random.next();
    const strategy = random.pick(riderNames);
    const trick = wantedTrick ?? random.pick([...diskTricks.values()]);
    if (wantedTrick !== undefined) roles.forgetful.push({ node, trick });
    else if (wanted !== undefined && riderNames.includes(wanted))
      roles.byzantine.push({ node, strategy: wanted });
    else if (draw < 0.65) roles.byzantine.push({ node, strategy });
    else if (draw < 0.75) roles.dead.push(node);
    else if (draw < 0.85) roles.skewed.push(node);
    else roles.forgetful.push({ node, trick });
  }
  return roles;
}

function drawParameters(random: Random, crowded: boolean): Parameters {
  return {
    ...defaultParameters,
    // Hundreds of transactions a second in blocks of one would cost minutes.
    maxBlockTransactions: crowded ? random.pick([10, 40]) : random.pick([1, 2, 5, 20]),
    sponsorSharePercent: random.pick([50, 100]),
    baseTimeoutMs: random.pick([300, 600, 2000]),
    heartbeatIntervalMs: random.pick([2000, 10_000]),
    rotationTimeMs: random.pick([3000, 8000, 30_000]),
    rotationBlocks: random.pick([40, 1000]),
  };
}
