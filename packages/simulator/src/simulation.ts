import { CheckFailure } from "./checkers/check-failure.ts";
import { checkMemory } from "./checkers/memory.ts";
import { createWorld, finalDigest, type Telling } from "./create-world.ts";
import { crash, scheduleFaults, startLater } from "./faults.ts";
import { checkHealed, createHealing, type Healing } from "./healing.ts";
import { scheduleHostileClients } from "./hostile-clients.ts";
import { checkJoiner } from "./joiner.ts";
import { askLoop, createLightClient } from "./light-client.ts";
import { createPlan, type Plan, type PlanOptions, strategyOfTrick } from "./plan.ts";
import { describeFault } from "./plan-faults.ts";
import { correctVoters, currentSeat } from "./seat.ts";
import { scheduleSetChanges } from "./set-changes.ts";
import { headOf, type SimNode } from "./sim-node.ts";
import { startNode } from "./start.ts";
import type { Statistics } from "./statistics.ts";
import { countFault } from "./statistics.ts";
import {
  createWorkload,
  describeOpen,
  scheduleWorkload,
  settlePromises,
  type Workload,
} from "./workload.ts";
import type { CommitTime, World } from "./world.ts";

export interface RunResult {
  readonly seed: number;
  readonly ok: boolean;
  /** Name of the check that fired, and what it saw. */
  readonly check: string | undefined;
  readonly reason: string | undefined;
  readonly n: number;
  readonly faults: readonly string[];
  readonly commits: number;
  readonly transactions: number;
  readonly byzantine: readonly string[];
  readonly simulatedMs: number;
  /** When each height was executed first, and how many transactions it holds. */
  readonly commitTimes: readonly CommitTime[];
  readonly statistics: Statistics;
  readonly trace: readonly string[];
}

export interface RunOptions extends PlanOptions, Telling {
  /** Ends here, whatever is open. */
  readonly stopAtMs?: number;
}

/** Runs one seed to its end. Equal seeds give byte-identical results. */
export function runSeed(seed: number, options: RunOptions = {}): RunResult {
  return runPlan(createPlan(seed, options), options);
}

export function runPlan(plan: Plan, options: RunOptions = {}): RunResult {
  const { world, lines } = createWorld(plan, options);
  const workload = createWorkload(world);
  let failure: CheckFailure | undefined;
  try {
    schedule(world, workload);
    drive({
      world,
      workload,
      healing: createHealing(world),
      lastHeight: undefined,
      stopAtMs: options.stopAtMs ?? Number.POSITIVE_INFINITY,
    });
  } catch (error) {
    if (error instanceof CheckFailure) failure = error;
    else if (error instanceof Error)
      failure = new CheckFailure("exception", error.stack ?? error.message);
    else throw error;
    world.trace(`FAILED ${failure.message}`);
  }
  lines.push(...finalDigest(world));
  return {
    seed: plan.seed,
    ok: failure === undefined,
    check: failure?.check,
    reason: failure?.message,
    n: plan.n,
    faults: plan.faults.map(({ atMs, fault }) => `${atMs} ms ${describeFault(fault)}`),
    commits: world.checkers.chainLength(),
    transactions: workload.submitted.length,
    byzantine: strategiesOf(plan),
    simulatedMs: Math.round(world.queue.nowMs()),
    commitTimes: world.commitTimes,
    statistics: world.statistics,
    trace: lines,
  };
}

/** Names of the strategies that were at work, those of the disk too. */
function strategiesOf({ byzantine, clients, faults }: Plan): string[] {
  const tricks = faults.flatMap(({ fault }) => strategyOfTrick(fault.kind) ?? []);
  return [...byzantine.map(({ strategy }) => strategy), ...clients, ...tricks];
}

function schedule(world: World, workload: Workload): void {
  const { plan, queue } = world;
  const { seed, n, workload: load, quality } = plan;
  world.trace(
    `seed ${seed}: n ${n}, ${load.transactions} transactions, ${JSON.stringify(quality)}, byzantine ${JSON.stringify(plan.byzantine)}, clients [${plan.clients.join()}], dead [${plan.dead.join()}]`,
  );
  countQuality(world);
  for (const node of world.nodes) queue.after(world.random.between(0, 100), () => startNode(node));
  scheduleFaults(world);
  for (const index of plan.dead) {
    const node = world.nodes[index];
    if (node !== undefined) queue.after(world.random.between(1_500, plan.healMs), () => kill(node));
  }
  queue.after(plan.healMs, () => heal(world));
  scheduleWorkload(workload);
  scheduleHostileClients(workload);
  scheduleSetChanges(world);
  const client = createLightClient(world);
  queue.after(1_000, () => askLoop(client));
}

function countQuality({ plan, statistics }: World): void {
  const { loss, duplication, reordering } = plan.quality;
  if (loss > 0) countFault(statistics, "loss");
  if (duplication > 0) countFault(statistics, "duplication");
  if (reordering > 0) countFault(statistics, "reordering");
  if (plan.stall) countFault(statistics, "stall");
  for (const skewMs of plan.skewsMs)
    if (Math.abs(skewMs) > 10_000) countFault(statistics, "clockSkew");
}

function kill(node: SimNode): void {
  const { world } = node;
  world.trace(`node ${node.index} dies`);
  countFault(world.statistics, "dead");
  node.dead = true;
  crash(node);
}

/** Whole network and every node that is not dead: from here on progress is owed. */
function heal(world: World): void {
  world.trace("heal");
  world.network.heal();
  world.network.quality = { ...world.plan.quality, loss: 0, reordering: 0 };
  for (const node of world.nodes) {
    node.pausedUntilMs = 0;
    node.crashAtWrite = undefined;
    if (!node.dead) startLater(node, 0);
  }
}

interface Run {
  readonly world: World;
  readonly workload: Workload;
  readonly healing: Healing;
  /** Height of the chain when no promise was open any more. */
  lastHeight: number | undefined;
  readonly stopAtMs: number;
}

const checkEveryMs = 200;
const memoryEveryMs = 1_000;

/** docs/consensus.md 13: what was accepted commits within (f+2) timeouts and 10 s after the heal. */
function drive(run: Run): void {
  const { world, workload, healing } = run;
  const { plan, queue } = world;
  let checkedMs = 0;
  let measuredMs = 0;
  while (queue.runNext()) {
    const now = queue.nowMs();
    if (now >= run.stopAtMs) return;
    if (now - measuredMs >= memoryEveryMs) {
      measuredMs = now;
      measure(world);
    }
    if (now <= plan.healMs || now - checkedMs < checkEveryMs) continue;
    checkedMs = now;
    checkHealed(healing);
    settlePromises(workload);
    if (isOver(run)) {
      world.trace(`settled at height ${world.checkers.chainLength()}`);
      for (const node of world.nodes) if (node.ridden === undefined) checkJoinerOnce(node);
      return;
    }
    checkOwed(run);
  }
}

/** One replay per run is enough: the chains are equal. */
function checkJoinerOnce(node: SimNode): void {
  if (node.index === node.world.plan.seed % node.world.plan.n) checkJoiner(node);
}

function measure(world: World): void {
  for (const { process, index, ridden } of world.nodes) {
    const seat = process && currentSeat(process);
    if (process === undefined || seat === undefined || ridden !== undefined) continue;
    const { mempool } = process;
    checkMemory({
      node: index,
      replica: seat.replica,
      mempool: { bytes: mempool.bytes, transactions: mempool.byHash.size },
      limits: mempool.limits,
    });
  }
}

/** All that ran when the last promise was kept has come to the height of that moment. */
function isOver(run: Run): boolean {
  const { world, workload } = run;
  if (world.queue.nowMs() < world.plan.workload.untilMs + 500) return false;
  if (workload.open.size > 0) return false;
  run.lastHeight ??= world.checkers.chainLength();
  const { lastHeight } = run;
  return correctVoters(world).every((node) => headOf(node) >= lastHeight);
}

function checkOwed({ world, workload, healing }: Run): void {
  const now = world.queue.nowMs();
  for (const { acceptedMs, decoded } of workload.open.values()) {
    const from = Math.max(acceptedMs ?? 0, world.plan.healMs);
    if (now <= from + healing.owedMs) continue;
    // Block time must pass its last moment first.
    if (decoded.body.validUntil < world.wallStartMs + now) continue;
    throw new CheckFailure(
      "liveness",
      `${workload.open.size} transactions open (${describeOpen(workload)}) ${describeLag(world)}`,
    );
  }
  if (now > world.plan.workload.untilMs + healing.owedMs + 20_000)
    throw new CheckFailure("liveness", `the nodes do not come together: ${describeLag(world)}`);
}

function describeLag(world: World): string {
  return world.nodes
    .map((node) => `${node.index}:${node.process === undefined ? "down" : headOf(node)}`)
    .join(" ");
}
