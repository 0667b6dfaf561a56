// `cartorio start`: from a folder to a running node, and down again.
import { setTimeout as pause } from "node:timers/promises";
import { equalBytes, hexEncode } from "@cartorio/crypto";
import type { Ed25519KeyPair } from "@cartorio/crypto/node";
import { createNode, localVoteSigner, type RunningNode } from "@cartorio/node";
import type { Genesis, VerifiedGenesis } from "@cartorio/protocol";
import type { Logger } from "pino";
import { CliError, reportError } from "./cli-error.ts";
import { type ConfigSources, loadConfig, type NodeConfig } from "./config-resolve.ts";
import { loadGenesis } from "./genesis-file.ts";
import { loadKey, publicKeyText } from "./key-store.ts";
import { openLog } from "./node-log.ts";
import { onStopSignals } from "./stop-signals.ts";
import { openSupervisorLink, type SupervisorLink } from "./supervisor-link.ts";
import { programVersion } from "./version.ts";

export interface StartOptions extends ConfigSources {
  /** Whether the starter holds the other end of an IPC channel. */
  readonly isSupervised: boolean;
  readonly onProgress: (text: string) => void;
  readonly onReady: (ready: ReadyNode) => void;
}

/** What a started node is known by. */
export interface ReadyNode {
  readonly config: NodeConfig;
  readonly rpcUrl: string;
  readonly chainId: string;
  readonly network: string;
  readonly addresses: readonly string[];
}

/** What a graceful stop may take: the whole program promises to be gone in five seconds. */
const stopLimitMs = 4000;
/** Work shorter than this needs no progress on the terminal. */
const quietMs = 1000;

type End =
  | { readonly kind: "stop"; readonly reason: string }
  | { readonly kind: "fatal"; readonly error: unknown };

/**
 * Runs the node of a folder until a signal or its supervisor stops it. Throws CliError, NodeError,
 * StorageError or NetworkError if it cannot start, and the cause if it had to stop by itself.
 */
export async function startNode(options: StartOptions): Promise<void> {
  const ending = Promise.withResolvers<End>();
  const stop = (reason: string): void => ending.resolve({ kind: "stop", reason });
  const fail = (error: unknown): void => ending.resolve({ kind: "fatal", error });
  onStopSignals({ stop, force: endAtOnce });
  const link = options.isSupervised ? openSupervisorLink(stop) : undefined;
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  try {
    await runNode(options, { link, fail, ended: ending.promise });
  } catch (error) {
    const { code, message } = reportError(error);
    link?.tell({ kind: "failed", code, message });
    throw error;
  } finally {
    process.off("uncaughtException", fail);
    process.off("unhandledRejection", fail);
    link?.close();
  }
}

function endAtOnce(): void {
  process.stderr.write("stopped at once; the next start recovers by itself\n");
  process.exit(1);
}

interface Lifetime {
  readonly link: SupervisorLink | undefined;
  readonly fail: (error: unknown) => void;
  readonly ended: Promise<End>;
}

async function runNode(options: StartOptions, { link, fail, ended }: Lifetime): Promise<void> {
  const config = await loadConfig(options);
  const genesis = await loadGenesis(config.genesis, config.genesisHash);
  const keys = await loadKeys(config, genesis.genesis);
  const logger = openLog(config);
  const startedAtMs = performance.now();
  const onProgress = (text: string): void => {
    logger.info(text);
    link?.tell({ kind: "progress", text });
    if (performance.now() - startedAtMs > quietMs) options.onProgress(text);
  };
  const starting = openNode({ config, genesis, keys, logger, onProgress, fail });
  const node = await Promise.race([starting, ended]);
  if ("kind" in node) {
    await endNode(node, { starting, logger });
    return;
  }
  const { rpcUrl, addresses } = node;
  link?.tell({ kind: "started", rpcUrl });
  const chainId = hexEncode(genesis.chainId);
  const { network } = genesis.genesis;
  options.onReady({ config, rpcUrl, chainId, network, addresses });
  await endNode(await ended, { starting, logger });
}

interface Ending {
  readonly starting: Promise<RunningNode>;
  readonly logger: Logger;
}

async function endNode(end: End, { starting, logger }: Ending): Promise<void> {
  if (end.kind === "fatal") {
    // Nothing more is written by a process whose state is in doubt: halting is safe.
    logger.fatal({ error: reportError(end.error), cause: end.error }, "stopping");
    throw end.error;
  }
  logger.info({ reason: end.reason }, "stopping");
  const stopped = starting.then((node) => node.stop());
  const timeout = pause(stopLimitMs, "late" as const, { ref: false });
  if ((await Promise.race([stopped, timeout])) === "late") {
    logger.warn("the stop took too long and was cut short");
    process.stderr.write("the stop took too long and was cut short\n");
    return;
  }
  logger.info("stopped");
}

interface Opening {
  readonly config: NodeConfig;
  readonly genesis: VerifiedGenesis;
  readonly keys: NodeKeys;
  readonly logger: Logger;
  readonly onProgress: (text: string) => void;
  readonly fail: (error: unknown) => void;
}

function openNode({ config, genesis, keys, ...hooks }: Opening): Promise<RunningNode> {
  const { logger, onProgress, fail } = hooks;
  const { dataDirectory, listen, peerAddresses, rpc, verifierWorkers, mempool } = config;
  const voteSigner = keys.validator && localVoteSigner(keys.validator.secretKey);
  return createNode({
    dataDirectory,
    genesis,
    nodeKeySeed: keys.node.secretKey,
    ...(voteSigner === undefined ? {} : { voteSigner }),
    listen,
    peerAddresses,
    rpc,
    logger,
    verifierWorkers,
    mempool,
    version: programVersion(),
    onProgress,
    onFatal: fail,
  });
}

interface NodeKeys {
  readonly node: Ed25519KeyPair;
  readonly validator: Ed25519KeyPair | undefined;
}

/** Reads the keys and compares them with the genesis, so that a wrong folder is found at once. */
async function loadKeys(config: NodeConfig, genesis: Genesis): Promise<NodeKeys> {
  const node = await loadKey(config.nodeKey);
  if (config.role === "observer") {
    checkObserver(genesis, { path: config.nodeKey, publicKey: node.publicKey });
    return { node, validator: undefined };
  }
  const validator = await loadKey(config.validatorKey);
  const place = genesis.validators.find(({ validatorKey }) =>
    equalBytes(validatorKey, validator.publicKey),
  );
  if (place === undefined) {
    throw new CliError(
      "KEY_INVALID",
      `the key of ${config.validatorKey} (${publicKeyText(validator.publicKey)}) is not a ` +
        `validator of network ${genesis.network}; take the right key file, or the genesis that ` +
        'names it, or set role = "observer"',
    );
  }
  if (!equalBytes(place.nodeKey, node.publicKey)) {
    throw new CliError(
      "KEY_INVALID",
      `the genesis gives this validator the node key ${publicKeyText(place.nodeKey)}, and ` +
        `${config.nodeKey} holds ${publicKeyText(node.publicKey)}`,
    );
  }
  return { node, validator };
}

function checkObserver(
  { observers, network }: Genesis,
  { path, publicKey }: { readonly path: string; readonly publicKey: Uint8Array },
): void {
  if (observers.some((observer) => equalBytes(observer, publicKey))) return;
  throw new CliError(
    "KEY_INVALID",
    `the key of ${path} (${publicKeyText(publicKey)}) is not an observer of network ${network}: ` +
      "its peers would refuse it",
  );
}
