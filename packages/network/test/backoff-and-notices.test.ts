import { describe, expect, it } from "vitest";
import { backoffMs } from "../src/backoff.ts";
import { createNoticeBoard } from "../src/notices.ts";
import type { NetworkNotice } from "../src/ports.ts";

describe("backoff", () => {
  const limits = { baseBackoffMs: 100, maxBackoffMs: 3_000 };
  it("doubles up to the cap and is jittered over its whole range", () => {
    const ceilings = [0, 1, 2, 3, 4, 5, 6, 1_000_000].map((failures) =>
      backoffMs(failures, limits, 0.999_999_9),
    );
    expect(ceilings).toEqual([99, 199, 399, 799, 1599, 2999, 2999, 2999]);
    expect(backoffMs(6, limits, 0)).toBe(0);
    expect(backoffMs(6, limits, 0.5)).toBe(1500);
  });
});

describe("notice board", () => {
  const refused = (peer: string): NetworkNotice => ({
    kind: "refused",
    peer,
    code: "NOT_ADMITTED",
  });

  it("tells the same thing once per window", () => {
    const told: NetworkNotice[] = [];
    let now = 0;
    const board = createNoticeBoard(
      (notice) => told.push(notice),
      () => now,
    );
    board.post(refused("a"));
    board.post(refused("a"));
    board.post({ kind: "refused", peer: "a", code: "WRONG_CHAIN" });
    expect(told).toHaveLength(2);
    now = 10_000;
    board.post(refused("a"));
    expect(told).toHaveLength(3);
  });

  it("is bounded against strangers with fresh keys", () => {
    const told: NetworkNotice[] = [];
    const board = createNoticeBoard(
      (notice) => told.push(notice),
      () => 0,
    );
    for (let index = 0; index < 10_000; index += 1) board.post(refused(`stranger ${index}`));
    expect(told).toHaveLength(64);
  });
});
