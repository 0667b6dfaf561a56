import { hexEncode } from "@cartorio/crypto";
import { envelopeHash, limits, suspectReason } from "@cartorio/protocol";
import { expect, it } from "vitest";
import { anchor, testNetwork, transaction } from "./support/genesis.ts";
import { localCluster } from "./support/local-cluster.ts";

it("a primary that leaves one member's transactions out loses its tenure by starvation", async () => {
  const network = testNetwork(4, {
    // No rotation comes to help.
    rotationTimeMs: limits.dayMs,
    rotationBlocks: limits.maxInteger,
  });
  const censored = new Set<string>();
  const cluster = await localCluster(network, {
    testPorts: (index) => ({
      arrange: (hashes) =>
        index === 0 ? hashes.filter((hash) => !censored.has(hexEncode(hash))) : hashes,
    }),
  });
  try {
    for (const index of [0, 1, 2, 3]) await cluster.start(index);
    const [served, victim] = network.members;
    const api = cluster.nodes[1]?.api;
    if (served === undefined || victim === undefined || api === undefined)
      throw new Error("the cluster is not up");
    const send = async (by: typeof served, name: string): Promise<Uint8Array> => {
      const bytes = transaction(network, { by, operations: [anchor(by, name)] });
      if (by === victim) censored.add(hexEncode(envelopeHash(bytes)));
      const submitted = await api.submit(bytes);
      if (!submitted.ok) throw new Error(submitted.code);
      return submitted.value.id;
    };
    const options = { level: "certified", timeoutMs: 30_000 } as const;
    const id = await send(victim, "censored");
    let settled = false;
    const waits = api.waitForTransaction(id, options).finally(() => {
      settled = true;
    });
    // Everybody else is served all the time, so that no timer of progress runs out.
    for (let round = 0; !settled; round += 1)
      await api.waitForTransaction(await send(served, `served ${round}`), options);
    expect((await waits).state).toBe("certified");
    const suspects = cluster.log.filter(({ kind }) => kind === "suspected");
    expect(suspects.length).toBeGreaterThanOrEqual(2);
    expect(new Set(suspects.map(({ reason }) => reason))).toEqual(
      new Set([suspectReason.starvation]),
    );
    expect((await api.status()).view).toBe(1);
    expect(cluster.fatal).toEqual([]);
  } finally {
    await cluster.close();
  }
}, 60_000);
