import { type Replica, replicaStatus } from "@cartorio/consensus";
import type { NodeStatus } from "@cartorio/gateway";
import type { Network } from "@cartorio/network";
import { decodeHeader, type ErrorCode, quorum, type ValidatorSet } from "@cartorio/protocol";
import type { ChainStore } from "@cartorio/storage";
import type { Mempool } from "./mempool.ts";

/** Where the one-glance state of a node comes from. */
export interface StatusSources {
  readonly network: Network;
  readonly store: ChainStore;
  readonly mempool: Mempool;
  readonly validators: ValidatorSet;
  readonly networkName: string;
  readonly chainId: Uint8Array;
  readonly protocolVersion: number;
  readonly version: string;
  readonly startedAt: number;
  /** Own index; undefined: an observer. */
  readonly validator: number | undefined;
  readonly replica: () => Replica | undefined;
  readonly catchingUp: () => boolean;
  /** STATE_DIVERGED and the like, once it happened. */
  readonly haltedBy: () => ErrorCode | undefined;
}

export function nodeStatus(sources: StatusSources): NodeStatus {
  const { store, validators } = sources;
  const head = store.head();
  const certifiedHeight = store.latestCertificate()?.height ?? 0;
  const executed = headerAt(store, head?.height ?? 0);
  const certified = headerAt(store, certifiedHeight);
  const replica = sources.replica();
  const position = replica === undefined ? undefined : replicaStatus(replica);
  const reasons = notReady(sources);
  return {
    network: sources.networkName,
    chainId: sources.chainId,
    protocolVersion: sources.protocolVersion,
    version: sources.version,
    role: sources.validator === undefined ? "observer" : "validator",
    ...(sources.validator === undefined ? {} : { validator: sources.validator }),
    validators: validators.validators.length,
    height: head?.height ?? 0,
    certifiedHeight,
    certifiedTime: certified.time,
    headerHash: head?.headerHash ?? new Uint8Array(32),
    stateRoot: executed.stateRoot,
    certifiedStateRoot: certified.stateRoot,
    view: position?.view ?? 0,
    primary: position?.primary ?? 0,
    peersConnected: connected(sources),
    mempoolTransactions: sources.mempool.byHash.size,
    ready: reasons.length === 0,
    reasons,
    pid: process.pid,
    startedAt: sources.startedAt,
  };
}

function connected({ network }: StatusSources): number {
  return network.peers().filter((peer) => peer.connected).length;
}

function headerAt(
  store: ChainStore,
  height: number,
): { readonly time: number; readonly stateRoot: Uint8Array } {
  const stored = store.header(height);
  const header = stored === undefined ? undefined : decodeHeader(stored.header);
  if (header === undefined || !header.ok)
    throw new Error("INV-STORED-HEADER: a stored header is missing or does not decode");
  return header.value;
}

function notReady(sources: StatusSources): readonly string[] {
  const reasons: string[] = [];
  const halted = sources.haltedBy();
  if (halted !== undefined) reasons.push(halted);
  if (sources.catchingUp()) reasons.push("catching up with the newest certified height");
  const { validators } = sources.validators;
  const keys = new Set(
    validators.map((validator) => Buffer.from(validator.nodeKey).toString("hex")),
  );
  const peers = sources.network.peers().filter((peer) => peer.connected && keys.has(peer.peer));
  const reachable = peers.length + (sources.validator === undefined ? 0 : 1);
  const needed = sources.validator === undefined ? 1 : quorum(validators.length);
  if (reachable < needed)
    reasons.push(`connected to ${reachable} of the ${needed} validators that are needed`);
  return reasons;
}
