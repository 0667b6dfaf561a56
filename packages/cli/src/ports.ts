import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Below the range from which Linux and macOS take the ports of outgoing connections. */
const firstPort = 20_000;
const lastPort = 32_000;
const maxAttempts = 1000;

/** Whether nothing listens on a TCP port of this machine's loopback address. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      server.close(() => resolve(true));
    });
  });
}

/** A free port that is not one of those taken. Ports are random, so that two devnets rarely meet. */
export async function findFreePort(taken: ReadonlySet<number>): Promise<number> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const port = randomInt(firstPort, lastPort);
    if (!taken.has(port) && (await isPortFree(port))) return port;
  }
  throw new Error(`no free port between ${firstPort} and ${lastPort}`);
}
