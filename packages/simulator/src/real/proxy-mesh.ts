// A proxy for every ordered pair of processes: who dials, dials a proxy. So each way between two of
// them can be slow, lossy or cut by itself.
import { createRandom } from "../random.ts";
import { type LineClock, type LinkConditions, systemLineClock } from "./delay-line.ts";
import { startTcpProxy, type TcpProxy } from "./tcp-proxy.ts";

/** Everything about a way but whether it is cut. */
export type LinkQuality = Omit<LinkConditions, "isCut">;

export const perfectLink: LinkQuality = { latencyMs: 0, lossRate: 0, bytesPerSecond: undefined };

export interface ProxyMeshOptions {
  /** Where each process listens, by its index. */
  readonly ports: readonly number[];
  /** Of every way at the start. Default {@link perfectLink}. */
  readonly quality?: LinkQuality;
  /** Decides which segments are lost. */
  readonly seed: number;
  /** Default {@link systemLineClock}. */
  readonly clock?: LineClock;
}

/** Whether a network is cut between two processes, given by index. */
export type Separation = (from: number, to: number) => boolean;

export interface ProxyMesh {
  /** Multiaddr at which `from` reaches `to`. */
  readonly addressOf: (from: number, to: number) => string;
  readonly setQuality: (from: number, to: number, quality: LinkQuality) => void;
  /** Cuts ways until the function that comes back is called. Cuts may overlap: each heals by itself. */
  readonly cut: (separation: Separation) => () => void;
  readonly isCut: (from: number, to: number) => boolean;
  readonly close: () => Promise<void>;
}

export async function startProxyMesh(options: ProxyMeshOptions): Promise<ProxyMesh> {
  const { ports, quality = perfectLink, clock = systemLineClock } = options;
  const random = createRandom(options.seed);
  const proxies = new Map<string, TcpProxy>();
  const qualities = new Map<string, LinkQuality>();
  const cuts = new Set<Separation>();
  const isCut = (from: number, to: number): boolean =>
    [...cuts].some((separation) => separation(from, to));
  const conditionsOf = (from: number, to: number) => (): LinkConditions => ({
    ...(qualities.get(nameOf(from, to)) ?? quality),
    isCut: isCut(from, to),
  });
  const changed = (): void => {
    for (const proxy of proxies.values()) proxy.conditionsChanged();
  };
  for (const from of ports.keys()) {
    for (const [to, targetPort] of ports.entries()) {
      if (from === to) continue;
      const proxy = await startTcpProxy({
        targetPort,
        forward: conditionsOf(from, to),
        backward: conditionsOf(to, from),
        random,
        clock,
      });
      proxies.set(nameOf(from, to), proxy);
    }
  }
  return {
    addressOf(from, to) {
      const proxy = proxies.get(nameOf(from, to));
      if (proxy === undefined) throw new RangeError(`no way from ${from} to ${to}`);
      return `/ip4/127.0.0.1/tcp/${proxy.port}`;
    },
    setQuality(from, to, changedQuality) {
      qualities.set(nameOf(from, to), changedQuality);
      changed();
    },
    cut(separation) {
      // An entry of its own, so that one separation may be in force twice.
      const entry: Separation = (from, to) => separation(from, to);
      cuts.add(entry);
      changed();
      return () => {
        cuts.delete(entry);
        changed();
      };
    },
    isCut,
    async close() {
      await Promise.all([...proxies.values()].map((proxy) => proxy.close()));
    },
  };
}

function nameOf(from: number, to: number): string {
  return `${from} ${to}`;
}

/** Cuts between the groups, both ways. Who is in no group keeps its connections to all. */
export function between(groups: readonly (readonly number[])[]): Separation {
  const groupOf = new Map(groups.flatMap((group, number) => group.map((index) => [index, number])));
  return (from, to) => {
    const [there, here] = [groupOf.get(from), groupOf.get(to)];
    return there !== undefined && here !== undefined && there !== here;
  };
}
