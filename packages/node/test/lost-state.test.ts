import { decodeConsensusMessage } from "@cartorio/protocol";
import { expect, it } from "vitest";
import { openVotingRecord } from "../src/voting-record.ts";
import { anchor, testNetwork, transaction } from "./support/genesis.ts";
import { localCluster } from "./support/local-cluster.ts";

it("a pruned journal proves what it forgot, though the state is lost (docs/consensus.md 9)", async () => {
  const network = testNetwork(1);
  const cluster = await localCluster(network);
  try {
    const [author] = network.members;
    if (author === undefined) throw new Error("the network has members");
    const node = await cluster.start(0);
    for (let height = 1; height <= 10; height += 1) {
      const operations = [anchor(author, `${height}`)];
      const submitted = await node.api.submit(transaction(network, { by: author, operations }));
      if (!submitted.ok) throw new Error(submitted.code);
      const options = { level: "certified", timeoutMs: 30_000 } as const;
      expect((await node.api.waitForTransaction(submitted.value.id, options)).state).toBe(
        "certified",
      );
    }
    await cluster.stop(0);
    const { chainId } = network.genesis;
    const directory = cluster.directory(0);
    const { journal } = await openVotingRecord({ directory, chainId, epoch: 0, hasHistory: true });
    const prepared = journal.records.flatMap((record) =>
      record.kind === "prepared" ? [record.certificate.height] : [],
    );
    await journal.close();
    expect(Math.min(...prepared)).toBe(9);
    const certified = journal.records.flatMap((record) => {
      const message =
        record.kind === "message" ? decodeConsensusMessage(record.message) : undefined;
      return message?.ok && message.value.kind === "certificate"
        ? [message.value.value.height]
        : [];
    });
    expect(certified).toEqual([8]);
    expect(cluster.fatal).toEqual([]);
  } finally {
    await cluster.close();
  }
}, 60_000);
