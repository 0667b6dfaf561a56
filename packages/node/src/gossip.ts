// New transactions leave in batches: one frame for all that arrived within a few milliseconds.
import { encodeTransactionGossip, limits } from "@cartorio/protocol";

/** Long enough to gather a batch under load, short beside a block. */
const flushIntervalMs = 4;

export interface Gossip {
  readonly add: (envelope: Uint8Array) => void;
  readonly stop: () => void;
}

/** `broadcast` gets frames below the frame limit of the transactions protocol. */
export function createGossip(broadcast: (frame: Uint8Array) => void): Gossip {
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

  return { add, stop: flush };
}
