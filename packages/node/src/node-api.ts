// What the gateway may ask of a node. Reads answer from the newest certified height, so that every
// one of them can be proven.

import { consensusView } from "@cartorio/consensus";
import type { ApiResult, NodeApi, PeerStatus, TransactionState } from "@cartorio/gateway";
import { type Ledger, validatorSetAt } from "@cartorio/ledger";
import type { Network } from "@cartorio/network";
import { encodeFinalityCertificate, encodeValidatorSet } from "@cartorio/protocol";
import type { ChainStore, StoredBlock } from "@cartorio/storage";
import { createBlockCache } from "./block-cache.ts";
import type { EvidenceStore } from "./evidence-store.ts";
import type { HeightWaiters } from "./height-waiters.ts";
import { type Mempool, mempoolStatus, mempoolTransaction } from "./mempool.ts";
import { evidenceMessages, evidencePage, pendingPage } from "./node-pages.ts";
import { nodeStatus, type StatusSources } from "./node-status.ts";
import type { PendingEnvelopes } from "./pending-envelopes.ts";
import type { SignatureIntake } from "./signature-intake.ts";
import type { Simulator } from "./simulator.ts";
import { proveState, proveStateRange, readState } from "./state-reads.ts";
import type { Intake } from "./transaction-intake.ts";
import type { TransactionWaiters } from "./transaction-waiters.ts";

export interface NodeApiOptions extends StatusSources {
  readonly chainId: Uint8Array;
  readonly ledger: Ledger;
  readonly store: ChainStore;
  readonly mempool: Mempool;
  readonly genesisDids: readonly string[];
  readonly intake: Intake;
  readonly pending: PendingEnvelopes;
  readonly signatures: SignatureIntake;
  readonly simulator: Simulator;
  readonly waiters: TransactionWaiters;
  readonly heights: HeightWaiters;
  readonly network: Network;
  readonly evidence: EvidenceStore;
  readonly stopping: () => boolean;
  readonly onFatal: (error: unknown) => void;
  readonly onSimulationFailed: (error: unknown) => void;
}

interface ApiContext extends NodeApiOptions {
  readonly block: (height: number) => StoredBlock | undefined;
}

/** The longest that one `waitForTransaction` may take. */
const maxWaitMs = 120_000;

export function createNodeApi(given: NodeApiOptions): NodeApi {
  const options: ApiContext = { ...given, block: createBlockCache(given.store) };
  // No question makes an answer fail: only a damaged disk or a broken invariant does.
  const answer = async <T>(work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      // A question that was under way when the node stopped may find the database closed.
      if (!given.stopping()) given.onFatal(error);
      throw error;
    }
  };
  // Strangers try here what nobody has signed, and nothing of it stays: no reason to stop voting.
  const tried = async <T>(work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      given.onSimulationFailed(error);
      throw error;
    }
  };
  return {
    submit: (envelope) => answer(() => submit(options, envelope)),
    simulate: (envelope) =>
      tried(() => refusal(options) ?? options.simulator.transaction(envelope)),
    simulateProposal: (question) =>
      tried(() => refusal(options) ?? options.simulator.proposal(question)),
    addSignatures: (envelope) => answer(() => refusal(options) ?? options.signatures.add(envelope)),
    pendingTransactions: (asked) => answer(() => pendingPage(options.pending, asked)),
    transaction: (id) => answer(() => transactionState(options, id)),
    waitForTransaction: (id, wanted) => answer(() => waitFor(options, id, wanted)),
    records: (keys, wanted) => answer(() => readState(options, keys, wanted)),
    proof: (keys, wanted) => answer(() => proveState(options, keys, wanted)),
    range: (prefix, wanted) => answer(() => proveStateRange(options, prefix, wanted)),
    block: (at) => answer(() => blockAnswer(options, at)),
    header: (height) => answer(() => headerBytes(options, height)),
    certificate: (height) => answer(() => certificateBytes(options, height)),
    validatorSet: (height) => answer(() => validatorSetBytes(options, height)),
    genesisDids: () => answer(() => options.genesisDids),
    status: () => answer(() => nodeStatus(options)),
    peers: () => answer(() => peerStatuses(options)),
    mempool: () => answer(() => mempoolStatus(options.mempool)),
    consensus: () =>
      answer(() => {
        const { driver } = options.session();
        return driver && consensusView(driver.replica);
      }),
    evidence: (page) => answer(() => evidencePage(options.evidence, page)),
    evidenceMessages: (id) => answer(() => evidenceMessages(options.evidence, id)),
    waitForHeight: (height, timeoutMs) =>
      answer(async () => {
        const certified = (): number => options.store.latestCertificate()?.height ?? 0;
        const isThere = certified() >= height;
        if (!isThere) await options.heights.wait(height, Math.min(timeoutMs, maxWaitMs));
        return certified();
      }),
  };
}

async function submit(
  options: ApiContext,
  envelope: Uint8Array,
): Promise<ApiResult<{ readonly id: Uint8Array; readonly known: boolean }>> {
  const refused = refusal(options);
  if (refused !== undefined) return refused;
  const result = await options.intake.admit(envelope, true);
  return result.ok ? { ok: true, value: { id: result.decoded.id, known: result.known } } : result;
}

function refusal({ stopping, haltedBy }: ApiContext): ApiResult<never> | undefined {
  if (stopping()) return { ok: false, code: "SHUTTING_DOWN" };
  // Admission would rest on a state that the others may not have.
  return haltedBy() === undefined ? undefined : { ok: false, code: "NOT_READY" };
}

async function waitFor(
  options: ApiContext,
  id: Uint8Array,
  { level, timeoutMs }: Parameters<NodeApi["waitForTransaction"]>[1],
): Promise<TransactionState> {
  const now = transactionState(options, id);
  const done = now.state === "certified" || (now.state === "committed" && level === now.state);
  if (done || now.state === "expired") return now;
  const bounded = Math.min(timeoutMs, maxWaitMs);
  const executedHeight = now.height;
  await options.waiters.wait({ id, level, timeoutMs: bounded, executedHeight });
  return transactionState(options, id);
}

function headerBytes({ store }: ApiContext, height: number): Uint8Array | undefined {
  const isThere = height <= (store.head()?.height ?? -1);
  return isThere ? store.header(height)?.header : undefined;
}

function certificateBytes(
  { store }: ApiContext,
  height: number | "latest",
): Uint8Array | undefined {
  const certificate = height === "latest" ? store.latestCertificate() : store.certificate(height);
  return certificate && encodeFinalityCertificate(certificate);
}

/** The first set stands for the genesis block, which nobody verifies. */
function validatorSetBytes({ ledger }: ApiContext, height: number): Uint8Array | undefined {
  const set = validatorSetAt(ledger, Math.max(1, height));
  return set && encodeValidatorSet(set);
}

function transactionState(options: ApiContext, id: Uint8Array): TransactionState {
  const { store } = options;
  const found = store.transaction(id);
  if (found === undefined) {
    const waiting = mempoolTransaction(options.mempool, id);
    if (waiting === undefined) return { id, state: "unknown" };
    return { id, state: "pending", envelope: waiting.bytes };
  }
  const { height, index } = found;
  const block = options.block(height);
  const receipt = block?.receipts[index];
  const envelope = block?.envelopes[index];
  if (receipt === undefined || envelope === undefined)
    throw new Error("INV-TRANSACTION-INDEX: the index names a receipt that its block lacks");
  const state = height <= (store.latestCertificate()?.height ?? 0) ? "certified" : "committed";
  return { id, state, height, index, receipt, envelope };
}

function blockAnswer(
  { store }: NodeApiOptions,
  at: Parameters<NodeApi["block"]>[0],
): Awaited<ReturnType<NodeApi["block"]>> {
  const height =
    at === "latest"
      ? store.latestCertificate()?.height
      : "height" in at
        ? at.height
        : store.heightOf(at.headerHash);
  const head = store.head()?.height ?? -1;
  const block = height === undefined || height > head ? undefined : store.block(height);
  if (block === undefined) return undefined;
  const certificate = store.certificate(block.height);
  return certificate === undefined
    ? block
    : { ...block, certificate: encodeFinalityCertificate(certificate) };
}

function peerStatuses(options: NodeApiOptions): readonly PeerStatus[] {
  const { validators } = options.ledger.validators;
  return options.network.peers().map((peer): PeerStatus => {
    const nodeKey = Uint8Array.from(Buffer.from(peer.peer, "hex"));
    const index = validators.findIndex(
      (validator) => Buffer.compare(validator.nodeKey, nodeKey) === 0,
    );
    return {
      nodeKey,
      member: validators[index]?.member ?? "",
      connected: peer.connected,
      addresses: peer.addresses,
      ...(index === -1 ? {} : { validator: index }),
      ...(peer.hello === undefined ? {} : { certifiedHeight: peer.hello.certifiedHeight }),
    };
  });
}
