// Attacks on a replica that once worked: each test is named after what the attacker wins.
import { createReplica, type Effect, markVerified, type Replica, step } from "@cartorio/consensus";
import {
  type ConsensusMessage,
  encodeConsensusMessage,
  type JournalRecord,
  type Status,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import {
  checkpoint,
  digestOf,
  fill,
  finality,
  newView,
  prePrepare,
  proposalBytes,
  suspect,
  viewChangeBody,
  vote,
} from "./builders.ts";
import { base, bodies, hear, kinds, run, start, tick } from "./replica-helpers.ts";

function recordsOf(effects: readonly Effect[]): JournalRecord[] {
  return effects.flatMap((effect) => (effect.kind === "persist" ? effect.records : []));
}
function votesSigned(effects: readonly Effect[]): Effect[] {
  return effects.filter((effect) => effect.kind === "sign" && effect.message.kind === "vote");
}
const record = (value: ConsensusMessage): JournalRecord => ({
  kind: "message",
  message: encodeConsensusMessage(value),
});
const empty: Status = {
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
function answers(replica: Replica, status: Status): ConsensusMessage[] {
  const message = markVerified<ConsensusMessage>({ kind: "status", value: status });
  const effects = step(replica, { kind: "message", message, from: 3 });
  return effects.flatMap((effect) => (effect.kind === "send" ? [effect.message] : []));
}
function ownStatus(effects: readonly Effect[]): Status {
  for (const effect of effects)
    if (effect.kind === "send" && effect.message.kind === "status") return effect.message.value;
  throw new Error("no Status was sent");
}

describe("a primary that equivocates around a restart of its backup", () => {
  const twice = proposalBytes(1);
  const other = proposalBytes(1, { envelopeHashes: [fill(7)] });

  /** Proposed in view 0, moved to view 4 of the same primary, proposed there again byte for byte. */
  function preparedTwice(): JournalRecord[] {
    const replica = start();
    hear(replica, prePrepare(twice));
    const journal = recordsOf(step(replica, bodies(twice)));
    const changes = [0, 2, 3].map((index) => viewChangeBody(index, { view: 4 }));
    journal.push(...recordsOf(hear(replica, newView(4, changes))));
    const effects = hear(replica, prePrepare(twice, { view: 4 }));
    expect(kinds(effects)).toEqual(["persist", "sign vote"]);
    journal.push(...recordsOf(effects));
    return journal;
  }

  it("gets no Prepare for another proposal of a view that re-used an old one", () => {
    const { replica } = createReplica({ ...base, journal: preparedTwice() });
    tick(replica, 0);
    const effects = hear(replica, prePrepare(other, { view: 4 }));
    expect(votesSigned([...effects, ...step(replica, bodies(other))])).toEqual([]);
  });

  it("gets no Prepare for another proposal after one whose bodies came by the certificate", () => {
    const replica = start();
    for (const validator of [0, 2, 3])
      hear(replica, vote(validator, { kind: 2, digest: digestOf(twice) }));
    step(replica, { kind: "proposal", proposal: twice });
    const journal = recordsOf(step(replica, bodies(twice)));
    journal.push(...recordsOf(hear(replica, prePrepare(twice))));
    const again = createReplica({ ...base, journal }).replica;
    tick(again, 0);
    const effects = hear(again, prePrepare(other));
    expect(votesSigned([...effects, ...step(again, bodies(other))])).toEqual([]);
  });
});

describe("a journal that outlives its state (docs/consensus.md 9)", () => {
  it("proves the S of every vote by itself, not by the block store", () => {
    const replica = start({ certificate: finality(20) });
    const proposal = proposalBytes(30);
    hear(replica, prePrepare(proposal));
    const journal = recordsOf(step(replica, bodies(proposal)));
    expect(journal[0]).toEqual(record({ kind: "certificate", value: finality(20) }));
    expect(createReplica({ ...base, journal }).replica.certified).toBe(20);
  });

  it("does not rest on the certificate inside a NewView that the next one replaces", () => {
    const changes = (view: number, height: number) =>
      [0, 2, 3].map((index) => viewChangeBody(index, { view, certificate: finality(height) }));
    const journal = [record(newView(2, changes(2, 20)))];
    const { replica } = createReplica({ ...base, journal });
    tick(replica, 0);
    const proposal = proposalBytes(36, { proposer: 2 });
    hear(replica, prePrepare(proposal, { view: 2, validator: 2 }));
    const written = recordsOf(step(replica, bodies(proposal)));
    expect(written[0]).toEqual(record({ kind: "certificate", value: finality(20) }));
  });
});

describe("messages that hide what a peer lacks (docs/consensus.md 6)", () => {
  it("a false Prepare does not stand for a missing one", () => {
    const replica = start();
    const proposal = proposalBytes(1);
    hear(replica, prePrepare(proposal));
    step(replica, bodies(proposal));
    hear(replica, vote(1, { kind: 2, digest: digestOf(proposal) }));
    // The peer holds a Prepare of 0 for another digest, that of 2 and its own: no quorum of equal ones.
    const entry = { height: 1, flags: 1, prepares: 0b1101, commits: 0, checkpoints: 0 };
    expect(answers(replica, { ...empty, heights: [entry] })).toMatchObject([
      { kind: "vote", value: { validator: 1 } },
    ]);
  });

  it("a void Suspect does not stand for the newer one of its sender", () => {
    const lacking = start();
    hear(lacking, suspect(2));
    hear(lacking, { kind: "certificate", value: finality(1) });
    const status = ownStatus(run(lacking, 0, 500));
    expect(status.suspects).toBe(0);
    const holder = start();
    hear(holder, suspect(2, { certified: 1 }));
    expect(answers(holder, status)).toMatchObject([{ kind: "suspect", value: { validator: 2 } }]);
  });

  it("long answers use up the budget of a peer that asks for them again and again", () => {
    const replica = start();
    const changes = [0, 2, 3].map((index) =>
      viewChangeBody(index, { view: 2, certificate: finality(1) }),
    );
    hear(replica, newView(2, changes));
    let bytes = 0;
    for (let round = 0; round < 5000; round += 1)
      for (const message of answers(replica, { ...empty, certifiedHeight: 1 }))
        bytes += encodeConsensusMessage(message).length;
    expect(bytes).toBeLessThanOrEqual(2048 * 2048);
    expect(answers(replica, empty)).toEqual([]);
  });
});

describe("a transaction that waits and can never be proposed", () => {
  it("does not keep the heartbeat away by failing one view after the other", () => {
    const replica = start({ self: 0 });
    step(replica, { kind: "mempool", waiting: true });
    let entered: Effect[] = [];
    let proposed = false;
    for (let view = 0; view <= 8; view += 1) {
      const effects = [...entered, ...run(replica, view * 4000, (view + 1) * 4000)];
      for (const effect of effects) {
        if (effect.kind !== "build") continue;
        const { height } = effect;
        const built = { kind: "built", view, height, envelopeHashes: [], full: false } as const;
        if (kinds(step(replica, built)).includes("sign prePrepare")) proposed = true;
      }
      const next = view + 1;
      const list = [1, 2, 3].map((index) => viewChangeBody(index, { view: next }));
      entered = hear(replica, newView(next, list));
    }
    expect(proposed).toBe(true);
  });
});

describe("a block that contradicts the committed one", () => {
  it("stops the replica for good instead of killing the process at the next block", () => {
    const replica = start();
    for (const validator of [0, 2, 3]) hear(replica, vote(validator, { kind: 3, digest: fill(9) }));
    const executed = (height: number) =>
      step(replica, {
        kind: "executed",
        block: { height, headerHash: fill(height), proposalDigest: fill(height), time: height },
      });
    expect(kinds(executed(1))).toEqual(["halt"]);
    expect(executed(2)).toEqual([]);
    expect(kinds(hear(replica, checkpoint(0, 1, fill(1))))).toEqual([]);
  });
});
