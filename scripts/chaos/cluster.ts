// The cluster under test: real processes behind proxies, and their folders.
import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { createDevnet } from "@cartorio/cli/devnet-create";
import { type DevnetFile, devnetGenesisPath, memberKeyPath } from "@cartorio/cli/devnet-folder";
import { defaultParameters } from "@cartorio/protocol";
import { type ProxyMesh, startProxyMesh } from "@cartorio/simulator/proxy-mesh";

import type { DevnetReady } from "../../test/cluster/devnet-process.ts";
import { controlProcesses, type NodeProcesses } from "../../test/cluster/node-processes.ts";

export interface ChaosNode {
  readonly name: string;
  readonly rpcUrl: string;
  readonly dataDirectory: string;
  /** Outside of the data directory, which may be deleted. */
  readonly logFile: string;
}

export interface ChaosCluster {
  readonly nodes: readonly ChaosNode[];
  /** As `cartorio devnet --json` describes itself. */
  readonly ready: DevnetReady;
  readonly mesh: ProxyMesh;
  readonly processes: NodeProcesses;
  /** Copies what a stopped node has on its disk; `what` tells copies of one node apart. */
  readonly copyData: (index: number, what: string) => Promise<string>;
  /** Deletes the data directory of a stopped node. */
  readonly wipeData: (index: number) => Promise<void>;
  /** Puts such a copy in the place of what a stopped node has: all of it, or its journal only. */
  readonly putBack: (index: number, copy: string, what: "data" | "journal") => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface ClusterOptions {
  readonly directory: string;
  readonly validators: number;
  readonly seed: number;
}

/** Makes the network and starts all its processes; resolves when all are ready. */
export async function startCluster(options: ClusterOptions): Promise<ChaosCluster> {
  const { directory, validators, seed } = options;
  const devnet = join(directory, "devnet");
  const logs = join(directory, "logs");
  await mkdir(devnet, { recursive: true });
  await mkdir(logs, { recursive: true });
  const file = await createDevnet({ directory: devnet, validators, parameters: defaultParameters });
  const members = file.nodes.filter(({ role }) => role === "validator");
  const mesh = await startProxyMesh({ ports: members.map(({ peerPort }) => peerPort), seed });
  const places = members.map(({ name }, index) => {
    const peers = members.flatMap(({ nodeKey }, to) =>
      to === index ? [] : [`${nodeKey}=${mesh.addressOf(index, to)}`],
    );
    const logFile = join(logs, `${name}.log`);
    const args = ["--network-peers", peers.join(","), "--log-file", logFile];
    return { dir: join(devnet, name), logFile, args };
  });
  const processes = controlProcesses(places);
  try {
    const started = await Promise.all(members.map((_, index) => processes.start(index)));
    const nodes = members.map(({ name }, index) => ({
      ...{ name, rpcUrl: started[index]?.rpcUrl ?? "" },
      dataDirectory: join(devnet, name, "data"),
      logFile: join(logs, `${name}.log`),
    }));
    return {
      nodes,
      ready: describe(devnet, file, nodes),
      mesh,
      processes,
      async copyData(index, what) {
        const { name, dataDirectory } = nodeAt({ nodes }, index);
        const copy = join(directory, "copies", `${name}-${what}`);
        await cp(dataDirectory, copy, { recursive: true });
        return copy;
      },
      wipeData: (index) => clear(nodeAt({ nodes }, index).dataDirectory),
      async putBack(index, copy, what) {
        const folder = what === "data" ? "" : "journal";
        const target = join(nodeAt({ nodes }, index).dataDirectory, folder);
        await clear(target);
        await cp(join(copy, folder), target, { recursive: true });
      },
      async stop() {
        await processes.stop();
        await mesh.close();
      },
    };
  } catch (error) {
    await processes.stop();
    await mesh.close();
    throw error;
  }
}

function describe(dir: string, file: DevnetFile, nodes: readonly ChaosNode[]): DevnetReady {
  return {
    ready: true,
    dir,
    genesis: devnetGenesisPath(dir),
    network: file.network,
    chainId: file.chainId,
    rpcUrl: nodes[0]?.rpcUrl ?? "",
    nodes: nodes.map(({ name, rpcUrl }, validator) => ({
      ...{ name, rpcUrl, validator, role: "validator" as const, pid: 0, dir: join(dir, name) },
      member: file.nodes[validator]?.member ?? "",
      memberKey: memberKeyPath(dir, validator + 1),
    })),
  };
}

export function nodeAt({ nodes }: Pick<ChaosCluster, "nodes">, index: number): ChaosNode {
  const node = nodes[index];
  if (node === undefined) throw new Error(`there is no validator ${index}`);
  return node;
}

function clear(directory: string): Promise<void> {
  return rm(directory, { recursive: true, force: true });
}
