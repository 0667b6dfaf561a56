import { describe, expect, it } from "vitest";
import { createRandom, type Random } from "../../src/random.ts";
import { createDelayLine, type LineItem, type LinkConditions } from "../../src/real/delay-line.ts";
import { createHandClock } from "./hand-clock.ts";

const perfect = { latencyMs: 0, lossRate: 0, bytesPerSecond: undefined, isCut: false };
const mebibyte = 1024 * 1024;

/** Chances in a row: whether each segment, and each time it is sent again, is lost. */
function scripted(losses: readonly boolean[]): Random {
  let at = 0;
  return { ...createRandom(1), chance: () => losses[at++] ?? false };
}

function lineOf(first: Partial<LinkConditions>, random = createRandom(1)) {
  const clock = createHandClock();
  const arrived: { readonly text: string; readonly atMs: number }[] = [];
  const state = { link: { ...perfect, ...first }, accepts: true, rooms: 0 };
  const line = createDelayLine({
    conditions: () => state.link,
    random,
    clock,
    deliver(item) {
      const text = item.kind === "data" ? Buffer.from(item.bytes).toString() : item.kind;
      arrived.push({ text, atMs: clock.nowMs() });
      return state.accepts;
    },
    onRoom: () => {
      state.rooms += 1;
    },
  });
  return { line, clock, arrived, state };
}

const text = (value: string): LineItem => ({ kind: "data", bytes: Buffer.from(value) });

describe("one direction of a connection", () => {
  it("delays everything by the latency and keeps the order", () => {
    const { line, clock, arrived } = lineOf({ latencyMs: 80 });
    line.push({ kind: "open" });
    clock.advance(30);
    line.push(text("a"));
    line.push({ kind: "end" });
    clock.advance(49);
    expect(arrived).toEqual([]);
    clock.advance(100);
    expect(arrived).toEqual([
      { text: "open", atMs: 80 },
      { text: "a", atMs: 110 },
      { text: "end", atMs: 110 },
    ]);
  });

  it("never overtakes when the latency falls", () => {
    const { line, clock, arrived, state } = lineOf({ latencyMs: 500 });
    line.push(text("slow"));
    state.link = perfect;
    line.push(text("quick"));
    clock.advance(1000);
    expect(arrived.map(({ text: name }) => name)).toEqual(["slow", "quick"]);
  });

  it("lets through as many bytes per second as it may", () => {
    const { line, clock, arrived } = lineOf({ bytesPerSecond: 1000 });
    line.push(text("x".repeat(500)));
    line.push(text("y".repeat(250)));
    clock.advance(2000);
    expect(arrived.map(({ atMs }) => atMs)).toEqual([500, 750]);
  });

  it("holds everything while it is cut, the end of the connection too, and loses none of it", () => {
    const { line, clock, arrived, state } = lineOf({ isCut: true });
    for (const item of [text("a"), text("b"), { kind: "reset" } as const]) line.push(item);
    clock.advance(60_000);
    expect(arrived).toEqual([]);
    state.link = perfect;
    line.conditionsChanged();
    expect(arrived.map(({ text: name }) => name)).toEqual(["a", "b", "reset"]);
  });

  it("waits for a receiver that takes no more", () => {
    const { line, arrived, state } = lineOf({});
    state.accepts = false;
    line.push(text("a"));
    line.push(text("b"));
    expect(arrived).toHaveLength(1);
    line.resume();
    expect(arrived).toHaveLength(2);
  });

  it("tells the sender when it is full and when there is room again", () => {
    const { line, state } = lineOf({ isCut: true });
    const chunk = { kind: "data", bytes: new Uint8Array(mebibyte) } as const;
    const verdicts = Array.from({ length: 5 }, () => line.push(chunk));
    expect(verdicts).toEqual([true, true, true, true, false]);
    expect(state.rooms).toBe(0);
    state.link = perfect;
    line.conditionsChanged();
    expect(state.rooms).toBe(1);
  });

  it("says nothing more after it was stopped", () => {
    const { line, clock, arrived } = lineOf({ latencyMs: 10 });
    line.push(text("a"));
    line.stop();
    line.push(text("b"));
    clock.advance(100);
    expect(arrived).toEqual([]);
  });
});

describe("loss on a TCP stream", () => {
  it("holds up what follows until the timer of TCP, doubled when it is lost again", () => {
    const { line, clock, arrived } = lineOf(
      { latencyMs: 50, lossRate: 0.5 },
      scripted([true, true]),
    );
    line.push(text("lost twice"));
    line.push(text("behind it"));
    clock.advance(5000);
    // 50 on the way; timers of 200 and a round trip of 100, then twice that.
    expect(arrived.map(({ atMs }) => atMs)).toEqual([50 + 300 + 600, 50 + 300 + 600]);
  });

  it("costs one round trip when enough segments follow the lost one", () => {
    const { line, clock, arrived } = lineOf({ latencyMs: 50, lossRate: 0.5 }, scripted([true]));
    line.push({ kind: "data", bytes: new Uint8Array(10 * 1460) });
    clock.advance(5000);
    expect(arrived.map(({ atMs }) => atMs)).toEqual([150]);
  });

  it("loses no byte at any rate", () => {
    const { line, clock, arrived } = lineOf({ latencyMs: 5, lossRate: 0.9 });
    const sent = Array.from({ length: 100 }, (_, index) => `${index}`);
    for (const value of sent) line.push(text(value));
    clock.advance(100 * 60_000);
    expect(arrived.map(({ text: name }) => name)).toEqual(sent);
  });
});
