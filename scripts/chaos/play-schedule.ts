// Plays the faults of a schedule on a cluster, each as soon as its time has come and at most f
// validators would be faulty.
import type { Separation } from "@cartorio/simulator/proxy-mesh";
import { perfectLink } from "@cartorio/simulator/proxy-mesh";
import { type ChaosCluster, nodeAt } from "./cluster.ts";
import type { FaultsNow } from "./faults-now.ts";
import type { Monitor } from "./monitor.ts";
import type { Fault, FaultKind, Schedule } from "./schedule.ts";

/** A validator that was made to forget votes. */
export interface Forgetting {
  readonly fault: Fault;
  /** Highest certified height of the cluster when its process was gone. */
  readonly height: number;
  /** Its data directory as it was before: what it has signed. */
  readonly truth: string;
}

export interface Played {
  readonly counts: Readonly<Record<FaultKind, number>>;
  readonly forgettings: readonly Forgetting[];
  /** Copies of data directories, by validator: more of what each has signed. */
  readonly copies: readonly { readonly validator: number; readonly path: string }[];
  readonly problems: readonly string[];
}

export interface Clock {
  readonly nowMs: () => number;
  readonly pause: (ms: number) => Promise<void>;
}

/** What of a cluster is needed to disturb it. */
export type Disturbed = Pick<
  ChaosCluster,
  "nodes" | "mesh" | "processes" | "copyData" | "wipeData" | "putBack"
>;

export interface PlayOptions {
  readonly cluster: Disturbed;
  readonly faults: FaultsNow;
  readonly monitor: Pick<Monitor, "height" | "epoch">;
  /** Default: the time of this machine. */
  readonly clock?: Clock;
  readonly say: (text: string) => void;
  /** True: no new faults; those that last are ended. */
  readonly isStopped: () => boolean;
}

interface Copy {
  readonly validator: number;
  readonly path: string;
  /** Highest certified height of the cluster when it was made. */
  readonly height: number;
}

interface Stage extends PlayOptions {
  readonly clock: Clock;
  readonly startMs: number;
  readonly counts: Record<FaultKind, number>;
  readonly copies: Copy[];
  readonly forgettings: Forgetting[];
  readonly problems: string[];
}

const machineClock: Clock = {
  nowMs: () => performance.now(),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
const pollMs = 50;
/** Longest wait for a validator to be in the state that a fault needs. */
const patienceMs = 90_000;
/** A copy that is put back lacks the votes for at least so many heights. */
const copyBehindHeights = 10;

/** Resolves when all faults are played and over, and every validator takes part again. */
export async function playSchedule(schedule: Schedule, options: PlayOptions): Promise<Played> {
  const clock = options.clock ?? machineClock;
  const stage: Stage = {
    ...options,
    clock,
    startMs: clock.nowMs(),
    counts: { ...noCounts },
    copies: [],
    forgettings: [],
    problems: [],
  };
  const isSlow = ({ kind }: Fault): boolean => kind === "slowLink";
  const slow = Promise.all(schedule.faults.filter(isSlow).map((fault) => playOne(stage, fault)));
  const playing: Promise<void>[] = [];
  for (const fault of schedule.faults) {
    if (isSlow(fault) || !(await isAllowed(stage, fault))) continue;
    playing.push(playOne(stage, fault));
  }
  await Promise.all([slow, ...playing]);
  await untilAllAreBack(stage);
  return stage;
}

/** Whoever forgot votes must come back by itself: the last one too. */
async function untilAllAreBack(stage: Stage): Promise<void> {
  const { clock, faults, cluster, problems } = stage;
  const isAway = (): boolean => [...cluster.nodes.keys()].some(faults.isFaulty);
  const endMs = clock.nowMs() + patienceMs;
  while (isAway() && !isOver(stage)) {
    await clock.pause(pollMs);
    if (clock.nowMs() <= endMs) continue;
    problems.push(`not back after ${patienceMs / 1000} s: validator ${faults.describe()}`);
  }
}

const noCounts: Readonly<Record<FaultKind, number>> = {
  kill: 0,
  pause: 0,
  partition: 0,
  slowLink: 0,
  wipe: 0,
  journalRollback: 0,
  directoryRestore: 0,
};

/** Waits for the time of a fault and for a state that admits it; false: it cannot be played. */
async function isAllowed(stage: Stage, fault: Fault): Promise<boolean> {
  await untilTime(stage, fault.startMs);
  const { clock } = stage;
  const endMs = clock.nowMs() + patienceMs;
  while (!admits(stage, fault)) {
    if (isOver(stage)) return false;
    if (clock.nowMs() > endMs) {
      stage.problems.push(
        `${nameOf(stage, fault)} could not be played for ${patienceMs / 1000} s; faulty: ${stage.faults.describe()}`,
      );
      return false;
    }
    await clock.pause(pollMs);
  }
  return !isOver(stage);
}

/** After something that should not be, more faults would only hide it. */
function isOver({ isStopped, problems }: Stage): boolean {
  return isStopped() || problems.length > 0;
}

function admits({ faults, cluster, monitor, copies }: Stage, { kind, victim }: Fault): boolean {
  if (!faults.mayDisturb(victim)) return false;
  // Faults of one validator may overlap, but not with one of their own kind.
  if (faults.has(victim, "down") || !cluster.processes.isRunning(victim)) return false;
  if (kind === "kill") return true;
  if (kind === "pause") return !faults.has(victim, "paused");
  if (kind === "partition") return !faults.has(victim, "cut");
  // It must have votes to forget, and nothing else may be wrong with it.
  if (faults.isFaulty(victim)) return false;
  return kind === "wipe" || copyToPutBack(copies, victim, monitor.height()) !== undefined;
}

function copyToPutBack(copies: readonly Copy[], victim: number, height: number): Copy | undefined {
  return copies.findLast(
    (copy) => copy.validator === victim && copy.height + copyBehindHeights <= height,
  );
}

async function playOne(stage: Stage, fault: Fault): Promise<void> {
  const { kind } = fault;
  try {
    if (kind === "slowLink") await playSlowLink(stage, fault);
    else if (kind === "pause") await playPause(stage, fault);
    else if (kind === "partition") await playPartition(stage, fault);
    else await playCrash(stage, fault);
    stage.counts[kind] += 1;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    stage.say(`${nameOf(stage, fault)} FAILED: ${text}`);
    stage.problems.push(`${nameOf(stage, fault)}: ${text}`);
  }
}

async function playSlowLink(stage: Stage, fault: Fault): Promise<void> {
  const { victim, latencyMs, lossRate, startMs, durationMs } = fault;
  await untilTime(stage, startMs);
  if (isOver(stage)) return;
  stage.say(`${nameOf(stage, fault)}: ${latencyMs} ms, ${lossRate * 100}% loss`);
  const { mesh, nodes } = stage.cluster;
  const setAll = (quality: typeof perfectLink): void => {
    for (const other of nodes.keys()) {
      if (other === victim) continue;
      mesh.setQuality(victim, other, quality);
      mesh.setQuality(other, victim, quality);
    }
  };
  setAll({ ...perfectLink, latencyMs, lossRate });
  await lasting(stage, durationMs);
  setAll(perfectLink);
}

async function playPause(stage: Stage, fault: Fault): Promise<void> {
  const { victim, durationMs } = fault;
  const { processes } = stage.cluster;
  stage.say(`${nameOf(stage, fault)} for ${durationMs} ms`);
  stage.faults.add(victim, "paused");
  processes.pause(victim);
  await lasting(stage, durationMs);
  processes.resume(victim);
  stage.faults.remove(victim, "paused");
  stage.faults.add(victim, "returning");
}

async function playPartition(stage: Stage, fault: Fault): Promise<void> {
  const { victim, durationMs, direction } = fault;
  stage.say(`${nameOf(stage, fault)} (${direction}) for ${durationMs} ms`);
  stage.faults.add(victim, "cut");
  const separation: Separation = (from, to) =>
    (direction !== "in" && from === victim) || (direction !== "out" && to === victim);
  const heal = stage.cluster.mesh.cut(separation);
  await lasting(stage, durationMs);
  heal();
  stage.faults.remove(victim, "cut");
  stage.faults.add(victim, "returning");
}

/** `kill -9`, whatever happens to the disk meanwhile, and a new start. */
async function playCrash(stage: Stage, fault: Fault): Promise<void> {
  const { cluster, faults, monitor } = stage;
  const { victim, kind, durationMs, number } = fault;
  stage.say(`${nameOf(stage, fault)}; it starts again after ${durationMs} ms`);
  // Chosen before: once it is down, the height may move.
  const copy = copyToPutBack(stage.copies, victim, monitor.height());
  faults.add(victim, "down");
  if (kind !== "kill") faults.forget(victim, monitor.epoch());
  await cluster.processes.kill(victim);
  const height = monitor.height();
  const truth = await cluster.copyData(victim, `${number}-${kind}`);
  stage.copies.push({ validator: victim, path: truth, height });
  if (kind !== "kill") {
    stage.forgettings.push({ fault, height, truth });
    await disturbDisk(stage, { kind, victim, copy });
  }
  await lasting(stage, durationMs);
  await cluster.processes.start(victim);
  faults.remove(victim, "down");
  faults.add(victim, "returning");
}

interface Disturbance {
  readonly kind: FaultKind;
  readonly victim: number;
  readonly copy: Copy | undefined;
}

async function disturbDisk(
  { cluster, say }: Stage,
  { kind, victim, copy }: Disturbance,
): Promise<void> {
  if (kind === "wipe") return cluster.wipeData(victim);
  if (copy === undefined) throw new Error("there is no copy old enough");
  await cluster.putBack(victim, copy.path, kind === "journalRollback" ? "journal" : "data");
  say(`${nodeAt(cluster, victim).name}: the copy was made at height ${copy.height}`);
}

function nameOf({ cluster }: Stage, { number, kind, victim }: Fault): string {
  return `fault ${number}: ${kind} of ${nodeAt(cluster, victim).name}`;
}

async function untilTime(stage: Stage, atMs: number): Promise<void> {
  await lasting(stage, stage.startMs + atMs - stage.clock.nowMs());
}

/** Waits, or less if the run is stopped. */
async function lasting(stage: Stage, ms: number): Promise<void> {
  const { clock } = stage;
  const endMs = clock.nowMs() + ms;
  for (;;) {
    const leftMs = endMs - clock.nowMs();
    if (leftMs <= 0 || isOver(stage)) return;
    await clock.pause(Math.min(pollMs, leftMs));
  }
}
