import { connect, type Socket } from "node:net";
import pino from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { createGateway, type Gateway, type NodeApi } from "../src/index.ts";
import type { GatewayLimits } from "../src/limits.ts";
import { createMemoryChain } from "./support/memory-chain.ts";
import { createMemoryNode } from "./support/memory-node.ts";

const { api } = createMemoryNode({ chain: createMemoryChain() });
const running: Gateway[] = [];
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(running.splice(0).map((gateway) => gateway.stop()));
});

async function start(limits: Partial<GatewayLimits>, node: NodeApi = api): Promise<string> {
  const logger = pino({ level: "silent" });
  const listen = { host: "127.0.0.1", port: 0 };
  const gateway = createGateway({ api: node, listen, limits, logger });
  running.push(gateway);
  return (await gateway.start()).url;
}

function open(url: string): Socket {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.on("error", () => {});
  sockets.push(socket);
  return socket;
}

function textUntilClosed(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    socket.on("data", (chunk) => {
      text += String(chunk);
    });
    socket.on("close", () => resolve(text));
  });
}

const head = "POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n";
const status = '{"jsonrpc":"2.0","id":1,"method":"chain_getStatus"}';

async function post(url: string, body: string): Promise<Response> {
  return fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
}

describe("slow clients", () => {
  it.each([
    ["headers", "POST / HTTP/1.1\r\nhost: x\r\nx-slow: "],
    ["a body", `${head}content-length: 500\r\n\r\n{`],
    ["a chunked body", `${head}transfer-encoding: chunked\r\n\r\n1f4\r\n{`],
  ])("that never finish %s are cut with 408", async (_, beginning) => {
    const socket = open(await start({ receiveTimeoutMs: 50 }));
    const drip = setInterval(() => socket.write(" "), 10);
    socket.write(beginning);
    expect(await textUntilClosed(socket)).toMatch(/^HTTP\/1\.1 408 /);
    clearInterval(drip);
  });

  it("that do not take their answers are cut, and free what they held", async () => {
    const [peer] = await api.peers();
    if (peer === undefined) throw new Error("no peer");
    // Far more than the buffers of two sockets.
    const large = { ...api, peers: async () => [{ ...peer, member: "m".repeat(15_000_000) }] };
    const url = await start({ sendTimeoutMs: 300, maxUnsentBytes: 20_000_000 }, large);
    const body = '{"jsonrpc":"2.0","id":1,"method":"node_getPeers"}';
    const greedy = open(url);
    const closed = new Promise((resolve) => greedy.once("close", resolve));
    greedy.pause();
    greedy.write(`${head}content-length: ${body.length}\r\n\r\n${body}`);
    // While they hold that much there is room for small answers only.
    const ask = async (): Promise<Response> => {
      const answer = await post(url, body);
      if (answer.status === 200) await answer.arrayBuffer();
      return answer;
    };
    let refused = await ask();
    while (refused.status !== 503) refused = await ask();
    expect(await refused.json()).toMatchObject({ error: { data: { code: "QUEUE_FULL" } } });
    expect((await post(url, status)).status).toBe(200);
    let served = await ask();
    while (served.status !== 200) served = await ask();
    greedy.resume();
    await closed;
  });

  it("beyond the number of connections are closed as they come", async () => {
    const url = await start({ maxConnections: 2 });
    const first = [open(url), open(url)];
    await Promise.all(
      first.map((socket) => new Promise((resolve) => socket.once("connect", resolve))),
    );
    expect(await textUntilClosed(open(url))).toBe("");
    for (const socket of first) expect(socket.destroyed).toBe(false);
  });
});
