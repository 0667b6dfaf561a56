import { type Effect, markVerified, type Replica, replicaStatus, step } from "@cartorio/consensus";
import { type ConsensusMessage, limits, type Status, suspectReason } from "@cartorio/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkpoint,
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
import { bodies, hear, named, proposal, run, start, tick } from "./replica-helpers.ts";

const nothing: Status = {
  epoch: 0,
  view: 0,
  certifiedHeight: 0,
  viewChange: 0,
  viewChanges: 0,
  suspects: 0,
  newView: false,
  heights: [],
  executedHeight: 0,
};
function ask(
  replica: Replica,
  change: Partial<Status> = {},
  from: number | undefined = 3,
): ConsensusMessage[] {
  const message = markVerified<ConsensusMessage>({
    kind: "status",
    value: { ...nothing, ...change },
  });
  return sent(step(replica, { kind: "message", message, from }));
}
function sent(effects: readonly Effect[]): ConsensusMessage[] {
  return effects.flatMap((effect) => (effect.kind === "send" ? [effect.message] : []));
}
function busy(): Replica {
  const replica = start();
  hear(replica, prePrepare(proposal));
  step(replica, bodies(proposal));
  for (const validator of [0, 2]) {
    hear(replica, vote(validator, { kind: 2, digest: named }));
    hear(replica, vote(validator, { kind: 3, digest: named }));
    hear(replica, checkpoint(validator, 1, fill(1)));
  }
  return replica;
}
const all = { height: 1, flags: 1, prepares: 0b101, commits: 0b101, checkpoints: 0b101 };

describe("Status (docs/consensus.md 6)", () => {
  it("is broadcast after 250 ms without progress, again and again", () => {
    const replica = start();
    expect(sent(run(replica, 0, 200))).toEqual([]);
    expect(sent(run(replica, 200, 1250)).map((message) => message.kind)).toEqual(
      Array.from({ length: 5 }, () => "status"),
    );
    const [status] = sent(run(busy(), 0, 250));
    expect(status).toMatchObject({ value: { view: 0, certifiedHeight: 0, heights: [all] } });
  });

  it("is answered with own and others' messages, only those that lack", () => {
    const replica = busy();
    expect(ask(replica).map((message) => message.kind)).toEqual([
      "prePrepare",
      "vote",
      "vote",
      "vote",
      "vote",
      "checkpoint",
      "checkpoint",
    ]);
    expect(ask(replica, { heights: [all] })).toEqual([]);
    const some = { ...all, prepares: 0b001 };
    expect(ask(replica, { heights: [some] })).toMatchObject([{ value: { kind: 2, validator: 2 } }]);
  });

  it("sends no Prepares of another view, and no votes to a peer that has its quorum", () => {
    const replica = busy();
    expect(ask(replica, { view: 1 }).map((message) => message.kind)).toEqual([
      "checkpoint",
      "checkpoint",
    ]);
    expect(
      ask(replica, { heights: [{ ...all, prepares: 0b1110, commits: 0, flags: 13 }] }),
    ).toEqual([]);
  });

  it("gives the Commits of a committed height to a peer in a later view", () => {
    const replica = busy();
    hear(replica, vote(3, { kind: 3, digest: named }));
    const votes = ask(replica, { view: 2 }).filter((message) => message.kind === "vote");
    expect(votes).toHaveLength(3);
  });

  it("brings a peer behind the newest certificate, and the NewView", () => {
    const replica = start();
    hear(replica, { kind: "certificate", value: finality(2) });
    const entered = newView(
      2,
      [0, 2, 3].map((index) => viewChangeBody(index, { view: 2 })),
    );
    hear(replica, entered);
    expect(ask(replica)).toEqual([{ kind: "certificate", value: finality(2) }, entered]);
    expect(ask(replica, { view: 2, viewChange: 2, certifiedHeight: 2 })).toEqual([entered]);
    expect(ask(replica, { view: 2, newView: true, certifiedHeight: 2 })).toEqual([]);
  });

  it("relays Suspects of the peer's view and ViewChanges above it", () => {
    const replica = start();
    hear(replica, suspect(0));
    hear(replica, suspect(2, { reason: suspectReason.rotation }));
    hear(replica, viewChange(0, { view: 1 }));
    expect(ask(replica).map((message) => message.kind)).toEqual([
      "viewChange",
      "suspect",
      "suspect",
    ]);
    expect(ask(replica, { suspects: 0b1, certifiedHeight: 1 })).toMatchObject([
      { kind: "viewChange" },
      { kind: "suspect", value: { validator: 2 } },
    ]);
    expect(ask(replica, { view: 1, viewChange: 1, viewChanges: 0b1 })).toEqual([]);
    expect(ask(replica, { view: 1, viewChange: 1 })).toMatchObject([
      { kind: "viewChange", value: { validator: 0 } },
    ]);
  });

  it("is ignored without a peer to answer, from itself and of another epoch", () => {
    const replica = busy();
    const message = markVerified<ConsensusMessage>({ kind: "status", value: nothing });
    expect(step(replica, { kind: "message", message, from: undefined })).toEqual([]);
    expect(ask(replica, {}, 1)).toEqual([]);
    expect(ask(replica, { epoch: 1 })).toEqual([]);
  });

  it("is answered within a budget per peer and second", () => {
    const replica = start();
    for (let height = 1; height <= limits.window; height += 1)
      for (const validator of [0, 2, 3])
        hear(replica, checkpoint(validator, height, fill(validator)));
    let answered = 0;
    for (let round = 0; round < 100; round += 1) answered += ask(replica).length;
    expect(answered).toBeLessThanOrEqual(2048);
    expect(ask(replica, {}, 2).length).toBeGreaterThan(0);
    tick(replica, 1000);
    expect(ask(replica).length).toBeGreaterThan(0);
  });
});

describe("replicaStatus", () => {
  it("names for each height what is missing", () => {
    const replica = start();
    const missing = () => replicaStatus(replica).heights[0]?.missing;
    hear(replica, checkpoint(0, 1, fill(1)));
    expect(missing()).toEqual({ kind: "proposal", votes: 0 });
    hear(replica, prePrepare(proposal));
    expect(missing()).toEqual({ kind: "bodies", votes: 0 });
    step(replica, bodies(proposal));
    hear(replica, vote(0, { kind: 2, digest: named }));
    expect(missing()).toEqual({ kind: "prepare", votes: 2 });
    for (const validator of [2, 3]) hear(replica, vote(validator, { kind: 2, digest: named }));
    expect(missing()).toEqual({ kind: "commit", votes: 3 });
    for (const validator of [0, 2, 3]) hear(replica, vote(validator, { kind: 3, digest: named }));
    expect(missing()).toEqual({ kind: "execution", votes: 0 });
    step(replica, {
      kind: "executed",
      block: { height: 1, headerHash: fill(1), proposalDigest: named, time: 1 },
    });
    expect(replicaStatus(replica).heights).toMatchObject([
      {
        height: 1,
        phase: "executed",
        prepares: [0, 2, 3],
        commits: [0, 2, 3],
        missing: { kind: "checkpoint", votes: 2 },
      },
    ]);
  });

  it("says when a committed height lacks its bodies", () => {
    const replica = start();
    for (const validator of [0, 2, 3]) hear(replica, vote(validator, { kind: 3, digest: named }));
    expect(replicaStatus(replica).heights[0]).toMatchObject({
      phase: "committed",
      missing: { kind: "bodies" },
    });
  });
});

describe("no invariant is decidable by remote messages (docs/consensus.md 10)", () => {
  const digests = [fill(1), fill(2), named];
  const validator = fc.nat({ max: 3 });
  const height = fc.nat({ max: 20 });
  const view = fc.nat({ max: 4 });
  const content = fc.constantFrom(...digests);
  const anyMessage: fc.Arbitrary<ConsensusMessage> = fc.oneof(
    fc
      .tuple(validator, fc.constantFrom<2 | 3>(2, 3), view, height, content)
      .map(([author, kind, ofView, at, digest]) =>
        vote(author, { kind, view: ofView, height: at, digest }),
      ),
    fc
      .tuple(validator, height, content)
      .map(([author, at, header]) => checkpoint(author, at, header)),
    fc
      .tuple(height, view, validator, fc.boolean())
      .map(([at, ofView, author, empty]) =>
        prePrepare(
          proposalBytes(at, { proposer: author, envelopeHashes: empty ? [] : [fill(3)] }),
          { view: ofView, validator: author },
        ),
      ),
    fc
      .tuple(validator, view, height)
      .map(([author, ofView, certified]) => suspect(author, { view: ofView, certified })),
    fc.tuple(validator, view, height, content).map(([author, ofView, certified, digest]) =>
      viewChange(author, {
        view: ofView + 1,
        ...(certified > 0 ? { certificate: finality(certified) } : {}),
        prepared: [prepared(certified + 1, { view: 0, digest })],
      }),
    ),
    view.map((ofView) =>
      newView(
        ofView + 1,
        [0, 1, 2].map((author) => viewChangeBody(author, { view: ofView + 1 })),
      ),
    ),
    fc.tuple(height, content).map(
      ([at, header]): ConsensusMessage => ({
        kind: "certificate",
        value: finality(at + 1, header),
      }),
    ),
    fc.tuple(view, height).map(
      ([ofView, certified]): ConsensusMessage => ({
        kind: "status",
        value: { ...nothing, view: ofView, certifiedHeight: certified },
      }),
    ),
  );

  it("any order of valid messages leaves bounded state and never throws", () => {
    fc.assert(
      fc.property(fc.array(anyMessage, { maxLength: 80 }), (messages) => {
        const replica = start();
        messages.forEach((message, index) => {
          hear(replica, message, index % 4);
          if (index % 5 === 0) tick(replica, index * 50);
        });
        expect(replica.slots.size).toBeLessThanOrEqual(2 * limits.window);
        for (const slot of replica.slots.values()) expect(slot.votes.size).toBeLessThanOrEqual(4);
        expect(replica.waitingPrePrepares.size).toBeLessThanOrEqual(2 * limits.window);
        expect(replica.waitingCertificates.size).toBeLessThanOrEqual(limits.window);
      }),
      { numRuns: 300 },
    );
  });
});
