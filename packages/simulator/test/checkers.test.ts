import type { ExecutedBlock } from "@cartorio/consensus";
import { type ConsensusMessage, encodeProposal, encodeViewChangeBody } from "@cartorio/protocol";
import { createCheckers } from "@cartorio/simulator";
import { describe, expect, it } from "vitest";

// Each checker must be able to fail: it is shown the smallest history that breaks its rule.
const signature = new Uint8Array(64);
const fill = (content: number): Uint8Array => new Uint8Array(32).fill(content);

interface VoteOptions {
  readonly kind: 2 | 3;
  readonly view: number;
  readonly content: number;
  readonly height?: number;
}
function vote(validator: number, options: VoteOptions): ConsensusMessage {
  const { kind, view, content, height = 1 } = options;
  const statement = { kind, epoch: 0, view, height, proposalDigest: fill(content) };
  return { kind: "vote", value: { ...statement, validator, signature } };
}
function checkpoint(validator: number, content: number): ConsensusMessage {
  const statement = { epoch: 0, height: 1, headerHash: fill(content) };
  return { kind: "checkpoint", value: { ...statement, validator, signature } };
}
function viewChange(validator: number, view: number): ConsensusMessage {
  const body = encodeViewChangeBody({
    chainId: fill(1),
    epoch: 0,
    view,
    certificate: undefined,
    prepared: [],
  });
  return { kind: "viewChange", value: { body, validator, signature } };
}
function block(height: number, content: number, time = height): ExecutedBlock {
  return { height, headerHash: fill(content), proposalDigest: fill(content), time };
}
/** Checkers of a cluster of four in which everybody has every body. */
function checkers(): ReturnType<typeof createCheckers> {
  const all = createCheckers(4);
  for (const content of [1, 2, 3])
    for (const node of [0, 1, 2, 3]) all.durable(node, fill(content));
  return all;
}

describe("checkers", () => {
  it("two statements of one author in one place", () => {
    const all = checkers();
    all.signed(0, vote(0, { kind: 2, view: 0, content: 1 }));
    all.signed(0, vote(0, { kind: 2, view: 0, content: 1 }));
    expect(() => all.signed(0, vote(0, { kind: 2, view: 0, content: 2 }))).toThrow(
      /^two-statements/,
    );
    const propose = (time: number): ConsensusMessage => {
      const proposal = encodeProposal({
        epoch: 0,
        height: 1,
        time,
        proposer: 0,
        envelopeHashes: [],
      });
      return { kind: "prePrepare", value: { view: 0, proposal, validator: 0, signature } };
    };
    all.signed(0, propose(1));
    expect(() => all.signed(0, propose(2))).toThrow(/^two-statements/);
  });

  it("conflicting commit quorums, in different views too", () => {
    const all = checkers();
    for (const author of [0, 1, 2])
      all.signed(author, vote(author, { kind: 3, view: 0, content: 1 }));
    for (const author of [1, 2]) all.signed(author, vote(author, { kind: 3, view: 1, content: 2 }));
    expect(() => all.signed(3, vote(3, { kind: 3, view: 1, content: 2 }))).toThrow(
      /^conflicting-quorums/,
    );
  });

  it("conflicting finality certificates", () => {
    const all = createCheckers(1);
    all.signed(0, checkpoint(0, 1));
    expect(() => all.signed(1, checkpoint(1, 2))).toThrow(/^conflicting-quorums/);
  });

  it("a vote below an own ViewChange, but not a repeated one", () => {
    const all = checkers();
    all.signed(0, vote(0, { kind: 2, view: 0, content: 1 }));
    all.signed(0, viewChange(0, 1));
    all.signed(0, vote(0, { kind: 2, view: 0, content: 1 }));
    const late = vote(0, { kind: 2, view: 0, content: 1, height: 2 });
    expect(() => all.signed(0, late)).toThrow(/^vote-below-view-change/);
  });

  it("a ViewChange that hides the certificate behind a Commit", () => {
    const all = checkers();
    all.signed(0, vote(0, { kind: 3, view: 0, content: 1 }));
    expect(() => all.signed(0, viewChange(0, 1))).toThrow(/^certificate-left-out/);
  });

  it("a Commit whose bodies are durable at f nodes only", () => {
    const all = createCheckers(4);
    all.durable(0, fill(1));
    expect(() => all.signed(0, vote(0, { kind: 3, view: 0, content: 1 }))).toThrow(
      /^bodies-not-durable/,
    );
  });

  it("a height executed twice or left out, another block, and time that stands still", () => {
    const all = checkers();
    all.executed(0, block(1, 1), []);
    expect(() => all.executed(0, block(1, 1), [])).toThrow(/^executed-once/);
    expect(() => all.executed(0, block(3, 1), [])).toThrow(/^executed-once/);
    expect(() => all.executed(1, block(1, 2), [])).toThrow(/^agreement/);
    expect(() => all.executed(0, block(2, 2, 1), [])).toThrow(/^block-time/);
    expect(all.chainLength()).toBe(2);
  });
});
