// A TCP proxy between two processes: passes connections on over a network as bad as it is told.
import { createServer, type Server, Socket } from "node:net";
import type { Random } from "../random.ts";
import {
  createDelayLine,
  type DelayLine,
  type LineClock,
  type LinkConditions,
} from "./delay-line.ts";

export interface TcpProxyOptions {
  readonly targetPort: number;
  /** The way of what the dialling side sends. */
  readonly forward: () => LinkConditions;
  /** The way of what comes back. */
  readonly backward: () => LinkConditions;
  readonly random: Random;
  readonly clock: LineClock;
}

export interface TcpProxy {
  readonly port: number;
  /** To be called after `forward` or `backward` give something else. */
  readonly conditionsChanged: () => void;
  /** Resets all connections, which both sides see at once. */
  readonly resetConnections: () => void;
  /** Ends all connections and listens no more. */
  readonly close: () => Promise<void>;
}

interface Relay {
  readonly inbound: Socket;
  readonly outbound: Socket;
  readonly lines: readonly DelayLine[];
}

const host = "127.0.0.1";

/** Listens on a port of its own on the loopback address. */
export async function startTcpProxy(options: TcpProxyOptions): Promise<TcpProxy> {
  const relays = new Set<Relay>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (inbound) => {
    const relay = startRelay(inbound, options);
    relays.add(relay);
    const forget = (): void => {
      if (!relay.inbound.destroyed || !relay.outbound.destroyed) return;
      for (const line of relay.lines) line.stop();
      relays.delete(relay);
    };
    relay.inbound.on("close", forget);
    relay.outbound.on("close", forget);
  });
  const port = await listen(server);
  const endAll = (how: (socket: Socket) => void): void => {
    for (const { inbound, outbound, lines } of relays) {
      for (const line of lines) line.stop();
      for (const socket of [inbound, outbound]) how(socket);
    }
  };
  return {
    port,
    conditionsChanged() {
      for (const { lines } of relays) for (const line of lines) line.conditionsChanged();
    },
    resetConnections: () => endAll(reset),
    close() {
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      endAll((socket) => socket.destroy());
      return promise;
    },
  };
}

function listen(server: Server): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.once("error", reject);
  server.listen(0, host, () => {
    const bound = server.address();
    if (bound === null || typeof bound === "string") reject(new Error("a proxy got no port"));
    else resolve(bound.port);
  });
  return promise;
}

function startRelay(inbound: Socket, options: TcpProxyOptions): Relay {
  const { targetPort, forward, backward, random, clock } = options;
  const outbound = new Socket({ allowHalfOpen: true });
  outbound.setNoDelay(true);
  const way = (from: Socket, to: Socket, conditions: () => LinkConditions): DelayLine => {
    const line = createDelayLine({
      conditions,
      random,
      clock,
      deliver(item) {
        switch (item.kind) {
          case "open":
            to.connect(targetPort, host);
            return false;
          case "data":
            // Writing to a socket that is gone gives false for ever; what is left is dropped.
            return to.write(item.bytes) || to.destroyed;
          case "end":
            to.end();
            return true;
          case "reset":
            reset(to);
            return true;
        }
      },
      onRoom: () => from.resume(),
    });
    from.on("data", (bytes) => {
      if (!line.push({ kind: "data", bytes })) from.pause();
    });
    from.on("end", () => line.push({ kind: "end" }));
    // A connection that is refused or breaks is told to the other side as late as anything else.
    from.on("error", () => line.push({ kind: "reset" }));
    to.on("connect", () => line.resume());
    to.on("drain", () => line.resume());
    to.on("close", () => line.resume());
    return line;
  };
  const there = way(inbound, outbound, forward);
  const back = way(outbound, inbound, backward);
  there.push({ kind: "open" });
  return { inbound, outbound, lines: [there, back] };
}

function reset(socket: Socket): void {
  if (!socket.destroyed) socket.resetAndDestroy();
}
