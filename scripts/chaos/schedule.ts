// Which fault hits whom and when: a pure function of seed, minutes and number of validators.
import { maximumFaulty } from "@cartorio/protocol";
import { createRandom, type Random } from "@cartorio/simulator/random";

export type FaultKind =
  | "kill"
  | "pause"
  | "partition"
  | "slowLink"
  | "wipe"
  | "journalRollback"
  | "directoryRestore";

/** After these a validator has forgotten votes: it counts as faulty until it votes again. */
export const forgetfulKinds: readonly FaultKind[] = ["wipe", "journalRollback", "directoryRestore"];

export interface Fault {
  readonly number: number;
  readonly kind: FaultKind;
  /** Index of the validator; with a slow link all its connections are slow. */
  readonly victim: number;
  /** From the start of the load. */
  readonly startMs: number;
  /** Until the process is started, continued or connected again. */
  readonly durationMs: number;
  /** Partition: which way is cut. */
  readonly direction: "both" | "in" | "out";
  /** Of a slow link, one way. */
  readonly latencyMs: number;
  readonly lossRate: number;
}

export interface Schedule {
  readonly seed: number;
  readonly validators: number;
  readonly f: number;
  readonly minutes: number;
  /** In the order of their start. */
  readonly faults: readonly Fault[];
}

export interface ScheduleOptions {
  readonly seed: number;
  readonly minutes: number;
  readonly validators: number;
}

/** Per five minutes; a run of another length has its share, and at least one of each. */
const perFiveMinutes = {
  kill: 12,
  pause: 3,
  partition: 3,
  slowLink: 6,
  wipe: 1,
  journalRollback: 2,
  directoryRestore: 1,
} as const satisfies Record<FaultKind, number>;

/** How many faults of each kind a run of that many minutes has at least. */
export function requiredCounts(minutes: number): Readonly<Record<FaultKind, number>> {
  const share = (count: number): number => Math.max(1, Math.ceil((count * minutes) / 5));
  return {
    kill: share(perFiveMinutes.kill),
    pause: share(perFiveMinutes.pause),
    partition: share(perFiveMinutes.partition),
    slowLink: share(perFiveMinutes.slowLink),
    wipe: share(perFiveMinutes.wipe),
    journalRollback: share(perFiveMinutes.journalRollback),
    directoryRestore: share(perFiveMinutes.directoryRestore),
  };
}

const minuteMs = 60_000;
/** Lets the load get going first, and the last fault be over before the end. */
const leadMs = 3_000;
/** What a restart, a reconnection and a re-entry may take before the plan goes on. */
const settleMs: Readonly<Record<FaultKind, number>> = {
  kill: 5_000,
  pause: 2_000,
  partition: 4_000,
  slowLink: 0,
  wipe: 15_000,
  journalRollback: 15_000,
  directoryRestore: 15_000,
};
/** Bounds of `durationMs`. */
const durationsMs: Readonly<Record<FaultKind, readonly [number, number]>> = {
  kill: [200, 4_000],
  pause: [2_000, 9_000],
  partition: [3_000, 10_000],
  slowLink: [5_000, 15_000],
  wipe: [200, 3_000],
  journalRollback: [200, 3_000],
  directoryRestore: [200, 3_000],
};
/** So long a copy must be behind before it is put back: the validator has voted meanwhile. */
const copyAgeMs = 8_000;

/** Faults of one validator that are played one after the other or into each other. */
interface Block {
  readonly kinds: readonly FaultKind[];
  readonly lengthMs: number;
  /** Start of each fault within the block, and how long it lasts. */
  readonly parts: readonly { readonly atMs: number; readonly durationMs: number }[];
}

export function createSchedule({ seed, minutes, validators }: ScheduleOptions): Schedule {
  const random = createRandom(seed);
  const f = maximumFaulty(validators);
  if (f < 1) throw new RangeError("a cluster that tolerates no fault cannot be perturbed");
  const required = requiredCounts(minutes);
  const counts = { ...required, kill: Math.max(required.kill, f) };
  const firstKills = Math.min(validators, counts.kill);
  const lanes = dealBlocks(orderBlocks(counts, firstKills, random), f, firstKills);
  const planned = lanes.flatMap((blocks) => placeBlocks(blocks, minutes * minuteMs, random));
  const faults = [
    ...chooseVictims(planned.sort(byStart), { validators, random }),
    ...slowLinks(counts.slowLink, { validators, minutes, random }),
  ].sort(byStart);
  return {
    ...{ seed, validators, f, minutes },
    faults: faults.map((fault, number) => ({ ...fault, number })),
  };
}

interface Choice {
  readonly validators: number;
  readonly random: Random;
}

/**
 * First one kill of as many validators as there may be: each leaves a copy that can be put back
 * later. Then everything else, mixed, with the forgetful ones apart from each other.
 */
function orderBlocks(
  counts: Readonly<Record<FaultKind, number>>,
  firstKills: number,
  random: Random,
): Block[] {
  let kills = counts.kill - firstKills;
  const mixed: Block[] = [];
  for (const kind of ["pause", "partition"] as const) {
    for (let left = counts[kind]; left > 0; left -= 1) {
      const withKill = kills > 0 && random.chance(0.5);
      if (withKill) kills -= 1;
      mixed.push(blockOf(withKill ? [kind, "kill"] : [kind], random));
    }
  }
  for (; kills > 0; kills -= 1) mixed.push(blockOf(["kill"], random));
  const forgetful = random.shuffled(
    forgetfulKinds.flatMap((kind) => Array.from({ length: counts[kind] }, () => kind)),
  );
  const first = Array.from({ length: firstKills }, () => blockOf(["kill"], random));
  const rest = random.shuffled(mixed);
  for (const [index, kind] of forgetful.entries()) {
    const share = Math.round(((index + 1) * rest.length) / (forgetful.length + 1));
    rest.splice(share, 0, blockOf([kind], random));
  }
  return [...first, ...rest];
}

/** A second kind happens while the first lasts: a paused or isolated process is killed. */
function blockOf(kinds: readonly FaultKind[], random: Random): Block {
  const parts: { atMs: number; durationMs: number }[] = [];
  let lengthMs = 0;
  let atMs = 0;
  for (const kind of kinds) {
    const durationMs = random.between(...durationsMs[kind]);
    parts.push({ atMs, durationMs });
    lengthMs = Math.max(lengthMs, atMs + durationMs + settleMs[kind]);
    atMs += random.between(0, durationMs);
  }
  return { kinds, lengthMs, parts };
}

/**
 * One lane per fault that the cluster tolerates; each lane disturbs one validator at a time. The
 * first has the kills that leave copies, and what puts copies back: with f kills before it, one of
 * the killed is not disturbed by another lane.
 */
function dealBlocks(blocks: readonly Block[], lanes: number, first: number): Block[][] {
  const dealt: Block[][] = Array.from({ length: lanes }, () => []);
  const lengthOf = (lane: readonly Block[]): number =>
    lane.reduce((sum, { lengthMs }) => sum + lengthMs, 0);
  for (const [index, block] of blocks.entries()) {
    const [shortest] = [...dealt].sort((a, b) => lengthOf(a) - lengthOf(b));
    const lane = index < first || block.kinds.some(needsCopy) ? dealt[0] : shortest;
    lane?.push(block);
  }
  return dealt;
}

function needsCopy(kind: FaultKind): boolean {
  return kind === "journalRollback" || kind === "directoryRestore";
}

interface PlacedBlock extends Block {
  readonly startMs: number;
}

/** Shares out what time is left as pauses; a plan that is too long for its time takes longer. */
function placeBlocks(blocks: readonly Block[], timeMs: number, random: Random): PlacedBlock[] {
  const usedMs = blocks.reduce((sum, { lengthMs }) => sum + lengthMs, 2 * leadMs);
  const gaps = blocks.map(() => random.next());
  const sum = gaps.reduce((total, gap) => total + gap, 0);
  const spareMs = Math.max(0, timeMs - usedMs);
  let startMs = leadMs;
  return blocks.map((block, index) => {
    startMs += Math.round((spareMs * (gaps[index] ?? 0)) / sum);
    const placed = { ...block, startMs };
    startMs += block.lengthMs;
    return placed;
  });
}

type Unnumbered = Omit<Fault, "number">;

/** Two blocks at the same time never have the same victim. */
function chooseVictims(blocks: readonly PlacedBlock[], choice: Choice): Unnumbered[] {
  const { validators, random } = choice;
  const all = Array.from({ length: validators }, (_, index) => index);
  const busyUntilMs = new Map<number, number>();
  const killedMs = new Map<number, number>();
  const disturbed = new Map<number, number>();
  const forgot = new Map<number, number>();
  return blocks.flatMap(({ kinds, parts, startMs, lengthMs }) => {
    const isForgetful = kinds.some((kind) => forgetfulKinds.includes(kind));
    const free = all.filter((index) => (busyUntilMs.get(index) ?? 0) <= startMs);
    const withCopy = free.filter(
      (index) => (killedMs.get(index) ?? startMs) + copyAgeMs <= startMs,
    );
    // Few minutes may not leave the time: the run then waits until the copy is old enough.
    const killed = free.filter((index) => killedMs.has(index));
    const fitting = kinds.some(needsCopy) ? (withCopy.length > 0 ? withCopy : killed) : free;
    const candidates = fitting.length > 0 ? fitting : free;
    // Everybody in turn: re-entries are limited per validator, and every one shall be hit.
    const hits = isForgetful ? forgot : disturbed;
    const fewest = Math.min(...candidates.map((index) => hits.get(index) ?? 0));
    const victim = random.pick(candidates.filter((index) => (hits.get(index) ?? 0) === fewest));
    hits.set(victim, fewest + 1);
    busyUntilMs.set(victim, startMs + lengthMs);
    return kinds.map((kind, index) => {
      const { atMs = 0, durationMs = 0 } = parts[index] ?? {};
      if (kind === "kill") killedMs.set(victim, startMs + lengthMs);
      return {
        ...{ kind, victim, startMs: startMs + atMs, durationMs, latencyMs: 0, lossRate: 0 },
        direction: kind === "partition" ? random.pick(["both", "both", "in", "out"]) : "both",
      };
    });
  });
}

/** Slow links are no faults: the protocol must live with them beside all others. */
function slowLinks(count: number, choice: Choice & { readonly minutes: number }): Unnumbered[] {
  const { validators, minutes, random } = choice;
  return Array.from({ length: count }, () => ({
    kind: "slowLink" as const,
    victim: random.between(0, validators - 1),
    startMs: random.between(leadMs, Math.max(leadMs, minutes * minuteMs - 2 * leadMs)),
    durationMs: random.between(...durationsMs.slowLink),
    direction: "both" as const,
    latencyMs: random.between(30, 250),
    lossRate: random.pick([0, 0.01, 0.05]),
  }));
}

function byStart(a: { readonly startMs: number }, b: { readonly startMs: number }): number {
  return a.startMs - b.startMs;
}

/** When the plan is over: what its last fault needs is included. */
export function plannedMs({ faults, minutes }: Schedule): number {
  const ends = faults.map(({ kind, startMs, durationMs }) => startMs + durationMs + settleMs[kind]);
  return Math.max(minutes * minuteMs, ...ends);
}
