// A transaction that the primary passes over (docs/consensus.md 4), and everything that is no such thing.
import { byteKey } from "@cartorio/crypto";
import type { DecodedEnvelope } from "@cartorio/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createStarvation,
  forgetTransactions,
  hasBacklog,
  judgeStarvation,
  restartStarvation,
  type SeenProposal,
  type Starvation,
  type StarvationLook,
  seeProposal,
  toldTransaction,
} from "../src/starvation.ts";
import { envelopeOf } from "./support/envelopes.ts";

const all = [0, 2, 3];
const lookMs = 250;

/** Validator 1 of four watches primary 0. */
interface Bench {
  readonly starvation: Starvation;
  nowMs: number;
  judging: boolean;
  primary: number;
  reached: readonly number[];
  readonly told: DecodedEnvelope[];
  readonly reserved: Set<DecodedEnvelope>;
  readonly refused: Set<DecodedEnvelope>;
}

function bench(): Bench {
  const options = { self: 1, quorum: 3, patienceMs: 4000, confirmMs: 4000, settleMs: 2000 };
  return {
    ...{ starvation: createStarvation(options), nowMs: 0, judging: true, primary: 0 },
    ...{ reached: all, told: [], reserved: new Set(), refused: new Set() },
  };
}

function lookOf(b: Bench): StarvationLook {
  return {
    ...{ nowMs: b.nowMs, judging: b.judging, primary: b.primary },
    isWaiting: (decoded) => !b.reserved.has(decoded),
    isAdmissible: (decoded) => !b.refused.has(decoded),
    tell: (decoded) => {
      b.told.push(decoded);
      tell(b, decoded, b.reached);
    },
  };
}

function tell(b: Bench, decoded: DecodedEnvelope, to: readonly number[] = all): void {
  toldTransaction(b.starvation, decoded, { to, nowMs: b.nowMs });
}

function propose(b: Bench, change: Partial<SeenProposal> = {}): void {
  seeProposal(b.starvation, {
    ...{ acceptedMs: b.nowMs, primary: b.primary, ids: new Set<string>(), hasRoom: () => true },
    ...change,
  });
}

/** Looks until then; proposals come every half second if they are wanted. */
function run(b: Bench, ms: number, proposal?: Partial<SeenProposal>): readonly DecodedEnvelope[] {
  const starved: DecodedEnvelope[] = [];
  for (const end = b.nowMs + ms; b.nowMs < end; ) {
    b.nowMs += lookMs;
    if (proposal !== undefined && b.nowMs % 500 === 0) propose(b, proposal);
    starved.push(...judgeStarvation(b.starvation, lookOf(b)));
  }
  return starved;
}

describe("starvation (docs/consensus.md 4)", () => {
  it("is found when blocks with room pass over what was told, and told again", () => {
    const b = bench();
    const one = envelopeOf({ id: 1 });
    tell(b, one);
    expect(run(b, 4000, {})).toEqual([]);
    expect(b.told).toEqual([]);
    expect(run(b, 4000, {})).toEqual([]);
    expect(b.told).toEqual([one]);
    expect(run(b, 1000, {})).toEqual([one]);
    // And again after the same time, for as long as it lasts.
    expect(run(b, 9000, {})).toEqual([one]);
  });

  it("is found when no proposal comes at all", () => {
    const b = bench();
    const one = envelopeOf({ id: 1 });
    tell(b, one);
    expect(run(b, 9000)).toEqual([one]);
  });

  it("gives the next primary another try", () => {
    const b = bench();
    tell(b, envelopeOf({ id: 1 }));
    run(b, 8000, {});
    b.primary = 2;
    restartStarvation(b.starvation);
    expect(run(b, 8000, {})).toEqual([]);
  });

  it("has one timer for each sender, for its oldest transaction", () => {
    const b = bench();
    const [first, second] = [envelopeOf({ id: 1 }), envelopeOf({ id: 2 })];
    const other = envelopeOf({ id: 3, payer: "did:cartorio:t:b" });
    for (const decoded of [first, second, other]) tell(b, decoded);
    expect(b.starvation.timers.size).toBe(0);
    expect(run(b, 9000, {})).toEqual([first, other]);
    expect(b.starvation.timers.size).toBe(2);
    forgetTransactions(b.starvation, [first.id, other.id]);
    // The second begins to wait when the first is gone, however long it is here.
    expect(run(b, 8000, {})).toEqual([]);
    expect(run(b, 1000, {})).toEqual([second]);
  });
});

describe("what is no starvation", () => {
  it.each<[string, (b: Bench, one: DecodedEnvelope) => Partial<SeenProposal> | undefined]>([
    ["overload: every block is full", () => ({ hasRoom: () => false })],
    ["a block that was on its way when it was told", () => ({ acceptedMs: 1000 })],
    [
      "what not every validator would admit any more",
      (b, one) => {
        b.refused.add(one);
        return {};
      },
    ],
    [
      "what a proposal in flight names",
      (b, one) => {
        b.reserved.add(one);
        return {};
      },
    ],
    ["what each block names", (_, one) => ({ ids: new Set([byteKey(one.id)]) })],
    [
      "a node that is behind, or out of reach of a quorum",
      (b) => {
        b.judging = false;
        return {};
      },
    ],
    [
      "what cannot be told to the primary again",
      (b) => {
        b.reached = [2, 3];
        return {};
      },
    ],
  ])("%s", (_title, arrange) => {
    const b = bench();
    const one = envelopeOf({ id: 1 });
    tell(b, one);
    expect(run(b, 60_000, arrange(b, one))).toEqual([]);
  });

  it.each([
    ["the primary", [2, 3]],
    ["a quorum", [0]],
  ])("a transaction that was not told to %s", (_title, to) => {
    const b = bench();
    tell(b, envelopeOf({ id: 1 }), to);
    expect(run(b, 60_000, {})).toEqual([]);
    // A dead validator does not protect the primary.
    tell(b, envelopeOf({ id: 1 }), [0, 2]);
    expect(run(b, 9000, {})).toHaveLength(1);
  });

  it("a clock that jumps", () => {
    const b = bench();
    tell(b, envelopeOf({ id: 1 }));
    run(b, 500);
    for (let jump = 0; jump < 3; jump += 1) {
      b.nowMs += 3_600_000;
      expect(run(b, 250)).toEqual([]);
      expect(b.told).toEqual([]);
    }
  });

  it("a transaction of another envelope that was executed", () => {
    const b = bench();
    tell(b, envelopeOf({ id: 1, hash: 7 }));
    run(b, 8000, {});
    forgetTransactions(b.starvation, [envelopeOf({ id: 1, hash: 8 }).id]);
    expect(run(b, 9000, {})).toEqual([]);
    expect([b.starvation.byPayer.size, b.starvation.payerOf.size]).toEqual([0, 0]);
    expect(b.starvation.timers.size).toBe(0);
  });
});

interface Arrival {
  readonly atMs: number;
  readonly payer: number;
}

/** A primary that is slow, loses gossip now and then and fills its blocks in order of arrival; or censors. */
function simulate(
  arrivals: readonly Arrival[],
  primary: {
    readonly everyMs: number;
    readonly most: number;
    readonly loses: number;
    readonly censors: boolean;
  },
): readonly DecodedEnvelope[] {
  const b = bench();
  const held: DecodedEnvelope[] = [];
  const starved: DecodedEnvelope[] = [];
  const open = [...arrivals].sort((left, right) => left.atMs - right.atMs);
  let sent = 0;
  const send = (decoded: DecodedEnvelope): void => {
    sent += 1;
    const isLost = primary.loses > 0 && sent % primary.loses === 0;
    if (!isLost && !held.includes(decoded)) held.push(decoded);
  };
  const look = (): StarvationLook => ({
    ...lookOf(b),
    tell: (decoded) => {
      send(decoded);
      tell(b, decoded);
    },
  });
  for (; b.nowMs < 60_000; b.nowMs += lookMs) {
    for (let next = open[0]; next !== undefined && next.atMs <= b.nowMs; next = open[0]) {
      open.shift();
      const decoded = envelopeOf({ id: open.length + 1, payer: `payer ${next.payer}` });
      send(decoded);
      tell(b, decoded);
    }
    if (b.nowMs % primary.everyMs === 0) {
      const allowed = held.filter(({ payer }) => !primary.censors || payer !== "payer 0");
      const block = allowed.slice(0, primary.most);
      propose(b, {
        ids: new Set(block.map(({ id }) => byteKey(id))),
        hasRoom: () => block.length < primary.most,
      });
      for (const decoded of block) held.splice(held.indexOf(decoded), 1);
      forgetTransactions(
        b.starvation,
        block.map(({ id }) => id),
      );
    }
    starved.push(...judgeStarvation(b.starvation, look()));
  }
  return starved;
}

describe("attacks by starvation", () => {
  const load = fc.array(
    fc.record({ atMs: fc.integer({ min: 0, max: 40_000 }), payer: fc.integer({ min: 0, max: 5 }) }),
    { minLength: 1, maxLength: 150 },
  );
  const shape = fc.record({
    everyMs: fc.constantFrom(250, 500, 1000, 2000),
    most: fc.integer({ min: 1, max: 20 }),
  });

  it("no load, however it is arranged, makes a correct primary look like one that censors", () => {
    fc.assert(
      fc.property(load, shape, (arrivals, primary) => {
        expect(simulate(arrivals, { ...primary, loses: 0, censors: false })).toEqual([]);
      }),
      { numRuns: 100, seed: 11 },
    );
  });

  it("nor does gossip that gets lost once: it is told again before anybody is suspected", () => {
    fc.assert(
      fc.property(load, fc.integer({ min: 2, max: 9 }), (arrivals, loses) => {
        const kind = { everyMs: 500, most: 20, censors: false };
        const slow = arrivals.map((arrival, index) => ({ ...arrival, atMs: index * 90 }));
        expect(simulate(slow, { ...kind, loses: 2 * loses + 1 }).length).toBeLessThanOrEqual(
          // Lost twice in a row: told, told again, and still not there.
          arrivals.length / loses ** 2,
        );
      }),
      { numRuns: 50, seed: 12 },
    );
  });

  it("a primary that censors one sender is found, whoever else is served", () => {
    const arrivals = Array.from({ length: 120 }, (_, index) => ({
      ...{ atMs: index * 300, payer: index % 4 },
    }));
    const starved = simulate(arrivals, { everyMs: 500, most: 20, loses: 0, censors: true });
    expect(new Set(starved.map(({ payer }) => payer))).toEqual(new Set(["payer 0"]));
  });

  it("a sender with a long queue has one timer: its own load is not held against the primary", () => {
    const b = bench();
    for (let id = 1; id <= 500; id += 1) tell(b, envelopeOf({ id }));
    for (let id = 1; id <= 500; id += 1) {
      expect(run(b, 500, { hasRoom: () => false })).toEqual([]);
      forgetTransactions(b.starvation, [envelopeOf({ id }).id]);
    }
    expect(b.told).toEqual([]);
  });
});

describe("the backlog by which the speed of a primary is measured", () => {
  const block = { transactions: 10, maxPerPayer: 5 };
  const fillUp = (b: Bench, perPayer: readonly number[], to: readonly number[] = all): void => {
    perPayer.forEach((count, payer) => {
      for (let index = 0; index < count; index += 1)
        tell(b, envelopeOf({ id: 100 * payer + index, payer: `payer ${payer}` }), to);
    });
  };

  it.each([
    ["a full block of several payers", [5, 5], all, true],
    ["more of one payer than a block holds of it", [50], all, false],
    ["one too few", [5, 4], all, false],
    ["three payers", [4, 3, 3], all, true],
    ["what the primary was not told of", [5, 5], [2, 3], false],
  ])("%s", (_title, perPayer, to, expected) => {
    const b = bench();
    fillUp(b, perPayer, to);
    b.nowMs = 2000;
    expect(hasBacklog(b.starvation, lookOf(b), block)).toBe(expected);
  });

  it("needs time to arrive, and what is in flight does not count", () => {
    const b = bench();
    fillUp(b, [5, 5]);
    b.nowMs = 1999;
    expect(hasBacklog(b.starvation, lookOf(b), block)).toBe(false);
    b.nowMs = 2000;
    const look = { ...lookOf(b), isWaiting: ({ id }: DecodedEnvelope) => id[3] !== 1 };
    expect(hasBacklog(b.starvation, look, block)).toBe(false);
  });
});
