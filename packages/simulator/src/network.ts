import type { EventQueue } from "./event-queue.ts";
import type { Random } from "./random.ts";

export interface NetworkQuality {
  readonly minimumDelayMs: number;
  readonly maximumDelayMs: number;
  /** Probability that a message takes ten times as long and is overtaken. */
  readonly reordering: number;
  readonly loss: number;
  readonly duplication: number;
}

/** Links between processes, by their place in `nodes`: every pair and direction has its own state. */
export interface Network {
  quality: NetworkQuality;
  cut(from: number, to: number): void;
  /** Every message of this direction takes so much longer. */
  slow(from: number, to: number, byMs: number): void;
  heal(): void;
  /** Not cut: what is sent may arrive. */
  isOpen(from: number, to: number): boolean;
  send(from: number, to: number, deliver: () => void): void;
}

interface LinkFault {
  cut: boolean;
  byMs: number;
}

export function createNetwork(queue: EventQueue, random: Random, good: NetworkQuality): Network {
  const faults = new Map<number, LinkFault>();
  const faultOf = (from: number, to: number): LinkFault => {
    const key = from * 64 + to;
    const found = faults.get(key) ?? { cut: false, byMs: 0 };
    faults.set(key, found);
    return found;
  };
  const network: Network = {
    quality: good,
    cut: (from, to) => {
      faultOf(from, to).cut = true;
    },
    slow: (from, to, byMs) => {
      faultOf(from, to).byMs = byMs;
    },
    heal: () => faults.clear(),
    isOpen: (from, to) => faults.get(from * 64 + to)?.cut !== true,
    send: (from, to, deliver) => {
      const { loss, duplication, reordering, minimumDelayMs, maximumDelayMs } = network.quality;
      const fault = faults.size === 0 ? undefined : faults.get(from * 64 + to);
      const copies = duplication > 0 && random.chance(duplication) ? 2 : 1;
      for (let copy = 0; copy < copies; copy += 1) {
        if (fault?.cut === true || (loss > 0 && random.chance(loss))) continue;
        let delayMs = minimumDelayMs + random.next() * (maximumDelayMs - minimumDelayMs);
        if (reordering > 0 && random.chance(reordering)) delayMs *= 10;
        queue.after(delayMs + (fault?.byMs ?? 0), deliver);
      }
    },
  };
  return network;
}
