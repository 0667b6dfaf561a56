// What a validator signed against itself (docs/consensus.md 10): told once, with bytes that prove it.
import {
  type Effect,
  isWanted,
  type Offence,
  type Replica,
  replicaStatus,
  step,
  verifyEvidence,
} from "@cartorio/consensus";
import {
  type ConsensusMessage,
  decodeConsensusMessage,
  decodeSuspectBody,
  defaultParameters,
  encodeConsensusMessage,
  suspectReason,
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
import { labChainId, labValidators, labVerify } from "./lab-keys.ts";
import { bodies, hear, kinds, proposal, run, start } from "./replica-helpers.ts";

type Found = Extract<Effect, { kind: "evidence" }>;
const other = proposalBytes(1, { envelopeHashes: [fill(7)] });
const context = {
  ...{ chainId: labChainId, validators: labValidators(4), verify: labVerify },
  parameters: { ...defaultParameters, maxBlockTransactions: 2 },
};
const changes = (indices: readonly number[], view: number) =>
  indices.map((index) => viewChangeBody(index, { view }));

function evidenceIn(effects: readonly Effect[]): Found[] {
  return effects.filter((effect) => effect.kind === "evidence");
}
function reasonsOf(effects: readonly Effect[]): number[] {
  return effects.flatMap((effect) => {
    if (effect.kind !== "sign" || effect.message.kind !== "suspect") return [];
    const body = decodeSuspectBody(effect.message.body);
    return body.ok ? [body.value.reason] : [];
  });
}
function hearAll(replica: Replica, messages: readonly ConsensusMessage[]): Effect[] {
  return messages.flatMap((message) => hear(replica, message));
}

interface Case {
  readonly offence: Offence;
  readonly validator: number;
  readonly height: number;
  readonly before: readonly ConsensusMessage[];
  readonly messages: readonly ConsensusMessage[];
  /** The primary's own, in the view that it leads. */
  readonly suspected: boolean;
}

const wide = proposalBytes(1, { envelopeHashes: [fill(1), fill(2), fill(3)] });
const foreign = proposalBytes(1, { proposer: 2 });
const cases: Record<string, Case> = {
  "two PrePrepares for one view and height": {
    ...{ offence: "twoPrePrepares", validator: 0, height: 1, suspected: true, before: [] },
    messages: [prePrepare(proposal), prePrepare(other)],
  },
  "two PrePrepares for the next view": {
    ...{ offence: "twoPrePrepares", validator: 1, height: 1, suspected: false, before: [] },
    messages: [
      prePrepare(proposalBytes(1, { proposer: 1 }), { view: 1, validator: 1 }),
      prePrepare(proposalBytes(1, { proposer: 1, time: 7 }), { view: 1, validator: 1 }),
    ],
  },
  "two Prepares": {
    ...{ offence: "twoPrepares", validator: 3, height: 2, suspected: false, before: [] },
    messages: [8, 9].map((digest) => vote(3, { kind: 2, height: 2, digest: fill(digest) })),
  },
  "two Commits of the primary": {
    ...{ offence: "twoCommits", validator: 0, height: 2, suspected: true, before: [] },
    messages: [8, 9].map((digest) => vote(0, { kind: 3, height: 2, digest: fill(digest) })),
  },
  "two checkpoint statements": {
    ...{ offence: "twoCheckpoints", validator: 0, height: 3, suspected: false, before: [] },
    messages: [checkpoint(0, 3, fill(1)), checkpoint(0, 3, fill(2))],
  },
  "two ViewChanges for one view": {
    ...{ offence: "twoViewChanges", validator: 3, height: 0, suspected: false, before: [] },
    messages: [
      viewChange(3, { view: 2 }),
      viewChange(3, { view: 2, prepared: [prepared(1, { digest: fill(8) })] }),
    ],
  },
  "two NewViews of one view": {
    ...{ offence: "twoNewViews", validator: 2, height: 0, suspected: true, before: [] },
    messages: [newView(2, changes([0, 2, 3], 2)), newView(2, changes([0, 1, 3], 2))],
  },
  "a NewView whose O does not follow": {
    ...{ offence: "falseNewView", validator: 2, height: 0, suspected: true },
    before: [viewChange(0, { view: 2 }), viewChange(3, { view: 2 })],
    messages: [
      newView(2, changes([0, 2, 3], 2), { entries: [{ height: 1, proposalDigest: fill(8) }] }),
    ],
  },
  "a proposal with more transactions than a block holds": {
    ...{ offence: "invalidProposal", validator: 0, height: 1, suspected: true, before: [] },
    messages: [prePrepare(wide)],
  },
  "a proposal in another's name": {
    ...{ offence: "invalidProposal", validator: 0, height: 1, suspected: true, before: [] },
    messages: [prePrepare(foreign)],
  },
  "a proposal of somebody who is not the primary": {
    ...{ offence: "invalidProposal", validator: 2, height: 1, suspected: false, before: [] },
    messages: [prePrepare(foreign, { validator: 2 })],
  },
};

describe("evidence (docs/consensus.md 10)", () => {
  for (const [title, { before, messages, suspected, ...expected }] of Object.entries(cases)) {
    const { offence, validator, height } = expected;

    it(`${title}: the bytes prove it, once, whatever is sent again`, () => {
      const replica = start({ self: offence === "twoPrePrepares" && validator === 1 ? 3 : 1 });
      hearAll(replica, before);
      const last = messages.at(-1);
      if (last === undefined) expect.fail("no message");
      hearAll(replica, messages.slice(0, -1));
      expect(isWanted(replica, last)).toBe(true);
      const effects = hear(replica, last);
      const found = evidenceIn(effects);
      expect(found).toMatchObject([{ offence, validator, height }]);
      expect(found[0]?.messages).toEqual(messages.map(encodeConsensusMessage));
      expect(found.every((evidence) => verifyEvidence(evidence, context))).toBe(true);
      expect(evidenceIn(hearAll(replica, messages))).toEqual([]);
      expect(reasonsOf(effects)).toEqual(suspected ? [suspectReason.evidence] : []);
    });

    it(`${title}: less, or another's signature, proves nothing`, () => {
      const bytes = messages.map(encodeConsensusMessage);
      const proof = { offence, validator, messages: bytes };
      expect(verifyEvidence(proof, context)).toBe(true);
      const [one] = bytes;
      if (one === undefined) expect.fail("no message");
      const twice = bytes.length === 1 ? [] : [one, one];
      for (const wrong of [
        { ...proof, messages: bytes.slice(1) },
        { ...proof, messages: twice },
        { ...proof, validator: (validator + 1) % 4 },
        { ...proof, messages: bytes.map(() => one.subarray(1)) },
        { ...proof, offence: "invalidBodies" as const },
      ])
        expect(verifyEvidence(wrong, context)).toBe(false);
      const unsigned = { ...context, verify: () => false };
      expect(verifyEvidence(proof, unsigned)).toBe(false);
    });
  }

  it("tells each offence of a validator, and each validator", () => {
    const replica = start();
    const votes = ([2, 3] as const).flatMap((kind) =>
      [2, 3].flatMap((validator) =>
        [8, 9].map((digest) => vote(validator, { kind, digest: fill(digest) })),
      ),
    );
    expect(evidenceIn(hearAll(replica, votes))).toHaveLength(4);
    const more = [8, 9].map((digest) => vote(2, { kind: 2, height: 2, digest: fill(digest) }));
    expect(evidenceIn(hearAll(replica, more))).toEqual([]);
  });

  it("names the envelopes that make a proposal invalid", () => {
    const replica = start();
    const envelope = Uint8Array.of(1, 2, 3);
    const bad = proposalBytes(1, { envelopeHashes: [fill(7)] });
    hear(replica, prePrepare(bad));
    const effects = step(replica, {
      ...{ kind: "bodiesRefused", proposalDigest: digestOf(bad), envelopes: [envelope] },
    });
    const [found] = evidenceIn(effects);
    if (found === undefined) expect.fail("no evidence");
    expect(found).toMatchObject({ offence: "invalidBodies", validator: 0, height: 1 });
    expect(found.messages).toEqual([encodeConsensusMessage(prePrepare(bad)), envelope]);
    expect(reasonsOf(effects)).toEqual([suspectReason.evidence]);
    // The lab's hash of these bytes is not the one that was proposed.
    expect(verifyEvidence(found, context)).toBe(false);
  });

  it("stops wanting more of what was told, except from a primary that is not suspected yet", () => {
    const replica = start();
    const votes = (view: number) =>
      [8, 9].map((digest) => vote(2, { kind: 2, view, height: 2, digest: fill(digest) }));
    hearAll(replica, votes(0));
    expect(isWanted(replica, vote(2, { kind: 2, height: 2, digest: fill(7) }))).toBe(false);
    hear(replica, newView(2, changes([0, 2, 3], 2)));
    const [first, second] = votes(2);
    if (first === undefined || second === undefined) expect.fail("no votes");
    hear(replica, first);
    expect(isWanted(replica, second)).toBe(true);
    const effects = hear(replica, second);
    expect(evidenceIn(effects)).toEqual([]);
    expect(reasonsOf(effects)).toEqual([suspectReason.evidence]);
  });
});

describe("a primary that is caught (docs/consensus.md 4)", () => {
  it("is shown to all: whoever saw only one of the two proposals cannot know", () => {
    const replica = start();
    hear(replica, prePrepare(proposal));
    const sent = hear(replica, prePrepare(other)).flatMap((effect) =>
      effect.kind === "send" && effect.to === "all" ? [effect.message] : [],
    );
    expect(sent).toEqual([prePrepare(proposal), prePrepare(other)]);
    const told = start({ self: 3 });
    expect(reasonsOf(hearAll(told, sent))).toEqual([suspectReason.evidence]);
  });

  it("is suspected as soon as an own Suspect for no progress is void", () => {
    const replica = start();
    step(replica, { kind: "mempool", waiting: true });
    run(replica, 0, 2100);
    hear(replica, suspect(1));
    expect(reasonsOf(hearAll(replica, [prePrepare(proposal), prePrepare(other)]))).toEqual([]);
    hear(replica, { kind: "certificate", value: finality(1) });
    expect(reasonsOf(run(replica, 2100, 2150))).toEqual([suspectReason.evidence]);
    expect(reasonsOf(run(replica, 2150, 2300))).toEqual([]);
  });

  it("is suspected when its view begins, if it was caught before", () => {
    const replica = start({ self: 3 });
    const { messages } = cases["two PrePrepares for the next view"] ?? { messages: [] };
    expect(reasonsOf(hearAll(replica, messages))).toEqual([]);
    hear(replica, newView(1, changes([0, 1, 2], 1)));
    expect(reasonsOf(run(replica, 0, 50))).toEqual([suspectReason.evidence]);
  });

  it("does not end a good view by what others sign twice", () => {
    const replica = start();
    for (const validator of [2, 3])
      for (const kind of [2, 3] as const)
        for (const digest of [8, 9])
          for (let height = 1; height <= 8; height += 1)
            hear(replica, vote(validator, { kind, height, digest: fill(digest) }));
    run(replica, 0, 1000);
    expect(replicaStatus(replica)).toMatchObject({ view: 0, active: true, suspects: 0 });
  });

  it("gets no second Prepare out of the replica that caught it", () => {
    const replica = start();
    hear(replica, prePrepare(proposal));
    const effects = [...hear(replica, prePrepare(other)), ...step(replica, bodies(other))];
    expect(kinds(effects)).not.toContain("sign vote");
    expect(kinds(step(replica, bodies(proposal)))).toContain("sign vote");
  });
});

it("evidence is made of whole encoded messages", () => {
  const replica = start();
  const [found] = evidenceIn(
    hearAll(replica, [checkpoint(3, 1, fill(1)), checkpoint(3, 1, fill(2))]),
  );
  expect(found?.messages.map((bytes) => decodeConsensusMessage(bytes).ok)).toEqual([true, true]);
});
