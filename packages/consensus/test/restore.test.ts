import {
  createReplica,
  digest,
  inFlightProposals,
  journalRetention,
  type ReplicaEvent,
  replicaStatus,
  step,
} from "@cartorio/consensus";
import {
  type ConsensusMessage,
  decodeViewChangeBody,
  encodeConsensusMessage,
  type JournalRecord,
} from "@cartorio/protocol";
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
import { base, bodies, hear, kinds, named, proposal, run, start, tick } from "./replica-helpers.ts";

const message = (value: ConsensusMessage): JournalRecord => ({
  kind: "message",
  message: encodeConsensusMessage(value),
});
const proposalRecord = (bytes: Uint8Array, accepted = true): JournalRecord => ({
  kind: "proposal",
  view: 0,
  proposal: bytes,
  envelopes: [],
  prePrepare: accepted ? encodeConsensusMessage(prePrepare(bytes)) : new Uint8Array(0),
});
const changes = (view: number) => [0, 2, 3].map((index) => viewChangeBody(index, { view }));

describe("restart from the journal (docs/consensus.md 9)", () => {
  it("votes again for the accepted proposal, and for no other one of that view and height", () => {
    const { replica, effects } = createReplica({ ...base, journal: [proposalRecord(proposal)] });
    expect(kinds(effects)).toEqual(["sign vote"]);
    tick(replica, 0);
    const other = proposalBytes(1, { envelopeHashes: [fill(4)] });
    expect(kinds(hear(replica, prePrepare(other)))).not.toContain("sign vote");
    expect(inFlightProposals(replica)).toEqual([named]);
  });

  it("signs Commits of prepared certificates again and lists them in its ViewChange", () => {
    const certificate = prepared(1, { digest: named });
    const journal: JournalRecord[] = [proposalRecord(proposal), { kind: "prepared", certificate }];
    const { replica, effects } = createReplica({ ...base, journal });
    expect(kinds(effects)).toEqual(["sign vote", "sign vote"]);
    hear(replica, suspect(0));
    const [, sign] = hear(replica, suspect(2));
    if (sign?.kind !== "sign" || sign.message.kind !== "viewChange") expect.fail("no ViewChange");
    const body = decodeViewChangeBody(sign.message.body);
    expect(body.ok && body.value.prepared).toEqual([certificate]);
  });

  it("keeps the certificate of the highest view, whatever the order of the records", () => {
    const low = prepared(1, { view: 0, digest: fill(1) });
    const high = prepared(1, { view: 3, digest: fill(2) });
    for (const journal of [
      [low, high],
      [high, low],
    ]) {
      const records = journal.map(
        (certificate): JournalRecord => ({ kind: "prepared", certificate }),
      );
      const { replica } = createReplica({ ...base, journal: records });
      expect(digest(replica)).toContain("prepared 3:02020202");
    }
  });

  it("is still between views after its ViewChange, and sends it byte for byte", () => {
    const own = viewChange(1, { view: 3 });
    const journal = [
      message(newView(2, changes(2))),
      message(viewChange(1, { view: 1 })),
      message(own),
      message(suspect(1, { view: 2 })),
    ];
    const { replica, effects } = createReplica({ ...base, journal });
    expect(effects).toEqual([{ kind: "send", to: "all", message: own }]);
    expect(replicaStatus(replica)).toMatchObject({ view: 3, active: false });
    hear(replica, prePrepare(proposal));
    expect(step(replica, bodies(proposal))).toEqual([]);
  });

  it("is in the view of the newest NewView and votes for its O", () => {
    const entries = [{ height: 1, proposalDigest: named }];
    const list = [0, 2, 3].map((index) =>
      viewChangeBody(index, { view: 2, prepared: [prepared(1, { digest: named })] }),
    );
    const journal = [
      proposalRecord(proposal, false),
      message(viewChange(1, { view: 2 })),
      message(newView(2, list, { entries })),
    ];
    const { replica, effects } = createReplica({ ...base, journal });
    expect(kinds(effects)).toEqual(["sign vote"]);
    expect(replicaStatus(replica)).toMatchObject({ view: 2, active: true, primary: 2 });
  });

  it("as primary sends its NewView and PrePrepare again, never new ones", () => {
    const own = newView(1, changes(1), { validator: 1 });
    const bytes = proposalBytes(1, { proposer: 1 });
    const accepted = prePrepare(bytes, { view: 1, validator: 1 });
    const journal: JournalRecord[] = [
      message(viewChange(1, { view: 1 })),
      message(own),
      {
        kind: "proposal",
        view: 1,
        proposal: bytes,
        envelopes: [],
        prePrepare: encodeConsensusMessage(accepted),
      },
    ];
    const { replica, effects } = createReplica({ ...base, journal });
    expect(effects.slice(0, 2)).toEqual(
      [own, accepted].map((value) => ({ kind: "send", to: "all", message: value })),
    );
    step(replica, { kind: "mempool", waiting: true });
    expect(tick(replica, 0)).toMatchObject([{ kind: "build", view: 1, height: 2 }]);
  });

  it("takes S from any durable certificate, stores it and catches up", () => {
    const block = (height: number) => ({
      height,
      headerHash: fill(height),
      proposalDigest: fill(height),
      time: height,
    });
    const journal = [message({ kind: "certificate", value: finality(3) })];
    const ahead = createReplica({ ...base, journal, executed: [1, 2, 3, 4].map(block) });
    expect(kinds(ahead.effects)).toEqual(["sign checkpoint", "certified"]);
    const behind = createReplica({
      ...base,
      journal: [message(viewChange(1, { view: 1, certificate: finality(3) }))],
      executed: [block(1)],
    });
    expect(kinds(behind.effects)).toEqual(["catchUp", "send"]);
    expect(replicaStatus(behind.replica).certifiedHeight).toBe(3);
    const list = [0, 2, 3].map((index) =>
      viewChangeBody(index, { view: 2, certificate: finality(5) }),
    );
    const entered = createReplica({ ...base, journal: [message(newView(2, list))] });
    expect(replicaStatus(entered.replica)).toMatchObject({ view: 2, certifiedHeight: 5 });
  });

  it("makes S durable before a vote that only this S admits", () => {
    const replica = start();
    hear(replica, { kind: "certificate", value: finality(4) });
    const near = proposalBytes(16);
    const far = proposalBytes(17);
    const recordsOf = (bytes: Uint8Array): number => {
      hear(replica, prePrepare(bytes));
      const [persist] = step(replica, bodies(bytes));
      return persist?.kind === "persist" ? persist.records.length : 0;
    };
    expect(recordsOf(near)).toBe(1);
    expect(recordsOf(far)).toBe(2);
    expect(recordsOf(proposalBytes(18))).toBe(1);
  });

  it("certifies alone when it is the only validator", () => {
    const block = { height: 1, headerHash: fill(1), proposalDigest: fill(1), time: 1 };
    const validators = { ...base.validators, validators: base.validators.validators.slice(0, 1) };
    const journal = [message(checkpoint(0, 1, fill(1)))];
    const { effects } = createReplica({ ...base, self: 0, validators, journal, executed: [block] });
    expect(kinds(effects)).toEqual(["send", "certified"]);
  });

  it("refuses a journal that does not decode", () => {
    const broken: JournalRecord[] = [
      { kind: "message", message: fill(1) },
      { kind: "proposal", view: 0, proposal: fill(1), envelopes: [], prePrepare: fill(1) },
      { ...proposalRecord(proposal), prePrepare: fill(1) } as JournalRecord,
    ];
    for (const record of broken)
      expect(() => createReplica({ ...base, journal: [record] })).toThrow(/^INV-JOURNAL-RECORD/);
    const signature = new Uint8Array(64);
    for (const kind of ["viewChange", "suspect", "newView"] as const) {
      const value = { kind, value: { body: fill(1), validator: 1, signature } };
      expect(() => createReplica({ ...base, journal: [message(value)] })).toThrow(
        /^INV-JOURNAL-RECORD/,
      );
    }
  });
});

it("a restart keeps no more heights than the window, however long the journal is (seed 73989819)", () => {
  const heights = Array.from({ length: 100 }, (_, index) => index + 1);
  const journal: JournalRecord[] = heights.map((height) => proposalRecord(proposalBytes(height)));
  journal.push(message({ kind: "certificate", value: finality(95) }));
  const { replica } = createReplica({ ...base, journal });
  expect([...replica.slots.keys()]).toEqual([96, 97, 98, 99, 100]);
});

describe("journalRetention", () => {
  const rules: [string, JournalRecord, unknown][] = [
    ["proposal", proposalRecord(proposalBytes(7)), { height: 7 }],
    [
      "prepared certificate",
      { kind: "prepared", certificate: prepared(8, { digest: named }) },
      { height: 8 },
    ],
    ["checkpoint", message(checkpoint(1, 9, fill(1))), { height: 9 }],
    [
      "certificate",
      message({ kind: "certificate", value: finality(5) }),
      { newest: { kind: "certificate", epoch: 0, view: 5 } },
    ],
    ["PrePrepare", message(prePrepare(proposalBytes(6))), { height: 6 }],
    [
      "first vote of another validator",
      message(vote(2, { kind: 2, digest: named })),
      { newest: { kind: "vote", epoch: 0, view: 0 } },
    ],
    [
      "ViewChange",
      message(viewChange(1, { view: 4 })),
      { newest: { kind: "viewChange", epoch: 0, view: 4 } },
    ],
    [
      "NewView",
      message(newView(2, changes(2))),
      { newest: { kind: "newView", epoch: 0, view: 2 } },
    ],
    [
      "Suspect",
      message(suspect(1, { view: 3 })),
      { newest: { kind: "suspect", epoch: 0, view: 3 } },
    ],
    [
      "guard",
      {
        kind: "guard",
        guard: {
          chainId: fill(1),
          epoch: 0,
          incarnation: new Uint8Array(16),
          counter: 12,
          mustReenter: 0,
          complete: true,
        },
      },
      { newest: { kind: "guard", epoch: 0, view: 12 } },
    ],
  ];
  it.each(rules)("of a %s", (_name, record, rule) => {
    expect(journalRetention(record)).toEqual(rule);
  });
  it("throws for what no replica writes", () => {
    const status = {
      ...{ epoch: 0, view: 0, certifiedHeight: 0, viewChange: 0, viewChanges: 0, suspects: 0 },
      ...{ newView: false, heights: [], executedHeight: 0 },
    };
    expect(() => journalRetention(message({ kind: "status", value: status }))).toThrow(
      /^INV-JOURNAL-RECORD/,
    );
    expect(() => journalRetention({ kind: "message", message: fill(1) })).toThrow(
      /^INV-JOURNAL-RECORD/,
    );
  });
});

describe("proposing (docs/consensus.md 3.2 and 7)", () => {
  const built = (height: number, count: number, full: boolean): ReplicaEvent => ({
    kind: "built",
    view: 0,
    height,
    envelopeHashes: Array.from({ length: count }, (_, index) => fill(height * 8 + index)),
    full,
  });
  const primary = () => {
    const replica = start({ self: 0 });
    expect(kinds(step(replica, { kind: "mempool", waiting: true }))).toEqual(["build"]);
    return replica;
  };
  /** Answers `build` and lets the PrePrepare come back. */
  const propose = (replica: ReturnType<typeof primary>, answer: ReplicaEvent): string[] => {
    const effects = step(replica, answer);
    const sign = effects.find((effect) => effect.kind === "sign");
    if (sign?.kind !== "sign" || sign.message.kind !== "prePrepare") return kinds(effects);
    return kinds(hear(replica, prePrepare(sign.message.proposal)));
  };

  it("takes blocks with room while fewer than two heights are in flight, then only full ones", () => {
    const replica = primary();
    expect(propose(replica, built(1, 1, false))).toEqual(["obtainBodies", "build"]);
    expect(propose(replica, built(2, 1, false))).toEqual(["obtainBodies", "build"]);
    expect(propose(replica, built(3, 1, false))).toEqual([]);
    expect(kinds(tick(replica, 50))).toEqual(["build"]);
    expect(propose(replica, built(3, 2, true))).toEqual(["obtainBodies", "build"]);
  });

  it("keeps at most pipelineDepth heights above S", () => {
    const replica = primary();
    for (let height = 1; height <= 8; height += 1)
      expect(propose(replica, built(height, 2, true))).toEqual(
        height < 8 ? ["obtainBodies", "build"] : ["obtainBodies"],
      );
    expect(kinds(hear(replica, { kind: "certificate", value: finality(1) }))).toEqual([
      "catchUp",
      "build",
    ]);
  });

  it("proposes nothing for an empty answer, and ignores answers to old questions", () => {
    const replica = primary();
    expect(propose(replica, built(2, 1, true))).toEqual([]);
    expect(propose(replica, built(1, 0, false))).toEqual([]);
  });

  it("sends its PrePrepare only once the proposal is durable", () => {
    const replica = primary();
    const [sign] = step(replica, built(1, 1, false));
    const bytes =
      sign?.kind === "sign" && sign.message.kind === "prePrepare" ? sign.message.proposal : fill(0);
    hear(replica, prePrepare(bytes));
    expect(kinds(step(replica, bodies(bytes)))).toEqual(["persist", "send", "sign vote"]);
    expect(inFlightProposals(replica)).toEqual([digestOf(bytes)]);
  });

  it("proposes an empty block after the heartbeat interval", () => {
    const replica = start({ self: 0 });
    expect(kinds(run(replica, 0, 9950))).not.toContain("build");
    expect(kinds(run(replica, 9950, 10_000))).toContain("build");
    expect(propose(replica, built(1, 0, false))).toEqual(["obtainBodies"]);
    expect(kinds(run(replica, 10_000, 11_000))).not.toContain("build");
  });
});
