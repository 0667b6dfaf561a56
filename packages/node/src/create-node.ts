// The composition root: all that makes a node, from the disk up.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { markVerified } from "@cartorio/consensus";
import { ed25519PublicKey } from "@cartorio/crypto";
import { admitKeysByLibsodium, createVerifierPool, verifyEd25519 } from "@cartorio/crypto/node";
import { createGateway, type Gateway, type NodeApi } from "@cartorio/gateway";
import { checkAdmission } from "@cartorio/ledger";
import { createNetwork, type Network, type NetworkOptions } from "@cartorio/network";
import type { FinalityCertificate, Hello } from "@cartorio/protocol";
import { acquireDirectory } from "@cartorio/storage";
import { type CatchUp, createCatchUp } from "./catch-up.ts";
import { blockExecuted, type ChainEventTargets, heightCertified } from "./chain-events.ts";
import { type ChainState, executedBlock, openChainState } from "./chain-state.ts";
import { createEvidenceStore } from "./evidence-store.ts";
import { createExecutor, type Executor } from "./executor.ts";
import { createGossip } from "./gossip.ts";
import { haltAdvice, haltNode, readHaltRecord } from "./halt-record.ts";
import { createMempool, mempoolEnvelope } from "./mempool.ts";
import { createNetworkHandlers } from "./network-handlers.ts";
import { createNodeApi } from "./node-api.ts";
import { NodeError } from "./node-error.ts";
import type { NodeOptions } from "./node-options.ts";
import type { NodeParts, RunningState } from "./node-parts.ts";
import { peerName, validatorPeers } from "./peer-names.ts";
import { createPinnedBodies } from "./pinned-bodies.ts";
import { inspectionOf, type NodeInspection } from "./test-ports.ts";
import { createIntake } from "./transaction-intake.ts";
import { createTransactionWaiters } from "./transaction-waiters.ts";
import { validatorIndex } from "./vote-signer.ts";
import { startVoting, type Voter } from "./voting.ts";
import { openVotingRecord } from "./voting-record.ts";

export interface RunningNode {
  readonly api: NodeApi;
  readonly rpcUrl: string;
  /** Multiaddrs that are listened on. */
  readonly addresses: readonly string[];
  /** Learn where a peer listens. */
  readonly setPeerAddresses: (nodeKey: Uint8Array, addresses: readonly string[]) => void;
  readonly inspect: NodeInspection;
  /** Stops taking work, lets what is under way become durable, closes the disk. */
  readonly stop: () => Promise<void>;
}

/**
 * Builds and starts a node: lock, state, ledger, journal, network, replica, gateway.
 *
 * @throws NodeError, StorageError, NetworkError, GatewayError with a code of the one table and a
 *   message that says what to do; whatever was opened is closed again.
 */
export async function createNode(options: NodeOptions): Promise<RunningNode> {
  const undo: (() => unknown)[] = [];
  const unwind = (): Promise<void> => closeAll(undo.splice(0).reverse());
  admitKeysByLibsodium();
  try {
    const lock = await acquireDirectory(options.dataDirectory);
    undo.push(() => lock.release());
    const stateDirectory = join(options.dataDirectory, "state");
    const chain = await openChainState(stateDirectory, options.genesis, options.onProgress);
    undo.push(() => chain.store.close());
    const parts = assemble(options, chain, undo);
    await stayHalted(parts);
    // Before anybody can reach it: a validator that may not vote must not appear to its peers.
    const voter = await openVoter(parts, undo);
    const addresses = await parts.network.start(AbortSignal.timeout(30_000));
    undo.push(() => parts.network.stop());
    joinConsensus(parts, voter, undo);
    undo.push(() => stopWork(parts));
    const { api, gateway } = openGateway(parts);
    const { url } = await gateway.start();
    undo.push(() => gateway.stop());
    await lock.announce(url);
    options.logger.info({ rpcUrl: url, addresses, validator: parts.validator }, "started");
    return {
      api,
      rpcUrl: url,
      addresses,
      setPeerAddresses: (nodeKey, at) => parts.network.setAddresses(peerName(nodeKey), at),
      inspect: inspectionOf(parts),
      stop: unwind,
    };
  } catch (error) {
    await unwind();
    throw error;
  }
}

/** Closes all, also when one of them fails; then rejects with the first failure. */
async function closeAll(closing: readonly (() => unknown)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const close of closing) {
    try {
      await close();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** Everything that neither votes nor listens yet. */
function assemble(options: NodeOptions, chain: ChainState, undo: (() => unknown)[]): NodeParts {
  const { store, ledger, validators } = chain;
  const { chainId } = options.genesis;
  const mempool = createMempool(options.mempool);
  const pinned = createPinnedBodies();
  const waiters = createTransactionWaiters(maxWaiters);
  const running: RunningState = {
    driver: undefined,
    haltedBy: undefined,
    stopped: false,
    work: new Set(),
  };
  const targets: ChainEventTargets = {
    mempool,
    pinned,
    waiters,
    logger: options.logger,
    view: () => running.driver?.view(),
  };
  const executor = createExecutor({
    ledger,
    store,
    now: () => performance.now(),
    onExecuted: (executed) => {
      blockExecuted(targets, executed);
      const block = executedBlock(store, executed.result.header.height);
      running.driver?.post({ kind: "executed", block });
    },
    onCertified: (certificate) => heightCertified(targets, certificate),
  });
  const verifier = createVerifierPool({
    workers: options.verifierWorkers,
    maxQueued: maxQueuedSignatures,
  });
  undo.push(() => verifier.close());
  const names = validatorPeers(validators);
  const key = options.voteSigner?.publicKey;
  const validator = key && validatorIndex(validators.validators, key);
  const gossip = createGossip({
    send: (to, frame) =>
      names.filter(
        (peer, index) =>
          index !== validator &&
          (to === "all" || to === peer) &&
          parts.network.send("transactions", peer, frame),
      ),
    isWaiting: (decoded) => mempoolEnvelope(mempool, decoded.hash) !== undefined,
    nowMs: () => performance.now(),
  });
  const intake = createIntake({
    chainId,
    mempool,
    verifier,
    maxVerifying: (maxQueuedSignatures * 3) / 4,
    admission: (decoded) => checkAdmission(ledger, decoded, Date.now()),
    stateHeight: () => ledger.head.height,
    onAccepted: (decoded, own) => {
      if (own) gossip.add(decoded);
      running.driver?.mempoolChanged();
    },
  });
  const network = createNodeNetwork(options, chain, () => parts);
  const catchUp = createNodeCatchUp({ options, chain, executor, network, running });
  undo.push(() => catchUp.stop());
  const evidence = createEvidenceStore(options.dataDirectory, () => Date.now());
  const parts: NodeParts = {
    ...{ options, store, ledger, validators, validator, mempool, pinned, waiters },
    ...{ intake, executor, catchUp, network, gossip, evidence, running },
  };
  return parts;
}

/** Callers of `tx_wait` at once; each costs a timer and a few hundred bytes. */
const maxWaiters = 20_000;
/** Signatures waiting for the worker threads: a second or two of work. */
const maxQueuedSignatures = 32_768;

function createNodeNetwork(
  options: NodeOptions,
  { store, validators }: ChainState,
  parts: () => NodeParts,
): Network {
  const { genesis, chainId } = options.genesis;
  const instance = randomBytes(16);
  const own = peerName(ed25519PublicKey(options.nodeKeySeed));
  const known = [
    ...validators.validators.map(({ nodeKey, addresses }) => ({ nodeKey, addresses })),
    ...genesis.observers.map((nodeKey) => ({ nodeKey, addresses: [] })),
  ];
  if (!known.some(({ nodeKey }) => peerName(nodeKey) === own))
    throw new NodeError(
      "CONFIG_INVALID",
      "the genesis lists this node's key neither as a validator nor as an observer: no peer would " +
        "admit it. Check keys/node.key, or ask the members to add it.",
    );
  const networkOptions: NetworkOptions = {
    nodeKeySeed: options.nodeKeySeed,
    listen: options.listen,
    peers: known
      .filter(({ nodeKey }) => peerName(nodeKey) !== own)
      .map(({ nodeKey, addresses }) => ({
        nodeKey,
        addresses: options.peerAddresses[peerName(nodeKey)] ?? addresses,
      })),
    hello: (): Hello => ({
      chainId,
      protocolVersion: genesis.parameters.protocolVersion,
      certifiedHeight: store.latestCertificate()?.height ?? 0,
      executedHeight: store.head()?.height ?? 0,
      instance,
    }),
    handlers: createNetworkHandlers(parts),
  };
  const { network } = options.testPorts ?? {};
  return network?.(networkOptions, createNetwork) ?? createNetwork(networkOptions);
}

interface CatchUpParts {
  readonly options: NodeOptions;
  readonly chain: ChainState;
  readonly executor: Executor;
  readonly network: Network;
  readonly running: RunningState;
}

function createNodeCatchUp(parts: CatchUpParts): CatchUp {
  const { options, chain, network, running } = parts;
  const { logger } = options;
  return createCatchUp({
    chainId: options.genesis.chainId,
    store: chain.store,
    executor: parts.executor,
    validatorSetAt: () => chain.validators,
    verify: verifyEd25519,
    peers: () => network.peers().flatMap((peer) => (peer.connected ? [peer.peer] : [])),
    request: (peer, frame, stopping) => {
      const signal = AbortSignal.any([stopping, AbortSignal.timeout(10_000)]);
      return network.request(peer, frame, signal);
    },
    pause: (ms) => pause(ms),
    onCertificate: (certificate: FinalityCertificate) =>
      running.driver?.post({ kind: "certificate", certificate: markVerified(certificate) }),
    onDiverged: (height) => {
      // Whatever this node would sign now rests on a state that the others do not have.
      running.driver?.stop().catch(options.onFatal);
      const own = chain.store.header(height)?.headerHash;
      haltNode(parts, { code: "STATE_DIVERGED", height, evidence: own === undefined ? [] : [own] });
    },
    onFalsePeer: (peer) => logger.warn({ peer }, "peer sent false blocks"),
    onFatal: options.onFatal,
  });
}

/** Journal and guard of a validator; undefined: an observer. */
async function openVoter(parts: NodeParts, undo: (() => unknown)[]): Promise<Voter | undefined> {
  const { options, validators, validator } = parts;
  if (options.voteSigner === undefined) return undefined;
  if (validator === undefined)
    throw new NodeError(
      "CONFIG_INVALID",
      "the genesis does not list this validator key. Check keys/validator.key, or remove it to " +
        "run as an observer.",
    );
  const record = await openVotingRecord({
    directory: options.dataDirectory,
    chainId: options.genesis.chainId,
    epoch: validators.epoch,
    hasHistory: (parts.store.head()?.height ?? 0) > 0,
  });
  undo.push(() => record.journal.close());
  return { signer: options.voteSigner, validator, record };
}

/** A node that was stopped for good shows what it has, and why, and does nothing more. */
async function stayHalted({ options, running, catchUp }: NodeParts): Promise<void> {
  const record = readHaltRecord(options.dataDirectory);
  if (record === undefined) return;
  running.haltedBy = record.code;
  await catchUp.stop();
  const { code, height } = record;
  options.logger.fatal({ code, height }, haltAdvice(options.dataDirectory, record));
}

function joinConsensus(parts: NodeParts, voter: Voter | undefined, undo: (() => unknown)[]): void {
  if (parts.running.haltedBy !== undefined) return;
  if (voter === undefined) {
    const timer = setInterval(() => parts.catchUp.poll(), observerPollMs);
    undo.push(() => clearInterval(timer));
    return;
  }
  parts.running.driver = startVoting(parts, voter);
}

/** How soon an observer sees a new block. */
const observerPollMs = 200;

function openGateway(parts: NodeParts): { readonly api: NodeApi; readonly gateway: Gateway } {
  const { options, validators, validator, catchUp, running } = parts;
  const { genesis, chainId } = options.genesis;
  const api = createNodeApi({
    ...parts,
    chainId,
    networkName: genesis.network,
    protocolVersion: genesis.parameters.protocolVersion,
    version: options.version,
    startedAt: Date.now(),
    validators,
    validator,
    replica: () => running.driver?.replica,
    catchingUp: () => catchUp.running(),
    haltedBy: () => running.haltedBy,
    stopping: () => running.stopped,
    onFatal: options.onFatal,
  });
  return { api, gateway: createGateway({ api, listen: options.rpc, logger: options.logger }) };
}

/** Nothing new starts, waiting clients are answered, what is under way becomes durable. Twice is once. */
async function stopWork(parts: NodeParts): Promise<void> {
  parts.running.stopped = true;
  parts.waiters.stop();
  parts.gossip.stop();
  await parts.catchUp.stop();
  await parts.running.driver?.stop();
  await Promise.allSettled(parts.running.work);
  await parts.executor.idle();
}
