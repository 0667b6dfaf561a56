// What a running node says that a transaction would do, next to what four of them then agree on.
import { afterEach, expect, it } from "vitest";
import { nodeOf, statusOf } from "./support/driving.ts";
import { anchor, testNetwork, transaction } from "./support/genesis.ts";
import { type LocalCluster, localCluster } from "./support/local-cluster.ts";

const waitMs = 30_000;
const network = testNetwork(4);
let cluster: LocalCluster;
afterEach(() => cluster.close());

it("what a node simulates is what the chain does", async () => {
  cluster = await localCluster(network);
  for (const index of network.members.keys()) await cluster.start(index);
  const [by, other] = network.members;
  if (by === undefined || other === undefined) throw new Error("no members");
  // Applied, failed in its second operation, and by somebody who may not.
  const operations = [
    [anchor(by, "one")],
    [anchor(by, "two"), anchor(by, "one")],
    [anchor(other, "three")],
  ];
  let height = 0;
  for (const [index, wanted] of operations.entries()) {
    const { api } = nodeOf(cluster, index);
    const envelope = transaction(network, { by, operations: wanted });
    await api.waitForHeight(height, waitMs);
    const before = await statusOf(cluster, index);
    const simulated = await api.simulate(envelope);
    if (!simulated.ok) throw new Error(simulated.code);
    const after = await statusOf(cluster, index);
    expect(after.mempoolTransactions).toBe(0);
    if (after.height === before.height) expect(after.stateRoot).toEqual(before.stateRoot);
    expect(simulated.value.height).toBeGreaterThan(before.height);
    const submitted = await api.submit(envelope);
    if (!submitted.ok) throw new Error(submitted.code);
    const wait = { level: "certified", timeoutMs: waitMs } as const;
    const done = await api.waitForTransaction(submitted.value.id, wait);
    height = done.height ?? 0;
    expect(done.receipt).toEqual(simulated.value.receipt);
    // A second time it is remembered, and would not be executed.
    const again = await api.simulate(envelope);
    expect(again).toMatchObject({ ok: true, value: { settled: false } });
  }
  expect(cluster.fatal).toEqual([]);
});
