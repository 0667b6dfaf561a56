import {
  createReplica,
  type Effect,
  inFlightProposals,
  type Replica,
  type ReplicaEvent,
  step,
} from "@cartorio/consensus";
import { hexEncode } from "@cartorio/crypto";
import { envelopeHash, type JournalRecord } from "@cartorio/protocol";
import type { Disk, StoredBlock } from "./disk.ts";
import { createDisk } from "./disk.ts";
import type { World } from "./world.ts";

/** A proposal whose bodies the replica asked for. */
export interface Wanted {
  readonly proposal: Uint8Array | undefined;
  readonly digest: Uint8Array;
  readonly height: number;
}

/** The shell around one replica: what is here is gone after a crash, except `disk`. */
export interface SimNode {
  readonly index: number;
  readonly world: World;
  readonly disk: Disk;
  alive: boolean;
  /** Raised by every crash: work begun before it is void. */
  life: number;
  replica: Replica | undefined;
  readonly effects: Effect[];
  /** A barrier is open: no further effect runs. */
  blocked: boolean;
  readonly mempool: Map<string, Uint8Array>;
  waiting: boolean;
  /** Proposals with all bodies, until they are executed and certified. */
  readonly pinned: Map<
    string,
    { readonly proposal: Uint8Array; readonly envelopes: readonly Uint8Array[] }
  >;
  readonly wanted: Map<string, Wanted>;
  executing: boolean;
  readonly executions: (() => void)[];
  catchUpTo: number;
  skewMs: number;
}

export function createSimNode(world: World, index: number, skewMs: number): SimNode {
  return {
    index,
    world,
    disk: createDisk(),
    alive: false,
    life: 0,
    replica: undefined,
    effects: [],
    blocked: false,
    mempool: new Map(),
    waiting: false,
    pinned: new Map(),
    wanted: new Map(),
    executing: false,
    executions: [],
    catchUpTo: 0,
    skewMs,
  };
}

export function startNode(node: SimNode): void {
  const { world, disk, index } = node;
  node.alive = true;
  for (const record of disk.journal) if (record.kind === "proposal") pinRecord(node, record);
  const certified = disk.certificate?.height ?? 0;
  const { replica, effects } = createReplica({
    chainId: world.chainId,
    self: index,
    validators: world.validators,
    parameters: world.plan.parameters,
    certificate: disk.certificate,
    executed: disk.blocks.slice(Math.max(0, certified - 1)).map((stored) => stored.block),
    journal: [...disk.journal],
  });
  node.replica = replica;
  take(node, effects);
  tickLoop(node, node.life);
}

function pinRecord(node: SimNode, record: Extract<JournalRecord, { kind: "proposal" }>): void {
  const { proposal, envelopes } = record;
  node.pinned.set(node.world.digestOf(proposal), { proposal, envelopes });
  for (const envelope of envelopes) node.mempool.set(hexEncode(envelopeHash(envelope)), envelope);
}

/** Everything that is not durable is lost; a write that was not reported complete may be too. */
export function crashNode(node: SimNode): void {
  if (!node.alive) return;
  node.alive = false;
  node.life += 1;
  node.replica = undefined;
  node.effects.length = 0;
  node.blocked = false;
  node.mempool.clear();
  node.waiting = false;
  node.pinned.clear();
  node.wanted.clear();
  node.executing = false;
  node.executions.length = 0;
  node.catchUpTo = 0;
}

/** Runs `action` later, unless the node crashed meanwhile. */
export function later(node: SimNode, delayMs: number, action: () => void): void {
  const { life } = node;
  node.world.queue.after(delayMs, () => {
    if (node.alive && node.life === life) action();
  });
}

export function feed(node: SimNode, event: ReplicaEvent): void {
  if (node.replica === undefined) return;
  take(node, step(node.replica, event));
}

function take(node: SimNode, effects: readonly Effect[]): void {
  node.effects.push(...effects);
  node.world.runEffects(node);
}

const tickMs = 50;

function tickLoop(node: SimNode, life: number): void {
  if (!node.alive || node.life !== life) return;
  const now = node.world.queue.nowMs();
  const wallMs = Math.floor(now) + node.world.wallStartMs + node.skewMs;
  feed(node, { kind: "tick", monotonicMs: now, wallMs });
  updateWaiting(node);
  node.world.queue.after(tickMs, () => tickLoop(node, life));
}

export function addTransaction(node: SimNode, key: string, envelope: Uint8Array): boolean {
  if (node.mempool.has(key) || node.world.executedBy(node.index, key)) return false;
  node.mempool.set(key, envelope);
  updateWaiting(node);
  return true;
}

/** Envelope keys that may be proposed now: not executed, and in no proposal in flight. */
export function proposable(node: SimNode): string[] {
  if (node.replica === undefined) return [];
  const reserved = new Set<string>();
  for (const digest of inFlightProposals(node.replica)) {
    const bytes =
      node.pinned.get(hexEncode(digest))?.proposal ?? node.wanted.get(hexEncode(digest))?.proposal;
    if (bytes === undefined) continue;
    for (const key of node.world.envelopeKeys(bytes)) reserved.add(key);
  }
  const free: string[] = [];
  for (const key of node.mempool.keys())
    if (!reserved.has(key) && !node.world.executedBy(node.index, key)) free.push(key);
  return free;
}

export function updateWaiting(node: SimNode): void {
  const waiting = proposable(node).length > 0;
  if (waiting === node.waiting) return;
  node.waiting = waiting;
  feed(node, { kind: "mempool", waiting });
}

/** Executes the next block in turn: one synchronous batch, durable when it is reported. */
export function storeBlock(node: SimNode, stored: StoredBlock): void {
  node.disk.blocks.push(stored);
  node.world.checkers.executed(node.index, stored.block, stored.envelopes);
  for (const envelope of stored.envelopes) {
    const key = hexEncode(envelopeHash(envelope));
    node.mempool.delete(key);
    node.world.archive.set(`${node.index} ${key}`, envelope);
    node.world.markExecuted(node.index, key);
  }
}
