// New transactions leave in batches: one frame for all that arrived within a few milliseconds. What
// still waits a while later may have been lost, and is told again.
import { type DecodedEnvelope, encodeTransactionGossip, limits } from "@cartorio/protocol";
import { byteKey } from "./byte-key.ts";

/** Long enough to gather a batch under load, short beside a block. */
const flushIntervalMs = 4;
/** A peer may have been away, or its queue full: nobody says so. Waiting longer is rare without that. */
const retellIntervalMs = 1_000;
/** Told again at most per interval, oldest first: nothing beside what a loaded node gossips anyway. */
const maxRetoldBytes: number = limits.maxEnvelopeBytes;

export interface Gossip {
  readonly add: (envelope: Uint8Array) => void;
  readonly stop: () => void;
}

export interface GossipOptions {
  /** Gets frames below the frame limit of the transactions protocol. */
  readonly broadcast: (frame: Uint8Array) => void;
  /** What no proposal names yet, oldest first. */
  readonly waiting: () => Iterable<DecodedEnvelope>;
}

export function createGossip({ broadcast, waiting }: GossipOptions): Gossip {
  let before: ReadonlySet<string> = new Set();
  let envelopes: Uint8Array[] = [];
  let bytes = 0;
  let timer: NodeJS.Timeout | undefined;
  // Each envelope costs a tag and a length beside its bytes.
  const budget = limits.maxTransactionsFrameBytes - limits.maxEnvelopeBytes - 1024;

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (envelopes.length === 0) return;
    const frame = encodeTransactionGossip({ envelopes });
    envelopes = [];
    bytes = 0;
    broadcast(frame);
  };

  const add = (envelope: Uint8Array): void => {
    envelopes.push(envelope);
    bytes += envelope.byteLength + 8;
    if (bytes >= budget || envelopes.length >= limits.maxGossipEnvelopes) flush();
    else timer ??= setTimeout(flush, flushIntervalMs);
  };

  const retell = (): void => {
    const now = new Set<string>();
    let told = 0;
    for (const envelope of waiting()) {
      told += envelope.bytes.byteLength;
      if (told > maxRetoldBytes) break;
      const key = byteKey(envelope.hash);
      now.add(key);
      if (before.has(key)) add(envelope.bytes);
    }
    before = now;
  };
  const retelling = setInterval(retell, retellIntervalMs);

  const stop = (): void => {
    clearInterval(retelling);
    flush();
  };
  return { add, stop };
}
