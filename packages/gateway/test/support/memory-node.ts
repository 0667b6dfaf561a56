import { equalBytes, hexEncode, utf8Encode, verifySignature } from "@cartorio/crypto";
import {
  type DecodedEnvelope,
  decodeTransaction,
  decodeValidatorSet,
  didOf,
  limits,
  signatureItems,
} from "@cartorio/protocol";
import type {
  ApiResult,
  BlockAnswer,
  NodeApi,
  NodeStatus,
  ReadHeight,
  TransactionState,
} from "../../src/index.ts";
import { certificateBytes, type MemoryBlock, type MemoryChain } from "./memory-chain.ts";
import { memoryConsensus, memoryEvidence } from "./memory-consensus.ts";
import { execute } from "./memory-executor.ts";
import { addToMemory, type MemoryPending, pendingInMemory } from "./memory-pending.ts";
import { simulateInMemory, simulateProposalInMemory } from "./memory-simulation.ts";

export interface MemoryNode {
  readonly api: NodeApi;
  readonly chain: MemoryChain;
  /** Executes what waits, in one block; a second later than the newest block unless a time is given. */
  sealBlock(time?: number): MemoryBlock;
  /** What `/readyz` and chain_getStatus say. */
  setReasons(reasons: readonly string[]): void;
  /** Forgets the state below a height. */
  prune(height: number): void;
}

export interface MemoryNodeOptions {
  readonly chain: MemoryChain;
  /** Seals a block at each submit, so that a client may wait for what it sent. */
  readonly sealOnSubmit?: boolean;
}

/** What the genesis is said to create; the state does not have it. */
export const genesisDid = didOf("example", utf8Encode("genesis"));

interface Executed {
  readonly envelope: Uint8Array;
  readonly height: number;
  readonly index: number;
  readonly receipt: Uint8Array;
}

/** A node without peers or disk behind the real port: it decodes, checks signatures, executes. */
export function createMemoryNode({ chain, sealOnSubmit = false }: MemoryNodeOptions): MemoryNode {
  const pending = new Map<string, DecodedEnvelope>();
  const executed = new Map<string, Executed>();
  const waitingForSignatures: MemoryPending = new Map();
  const heightWaiters: (() => void)[] = [];
  let reasons: readonly string[] = [];
  let oldestHeight = 0;

  function sealBlock(time = chain.latest().header.time + 1000): MemoryBlock {
    const height = chain.blocks.length;
    const envelopes = [...pending.values()];
    const receipts = envelopes.map((envelope) => execute(chain, envelope, { time, height }));
    const bytes = envelopes.map((envelope) => envelope.bytes);
    envelopes.forEach((envelope, index) => {
      const receipt = receipts[index] ?? new Uint8Array();
      executed.set(hexEncode(envelope.id), { envelope: envelope.bytes, height, index, receipt });
    });
    pending.clear();
    const block = chain.seal({ time, envelopes: bytes, receipts });
    for (const resolve of heightWaiters.splice(0)) resolve();
    return block;
  }

  function transaction(id: Uint8Array): TransactionState {
    const name = hexEncode(id);
    const done = executed.get(name);
    if (done !== undefined) return { id, state: "certified", ...done };
    const waiting = pending.get(name);
    if (waiting === undefined) return { id, state: "unknown" };
    return { id, state: "pending", envelope: waiting.bytes };
  }

  function blockToRead({ minHeight = 0, atHeight }: ReadHeight): ApiResult<MemoryBlock> {
    const certifiedHeight = chain.latest().header.height;
    const height = atHeight ?? certifiedHeight;
    const block = chain.blocks[height];
    if (block === undefined || certifiedHeight < minHeight)
      return { ok: false, code: "NOT_READY", data: { certifiedHeight } };
    if (height < oldestHeight) return { ok: false, code: "STATE_PRUNED", data: { oldestHeight } };
    return { ok: true, value: block };
  }

  const api: NodeApi = {
    async submit(bytes) {
      const decoded = decodeTransaction(bytes, chain.chainId);
      if (!decoded.ok) {
        const { code, field } = decoded;
        return field === undefined ? { ok: false, code } : { ok: false, code, data: { field } };
      }
      const { id } = decoded.value;
      const name = hexEncode(id);
      if (pending.has(name) || executed.has(name)) return { ok: true, value: { id, known: true } };
      const items = signatureItems(decoded.value);
      const isSigned = items.every((item) =>
        verifySignature(item.multikey, item.message, item.signature),
      );
      if (!isSigned) return { ok: false, code: "SIGNATURE_INVALID" };
      pending.set(name, decoded.value);
      if (sealOnSubmit) sealBlock();
      return { ok: true, value: { id, known: false } };
    },
    async addSignatures(bytes) {
      return addToMemory(waitingForSignatures, bytes, {
        chainId: chain.chainId,
        isOrdered: (id) => pending.has(hexEncode(id)) || executed.has(hexEncode(id)),
        submit: (envelope) => api.submit(envelope),
      });
    },
    async pendingTransactions(asked) {
      return pendingInMemory(waitingForSignatures, asked);
    },
    async simulate(bytes) {
      const isOrdered = (id: Uint8Array): boolean => executed.has(hexEncode(id));
      return simulateInMemory(chain, bytes, isOrdered);
    },
    async simulateProposal(question) {
      return simulateProposalInMemory(chain, question);
    },
    async transaction(id) {
      return transaction(id);
    },
    async waitForTransaction(id) {
      return transaction(id);
    },
    async records(keys, options = {}) {
      const at = blockToRead(options);
      if (!at.ok) return at;
      const { height, time } = at.value.header;
      const found = keys.map(
        (key) => at.value.entries.find((entry) => equalBytes(entry.key, key))?.record,
      );
      return { ok: true, value: { height, time, records: found } };
    },
    async proof(keys, options = {}) {
      const at = blockToRead(options);
      if (!at.ok) return at;
      const { height } = at.value.header;
      const { anchorHeight = 0 } = options;
      if (anchorHeight > height) return { ok: false, code: "NOT_FOUND" };
      return { ok: true, value: { height, bundle: chain.proof(keys, { anchorHeight, height }) } };
    },
    async range(prefix, options = {}) {
      const at = blockToRead(options);
      if (!at.ok) return at;
      const { height } = at.value.header;
      const { anchorHeight = 0 } = options;
      if (anchorHeight > height) return { ok: false, code: "NOT_FOUND" };
      const bundle = chain.range(prefix, { anchorHeight, height });
      if (bundle === undefined) return { ok: false, code: "TOO_LARGE" };
      return { ok: true, value: { height, bundle } };
    },
    async block(at) {
      if (at === "latest") return blockAnswer(chain.latest());
      const found =
        "height" in at
          ? chain.blocks[at.height]
          : chain.blocks.find((block) => equalBytes(block.headerHash, at.headerHash));
      return found && blockAnswer(found);
    },
    async header(height) {
      return chain.blocks[height]?.headerBytes;
    },
    async certificate(height) {
      const block = height === "latest" ? chain.latest() : chain.blocks[height];
      return block && certificateBytes(block);
    },
    async validatorSet(height) {
      const isKnown = height <= chain.latest().header.height + limits.window + 1;
      return isKnown ? chain.validatorSet(height) : undefined;
    },
    async genesisDids() {
      return [genesisDid];
    },
    async waitForHeight(height, timeoutMs) {
      if (chain.latest().header.height < height) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, timeoutMs);
          heightWaiters.push(() => {
            clearTimeout(timer);
            resolve();
          });
        });
      }
      return chain.latest().header.height;
    },
    async status() {
      return status(chain, reasons, pending.size);
    },
    async mempool() {
      const envelopes = [...pending.values()];
      return {
        transactions: envelopes.length,
        inFlight: 0,
        bytes: envelopes.reduce((sum, { bytes }) => sum + bytes.length, 0),
        payers: new Set(envelopes.map(({ payer }) => payer)).size,
        ...{ maxTransactions: 20_000, maxBytes: 32 << 20, maxPerPayer: 10_000 },
      };
    },
    async consensus() {
      return memoryConsensus(chain.latest().header.height);
    },
    async evidence({ after, count }) {
      const behind = memoryEvidence.filter(({ id }) => id > after);
      const entries = behind.slice(0, count).map(({ messages: _, ...entry }) => entry);
      return { entries, more: behind.length > count };
    },
    async evidenceMessages(id) {
      return memoryEvidence.find((entry) => entry.id === id);
    },
    async peers() {
      const set = decodeValidatorSet(chain.validatorSet(chain.blocks.length));
      if (!set.ok) return [];
      return set.value.validators.map(({ nodeKey, member, addresses }, validator) => ({
        nodeKey,
        member,
        validator,
        connected: validator !== 0,
        addresses,
      }));
    },
  };
  return {
    api,
    chain,
    sealBlock,
    setReasons(next) {
      reasons = next;
    },
    prune(height) {
      oldestHeight = height;
    },
  };
}

function blockAnswer(block: MemoryBlock): BlockAnswer {
  const { headerBytes, headerHash, proposal, envelopes, receipts } = block;
  return {
    height: block.header.height,
    headerHash,
    header: headerBytes,
    proposal,
    envelopes,
    receipts,
    certificate: certificateBytes(block),
  };
}

function status(
  chain: MemoryChain,
  reasons: readonly string[],
  mempoolTransactions: number,
): NodeStatus {
  const { header, headerHash } = chain.latest();
  const { height, time, stateRoot } = header;
  return {
    network: chain.network,
    chainId: chain.chainId,
    protocolVersion: 1,
    version: "0.1.0",
    role: "validator",
    validator: 0,
    validators: 4,
    height,
    certifiedHeight: height,
    certifiedTime: time,
    headerHash,
    stateRoot,
    certifiedStateRoot: stateRoot,
    view: 0,
    primary: 0,
    peersConnected: 3,
    mempoolTransactions,
    ready: reasons.length === 0,
    reasons,
    epoch: 0,
    pid: 1,
    startedAt: chain.blocks[0]?.header.time ?? 0,
  };
}
