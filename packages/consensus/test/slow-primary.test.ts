// A primary below half the median rate of the others is suspected, and nobody else (docs/consensus.md 4).
import {
  type Effect,
  mayJudgePrimary,
  type Replica,
  replicaStatus,
  step,
} from "@cartorio/consensus";
import { decodeSuspectBody, type Status, suspectReason } from "@cartorio/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fill, finality, newView, suspect, viewChangeBody, vote } from "./builders.ts";
import { hear, start, tick } from "./replica-helpers.ts";

/** One replica among four and what it sees of its primaries. */
interface Bench {
  readonly replica: Replica;
  ms: number;
  height: number;
  view: number;
}

interface Tenure {
  readonly ms: number;
  /** Transactions per second that the primary gets executed. */
  readonly rate: number;
  readonly backlog?: boolean;
  /** Who is heard of. */
  readonly heard?: readonly number[];
  /** Heights that are committed and not certified: 8 close the window. */
  readonly uncertified?: number;
  /** A certificate above what is executed here. */
  readonly behind?: boolean;
}

const status: Status = {
  ...{ epoch: 0, view: 0, certifiedHeight: 0, viewChange: 0, viewChanges: 0, suspects: 0 },
  ...{ newView: false, heights: [], executedHeight: 0 },
};
const tickMs = 50;
const reachable = [0, 2, 3];

function bench(self = 1): Bench {
  const replica = start({ self });
  return { replica, ms: 0, height: 0, view: 0 };
}

function suspectsIn(effects: readonly Effect[]): number[] {
  return effects.flatMap((effect) => {
    if (effect.kind !== "sign" || effect.message.kind !== "suspect") return [];
    const body = decodeSuspectBody(effect.message.body);
    return body.ok ? [body.value.reason] : [];
  });
}
const slowIn = (effects: readonly Effect[]): number =>
  suspectsIn(effects).filter((reason) => reason === suspectReason.slow).length;

function executeNext(b: Bench, transactions: number): Effect[] {
  b.height += 1;
  const { height } = b;
  const content = fill(height % 251);
  const block = {
    height,
    headerHash: content,
    proposalDigest: content,
    time: height,
    transactions,
  };
  return [
    ...step(b.replica, { kind: "executed", block }),
    ...hear(b.replica, { kind: "certificate", value: finality(height, content) }),
  ];
}

function live(b: Bench, tenure: Tenure): Effect[] {
  const { ms, rate, backlog = true, heard = reachable } = tenure;
  const effects = step(b.replica, { kind: "backlog", full: backlog });
  for (let height = 1; height <= (tenure.uncertified ?? 0); height += 1)
    for (const validator of [0, 2, 3])
      hear(
        b.replica,
        vote(validator, { kind: 3, view: b.view, height: b.height + height, digest: fill(9) }),
      );
  if (tenure.behind === true)
    hear(b.replica, { kind: "certificate", value: finality(b.height + 1) });
  for (let passed = 0; passed < ms; passed += tickMs) {
    b.ms += tickMs;
    for (const from of heard) hear(b.replica, { kind: "status", value: status }, from);
    effects.push(...tick(b.replica, b.ms));
    const quiet = tenure.uncertified !== undefined || tenure.behind === true;
    if (!quiet && passed % 1000 === 0) effects.push(...executeNext(b, rate));
  }
  return effects;
}

function nextView(b: Bench): Effect[] {
  b.view += 1;
  const changes = [0, 1, 2, 3]
    .slice(0, 3)
    .map((validator) => viewChangeBody(validator, { view: b.view }));
  return hear(b.replica, newView(b.view, changes));
}

/** Tenures of so many primaries at their rates, then view `rates.length` begins. */
function history(rates: readonly number[], self = 1): Bench {
  const b = bench(self);
  for (const rate of rates) {
    live(b, { ms: 6000, rate });
    nextView(b);
  }
  return b;
}

const full = [1000, 1000, 1000, 1000];

describe("a slow primary (docs/consensus.md 4)", () => {
  it("is suspected below half the median of the others, once, after two timeouts", () => {
    const b = history(full);
    expect(slowIn(live(b, { ms: 3950, rate: 400 }))).toBe(0);
    expect(slowIn(live(b, { ms: 100, rate: 400 }))).toBe(1);
    expect(slowIn(live(b, { ms: 20_000, rate: 1 }))).toBe(0);
  });

  it("is not suspected above it", () => {
    const b = history(full);
    expect(suspectsIn(live(b, { ms: 20_000, rate: 520 }))).toEqual([]);
  });

  it("does not suspect itself", () => {
    const b = history([1000, 1000, 1000, 1000, 1000], 1);
    expect(b.view % 4).toBe(1);
    expect(suspectsIn(live(b, { ms: 10_000, rate: 1 }))).toEqual([]);
  });

  it("is not judged before the tenures of Q primaries are measured", () => {
    const b = history([1000, 1000]);
    expect(suspectsIn(live(b, { ms: 10_000, rate: 1 }))).toEqual([]);
    const again = history([1000, 1000, 1000]);
    expect(slowIn(live(again, { ms: 10_000, rate: 1 }))).toBe(1);
  });

  it("is compared with one tenure of each primary: the same one twice is no history", () => {
    const b = bench();
    for (let round = 0; round < 2; round += 1) {
      for (const rate of [1000, 1000]) {
        live(b, { ms: 6000, rate });
        nextView(b);
      }
      nextView(b);
      nextView(b);
    }
    expect(suspectsIn(live(b, { ms: 10_000, rate: 1 }))).toEqual([]);
  });

  it("halves the floor after n in a row", () => {
    const b = history(full);
    // Too short to be measured: the median stays.
    const short = { ms: 4050, rate: 400 };
    for (let tenure = 0; tenure < 4; tenure += 1) {
      expect(slowIn(live(b, short))).toBe(b.view % 4 === 1 ? 0 : 1);
      b.replica.judgement.rates.clear();
      for (const primary of [0, 1, 2, 3]) b.replica.judgement.rates.set(primary, 1000);
      nextView(b);
    }
    // One of the four was its own and no slow one.
    expect(b.replica.judgement.floorShare).toBe(0.5);
    for (let tenure = 0; tenure < 5; tenure += 1) {
      b.replica.judgement.tenure.suspected = true;
      nextView(b);
    }
    expect(b.replica.judgement.floorShare).toBe(0.25);
    b.replica.judgement.rates.clear();
    for (const primary of [0, 1, 2, 3]) b.replica.judgement.rates.set(primary, 1000);
    if (b.view % 4 === 1) nextView(b);
    expect(slowIn(live(b, { ms: 8000, rate: 260 }))).toBe(0);
    nextView(b);
    expect(b.replica.judgement.floorShare).toBe(0.5);
  });

  it("adapts when all get slower: at most one Suspect for each primary", () => {
    const b = history(full);
    let found = 0;
    for (let tenure = 0; tenure < 20; tenure += 1) {
      found += slowIn(live(b, { ms: 6000, rate: 300 }));
      nextView(b);
    }
    expect(found).toBeLessThanOrEqual(4);
    expect(slowIn(live(b, { ms: 6000, rate: 300 }))).toBe(0);
  });
});

describe("what a primary is not blamed for", () => {
  const blameless: Record<string, Omit<Tenure, "ms" | "rate">> = {
    "an idle cluster: no full block waits": { backlog: false },
    "no quorum in reach": { heard: [0] },
    "a window that missing certificates close": { uncertified: 8 },
    "blocks that this replica has to fetch first": { behind: true },
  };
  for (const [title, circumstances] of Object.entries(blameless))
    it(title, () => {
      const b = history(full);
      const effects = live(b, { ms: 20_000, rate: 0, ...circumstances });
      expect(slowIn(effects)).toBe(0);
      // Whoever was heard a moment ago is in reach a second longer.
      expect(b.replica.judgement.tenure.openMs).toBeLessThan(1000);
      expect(mayJudgePrimary(b.replica)).toBe(circumstances.backlog === false);
    });

  it("load that goes and comes: what is not measured leaves the rates as they are", () => {
    const b = history(full);
    for (let view = 0; view < 8; view += 1) {
      expect(slowIn(live(b, { ms: 5000, rate: 10, backlog: false }))).toBe(0);
      nextView(b);
    }
    expect([...b.replica.judgement.rates.values()].every((rate) => rate >= 1000)).toBe(true);
  });

  it("a replica between views, or one that follows", () => {
    const b = history(full);
    for (const validator of [0, 2])
      hear(b.replica, suspect(validator, { view: b.view, certified: b.height }));
    expect(replicaStatus(b.replica).active).toBe(false);
    expect(slowIn(live(b, { ms: 6000, rate: 1 }))).toBe(0);
  });

  it("a cluster at saturation whose speed varies by less than half", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 700, max: 1300 }), { minLength: 10, maxLength: 10 }),
        (rates) => {
          const b = bench();
          for (const rate of rates) {
            expect(slowIn(live(b, { ms: 6000, rate }))).toBe(0);
            nextView(b);
          }
        },
      ),
      { numRuns: 20, seed: 4, endOnFailure: true },
    );
  });
});

describe("attacks by the speed of a tenure", () => {
  it("f primaries that were very fast do not make the correct ones look slow", () => {
    const b = history([1000, 1_000_000, 1000, 1000]);
    expect(slowIn(live(b, { ms: 10_000, rate: 900 }))).toBe(0);
  });

  it("f primaries that were very slow do not lower what the next one owes", () => {
    const b = history([1000, 1000, 1, 1000]);
    expect(slowIn(live(b, { ms: 10_000, rate: 400 }))).toBe(1);
  });

  it("f Suspects for slowness move nobody out of a good view, however often they come", () => {
    const b = history(full);
    for (let certified = b.height; certified < b.height + 50; certified += 1)
      hear(b.replica, suspect(3, { view: b.view, certified, reason: suspectReason.slow }));
    live(b, { ms: 10_000, rate: 1000 });
    expect(replicaStatus(b.replica)).toMatchObject({ view: b.view, active: true, suspects: 1 });
  });

  it("blocks of transactions that were executed before are worth nothing", () => {
    const b = history(full);
    // The shell counts what a block executes for the first time.
    expect(slowIn(live(b, { ms: 10_000, rate: 0 }))).toBe(1);
  });
});
