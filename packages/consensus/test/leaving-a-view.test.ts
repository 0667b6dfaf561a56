import { inFlightProposals, replicaStatus, step } from "@cartorio/consensus";
import { suspectReason } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import {
  checkpoint,
  digestOf,
  fill,
  finality,
  newView,
  prePrepare,
  prepared,
  proposalBytes,
  suspect,
  viewChange,
  viewChangeBody,
  vote,
} from "./builders.ts";
import {
  bodies,
  hear,
  kinds,
  named,
  notes,
  proposal,
  run,
  start,
  tick,
} from "./replica-helpers.ts";

describe("leaving a view (docs/consensus.md 4)", () => {
  it("needs f+1 Suspects, the rest keeps voting", () => {
    const replica = start();
    expect(hear(replica, suspect(0))).toEqual([]);
    hear(replica, prePrepare(proposal));
    expect(kinds(step(replica, bodies(proposal)))).toContain("sign vote");
    expect(kinds(hear(replica, suspect(3)))).toEqual(["note", "sign viewChange"]);
    expect(replicaStatus(replica)).toMatchObject({ view: 1, active: false });
  });

  it("does not count one validator twice, nor Suspects of other views", () => {
    const replica = start();
    for (const certified of [0, 1, 2]) hear(replica, suspect(0, { certified }));
    hear(replica, suspect(2, { view: 1 }));
    expect(replicaStatus(replica)).toMatchObject({ view: 0, suspects: 1 });
  });

  it("voids a no-progress Suspect when S passes it, not one for rotation", () => {
    const replica = start();
    hear(replica, suspect(0));
    hear(replica, { kind: "certificate", value: finality(1) });
    hear(replica, suspect(2));
    expect(replicaStatus(replica)).toMatchObject({ view: 0, suspects: 0 });
    hear(replica, suspect(2, { certified: 1, reason: suspectReason.rotation }));
    hear(replica, { kind: "certificate", value: finality(2) });
    expect(replicaStatus(replica).suspects).toBe(1);
  });

  it("follows f+1 ViewChanges to the smallest view above, one moves nobody", () => {
    const replica = start();
    expect(hear(replica, viewChange(0, { view: 900 }))).toEqual([]);
    expect(kinds(hear(replica, viewChange(2, { view: 3 })))).toEqual(["note", "sign viewChange"]);
    expect(replicaStatus(replica).view).toBe(3);
  });

  it("signs no Prepare or Commit after its ViewChange", () => {
    const replica = start();
    hear(replica, prePrepare(proposal));
    hear(replica, suspect(0));
    hear(replica, suspect(3));
    expect(kinds(step(replica, bodies(proposal)))).toEqual(["persist"]);
    for (const validator of [0, 2, 3]) {
      const effects = hear(replica, vote(validator, { kind: 2, digest: named }));
      expect(effects).toEqual([]);
    }
  });

  it("grows the timeout by half per failed view up to the cap, halves it per certified block", () => {
    const replica = start();
    const seen: number[] = [];
    for (let view = 1; view <= 6; view += 1) {
      hear(replica, viewChange(0, { view }));
      hear(replica, viewChange(2, { view }));
      seen.push(replicaStatus(replica).timeoutMs);
    }
    expect(seen).toEqual([3000, 4500, 6750, 8000, 8000, 8000]);
    hear(replica, { kind: "certificate", value: finality(1) });
    expect(replicaStatus(replica).timeoutMs).toBe(4000);
    hear(replica, { kind: "certificate", value: finality(4) });
    expect(replicaStatus(replica).timeoutMs).toBe(2000);
  });

  it("does not grow it for a rotation", () => {
    const replica = start();
    for (const validator of [0, 2])
      hear(replica, suspect(validator, { reason: suspectReason.rotation }));
    expect(replicaStatus(replica)).toMatchObject({ view: 1, timeoutMs: 2000 });
  });

  it("suspects after the timeout only while a transaction waits", () => {
    const idle = start();
    expect(kinds(run(idle, 0, 5000))).not.toContain("sign suspect");
    const waiting = start();
    step(waiting, { kind: "mempool", waiting: true });
    expect(kinds(run(waiting, 0, 1950))).not.toContain("sign suspect");
    expect(kinds(run(waiting, 1950, 2000))).toContain("sign suspect");
    expect(kinds(run(waiting, 2000, 9000))).not.toContain("sign suspect");
  });

  it("counts a jump of the clock as one second", () => {
    const replica = start();
    step(replica, { kind: "mempool", waiting: true });
    expect(kinds(tick(replica, 60_000))).not.toContain("sign suspect");
    expect(kinds(tick(replica, 61_000))).toContain("sign suspect");
  });

  it("pauses the timer while everything that may be proposed waits for certificates", () => {
    const replica = start();
    step(replica, { kind: "mempool", waiting: true });
    for (let height = 1; height <= 8; height += 1)
      for (const validator of [0, 2, 3])
        hear(replica, vote(validator, { kind: 3, height, digest: fill(height) }));
    expect(replicaStatus(replica).committedHeight).toBe(8);
    expect(kinds(run(replica, 0, 29_000))).not.toContain("sign suspect");
  });

  it("suspects the new view only after Q ViewChanges and a timeout", () => {
    const replica = start();
    hear(replica, viewChange(0, { view: 2 }));
    hear(replica, viewChange(3, { view: 2 }));
    expect(kinds(run(replica, 0, 20_000))).not.toContain("sign suspect");
    hear(replica, viewChange(1, { view: 2 }));
    expect(kinds(run(replica, 20_000, 22_950))).not.toContain("sign suspect");
    expect(kinds(run(replica, 22_950, 23_000))).toContain("sign suspect");
  });

  it("re-sends its ViewChange until the NewView comes", () => {
    const replica = start();
    hear(replica, suspect(0));
    hear(replica, suspect(3));
    hear(replica, viewChange(1, { view: 1 }));
    const sent = run(replica, 0, 3000).filter(
      (effect) => effect.kind === "send" && effect.message.kind === "viewChange",
    );
    expect(sent).toHaveLength(3);
  });
});

describe("NewView (docs/consensus.md 5)", () => {
  const changes = (
    options: {
      certificate?: ReturnType<typeof finality>;
      prepared?: ReturnType<typeof prepared>[];
    } = {},
  ) => [0, 2, 3].map((index) => viewChangeBody(index, { view: 2, ...options }));

  it("is refused when O does not follow from its ViewChanges", () => {
    const replica = start();
    const entries = [{ height: 1, proposalDigest: fill(8) }];
    expect(notes(hear(replica, newView(2, changes(), { entries })))).toEqual([
      "NewView does not follow from its ViewChanges",
    ]);
    const list = [prepared(1, { digest: fill(8) })];
    expect(notes(hear(replica, newView(2, changes({ prepared: list }))))).toHaveLength(1);
    expect(replicaStatus(replica).view).toBe(0);
  });

  it("is durable before the first vote, fetches what is missing and is followed once", () => {
    const replica = start();
    const entries = [{ height: 1, proposalDigest: named }];
    const message = newView(2, changes({ prepared: [prepared(1, { digest: named })] }), {
      entries,
    });
    const effects = hear(replica, message);
    expect(kinds(effects)).toEqual(["persist", "note", "obtainProposal"]);
    expect(hear(replica, message)).toEqual([]);
    step(replica, { kind: "proposal", proposal });
    expect(kinds(step(replica, bodies(proposal)))).toEqual(["persist", "sign vote"]);
    const digests = inFlightProposals(replica);
    expect(digests).toEqual([named]);
  });

  it("asks again without policy when a body of O was refused before", () => {
    const replica = start();
    hear(replica, prePrepare(proposal));
    step(replica, { kind: "bodiesRefused", proposalDigest: named });
    const entries = [{ height: 1, proposalDigest: named }];
    const effects = hear(
      replica,
      newView(2, changes({ prepared: [prepared(1, { digest: named })] }), { entries }),
    );
    expect(effects.at(-1)).toMatchObject({ kind: "obtainBodies", fresh: false });
    const again = step(replica, { kind: "bodiesRefused", proposalDigest: named });
    expect(again).toMatchObject([{ kind: "obtainBodies", fresh: false }]);
  });

  it("brings the certificate of the base, and makes it durable too", () => {
    const replica = start();
    const effects = hear(replica, newView(2, changes({ certificate: finality(7) })));
    expect(kinds(effects)).toEqual(["catchUp", "persist", "note"]);
    const persist = effects.find((effect) => effect.kind === "persist");
    expect(persist?.kind === "persist" && persist.records).toHaveLength(2);
    expect(replicaStatus(replica)).toMatchObject({ view: 2, certifiedHeight: 7 });
  });

  it("votes for the empty proposal without asking for it", () => {
    const replica = start();
    const list = [prepared(2, { digest: named })];
    const { proposalDigest: empty } = emptyEntry(1);
    const entries = [
      { height: 1, proposalDigest: empty },
      { height: 2, proposalDigest: named },
    ];
    const effects = hear(replica, newView(2, changes({ prepared: list }), { entries }));
    expect(kinds(effects)).toEqual(["persist", "note", "sign vote", "obtainProposal"]);
  });
});

function emptyEntry(height: number): { readonly proposalDigest: Uint8Array } {
  return { proposalDigest: digestOf(proposalBytes(height, { time: 0 })) };
}

describe("a follower", () => {
  it("tracks certificates and says nothing", () => {
    const replica = start({ self: undefined });
    hear(replica, prePrepare(proposal));
    hear(replica, suspect(0));
    hear(replica, suspect(2));
    for (const validator of [0, 2, 3]) hear(replica, vote(validator, { kind: 3, digest: named }));
    hear(
      replica,
      newView(
        1,
        [0, 2, 3].map((index) => viewChangeBody(index, { view: 1 })),
      ),
    );
    hear(replica, viewChange(0, { view: 4 }));
    expect(run(replica, 0, 30_000)).toEqual([]);
    const effects = [0, 2, 3].flatMap((validator) =>
      hear(replica, checkpoint(validator, 1, fill(1))),
    );
    expect(effects).toEqual([{ kind: "catchUp", height: 1 }]);
    expect(replicaStatus(replica)).toMatchObject({ view: 0, certifiedHeight: 1 });
  });
});
