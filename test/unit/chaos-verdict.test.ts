import { describe, expect, it } from "vitest";
import { createFaultsNow } from "../../scripts/chaos/faults-now.ts";
import { createRecoveryMeter, hasConnectedQuorum } from "../../scripts/chaos/recovery.ts";
import { requiredCounts } from "../../scripts/chaos/schedule.ts";
import { type Findings, judge } from "../../scripts/chaos/verdict.ts";

const good: Findings = {
  minutes: 5,
  counts: requiredCounts(5),
  acknowledged: 4321,
  lost: 0,
  duplicated: 0,
  longestRecoveryMs: 20_940,
  stateRootsEqual: true,
  guardViolations: 0,
  problems: [],
};

describe("the verdict on a chaos run", () => {
  it("is good when everything held, in exactly the members that are promised", () => {
    const { result, failures } = judge(good);
    expect(failures).toEqual([]);
    expect(JSON.stringify(result)).toBe(
      '{"kills":12,"pauses":3,"partitions":3,"wipes":1,"journalRollbacks":2,"directoryRestores":1,' +
        '"acknowledged":4321,"lost":0,"duplicated":0,"maxRecoverySeconds":21,' +
        '"stateRootsEqual":true,"guardViolations":0}',
    );
  });

  it.each<[string, Partial<Findings>, string]>([
    ["a kill too few", { counts: { ...good.counts, kill: 11 } }, "11 of 12 faults kill"],
    ["nothing acknowledged", { acknowledged: 0 }, "nothing was acknowledged"],
    ["a lost one", { lost: 1 }, "1 acknowledged transactions are missing"],
    ["one executed twice", { duplicated: 2 }, "2 transactions were executed more than once"],
    ["a long standstill", { longestRecoveryMs: 21_001 }, "stood still for 21.1 s"],
    ["other state roots", { stateRootsEqual: false }, "do not hold the same state"],
    ["a vote without permission", { guardViolations: 1 }, "1 signatures were given without"],
    ["anything else", { problems: ["node-2 did not start"] }, "node-2 did not start"],
  ])("fails for %s", (_, change, reason) => {
    expect(judge({ ...good, ...change }).failures).toEqual([expect.stringContaining(reason)]);
  });

  it("asks a shorter run for its share", () => {
    expect(judge({ ...good, minutes: 3, counts: requiredCounts(3) }).failures).toEqual([]);
    expect(requiredCounts(3)).toMatchObject({ kill: 8, wipe: 1, journalRollback: 2 });
  });
});

describe("the length of a standstill", () => {
  function meterWith(seen: readonly (readonly [number, number, boolean])[]) {
    const meter = createRecoveryMeter(0);
    for (const [nowMs, height, hasQuorum] of seen) meter.observe({ nowMs, height, hasQuorum });
    return meter;
  }

  it("counts between certified heights while there is a quorum", () => {
    const meter = meterWith([
      [0, 1, true],
      [300, 2, true],
      [1000, 3, true],
      [1100, 4, true],
    ]);
    expect(meter.longestMs(1100)).toBe(700);
  });

  it("counts from the moment the quorum is there, not from the loss of it", () => {
    const meter = meterWith([
      [0, 1, true],
      [100, 1, false],
      [9000, 1, true],
      [9400, 2, true],
    ]);
    expect(meter.longestMs(9400)).toBe(400);
  });

  it("counts one that lasts at the end, and one that ends with the loss of the quorum", () => {
    expect(
      meterWith([
        [0, 1, true],
        [100, 2, true],
      ]).longestMs(5100),
    ).toBe(5000);
    expect(
      meterWith([
        [0, 1, true],
        [4000, 1, false],
      ]).longestMs(9000),
    ).toBe(4000);
  });
});

describe("a connected quorum", () => {
  const sightsOf = (links: readonly (readonly number[])[], wrong: readonly number[] = []) =>
    links.map((peers, index) => ({
      isCorrect: !wrong.includes(index),
      connectedTo: new Set(peers),
    }));
  const whole = [
    [1, 2, 3],
    [0, 2, 3],
    [0, 1, 3],
    [0, 1, 2],
  ];
  const uncut = (): boolean => false;

  it("is there when enough correct validators are connected to each other", () => {
    expect(hasConnectedQuorum(sightsOf(whole), 3, uncut)).toBe(true);
    expect(hasConnectedQuorum(sightsOf(whole, [0]), 3, uncut)).toBe(true);
    expect(hasConnectedQuorum(sightsOf(whole, [0, 1]), 3, uncut)).toBe(false);
  });

  it("needs the word of both ends of a connection", () => {
    const oneSided = [
      [1, 2, 3],
      [2, 3],
      [0, 1],
      [0, 1],
    ];
    expect(hasConnectedQuorum(sightsOf(oneSided), 3, uncut)).toBe(false);
  });

  it("needs a network that is not cut, even if nobody has noticed yet", () => {
    const apart = (from: number, to: number): boolean => from < 2 !== to < 2;
    expect(hasConnectedQuorum(sightsOf(whole), 3, apart)).toBe(false);
  });
});

describe("who is faulty now", () => {
  it("counts everybody in trouble, and lets one in trouble have more of it", () => {
    const faults = createFaultsNow(1);
    expect(faults.mayDisturb(2)).toBe(true);
    faults.add(2, "paused");
    expect([faults.mayDisturb(2), faults.mayDisturb(1)]).toEqual([true, false]);
    faults.add(2, "down");
    faults.remove(2, "paused");
    expect(faults.mayDisturb(1)).toBe(false);
    faults.remove(2, "down");
    expect(faults.mayDisturb(1)).toBe(true);
  });

  it("counts one that returns as faulty, but lets it complete a quorum", () => {
    const faults = createFaultsNow(1);
    faults.add(0, "returning");
    expect([faults.isFaulty(0), faults.isCorrect(0), faults.mayDisturb(1)]).toEqual([
      ...[true, true, false],
    ]);
  });

  it("counts one that forgot votes as faulty until it may vote in a later epoch", () => {
    const faults = createFaultsNow(1);
    faults.forget(0, 3);
    expect([faults.isFaulty(0), faults.isCorrect(0)]).toEqual([true, false]);
    faults.remember(0, 3);
    expect(faults.isFaulty(0)).toBe(true);
    faults.remember(0, 4);
    expect(faults.isFaulty(0)).toBe(false);
  });
});
