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

/** Links between nodes: every pair and direction can be cut by itself. */
export interface Network {
  quality: NetworkQuality;
  cut(from: number, to: number): void;
  heal(): void;
  send(from: number, to: number, deliver: () => void): void;
}

export function createNetwork(queue: EventQueue, random: Random, good: NetworkQuality): Network {
  const cuts = new Set<string>();
  const network: Network = {
    quality: good,
    cut: (from, to) => {
      cuts.add(`${from}>${to}`);
    },
    heal: () => cuts.clear(),
    send: (from, to, deliver) => {
      const { loss, duplication, reordering } = network.quality;
      const copies = random.chance(duplication) ? 2 : 1;
      for (let copy = 0; copy < copies; copy += 1) {
        if (random.chance(loss) || cuts.has(`${from}>${to}`)) continue;
        const { minimumDelayMs, maximumDelayMs } = network.quality;
        const span = maximumDelayMs - minimumDelayMs;
        const delayMs = minimumDelayMs + random.next() * span;
        queue.after(random.chance(reordering) ? delayMs * 10 : delayMs, deliver);
      }
    },
  };
  return network;
}
