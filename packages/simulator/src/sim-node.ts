import type { Ledger } from "@cartorio/ledger";
import { createMempool, createPinnedBodies, type Mempool, type PinnedBodies } from "@cartorio/node";
import type { DecodedEnvelope, JournalRecord } from "@cartorio/protocol";
import type { Ridden } from "./adversary.ts";
import type { Disk } from "./disk.ts";
import type { NodeKeys } from "./network-genesis.ts";
import type { Seat } from "./seat.ts";
import { countFault } from "./statistics.ts";
import type { World } from "./world.ts";

/** A machine: what is here survives a crash of the process. */
export interface SimNode {
  /** Place in `World.nodes`; an index into a validator set is another thing. */
  readonly index: number;
  readonly world: World;
  readonly keys: NodeKeys;
  readonly disk: Disk;
  /** Offset of the wall clock. */
  skewMs: number;
  /** Undefined: down. */
  process: Process | undefined;
  /** Down for good. */
  dead: boolean;
  /** Nothing runs before this time, and all that came meanwhile runs then (SIGSTOP). */
  pausedUntilMs: number;
  /** Set: the next journal writes count down to a crash. */
  crashAtWrite: { writes: number; readonly how: CrashAtWrite; readonly forMs: number } | undefined;
  /** The strategy of a Byzantine node. */
  ridden: Ridden | undefined;
  /** Its journal or disk was lost or came back older: one of the f, whatever it said since. */
  forgetful: boolean;
  /** Everybody can know that it lost its journal: it signs again only where a set names its incarnation. */
  mustReenter: boolean;
  /** Work that costs time is done up to here (only with a cost model). */
  busyUntilMs: number;
}

export type CrashAtWrite = "lost" | "torn" | "durable";

/** One start of a node: all of it is gone after a crash. */
export interface Process {
  readonly node: SimNode;
  readonly ledger: Ledger;
  readonly mempool: Mempool;
  readonly pinned: PinnedBodies;
  /** One replica per epoch, oldest first; the last one is the current one's. */
  readonly seats: Seat[];
  /** Proposals whose bytes or bodies a replica asked for, by digest. */
  readonly wanted: Map<string, Wanted>;
  /** Own clients' transactions that were passed to the peers, with the time of the next telling. */
  readonly told: Map<string, Told>;
  fresh: DecodedEnvelope[];
  readonly executions: (() => void)[];
  executing: boolean;
  /** When the last journal write is reported complete: writes complete in order. */
  syncedMs: number;
  /** Peers that sent a false signature. */
  readonly distrusted: Set<number>;
  /** Catch-up fetches blocks up to this height. */
  catchUpTo: number;
  catchingUp: boolean;
  /** Blocks of one answer wait to be executed. */
  takingBlocks: boolean;
  /** What `hasAdmissible` said last, and when. */
  admissible: { atMs: number; waiting: boolean };
}

export interface Told {
  readonly decoded: DecodedEnvelope;
  nextMs: number;
  pauseMs: number;
}

/** A proposal that a replica asked for: its bytes, or all of its envelopes. */
export interface Wanted {
  readonly seat: Seat;
  readonly height: number;
  readonly digest: Uint8Array;
  /** Undefined: the bytes themselves are wanted. */
  readonly proposal: Uint8Array | undefined;
  readonly from: readonly number[];
  readonly fresh: boolean;
  /** When it was asked for. */
  readonly sinceMs: number;
  /** By envelope hash. */
  readonly found: Map<string, DecodedEnvelope>;
  round: number;
}

export function createProcess(node: SimNode, ledger: Ledger): Process {
  return {
    node,
    ledger,
    mempool: createMempool(node.world.plan.mempool),
    pinned: createPinnedBodies(),
    seats: [],
    wanted: new Map(),
    told: new Map(),
    fresh: [],
    executions: [],
    executing: false,
    distrusted: new Set(),
    syncedMs: 0,
    catchUpTo: 0,
    catchingUp: false,
    takingBlocks: false,
    admissible: { atMs: Number.NEGATIVE_INFINITY, waiting: false },
  };
}

export function headOf(node: SimNode): number {
  return node.disk.chain.blocks.length;
}

export function wallMs(node: SimNode): number {
  return Math.floor(node.world.queue.nowMs()) + node.world.wallStartMs + node.skewMs;
}

/** Runs `action` later, unless the process ended meanwhile; a pause delays it. */
export function later(process: Process, delayMs: number, action: () => void): void {
  process.node.world.queue.after(delayMs, () => whenRunning(process, action));
}

function whenRunning(process: Process, action: () => void): void {
  const { node } = process;
  if (node.process !== process) return;
  const waitMs = node.pausedUntilMs - node.world.queue.nowMs();
  if (waitMs > 0) node.world.queue.after(waitMs, () => whenRunning(process, action));
  else action();
}

/** Sends something to another node; `receive` runs in the process that is up when it arrives. */
export function transmit(from: SimNode, to: SimNode, receive: (process: Process) => void): void {
  from.world.network.send(from.index, to.index, () => arrive(to, receive));
}

/** From a client, past the network between validators. */
export function arriveAt(to: SimNode, delayMs: number, receive: (process: Process) => void): void {
  to.world.queue.after(delayMs, () => arrive(to, receive));
}

function arrive(to: SimNode, receive: (process: Process) => void): void {
  const { process, world } = to;
  if (process === undefined) return;
  const waitMs = to.pausedUntilMs - world.queue.nowMs();
  if (waitMs > 0) {
    world.queue.after(waitMs, () => arrive(to, receive));
    return;
  }
  const { statistics } = world;
  statistics.deliveries += 1;
  const place = Math.floor(world.queue.nowMs() * 1000) * 64 + to.index;
  statistics.fingerprint = Math.imul(statistics.fingerprint ^ place, 0x01000193) >>> 0;
  receive(process);
}

/**
 * The process ends without a goodbye. Of what was written but not reported complete the first `kept`
 * records are on the disk; the torn rest is cut off when the journal is opened.
 */
export function crashNode(node: SimNode, kept: number): void {
  if (node.process === undefined) return;
  const { disk, world } = node;
  node.process = undefined;
  node.pausedUntilMs = 0;
  node.crashAtWrite = undefined;
  world.statistics.crashes += 1;
  if (kept < disk.unsynced.length)
    countFault(world.statistics, kept === 0 ? "lostWrite" : "tornWrite");
  disk.journal.push(...disk.unsynced.slice(0, kept));
  disk.unsynced = [];
}

/**
 * Makes records durable, in order; `done` runs when that is reported, never after a crash. A journal
 * write at which the node is to crash tells `world.crashing` instead.
 */
export function writeJournal(
  process: Process,
  records: readonly JournalRecord[],
  done: () => void,
): void {
  const { node } = process;
  const { disk, world } = node;
  disk.unsynced.push(...records);
  const now = world.queue.nowMs();
  const doneMs = Math.max(process.syncedMs, now + world.random.next() * world.plan.syncMs);
  process.syncedMs = doneMs;
  const { crashAtWrite } = node;
  if (crashAtWrite !== undefined) {
    crashAtWrite.writes -= 1;
    if (crashAtWrite.writes === 0) later(process, 0, () => world.crashing(node));
  }
  later(process, doneMs - now, () => {
    disk.journal.push(...disk.unsynced.splice(0, records.length));
    done();
  });
}
