import { startDevnet } from "../../test/cluster/devnet-process.ts";
import { controlProcesses } from "../../test/cluster/node-processes.ts";
import { quickRecovery } from "./chapter-recovery.ts";
import { type RunningCandidate, startDevnetCandidate } from "./devnet-candidate.ts";
import type { Candidate, Cluster } from "./story-types.ts";

const parameters = ["--parameter", quickRecovery];

export interface DevnetCluster {
  readonly cluster: Cluster;
  /** Stops what runs; the folder stays. */
  readonly stop: () => Promise<void>;
}

/** A devnet in a folder: every validator a process, which can be killed and started again. */
export async function startDevnetCluster(directory: string): Promise<DevnetCluster> {
  const devnet = await startDevnet(directory, parameters);
  const { nodes, genesis } = devnet.ready;
  const processes = controlProcesses(nodes);
  const indexOf = (name: string): number => {
    const index = nodes.findIndex((node) => node.name === name);
    if (index < 0) throw new Error(`there is no ${name}`);
    return index;
  };
  const control = {
    kill: async (name: string) => processes.kill(indexOf(name)),
    restart: async (name: string) => void (await processes.start(indexOf(name))),
    processes: async () => processes.pids().length,
  };
  let fifth: Promise<RunningCandidate> | undefined;
  const startCandidate = async (): Promise<Candidate> => {
    fifth = startDevnetCandidate(directory);
    return (await fifth).candidate;
  };
  return {
    cluster: {
      nodes: nodes.map(({ name, rpcUrl }) => ({ name, rpcUrl })),
      genesisPath: genesis,
      memberKeys: nodes.flatMap(({ memberKey }) => (memberKey === undefined ? [] : [memberKey])),
      control,
      startCandidate,
    },
    stop: async () => {
      const started = await fifth?.catch(() => undefined);
      await Promise.all([devnet.process.stop(), processes.stop(), started?.running.process.stop()]);
    },
  };
}
