import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import pino from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { createBudget } from "../src/budgets.ts";
import { createGateway, type Gateway } from "../src/index.ts";
import type { GatewayLimits } from "../src/limits.ts";
import { testServer } from "./support/http.ts";
import { createMemoryChain } from "./support/memory-chain.ts";
import { createMemoryNode } from "./support/memory-node.ts";

const { api } = createMemoryNode({ chain: createMemoryChain() });
const mebibyte = 1024 * 1024;
const running: Gateway[] = [];
const sockets: (Socket | WebSocket)[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) {
    if (socket instanceof WebSocket) socket.terminate();
    else socket.destroy();
  }
  await Promise.all(running.splice(0).map((gateway) => gateway.stop()));
});

async function start(limits: Partial<GatewayLimits>): Promise<string> {
  const listen = { host: "127.0.0.1", port: 0 };
  const gateway = createGateway({ api, listen, limits, logger: pino({ level: "silent" }) });
  running.push(gateway);
  return (await gateway.start()).url;
}

describe("a budget", () => {
  const holder = (client: string, isFree = false) => ({ client, isFree });

  it("gives one client a quarter, all together no more than there is, and everything back", () => {
    const budget = createBudget(8);
    expect(budget.take(holder("a"), 2)).toBe(true);
    expect(budget.take(holder("a"), 1)).toBe(false);
    for (const client of ["b", "c"]) expect(budget.take(holder(client), 2)).toBe(true);
    expect(budget.take(holder("d"), 1)).toBe(true);
    expect(budget.take(holder("operator", true), 2)).toBe(false);
    expect(budget.take(holder("operator", true), 1)).toBe(true);
    expect(budget.taken()).toBe(8);
    budget.give(holder("a"), 2);
    expect(budget.take(holder("a"), 2)).toBe(true);
    for (const client of ["a", "b", "c"]) budget.give(holder(client), 2);
    budget.give(holder("d"), 1);
    budget.give(holder("operator", true), 1);
    expect(budget.taken()).toBe(0);
  });
});

function beginBody(url: string, length: number): Promise<string> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  sockets.push(socket);
  socket.on("error", () => {});
  socket.write(
    `POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n{`,
  );
  return new Promise((resolve) => {
    socket.once("data", (data) => resolve(String(data).split("\r\n", 1)[0] ?? ""));
  });
}

async function open(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url.replace("http", "ws"));
  sockets.push(socket);
  socket.on("error", () => {});
  await new Promise((resolve) => socket.once("open", resolve));
  return socket;
}

const closed = (socket: WebSocket): Promise<void> =>
  new Promise((resolve) => socket.once("close", () => resolve()));

describe("what has begun and is not whole", () => {
  it("two bodies leave no room for a third, which is refused before it is read; then there is room again", async () => {
    const url = await start({ maxUnfinishedBytes: 2 * mebibyte });
    void beginBody(url, mebibyte);
    void beginBody(url, mebibyte);
    // What came before it has been looked at when this is answered.
    await fetch(`${url}/healthz`);
    expect(await beginBody(url, 1000)).toBe("HTTP/1.1 503 Service Unavailable");
    for (const socket of sockets) if (!(socket instanceof WebSocket)) socket.destroy();
    const body = '{"jsonrpc":"2.0","id":1,"method":"chain_getStatus"}';
    const headers = { "content-type": "application/json" };
    await expect
      .poll(async () => (await fetch(url, { method: "POST", headers, body })).status)
      .toBe(200);
  });

  it("fragments of WebSockets are cut when they come to too much", async () => {
    const url = await start({ maxUnfinishedBytes: mebibyte });
    const [first, second] = [await open(url), await open(url)];
    first.send(Buffer.alloc(mebibyte / 2), { fin: false });
    await new Promise((resolve) => first.ping(resolve));
    await new Promise((resolve) => first.once("pong", resolve));
    const end = closed(second);
    second.send(Buffer.alloc((mebibyte * 3) / 4), { fin: false });
    await end;
    expect(first.readyState).toBe(WebSocket.OPEN);
  });

  it("a message that does not come to its end is cut in time, whatever control frames come between", async () => {
    const url = await start({ receiveTimeoutMs: 100 });
    const slow = await open(url);
    const end = closed(slow);
    const pings = setInterval(() => slow.ping(), 10);
    slow.send(Buffer.alloc(100), { fin: false });
    await end;
    clearInterval(pings);
  });

  it("a quiet WebSocket and one that asks again and again stay", async () => {
    const url = await start({ receiveTimeoutMs: 3000, maxUnfinishedBytes: mebibyte });
    const [quiet, busy] = [await open(url), await open(url)];
    const ends: string[] = [];
    quiet.once("close", () => ends.push("quiet"));
    busy.once("close", () => ends.push("busy"));
    const question = JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "chain_getStatus",
      params: {},
    });
    const padded = question.padEnd(60_000, " ");
    for (let more = 0; more < 40; more += 1) {
      busy.send(padded);
      await new Promise((resolve) => busy.once("message", resolve));
    }
    const startedMs = performance.now();
    while (performance.now() - startedMs < 3500) {
      quiet.ping();
      await new Promise((resolve) => quiet.once("pong", resolve));
      await pause(50);
    }
    expect(ends).toEqual([]);
  });
});

it("a client's batch of calls that wait takes a quarter of the places, and no call of another one's", async () => {
  const limits = { maxConcurrentRequests: 8 };
  const server = testServer(api, limits, {}, { remoteAddress: "203.0.113.1" });
  const wait = (id: number) => {
    const params = { id: "00".repeat(32), timeoutMs: 20 };
    return { jsonrpc: "2.0", id, method: "tx_wait", params };
  };
  const { body } = await server.post([wait(1), wait(2), wait(3)]);
  const codes = Array.isArray(body) ? body.map(({ error }) => error?.data?.code) : [];
  expect(codes.filter((code) => code === "QUEUE_FULL")).toEqual(["QUEUE_FULL"]);
  const again = await server.post([wait(1), wait(2)]);
  expect(JSON.stringify(again.body)).not.toContain("QUEUE_FULL");
});
