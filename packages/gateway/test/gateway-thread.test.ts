import { spawnSync } from "node:child_process";
import pino from "pino";
import { afterEach, describe, expect, it } from "vitest";
import type { AuditEntry } from "../src/audit.ts";
import { createGatewayThread, type Gateway, type GatewayThreadOptions } from "../src/index.ts";
import { createExampleNetwork } from "./support/example-network.ts";

const { node, values } = await createExampleNetwork();
const running: Gateway[] = [];
const lines: string[] = [];
const logger = pino({ level: "debug" }, { write: (line: string) => void lines.push(line) });

afterEach(async () => {
  await Promise.all(running.splice(0).map((gateway) => gateway.stop()));
  lines.length = 0;
});

function thread(options: Partial<GatewayThreadOptions> = {}): Gateway {
  const listen = { host: "127.0.0.1", port: 0 };
  const gateway = createGatewayThread({ api: node.api, listen, logger, ...options });
  running.push(gateway);
  return gateway;
}

async function call(url: string, method: string, params: unknown = {}): Promise<unknown> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
  });
  return response.json();
}

describe("a gateway on a thread of its own", { timeout: 60_000 }, () => {
  it("answers from the node, and hands over log lines and audit entries", async () => {
    const entries: AuditEntry[] = [];
    const { url } = await thread({ audit: (entry) => void entries.push(entry) }).start();
    expect(await call(url, "chain_getStatus")).toMatchObject({ result: { network: "example" } });
    const { envelope, transactionId } = values;
    expect(await call(url, "tx_submit", { envelope })).toMatchObject({
      result: { id: transactionId },
    });
    await expect.poll(() => entries).toMatchObject([{ method: "tx_submit", id: transactionId }]);
    await expect.poll(() => lines.join("")).toContain('"method":"chain_getStatus"');
    expect(lines.join("")).toContain("gateway listens");
  });

  it("answers while the node's own thread is busy", async () => {
    const { url } = await thread().start();
    // Blocks this thread, the node's, until another process has its answer.
    const script = `fetch("${url}/healthz").then((answer) => process.exit(answer.ok ? 0 : 1))`;
    const { status } = spawnSync(process.execPath, ["-e", script], { timeout: 30_000 });
    expect(status).toBe(0);
  });

  it("says why it cannot start, frees its ports when it stops", async () => {
    const first = thread();
    const { url } = await first.start();
    const listen = { host: "127.0.0.1", port: Number(new URL(url).port) };
    await expect(thread({ listen }).start()).rejects.toMatchObject({ code: "PORT_IN_USE" });
    await first.stop();
    expect(await thread({ listen }).start()).toEqual({ url });
  });

  it("is started again when it ends by itself", async () => {
    const workerURL = new URL("./support/crashing-worker.ts", import.meta.url);
    const gateway = thread({ workerURL });
    await gateway.start();
    const restarts = (): number => lines.filter((line) => line.includes("started again")).length;
    await expect.poll(restarts, { timeout: 30_000 }).toBeGreaterThan(1);
    expect(lines.join("")).toContain("the thread breaks");
    await gateway.stop();
  });
});
