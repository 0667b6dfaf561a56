// A token bucket per client: what it may spend at once, and how fast that comes back.

export interface RateLimits {
  /** Cost units that come back per second; 0: no limit. */
  readonly costPerSecond: number;
  /** Cost units that may be spent at once. */
  readonly burst: number;
}

export interface RateLimiterOptions extends RateLimits {
  /** Clients that are remembered. */
  readonly maxClients: number;
  /** Milliseconds, never going back. */
  readonly nowMs: () => number;
}

export interface RateLimiter {
  /**
   * Spends; 0 if the client had so much, else nothing is spent and the time in ms after which it may be
   * tried again. Whatever costs more than a burst costs a burst.
   */
  readonly spend: (client: string, cost: number) => number;
  /** Spends what is not there as well: a debt of up to a burst. */
  readonly charge: (client: string, cost: number) => void;
  readonly clients: () => number;
}

interface Bucket {
  left: number;
  atMs: number;
}

/**
 * A bucket that is full again says nothing and is forgotten first; when there are too many others, the
 * one that was used longest ago goes. So memory is bounded, and a flood of addresses costs the flood.
 */
export function createRateLimiter(options: RateLimiterOptions): RateLimiter {
  const { costPerSecond, burst, maxClients, nowMs } = options;
  // In the order of their last use.
  const buckets = new Map<string, Bucket>();
  const perMs = costPerSecond / 1000;

  function bucketOf(client: string, now: number): Bucket {
    const known = buckets.get(client);
    buckets.delete(client);
    if (known === undefined && buckets.size >= maxClients) {
      const [oldest] = buckets.keys();
      if (oldest !== undefined) buckets.delete(oldest);
    }
    const bucket = known ?? { left: burst, atMs: now };
    bucket.left = Math.min(burst, bucket.left + (now - bucket.atMs) * perMs);
    bucket.atMs = now;
    buckets.set(client, bucket);
    return bucket;
  }

  return {
    spend(client, cost) {
      if (costPerSecond === 0) return 0;
      const bucket = bucketOf(client, nowMs());
      const price = Math.min(cost, burst);
      if (bucket.left >= price) {
        bucket.left -= price;
        return 0;
      }
      return Math.ceil((price - bucket.left) / perMs);
    },
    charge(client, cost) {
      if (costPerSecond === 0) return;
      const bucket = bucketOf(client, nowMs());
      bucket.left = Math.max(-burst, bucket.left - cost);
    },
    clients: () => buckets.size,
  };
}

/** Addresses of one client: hosts of IPv6 have a whole /64 each. */
export function clientOfAddress(address: string): string {
  const plain = address.startsWith("::ffff:") ? address.slice("::ffff:".length) : address;
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, "").toLowerCase())
    .join(":")}::/64`;
}

/** Programs on the machine of the node are its operator's. */
export function isLoopback(address: string): boolean {
  const plain = address.startsWith("::ffff:") ? address.slice("::ffff:".length) : address;
  return plain === "::1" || /^127\.\d+\.\d+\.\d+$/.test(plain);
}
