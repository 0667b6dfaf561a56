// A node that was stopped for good stays so across restarts (docs/consensus.md 10).
import { readFile, rm, writeFile } from "node:fs/promises";
import { ed25519KeyPairFromSeed, signEd25519 } from "@cartorio/crypto/node";
import { createNetwork, type Network } from "@cartorio/network";
import {
  type ConsensusMessage,
  checkpointSigningBytes,
  decodeConsensusMessage,
  decodeSyncRequest,
  encodeConsensusMessage,
  encodeOwnVotesAnswer,
  encodeSyncResponse,
} from "@cartorio/protocol";
import { expect, it } from "vitest";
import { haltFile, readHaltRecord } from "../src/halt-record.ts";
import { peerName } from "../src/peer-names.ts";
import { anchor, seedOf, testNetwork, transaction } from "./support/genesis.ts";
import { type LocalCluster, localCluster } from "./support/local-cluster.ts";

const network = testNetwork(4);
const { chainId } = network.genesis;
const keysOf = (name: string): ReturnType<typeof ed25519KeyPairFromSeed> =>
  ed25519KeyPairFromSeed(seedOf(name));
const target = keysOf("node 0").publicKey;

/** Statement of one validator for height 1. */
function statement(validator: number): Uint8Array {
  const headerHash = seedOf(`header of ${validator}`);
  const value = { epoch: 0, height: 1, headerHash };
  const keys = keysOf(`validator ${validator}`);
  const signature = signEd25519(keys, checkpointSigningBytes({ ...value, chainId }));
  return encodeConsensusMessage({ kind: "checkpoint", value: { ...value, validator, signature } });
}

interface Visitor {
  readonly network: Network;
  /** Kinds of messages that the node sent. */
  readonly heard: Set<ConsensusMessage["kind"]>;
  readonly connected: Promise<void>;
}

/** Answers to the node's question what it signed before: nothing that this peer knows of. */
function knowNothing(frame: Uint8Array): Promise<Uint8Array> {
  const request = decodeSyncRequest(frame);
  if (!request.ok || request.value.kind !== "ownVotes")
    return Promise.reject(new Error("nobody asks a visitor for anything else"));
  const { epoch } = request.value;
  const answer = { epoch, amnesia: false, fresh: false, certificate: undefined, messages: [] };
  const items = [encodeOwnVotesAnswer(answer)];
  return Promise.resolve(encodeSyncResponse({ id: request.value.id, items, certifiedHeight: 0 }));
}

async function visit(addresses: readonly string[], index: number): Promise<Visitor> {
  const heard = new Set<ConsensusMessage["kind"]>();
  const { promise: connected, resolve } = Promise.withResolvers<void>();
  const { protocolVersion } = network.genesis.genesis.parameters;
  const visiting = createNetwork({
    nodeKeySeed: seedOf(`node ${index}`),
    listen: ["/ip4/127.0.0.1/tcp/0"],
    peers: [{ nodeKey: target, addresses }],
    hello: () => ({
      ...{ chainId, protocolVersion, certifiedHeight: 0, executedHeight: 0 },
      instance: seedOf("visitor").subarray(0, 16),
    }),
    handlers: {
      onFrame: (_channel, _peer, frame) => {
        const message = decodeConsensusMessage(frame);
        if (message.ok) heard.add(message.value.kind);
      },
      onRequest: (_peer, frame) => knowNothing(frame),
      onConnected: () => resolve(),
      onDisconnected: () => undefined,
      onNotice: () => undefined,
    },
  });
  await visiting.start(AbortSignal.timeout(10_000));
  return { network: visiting, heard, connected };
}

async function until(isDone: () => boolean | Promise<boolean>): Promise<void> {
  const deadlineMs = performance.now() + 20_000;
  while (!(await isDone())) {
    if (performance.now() > deadlineMs) throw new Error("it did not come to that");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function reasons(cluster: LocalCluster): Promise<readonly string[]> {
  return (await cluster.nodes[0]?.api.status())?.reasons ?? [];
}

it("stays read-only and silent, with the reason, until its operator removes the record", async () => {
  const cluster = await localCluster(network);
  const guests: Visitor[] = [];
  const guest = async (addresses: readonly string[]): Promise<Visitor> => {
    // With the node itself they are as many as its first signature needs.
    const visitors = await Promise.all([1, 2].map((index) => visit(addresses, index)));
    guests.push(...visitors);
    const [visitor] = visitors;
    if (visitor === undefined) throw new Error("somebody visits");
    await Promise.all(visitors.map(({ connected }) => connected));
    return visitor;
  };
  try {
    const first = await guest((await cluster.start(0)).addresses);
    await until(() => first.heard.has("status"));
    for (const validator of [1, 2, 3])
      first.network.send("consensus", peerName(target), statement(validator));
    await until(async () => (await reasons(cluster)).includes("ROOT_SPLIT"));
    const record = readHaltRecord(cluster.directory(0));
    expect(record).toMatchObject({ code: "ROOT_SPLIT", height: 1 });
    expect(record?.evidence).toHaveLength(3);
    await cluster.stop(0);
    for (const { network: visiting } of guests) await visiting.stop();

    const node = await cluster.start(0);
    const second = await guest(node.addresses);
    expect(await node.api.status()).toMatchObject({ ready: false, role: "validator" });
    expect((await reasons(cluster))[0]).toBe("ROOT_SPLIT");
    const [author] = network.members;
    if (author === undefined) throw new Error("the network has members");
    const envelope = transaction(network, { by: author, operations: [anchor(author, "late")] });
    expect(await node.api.submit(envelope)).toEqual({ ok: false, code: "NOT_READY" });
    expect(await node.api.block({ height: 0 })).toBeDefined();
    const told = cluster.log.filter(({ msg }) => String(msg).includes("stays read-only"));
    expect(told).toMatchObject([{ code: "ROOT_SPLIT", height: 1 }]);
    // Several times as long as a voting node takes for its first Status.
    const nobody = { level: "certified", timeoutMs: 1_000 } as const;
    expect(await node.api.waitForTransaction(seedOf("nothing"), nobody)).toMatchObject({
      state: "unknown",
    });
    await cluster.stop(0);
    expect([...second.heard]).toEqual([]);
    for (const { network: visiting } of guests) await visiting.stop();

    await rm(haltFile(cluster.directory(0)));
    const third = await guest((await cluster.start(0)).addresses);
    await until(() => third.heard.has("status"));
    expect(await reasons(cluster)).not.toContain("ROOT_SPLIT");
    expect(cluster.fatal).toEqual([]);
  } finally {
    for (const { network: visiting } of guests) await visiting.stop();
    await cluster.close();
  }
}, 60_000);

it("does not start at all when the record cannot be read", async () => {
  const cluster = await localCluster(testNetwork(1));
  try {
    await cluster.start(0);
    await cluster.stop(0);
    const file = haltFile(cluster.directory(0));
    await writeFile(file, '{ "code": "SOMETHING" }');
    await expect(cluster.start(0)).rejects.toMatchObject({ code: "JOURNAL_DAMAGED" });
    expect(await readFile(file, "utf8")).toContain("SOMETHING");
  } finally {
    await cluster.close();
  }
});
