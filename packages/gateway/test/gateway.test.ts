import pino from "pino";
import { describe, expect, it } from "vitest";
import { createGateway, GatewayError } from "../src/index.ts";
import { createMemoryChain } from "./support/memory-chain.ts";
import { createMemoryNode } from "./support/memory-node.ts";

const logger = pino({ level: "silent" });
const { api } = createMemoryNode({ chain: createMemoryChain() });

describe("createGateway", () => {
  it("listens on a free port, answers, and frees the port", async () => {
    const gateway = createGateway({ api, listen: { host: "127.0.0.1", port: 0 }, logger });
    const { url } = await gateway.start();
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"jsonrpc":"2.0","method":"chain_getStatus","id":1}',
    });
    expect(await response.json()).toMatchObject({ result: { network: "example" } });
    await gateway.stop();
    const port = Number(new URL(url).port);
    const again = createGateway({ api, listen: { host: "127.0.0.1", port }, logger });
    expect(await again.start()).toEqual({ url });
    await again.stop();
  });

  it("names a port that is in use", async () => {
    const first = createGateway({ api, listen: { host: "127.0.0.1", port: 0 }, logger });
    const { url } = await first.start();
    const port = Number(new URL(url).port);
    const second = createGateway({ api, listen: { host: "127.0.0.1", port }, logger });
    const failure = await second.start().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GatewayError);
    expect(failure).toMatchObject({
      code: "PORT_IN_USE",
      message: expect.stringContaining(`127.0.0.1:${port}`),
    });
    await second.stop();
    await first.stop();
  });

  it("names an address that this host does not have", async () => {
    const gateway = createGateway({ api, listen: { host: "192.0.2.1", port: 0 }, logger });
    await expect(gateway.start()).rejects.toMatchObject({ code: "CONFIG_INVALID" });
    await gateway.stop();
  });

  it("stops at once although a client still waits", async () => {
    const waiting = { ...api, waitForTransaction: () => new Promise<never>(() => {}) };
    const gateway = createGateway({ api: waiting, listen: { host: "127.0.0.1", port: 0 }, logger });
    const { url } = await gateway.start();
    const params = { id: "00".repeat(32) };
    const request = fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ jsonrpc: "2.0", method: "tx_wait", params, id: 1 }),
    }).catch((error: unknown) => error);
    await fetch(`${url}/healthz`);
    await gateway.stop();
    expect(await request).toBeInstanceOf(Error);
  });
});
