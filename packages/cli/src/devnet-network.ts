// Puts a bad network between the nodes of a devnet. The proxies belong to the simulator, which is
// for testers and not part of the image: it is loaded where it is installed.
import { writeSettings } from "./devnet-create.ts";
import type { DevnetFile } from "./devnet-folder.ts";
import { completeGroups, hasWishes, type NetworkWishes } from "./network-flags.ts";
import { loadFromSimulator } from "./simulator.ts";

export interface BadNetwork {
  /** From now on the partitions take place. */
  readonly begin: () => void;
  /** Ends the proxies, and the nodes' settings name each other again. */
  readonly close: () => Promise<void>;
}

interface Devnet {
  readonly directory: string;
  readonly file: DevnetFile;
  readonly say: (text: string) => void;
}

/** Undefined if nothing is asked for. Throws CliError USAGE. */
export async function openBadNetwork(
  wishes: NetworkWishes,
  { directory, file, say }: Devnet,
): Promise<BadNetwork | undefined> {
  if (!hasWishes(wishes)) return undefined;
  const { latencyMs, lossRate } = wishes;
  const validators = file.nodes.filter(({ role }) => role === "validator").length;
  const partitions = wishes.partitions.map((partition) => ({
    ...partition,
    groups: completeGroups(partition, validators),
  }));
  const { startDevnetNetwork } = await loadFromSimulator(
    () => import("@cartorio/simulator/devnet-network"),
    "--latency, --loss and --partition need",
  );
  const ports = file.nodes.map(({ peerPort }) => peerPort);
  const network = await startDevnetNetwork({ ports, latencyMs, lossRate, partitions, say });
  const indexOf = (name: string): number => file.nodes.findIndex((node) => node.name === name);
  await writeSettings(directory, file, (from, to) =>
    network.addressOf(indexOf(from.name), indexOf(to.name)),
  );
  say(
    `the nodes reach each other through proxies: ${latencyMs} ms, ${Number((lossRate * 100).toFixed(3))}% loss`,
  );
  return {
    begin: network.begin,
    async close() {
      await network.close();
      await writeSettings(directory, file);
    },
  };
}
