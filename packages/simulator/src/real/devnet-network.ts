// The bad network of `cartorio devnet --latency ... --loss ... --partition ...`.

import { type LineClock, systemLineClock } from "./delay-line.ts";
import { between, type ProxyMesh, perfectLink, startProxyMesh } from "./proxy-mesh.ts";

/** A network that falls apart for a while. */
export interface TimedPartition {
  /** Indices of nodes; ways between different groups are cut. */
  readonly groups: readonly (readonly number[])[];
  /** From `begin`. */
  readonly startMs: number;
  readonly durationMs: number;
}

export interface DevnetNetworkOptions {
  /** Where each node listens for its peers. */
  readonly ports: readonly number[];
  /** One way, between any two nodes. */
  readonly latencyMs: number;
  /** 0 to 1. */
  readonly lossRate: number;
  readonly partitions: readonly TimedPartition[];
  readonly say: (text: string) => void;
  readonly clock?: LineClock;
}

export interface DevnetNetwork extends Pick<ProxyMesh, "addressOf"> {
  /** From now on the partitions take place. */
  readonly begin: () => void;
  readonly close: () => Promise<void>;
}

/** Which segments are lost need not differ from run to run. */
const seed = 1;

export async function startDevnetNetwork(options: DevnetNetworkOptions): Promise<DevnetNetwork> {
  const { ports, latencyMs, lossRate, partitions, say, clock = systemLineClock } = options;
  const quality = { ...perfectLink, latencyMs, lossRate };
  const mesh = await startProxyMesh({ ports, quality, seed, clock });
  const timers = new Set<() => void>();
  const later = (delayMs: number, action: () => void): void => {
    const cancel = clock.after(delayMs, () => {
      timers.delete(cancel);
      action();
    });
    timers.add(cancel);
  };
  const divide = ({ groups, durationMs }: TimedPartition): void => {
    const text = groups.map((group) => group.join(",")).join(" / ");
    say(`the network is cut: ${text} (for ${durationMs / 1000} s)`);
    const heal = mesh.cut(between(groups));
    later(durationMs, () => {
      heal();
      say(`the network is whole again: ${text}`);
    });
  };
  return {
    addressOf: mesh.addressOf,
    begin() {
      for (const partition of partitions) later(partition.startMs, () => divide(partition));
    },
    async close() {
      for (const cancel of timers) cancel();
      await mesh.close();
    },
  };
}
