import { expect, it } from "vitest";
import { nodeOf } from "./support/driving.ts";
import { testNetwork } from "./support/genesis.ts";
import { localCluster } from "./support/local-cluster.ts";

it("a question that reaches a node after it has closed its database is refused, and no fatal error", async () => {
  const cluster = await localCluster(testNetwork(1), { hasMemberKeys: false });
  try {
    await cluster.start(0);
    const { api } = nodeOf(cluster, 0);
    expect(await api.block({ height: 0 })).toBeDefined();
    await cluster.stop(0);
    await expect(api.block({ height: 0 })).rejects.toMatchObject({ code: "DATABASE_UNAVAILABLE" });
    expect(cluster.fatal).toEqual([]);
  } finally {
    await cluster.close();
  }
});
