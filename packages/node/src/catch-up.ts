// Brings a node that was down, or an observer, to the newest certified height. Blocks come from any
// peer; what they say is proven by certificates before it is executed.
import {
  decodeSyncResponse,
  encodeSyncRequest,
  type FinalityCertificate,
  limits,
  type ValidatorSet,
  type VerifySignature,
} from "@cartorio/protocol";
import type { ChainStore } from "@cartorio/storage";
import type { Executor } from "./executor.ts";
import { type ProvenBlock, proveBlocks } from "./proven-blocks.ts";

export interface CatchUpOptions {
  readonly chainId: Uint8Array;
  readonly store: ChainStore;
  readonly executor: Executor;
  readonly validatorSetAt: (height: number) => ValidatorSet;
  readonly verify: VerifySignature;
  /** Connected peers, best first. */
  readonly peers: () => readonly string[];
  /** The signal aborts when catch-up is stopped. */
  readonly request: (peer: string, frame: Uint8Array, signal: AbortSignal) => Promise<Uint8Array>;
  readonly pause: (ms: number) => Promise<void>;
  readonly onCertificate: (certificate: FinalityCertificate) => void;
  readonly onDiverged: (height: number) => void;
  /** A peer sent false blocks. */
  readonly onFalsePeer: (peer: string) => void;
  readonly onFatal: (error: unknown) => void;
}

export interface CatchUp {
  /** Fetch up to this height unless consensus gets there first. */
  readonly want: (height: number) => void;
  /** Ask one peer for whatever follows the head (observers, and a start). */
  readonly poll: () => void;
  readonly running: () => boolean;
  readonly stop: () => Promise<void>;
}

const retryPauseMs = 200;

export function createCatchUp(options: CatchUpOptions): CatchUp {
  let target = 0;
  let turn = 0;
  let stopped = false;
  const stopping = new AbortController();
  let loop: Promise<void> | undefined;

  const head = (): number => options.store.head()?.height ?? 0;

  const fetchOnce = async (): Promise<boolean> => {
    const peers = options.peers();
    const peer = peers[turn++ % Math.max(peers.length, 1)];
    if (peer === undefined) return false;
    const fromHeight = head() + 1;
    const answer = await ask(options, { peer, fromHeight, signal: stopping.signal });
    if (answer === undefined || stopped) return false;
    target = Math.max(target, answer.certifiedHeight);
    for (const block of answer.blocks) if (!(await take(block))) return false;
    return answer.blocks.length > 0;
  };

  const take = async (block: ProvenBlock): Promise<boolean> => {
    const outcome = await options.executor.execute({
      epoch: block.header.epoch,
      proposalBytes: block.proposalBytes,
      proposal: block.proposal,
      envelopes: block.envelopes,
      expectedHeaderHash: block.headerHash,
    });
    if (outcome.kind === "diverged") {
      options.onDiverged(block.header.height);
      stopped = true;
      return false;
    }
    if (outcome.kind === "gap") return false;
    if (block.certificate !== undefined) {
      await options.executor.storeCertificate(block.certificate);
      options.onCertificate(block.certificate);
    }
    return true;
  };

  const run = async (): Promise<void> => {
    let idle = 0;
    do {
      idle = (await fetchOnce()) ? 0 : idle + 1;
      // Nobody proves the height that somebody claimed: consensus asks again when it knows more.
      if (idle > 2 * options.peers().length + 2) target = head();
      if (idle > 0 && head() < target && !stopped) await options.pause(retryPauseMs);
    } while (!stopped && head() < target);
  };
  const start = (): void => {
    if (stopped) return;
    loop ??= run()
      .catch(options.onFatal)
      .finally(() => {
        loop = undefined;
      });
  };

  return {
    want: (height) => {
      target = Math.max(target, height);
      if (head() < target) start();
    },
    poll: start,
    running: () => loop !== undefined && head() < target,
    stop: async () => {
      stopped = true;
      stopping.abort(new Error("catch-up is stopped"));
      await loop;
    },
  };
}

interface Question {
  readonly peer: string;
  readonly fromHeight: number;
  readonly signal: AbortSignal;
}

async function ask(
  options: CatchUpOptions,
  { peer, fromHeight, signal }: Question,
): Promise<
  { readonly blocks: readonly ProvenBlock[]; readonly certifiedHeight: number } | undefined
> {
  const id = fromHeight;
  const frame = encodeSyncRequest({ id, kind: "blocks", fromHeight, count: limits.maxSyncBlocks });
  const bytes = await options.request(peer, frame, signal).catch(() => undefined);
  if (bytes === undefined) return undefined;
  const response = decodeSyncResponse(bytes);
  const parentHash = options.store.header(fromHeight - 1)?.headerHash;
  if (!response.ok || response.value.id !== id || parentHash === undefined) return undefined;
  const { chainId, validatorSetAt, verify } = options;
  const context = { chainId, parentHash, fromHeight, validatorSetAt, verify };
  const blocks = proveBlocks(response.value.items, context);
  if (blocks === undefined) options.onFalsePeer(peer);
  // A peer's claim of a height is only a reason to ask again, bounded by one answer.
  const claimed = Math.min(response.value.certifiedHeight, fromHeight + limits.maxSyncBlocks);
  return { blocks: blocks ?? [], certifiedHeight: blocks?.length ? claimed : fromHeight - 1 };
}
