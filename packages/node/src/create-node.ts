// The composition root: all that makes a node, from the disk up.
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { markVerified } from "@cartorio/consensus";
import {
  admitKeysByLibsodium,
  createVerifierPool,
  type VerifierPool,
  verifyEd25519,
} from "@cartorio/crypto/node";
import { createGateway, createGatewayThread, type Gateway, type NodeApi } from "@cartorio/gateway";
import {
  checkAdmission,
  isKeyOfMember,
  validatorSetAt,
  validatorSetOfEpoch,
} from "@cartorio/ledger";
import type { Network } from "@cartorio/network";
import type { DecodedEnvelope, ErrorCode, FinalityCertificate } from "@cartorio/protocol";
import { acquireDirectory } from "@cartorio/storage";
import { executedWork } from "./block-room.ts";
import { type CatchUp, createCatchUp } from "./catch-up.ts";
import { blockExecuted, type ChainEventTargets, heightCertified } from "./chain-events.ts";
import { type ChainState, executedBlock, openChainState, votingEpoch } from "./chain-state.ts";
import { type Epochs, startEpochs } from "./epochs.ts";
import { createEvidenceStore } from "./evidence-store.ts";
import { executionFailed, executionRecovered, failedHeight } from "./execution-failure.ts";
import { createExecutor, type Executor } from "./executor.ts";
import { createGossip } from "./gossip.ts";
import { haltAdvice, haltNode, readHaltRecord } from "./halt-record.ts";
import { createHeightWaiters } from "./height-waiters.ts";
import { noteTold } from "./judge-primary.ts";
import { createMempool, mempoolEnvelope, mempoolTransaction } from "./mempool.ts";
import { createNodeApi } from "./node-api.ts";
import { createNodeNetwork } from "./node-network.ts";
import type { NodeOptions } from "./node-options.ts";
import type { NodeParts, RunningState } from "./node-parts.ts";
import { peerName, validatorPeers } from "./peer-names.ts";
import { createPendingEnvelopes } from "./pending-envelopes.ts";
import { createPinnedBodies } from "./pinned-bodies.ts";
import { continueRecovery, type Recovery, readRecovery } from "./recovery.ts";
import { createReentry } from "./reentry.ts";
import { newSession, type Session } from "./session.ts";
import { createSignatureIntake } from "./signature-intake.ts";
import { createSimulator } from "./simulator.ts";
import { inspectionOf, type NodeInspection } from "./test-ports.ts";
import { createIntake } from "./transaction-intake.ts";
import { createTransactionWaiters } from "./transaction-waiters.ts";
import { stopIfUnsupported } from "./upgrade.ts";
import { validatorIndex } from "./vote-signer.ts";
import type { Voter } from "./voter.ts";
import { restorePinned } from "./voting.ts";
import { forgetVotes, openVotingRecord, type VotingRecordOptions } from "./voting-record.ts";

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
    const recovery = readRecovery(options.dataDirectory, options.genesis.chainId);
    const chain = await openChainState(stateDirectory, options.genesis, {
      onProgress: options.onProgress,
      recovered: recovery?.validators,
    });
    undo.push(() => chain.store.close());
    const { parts, events } = assemble(options, chain, undo);
    await stayHalted(parts);
    const isRecovered = recovery === undefined || (await recover(parts, recovery));
    const voter = await openVoter(parts, undo);
    const addresses = await parts.network.start(AbortSignal.timeout(30_000));
    undo.push(() => parts.network.stop());
    let epochs: Epochs | undefined;
    const enter = (): void => {
      stopIfUnsupported(parts, parts.running.session.parameters);
      if (parts.running.haltedBy === undefined) epochs = joinConsensus(parts, voter);
    };
    if (isRecovered) enter();
    else recoverThen(parts, recovery, enter);
    events.onCertified = () => epochs?.settle();
    undo.push(() => stopWork(parts, () => epochs));
    const { api, gateway } = openGateway(parts);
    const { url } = await gateway.start();
    undo.push(() => gateway.stop());
    await lock.announce(url);
    const validator = parts.running.session.self;
    options.logger.info({ rpcUrl: url, addresses, validator }, "started");
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

/** What is bound after the executor was made. */
interface LateEvents {
  onCertified: () => void;
}

interface Assembled {
  readonly parts: NodeParts;
  readonly events: LateEvents;
}

/** Everything that neither votes nor listens yet. */
function assemble(options: NodeOptions, chain: ChainState, undo: (() => unknown)[]): Assembled {
  const { store, ledger } = chain;
  const { chainId } = options.genesis;
  const ownKey = options.voteSigner?.publicKey;
  const events: LateEvents = { onCertified: () => undefined };
  const mempool = createMempool(options.mempool);
  const pinned = createPinnedBodies();
  const waiters = createTransactionWaiters(maxWaiters);
  const heights = createHeightWaiters(maxHeightWaiters);
  const running: RunningState = {
    session: firstSession(chain, ownKey),
    haltedBy: undefined,
    voter: undefined,
    stopped: false,
    work: new Set(),
  };
  const targets: ChainEventTargets = {
    ...{ mempool, pinned, waiters, heights },
    logger: options.logger,
    view: () => running.session.driver?.view(),
    gone: (ids) => running.session.judge?.gone(ids),
  };
  const failedBefore = failedHeight(options.dataDirectory);
  const executor = createExecutor({
    ...{ ledger, store, now: () => performance.now() },
    onExecuted: (executed) => {
      blockExecuted(targets, executed);
      const { height, epoch, time } = executed.result.header;
      track(parts, signatures.blockExecuted(time, executed.result.transactionIds));
      if (height === failedBefore) executionRecovered(options);
      // A replica that serves on after its epoch has no use for the blocks of the next one.
      if (epoch === running.session.validators.epoch) {
        const { parameters } = running.session;
        const transactions = executedWork(parameters, executed);
        const block = { ...executedBlock(chain, height), transactions };
        running.session.driver?.post({ kind: "executed", block });
      }
    },
    supports: (parameters) => !stopIfUnsupported(parts, parameters),
    onFailed: (failure) => executionFailed(parts, failure),
    onCertified: (certificate) => {
      heightCertified(targets, certificate);
      events.onCertified();
    },
  });
  const verifier = createVerifierPool({
    workers: options.verifierWorkers,
    maxQueued: maxQueuedSignatures,
  });
  undo.push(() => verifier.close());
  const gossip = createGossip({
    // Nobody is connected to itself: a frame to the own name goes nowhere.
    send: (to, frame) =>
      validatorPeers(ledger.validators).filter(
        (peer) => (to === "all" || to === peer) && parts.network.send("transactions", peer, frame),
      ),
    isWaiting: (decoded) => mempoolEnvelope(mempool, decoded.hash) !== undefined,
    onTold: (envelopes, to) => noteTold(running.session, envelopes, to),
    nowMs: () => performance.now(),
  });
  const { intake, pending, signatures } = openIntakes({
    ...{ chainId, chain, mempool, verifier, gossip, running },
  });
  const network = createNodeNetwork(options, chain, () => parts);
  const catchUp = createNodeCatchUp({ options, chain, executor, network, running });
  undo.push(() => catchUp.stop());
  const evidence = createEvidenceStore(options.dataDirectory, () => Date.now());
  const parts: NodeParts = {
    ...{ options, store, ledger, ownKey, mempool, pinned, waiters, heights },
    ...{ intake, pending, signatures, executor, catchUp, network, gossip, evidence, running },
  };
  return { parts, events };
}

interface IntakeParts extends Pick<NodeParts, "mempool" | "gossip" | "running"> {
  readonly chainId: Uint8Array;
  readonly chain: ChainState;
  readonly verifier: VerifierPool;
}

/** The ways of whole envelopes, and of those that several sign one after the other. */
function openIntakes(parts: IntakeParts): Pick<NodeParts, "intake" | "pending" | "signatures"> {
  const { chainId, mempool, verifier, gossip, running } = parts;
  const { store, ledger } = parts.chain;
  const admission = (decoded: DecodedEnvelope): ErrorCode | undefined =>
    checkAdmission(ledger, decoded, Date.now());
  const intake = createIntake({
    ...{ chainId, mempool, verifier, admission },
    maxVerifying: (maxQueuedSignatures * 3) / 4,
    stateHeight: () => ledger.head.height,
    onAccepted: (decoded, own) => {
      if (own) gossip.add(decoded);
      running.session.driver?.mempoolChanged();
    },
  });
  const pending = createPendingEnvelopes();
  const signatures = createSignatureIntake({
    ...{ chainId, pending, verifier, admission, maxVerifying: maxVerifyingSigners },
    isKeyOfMember: (signer) => isKeyOfMember(ledger, signer),
    isOrdered: (id) =>
      mempoolTransaction(mempool, id) !== undefined || store.transaction(id) !== undefined,
    submit: async (envelope) =>
      running.stopped || running.haltedBy !== undefined
        ? { ok: false, code: "NOT_READY" }
        : intake.admit(envelope, true),
  });
  return { intake, pending, signatures };
}

/** Callers of `tx_wait` at once; each costs a timer and a few hundred bytes. */
const maxWaiters = 20_000;
/** Each gateway has one per listener, for all of its subscribers. */
const maxHeightWaiters = 64;
/** Calls that each check a few signatures of one envelope: little beside the mempool's own. */
const maxVerifyingSigners = 256;
/** Simulations that wait for their turn of this thread; each takes milliseconds of it. */
const maxSimulations = 8;
/** Signatures waiting for the worker threads: a second or two of work. */
const maxQueuedSignatures = 32_768;

/** What this node is in the epoch that its chain has reached. */
function firstSession(chain: ChainState, ownKey: Uint8Array | undefined): Session {
  const voting = votingEpoch(chain);
  const session = newSession(voting, ownKey);
  if (ownKey === undefined || session.self !== undefined) return session;
  for (let epoch = voting.validators.epoch - 1; epoch >= 0; epoch -= 1) {
    const set = validatorSetOfEpoch(chain.ledger, epoch);
    if (set !== undefined && validatorIndex(set.validators, ownKey) !== undefined)
      return newSession(voting, ownKey, { kind: "removed" });
  }
  return session;
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
    validatorSetAt: (height) => validatorSetAt(chain.ledger, height),
    verify: verifyEd25519,
    peers: () => network.peers().flatMap((peer) => (peer.connected ? [peer.peer] : [])),
    request: (peer, frame, stopping) => {
      const signal = AbortSignal.any([stopping, AbortSignal.timeout(10_000)]);
      return network.request(peer, frame, signal);
    },
    pause: (ms) => pause(ms),
    onCertificate: (certificate: FinalityCertificate) => {
      if (certificate.epoch === running.session.validators.epoch)
        running.session.driver?.post({
          kind: "certificate",
          certificate: markVerified(certificate),
        });
    },
    onDiverged: (height) => {
      // Whatever this node would sign now rests on a state that the others do not have.
      running.session.driver?.stop().catch(options.onFatal);
      const own = chain.store.header(height)?.headerHash;
      haltNode(parts, { code: "STATE_DIVERGED", height, evidence: own === undefined ? [] : [own] });
    },
    onFalsePeer: (peer) => logger.warn({ peer }, "peer sent false blocks"),
    onFatal: options.onFatal,
  });
}

/** Journal and guard of a validator, in the set or not yet; undefined: an observer. */
async function openVoter(parts: NodeParts, undo: (() => unknown)[]): Promise<Voter | undefined> {
  const { options, running } = parts;
  if (options.voteSigner === undefined) return undefined;
  const { self, validators, standing } = running.session;
  const { epoch } = validators;
  if (self === undefined && standing.kind !== "removed")
    options.logger.warn(
      { epoch },
      "the validator set does not list this validator key: the node follows the chain until it does",
    );
  const voter: Voter = {
    signer: options.voteSigner,
    record: await openVotingRecord(recordOptions(parts)),
  };
  running.voter = voter;
  undo.push(() => voter.record.close());
  restorePinned(parts, voter.record);
  return voter;
}

function recordOptions(parts: NodeParts): VotingRecordOptions {
  const { options, ledger, running, store, ownKey } = parts;
  const { self, validators } = running.session;
  const before = validatorSetOfEpoch(ledger, validators.epoch - 1)?.validators ?? [];
  const couldVoteBefore = ownKey !== undefined && validatorIndex(before, ownKey) !== undefined;
  const head = store.head()?.height ?? 0;
  return {
    directory: options.dataDirectory,
    chainId: options.genesis.chainId,
    epoch: validators.epoch,
    hasHistory: self !== undefined && (head > validators.activationHeight - 1 || couldVoteBefore),
    onMovedAside: (code, reason, path) =>
      options.logger.error(
        { code, reason, path },
        "this validator may lack votes of its own: it does not vote until it re-entered; what was there is kept",
      ),
  };
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

/** True once the heights of a manifest are executed: then this node is in the epoch that it begins. */
async function recover(parts: NodeParts, recovery: Recovery): Promise<boolean> {
  const { running, ownKey, options } = parts;
  if ((await continueRecovery(parts, recovery)) === "behind") return false;
  const before = running.session.validators.epoch;
  running.session = firstSession(parts, ownKey);
  const { epoch, activationHeight } = running.session.validators;
  if (epoch !== before) options.logger.info({ epoch, activationHeight }, "recovered");
  return true;
}

/** Certified blocks below the manifest come from peers; nothing is voted on before. */
function recoverThen(parts: NodeParts, recovery: Recovery, enter: () => void): void {
  const { running, options, catchUp } = parts;
  options.logger.info({ certified: recovery.certified }, "fetches what the recovery builds on");
  const follow = async (): Promise<void> => {
    while (!running.stopped) {
      catchUp.poll();
      await pause(recoveryPollMs);
      if (running.stopped || !(await recover(parts, recovery))) continue;
      enter();
      return;
    }
  };
  track(parts, follow());
}

/** What is under way is awaited before the disk is closed. */
function track({ options, running }: NodeParts, work: Promise<void>): void {
  const done = work.catch(options.onFatal).finally(() => running.work.delete(done));
  running.work.add(done);
}

const recoveryPollMs = 200;

function joinConsensus(parts: NodeParts, voter: Voter | undefined): Epochs {
  return startEpochs({
    parts,
    voter,
    reentry: createReentry(parts),
    forget: async (forgetful, reason) => {
      forgetful.record = await forgetVotes(recordOptions(parts), forgetful.record, reason);
    },
  });
}

function openGateway(parts: NodeParts): { readonly api: NodeApi; readonly gateway: Gateway } {
  const { options, catchUp, running } = parts;
  const { genesis, chainId } = options.genesis;
  const api = createNodeApi({
    ...parts,
    chainId,
    simulator: createSimulator({
      ...{ chainId, ledger: parts.ledger, verify: parts.signatures.verify },
      ...{ nowMs: () => Date.now(), monotonicMs: () => performance.now() },
      rest: (durationMs) => pause(durationMs, undefined, { ref: false }),
      maxWaiting: maxSimulations,
    }),
    networkName: genesis.network,
    genesisDids: options.genesis.creates.map(({ did }) => did),
    version: options.version,
    startedAt: Date.now(),
    session: () => running.session,
    catchingUp: () => catchUp.running(),
    haltedBy: () => running.haltedBy,
    incarnation: () => running.voter?.record.guard().incarnation,
    stopping: () => running.stopped,
    onFatal: options.onFatal,
    onSimulationFailed: (error) => options.logger.error({ err: error }, "a simulation failed"),
  });
  const { rpc: listen, logger, audit } = options;
  const kept = audit === undefined ? {} : { audit };
  const open = options.gatewayThread === true ? createGatewayThread : createGateway;
  return { api, gateway: open({ ...options.gateway, ...kept, api, listen, logger }) };
}

/** Nothing new starts, waiting clients are answered, what is under way becomes durable. Twice is once. */
async function stopWork(parts: NodeParts, epochs: () => Epochs | undefined): Promise<void> {
  parts.running.stopped = true;
  parts.waiters.stop();
  parts.heights.stop();
  parts.gossip.stop();
  await parts.catchUp.stop();
  await epochs()?.stop();
  await Promise.allSettled(parts.running.work);
  await parts.executor.idle();
}
