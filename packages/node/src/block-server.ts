// Answers the sync requests of peers: certified blocks, and bodies by hash.
import {
  decodeSyncRequest,
  encodeBlock,
  encodeSyncResponse,
  limits,
  type SyncRequest,
} from "@cartorio/protocol";
import type { ChainStore } from "@cartorio/storage";
import { type Mempool, mempoolEnvelope } from "./mempool.ts";
import { type PinnedBodies, pinnedEnvelope, pinnedProposal } from "./pinned-bodies.ts";

export interface BlockServerOptions {
  readonly store: ChainStore;
  readonly mempool: Mempool;
  readonly pinned: PinnedBodies;
  /** The encoded OwnVotesAnswer; none: this node has nothing to say about anybody's votes. */
  readonly ownVotes?: (request: OwnVotesRequest) => readonly Uint8Array[];
}

export type OwnVotesRequest = Extract<SyncRequest, { kind: "ownVotes" }>;

/** One answer never costs more memory than this, except for a single larger block. */
const answerBytes = 2 << 20;

/** Undefined: the request is malformed and its stream is closed. */
export function answerSyncRequest(
  options: BlockServerOptions,
  frame: Uint8Array,
): Uint8Array | undefined {
  const request = decodeSyncRequest(frame);
  if (!request.ok) return undefined;
  const certifiedHeight = options.store.latestCertificate()?.height ?? 0;
  const items = itemsOf(options, request.value, certifiedHeight);
  return encodeSyncResponse({ id: request.value.id, items, certifiedHeight });
}

function itemsOf(
  options: BlockServerOptions,
  request: SyncRequest,
  certifiedHeight: number,
): readonly Uint8Array[] {
  if (request.kind === "ownVotes") return options.ownVotes?.(request) ?? [];
  if (request.kind === "blocks") return blocksOf(options.store, request, certifiedHeight);
  const items: Uint8Array[] = [];
  let bytes = 0;
  for (const hash of request.hashes) {
    const item =
      request.kind === "proposals"
        ? pinnedProposal(options.pinned, hash)?.bytes
        : (mempoolEnvelope(options.mempool, hash) ?? pinnedEnvelope(options.pinned, hash))?.bytes;
    if (item === undefined) continue;
    bytes += item.byteLength;
    if (items.length > 0 && bytes > answerBytes) break;
    items.push(item);
  }
  return items;
}

function blocksOf(
  store: ChainStore,
  request: Extract<SyncRequest, { kind: "blocks" }>,
  certifiedHeight: number,
): readonly Uint8Array[] {
  const items: Uint8Array[] = [];
  let proven = false;
  const end = Math.min(
    certifiedHeight,
    request.fromHeight + Math.min(request.count, limits.maxSyncBlocks) - 1,
  );
  let bytes = 0;
  for (let height = request.fromHeight; height <= end; height += 1) {
    const block = store.block(height);
    if (block === undefined) break;
    const certificate = store.certificate(height);
    const { header, proposal, envelopes, receipts } = block;
    const item = encodeBlock({ header, proposal, envelopes, receipts, certificate });
    bytes += item.byteLength;
    // Blocks without a certificate behind them prove nothing: the peer would never get on.
    if (items.length > 0 && bytes > (proven ? answerBytes : limits.maxBlockFrameBytes)) break;
    items.push(item);
    proven ||= certificate !== undefined;
  }
  return items;
}
