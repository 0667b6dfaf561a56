import { describe, expect, it } from "vitest";
import { createFaultsNow, type FaultsNow } from "../../scripts/chaos/faults-now.ts";
import { type Disturbed, type Played, playSchedule } from "../../scripts/chaos/play-schedule.ts";
import { createSchedule, requiredCounts, type Schedule } from "../../scripts/chaos/schedule.ts";

/** Time that passes only when nothing else is left to do. */
function createVirtualTime() {
  let nowMs = 0;
  const waiting = new Set<{ readonly dueMs: number; readonly wake: () => void }>();
  const pause = (ms: number): Promise<void> =>
    new Promise((wake) => waiting.add({ dueMs: nowMs + Math.max(ms, 1), wake }));
  return {
    nowMs: () => nowMs,
    pause,
    later: (ms: number, action: () => void) => void pause(ms).then(action),
    async runUntil(work: Promise<unknown>): Promise<void> {
      let isDone = false;
      const finish = (): void => {
        isDone = true;
      };
      work.then(finish, finish);
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        if (isDone) return;
        const [next] = [...waiting].sort((a, b) => a.dueMs - b.dueMs);
        if (next === undefined) throw new Error("nobody waits, and the work is not done");
        waiting.delete(next);
        nowMs = next.dueMs;
        next.wake();
      }
    },
  };
}

interface Stage {
  readonly schedule: Schedule;
  /** Does not start again after it was killed. */
  readonly broken?: number;
  readonly stopAtMs?: number;
  readonly neverReenters?: boolean;
}

const returnMs = 2_000;
/** Longer than the schedule allows for it: the player must wait. */
const reentryMs = 30_000;

/** Plays on a cluster of which only what is done to it exists. */
async function play(stage: Stage) {
  const { schedule, broken, stopAtMs = Number.POSITIVE_INFINITY, neverReenters = false } = stage;
  const time = createVirtualTime();
  const faults: FaultsNow = createFaultsNow(schedule.f);
  const indices = Array.from({ length: schedule.validators }, (_, index) => index);
  const running = new Set(indices);
  const cuts = new Set<symbol>();
  const done: string[] = [];
  const putBack: { readonly copiedMs: number; readonly atMs: number }[] = [];
  let mostFaulty = 0;
  let epoch = 0;
  const look = (): void => {
    mostFaulty = Math.max(mostFaulty, indices.filter((index) => faults.isFaulty(index)).length);
  };
  const comeBack = (index: number): void => {
    if (["down", "paused", "cut"].some((trouble) => faults.has(index, trouble as "down"))) return;
    faults.remove(index, "returning");
    if (!faults.has(index, "forgetful") || neverReenters) return;
    time.later(reentryMs, () => {
      epoch += 1;
      if (running.has(index)) faults.remember(index, epoch);
    });
  };
  const cluster: Disturbed = {
    nodes: indices.map((index) => ({
      ...{ name: `node-${index + 1}`, rpcUrl: "", dataDirectory: "", logFile: "" },
    })),
    mesh: {
      addressOf: () => "",
      setQuality: (from, to, { latencyMs }) => void done.push(`quality ${from} ${to} ${latencyMs}`),
      cut: (separation) => {
        const cut = Symbol();
        const victim = indices.find((index) => indices.some((to) => separation(index, to))) ?? 0;
        cuts.add(cut);
        look();
        return () => {
          cuts.delete(cut);
          for (const index of indices) time.later(returnMs, () => comeBack(index));
          done.push(`heal ${victim}`);
        };
      },
      isCut: () => cuts.size > 0,
      close: async () => undefined,
    },
    processes: {
      start: async (index) => {
        expect(running.has(index)).toBe(false);
        await time.pause(1_500);
        if (index === broken) throw new Error("JOURNAL_BROKEN");
        running.add(index);
        time.later(returnMs, () => comeBack(index));
        return { ready: true, name: "", rpcUrl: "", pid: 0, chainId: "" };
      },
      kill: async (index) => {
        look();
        await time.pause(20);
        running.delete(index);
      },
      pause: look,
      resume: (index) => time.later(returnMs, () => comeBack(index)),
      isRunning: (index) => running.has(index),
      pids: () => [],
      stop: async () => undefined,
    },
    copyData: async (index, what) => {
      expect(running.has(index)).toBe(false);
      return `${time.nowMs()} ${what}`;
    },
    wipeData: async (index) => expect(running.has(index)).toBe(false),
    putBack: async (index, copy) => {
      expect(running.has(index)).toBe(false);
      putBack.push({ copiedMs: Number(copy.split(" ")[0]), atMs: time.nowMs() });
    },
  };
  // Ten heights a second.
  const monitor = { height: () => Math.floor(time.nowMs() / 100), epoch: () => epoch };
  const work = playSchedule(schedule, {
    ...{ cluster, faults, monitor, clock: time, say: () => undefined },
    isStopped: () => time.nowMs() > stopAtMs,
  });
  await time.runUntil(work);
  const played: Played = await work;
  const faulty = indices.filter(faults.isFaulty);
  return { played, done, putBack, mostFaulty, running, cuts, faulty, endMs: time.nowMs() };
}

describe("a schedule that is played", () => {
  it.each([
    [4, 1],
    [7, 2],
  ])(
    "disturbs at most f of %i validators, waits for re-entries, and leaves all healed",
    async (validators, f) => {
      const schedule = createSchedule({ seed: 4, minutes: 3, validators });
      const { played, mostFaulty, running, cuts, faulty } = await play({ schedule });
      expect(played.problems).toEqual([]);
      for (const [kind, count] of Object.entries(requiredCounts(3)))
        expect(played.counts).toHaveProperty(kind, count);
      expect(mostFaulty).toBe(f);
      expect(running.size).toBe(validators);
      expect(faulty).toEqual([]);
      expect(cuts.size).toBe(0);
    },
  );

  it("keeps faults of one kind apart when the plan has slipped", async () => {
    const planned = createSchedule({ seed: 4, minutes: 3, validators: 4 });
    const faults = planned.faults.map((fault) => ({ ...fault, startMs: 0, victim: 0 }));
    const { played, mostFaulty } = await play({ schedule: { ...planned, faults } });
    expect(played.problems).toEqual([]);
    expect(played.counts.kill).toBe(requiredCounts(3).kill);
    expect(mostFaulty).toBe(1);
  });

  it("puts back copies that lack votes, of a process that does not run", async () => {
    const schedule = createSchedule({ seed: 4, minutes: 3, validators: 4 });
    const { putBack, played } = await play({ schedule });
    expect(putBack).toHaveLength(3);
    for (const { copiedMs, atMs } of putBack) expect(atMs - copiedMs).toBeGreaterThanOrEqual(1_000);
    // What a validator had signed is kept before each of its disks is touched.
    expect(played.forgettings).toHaveLength(4);
    expect(played.copies.map(({ path }) => path)).toEqual(
      expect.arrayContaining(played.forgettings.map(({ truth }) => truth)),
    );
  });

  it("makes links slow and good again", async () => {
    const { done } = await play({
      schedule: createSchedule({ seed: 4, minutes: 3, validators: 4 }),
    });
    const last = new Map<string, string>();
    for (const [, from, to, latency] of done
      .filter((text) => text.startsWith("quality"))
      .map((text) => text.split(" ")))
      last.set(`${from} ${to}`, latency ?? "");
    expect(new Set(last.values())).toEqual(new Set(["0"]));
    expect(done.some((text) => text.startsWith("quality") && !text.endsWith(" 0"))).toBe(true);
  });

  it("ends early when a process does not come back, and says which", async () => {
    const schedule = createSchedule({ seed: 4, minutes: 3, validators: 4 });
    const [first] = schedule.faults.filter(({ kind }) => kind === "kill");
    const { played, endMs } = await play({ schedule, broken: first?.victim ?? 0 });
    expect(played.problems).toEqual([expect.stringMatching(/kill of node-\d: JOURNAL_BROKEN/)]);
    expect(endMs).toBeLessThan(60_000);
  });

  it("says who does not re-enter", async () => {
    const schedule = createSchedule({ seed: 4, minutes: 3, validators: 4 });
    const wipe = schedule.faults.find(({ kind }) => kind === "wipe");
    if (wipe === undefined) throw new Error("no wipe");
    const { played } = await play({
      schedule: { ...schedule, faults: [wipe] },
      neverReenters: true,
    });
    expect(played.problems).toEqual([`not back after 90 s: validator ${wipe.victim} forgetful`]);
  });

  it("heals everything when it is stopped", async () => {
    const schedule = createSchedule({ seed: 4, minutes: 3, validators: 4 });
    const { played, running, cuts, endMs } = await play({ schedule, stopAtMs: 40_000 });
    expect(endMs).toBeLessThan(41_000);
    expect(running.size).toBe(4);
    expect(cuts.size).toBe(0);
    expect(played.counts.wipe + played.counts.directoryRestore).toBeLessThan(2);
  });
});
