// A TCP proxy that can stop forwarding without closing: what a pulled cable looks like.
import { connect, createServer, type Socket } from "node:net";

export interface FreezingProxy {
  readonly address: string;
  freeze(): void;
  stop(): void;
}

export async function startFreezingProxy(targetPort: number): Promise<FreezingProxy> {
  const sockets: Socket[] = [];
  const server = createServer((inbound) => {
    const outbound = connect(targetPort, "127.0.0.1");
    inbound.pipe(outbound);
    outbound.pipe(inbound);
    for (const socket of [inbound, outbound]) {
      socket.on("error", () => socket.destroy());
      sockets.push(socket);
    }
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", resolve);
  await promise;
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("no port");
  return {
    address: `/ip4/127.0.0.1/tcp/${bound.port}`,
    freeze() {
      for (const socket of sockets) {
        socket.unpipe();
        socket.pause();
      }
    },
    stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

export function portOf(addresses: readonly string[]): number {
  return Number(addresses[0]?.split("/").at(-1));
}
