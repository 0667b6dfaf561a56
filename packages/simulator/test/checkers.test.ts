import type { ExecutedBlock } from "@cartorio/consensus";
import {
  type ConsensusMessage,
  encodeProposal,
  encodeReceipt,
  encodeViewChangeBody,
  errorCodes,
} from "@cartorio/protocol";
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
const content = { receipts: [], latestTime: 1_000_000 };
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

  it("a quorum that needs a Byzantine member, whatever it has signed so far", () => {
    const all = createCheckers(4, new Set([3]));
    for (const content of [1, 2]) for (const node of [0, 1]) all.durable(node, fill(content));
    for (const author of [0, 1]) all.signed(author, vote(author, { kind: 3, view: 0, content: 1 }));
    all.signed(2, vote(2, { kind: 3, view: 1, content: 2 }));
    expect(() => all.signed(1, vote(1, { kind: 3, view: 1, content: 2 }))).toThrow(
      /^conflicting-quorums/,
    );
    // What binds a correct author does not bind it.
    all.signed(3, checkpoint(3, 1));
    all.signed(3, checkpoint(3, 2));
  });

  it("receipts that differ, and a transaction that takes effect twice", () => {
    const receipt = (id: number, code: number): Uint8Array =>
      encodeReceipt({
        transactionId: fill(id),
        envelopeHash: fill(id),
        code,
        operationIndex: 0,
        cost: 1,
        currentVersion: 0,
        ids: [],
      });
    const applied = errorCodes.APPLIED.number;
    const all = checkers();
    all.executed(0, block(1, 1), { ...content, receipts: [receipt(1, applied)] });
    expect(() => all.executed(1, block(1, 1), { ...content, receipts: [] })).toThrow(/^receipts/);
    const again = { ...content, receipts: [receipt(1, applied)] };
    expect(() => all.executed(0, block(2, 2), again)).toThrow(/^executed-once/);
  });

  it("a block dated after every clock", () => {
    const all = checkers();
    const late = block(1, 1, 50_000);
    expect(() => all.executed(0, late, { ...content, latestTime: 40_000 })).toThrow(/^block-time/);
  });

  it("a vote of who lost its journal, and one of a key that is no member", () => {
    const all = checkers();
    const before = vote(1, { kind: 2, view: 0, content: 1 });
    all.signed(1, before);
    all.forgot(0, 1);
    all.signed(1, before);
    const after = vote(1, { kind: 2, view: 0, content: 1, height: 2 });
    expect(() => all.signed(1, after)).toThrow(/^amnesia/);
    expect(() => all.signed(4, vote(4, { kind: 2, view: 0, content: 1 }))).toThrow(/^removed-key/);
  });

  it("a height executed twice or left out, another block, and time that stands still", () => {
    const all = checkers();
    all.executed(0, block(1, 1), content);
    expect(() => all.executed(0, block(1, 1), content)).toThrow(/^executed-once/);
    expect(() => all.executed(0, block(3, 1), content)).toThrow(/^executed-once/);
    expect(() => all.executed(1, block(1, 2), content)).toThrow(/^agreement/);
    expect(() => all.executed(0, block(2, 2, 1), content)).toThrow(/^block-time/);
    expect(all.chainLength()).toBe(2);
  });
});
