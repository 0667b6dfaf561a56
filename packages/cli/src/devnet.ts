// `cartorio devnet`: a whole network on this machine, one process per validator.
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { defaultParameters, type Parameters } from "@cartorio/protocol";
import { acquireDirectory, type DirectoryLock } from "@cartorio/storage";
import type { ByzantineWish } from "./byzantine-flags.ts";
import { CliError, reportError } from "./cli-error.ts";
import { findByzantine } from "./devnet-byzantine.ts";
import { type DevnetChild, startChild, tailOf } from "./devnet-child.ts";
import { createDevnet, moveTakenPorts, writeSettings } from "./devnet-create.ts";
import {
  checkDevnetFolder,
  clearDevnetFolder,
  type DevnetFile,
  devnetGenesisPath,
  readDevnetFile,
} from "./devnet-folder.ts";
import { type BadNetwork, openBadNetwork } from "./devnet-network.ts";
import { checkValidatorCount } from "./genesis-build.ts";
import { loadGenesis } from "./genesis-file.ts";
import { completeGroups, type NetworkWishes } from "./network-flags.ts";
import { onStopSignals } from "./stop-signals.ts";
import { openSupervisorLink } from "./supervisor-link.ts";

export interface DevnetOptions {
  readonly directory: string;
  /** Absent: what the folder has, else {@link defaultValidators}. */
  readonly validators: number | undefined;
  readonly parameters: Parameters;
  readonly network: NetworkWishes;
  readonly byzantine: readonly ByzantineWish[];
  readonly reset: boolean;
  readonly withObserver: boolean;
  /** Whether the starter holds the other end of an IPC channel; the devnet ends with it. */
  readonly isSupervised: boolean;
  readonly readyTimeoutMs: number;
  readonly say: (text: string) => void;
  readonly onReady: (devnet: RunningDevnet) => void;
}

export interface RunningDevnet {
  readonly directory: string;
  readonly file: DevnetFile;
  readonly children: readonly DevnetChild[];
}

/** Smallest network that goes on when one validator fails. */
export const defaultValidators = 4;

/** How long the nodes may take to stop; together with the rest it stays below five seconds. */
const stopLimitMs = 4300;
/** How long nodes of a devnet that was killed may take to notice and to stop. */
const orphanLimitMs = 20_000;
const orphanPollMs = 100;

/** Runs a devnet until a signal stops it. Throws CliError if it cannot run. */
export async function runDevnet(options: DevnetOptions): Promise<void> {
  const { directory, say } = options;
  checkValidatorCount(options.validators ?? defaultValidators);
  await checkDevnetFolder(directory);
  const lock = await acquireDirectory(directory);
  const children: DevnetChild[] = [];
  const stopping = Promise.withResolvers<"stop">();
  onStopSignals({
    stop: () => stopping.resolve("stop"),
    force: () => {
      for (const child of children) child.kill();
      say("stopped at once");
      process.exit(1);
    },
  });
  const link = options.isSupervised
    ? openSupervisorLink(() => stopping.resolve("stop"))
    : undefined;
  let network: BadNetwork | undefined;
  try {
    // Before anything is made: a wrong wish must leave no devnet behind.
    const validators = await countValidators(options);
    const byzantine = await findByzantine(options.byzantine, validators);
    for (const partition of options.network.partitions) completeGroups(partition, validators);
    const file = await prepare(options, stopping.promise);
    if (file !== undefined) {
      network = await openBadNetwork(options.network, { directory, file, say });
      await runNodes(options, {
        lock,
        children,
        file,
        byzantine,
        network,
        stopped: stopping.promise,
      });
    }
  } finally {
    await stopChildren(children, say);
    await network?.close();
    link?.close();
    await lock.release();
  }
}

/** How many the devnet has or will have. */
async function countValidators(options: DevnetOptions): Promise<number> {
  const existing = options.reset ? undefined : await readDevnetFile(options.directory);
  const found = existing?.nodes.filter(({ role }) => role === "validator").length;
  return options.validators ?? found ?? defaultValidators;
}

/** Makes or opens the devnet; undefined if it was told to stop meanwhile. */
async function prepare(
  options: DevnetOptions,
  stopped: Promise<"stop">,
): Promise<DevnetFile | undefined> {
  const { directory, say } = options;
  if (options.reset) await clearDevnetFolder(directory);
  const existing = await readDevnetFile(directory);
  if (existing === undefined) {
    const validators = options.validators ?? defaultValidators;
    say(`making ${validators} members, their keys and a genesis in ${directory}`);
    return createDevnet({ directory, validators, parameters: options.parameters });
  }
  await checkSame(options, existing);
  for (const { name } of existing.nodes) {
    if ((await untilFree(join(directory, name, "data"), { stopped, say })) === "stop") {
      return undefined;
    }
  }
  const file = await moveTakenPorts(directory, existing);
  await writeSettings(directory, file);
  return file;
}

/** A folder keeps the network it was made with; other wishes need another genesis. */
async function checkSame(options: DevnetOptions, file: DevnetFile): Promise<void> {
  const { directory, validators, parameters } = options;
  const found = file.nodes.filter(({ role }) => role === "validator").length;
  const remedy = "start over with --reset, or choose another --dir";
  if (validators !== undefined && validators !== found) {
    throw new CliError(
      "CONFIG_INVALID",
      `the devnet in ${directory} has ${found} validators, not ${validators}; ${remedy}`,
    );
  }
  const { genesis } = await loadGenesis(devnetGenesisPath(directory), file.chainId);
  const wanted = Object.entries(parameters);
  const defaults = new Map(Object.entries(defaultParameters));
  const actual = new Map(Object.entries(genesis.parameters));
  const other = wanted.find(
    ([name, value]) => value !== defaults.get(name) && value !== actual.get(name),
  );
  if (other === undefined) return;
  const [name, value] = other;
  throw new CliError(
    "CONFIG_INVALID",
    `the devnet in ${directory} was made with ${name}=${actual.get(name)}, not ${value}; ${remedy}`,
  );
}

interface Waiting {
  readonly stopped: Promise<"stop">;
  readonly say: (text: string) => void;
}

/** Waits while a node of an earlier devnet, whose parent was killed, comes to its end. */
async function untilFree(
  dataDirectory: string,
  { stopped, say }: Waiting,
): Promise<"free" | "stop"> {
  const deadlineMs = performance.now() + orphanLimitMs;
  for (let attempt = 0; ; attempt += 1) {
    try {
      const lock = await acquireDirectory(dataDirectory);
      await lock.release();
      return "free";
    } catch (error) {
      const isHeld = reportError(error).code === "ALREADY_RUNNING";
      if (!isHeld || performance.now() > deadlineMs) throw error;
      if (attempt === 0) say(`waiting for an earlier process to leave ${dataDirectory}`);
    }
    if ((await Promise.race([pause(orphanPollMs), stopped])) === "stop") return "stop";
  }
}

interface Nodes {
  readonly lock: DirectoryLock;
  readonly children: DevnetChild[];
  readonly file: DevnetFile;
  /** Strategy by validator. */
  readonly byzantine: ReadonlyMap<number, string>;
  readonly network: BadNetwork | undefined;
  readonly stopped: Promise<"stop">;
}

async function runNodes(options: DevnetOptions, nodes: Nodes): Promise<void> {
  const { directory, say, withObserver, readyTimeoutMs } = options;
  const { lock, children, file, byzantine, stopped } = nodes;
  const startedAtMs = performance.now();
  // Validators come first in the file.
  for (const [index, node] of file.nodes.entries()) {
    if (node.role === "observer" && !withObserver) continue;
    const onProgress = (text: string): void => say(`${node.name}: ${text}`);
    const strategy = byzantine.get(index);
    if (strategy !== undefined) say(`${node.name} is Byzantine: ${strategy}`);
    children.push(startChild({ devnetDirectory: directory, node, strategy, onProgress }));
  }
  say(`starting ${children.length} processes`);
  const allReady = Promise.all(
    children.map(async (child) => {
      await child.ready;
      say(`${child.node.name} is ready (${seconds(startedAtMs)})`);
    }),
  );
  const deadline = pause(readyTimeoutMs, "late" as const, { ref: false });
  const result = await Promise.race([allReady, stopped, deadline]);
  if (result === "stop") {
    // The children end before they are ready, which is no failure now.
    allReady.catch(() => undefined);
    return;
  }
  if (result === "late") throw await lateError(children, { allReady, readyTimeoutMs });
  await lock.announce(children[0]?.rpcUrl ?? "");
  options.onReady({ directory, file, children });
  nodes.network?.begin();
  await untilEnd(nodes, say);
}

interface Late {
  readonly allReady: Promise<unknown>;
  readonly readyTimeoutMs: number;
}

async function lateError(children: readonly DevnetChild[], late: Late): Promise<CliError> {
  late.allReady.catch(() => undefined);
  const waiting = await Promise.all(
    children.map(async (child) => {
      const isReady = await Promise.race([child.ready.then(() => true), pause(0, false)]);
      return isReady ? "" : `${child.node.name} is not ready\n${await tailOf(child.directory)}\n`;
    }),
  );
  const limit = late.readyTimeoutMs / 1000;
  return new CliError("TIMEOUT", `after ${limit} s\n${waiting.join("").trimEnd()}`);
}

/** Until a signal, or until no node is left. Tells of each node that ends before. */
async function untilEnd({ children, stopped }: Nodes, say: (text: string) => void): Promise<void> {
  let isStopping = false;
  const ends = children.map(async (child) => {
    const how = await child.ended;
    if (isStopping) return;
    say(
      `${child.node.name} (pid ${child.pid}) ${how}; the others go on. ` +
        `Start it again with: cartorio start --dir ${child.directory}`,
    );
  });
  const result = await Promise.race([stopped, Promise.all(ends).then(() => "ended" as const)]);
  isStopping = true;
  if (result === "stop") return;
  throw new CliError("INTERNAL", "all nodes have ended; see data/node.log in their folders");
}

/** Asks all to stop, and ends by force those that do not in time. */
async function stopChildren(
  children: readonly DevnetChild[],
  say: (text: string) => void,
): Promise<void> {
  if (children.length === 0) return;
  for (const child of children) child.stop();
  const ended = Promise.all(children.map(({ ended }) => ended));
  const deadline = pause(stopLimitMs, "late" as const, { ref: false });
  if ((await Promise.race([ended, deadline])) === "late") {
    say("a node did not stop in time and is ended by force; it recovers at the next start");
    for (const child of children) child.kill();
    await ended;
  }
  say("stopped");
}

function seconds(sinceMs: number): string {
  return `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;
}
