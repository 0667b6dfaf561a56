// Brings a node that was down, or an observer, to the newest certified height. Blocks come from any
// peer; what they say is proven by certificates before it is executed.
import { equalBytes } from "@cartorio/crypto";
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
  readonly validatorSetAt: (height: number) => ValidatorSet | undefined;
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
/** A peer that does not answer is left alone while the others answer this often that there is nothing. */
const silentPeer = 16;

export function createCatchUp(options: CatchUpOptions): CatchUp {
  let target = 0;
  let stopped = false;
  const stopping = new AbortController();
  const choice = createPeerChoice(options.peers);
  let loop: Promise<void> | undefined;

  const head = (): number => options.store.head()?.height ?? 0;

  const fetchOnce = async (): Promise<boolean> => {
    const peer = choice.next();
    if (peer === undefined) return false;
    const fromHeight = nextHeight(options);
    const answer = await ask(options, { peer, fromHeight, signal: stopping.signal });
    choice.tell(peer, answer?.blocks.length);
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
    if (outcome.kind === "diverged" || (outcome.kind === "known" && !isOwn(options, block))) {
      options.onDiverged(block.header.height);
      stopped = true;
      return false;
    }
    if (outcome.kind === "gap" || outcome.kind === "failed") return false;
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

/**
 * The last block of an epoch is fetched again if it came without its certificate: that opens the next
 * one (docs/consensus.md 8).
 */
function nextHeight({ store, validatorSetAt }: CatchUpOptions): number {
  const head = store.head()?.height ?? 0;
  const isLast = head > 0 && validatorSetAt(head)?.epoch !== validatorSetAt(head + 1)?.epoch;
  return isLast && store.certificate(head) === undefined ? head : head + 1;
}

/** Consensus may have executed the height while its block was on the way. */
function isOwn({ store }: CatchUpOptions, { header, headerHash }: ProvenBlock): boolean {
  const own = store.header(header.height)?.headerHash;
  return own !== undefined && equalBytes(own, headerHash);
}

interface PeerChoice {
  readonly next: () => string | undefined;
  /** How many blocks a peer gave; undefined: it did not answer. */
  readonly tell: (peer: string, blocks: number | undefined) => void;
}

/** In turn those that failed least: a silent peer costs its time-out once, not at every turn. */
function createPeerChoice(known: () => readonly string[]): PeerChoice {
  const failures = new Map<string, number>();
  let turn = 0;
  const failed = (peer: string): number => failures.get(peer) ?? 0;
  return {
    next: () => {
      const peers = known();
      const least = Math.min(...peers.map(failed));
      const best = peers.filter((peer) => failed(peer) === least);
      return best[turn++ % Math.max(best.length, 1)];
    },
    tell: (peer, blocks) => {
      if (blocks) failures.delete(peer);
      else failures.set(peer, failed(peer) + (blocks === undefined ? silentPeer : 1));
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
  const parentEpoch = validatorSetAt(fromHeight - 1)?.epoch ?? 0;
  const context = { chainId, parentHash, parentEpoch, fromHeight, validatorSetAt, verify };
  const blocks = proveBlocks(response.value.items, context);
  if (blocks === undefined) options.onFalsePeer(peer);
  // A peer's claim of a height is only a reason to ask again, bounded by one answer.
  const claimed = Math.min(response.value.certifiedHeight, fromHeight + limits.maxSyncBlocks);
  return { blocks: blocks ?? [], certifiedHeight: blocks?.length ? claimed : fromHeight - 1 };
}
