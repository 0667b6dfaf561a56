// Executes blocks strictly in height order, one at a time: those that consensus committed and those
// that catch-up brings under a certificate. A block counts as executed once its batch is durable.
import { equalBytes } from "@cartorio/crypto";
import { applyBlock, type ExecutedResult, executeBlock, type Ledger } from "@cartorio/ledger";
import {
  type DecodedEnvelope,
  decodeTransaction,
  type FinalityCertificate,
  type Proposal,
  proposalDigest,
} from "@cartorio/protocol";
import type { ChainStore } from "@cartorio/storage";

export interface ExecutableBlock {
  readonly epoch: number;
  readonly proposalBytes: Uint8Array;
  readonly proposal: Proposal;
  readonly envelopes: readonly DecodedEnvelope[];
  /** Catch-up only: what the certificate proves; another result is STATE_DIVERGED. */
  readonly expectedHeaderHash?: Uint8Array;
}

export interface ExecutedHeight {
  readonly result: ExecutedResult;
  readonly proposalDigest: Uint8Array;
  readonly envelopes: readonly DecodedEnvelope[];
  readonly durationMs: number;
}

export type ExecutionOutcome =
  | { readonly kind: "executed"; readonly executed: ExecutedHeight }
  /** Already at or above this height: nothing was done. */
  | { readonly kind: "known" }
  /** Not the next height. */
  | { readonly kind: "gap" }
  | { readonly kind: "diverged"; readonly headerHash: Uint8Array };

export interface Executor {
  readonly execute: (block: ExecutableBlock) => Promise<ExecutionOutcome>;
  readonly storeCertificate: (certificate: FinalityCertificate) => Promise<void>;
  /** Resolves when nothing is under way. */
  readonly idle: () => Promise<unknown>;
}

export interface ExecutorOptions {
  readonly ledger: Ledger;
  readonly store: ChainStore;
  readonly now: () => number;
  /** Runs right after the batch is durable, before the next block starts. */
  readonly onExecuted: (executed: ExecutedHeight) => void;
  /** Runs when a certificate is stored. */
  readonly onCertified: (certificate: FinalityCertificate) => void;
}

export function createExecutor(options: ExecutorOptions): Executor {
  const { ledger, store } = options;
  let tail: Promise<unknown> = Promise.resolve();
  const inOrder = <T>(work: () => Promise<T>): Promise<T> => {
    const done = tail.then(work);
    tail = done.catch(() => undefined);
    return done;
  };

  const executeNext = async (block: ExecutableBlock): Promise<ExecutionOutcome> => {
    const height = block.proposal.height;
    const head = store.head()?.height ?? -1;
    if (height <= head) return { kind: "known" };
    if (height !== head + 1) return { kind: "gap" };
    const started = options.now();
    const digest = proposalDigest(block.proposalBytes);
    const { epoch, proposal, envelopes } = block;
    const result = executeBlock(ledger, {
      epoch,
      height,
      proposal,
      proposalDigest: digest,
      envelopes,
    });
    const expected = block.expectedHeaderHash;
    if (expected !== undefined && !equalBytes(expected, result.headerHash))
      return { kind: "diverged", headerHash: result.headerHash };
    await store.commitBlock({
      height,
      headerHash: result.headerHash,
      header: result.headerBytes,
      proposal: block.proposalBytes,
      envelopes: envelopes.map((envelope) => envelope.bytes),
      receipts: result.receipts,
      transactionIds: result.transactionIds,
      settled: result.settled,
      state: result.writes,
    });
    applyBlock(ledger, result);
    const durationMs = options.now() - started;
    const executed = { result, proposalDigest: digest, envelopes, durationMs };
    options.onExecuted(executed);
    return { kind: "executed", executed };
  };

  return {
    execute: (block) => inOrder(() => executeNext(block)),
    storeCertificate: (certificate) =>
      inOrder(async () => {
        await store.storeCertificate(certificate);
        options.onCertified(certificate);
      }),
    idle: () => tail,
  };
}

/** Decodes envelopes that a certificate or the own journal vouches for; undefined when one is malformed. */
export function decodeEnvelopes(
  envelopes: readonly Uint8Array[],
  chainId: Uint8Array,
): readonly DecodedEnvelope[] | undefined {
  const decoded: DecodedEnvelope[] = [];
  for (const bytes of envelopes) {
    const result = decodeTransaction(bytes, chainId);
    if (!result.ok) return undefined;
    decoded.push(result.value);
  }
  return decoded;
}
