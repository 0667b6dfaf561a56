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
  /** Tells all at once, one more time; returns whose links took it. */
  readonly tell: (decoded: DecodedEnvelope) => readonly string[];
  /** A peer is reachable again: it is told all that waits. */
  readonly connected: (peer: string) => void;
  readonly stop: () => void;
}

export interface GossipOptions {
  /** Gets frames below the frame limit of the transactions protocol; returns the peers whose links took it. */
  readonly send: (to: "all" | string, frame: Uint8Array) => readonly string[];
  /** These were handed to the links of these peers. */
  readonly onTold?: (envelopes: readonly DecodedEnvelope[], to: readonly string[]) => void;
  /** In the mempool still. */
  readonly isWaiting: (decoded: DecodedEnvelope) => boolean;
  readonly nowMs: () => number;
}

interface Told {
  readonly decoded: DecodedEnvelope;
  nextMs: number;
  pauseMs: number;
}

export function createGossip(options: GossipOptions): Gossip {
  const { isWaiting, nowMs } = options;
  /** Bounded by the mempool: what left it leaves this map within an interval. */
  const own = new Map<string, Told>();
  let fresh: DecodedEnvelope[] = [];
  let timer: NodeJS.Timeout | undefined;

  const send = (to: "all" | string, envelopes: readonly DecodedEnvelope[]): readonly string[] => {
    let reached: readonly string[] = [];
    for (const batch of batchesOf(envelopes)) {
      const frame = encodeTransactionGossip({ envelopes: batch.map(({ bytes }) => bytes) });
      reached = options.send(to, frame);
      options.onTold?.(batch, reached);
    }
    return reached;
  };

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const envelopes = fresh;
    fresh = [];
    send("all", envelopes);
  };

  const remember = (decoded: DecodedEnvelope): void => {
    const nextMs = nowMs() + firstRetellMs;
    own.set(byteKey(decoded.hash), { decoded, nextMs, pauseMs: firstRetellMs });
  };

  const add = (decoded: DecodedEnvelope): void => {
    remember(decoded);
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
    tell: (decoded) => {
      remember(decoded);
      return send("all", [decoded]);
    },
    connected: (peer) => {
      const envelopes = waiting().map(({ decoded }) => decoded);
      send(peer, envelopes);
    },
    stop: () => {
      clearInterval(retelling);
      flush();
    },
  };
}

/** As few frames as the limits of the transactions protocol allow. */
function* batchesOf(waiting: readonly DecodedEnvelope[]): Generator<readonly DecodedEnvelope[]> {
  // Each envelope costs a tag and a length beside its bytes.
  const budget = limits.maxTransactionsFrameBytes - limits.maxEnvelopeBytes - 1024;
  let batch: DecodedEnvelope[] = [];
  let bytes = 0;
  for (const decoded of waiting) {
    batch.push(decoded);
    bytes += decoded.bytes.byteLength + 8;
    if (bytes < budget && batch.length < limits.maxGossipEnvelopes) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}
