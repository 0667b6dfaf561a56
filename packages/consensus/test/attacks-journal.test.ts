// Lost, old and rebuilt data: each test is named after what would go wrong.
import {
  createEntry,
  createReplica,
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
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { checkpoint, fill, finality, newView, viewChange, viewChangeBody } from "./builders.ts";
import { labChainId } from "./lab-keys.ts";
import { base, hear, kinds, named, start } from "./replica-helpers.ts";

const self = 1;
const record = (value: ConsensusMessage): JournalRecord => ({
  kind: "message",
  message: encodeConsensusMessage(value),
});
const answer = (change: Partial<EntryAnswer> = {}): EntryAnswer => ({
  ...{ epoch: 0, amnesia: false, fresh: false, certificate: undefined, messages: [] },
  ...change,
});

describe("a peer that forgets what it has shown, as it restarts", () => {
  const shown: [string, EntryAnswer][] = [
    [
      "a vote beyond the journal",
      answer({ messages: [markVerified(viewChange(self, { view: 3 }))] }),
    ],
  ];
  it.each(shown)("lets nobody in by that: %s", (_name, first) => {
    const guard = {
      ...{ chainId: labChainId, epoch: 0, incarnation: fill(7).subarray(16) },
      ...{ counter: 1, mustReenter: 0, complete: false },
    };
    const entry = createEntry({ replica: start(), guard, journal: [], isFresh: true });
    takeEntryAnswer(entry, 0, first);
    expect(entryVerdict(entry)).toBe("amnesia");
    for (const peer of [0, 2, 3]) takeEntryAnswer(entry, peer, answer());
    expect(entryVerdict(entry)).toBe("amnesia");
  });

  it("still shows the ViewChange of a validator that was rolled back, from its NewView", () => {
    const changes = [1, 2, 3].map((index) => viewChangeBody(index, { view: 2 }));
    const journal = [record(newView(2, changes))];
    const { replica } = createReplica({ ...base, self: 0, journal });
    expect(ownVotesAnswer(replica, self)).toEqual([{ kind: "viewChange", value: changes[0] }]);
    expect(ownVotesAnswer(replica, 0)).toEqual([]);
  });
});

describe("a state that is rebuilt after STATE_DIVERGED, with the journal intact", () => {
  const wrong = record(checkpoint(self, 1, fill(9)));
  const block = (height: number) => ({
    ...{ height, headerHash: fill(height), proposalDigest: named, time: height },
  });

  it("does not stop the validator again at the height of its wrong statement", () => {
    const { replica } = createReplica({ ...base, journal: [wrong] });
    expect(step(replica, { kind: "executed", block: block(1) })).toEqual([]);
    const certificate = { kind: "certificate", value: finality(1) } as const;
    expect(kinds(hear(replica, certificate, 0))).toEqual(["certified"]);
    expect(kinds(step(replica, { kind: "executed", block: block(2) }))).toEqual([
      "sign checkpoint",
    ]);
  });

  it("does not stop it at the start when the certificate says that the state is right now", () => {
    const rebuilt = { executed: [block(1)], certificate: finality(1) };
    const { replica } = createReplica({ ...base, ...rebuilt, journal: [wrong] });
    expect(replica.halted.size).toBe(0);
  });

  it("stops it if the rebuilt state is the wrong one", () => {
    const { replica } = createReplica({ ...base, journal: [record(checkpoint(self, 1, fill(1)))] });
    expect(
      step(replica, { kind: "executed", block: { ...block(1), headerHash: fill(9) } }),
    ).toEqual([]);
    expect(hear(replica, { kind: "certificate", value: finality(1) }, 0)).toMatchObject([
      { kind: "halt", code: "STATE_DIVERGED", height: 1 },
    ]);
  });
});
