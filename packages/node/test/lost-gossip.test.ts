import { decodeReceipt } from "@cartorio/protocol";
import { expect, it } from "vitest";
import { anchor, testNetwork, transaction } from "./support/genesis.ts";
import { localCluster } from "./support/local-cluster.ts";

it("a transaction whose gossip nobody heard is told again until a primary has it", async () => {
  const network = testNetwork(4);
  const cluster = await localCluster(network);
  try {
    const [author] = network.members;
    if (author === undefined) throw new Error("the network has members");
    // Alone, and never the primary of the first view: what it gossips now is lost.
    const alone = await cluster.start(3);
    const envelope = transaction(network, { by: author, operations: [anchor(author, "lonely")] });
    const submitted = await alone.api.submit(envelope);
    if (!submitted.ok) throw new Error(submitted.code);
    for (const index of [0, 1, 2]) await cluster.start(index);
    const options = { level: "certified", timeoutMs: 30_000 } as const;
    const state = await alone.api.waitForTransaction(submitted.value.id, options);
    expect(state.state).toBe("certified");
    const receipt = decodeReceipt(state.receipt ?? new Uint8Array());
    expect(receipt).toMatchObject({ ok: true, value: { code: 0 } });
    expect((await alone.api.status()).primary).not.toBe(3);
    expect(cluster.fatal).toEqual([]);
  } finally {
    await cluster.close();
  }
}, 60_000);
