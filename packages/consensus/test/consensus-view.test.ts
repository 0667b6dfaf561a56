import { consensusView, type Replica, step } from "@cartorio/consensus";
import { suspectReason } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { checkpoint, fill, finality, prePrepare, suspect, viewChange, vote } from "./builders.ts";
import { bodies, hear, named, proposal, start } from "./replica-helpers.ts";

const other = fill(9);
const firstHeight = (replica: Replica): unknown => consensusView(replica).heights[0];

/** Validator 1 of four follows the proposal of the primary, 0, and has its bodies. */
function following(): Replica {
  const replica = start();
  hear(replica, prePrepare(proposal));
  step(replica, bodies(proposal));
  return replica;
}

describe("who voted for what (docs/consensus.md 3)", () => {
  it("counts only equal votes for the quorum, and says of whom none is held", () => {
    const replica = following();
    hear(replica, vote(2, { kind: 2, digest: named }));
    hear(replica, vote(0, { kind: 2, digest: named }));
    hear(replica, vote(3, { kind: 2, digest: other }));
    expect(firstHeight(replica)).toEqual({
      ...{ height: 1, phase: "proposed", proposal: named, commits: [], statements: [] },
      prepares: [
        { digest: named, validators: [0, 2] },
        { digest: other, validators: [3] },
      ],
      missing: { kind: "prepare", votes: 1, validators: [1, 3] },
    });
  });

  it("goes on to commits and, after execution, to statements", () => {
    const replica = following();
    for (const validator of [0, 2, 3]) hear(replica, vote(validator, { kind: 2, digest: named }));
    hear(replica, vote(3, { kind: 3, digest: named }));
    expect(firstHeight(replica)).toMatchObject({
      phase: "prepared",
      commits: [{ digest: named, validators: [3] }],
      missing: { kind: "commit", votes: 2, validators: [0, 1, 2] },
    });
    for (const validator of [0, 2]) hear(replica, vote(validator, { kind: 3, digest: named }));
    hear(replica, checkpoint(2, 1, fill(1)));
    expect(firstHeight(replica)).toMatchObject({
      ...{ phase: "committed", proposal: named },
      commits: [{ digest: named, validators: [0, 2, 3] }],
      statements: [{ digest: fill(1), validators: [2] }],
      missing: { kind: "execution", votes: 0, validators: [] },
    });
  });

  it("shows no height that is certified, and none that nobody spoke of", () => {
    const replica = following();
    hear(replica, { kind: "certificate", value: finality(1) });
    expect(consensusView(replica)).toMatchObject({ certifiedHeight: 1, heights: [] });
  });
});

describe("leaving a view (docs/consensus.md 4 and 5)", () => {
  it("names who suspects it and why, but not for what is certified since", () => {
    const replica = following();
    hear(replica, suspect(3, { reason: suspectReason.rotation }));
    expect(consensusView(replica)).toMatchObject({
      ...{ view: 0, primary: 0, active: true, validators: 4, faulty: 1, quorum: 3 },
      suspects: [{ validator: 3, reason: suspectReason.rotation }],
      viewChangesMissing: 0,
    });
    const stale = following();
    hear(stale, suspect(3));
    expect(consensusView(stale).suspects).toEqual([
      { validator: 3, reason: suspectReason.noProgress },
    ]);
    hear(stale, { kind: "certificate", value: finality(1) });
    expect(consensusView(stale).suspects).toEqual([]);
  });

  it("counts the ViewChanges that the new view lacks", () => {
    const replica = following();
    for (const validator of [0, 3]) hear(replica, viewChange(validator, { view: 1 }));
    expect(consensusView(replica)).toMatchObject({
      ...{ view: 1, primary: 1, active: false },
      viewChanges: [0, 3],
      viewChangesMissing: 1,
    });
  });
});
