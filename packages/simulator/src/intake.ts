// The way of a transaction into a mempool, and to the other validators: what `transaction-intake` and
// `gossip` of the node do, without promises.
import { byteKey } from "@cartorio/crypto";
import { checkAdmission } from "@cartorio/ledger";
import { addToMempool, mempoolEnvelope, mempoolRoom } from "@cartorio/node";
import { type DecodedEnvelope, type ErrorCode, limits } from "@cartorio/protocol";
import { envelopeCost, work } from "./cost-model.ts";
import { verifyEnvelope } from "./keys.ts";
import { currentSeat, nodesOf, updateWaiting } from "./seat.ts";
import { later, type Process, type SimNode, transmit, wallMs } from "./sim-node.ts";

const flushIntervalMs = 4;
const firstRetellMs = 5_000;
const retellIntervalMs = 1_000;

const verdicts = new WeakMap<DecodedEnvelope, boolean>();

export function hasValidSignatures(process: Process, decoded: DecodedEnvelope): boolean {
  const known = verdicts.get(decoded);
  if (known !== undefined) return known;
  const valid = verifyEnvelope(process.node.world.scheme, decoded);
  verdicts.set(decoded, valid);
  return valid;
}

export type Admission =
  | { readonly ok: true; readonly known: boolean }
  | { readonly ok: false; readonly code: ErrorCode };

/** Form and limits were checked; here admission, room, signatures (docs/ledger.md 1). `own`: from a client. */
export function admit(process: Process, decoded: DecodedEnvelope, own: boolean): Admission {
  const { ledger, mempool, node } = process;
  if (mempoolEnvelope(mempool, decoded.hash) !== undefined) return { ok: true, known: true };
  const refusal =
    checkAdmission(ledger, decoded, wallMs(node)) ?? mempoolRoom(mempool, decoded) ?? undefined;
  if (refusal === "DUPLICATE_TRANSACTION") return { ok: true, known: true };
  if (refusal !== undefined) return { ok: false, code: refusal };
  if (!hasValidSignatures(process, decoded)) return { ok: false, code: "SIGNATURE_INVALID" };
  const late = addToMempool(mempool, decoded);
  if (late === "DUPLICATE_TRANSACTION") return { ok: true, known: true };
  if (late !== undefined) return { ok: false, code: late };
  if (own) tell(process, decoded);
  updateWaiting(process);
  return { ok: true, known: false };
}

/** What came by gossip: nobody answers. */
export function admitGossip(process: Process, envelopes: readonly DecodedEnvelope[]): void {
  let costUs = 0;
  for (const decoded of envelopes) costUs += envelopeCost(process.node.world, decoded);
  work(process, costUs, () => {
    for (const decoded of envelopes) admit(process, decoded, false);
  });
}

function tell(process: Process, decoded: DecodedEnvelope): void {
  const nextMs = process.node.world.queue.nowMs() + firstRetellMs;
  process.told.set(byteKey(decoded.hash), { decoded, nextMs, pauseMs: firstRetellMs });
  process.fresh.push(decoded);
  if (process.fresh.length === 1) later(process, flushIntervalMs, () => flush(process));
}

function flush(process: Process): void {
  const envelopes = process.fresh;
  process.fresh = [];
  noteTold(process, envelopes);
  for (let start = 0; start < envelopes.length; start += limits.maxGossipEnvelopes)
    gossip(process, undefined, envelopes.slice(start, start + limits.maxGossipEnvelopes));
}

/** What was handed to whose links: the primary answers for what it was told (docs/consensus.md 4). */
function noteTold(process: Process, envelopes: readonly DecodedEnvelope[]): void {
  const { node } = process;
  const seat = currentSeat(process);
  if (seat?.watch === undefined) return;
  const reached = [...nodesOf(seat.validators, node.world).entries()].flatMap(([index, peer]) =>
    peer !== undefined && peer !== node && node.world.network.isOpen(node.index, peer.index)
      ? [index]
      : [],
  );
  seat.watch.told(envelopes, reached);
}

/** One frame to each peer, or to some. */
export function gossip(
  process: Process,
  to: readonly SimNode[] | undefined,
  envelopes: readonly DecodedEnvelope[],
): void {
  const { node } = process;
  if (envelopes.length === 0) return;
  for (const peer of to ?? node.world.nodes)
    if (peer !== node && (to !== undefined || isValidator(peer)))
      transmit(node, peer, (receiver) => admitGossip(receiver, arrived(receiver, envelopes)));
}

function isValidator(node: SimNode): boolean {
  return node.process === undefined || currentSeat(node.process) !== undefined;
}

/** Each receiver decodes the bytes in seeds that encode; else all share one decoded object. */
function arrived(process: Process, envelopes: readonly DecodedEnvelope[]): DecodedEnvelope[] {
  const { world } = process.node;
  return envelopes.flatMap(({ bytes }) => world.envelopeOf(bytes) ?? []);
}

/** Nobody says that a frame was lost: what still waits is told again, each time later. */
export function retellLoop(process: Process): void {
  const { node, mempool } = process;
  const now = node.world.queue.nowMs();
  const again: DecodedEnvelope[] = [];
  for (const [key, told] of process.told) {
    if (mempoolEnvelope(mempool, told.decoded.hash) === undefined) process.told.delete(key);
    else if (told.nextMs <= now) {
      told.pauseMs *= 2;
      told.nextMs = now + told.pauseMs;
      again.push(told.decoded);
    }
  }
  noteTold(process, again);
  gossip(process, undefined, again);
  later(process, retellIntervalMs, () => retellLoop(process));
}

/** A peer is reachable again: it is told all that waits. */
export function tellPeer(process: Process, peer: SimNode): void {
  const waiting = [...process.told.values()].map(({ decoded }) => decoded);
  gossip(
    process,
    [peer],
    waiting.filter(({ hash }) => mempoolEnvelope(process.mempool, hash) !== undefined),
  );
}
