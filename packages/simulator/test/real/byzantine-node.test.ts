import { createReplica, type UnsignedMessage, verifyMessage } from "@cartorio/consensus";
import { sha256, utf8Encode } from "@cartorio/crypto";
import { ed25519KeyPairFromSeed, verifyEd25519 } from "@cartorio/crypto/node";
import type { RunningNode } from "@cartorio/node";
import {
  type ConsensusMessage,
  decodeConsensusMessage,
  defaultParameters,
  encodeConsensusMessage,
  encodeProposal,
  encodeSyncRequest,
  type ValidatorSet,
} from "@cartorio/protocol";
import { afterEach, describe, expect, it } from "vitest";
import { realScheme } from "../../src/keys.ts";
import { createByzantineNode, realStrategies } from "../../src/real/byzantine-node.ts";
import { signMessage } from "../../src/signing.ts";

const chainId = sha256(utf8Encode("byzantine node"));
const pairs = [0, 1, 2, 3].map((index) =>
  ed25519KeyPairFromSeed(sha256(utf8Encode(`validator ${index}`))),
);
const validators: ValidatorSet = {
  epoch: 0,
  activationHeight: 1,
  validators: pairs.map(({ publicKey }, index) => ({
    member: `did:cartorio:byzantine:z${index}`,
    validatorKey: publicKey,
    nodeKey: new Uint8Array(32).fill(index + 1),
    addresses: [],
    incarnation: new Uint8Array(0),
  })),
};
const names = validators.validators.map(({ nodeKey }) => Buffer.from(nodeKey).toString("hex"));

function sign(validator: number, message: UnsignedMessage): ConsensusMessage {
  const pair = pairs[validator];
  if (pair === undefined) throw new Error("no such validator");
  const key = { pair, publicKey: pair.publicKey, multikey: pair.publicKey };
  return signMessage({ scheme: realScheme, key, chainId, epoch: 0, validator }, message);
}

const proposal = encodeProposal({
  ...{ epoch: 0, height: 1, time: 1_000, proposer: 0 },
  envelopeHashes: [new Uint8Array(32).fill(7), new Uint8Array(32).fill(8)],
});
const prePrepare = sign(0, { kind: "prePrepare", view: 0, height: 1, proposal });

interface Sent {
  readonly peer: string;
  readonly frame: Uint8Array;
}

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** Validator 0 with a strategy, between an honest part and a network that are both recordings. */
function rig(strategy: string) {
  const seed = sha256(utf8Encode("validator 0"));
  const node = createByzantineNode({ strategy, chainId, validatorKeySeed: seed, seed: 1 });
  if (node?.testPorts.network === undefined) throw new Error("no such strategy");
  const sent: Sent[] = [];
  const heard: Uint8Array[] = [];
  const honestAnswer = Uint8Array.of(1);
  let handlers: Parameters<typeof node.testPorts.network>[0]["handlers"] | undefined;
  const network = node.testPorts.network(
    {
      nodeKeySeed: new Uint8Array(32),
      listen: [],
      peers: [],
      hello: () => {
        throw new Error("nobody connects");
      },
      handlers: {
        onFrame: (_channel, _peer, frame) => heard.push(frame),
        onRequest: () => Promise.resolve(honestAnswer),
        onConnected: () => undefined,
        onDisconnected: () => undefined,
        onNotice: () => undefined,
      },
    },
    (options) => {
      handlers = options.handlers;
      return {
        start: () => Promise.resolve([]),
        send: (_channel, peer, frame) => {
          sent.push({ peer, frame });
          return true;
        },
        request: () => Promise.reject(new Error("nobody answers")),
        peers: () => [],
        setPeers: () => undefined,
        setAddresses: () => undefined,
        stop: () => Promise.resolve(),
      };
    },
  );
  stops.push(() => network.stop());
  const { replica } = createReplica({
    ...{ chainId, self: 0, validators, parameters: defaultParameters, certificate: undefined },
    ...{ executed: [], journal: [] },
  });
  const inspect: RunningNode["inspect"] = {
    replica: () => replica,
    waiting: () => [],
    bodies: () => undefined,
    executed: () => undefined,
  };
  return {
    sent,
    heard,
    honestAnswer,
    begin: () => node.begin({ inspect }),
    broadcast: (message: ConsensusMessage) => {
      for (const name of names.slice(1))
        network.send("consensus", name, encodeConsensusMessage(message));
    },
    receive: (from: number, message: ConsensusMessage) =>
      handlers?.onFrame("consensus", names[from] ?? "", encodeConsensusMessage(message)),
    ask: (from: number, frame: Uint8Array) =>
      handlers?.onRequest(names[from] ?? "", frame, AbortSignal.timeout(1000)),
  };
}

function isValid(frame: Uint8Array): boolean {
  const message = decodeConsensusMessage(frame);
  const context = { chainId, validators, verify: verifyEd25519 };
  return message.ok && verifyMessage(message.value, context) !== undefined;
}

describe("a strategy on a real process", () => {
  it("lets the node be until it runs", () => {
    const { sent, broadcast } = rig("silent");
    broadcast(prePrepare);
    expect(sent).toHaveLength(3);
  });

  it("takes the place of what the honest part sends", () => {
    const { sent, broadcast, begin } = rig("silent");
    begin();
    broadcast(prePrepare);
    expect(sent).toEqual([]);
  });

  it("signs with the validator's key: two valid proposals of one height, one to each peer", () => {
    const { sent, broadcast, begin } = rig("equivocate");
    begin();
    broadcast(prePrepare);
    expect(sent.map(({ peer }) => peer)).toEqual(names.slice(1));
    expect(sent.every(({ frame }) => isValid(frame))).toBe(true);
    expect(new Set(sent.map(({ frame }) => Buffer.from(frame).toString("hex"))).size).toBe(2);
  });

  it("keeps from the honest part what was said in its name, and nothing else", () => {
    const { heard, receive, begin } = rig("equivocate");
    begin();
    const vote = { kind: "vote", vote: 2, view: 0, height: 1 } as const;
    const digest = new Uint8Array(32).fill(9);
    receive(1, sign(0, { ...vote, proposalDigest: digest }));
    expect(heard).toEqual([]);
    receive(1, sign(2, { ...vote, proposalDigest: digest }));
    expect(heard).toHaveLength(1);
  });

  it("withholds bodies and answers everything else", async () => {
    const { ask, begin, honestAnswer } = rig("withheld-bodies");
    begin();
    const hashes = [new Uint8Array(32)];
    const bodies = encodeSyncRequest({ id: 1, kind: "envelopes", hashes });
    await expect(ask(1, bodies)).rejects.toThrow("withheld");
    const votes = encodeSyncRequest({ id: 2, kind: "ownVotes", epoch: 0, validator: 1 });
    expect(await ask(1, votes)).toBe(honestAnswer);
  });

  it("dates proposals and chooses what they hold", () => {
    const options = { chainId, validatorKeySeed: sha256(utf8Encode("validator 0")), seed: 1 };
    const tiny = createByzantineNode({ ...options, strategy: "tiny-blocks" });
    const hashes = [new Uint8Array(32), new Uint8Array(32)];
    expect(tiny?.testPorts.arrange?.(hashes)).toEqual(hashes.slice(0, 1));
    expect(tiny?.testPorts.wallMs).toBeUndefined();
    const early = createByzantineNode({ ...options, strategy: "future-dating" });
    expect(early?.testPorts.wallMs).toBeTypeOf("function");
  });

  it("is one that needs nothing but a validator", () => {
    const found = realStrategies().map(({ name }) => name);
    expect(found).toEqual(expect.arrayContaining(["equivocate", "twin", "mutator", "lying-sync"]));
    for (const other of ["wiped", "junk-signatures", "removed-votes"])
      expect(found).not.toContain(other);
    expect(
      createByzantineNode({
        ...{ strategy: "kind", chainId, validatorKeySeed: new Uint8Array(32), seed: 1 },
      }),
    ).toBeUndefined();
  });
});
