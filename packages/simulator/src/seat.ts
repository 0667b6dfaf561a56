import type { Effect, Entry, Replica, ReplicaEvent } from "@cartorio/consensus";
import { step } from "@cartorio/consensus";
import { equalBytes } from "@cartorio/crypto";
import { hasAdmissible } from "@cartorio/node";
import type { ValidatorSet } from "@cartorio/protocol";
import { type Process, type SimNode, wallMs } from "./sim-node.ts";

/** The replica of one epoch in one process, and the effects that wait behind a barrier. */
export interface Seat {
  readonly process: Process;
  readonly validators: ValidatorSet;
  /** Own index in the set; undefined: follows without voting. */
  readonly self: number | undefined;
  readonly replica: Replica;
  readonly effects: Effect[];
  /** Runs one effect; set where the seat is made, so that this file needs no effect. */
  readonly run: (seat: Seat, effect: Effect) => void;
  /** A barrier is open: no further effect runs. */
  blocked: boolean;
  running: boolean;
  /** What the replica was told last. */
  waiting: boolean;
  entry: Entry | undefined;
  /** Whether it may sign: asked at each start and in each epoch (docs/consensus.md 9). */
  standing: "asking" | "entered" | "amnesia";
}

export function feed(seat: Seat, event: ReplicaEvent): void {
  if (seat.process.node.process !== seat.process) return;
  const effects = step(seat.replica, event);
  if (effects.length > 0) seat.effects.push(...effects);
  runEffects(seat);
}

/** Runs effects in order until a barrier opens; whoever closes it calls again. */
export function runEffects(seat: Seat): void {
  if (seat.running) return;
  seat.running = true;
  let next = 0;
  while (!seat.blocked && next < seat.effects.length) {
    const effect = seat.effects[next];
    next += 1;
    if (effect !== undefined) seat.run(seat, effect);
  }
  seat.effects.splice(0, next);
  seat.running = false;
}

/** The replica that votes now; undefined: an observer, or not started. */
export function currentSeat(process: Process): Seat | undefined {
  return process.seats.at(-1);
}

export function seatOf(process: Process, epoch: number): Seat | undefined {
  return process.seats.find((seat) => seat.validators.epoch === epoch);
}

/** Index of a node's validator key in a set. */
export function indexIn(validators: ValidatorSet, node: SimNode): number | undefined {
  const { publicKey } = node.keys.validator;
  const index = validators.validators.findIndex(({ validatorKey }) =>
    equalBytes(validatorKey, publicKey),
  );
  return index === -1 ? undefined : index;
}

/** As a node reads its mempool: at most every 250 ms while something is free. */
const admissibleMs = 250;

export function updateWaiting(process: Process): void {
  const { mempool, admissible, node } = process;
  const now = node.world.queue.nowMs();
  if (mempool.free === 0) admissible.atMs = Number.NEGATIVE_INFINITY;
  else if (now - admissible.atMs >= admissibleMs) {
    admissible.atMs = now;
    admissible.waiting = hasAdmissible(mempool, wallMs(node));
  }
  const waiting = mempool.free > 0 && admissible.waiting;
  for (const seat of process.seats) {
    if (seat.waiting === waiting) continue;
    seat.waiting = waiting;
    feed(seat, { kind: "mempool", waiting });
  }
}
