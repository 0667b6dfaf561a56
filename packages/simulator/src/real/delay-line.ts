// One direction of a TCP connection over a bad network: what is pushed comes out later, in order.
import type { Random } from "../random.ts";

/** What the way from one process to another is like. */
export interface LinkConditions {
  /** One way. */
  readonly latencyMs: number;
  /** Share of the segments that are lost, 0 to 1. */
  readonly lossRate: number;
  /** Undefined: no bound. */
  readonly bytesPerSecond: number | undefined;
  /** Nothing comes through, and nobody is told: what a pulled cable looks like. */
  readonly isCut: boolean;
}

/** Time as the proxies see it; a test moves it by hand. */
export interface LineClock {
  nowMs(): number;
  /** Runs the action once, later; the function that comes back cancels it. */
  after(delayMs: number, action: () => void): () => void;
}

export const systemLineClock: LineClock = {
  nowMs: () => performance.now(),
  after(delayMs, action) {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
};

/** What travels: a connection is opened, carries bytes and ends, in this order. */
export type LineItem =
  | { readonly kind: "open" }
  | { readonly kind: "data"; readonly bytes: Uint8Array }
  | { readonly kind: "end" }
  | { readonly kind: "reset" };

export interface DelayLineOptions {
  readonly conditions: () => LinkConditions;
  readonly random: Random;
  readonly clock: LineClock;
  /** Hands an item on; false: the receiver takes no more until `resume`. */
  readonly deliver: (item: LineItem) => boolean;
  /** After a push that answered false: there is room again. */
  readonly onRoom: () => void;
}

export interface DelayLine {
  /** False: the line is full, the sender waits for `onRoom`. The item is taken all the same. */
  push(item: LineItem): boolean;
  resume(): void;
  /** A cut or a heal takes effect at once; latency and loss apply to what is pushed later. */
  conditionsChanged(): void;
  stop(): void;
}

/** What the buffers of both sides and the way between them hold. */
const maxQueuedBytes = 4 * 1024 * 1024;
/** Payload of one TCP segment on Ethernet. */
const segmentBytes = 1460;
/** Segments that must follow a lost one so that TCP sends it again without waiting for its timer. */
const duplicateAcks = 3;
/** Linux's smallest retransmission timeout, before the round trip is added. */
const retransmissionMs = 200;
const maxRetransmissions = 6;

export function createDelayLine(options: DelayLineOptions): DelayLine {
  const { conditions, random, clock, deliver, onRoom } = options;
  const queue: { readonly item: LineItem; readonly dueMs: number }[] = [];
  let queuedBytes = 0;
  let newestDueMs = 0;
  let sentMs = 0;
  let isHeld = false;
  let isFull = false;
  let isStopped = false;
  let cancel: (() => void) | undefined;

  const pump = (): void => {
    cancel?.();
    cancel = undefined;
    for (;;) {
      const head = queue[0];
      if (head === undefined || isHeld || isStopped || conditions().isCut) break;
      const waitMs = head.dueMs - clock.nowMs();
      if (waitMs > 0) {
        cancel = clock.after(waitMs, pump);
        break;
      }
      queue.shift();
      queuedBytes -= sizeOf(head.item);
      isHeld = !deliver(head.item);
    }
    if (isFull && queuedBytes <= maxQueuedBytes / 2) {
      isFull = false;
      onRoom();
    }
  };
  return {
    push(item) {
      if (isStopped) return true;
      const link = conditions();
      const bytes = sizeOf(item);
      const sendMs = link.bytesPerSecond === undefined ? 0 : (bytes * 1000) / link.bytesPerSecond;
      sentMs = Math.max(sentMs, clock.nowMs()) + sendMs;
      // A stall holds up everything behind it: TCP keeps the order.
      newestDueMs = Math.max(newestDueMs, sentMs + link.latencyMs) + stallMs(bytes, link, random);
      queue.push({ item, dueMs: newestDueMs });
      queuedBytes += bytes;
      isFull ||= queuedBytes > maxQueuedBytes;
      const mayPushMore = !isFull;
      pump();
      return mayPushMore;
    },
    resume() {
      isHeld = false;
      pump();
    },
    conditionsChanged: pump,
    stop() {
      isStopped = true;
      queue.length = 0;
      cancel?.();
    },
  };
}

function sizeOf(item: LineItem): number {
  return item.kind === "data" ? item.bytes.byteLength : 0;
}

/**
 * How long lost segments hold up a chunk. TCP loses no bytes: it sends them again, after one round
 * trip if enough segments follow the lost one, else after its timer, which doubles each time.
 */
function stallMs(bytes: number, { lossRate, latencyMs }: LinkConditions, random: Random): number {
  if (lossRate === 0) return 0;
  const segments = Math.max(1, Math.ceil(bytes / segmentBytes));
  const roundTripMs = 2 * latencyMs;
  let timeoutMs = retransmissionMs + roundTripMs;
  let stalledMs = 0;
  for (let index = 0; index < segments; index += 1) {
    if (!random.chance(lossRate)) continue;
    const isFollowed = segments - 1 - index >= duplicateAcks;
    if (isFollowed) {
      stalledMs = Math.max(stalledMs, roundTripMs);
      continue;
    }
    stalledMs += timeoutMs;
    for (let again = 0; again < maxRetransmissions && random.chance(lossRate); again += 1) {
      timeoutMs *= 2;
      stalledMs += timeoutMs;
    }
    break;
  }
  return stalledMs;
}
