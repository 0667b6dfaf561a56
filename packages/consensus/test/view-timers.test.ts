// The timers of docs/consensus.md 4, sentence by sentence where no other test stands.
import { type Effect, type Replica, replicaStatus, step } from "@cartorio/consensus";
import { decodeSuspectBody, defaultParameters, suspectReason } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import {
  fill,
  finality,
  newView,
  prePrepare,
  suspect,
  viewChange,
  viewChangeBody,
  vote,
} from "./builders.ts";
import { labWallMs } from "./lab-keys.ts";
import { base, bodies, hear, kinds, proposal, run, start, tick } from "./replica-helpers.ts";

function reasonsIn(effects: readonly Effect[]): number[] {
  return effects.flatMap((effect) => {
    if (effect.kind !== "sign" || effect.message.kind !== "suspect") return [];
    const body = decodeSuspectBody(effect.message.body);
    return body.ok ? [body.value.reason] : [];
  });
}
function commit(replica: Replica, height: number, view = 0): void {
  for (const validator of [0, 2, 3])
    hear(replica, vote(validator, { kind: 3, view, height, digest: fill(height) }));
}
const waiting = (replica: Replica): Replica => {
  step(replica, { kind: "mempool", waiting: true });
  return replica;
};
const enter = (replica: Replica, view: number): Effect[] =>
  hear(
    replica,
    newView(
      view,
      [0, 2, 3].map((index) => viewChangeBody(index, { view })),
    ),
  );

describe("rotation is a planned view change", () => {
  const short = { ...defaultParameters, rotationBlocks: 3, rotationTimeMs: 5000 };

  it("is due after so many certified blocks of the view", () => {
    const replica = start({ parameters: short });
    hear(replica, { kind: "certificate", value: finality(2) });
    expect(reasonsIn(tick(replica, 50))).toEqual([]);
    hear(replica, { kind: "certificate", value: finality(3) });
    expect(reasonsIn(tick(replica, 100))).toEqual([suspectReason.rotation]);
    expect(reasonsIn(tick(replica, 150))).toEqual([]);
  });

  it("is due after so much time in the view, loaded or idle, and counts from the entry", () => {
    const replica = start({ parameters: short });
    expect(reasonsIn(run(replica, 0, 4950))).toEqual([]);
    enter(replica, 2);
    expect(reasonsIn(run(replica, 4950, 9900))).toEqual([]);
    expect(reasonsIn(run(replica, 9900, 9950))).toEqual([suspectReason.rotation]);
  });

  it("takes place while the window is closed, and not for one validator alone", () => {
    const replica = start({ parameters: short });
    for (let height = 1; height <= 8; height += 1) commit(replica, height);
    expect(reasonsIn(run(replica, 0, 5000))).toEqual([suspectReason.rotation]);
    const [own] = base.validators.validators;
    if (own === undefined) expect.fail("no validator");
    const alone = { ...base.validators, validators: [own] };
    const single = start({ self: 0, validators: alone, parameters: short });
    expect(reasonsIn(run(single, 0, 19_000))).toEqual([]);
  });

  it("waits for no other own Suspect longer than that one counts", () => {
    const replica = waiting(start({ parameters: short }));
    expect(reasonsIn(run(replica, 0, 2000))).toEqual([suspectReason.noProgress]);
    hear(replica, suspect(1));
    expect(reasonsIn(run(replica, 2000, 6000))).toEqual([]);
    step(replica, { kind: "mempool", waiting: false });
    hear(replica, { kind: "certificate", value: finality(1) });
    expect(reasonsIn(run(replica, 6000, 6050))).toEqual([suspectReason.rotation]);
  });
});

describe("the progress timer", () => {
  it("runs for an accepted proposal that is not committed, and starts anew with each commit", () => {
    const replica = start();
    hear(replica, prePrepare(proposal));
    step(replica, bodies(proposal));
    expect(reasonsIn(run(replica, 0, 1950))).toEqual([]);
    commit(replica, 1);
    expect(reasonsIn(run(replica, 1950, 9000))).toEqual([]);
    const other = start();
    hear(other, prePrepare(proposal));
    expect(reasonsIn(run(other, 0, 2000))).toEqual([suspectReason.noProgress]);
  });

  it("does not start anew for h+1 without h", () => {
    const replica = waiting(start());
    run(replica, 0, 1950);
    commit(replica, 2);
    expect(reasonsIn(run(replica, 1950, 2000))).toEqual([suspectReason.noProgress]);
  });

  it("goes on when certificates open the window again", () => {
    const replica = waiting(start());
    for (let height = 1; height <= 8; height += 1) commit(replica, height);
    expect(reasonsIn(run(replica, 0, 9000))).toEqual([]);
    hear(replica, { kind: "certificate", value: finality(1) });
    expect(reasonsIn(run(replica, 9000, 10_950))).toEqual([]);
    expect(reasonsIn(run(replica, 10_950, 11_000))).toEqual([suspectReason.noProgress]);
  });

  it("follows the monotonic clock: the wall clock may jump as it likes", () => {
    const replica = waiting(start());
    for (let step = 1; step <= 20; step += 1)
      expect(reasonsIn(tick(replica, step, labWallMs + step * 3_600_000))).toEqual([]);
    for (let ms = 50; ms < 2000; ms += 50)
      expect(reasonsIn(tick(replica, ms, labWallMs - ms))).toEqual([]);
    expect(reasonsIn(tick(replica, 2000, labWallMs))).toEqual([suspectReason.noProgress]);
  });

  it("waits for the grown timeout in the next view", () => {
    const replica = waiting(start());
    hear(replica, suspect(0));
    hear(replica, suspect(2));
    enter(replica, 1);
    expect(reasonsIn(run(replica, 0, 2950))).toEqual([]);
    expect(reasonsIn(run(replica, 2950, 3000))).toEqual([suspectReason.noProgress]);
  });
});

describe("between two views", () => {
  it("a lone expired new-view timer moves nobody, f+1 move on", () => {
    const replica = start();
    for (const validator of [0, 2, 3]) hear(replica, viewChange(validator, { view: 2 }));
    hear(replica, viewChange(1, { view: 2 }));
    expect(reasonsIn(run(replica, 0, 9000))).toEqual([suspectReason.noProgress]);
    hear(replica, suspect(1, { view: 2 }));
    run(replica, 9000, 12_000);
    expect(replicaStatus(replica)).toMatchObject({ view: 2, active: false });
    hear(replica, suspect(0, { view: 2 }));
    expect(replicaStatus(replica)).toMatchObject({ view: 3, active: false });
  });

  it("no progress timer runs: transactions wait for the NewView", () => {
    const replica = waiting(start());
    hear(replica, suspect(0));
    hear(replica, suspect(2));
    expect(reasonsIn(run(replica, 0, 30_000))).toEqual([]);
  });

  it("ViewChanges of lower views start no new-view timer", () => {
    const replica = start();
    hear(replica, viewChange(0, { view: 1 }));
    hear(replica, viewChange(2, { view: 3 }));
    hear(replica, viewChange(3, { view: 3 }));
    hear(replica, viewChange(1, { view: 3 }));
    expect(replicaStatus(replica)).toMatchObject({ view: 3, viewChanges: [1, 2, 3] });
    const other = start();
    hear(other, viewChange(0, { view: 3 }));
    hear(other, viewChange(2, { view: 3 }));
    hear(other, viewChange(3, { view: 2 }));
    expect(replicaStatus(other).view).toBe(3);
    expect(reasonsIn(run(other, 0, 20_000))).toEqual([]);
  });
});

describe("Suspects", () => {
  it.each([
    ["no progress", suspectReason.noProgress, 0],
    ["rotation", suspectReason.rotation, 1],
    ["slow", suspectReason.slow, 1],
    ["evidence", suspectReason.evidence, 1],
  ])("for %s: a passed S takes back only no progress", (_name, reason, left) => {
    const replica = start();
    hear(replica, suspect(2, { reason }));
    hear(replica, { kind: "certificate", value: finality(1) });
    expect(replicaStatus(replica).suspects).toBe(left);
  });

  it("of f validators, whatever they name and however often, move nobody", () => {
    const replica = start();
    const reasons = Object.values(suspectReason).filter((one) => one !== suspectReason.starvation);
    for (let view = 0; view < 6; view += 1)
      for (let certified = 0; certified < 6; certified += 1)
        for (const reason of reasons) hear(replica, suspect(3, { view, certified, reason }));
    hear(replica, viewChange(3, { view: 7 }));
    run(replica, 0, 10_000);
    expect(replicaStatus(replica)).toMatchObject({ view: 0, active: true });
    expect(kinds(hear(replica, suspect(2, { view: 5 })))).toEqual([]);
  });
});
