// docs/consensus.md 9: two processes with one key, or a journal rolled back behind the entry check's back.

import { step } from "@cartorio/consensus";
import type { ConsensusMessage } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import {
  checkpoint,
  fill,
  newView,
  prePrepare,
  proposalBytes,
  suspect,
  viewChange,
  viewChangeBody,
  vote,
} from "./builders.ts";
import { bodies, hear, kinds, named, proposal, start } from "./replica-helpers.ts";

const self = 1;

/** Has prepared the proposal of height 1 in view 0. */
function voting() {
  const replica = start();
  hear(replica, prePrepare(proposal), 0);
  step(replica, bodies(proposal));
  hear(replica, vote(self, { kind: 2, digest: named }));
  return replica;
}

describe("a message of the own key from a peer", () => {
  const foreign: [string, ConsensusMessage][] = [
    ["Prepare of another proposal", vote(self, { kind: 2, digest: fill(9) })],
    ["Prepare of a height without a proposal", vote(self, { kind: 2, height: 2, digest: fill(9) })],
    ["Commit without a certificate", vote(self, { kind: 3, digest: named })],
    ["vote of a later view", vote(self, { kind: 2, view: 1, digest: named })],
    ["PrePrepare of a later view", prePrepare(proposalBytes(1), { view: 1, validator: self })],
    ["statement of a height not executed", checkpoint(self, 1, fill(1))],
    ["Suspect of a later view", suspect(self, { view: 1 })],
    ["ViewChange", viewChange(self, { view: 1 })],
    [
      "NewView",
      newView(1, [
        viewChangeBody(0, { view: 1 }),
        viewChangeBody(2, { view: 1 }),
        viewChangeBody(3, { view: 1 }),
      ]),
    ],
  ];
  it.each(foreign)("stops the signing: %s", (_name, message) => {
    const replica = voting();
    expect(hear(replica, message, 2)).toMatchObject([{ kind: "halt", code: "DUPLICATE_IDENTITY" }]);
    expect(kinds(hear(replica, prePrepare(proposalBytes(2)), 0))).not.toContain("obtainBodies");
  });

  it("is nothing new if this process said it", () => {
    const replica = voting();
    expect(hear(replica, vote(self, { kind: 2, digest: named }), 2)).toEqual([]);
    expect(replica.halted.size).toBe(0);
  });

  it("is taken from the signer as before", () => {
    const replica = start();
    hear(replica, viewChange(self, { view: 1 }));
    expect(replica.halted.size).toBe(0);
  });
});
