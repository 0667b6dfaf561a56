import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Cluster } from "../demo/story-types.ts";
import { waitUntil } from "../demo/wait.ts";
import { type Compose, run } from "./docker.ts";

export const validators: readonly string[] = ["node-1", "node-2", "node-3", "node-4"];
export const services: readonly string[] = [...validators, "gateway"];

const healthTimeoutMs = 180_000;

/** Where Compose publishes the RPC port of a service. */
export async function rpcUrl(compose: Compose, service: string): Promise<string> {
  const published = await compose("port", service, "7301");
  return `http://${published.trim()}`;
}

export async function untilHealthy(compose: Compose, service: string): Promise<void> {
  const container = await compose.container(service);
  await waitUntil(() => run(["docker", "inspect", "-f", "{{.State.Health.Status}}", container]), {
    what: `${service} to be healthy`,
    timeoutMs: healthTimeoutMs,
    isDone: (health) => health === "healthy",
  });
}

async function isRunning(compose: Compose, service: string): Promise<boolean> {
  const container = await compose.container(service);
  return (await run(["docker", "inspect", "-f", "{{.State.Running}}", container])) === "true";
}

/** The running containers as the demo's story sees a cluster. */
export async function composeCluster(compose: Compose, directory: string): Promise<Cluster> {
  const genesisPath = join(directory, "genesis.json");
  await run([
    "docker",
    "cp",
    `${await compose.container("node-1")}:/node/config/genesis.json`,
    genesisPath,
  ]);
  const memberKeys: string[] = [];
  const nodes: { name: string; rpcUrl: string }[] = [];
  for (const name of validators) {
    const container = await compose.container(name);
    await mkdir(join(directory, name));
    const key = join(directory, name, "member.key");
    await run(["docker", "cp", `${container}:/node/keys/member.key`, key]);
    memberKeys.push(key);
    nodes.push({ name, rpcUrl: await rpcUrl(compose, name) });
  }
  const control = {
    kill: async (name: string): Promise<void> => {
      await run(["docker", "kill", "-s", "KILL", await compose.container(name)]);
      await waitUntil(() => isRunning(compose, name), {
        what: `the container of ${name} to be gone`,
        timeoutMs: healthTimeoutMs,
        isDone: (runs) => !runs,
      });
    },
    restart: async (name: string): Promise<void> => {
      await run(["docker", "start", await compose.container(name)]);
    },
    processes: async () => {
      const running = await Promise.all(validators.map((name) => isRunning(compose, name)));
      return running.filter((runs) => runs).length;
    },
  };
  return { nodes, genesisPath, memberKeys, control };
}
