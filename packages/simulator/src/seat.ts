import type { Effect, Entry, Replica, ReplicaEvent } from "@cartorio/consensus";
import { step } from "@cartorio/consensus";
import { equalBytes } from "@cartorio/crypto";
import { hasAdmissible, type StarvationWatch } from "@cartorio/node";
import type { ValidatorSet } from "@cartorio/protocol";
import type { Key } from "./keys.ts";
import { type Process, type SimNode, wallMs } from "./sim-node.ts";
import type { World } from "./world.ts";

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
  /** Another seat has taken its place. */
  stopped: boolean;
  /** What the replica was told last. */
  waiting: boolean;
  /** Whether the primary passes over what this node told everybody. */
  watch: StarvationWatch | undefined;
  entry: Entry | undefined;
  /** Whether it may sign: asked at each start and in each epoch (docs/consensus.md 9). */
  standing: "asking" | "entered" | "amnesia";
}

export function feed(seat: Seat, event: ReplicaEvent): void {
  if (seat.stopped || seat.process.node.process !== seat.process) return;
  const effects = step(seat.replica, event);
  if (effects.length > 0) seat.effects.push(...effects);
  runEffects(seat);
}

/** Runs effects in order until a barrier opens; whoever closes it calls again. */
export function runEffects(seat: Seat): void {
  if (seat.running || seat.stopped) return;
  seat.running = true;
  let next = 0;
  while (!seat.blocked && !seat.stopped && next < seat.effects.length) {
    const effect = seat.effects[next];
    next += 1;
    if (effect !== undefined) seat.run(seat, effect);
  }
  seat.effects.splice(0, next);
  seat.running = false;
}

/** What `action` feeds has its effects run only after it: a message leaves before what follows from it. */
export function inOneGo(seat: Seat, action: () => void): void {
  const wasRunning = seat.running;
  seat.running = true;
  action();
  seat.running = wasRunning;
  runEffects(seat);
}

/** The replica that votes now; undefined: an observer, or not started. */
export function currentSeat(process: Process): Seat | undefined {
  return process.seats.at(-1);
}

export function seatOf(process: Process, epoch: number): Seat | undefined {
  return process.seats.find((seat) => seat.validators.epoch === epoch);
}

const places = new WeakMap<ValidatorSet, readonly (SimNode | undefined)[]>();

/** The nodes of a set in its order; undefined where the key is nobody's in this run. */
export function nodesOf(validators: ValidatorSet, world: World): readonly (SimNode | undefined)[] {
  const known = places.get(validators);
  if (known !== undefined) return known;
  const made = validators.validators.map(({ validatorKey }) =>
    world.nodes.find((node) =>
      ownKeys(node).some((key) => equalBytes(key.publicKey, validatorKey)),
    ),
  );
  places.set(validators, made);
  return made;
}

function ownKeys({ keys }: SimNode): Key[] {
  return [keys.validator, keys.spare];
}

/** Place of a node in a set, by either of its validator keys. */
export function indexIn(validators: ValidatorSet, node: SimNode): number | undefined {
  const index = nodesOf(validators, node.world).indexOf(node);
  return index === -1 ? undefined : index;
}

/** The key with which a node signs in a set. */
export function signingKey(validators: ValidatorSet, node: SimNode): Key {
  const index = indexIn(validators, node);
  const named = index === undefined ? undefined : validators.validators[index]?.validatorKey;
  const key = named && ownKeys(node).find(({ publicKey }) => equalBytes(publicKey, named));
  return key ?? node.keys.validator;
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

/** Correct validators of the newest epoch that run and may sign: they all must come to the same end. */
export function correctVoters({ nodes }: World): SimNode[] {
  const correct = nodes.filter(({ ridden }) => ridden === undefined);
  const epochs = correct.map(({ process }) => process?.ledger.validators.epoch ?? 0);
  const newest = Math.max(0, ...epochs);
  const set = correct[epochs.indexOf(newest)]?.process?.ledger.validators;
  return correct.filter((node) => {
    const seat = node.process && currentSeat(node.process);
    return seat?.standing === "entered" && set !== undefined && indexIn(set, node) !== undefined;
  });
}
