import {
  createReplica,
  digest,
  markVerified,
  type Replica,
  replicaStatus,
  step,
} from "@cartorio/consensus";
import {
  type ConsensusMessage,
  defaultParameters,
  encodeConsensusMessage,
  type JournalRecord,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import {
  checkpoint,
  fill,
  finality,
  newView,
  prePrepare,
  proposalBytes,
  viewChangeBody,
  vote,
} from "./builders.ts";
import { labWallMs } from "./lab-keys.ts";
import {
  base,
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

describe("PrePrepare (docs/consensus.md 3.3)", () => {
  const hashes = [fill(1), fill(2), fill(3)];
  const refused: [string, ConsensusMessage][] = [
    ["not the primary", prePrepare(proposalBytes(1, { proposer: 2 }), { validator: 2 })],
    ["proposer is not the primary", prePrepare(proposalBytes(1, { proposer: 2 }))],
    ["proposal of another epoch", prePrepare(proposalBytes(1, { epoch: 1 }))],
    [
      "more transactions than a block may hold",
      prePrepare(proposalBytes(1, { envelopeHashes: hashes })),
    ],
  ];
  it.each(refused)("is refused: %s", (reason, message) => {
    expect(notes(hear(start(), message))).toEqual([reason]);
  });

  it("is ignored outside the window and in a past view", () => {
    expect(hear(start(), prePrepare(proposalBytes(17)))).toEqual([]);
    expect(hear(start(), prePrepare(proposalBytes(0)))).toEqual([]);
    const replica = start();
    hear(
      replica,
      newView(
        1,
        [0, 2, 3].map((index) => viewChangeBody(index, { view: 1 })),
      ),
    );
    expect(hear(replica, prePrepare(proposal))).toEqual([]);
  });

  it("is followed once per view and height", () => {
    const replica = start();
    expect(kinds(hear(replica, prePrepare(proposal)))).toEqual(["obtainBodies"]);
    expect(hear(replica, prePrepare(proposal))).toEqual([]);
    const other = prePrepare(proposalBytes(1, { envelopeHashes: [fill(1)] }));
    expect(notes(hear(replica, other))).toEqual(["second proposal for one view and height"]);
  });

  it("gets a Prepare only after proposal and envelopes are durable", () => {
    const replica = start();
    hear(replica, prePrepare(proposal));
    const effects = step(replica, bodies(proposal));
    expect(kinds(effects)).toEqual(["persist", "sign vote"]);
    const [persist] = effects;
    expect(persist?.kind === "persist" && persist.records[0]?.kind).toBe("proposal");
    expect(step(replica, bodies(proposal))).toEqual([]);
  });

  it("gets no Prepare when a body is refused, and the progress timer runs", () => {
    const replica = start();
    hear(replica, prePrepare(proposal));
    expect(kinds(step(replica, { kind: "bodiesRefused", proposalDigest: named }))).toEqual([
      "note",
    ]);
    expect(kinds(run(replica, 0, 2000))).toContain("sign suspect");
  });

  it("waits when it is slightly early, and is refused beyond the drift", () => {
    const drift = defaultParameters.maxClockDriftMs;
    const early = start();
    expect(hear(early, prePrepare(proposalBytes(1, { time: labWallMs + drift + 100 })))).toEqual(
      [],
    );
    expect(kinds(tick(early, 50))).not.toContain("obtainBodies");
    expect(kinds(tick(early, 100))).toContain("obtainBodies");
    for (const time of [labWallMs - drift - 1, labWallMs + drift + 2001]) {
      const effects = hear(start(), prePrepare(proposalBytes(1, { time })));
      expect(effects).toEqual([
        { kind: "note", note: { kind: "clockSkew", validator: 0, differenceMs: time - labWallMs } },
      ]);
    }
  });

  it("waits for the first tick and for the next view", () => {
    const { replica } = createReplica(base);
    expect(hear(replica, prePrepare(proposal))).toEqual([]);
    expect(kinds(tick(replica, 0))).toContain("obtainBodies");
    const next = start({ self: 2 });
    const bytes = proposalBytes(1, { proposer: 1 });
    expect(hear(next, prePrepare(bytes, { view: 1, validator: 1 }))).toEqual([]);
    expect(
      hear(next, prePrepare(proposalBytes(1, { proposer: 2 }), { view: 2, validator: 2 })),
    ).toEqual([]);
    const effects = hear(
      next,
      newView(
        1,
        [0, 1, 3].map((index) => viewChangeBody(index, { view: 1 })),
      ),
    );
    expect(kinds(effects)).toEqual(["persist", "note", "obtainBodies"]);
  });
});

describe("votes (Castro-Liskov 4.2)", () => {
  it("commit only with Q Prepares of distinct members, certificate first", () => {
    const replica = start();
    hear(replica, vote(0, { kind: 2, digest: named }));
    hear(replica, vote(0, { kind: 2, digest: named }));
    expect(hear(replica, vote(2, { kind: 2, digest: named }))).toEqual([]);
    const effects = hear(replica, vote(3, { kind: 2, digest: named }));
    expect(kinds(effects)).toEqual(["persist", "sign vote", "obtainProposal"]);
    expect(kinds(step(replica, { kind: "proposal", proposal }))).toEqual(["obtainBodies"]);
    expect(kinds(step(replica, bodies(proposal)))).toEqual(["persist"]);
  });

  it("count the first vote of a validator and tell of a second", () => {
    const replica = start();
    hear(replica, vote(0, { kind: 3, digest: named }));
    expect(notes(hear(replica, vote(0, { kind: 3, digest: fill(2) })))).toEqual([
      "second vote for one view and height",
    ]);
  });

  it("of two digests never make a quorum together", () => {
    const replica = start();
    for (const [validator, content] of [
      [0, 1],
      [2, 1],
      [3, 2],
    ] as const)
      expect(hear(replica, vote(validator, { kind: 2, digest: fill(content) }))).toEqual([]);
  });

  it("outside the window or beyond the next view are dropped", () => {
    const replica = start();
    for (const options of [{ height: 17 }, { view: 2 }, { height: 0 }])
      for (const validator of [0, 2, 3])
        expect(hear(replica, vote(validator, { kind: 3, digest: named, ...options }))).toEqual([]);
    expect(digest(replica)).toBe(digest(start()));
  });

  it("do not move the window by committing: only a certificate does", () => {
    const replica = start();
    for (let height = 1; height <= 8; height += 1)
      for (const validator of [0, 2, 3])
        hear(replica, vote(validator, { kind: 3, height, digest: fill(height) }));
    const before = digest(replica);
    expect(hear(replica, vote(0, { kind: 2, height: 17, digest: named }))).toEqual([]);
    expect(digest(replica)).toBe(before);
    hear(replica, { kind: "certificate", value: finality(1) });
    hear(replica, vote(0, { kind: 2, height: 17, digest: named }));
    expect(digest(replica)).toContain("height 17");
  });

  it("of an older view still complete a commit", () => {
    const replica = start();
    hear(
      replica,
      newView(
        2,
        [0, 2, 3].map((index) => viewChangeBody(index, { view: 2 })),
      ),
    );
    for (const validator of [0, 2]) hear(replica, vote(validator, { kind: 3, digest: named }));
    const effects = hear(replica, vote(3, { kind: 3, digest: named }));
    expect(kinds(effects)).toEqual(["obtainProposal"]);
    expect(replicaStatus(replica).committedHeight).toBe(1);
  });

  it("keep a bounded number of views per height", () => {
    const replica = start();
    hear(
      replica,
      newView(
        9,
        [0, 2, 3].map((index) => viewChangeBody(index, { view: 9 })),
        { validator: 1 },
      ),
    );
    for (let view = 10; view >= 0; view -= 1)
      hear(replica, vote(0, { kind: 3, view, digest: named }));
    expect(digest(replica).match(/votes .* checkpoints/)?.[0]).toBe(
      "votes 7:{}/{0} 8:{}/{0} 9:{}/{0} 10:{}/{0} checkpoints",
    );
  });

  it("committed on two digests is a SAFETY_VIOLATION", () => {
    const replica = start();
    for (const validator of [0, 2, 3]) hear(replica, vote(validator, { kind: 3, digest: named }));
    hear(
      replica,
      newView(
        1,
        [0, 2, 3].map((index) => viewChangeBody(index, { view: 1 })),
      ),
    );
    const effects = [0, 2, 3].flatMap((validator) =>
      hear(replica, vote(validator, { kind: 3, view: 1, digest: fill(3) })),
    );
    expect(effects).toMatchObject([{ kind: "halt", code: "SAFETY_VIOLATION", height: 1 }]);
    expect(replicaStatus(replica).halted).toEqual(["SAFETY_VIOLATION"]);
  });
});

/** A replica that executed height 1 with header 1. */
function executedOne(): Replica {
  const replica = start();
  hear(replica, prePrepare(proposal));
  step(replica, bodies(proposal));
  for (const validator of [0, 2, 3]) hear(replica, vote(validator, { kind: 3, digest: named }));
  const block = { height: 1, headerHash: fill(1), proposalDigest: named, time: 1 };
  expect(kinds(step(replica, { kind: "executed", block }))).toEqual(["sign checkpoint"]);
  return replica;
}

describe("execution and checkpoints (docs/consensus.md 3.5, 3.6, 10)", () => {
  it("executes each height once, in order", () => {
    const replica = executedOne();
    const block = { height: 1, headerHash: fill(1), proposalDigest: named, time: 1 };
    expect(step(replica, { kind: "executed", block })).toEqual([]);
    expect(() => step(replica, { kind: "executed", block: { ...block, height: 3 } })).toThrow(
      /^INV-EXECUTE-ORDER/,
    );
  });

  it("stops when a block was executed that is not the committed one", () => {
    const replica = start();
    for (const validator of [0, 2, 3]) hear(replica, vote(validator, { kind: 3, digest: named }));
    const block = { height: 1, headerHash: fill(1), proposalDigest: fill(5), time: 1 };
    expect(step(replica, { kind: "executed", block })).toMatchObject([
      { kind: "halt", code: "SAFETY_VIOLATION" },
    ]);
  });

  it("certifies with Q equal statements and moves S", () => {
    const replica = executedOne();
    hear(replica, checkpoint(1, 1, fill(1)));
    expect(hear(replica, checkpoint(0, 1, fill(1)))).toEqual([]);
    expect(kinds(hear(replica, checkpoint(0, 1, fill(2))))).toEqual(["note", "evidence"]);
    const effects = hear(replica, checkpoint(3, 1, fill(1)));
    expect(effects).toMatchObject([{ kind: "certified", certificate: { height: 1 } }]);
    expect(replicaStatus(replica)).toMatchObject({ certifiedHeight: 1, executedHeight: 1 });
  });

  it("asks for blocks when the certificate is ahead, and repeats", () => {
    const replica = start();
    const effects = hear(replica, { kind: "certificate", value: finality(5) });
    expect(effects).toEqual([{ kind: "catchUp", height: 5 }]);
    expect(kinds(run(replica, 0, 1000))).toContain("catchUp");
    for (let height = 1; height <= 5; height += 1) {
      const block = {
        height,
        headerHash: fill(height),
        proposalDigest: fill(height),
        time: height,
      };
      const done = step(replica, { kind: "executed", block });
      expect(kinds(done)).toEqual(height === 5 ? ["certified"] : []);
    }
  });

  it("stops as STATE_DIVERGED when the certified header is another", () => {
    const replica = executedOne();
    const effects = hear(replica, { kind: "certificate", value: finality(1, fill(9)) });
    expect(effects).toMatchObject([{ kind: "halt", code: "STATE_DIVERGED", height: 1 }]);
    expect(kinds(run(replica, 0, 30_000))).not.toContain("sign suspect");
  });

  it("stops as SAFETY_VIOLATION at two certificates of one height", () => {
    const replica = start();
    step(replica, { kind: "certificate", certificate: markVerified(finality(2)) });
    const effects = step(replica, {
      kind: "certificate",
      certificate: markVerified(finality(2, fill(9))),
    });
    expect(effects).toMatchObject([{ kind: "halt", code: "SAFETY_VIOLATION", height: 2 }]);
  });

  it("stops as ROOT_SPLIT when f+1 others, or too many different ones, sign other headers", () => {
    const replica = executedOne();
    hear(replica, checkpoint(1, 1, fill(1)));
    expect(hear(replica, checkpoint(0, 1, fill(2)))).toEqual([]);
    expect(hear(replica, checkpoint(2, 1, fill(3)))).toMatchObject([
      { kind: "halt", code: "ROOT_SPLIT", height: 1 },
    ]);
    const without = start();
    hear(without, checkpoint(0, 1, fill(1)));
    hear(without, checkpoint(2, 1, fill(2)));
    expect(hear(without, checkpoint(3, 1, fill(3)))).toMatchObject([
      { kind: "halt", code: "ROOT_SPLIT" },
    ]);
  });

  it("never signs a second statement for a height: a different one after a restart stops it", () => {
    const journal: JournalRecord[] = [
      { kind: "message", message: encodeConsensusMessage(checkpoint(1, 1, fill(1))) },
    ];
    const block = (content: number) => ({
      height: 1,
      headerHash: fill(content),
      proposalDigest: named,
      time: 1,
    });
    const same = createReplica({ ...base, journal, executed: [block(1)] });
    expect(kinds(same.effects)).toEqual(["send"]);
    const other = createReplica({ ...base, journal, executed: [block(2)] });
    expect(other.effects).toMatchObject([
      { kind: "halt", code: "STATE_DIVERGED" },
      { kind: "send" },
    ]);
  });
});
