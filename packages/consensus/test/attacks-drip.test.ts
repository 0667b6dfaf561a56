// A faulty validator that gives just enough, just in time: each test is named after what it wins.
import { type Effect, type Replica, step } from "@cartorio/consensus";
import { describe, expect, it } from "vitest";
import { finality, newView, prePrepare, prepared, viewChangeBody } from "./builders.ts";
import { bodies, hear, kinds, named, proposal, run, start } from "./replica-helpers.ts";

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

describe("bodies that the primary lets a backup wait for", () => {
  const proven = { kind: "obtainBodies", proposalDigest: named, fresh: false };
  const waiting = (): Replica => {
    const replica = start();
    hear(replica, prePrepare(proposal), 0);
    return replica;
  };

  it("are asked of all signers when the next view begins with it", () => {
    const replica = waiting();
    const list = [prepared(1, { digest: named, indices: [0, 2, 3] })];
    const changes = [0, 2, 3].map((index) => viewChangeBody(index, { view: 2, prepared: list }));
    const entries = [{ height: 1, proposalDigest: named }];
    const effects = hear(replica, newView(2, changes, { entries }), 2);
    expect(effects.at(-1)).toMatchObject({ ...proven, from: [0, 2, 3] });
    // The first answer counts.
    expect(kinds(step(replica, bodies(proposal)))).toEqual(["persist", "sign vote"]);
    expect(step(replica, bodies(proposal))).toEqual([]);
  });
});
