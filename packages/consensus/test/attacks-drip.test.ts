// A faulty validator that gives just enough, just in time: each test is named after what it wins.
import type { Effect } from "@cartorio/consensus";
import { describe, expect, it } from "vitest";
import { finality } from "./builders.ts";
import { hear, run, start } from "./replica-helpers.ts";

const statuses = (effects: readonly Effect[]): number =>
  effects.filter((effect) => effect.kind === "send" && effect.message.kind === "status").length;

describe("certificates of long ago, one at a time", () => {
  it("do not keep a replica that lags from saying how far it is", () => {
    const replica = start();
    let said = 0;
    for (let height = 1; height <= 40; height += 1) {
      hear(replica, { kind: "certificate", value: finality(height) }, 3);
      said += statuses(run(replica, height * 200, (height + 1) * 200));
    }
    // It would have to be done for every height that it was away.
    expect(said).toBeGreaterThan(20);
  });
});
