import { randomBytes } from "node:crypto";
import { ed25519KeyPairFromSeed } from "@cartorio/crypto/node";
import { createNetwork, type Network, type NetworkNotice } from "@cartorio/network";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedOf, testNetwork } from "./support/genesis.ts";
import { type LocalCluster, localCluster } from "./support/local-cluster.ts";

const network = testNetwork(1, {}, 1);
let cluster: LocalCluster;
let addresses: readonly string[];

beforeAll(async () => {
  cluster = await localCluster(network);
  ({ addresses } = await cluster.start(0));
});
afterAll(() => cluster.close());

interface Visitor {
  readonly network: Network;
  readonly notices: NetworkNotice[];
  readonly greeted: Promise<void>;
}

/** Somebody who knows the validator's address and key, with a key and a chain id of his own. */
function visitor(name: string, chainId: Uint8Array): Visitor {
  const notices: NetworkNotice[] = [];
  const { promise: greeted, resolve } = Promise.withResolvers<void>();
  const visiting = createNetwork({
    nodeKeySeed: seedOf(name),
    listen: ["/ip4/127.0.0.1/tcp/0"],
    peers: [{ nodeKey: ed25519KeyPairFromSeed(seedOf("node 0")).publicKey, addresses }],
    hello: () => ({
      ...{ chainId, protocolVersion: network.genesis.genesis.parameters.protocolVersion },
      ...{ certifiedHeight: 0, executedHeight: 0, instance: Uint8Array.from(randomBytes(16)) },
    }),
    limits: { baseBackoffMs: 20, maxBackoffMs: 50 },
    handlers: {
      onFrame: () => undefined,
      onRequest: () => Promise.reject(new Error("nobody asks a visitor")),
      onConnected: () => resolve(),
      onDisconnected: () => undefined,
      onNotice: (notice) => notices.push(notice),
    },
  });
  return { network: visiting, notices, greeted };
}

async function visit(guest: Visitor, isDone: () => boolean): Promise<void> {
  await guest.network.start(AbortSignal.timeout(10_000));
  const deadlineMs = performance.now() + 20_000;
  while (!isDone()) {
    if (performance.now() > deadlineMs) throw new Error(JSON.stringify(guest.notices));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe("a validator and those who call on it", () => {
  it("admits the observer of its genesis, so that the refusals below mean something", async () => {
    const guest = visitor("node 1", network.genesis.chainId);
    await guest.network.start(AbortSignal.timeout(10_000));
    await guest.greeted;
    await guest.network.stop();
  });

  it("refuses a key that the genesis does not list, however often it comes", async () => {
    const guest = visitor("a stranger", network.genesis.chainId);
    const isUnreachable = (): boolean => guest.notices.some(({ kind }) => kind === "unreachable");
    await visit(guest, isUnreachable);
    expect(guest.network.peers()).toMatchObject([{ connected: false, hello: undefined }]);
    expect(cluster.nodes[0]?.api).toBeDefined();
    expect(await cluster.nodes[0]?.api.status()).toMatchObject({ peersConnected: 0, ready: true });
    await guest.network.stop();
  });

  it("refuses another chain and both sides name the reason", async () => {
    const guest = visitor("node 1", new Uint8Array(32).fill(9));
    const isNamed = (): boolean =>
      guest.notices.some((notice) => notice.kind === "refused" && notice.code === "WRONG_CHAIN");
    await visit(guest, isNamed);
    expect(guest.network.peers()).toMatchObject([{ connected: false }]);
    expect(await cluster.nodes[0]?.api.status()).toMatchObject({ peersConnected: 0, ready: true });
    const named = cluster.log.filter(({ msg }) => msg === "network");
    expect(named).toContainEqual(
      expect.objectContaining({ notice: expect.objectContaining({ code: "WRONG_CHAIN" }) }),
    );
    expect(named).toContainEqual(
      expect.objectContaining({ notice: expect.objectContaining({ code: "NOT_ADMITTED" }) }),
    );
    await guest.network.stop();
  });
});
