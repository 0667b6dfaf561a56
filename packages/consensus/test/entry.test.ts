// docs/consensus.md 9: who may sign in an epoch after a start.
import {
  createEntry,
  type Entry,
  type EntryAnswer,
  entryVerdict,
  markVerified,
  ownVotesAnswer,
  step,
  takeEntryAnswer,
} from "@cartorio/consensus";
import {
  type ConsensusMessage,
  encodeConsensusMessage,
  type JournalRecord,
  limits,
  type ValidatorSet,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { firstVoteRecords } from "../src/heard.ts";
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
import { labChainId, labValidators } from "./lab-keys.ts";
import { hear, start } from "./replica-helpers.ts";

const self = 1;
const incarnation = new Uint8Array(16).fill(7);
const proposal = proposalBytes(5);
const firstProposal = proposalBytes(1);
const digest = digestOf(proposal);

interface Setting {
  readonly journal?: readonly JournalRecord[];
  readonly isFresh?: boolean;
  readonly guardEpoch?: number;
  readonly named?: Uint8Array;
  readonly mustReenter?: number;
}

function entryOf(setting: Setting = {}): Entry {
  const { journal = [], isFresh = false, guardEpoch = 0, named = new Uint8Array(0) } = setting;
  const { mustReenter = 0 } = setting;
  const set = labValidators(4);
  const validators: ValidatorSet = {
    ...set,
    validators: set.validators.map((validator, index) => ({
      ...validator,
      incarnation: index === self ? named : new Uint8Array(0),
    })),
  };
  const replica = start({ validators, journal });
  const guard = {
    chainId: labChainId,
    epoch: guardEpoch,
    incarnation,
    counter: 1,
    mustReenter,
    complete: true,
  };
  return createEntry({ replica, guard, journal, isFresh });
}

function answer(messages: readonly ConsensusMessage[] = [], certifiedHeight = 0): EntryAnswer {
  const certificate = certifiedHeight === 0 ? undefined : markVerified(finality(certifiedHeight));
  return {
    epoch: 0,
    amnesia: false,
    fresh: false,
    certificate,
    messages: messages.map(markVerified),
  };
}

function record(message: ConsensusMessage): JournalRecord {
  return { kind: "message", message: encodeConsensusMessage(message) };
}
const proposalRecord: JournalRecord = {
  ...{ kind: "proposal", view: 0, proposal, envelopes: [], prePrepare: new Uint8Array(0) },
};

describe("a validator that starts", () => {
  it("signs once Q-1 peers have answered, and not before", () => {
    const entry = entryOf();
    expect(entryVerdict(entry)).toBe("ask");
    takeEntryAnswer(entry, 0, answer());
    takeEntryAnswer(entry, 0, answer());
    expect(entryVerdict(entry)).toBe("ask");
    takeEntryAnswer(entry, 2, answer());
    expect(entryVerdict(entry)).toBe("enter");
  });

  it("does not count itself, strangers, other epochs and peers that vouch for nothing", () => {
    const entry = entryOf();
    takeEntryAnswer(entry, self, answer());
    takeEntryAnswer(entry, 9, answer());
    takeEntryAnswer(entry, 0, { ...answer(), epoch: 1 });
    takeEntryAnswer(entry, 2, { ...answer(), amnesia: true });
    expect(entryVerdict(entry)).toBe("ask");
  });

  it("counts peers with new journals only if its own is new, as at the first start of a network", () => {
    for (const isFresh of [true, false]) {
      const entry = entryOf({ isFresh });
      for (const peer of [0, 2, 3]) takeEntryAnswer(entry, peer, { ...answer(), fresh: true });
      expect(entryVerdict(entry)).toBe(isFresh ? "enter" : "ask");
      for (const peer of [0, 2]) takeEntryAnswer(entry, peer, answer());
      expect(entryVerdict(entry)).toBe("enter");
    }
  });

  it("of two wiped ones takes not the other's word once the epoch has certified a block", () => {
    const entry = entryOf({ isFresh: true });
    takeEntryAnswer(entry, 3, { ...answer(), fresh: true });
    takeEntryAnswer(entry, 0, answer([], 4));
    expect(entryVerdict(entry)).toBe("ask");
    takeEntryAnswer(entry, 2, answer([], 4));
    expect(entryVerdict(entry)).toBe("enter");
  });

  it("alone in its cluster asks nobody", () => {
    const replica = start({ self: 0, validators: labValidators(1) });
    const guard = {
      chainId: labChainId,
      epoch: 0,
      incarnation,
      counter: 1,
      mustReenter: 0,
      complete: true,
    };
    expect(entryVerdict(createEntry({ replica, guard, journal: [], isFresh: false }))).toBe(
      "enter",
    );
  });

  it("follows the chain first when its guard has voted in a later epoch", () => {
    expect(entryVerdict(entryOf({ guardEpoch: 3 }))).toBe("behind");
  });
});

describe("a journal older than what its key has said", () => {
  const certificateAt = (height: number): JournalRecord =>
    record({ kind: "certificate", value: finality(height) });
  const ahead: [string, readonly JournalRecord[], ConsensusMessage][] = [
    ["Prepare without the proposal", [], vote(self, { kind: 2, height: 5, digest })],
    [
      "Commit without the certificate",
      [proposalRecord],
      vote(self, { kind: 3, height: 5, digest }),
    ],
    [
      "Commit of a later view than the certificate's",
      [
        { kind: "prepared", certificate: prepared(5, { digest }) },
        record(viewChange(self, { view: 2 })),
      ],
      vote(self, { kind: 3, height: 5, view: 2, digest }),
    ],
    ["vote of a later view", [proposalRecord], vote(self, { kind: 2, height: 5, view: 1, digest })],
    [
      "vote above the window of the newest certificate",
      [certificateAt(8), proposalRecord],
      vote(self, { kind: 2, height: 9 + limits.window, digest }),
    ],
    ["statement", [certificateAt(4)], checkpoint(self, 5, fill(5))],
    ["PrePrepare", [], prePrepare(proposal, { validator: self })],
    [
      "PrePrepare of a later view",
      [proposalRecord],
      prePrepare(proposal, { view: 1, validator: self }),
    ],
    ["ViewChange", [record(viewChange(self, { view: 2 }))], viewChange(self, { view: 3 })],
    [
      "NewView",
      [],
      newView(1, [
        viewChangeBody(0, { view: 1 }),
        viewChangeBody(1, { view: 1 }),
        viewChangeBody(2, { view: 1 }),
      ]),
    ],
    ["Suspect", [record(suspect(self, { view: 0 }))], suspect(self, { view: 1 })],
    ["Suspect of a higher S", [record(suspect(self))], suspect(self, { certified: 4 })],
  ];
  it.each(ahead)("is found by a %s", (_name, journal, message) => {
    const entry = entryOf({ journal });
    takeEntryAnswer(entry, 0, answer([message]));
    expect(entryVerdict(entry)).toBe("amnesia");
  });

  const covered: [string, readonly JournalRecord[], ConsensusMessage][] = [
    ["Prepare", [proposalRecord], vote(self, { kind: 2, height: 5, digest })],
    [
      "Prepare of the empty proposal",
      [],
      vote(self, { kind: 2, height: 5, digest: emptyDigest(5) }),
    ],
    [
      "Commit",
      [{ kind: "prepared", certificate: prepared(5, { digest }) }],
      vote(self, { kind: 3, height: 5, digest }),
    ],
    ["vote at a certified height", [certificateAt(8)], vote(self, { kind: 3, height: 7, digest })],
    ["statement", [record(checkpoint(self, 5, fill(5)))], checkpoint(self, 5, fill(5))],
    ["ViewChange", [record(viewChange(self, { view: 2 }))], viewChange(self, { view: 2 })],
    ["Suspect", [record(suspect(self))], suspect(self)],
    ["message of another key", [], vote(2, { kind: 2, height: 5, digest })],
  ];
  it.each(covered)("is not one that covers a shown %s", (_name, journal, message) => {
    const entry = entryOf({ journal });
    takeEntryAnswer(entry, 0, answer([message]));
    takeEntryAnswer(entry, 2, answer());
    expect(entryVerdict(entry)).toBe("enter");
  });
});

function emptyDigest(height: number): Uint8Array {
  return digestOf(proposalBytes(height, { time: 0, proposer: 0 }));
}

describe("a new journal", () => {
  it("may vote, however far the chain is, if nobody shows a vote of its key", () => {
    const entry = entryOf({ isFresh: true });
    takeEntryAnswer(entry, 0, answer([], 500));
    takeEntryAnswer(entry, 2, answer([], 500));
    expect(entryVerdict(entry)).toBe("enter");
  });

  it("may not as soon as anybody shows one, were it the oldest", () => {
    const entry = entryOf({ isFresh: true });
    takeEntryAnswer(entry, 0, answer([vote(self, { kind: 2, height: 1, digest })], 500));
    expect(entryVerdict(entry)).toBe("amnesia");
  });

  it("votes where the set names its own incarnation, and nowhere else", () => {
    const back = entryOf({ isFresh: true, named: incarnation });
    takeEntryAnswer(back, 0, answer([], 500));
    takeEntryAnswer(back, 2, answer([], 500));
    expect(entryVerdict(back)).toBe("enter");
    const waiting = entryOf({ isFresh: true, mustReenter: 1 });
    takeEntryAnswer(waiting, 0, answer());
    takeEntryAnswer(waiting, 2, answer());
    expect(entryVerdict(waiting)).toBe("amnesia");
    const named = entryOf({ isFresh: true, mustReenter: 1, named: incarnation });
    takeEntryAnswer(named, 0, answer());
    takeEntryAnswer(named, 2, answer());
    expect(entryVerdict(named)).toBe("enter");
    const other = entryOf({ named: new Uint8Array(16).fill(8) });
    takeEntryAnswer(other, 0, answer());
    takeEntryAnswer(other, 2, answer());
    expect(entryVerdict(other)).toBe("amnesia");
  });
});

it("too many validators without their journals are named: no quorum is left", () => {
  const entry = entryOf({ named: new Uint8Array(16).fill(8) });
  expect(entryVerdict(entry)).toBe("amnesia");
  takeEntryAnswer(entry, 3, { ...answer(), amnesia: true });
  expect(entryVerdict(entry)).toBe("quorumLost");
});

describe("what a peer shows", () => {
  it("is all that it holds above S, and the last vote and statement below", () => {
    const replica = start();
    const said = [
      vote(2, { kind: 2, digest }),
      vote(2, { kind: 3, height: 2, digest }),
      checkpoint(2, 1, fill(1)),
      suspect(2),
      viewChange(2, { view: 1 }),
    ];
    for (const message of said) hear(replica, message, 2);
    const shown = ownVotesAnswer(replica, 2).map(({ kind }) => kind);
    expect(shown).toEqual([
      "viewChange",
      "suspect",
      "vote",
      "checkpoint",
      "vote",
      "checkpoint",
      "vote",
    ]);
    hear(replica, { kind: "certificate", value: finality(3) }, 0);
    expect(ownVotesAnswer(replica, 2)).toEqual([said[4], said[3], said[1], said[2]]);
    expect(ownVotesAnswer(replica, 3)).toEqual([]);
  });
});

it("a wiped validator is remembered by peers that restarted since: its first vote is in their journals", () => {
  const heard = start();
  hear(heard, vote(2, { kind: 2, digest }), 2);
  hear(heard, vote(3, { kind: 2, digest }), 3);
  const effects = [
    ...hear(heard, prePrepare(firstProposal), 0),
    ...step(heard, { kind: "bodies", proposalDigest: digestOf(firstProposal), envelopes: [] }),
  ];
  const journal = effects.flatMap((effect) => (effect.kind === "persist" ? effect.records : []));
  const restarted = start({ journal });
  hear(restarted, { kind: "certificate", value: finality(400) }, 0);
  for (const validator of [2, 3])
    expect(ownVotesAnswer(restarted, validator)).toMatchObject([
      { kind: "vote", value: { validator, height: 1 } },
    ]);
  // Once in an epoch.
  hear(heard, vote(2, { kind: 2, height: 2, digest }), 2);
  expect(firstVoteRecords(heard)).toEqual([]);
});
