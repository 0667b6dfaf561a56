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
  limits,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import {
  checkpoint,
  digestOf,
  fill,
  finality,
  newView,
  prepared,
  proposalBytes,
  suspect,
  viewChange,
  viewChangeBody,
  vote,
} from "./builders.ts";
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

describe("an intact journal that is shown what its key has said", () => {
  const guard = {
    ...{ chainId: labChainId, epoch: 0, incarnation: fill(7).subarray(16) },
    ...{ counter: 1, mustReenter: 0, complete: true },
  };
  function verdictAfter(journal: readonly JournalRecord[], shown: ConsensusMessage): string {
    const entry = createEntry({ replica: start({ journal }), guard, journal, isFresh: false });
    for (const peer of [0, 2])
      takeEntryAnswer(entry, peer, answer({ messages: [markVerified(shown)] }));
    return entryVerdict(entry);
  }

  it("is not found to be old by a Suspect of an S that only memory had", () => {
    // The process knew S = 9 when it suspected the view, came back with 5, and suspected it again.
    const journal = [suspect(self, { certified: 9 }), suspect(self, { certified: 5 })].map(record);
    expect(verdictAfter(journal, suspect(self, { certified: 9 }))).toBe("enter");
  });

  it("is not found to be old by a Prepare that only the certificate in its own NewView admits", () => {
    const height = limits.window + 2;
    const list = [prepared(height, { digest: named, indices: [0, 2, 3] })];
    const options = { view: 1, certificate: finality(2), prepared: list };
    const changes = [0, 2, 3].map((index) => viewChangeBody(index, options));
    const empties = Array.from({ length: height - 3 }, (_, index) => ({
      height: index + 3,
      proposalDigest: digestOf(proposalBytes(index + 3, { time: 0 })),
    }));
    const entries = [...empties, { height, proposalDigest: named }];
    // A crash came before anything else of the view was written.
    const journal = [record(newView(1, changes, { entries }))];
    const { effects } = createReplica({ ...base, journal });
    const signed = effects.flatMap((effect) =>
      effect.kind === "sign" && effect.message.kind === "vote" ? [effect.message.height] : [],
    );
    expect(signed).toContain(limits.window + 1);
    for (const effect of effects) if (effect.kind === "persist") journal.push(...effect.records);
    const digest = digestOf(proposalBytes(limits.window + 1, { time: 0 }));
    const shown = vote(self, { kind: 2, view: 1, height: limits.window + 1, digest });
    expect(verdictAfter(journal, shown)).toBe("enter");
  });
});
