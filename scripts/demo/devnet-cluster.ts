import {
  isRunning,
  type RunningNode,
  startDevnet,
  startNode,
} from "../../test/cluster/devnet-process.ts";
import type { Cluster } from "./story-types.ts";
import { waitUntil } from "./wait.ts";

const killTimeoutMs = 10_000;

export interface DevnetCluster {
  readonly cluster: Cluster;
  /** Stops what runs; the folder stays. */
  readonly stop: () => Promise<void>;
}

/** A devnet in a folder: every validator a process, which can be killed and started again. */
export async function startDevnetCluster(directory: string): Promise<DevnetCluster> {
  const devnet = await startDevnet(directory);
  const { nodes, genesis } = devnet.ready;
  const pids = new Map(nodes.map(({ name, pid }) => [name, pid]));
  const folders = new Map(nodes.map(({ name, dir }) => [name, dir]));
  const restarted: Promise<RunningNode>[] = [];
  const control = {
    async kill(name: string): Promise<void> {
      const pid = pids.get(name);
      if (pid === undefined) throw new Error(`there is no ${name}`);
      process.kill(pid, "SIGKILL");
      await waitUntil(async () => isRunning(pid), {
        what: `${name} (pid ${pid}) to be gone`,
        timeoutMs: killTimeoutMs,
        isDone: (runs) => !runs,
      });
    },
    async restart(name: string): Promise<void> {
      const folder = folders.get(name);
      if (folder === undefined) throw new Error(`there is no ${name}`);
      const starting = startNode(folder);
      restarted.push(starting);
      pids.set(name, (await starting).ready.pid);
    },
    processes: async () => [...pids.values()].filter(isRunning).length,
  };
  return {
    cluster: {
      nodes: nodes.map(({ name, rpcUrl }) => ({ name, rpcUrl })),
      genesisPath: genesis,
      memberKeys: nodes.flatMap(({ memberKey }) => (memberKey === undefined ? [] : [memberKey])),
      control,
    },
    async stop() {
      const started = await Promise.allSettled(restarted);
      const nodes = started.flatMap((node) => (node.status === "fulfilled" ? [node.value] : []));
      await Promise.all([devnet, ...nodes].map((running) => running.process.stop()));
    },
  };
}
