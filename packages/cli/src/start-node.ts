// `cartorio start`: from a folder to a running node, and down again.
import { setTimeout as pause } from "node:timers/promises";
import { hexEncode } from "@cartorio/crypto";
import { createNode, localVoteSigner, type RunningNode, type TestPorts } from "@cartorio/node";
import type { Logger } from "pino";
import type { AuditFile } from "./audit-file.ts";
import { reportError } from "./cli-error.ts";
import type { ConfigSources, NodeConfig } from "./config-resolve.ts";
import { openAudit, openLog } from "./node-log.ts";
import { type PreparedNode, prepareNode } from "./prepare-node.ts";
import { onRotateSignal, onStopSignals } from "./stop-signals.ts";
import { openSupervisorLink, type SupervisorLink } from "./supervisor-link.ts";
import { programVersion } from "./version.ts";

export interface StartOptions extends ConfigSources {
  /** Whether the starter holds the other end of an IPC channel. */
  readonly isSupervised: boolean;
  readonly onProgress: (text: string) => void;
  readonly onReady: (ready: ReadyNode) => void;
  /** For testers: what is put on the node. */
  readonly extension?: (prepared: PreparedNode) => NodeExtension;
}

export interface NodeExtension {
  readonly testPorts: TestPorts;
  readonly begin: (node: RunningNode) => void;
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
  const link = options.isSupervised ? openSupervisorLink(stop) : undefined;
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  try {
    await runNode(options, { link, stop, fail, ended: ending.promise });
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
  readonly stop: (reason: string) => void;
  readonly fail: (error: unknown) => void;
  readonly ended: Promise<End>;
}

async function runNode(options: StartOptions, lifetime: Lifetime): Promise<void> {
  const { stop, fail } = lifetime;
  const prepared = await prepareNode(options);
  // Until here a signal may end the process as it likes: nothing is open.
  onStopSignals({ stop, force: endAtOnce });
  const { config } = prepared;
  const { logger, reopen } = openLog(config);
  const audit = openAudit(config, { logger, onError: fail });
  onRotateSignal(() => rotate(logger, [reopen, ...(audit ? [audit.reopen] : [])]));
  try {
    await runLogged(options, { ...lifetime, prepared, logger, audit });
  } finally {
    await Promise.race([audit?.close(), pause(stopLimitMs, undefined, { ref: false })]);
  }
}

/** A file that cannot be made anew is said and goes on as it is. */
function rotate(logger: Logger, files: readonly (() => void)[]): void {
  for (const reopen of files) {
    try {
      reopen();
    } catch (error) {
      logger.error({ error: reportError(error) }, "the file of a log cannot be made anew");
    }
  }
  logger.info("log files opened anew");
}

interface LoggedLifetime extends Lifetime {
  readonly prepared: PreparedNode;
  readonly logger: Logger;
  readonly audit: AuditFile | undefined;
}

async function runLogged(options: StartOptions, lifetime: LoggedLifetime): Promise<void> {
  const { link, fail, ended, prepared, logger, audit } = lifetime;
  const { config, genesis } = prepared;
  const startedAtMs = performance.now();
  const onProgress = (text: string): void => {
    logger.info(text);
    if (performance.now() - startedAtMs < quietMs) return;
    link?.tell({ kind: "progress", text });
    options.onProgress(text);
  };
  const extension = options.extension?.(prepared);
  const testPorts = extension?.testPorts;
  const starting = openNode(prepared, { logger, audit, onProgress, fail, testPorts });
  const node = await Promise.race([starting, ended]);
  if ("kind" in node) {
    await endNode(node, { starting, logger });
    return;
  }
  extension?.begin(node);
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

interface NodeHooks {
  readonly logger: Logger;
  readonly audit: AuditFile | undefined;
  readonly onProgress: (text: string) => void;
  readonly fail: (error: unknown) => void;
  readonly testPorts: TestPorts | undefined;
}

function openNode({ config, genesis, keys }: PreparedNode, hooks: NodeHooks): Promise<RunningNode> {
  const { logger, audit, onProgress, fail, testPorts } = hooks;
  const { dataDirectory, listen, peerAddresses, rpc, verifierWorkers, mempool } = config;
  const { limits, security, admin } = config.gateway;
  const voteSigner = keys.validator && localVoteSigner(keys.validator.secretKey);
  const memberSigner = keys.member && localVoteSigner(keys.member.secretKey);
  return createNode({
    dataDirectory,
    genesis,
    nodeKeySeed: keys.node.secretKey,
    ...(voteSigner === undefined ? {} : { voteSigner }),
    ...(memberSigner === undefined ? {} : { memberSigner }),
    listen,
    peerAddresses,
    rpc,
    gateway: { limits, security, ...(admin === undefined ? {} : { admin }) },
    gatewayThread: true,
    ...(audit === undefined ? {} : { audit: audit.write }),
    logger,
    verifierWorkers,
    mempool,
    version: programVersion(),
    onProgress,
    onFatal: fail,
    ...(testPorts === undefined ? {} : { testPorts }),
  });
}
