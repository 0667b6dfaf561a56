// Executes blocks strictly in height order, one at a time: those that consensus committed and those
// that catch-up brings under a certificate. A block counts as executed once its batch is durable.
import { equalBytes } from "@cartorio/crypto";
import {
  applyBlock,
  type BlockInput,
  type ExecutedResult,
  executeBlock,
  type Ledger,
  StateError,
} from "@cartorio/ledger";
import {
  type DecodedEnvelope,
  decodeTransaction,
  type FinalityCertificate,
  type Parameters,
  type Proposal,
  proposalDigest,
} from "@cartorio/protocol";
import { type ChainStore, StorageError } from "@cartorio/storage";

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
  | { readonly kind: "diverged"; readonly headerHash: Uint8Array }
  /** Nothing was changed: execution threw, and `onFailed` was told, or `supports` said no. */
  | { readonly kind: "failed" };

/** An exception in execution: it is never a receipt (docs/consensus.md 10). */
export interface ExecutionFailure {
  readonly height: number;
  readonly proposalDigest: Uint8Array;
  /** Id of the transaction that throws; undefined: the block as a whole does. */
  readonly transactionId: Uint8Array | undefined;
  readonly error: unknown;
}

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
  /** False: this software must not execute blocks under these parameters; they are left alone. */
  readonly supports: (parameters: Parameters) => boolean;
  /** Runs right after the batch is durable, before the next block starts. */
  readonly onExecuted: (executed: ExecutedHeight) => void;
  /** Runs when execution throws; no block is executed after it. */
  readonly onFailed: (failure: ExecutionFailure) => void;
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

  let hasFailed = false;
  const run = (input: BlockInput): ExecutedResult | undefined => {
    try {
      return executeBlock(ledger, input);
    } catch (error) {
      // A disk that fails has names and cures of its own.
      if (error instanceof StorageError || error instanceof StateError) throw error;
      hasFailed = true;
      const { height, proposalDigest: digest } = input;
      const transactionId = findCulprit(ledger, input)?.id;
      options.onFailed({ height, proposalDigest: digest, transactionId, error });
      return undefined;
    }
  };

  const executeNext = async (block: ExecutableBlock): Promise<ExecutionOutcome> => {
    if (hasFailed) return { kind: "failed" };
    const height = block.proposal.height;
    const head = store.head()?.height ?? -1;
    if (height <= head) return { kind: "known" };
    if (height !== head + 1) return { kind: "gap" };
    if (!options.supports(ledger.parameters)) return { kind: "failed" };
    const started = options.now();
    const digest = proposalDigest(block.proposalBytes);
    const { epoch, proposal, envelopes } = block;
    const result = run({ epoch, height, proposal, proposalDigest: digest, envelopes });
    if (result === undefined) return { kind: "failed" };
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

/** Execution changes nothing until it is applied: the shortest prefix of the block that throws ends in it. */
function findCulprit(ledger: Ledger, input: BlockInput): DecodedEnvelope | undefined {
  const throwsAt = (count: number): boolean => {
    const envelopes = input.envelopes.slice(0, count);
    const envelopeHashes = input.proposal.envelopeHashes.slice(0, count);
    try {
      executeBlock(ledger, {
        ...input,
        envelopes,
        proposal: { ...input.proposal, envelopeHashes },
      });
      return false;
    } catch {
      return true;
    }
  };
  if (throwsAt(0)) return undefined;
  let [fine, failing] = [0, input.envelopes.length];
  while (failing - fine > 1) {
    const middle = Math.floor((fine + failing) / 2);
    if (throwsAt(middle)) failing = middle;
    else fine = middle;
  }
  return input.envelopes[failing - 1];
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
