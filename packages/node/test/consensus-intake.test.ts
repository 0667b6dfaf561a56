// What one peer can make a validator compute (docs/consensus.md 2 and 12).
import { createReplica, type ReplicaEvent, step } from "@cartorio/consensus";
import {
  type ConsensusMessage,
  defaultParameters,
  encodeConsensusMessage,
  encodeNewViewBody,
  encodeViewChangeBody,
  type PreparedCertificate,
  quorum,
  type SignedBody,
  type ValidatorSet,
  type VerifySignature,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { createConsensusIntake } from "../src/consensus-intake.ts";
import { validatorPeers } from "../src/peer-names.ts";
import { createPeerTrust } from "../src/peer-trust.ts";
import { rememberVerified } from "../src/verified-signatures.ts";

const n = 31;
const needed = quorum(n);
const fill = (content: number): Uint8Array => new Uint8Array(32).fill(content);
/** A signature is its author's key twice. */
const signatureOf = (validator: number): Uint8Array => new Uint8Array(64).fill(validator + 1);
const validators: ValidatorSet = {
  epoch: 0,
  activationHeight: 1,
  validators: Array.from({ length: n }, (_, index) => ({
    member: `did:cartorio:t:z${index}`,
    validatorKey: fill(index + 1),
    nodeKey: fill(101 + index),
    addresses: [],
    incarnation: new Uint8Array(0),
  })),
};
const chainId = fill(9);

interface Bench {
  readonly hear: (message: ConsensusMessage) => void;
  readonly posted: ReplicaEvent[];
  /** Gives the replica what was posted. */
  readonly turn: () => void;
  readonly verified: () => number;
  readonly refused: string[];
  readonly state: { nowMs: number; isIdle: boolean };
}

/** The edge of validator 2; everything comes from validator 1. */
function bench(): Bench {
  const start = { chainId, self: 2, validators, parameters: defaultParameters };
  const { replica } = createReplica({
    ...start,
    ...{ certificate: undefined, executed: [], journal: [] },
  });
  const posted: ReplicaEvent[] = [];
  const refused: string[] = [];
  const state = { nowMs: 0, isIdle: true };
  const trust = createPeerTrust(() => state.nowMs);
  const [, peer = ""] = validatorPeers(validators);
  let count = 0;
  const intake = createConsensusIntake({
    ...{ chainId, trust },
    verify: (key, _message, signature) => {
      count += 1;
      return key[0] === signature[0];
    },
    session: () => ({
      validators,
      names: validatorPeers(validators),
      driver: {
        replica,
        post: (event) => posted.push(event),
        overloaded: () => false,
        idle: () => state.isIdle,
      },
    }),
    onBehind: () => undefined,
    onFalse: (from, what) => {
      trust.falseFrame(from);
      refused.push(what);
    },
  });
  return {
    hear: (message) => intake(peer, encodeConsensusMessage(message)),
    turn: () => {
      for (const event of posted.splice(0)) step(replica, event);
    },
    verified: () => {
      const soFar = count;
      count = 0;
      return soFar;
    },
    ...{ posted, refused, state },
  };
}

function vote(validator: number, signature = signatureOf(validator)): ConsensusMessage {
  const value = { kind: 2, epoch: 0, view: 0, height: 1, proposalDigest: fill(7) } as const;
  return { kind: "vote", value: { ...value, validator, signature } };
}

/** The largest there is: full windows, and certificates with other signers in each ViewChange. */
function largestNewView(signature = signatureOf(1)): ConsensusMessage {
  const prepared = (height: number, skipped: number): PreparedCertificate => {
    const signers = [...validators.validators.keys()].filter((index) => index !== skipped);
    const signatures = signers.map((validator) => ({
      validator,
      signature: signatureOf(validator),
    }));
    return { epoch: 0, view: 0, height, proposalDigest: fill(height), signatures };
  };
  const heights = Array.from({ length: 16 }, (_, index) => index + 1);
  const viewChanges = Array.from({ length: needed }, (_, validator): SignedBody => {
    const certificates = heights.map((height) => prepared(height, validator));
    const fields = { chainId, epoch: 0, view: 1, certificate: undefined };
    const body = encodeViewChangeBody({ ...fields, prepared: certificates });
    return { body, validator, signature: signatureOf(validator) };
  });
  const entries = heights.map((height) => ({ height, proposalDigest: fill(height) }));
  const body = encodeNewViewBody({ chainId, epoch: 0, view: 1, viewChanges, entries });
  return { kind: "newView", value: { body, validator: 1, signature } };
}

describe("one peer's flood", () => {
  it("of one NewView costs each signature in it once, whether the replica had its turn or not", () => {
    const { hear, posted, turn, verified, refused } = bench();
    const message = largestNewView();
    hear(message);
    expect(verified()).toBe(1 + needed + 16 * n);
    for (let copy = 0; copy < 5; copy += 1) hear(message);
    expect([verified(), posted.length]).toEqual([0, 6]);
    turn();
    for (let copy = 0; copy < 5; copy += 1) hear(message);
    expect([verified(), posted.length, refused]).toEqual([0, 0, []]);
  });

  it("of false NewViews costs one verification each, and none while others wait", () => {
    const { hear, posted, verified, refused, state } = bench();
    const message = largestNewView(signatureOf(5));
    for (let copy = 0; copy < 8; copy += 1) hear(message);
    expect([verified(), refused.length]).toEqual([8, 8]);
    state.isIdle = false;
    hear(message);
    hear(vote(1));
    expect([verified(), posted.length]).toEqual([0, 0]);
    state.isIdle = true;
    hear(vote(1));
    expect([verified(), posted.length]).toEqual([1, 1]);
    state.isIdle = false;
    state.nowMs = 60_000;
    hear(vote(3));
    expect([verified(), posted.length]).toEqual([1, 2]);
  });

  it("of one vote costs one verification, and the votes of others still pass", () => {
    const { hear, posted, turn, verified } = bench();
    for (let copy = 0; copy < 1_000; copy += 1) hear(vote(1));
    expect([verified(), posted.length]).toEqual([1, 1_000]);
    turn();
    for (let copy = 0; copy < 1_000; copy += 1) hear(vote(1));
    // Whatever its signature: the replica holds that vote.
    for (let copy = 0; copy < 1_000; copy += 1) hear(vote(1, signatureOf(5)));
    expect([verified(), posted.length]).toEqual([0, 0]);
    hear(vote(3));
    expect([verified(), posted.length]).toEqual([1, 1]);
  });
});

describe("a message of another epoch or sender", () => {
  const status = (epoch: number): Uint8Array =>
    encodeConsensusMessage({
      kind: "status",
      value: {
        ...{ epoch, view: 0, certifiedHeight: 0, viewChange: 0, viewChanges: 0, suspects: 0 },
        ...{ newView: false, heights: [], executedHeight: 0 },
      },
    });
  const voteOf = (epoch: number): Uint8Array => {
    const value = { kind: 2, epoch, view: 0, height: 1, proposalDigest: fill(7) } as const;
    return encodeConsensusMessage({
      kind: "vote",
      value: { ...value, validator: 1, signature: signatureOf(1) },
    });
  };

  /** The edge of a node in epoch 3: what it did with a frame. */
  function told(frame: Uint8Array, from: "member" | "outsider", votes: boolean): string[] {
    const set = { ...validators, epoch: 3, activationHeight: 1 };
    const start = { chainId, self: 2, validators: set, parameters: defaultParameters };
    const { replica } = createReplica({
      ...start,
      ...{ certificate: undefined, executed: [], journal: [] },
    });
    const log: string[] = [];
    const driver = {
      replica,
      post: () => log.push("posted"),
      overloaded: () => false,
      idle: () => true,
    };
    const names = validatorPeers(set);
    const intake = createConsensusIntake({
      chainId,
      trust: createPeerTrust(() => 0),
      verify: () => true,
      session: () => ({ validators: set, names, driver: votes ? driver : undefined }),
      onFalse: () => log.push("false"),
      onBehind: (_peer, epoch) => log.push(`behind in ${epoch}`),
    });
    intake(from === "member" ? (names[1] ?? "") : "ab", frame);
    return log;
  }

  it.each([
    ["a vote of this epoch from a member", voteOf(3), "member", true, ["posted"]],
    ["a vote of this epoch from nobody", voteOf(3), "outsider", true, ["false"]],
    ["a vote of an older epoch", voteOf(2), "member", true, []],
    ["a vote of an older epoch from who was removed", voteOf(2), "outsider", true, []],
    ["a vote of a later epoch", voteOf(4), "outsider", true, []],
    ["a Status of an older epoch from a member", status(2), "member", true, ["posted"]],
    [
      "a Status of an older epoch from who was removed",
      status(2),
      "outsider",
      true,
      ["behind in 2"],
    ],
    ["a Status of a later epoch from a newcomer", status(4), "outsider", true, []],
    [
      "a Status of an older epoch at who does not vote",
      status(1),
      "member",
      false,
      ["behind in 1"],
    ],
    ["a Status of this epoch at who does not vote", status(3), "member", false, []],
    ["a vote at who does not vote", voteOf(2), "member", false, []],
  ] as const)("%s", (_name, frame, from, votes, expected) => {
    expect(told(frame, from, votes)).toEqual(expected);
  });
});

describe("signatures that were valid once", () => {
  const message = fill(1);
  const asked = (capacity: number): { verify: VerifySignature; calls: () => number } => {
    let calls = 0;
    const verify = rememberVerified((key, _message, signature) => {
      calls += 1;
      return key[0] === signature[0];
    }, capacity);
    return { verify, calls: () => calls };
  };

  it("are bound to key, message and signature, and what is false is never remembered", () => {
    const { verify, calls } = asked(10);
    expect(verify(fill(1), message, signatureOf(0))).toBe(true);
    expect(verify(fill(1), message, signatureOf(0))).toBe(true);
    expect(calls()).toBe(1);
    expect(verify(fill(1), fill(2), signatureOf(0))).toBe(true);
    for (let time = 0; time < 2; time += 1) {
      expect(verify(fill(2), message, signatureOf(0))).toBe(false);
      expect(verify(fill(1), message, signatureOf(1))).toBe(false);
    }
    expect(calls()).toBe(6);
    expect(verify(fill(1), message, new Uint8Array(65))).toBe(false);
    expect(verify(new Uint8Array(31), message, signatureOf(0))).toBe(false);
    expect(calls()).toBe(6);
  });

  it("give way, the one not seen for longest first", () => {
    const { verify, calls } = asked(2);
    const check = (validator: number): boolean =>
      verify(fill(validator + 1), message, signatureOf(validator));
    for (const validator of [1, 2, 1, 3, 1]) expect(check(validator)).toBe(true);
    expect(calls()).toBe(3);
    expect(check(2)).toBe(true);
    expect(calls()).toBe(4);
  });
});
