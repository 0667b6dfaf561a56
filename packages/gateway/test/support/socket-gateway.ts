// A gateway over the example network, for the tests of a file that imports this.
import pino from "pino";
import { afterEach, beforeEach } from "vitest";
import { createGateway, type Gateway, type NodeApi } from "../../src/index.ts";
import type { GatewayLimits } from "../../src/limits.ts";
import type { SecurityOptions } from "../../src/security.ts";
import { createExampleNetwork, type ExampleNetwork } from "./example-network.ts";
import { openSocket, type SocketClient } from "./socket-client.ts";

/** New for each test, as are all others. */
export let network: ExampleNetwork;
export let api: NodeApi;
/** Stopped after the test. */
export const gateways: Gateway[] = [];
/** Errors that were logged. */
export const log: string[] = [];
const clients: SocketClient[] = [];

beforeEach(async () => {
  network = await createExampleNetwork();
  api = network.node.api;
});

afterEach(async () => {
  for (const { socket } of clients.splice(0)) socket.terminate();
  await Promise.all(gateways.splice(0).map((gateway) => gateway.stop()));
  log.length = 0;
});

export interface Started {
  readonly url: string;
  readonly gateway: Gateway;
}

/** Starts one on a free port. */
export async function start(
  node: NodeApi = api,
  limits: Partial<GatewayLimits> = {},
  security: Partial<SecurityOptions> = {},
): Promise<Started> {
  const logger = pino({ level: "error" }, { write: (line: string) => void log.push(line) });
  const listen = { host: "127.0.0.1", port: 0 };
  const gateway = createGateway({ api: node, listen, limits, security, logger });
  gateways.push(gateway);
  return { url: (await gateway.start()).url, gateway };
}

/** Opens a WebSocket, closed after the test. */
export async function connect(
  url: string,
  headers: Record<string, string> = {},
): Promise<SocketClient> {
  const client = await openSocket(url, headers);
  clients.push(client);
  return client;
}

/** Heights of the events that came. */
export function heightsOf(client: SocketClient): unknown[] {
  return client.events().map(({ event }) => event["height"]);
}
