import { hexEncode } from "@cartorio/crypto";
import { clusterChangeMs, statusesOf } from "./nodes.ts";
import type { Story } from "./story-types.ts";
import { goal } from "./tally.ts";
import { check, waitUntil } from "./wait.ts";

/** The validators run, each as a process of its own, on the chain of the genesis file. */
export async function chapterCluster(story: Story): Promise<void> {
  const { reporter, cluster, chain, tally } = story;
  reporter.chapter("The network");
  await reporter.step(
    "validators are processes of their own, connected and ready",
    async () => {
      const statuses = await waitUntil(() => statusesOf(cluster.nodes), {
        what: "every node to be ready",
        timeoutMs: clusterChangeMs,
        isDone: (seen) =>
          seen.every(({ ready, peersConnected }) => ready && peersConnected >= seen.length - 1),
      });
      tally.validators = new Set(statuses.map(({ validator }) => validator)).size;
      check(tally.validators === chain.validators, "every validator of the genesis must answer");
      const processes = await cluster.control.processes();
      check(processes === goal.validators, "there must be four processes", processes);
      return statuses;
    },
    (statuses) => `validators ${statuses.map(({ validator }) => validator).join(", ")}`,
  );
  await reporter.step(
    "all are on the chain whose id and first header follow from genesis.json",
    async () => {
      const statuses = await statusesOf(cluster.nodes);
      const chainId = hexEncode(chain.chainId);
      const others = statuses.filter((status) => status.chainId !== chainId);
      check(others.length === 0, `chain id ${chainId} expected of all`, others);
      return hexEncode(chain.anchor.headerHash);
    },
    (headerHash) => `trust anchor ${headerHash.slice(0, 16)}...`,
  );
}
