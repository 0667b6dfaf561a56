// Starvation in a node (docs/consensus.md 4): clocks, admission and blocks as they are.
import type { ReplicaEvent } from "@cartorio/consensus";
import { type DecodedEnvelope, defaultParameters, limits } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { blockRoom, blockWork } from "../src/block-room.ts";
import {
  createStarvationWatch,
  lookIntervalMs,
  type StarvationWatch,
} from "../src/starvation-watch.ts";
import { type EnvelopeShape, envelopeOf } from "./support/envelopes.ts";

const wallMs = 1_700_000_000_000;
const { maxClockDriftMs } = defaultParameters;
const soon = (ms: number, shape: Partial<EnvelopeShape> = {}): DecodedEnvelope =>
  envelopeOf({ id: 1, validUntil: wallMs + ms, ...shape });

interface Bench {
  readonly watch: StarvationWatch;
  readonly posted: ReplicaEvent[];
  readonly told: DecodedEnvelope[];
  readonly askedAt: number[];
  nowMs: number;
  primary: number;
  refuses: (wallMs: number) => boolean;
}

/** Validator 1 of four; whatever is told reaches all. */
function bench(maxBlockTransactions = 1024): Bench {
  const b: Omit<Bench, "watch"> = {
    ...{ posted: [], told: [], askedAt: [], nowMs: 0, primary: 0, refuses: () => false },
  };
  const watch: StarvationWatch = createStarvationWatch({
    parameters: { ...defaultParameters, maxBlockTransactions },
    ...{ self: 1, validators: 4 },
    replica: () => ({ judging: true, primary: b.primary }),
    isWaiting: () => true,
    admission: (_, ms) => {
      b.askedAt.push(ms);
      return b.refuses(ms) ? "EXPIRED" : undefined;
    },
    tell: (decoded) => {
      b.told.push(decoded);
      watch.told([decoded], [0, 2, 3]);
    },
    post: (event) => b.posted.push(event),
    clock: { monotonicMs: () => b.nowMs, wallMs: () => wallMs + b.nowMs },
  });
  return Object.assign(b, { watch });
}

function run(b: Bench, ms: number, block: readonly DecodedEnvelope[] = []): void {
  for (const end = b.nowMs + ms; b.nowMs < end; ) {
    b.nowMs += lookIntervalMs;
    b.watch.proposed({ envelopes: block, time: wallMs + b.nowMs }, b.nowMs);
    b.watch.look();
  }
}

function starved(b: Bench): readonly Uint8Array[] {
  return b.posted.flatMap((event) => (event.kind === "starved" ? [event.envelope] : []));
}

describe("starvation in a node (docs/consensus.md 4)", () => {
  it("posts the exact bytes of what blocks with room pass over", () => {
    const b = bench();
    const one = soon(300_000);
    b.watch.told([one], [0, 2, 3]);
    run(b, 8000);
    expect([b.told, starved(b)]).toEqual([[one], []]);
    run(b, 1000);
    expect(starved(b)).toEqual([one.bytes]);
    b.watch.gone([one.id]);
    run(b, 20_000);
    expect(starved(b)).toHaveLength(1);
  });

  it("judges what another suspects from when it has told it to all itself", () => {
    const b = bench();
    const one = soon(300_000);
    b.watch.suspected(one);
    expect(b.told).toEqual([one]);
    run(b, 3750);
    expect(starved(b)).toEqual([]);
    run(b, 500);
    expect(starved(b)).toEqual([one.bytes]);
    expect(b.told).toHaveLength(1);
  });

  it("judges an older transaction of the same sender first, whatever another suspects", () => {
    const b = bench();
    const older = soon(300_000, { id: 2 });
    b.watch.told([older], [0, 2, 3]);
    b.watch.suspected(soon(300_000));
    run(b, 7500);
    expect(starved(b)).toEqual([]);
    run(b, 1500);
    expect(starved(b)).toEqual([older.bytes]);
  });

  it("does not suspect while this node is the primary, and starts again in a new view", () => {
    const b = bench();
    b.watch.told([soon(300_000)], [0, 2, 3]);
    run(b, 8000);
    b.watch.viewEntered();
    run(b, 8000);
    expect(starved(b)).toEqual([]);
    b.primary = 1;
    run(b, 30_000);
    expect(starved(b)).toEqual([]);
  });

  it("asks the newest state before it suspects, by every clock within the drift", () => {
    for (const ms of [-maxClockDriftMs, maxClockDriftMs]) {
      const b = bench();
      b.watch.told([soon(300_000)], [0, 2, 3]);
      b.refuses = (asked) => asked === wallMs + b.nowMs + ms;
      run(b, 30_000);
      expect([b.told, starved(b)]).toEqual([[], []]);
      expect(b.askedAt.length).toBeGreaterThan(0);
    }
  });

  it("tells when a full block of several payers waits, and when it is gone", () => {
    const b = bench(4);
    const load = [1, 2, 3, 4].map((id) => soon(300_000, { id, payer: `payer ${id % 2}` }));
    b.watch.told(load, [0, 2, 3]);
    run(b, 1750);
    expect(b.posted).toEqual([]);
    run(b, 500);
    expect(b.posted).toEqual([{ kind: "backlog", full: true }]);
    b.watch.gone(load.slice(0, 1).map(({ id }) => id));
    run(b, 250);
    expect(b.posted.at(-1)).toEqual({ kind: "backlog", full: false });
  });
});

describe("attacks by a client on a correct primary", () => {
  it.each([
    ["about to expire: a primary with a fast clock leaves it out", maxClockDriftMs - 1],
    ["so far ahead that a slow clock refuses it", limits.validityWindowMs - maxClockDriftMs + 1],
  ])("a transaction %s", (_title, ms) => {
    const b = bench();
    b.refuses = () => true;
    b.watch.told([soon(ms)], [0, 2, 3]);
    run(b, 8000);
    expect([b.told, starved(b)]).toEqual([[], []]);
  });

  it("thousands that a primary with another clock refuses are no backlog", () => {
    const b = bench(4);
    b.refuses = () => true;
    const ms = limits.validityWindowMs - 1;
    const load = Array.from({ length: 40 }, (_, id) => soon(ms, { id, payer: `payer ${id % 4}` }));
    b.watch.told(load, [0, 2, 3]);
    run(b, 9000);
    expect(b.posted).toEqual([]);
  });

  it("a sender whose share of the block is used up", () => {
    const b = bench();
    b.watch.told([soon(300_000)], [0, 2, 3]);
    const share = defaultParameters.maxBlockCost / 2;
    run(b, 30_000, [envelopeOf({ id: 2, cost: share - 50 })]);
    expect(starved(b)).toEqual([]);
    run(b, 30_000, [envelopeOf({ id: 2, payer: "another", cost: share - 50 })]);
    expect(starved(b)).not.toEqual([]);
  });

  it("a block that stops at a large transaction passes no small one behind it over", () => {
    const small = soon(300_000);
    const { maxBlockBytes, maxBlockCost } = defaultParameters;
    const block = (shape: Partial<EnvelopeShape>) => ({
      envelopes: [envelopeOf({ id: 2, payer: "another", ...shape })],
      time: wallMs,
    });
    const bytes = maxBlockBytes - limits.maxEnvelopeBytes;
    for (const [shape, room] of [
      [{ size: bytes }, true],
      [{ size: bytes + 1 }, false],
      [{ cost: maxBlockCost / 2 }, true],
      [{ cost: maxBlockCost / 2 + 1 }, false],
    ] as const)
      expect(blockRoom(defaultParameters, block(shape))(small)).toBe(room);
    const one = { ...defaultParameters, maxBlockTransactions: 1 };
    expect(blockRoom(one, block({}))(small)).toBe(false);
    expect(blockRoom(defaultParameters, { envelopes: [], time: wallMs + 300_001 })(small)).toBe(
      false,
    );
  });
});

it("a block counts by what it executed, and as full when nothing large would fit", () => {
  const few = [1, 2, 3].map((id) => envelopeOf({ id }));
  expect(blockWork(defaultParameters, few)).toBe(3);
  expect(blockWork(defaultParameters, [])).toBe(0);
  const dear = [1, 2].map((id) => envelopeOf({ id, cost: defaultParameters.maxBlockCost / 3 }));
  expect(blockWork(defaultParameters, dear)).toBe(defaultParameters.maxBlockTransactions);
});
