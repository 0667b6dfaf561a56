import { expect, it } from "vitest";
import { nodeOf } from "./support/driving.ts";
import { testNetwork } from "./support/genesis.ts";
import { localCluster } from "./support/local-cluster.ts";

it("a simulation that breaks stops nothing: strangers try there what nobody signed", async () => {
  const cluster = await localCluster(testNetwork(1), { hasMemberKeys: false });
  try {
    await cluster.start(0);
    const { api } = nodeOf(cluster, 0);
    const broken = {
      get hash(): Uint8Array {
        throw new Error("broken");
      },
    };
    await expect(api.simulateProposal(broken)).rejects.toThrow("broken");
    expect(cluster.fatal).toEqual([]);
    expect(await api.simulateProposal({ hash: new Uint8Array(32) })).toMatchObject({
      ok: false,
      code: "NOT_FOUND",
    });
  } finally {
    await cluster.close();
  }
});
