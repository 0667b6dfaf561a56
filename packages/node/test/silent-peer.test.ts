import { ed25519KeyPairFromSeed } from "@cartorio/crypto/node";
import { createNetwork } from "@cartorio/network";
import { expect, it } from "vitest";
import { seedOf, testNetwork } from "./support/genesis.ts";
import { localCluster } from "./support/local-cluster.ts";

const promisedStopMs = 5_000;

it("a node stops in time though the peer that it catches up from never answers", async () => {
  const network = testNetwork(1, {}, 1);
  const cluster = await localCluster(network);
  const asked = Promise.withResolvers<void>();
  // In the place of the validator: it claims blocks and keeps everybody waiting for them.
  const silent = createNetwork({
    nodeKeySeed: seedOf("node 0"),
    listen: ["/ip4/127.0.0.1/tcp/0"],
    peers: [{ nodeKey: ed25519KeyPairFromSeed(seedOf("node 1")).publicKey, addresses: [] }],
    hello: () => ({
      chainId: network.genesis.chainId,
      protocolVersion: network.genesis.genesis.parameters.protocolVersion,
      ...{ certifiedHeight: 5, executedHeight: 5, instance: new Uint8Array(16) },
    }),
    handlers: {
      onFrame: () => undefined,
      onRequest: () => {
        asked.resolve();
        return new Promise(() => undefined);
      },
      onConnected: () => undefined,
      onDisconnected: () => undefined,
      onNotice: () => undefined,
    },
  });
  try {
    const addresses = await silent.start(AbortSignal.timeout(10_000));
    const observer = await cluster.start(1);
    observer.setPeerAddresses(ed25519KeyPairFromSeed(seedOf("node 0")).publicKey, addresses);
    await asked.promise;
    const startMs = performance.now();
    await cluster.stop(1);
    expect(performance.now() - startMs).toBeLessThan(promisedStopMs);
    expect(cluster.fatal).toEqual([]);
  } finally {
    await silent.stop();
    await cluster.close();
  }
}, 60_000);
