import { limits } from "@cartorio/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anchor, testNetwork, transaction } from "./support/genesis.ts";
import { type LocalCluster, localCluster } from "./support/local-cluster.ts";

// No timer of the rules may help: neither a view change nor a heartbeat ever comes.
const never = limits.dayMs;
const network = testNetwork(4, {
  baseTimeoutMs: never,
  maxTimeoutMs: never,
  heartbeatIntervalMs: never,
  rotationTimeMs: never,
});
const rounds = 6;
const perRound = 20;
let cluster: LocalCluster;

beforeAll(async () => {
  cluster = await localCluster(network);
  for (const index of [0, 1, 2, 3]) await cluster.start(index);
}, 60_000);
afterAll(() => cluster.close());

describe("transactions that come while two heights are in flight", () => {
  it("are proposed by the same primary, though it declined to propose them at first", async () => {
    const [node] = cluster.nodes;
    const [author] = network.members;
    if (node === undefined || author === undefined) throw new Error("the cluster is not up");
    for (let round = 0; round < rounds; round += 1) {
      const ids: Uint8Array[] = [];
      for (let index = 0; index < perRound; index += 1) {
        const operations = [anchor(author, `${round}/${index}`)];
        const submitted = await node.api.submit(transaction(network, { by: author, operations }));
        if (!submitted.ok) throw new Error(submitted.code);
        ids.push(submitted.value.id);
      }
      const options = { level: "certified", timeoutMs: 30_000 } as const;
      const waits = ids.map((id) => node.api.waitForTransaction(id, options));
      const states = (await Promise.all(waits)).map(({ state }) => state);
      expect(states.filter((state) => state !== "certified")).toEqual([]);
    }
    expect((await node.api.status()).view).toBe(0);
    expect(cluster.fatal).toEqual([]);
  }, 120_000);
});
