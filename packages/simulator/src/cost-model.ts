// What work costs on a validator, for throughput scenarios; other runs take no time for it.
import {
  type ConsensusMessage,
  type DecodedEnvelope,
  decodeNewViewBody,
  decodeViewChangeBody,
  type SignedBody,
} from "@cartorio/protocol";
import { later, type Process } from "./sim-node.ts";
import type { World } from "./world.ts";

/** Microseconds; from docs/consensus.md 13, measured on the reference machine (README of this package). */
export const costsUs = {
  /** One signature by the validator key, with libsodium. */
  sign: 25,
  /** One check of a signature, on the thread of the replica. */
  verify: 60,
  /** One envelope signature, on a worker thread: its share of the replica's time. */
  verifyEnvelope: 20,
  /** A journal write with fsync, group commit. */
  fsync: 1_000,
  /** Receiving, decoding and dispatching one message. */
  message: 15,
  /** Encoding and sending one message to one peer. */
  send: 5,
  /** Executing one transaction. */
  execute: 60,
  /** Executing and storing a block, without its transactions. */
  block: 500,
} as const;

/** The thread is busy so much longer with what it does now. */
export function charge(process: Process, costUs: number): void {
  const { node } = process;
  if (!node.world.plan.costs) return;
  node.busyUntilMs = Math.max(node.busyUntilMs, node.world.queue.nowMs()) + costUs / 1000;
}

export function isBusy(process: Process): boolean {
  const { node } = process;
  return node.busyUntilMs > node.world.queue.nowMs();
}

/** Runs `action` when the node's one thread has done `costUs` of work before it. */
export function work(process: Process, costUs: number, action: () => void): void {
  const { node } = process;
  if (!node.world.plan.costs || costUs === 0) {
    action();
    return;
  }
  const now = node.world.queue.nowMs();
  node.busyUntilMs = Math.max(node.busyUntilMs, now) + costUs / 1000;
  later(process, node.busyUntilMs - now, action);
}

/** Signatures that a message rests on, the nested ones that differ from message to message included. */
function signaturesOf(message: ConsensusMessage): number {
  switch (message.kind) {
    case "status":
      return 0;
    case "certificate":
      return message.value.signatures.length;
    case "viewChange":
      return viewChangeSignatures(message.value);
    case "newView": {
      const body = decodeNewViewBody(message.value.body);
      if (!body.ok) return 0;
      return body.value.viewChanges.reduce((sum, item) => sum + viewChangeSignatures(item), 1);
    }
    default:
      return 1;
  }
}

function viewChangeSignatures({ body }: SignedBody): number {
  const decoded = decodeViewChangeBody(body);
  if (!decoded.ok) return 0;
  const { certificate, prepared } = decoded.value;
  const nested = prepared.reduce((sum, { signatures }) => sum + signatures.length, 0);
  return 1 + nested + (certificate?.signatures.length ?? 0);
}

export function verifyCost(world: World, message: ConsensusMessage): number {
  return world.plan.costs ? costsUs.verify * signaturesOf(message) : 0;
}

export function envelopeCost(world: World, decoded: DecodedEnvelope): number {
  if (!world.plan.costs) return 0;
  return costsUs.verifyEnvelope * decoded.envelope.signatures.length;
}
