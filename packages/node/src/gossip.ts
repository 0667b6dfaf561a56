// New transactions of our own clients leave in batches: one frame for all that arrived within a few
// milliseconds. Nobody says that a frame was lost: what still waits is told to each peer that
// connects, and to all after a while, each time later.
import { byteKey } from "@cartorio/crypto";
import { type DecodedEnvelope, encodeTransactionGossip, limits } from "@cartorio/protocol";

/** Long enough to gather a batch under load, short beside a block. */
const flushIntervalMs = 4;
/** Above what a transaction waits in a loaded cluster: telling twice what arrived costs every peer. */
const firstRetellMs = 5_000;
const retellIntervalMs = 1_000;
/** Told again at most per interval, oldest first. */
const maxRetoldBytes = 512 * 1024;

export interface Gossip {
  readonly add: (decoded: DecodedEnvelope) => void;
  /** A peer is reachable again: it is told all that waits. */
  readonly connected: (peer: string) => void;
  readonly stop: () => void;
}

export interface GossipOptions {
  /** Gets frames below the frame limit of the transactions protocol. */
  readonly send: (to: "all" | string, frame: Uint8Array) => void;
  /** In the mempool still. */
  readonly isWaiting: (decoded: DecodedEnvelope) => boolean;
  readonly nowMs: () => number;
}

interface Told {
  readonly decoded: DecodedEnvelope;
  nextMs: number;
  pauseMs: number;
}

export function createGossip({ send, isWaiting, nowMs }: GossipOptions): Gossip {
  /** Bounded by the mempool: what left it leaves this map within an interval. */
  const own = new Map<string, Told>();
  let fresh: DecodedEnvelope[] = [];
  let timer: NodeJS.Timeout | undefined;

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const envelopes = fresh;
    fresh = [];
    for (const frame of framesOf(envelopes)) send("all", frame);
  };

  const add = (decoded: DecodedEnvelope): void => {
    own.set(byteKey(decoded.hash), {
      decoded,
      nextMs: nowMs() + firstRetellMs,
      pauseMs: firstRetellMs,
    });
    fresh.push(decoded);
    if (fresh.length >= limits.maxGossipEnvelopes) flush();
    else timer ??= setTimeout(flush, flushIntervalMs);
  };

  const waiting = (): readonly Told[] => {
    for (const [key, { decoded }] of own) if (!isWaiting(decoded)) own.delete(key);
    return [...own.values()];
  };

  const retell = (): void => {
    const now = nowMs();
    let bytes = 0;
    for (const told of waiting()) {
      if (told.nextMs > now) continue;
      bytes += told.decoded.bytes.byteLength;
      if (bytes > maxRetoldBytes) break;
      told.pauseMs *= 2;
      told.nextMs = now + told.pauseMs;
      fresh.push(told.decoded);
    }
    flush();
  };
  const retelling = setInterval(retell, retellIntervalMs);

  return {
    add,
    connected: (peer) => {
      for (const frame of framesOf(waiting().map(({ decoded }) => decoded))) send(peer, frame);
    },
    stop: () => {
      clearInterval(retelling);
      flush();
    },
  };
}

/** As few frames as the limits of the transactions protocol allow. */
function* framesOf(waiting: readonly DecodedEnvelope[]): Generator<Uint8Array> {
  // Each envelope costs a tag and a length beside its bytes.
  const budget = limits.maxTransactionsFrameBytes - limits.maxEnvelopeBytes - 1024;
  let envelopes: Uint8Array[] = [];
  let bytes = 0;
  for (const decoded of waiting) {
    envelopes.push(decoded.bytes);
    bytes += decoded.bytes.byteLength + 8;
    if (bytes < budget && envelopes.length < limits.maxGossipEnvelopes) continue;
    yield encodeTransactionGossip({ envelopes });
    envelopes = [];
    bytes = 0;
  }
  if (envelopes.length > 0) yield encodeTransactionGossip({ envelopes });
}
