import { expect, it } from "vitest";
import { anchorEnvelope, anchored, nodeOf, until, untilAllVote } from "./support/driving.ts";
import { testNetwork } from "./support/genesis.ts";
import { localCluster } from "./support/local-cluster.ts";

it("node_getConsensus names the validators that a stuck network lacks", async () => {
  const network = testNetwork(4, { baseTimeoutMs: 500 });
  const cluster = await localCluster(network);
  try {
    for (const index of [0, 1, 2, 3]) await cluster.start(index);
    await anchored(cluster, network, 0);
    const { api } = nodeOf(cluster, 0);
    // Three of four may certify before the fourth has entered, which needs the answers of two.
    await untilAllVote(cluster);
    expect(await api.consensus()).toMatchObject({ validators: 4, faulty: 1, quorum: 3 });
    await cluster.stop(2);
    await cluster.stop(3);
    expect(await api.submit(anchorEnvelope(network))).toMatchObject({ ok: true });
    // Two of four leave the view together, as f+1 do, and wait for a third one for ever.
    await until(
      "the view that two of four cannot begin",
      async () => {
        const { active, viewChanges, viewChangesMissing } = (await api.consensus()) ?? {};
        return !active && viewChanges?.join() === "0,1" && viewChangesMissing === 1;
      },
      () => api.consensus(),
    );
    expect(await api.mempool()).toMatchObject({ transactions: 1, payers: 1 });
    expect(cluster.fatal).toEqual([]);
  } finally {
    await cluster.close();
  }
});
