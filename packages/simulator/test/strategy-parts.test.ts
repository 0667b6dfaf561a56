import { verifyMessage } from "@cartorio/consensus";
import { byteKey, hexEncode } from "@cartorio/crypto";
import {
  type ConsensusMessage,
  decodeConsensusMessage,
  decodeEnvelope,
  encodeConsensusMessage,
  envelopeHash,
  proposalDigest,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { fakeScheme, keyOf } from "../src/keys.ts";
import { createSimNetwork } from "../src/network-genesis.ts";
import { createRandom } from "../src/random.ts";
import { signMessage } from "../src/signing.ts";
import { createCensor, senderOf } from "../src/strategies/chosen-contents.ts";
import { asDuplicates, forgeries, forgeSignatures } from "../src/strategies/forged-signers.ts";
import { mutateMessage } from "../src/strategies/mutator.ts";
import { strategyNamed } from "../src/strategies/table.ts";
import type { Adversary, AdversaryClient } from "../src/strategy.ts";
import { anchorOf, author, envelopeBytes } from "../src/transactions.ts";
import { planWith } from "./wire.ts";

const { parameters } = planWith("silent");
const sim = createSimNetwork({ validators: 4, candidates: 0 }, { ...parameters });
const { chainId, validators } = sim;
const scheme = fakeScheme;
const context = { chainId, validators, verify: scheme.verify };
const self = 1;

function draft(member: number, nonce: string, variant = 0) {
  const identity = sim.nodes[member]?.member;
  if (identity === undefined) throw new Error("no such member");
  const operations = [anchorOf(identity, nonce)];
  return { authors: [author(identity)], operations, validUntil: 1, nonce, variant };
}

function envelope(member: number, nonce: string, variant = 0): Uint8Array {
  return envelopeBytes({ sim, scheme }, draft(member, nonce, variant));
}

/** Validator 1 of four, with what it holds. */
function adversary(waiting: readonly Uint8Array[] = [], seed = 1): Adversary {
  const keys = sim.nodes[self];
  if (keys === undefined) throw new Error("no such validator");
  return {
    index: self,
    n: 4,
    random: createRandom(seed),
    nowMs: () => 0,
    wallMs: () => 0,
    after: () => undefined,
    replica: () => undefined,
    view: () => 1,
    epoch: () => 0,
    sign: (message, epoch = 0) =>
      signMessage({ scheme, key: keys.validator, chainId, epoch, validator: self }, message),
    send: () => undefined,
    sendBytes: () => undefined,
    accomplices: [],
    peers: () => [0, 2, 3],
    isValid: (message) => verifyMessage(message, context) !== undefined,
    bodies: () => undefined,
    executed: () => undefined,
    waiting: () => waiting,
    gossip: () => undefined,
  };
}

describe("a censor", () => {
  it("leaves out all of one sender and takes the rest", () => {
    const waiting = [0, 1, 2, 0, 1, 2].map((member, index) => envelope(member, `${index}`));
    const victim = waiting.map(senderOf).sort()[0];
    const strategy = createCensor();
    const taken = strategy.build?.(adversary(waiting), waiting.map(envelopeHash)) ?? [];
    const keys = new Set(taken.map(hexEncode));
    const senders = waiting
      .filter((bytes) => keys.has(hexEncode(envelopeHash(bytes))))
      .map(senderOf);
    expect(new Set(senders).size).toBe(2);
    expect(senders).not.toContain(victim);
  });
});

describe("forged certificates", () => {
  it.each(forgeries)("%s: no member takes one", (how) => {
    const digest = proposalDigest(new Uint8Array(8));
    for (let seed = 1; seed <= 20; seed += 1) {
      const a = adversary([], seed);
      const statement = { kind: "checkpoint", height: 3, headerHash: digest } as const;
      const signatures = forgeSignatures(a, statement, how);
      const value = { epoch: 0, height: 3, headerHash: digest, signatures };
      const bytes = encodeConsensusMessage({ kind: "certificate", value });
      const [first] = signatures;
      const sent =
        how === "duplicateSigner" && first !== undefined
          ? asDuplicates(bytes, first.signature, self)
          : bytes;
      const decoded = decodeConsensusMessage(sent);
      const taken = decoded.ok ? verifyMessage(decoded.value, context) : undefined;
      expect(taken).toBeUndefined();
    }
  });

  it("duplicates name one signer in every entry", () => {
    const signature = new Uint8Array(64).fill(5);
    const signatures = [1, 2, 3].map((validator) => ({ validator, signature }));
    const value = { epoch: 0, height: 3, headerHash: new Uint8Array(32).fill(6), signatures };
    const bytes = encodeConsensusMessage({ kind: "certificate", value });
    const same = asDuplicates(bytes, signature, 2);
    expect(same).not.toEqual(bytes);
    const renamed = asDuplicates(asDuplicates(bytes, signature, 7), signature, 2);
    expect(renamed).toEqual(same);
  });
});

describe("the mutator", () => {
  const digest = new Uint8Array(32).fill(3);
  const vote = { kind: "vote", vote: 2, view: 1, height: 4, proposalDigest: digest } as const;

  it("changes own messages and signs them again with the one key it has", () => {
    const a = adversary();
    const message = a.sign(vote);
    const before = byteKey(encodeConsensusMessage(message));
    const changed: ConsensusMessage[] = [];
    for (let round = 0; round < 200; round += 1) changed.push(mutateMessage(a, message) ?? message);
    const others = changed.filter((item) => byteKey(encodeConsensusMessage(item)) !== before);
    expect(others.length).toBeGreaterThan(100);
    for (const item of others) {
      // Another epoch or kind is signed as such; what is of this epoch is valid and its own.
      if (item.kind !== "vote" || item.value.epoch !== 0) continue;
      expect(item.value.validator).toBe(self);
      expect(a.isValid(item)).toBe(true);
    }
  });

  it("cannot sign for others: what it changes of theirs is refused, or says the same", () => {
    const a = adversary();
    const validator = 2;
    const theirs = signMessage(
      { scheme, key: keyOf("nobody"), chainId, epoch: 0, validator },
      vote,
    );
    expect(a.isValid(theirs)).toBe(false);
    for (let round = 0; round < 100; round += 1) {
      const changed = mutateMessage(a, theirs);
      if (changed !== undefined) expect(a.isValid(changed)).toBe(false);
    }
  });
});

interface Submitted {
  readonly to: readonly number[];
  readonly bytes: Uint8Array;
}

/** One second of a hostile client. */
function clientOf(name: string): Submitted[] {
  const submitted: Submitted[] = [];
  let count = 0;
  const client: AdversaryClient = {
    n: 4,
    random: createRandom(5),
    nowMs: () => 0,
    after: () => undefined,
    create: (what) => {
      count += 1;
      if (what === "signedAgain") return envelope(0, "body", count);
      return envelope(0, what === "valid" ? "body" : "invalid", 0);
    },
    seen: () => [envelope(2, "of another")],
    submit: (to, bytes) => submitted.push({ to, bytes }),
  };
  const strategy = strategyNamed(name)?.create();
  for (let turn = 0; turn < 20; turn += 1) strategy?.client?.(client);
  return submitted;
}

function bodyOf(bytes: Uint8Array): string {
  const decoded = decodeEnvelope(bytes);
  return decoded.ok ? byteKey(decoded.value.body) : "";
}

describe("hostile clients", () => {
  it("many-envelopes: one body in other bytes for each validator", () => {
    const turn = clientOf("many-envelopes").slice(0, 4);
    expect(turn.map(({ to }) => to)).toEqual([[0], [1], [2], [3]]);
    expect(new Set(turn.map(({ bytes }) => byteKey(bytes))).size).toBe(4);
    expect(new Set(turn.map(({ bytes }) => bodyOf(bytes))).size).toBe(1);
  });

  it("junk-signatures: another client's body, a signature that is none", () => {
    const [sent] = clientOf("junk-signatures");
    const honest = envelope(2, "of another");
    if (sent === undefined) throw new Error("nothing was submitted");
    expect(bodyOf(sent.bytes)).toBe(bodyOf(honest));
    expect(byteKey(sent.bytes)).not.toBe(byteKey(honest));
  });

  it("client-to-one: to a single validator", () => {
    for (const { to } of clientOf("client-to-one")) expect(to).toHaveLength(1);
  });

  it("oversubscribed: in bursts, to everybody", () => {
    const sent = clientOf("oversubscribed");
    expect(sent.length % 60).toBe(0);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent[0]?.to).toEqual([0, 1, 2, 3]);
  });

  it("invalid-in-context: only what cannot be applied", () => {
    const sent = clientOf("invalid-in-context");
    expect(new Set(sent.map(({ bytes }) => bodyOf(bytes)))).toEqual(
      new Set([bodyOf(envelope(0, "invalid"))]),
    );
  });
});
