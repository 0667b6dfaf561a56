import { decodeReceipt } from "@cartorio/protocol";
import { expect, it } from "vitest";
import { nodeOf } from "./support/driving.ts";
import { anchor, testNetwork, transaction } from "./support/genesis.ts";
import { localCluster } from "./support/local-cluster.ts";
import { signedOnlyBy } from "./support/partial.ts";

it("members sign a transaction one after the other at one node, which then orders it by itself", async () => {
  const network = testNetwork(1);
  const [alpha, beta, gamma] = network.members;
  if (!alpha || !beta || !gamma) throw new Error("the network has members");
  const cluster = await localCluster(network);
  try {
    await cluster.start(0);
    const { api } = nodeOf(cluster, 0);
    const stranger = {
      ...gamma,
      did: gamma.did.replace(/.$/, (last) => (last === "V" ? "W" : "V")),
    };
    const bytes = transaction(network, {
      ...{ by: alpha, cosigners: [beta, gamma] },
      operations: [anchor(alpha, "several")],
    });
    const first = await api.addSignatures(signedOnlyBy(bytes, [0]));
    if (!first.ok) throw new Error(first.code);
    const { id } = first.value;
    expect(first.value).toMatchObject({ state: "waiting", missing: [1, 2] });
    // Beta reads what waits for it, signs, and hands in what it got.
    const asked = { did: beta.did, count: 16 };
    expect(await api.pendingTransactions(asked)).toEqual({
      entries: [{ id, envelope: signedOnlyBy(bytes, [0]), missing: [1, 2] }],
      more: false,
    });
    expect(await api.addSignatures(signedOnlyBy(bytes, [0, 1]))).toMatchObject({
      value: { state: "waiting", missing: [2] },
    });
    expect(await api.pendingTransactions(asked)).toEqual({ entries: [], more: false });
    expect(await api.transaction(id)).toMatchObject({ state: "unknown" });
    expect(await api.addSignatures(signedOnlyBy(bytes, [2]))).toMatchObject({
      value: { state: "submitted", missing: [] },
    });
    const wait = { level: "certified", timeoutMs: 60_000 } as const;
    const { receipt = new Uint8Array() } = await api.waitForTransaction(id, wait);
    expect(decodeReceipt(receipt)).toMatchObject({ ok: true, value: { code: 0 } });
    expect(await api.pendingTransactions({ id })).toEqual({ entries: [], more: false });
    // Nobody who is no member takes room here.
    const foreign = transaction(network, {
      ...{ by: alpha, cosigners: [stranger] },
      operations: [anchor(alpha, "foreign")],
    });
    expect(await api.addSignatures(signedOnlyBy(foreign, [1]))).toEqual({
      ok: false,
      code: "UNAUTHORISED",
    });
    expect(await api.mempool()).toMatchObject({ transactions: 0, bytes: 0, payers: 0 });
    expect(await api.consensus()).toMatchObject({ validators: 1, quorum: 1, active: true });
    expect(await api.evidence({ after: "", count: 1 })).toEqual({ entries: [], more: false });
    expect(cluster.fatal).toEqual([]);
  } finally {
    await cluster.close();
  }
});
