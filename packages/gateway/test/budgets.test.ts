import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import pino from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { type Budgets, createBudget, createBudgets } from "../src/budgets.ts";
import { createCallers } from "../src/callers.ts";
import { createGateway, type Gateway, methodTable, type NodeApi } from "../src/index.ts";
import { defaultGatewayLimits, type GatewayLimits } from "../src/limits.ts";
import { defaultSecurity } from "../src/security.ts";
import { createServer } from "../src/server.ts";
import { createSubscriptionHub } from "../src/subscription-hub.ts";
import { testServer } from "./support/http.ts";
import { createMemoryChain } from "./support/memory-chain.ts";
import { createMemoryNode } from "./support/memory-node.ts";

const { api } = createMemoryNode({ chain: createMemoryChain() });
const mebibyte = 1024 * 1024;
const running: Pick<Gateway, "stop">[] = [];
const sockets: (Socket | WebSocket)[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) {
    if (socket instanceof WebSocket) socket.terminate();
    else socket.destroy();
  }
  await Promise.all(running.splice(0).map((gateway) => gateway.stop()));
});

/** The server alone, and what it keeps count of. */
async function serve(
  limits: Partial<GatewayLimits>,
  node: NodeApi = api,
): Promise<{ readonly url: string; readonly budgets: Budgets }> {
  const all = { ...defaultGatewayLimits, ...limits };
  const budgets = createBudgets(all);
  const app = createServer({
    ...{ api: node, limits: all, budgets, security: defaultSecurity, audit: () => {} },
    ...{ logger: pino({ level: "silent" }), methods: methodTable },
    callers: createCallers(defaultSecurity),
  });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  running.push({ stop: () => app.close() });
  return { url, budgets };
}

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
    expect(budget.take(holder("b"), 2)).toBe(true);
    // No more than is left for others after it, so that few who are greedy leave some.
    expect(budget.take(holder("c"), 2)).toBe(false);
    for (const client of ["c", "d"]) expect(budget.take(holder(client), 1)).toBe(true);
    expect(budget.take(holder("c"), 1)).toBe(false);
    expect(budget.taken()).toBe(6);
    // The eighth is the operator's.
    expect(budget.hasRoom(holder("e"))).toBe(false);
    expect(budget.take(holder("operator", true), 3)).toBe(false);
    expect(budget.take(holder("operator", true), 2)).toBe(true);
    for (const client of ["a", "b"]) budget.give(holder(client), 2);
    for (const client of ["c", "d"]) budget.give(holder(client), 1);
    budget.give(holder("operator", true), 2);
    expect(budget.taken()).toBe(0);
    expect(budget.take(holder("a"), 2)).toBe(true);
  });
});

function connection(url: string): Socket {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  sockets.push(socket);
  socket.on("error", () => {});
  return socket;
}

const post = "POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n";

/** Begins a body, and resolves with the first line of the answer. */
function beginBody(url: string, length: number, sent: string): Promise<string> {
  const socket = connection(url);
  socket.write(`${post}content-length: ${length}\r\n\r\n${sent}`);
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
  const body = '{"jsonrpc":"2.0","id":1,"method":"chain_getStatus"}';
  const headers = { "content-type": "application/json" };
  const status = async (url: string): Promise<number> =>
    (await fetch(url, { method: "POST", headers, body })).status;

  it("two bodies leave no room for a third; then there is room again, and small ones are always served", async () => {
    const { url, budgets } = await serve({ maxUnfinishedBytes: mebibyte });
    const half = " ".repeat(mebibyte / 2);
    for (const _ of [1, 2]) void beginBody(url, mebibyte, half);
    await expect.poll(() => budgets.unfinishedBytes.taken()).toBeGreaterThan(mebibyte - 4096);
    expect(await beginBody(url, 10_000, " ".repeat(5000))).toBe("HTTP/1.1 503 Service Unavailable");
    expect(await status(url)).toBe(200);
    for (const socket of sockets) if (!(socket instanceof WebSocket)) socket.destroy();
    await expect.poll(() => budgets.unfinishedBytes.taken()).toBe(0);
    const large = body.padEnd(mebibyte / 2, " ");
    expect((await fetch(url, { method: "POST", headers, body: large })).status).toBe(200);
  });

  it.each([
    [413, 3 * mebibyte],
    [503, mebibyte - 1],
  ])("%s is seen by who looks for it once all is sent", async (code, length) => {
    const { url, budgets } = await serve({});
    expect(budgets.unfinishedBytes.take({ client: "others", isFree: true }, 127 * mebibyte)).toBe(
      true,
    );
    const socket = connection(url);
    socket.pause();
    socket.write(`${post}content-length: ${length}\r\n\r\n`);
    const part = Buffer.alloc(64 * 1024, " ");
    if (code === 503)
      budgets.unfinishedBytes.add({ client: "others", isFree: true }, 128 * mebibyte);
    for (let sent = 0; sent < length; sent += part.length) {
      const piece = part.subarray(0, Math.min(part.length, length - sent));
      await new Promise((resolve) => socket.write(piece, resolve));
      await pause(2);
    }
    const answer = new Promise((resolve) => socket.once("data", (data) => resolve(String(data))));
    socket.resume();
    expect(await answer).toMatch(new RegExp(`^HTTP/1.1 ${code} `));
  });

  it("a body that is announced as too large is refused before it comes", async () => {
    const { url } = await serve({});
    expect(await beginBody(url, 8 * mebibyte, "")).toBe("HTTP/1.1 413 Payload Too Large");
  });

  it("a body without an end is cut", async () => {
    const { url } = await serve({});
    const socket = connection(url);
    const end = new Promise<void>((resolve) => socket.once("close", () => resolve()));
    socket.write(`${post}transfer-encoding: chunked\r\n\r\n`);
    const part = `10000\r\n${" ".repeat(65_536)}\r\n`;
    while (!socket.destroyed) {
      socket.write(part);
      await pause(1);
    }
    await end;
  });

  it("what is only announced takes no room", async () => {
    const { url, budgets } = await serve({ maxUnfinishedBytes: mebibyte });
    for (let more = 0; more < 64; more += 1) void beginBody(url, mebibyte, "{");
    for (let more = 0; more < 64; more += 1)
      connection(url).write(`${post}transfer-encoding: chunked\r\n\r\n`);
    expect(await status(url)).toBe(200);
    expect(budgets.unfinishedBytes.taken()).toBe(0);
  });

  it("a body of a million pieces takes the memory of one (11 of them took 3.7 GB)", async () => {
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const { url, budgets } = await serve({});
    collect();
    const before = process.memoryUsage().heapUsed;
    const pieces = 500_000;
    const socket = connection(url);
    socket.write(`${post}transfer-encoding: chunked\r\n\r\n`);
    const some = "1\r\n \r\n".repeat(10_000);
    for (let sent = 0; sent < pieces; sent += 10_000)
      await new Promise((resolve) => socket.write(some, resolve));
    await expect.poll(() => budgets.unfinishedBytes.taken()).toBe(pieces - 1024);
    collect();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(20 * mebibyte);
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

  it("a message of many small frames leaves nothing counted once it is whole", async () => {
    const { url, budgets } = await serve({});
    const socket = await open(url);
    const question = Buffer.from(body.padEnd(100_000, " "));
    const answered = new Promise((resolve) => socket.once("message", resolve));
    for (let at = 0; at < question.length; at += 100)
      socket.send(question.subarray(at, at + 100), { fin: at + 100 >= question.length });
    expect(String(await answered)).toContain('"result"');
    expect(budgets.unfinishedBytes.taken()).toBe(0);
  });

  it("a WebSocket that only answers pings stays, though nothing is left", async () => {
    const { url, budgets } = await serve({ maxUnfinishedBytes: mebibyte });
    const holder = { client: "others", isFree: true };
    expect(budgets.unfinishedBytes.take(holder, mebibyte)).toBe(true);
    const socket = await open(url);
    for (let more = 0; more < 5; more += 1) {
      socket.ping();
      await new Promise((resolve) => socket.once("pong", resolve));
      socket.send(body);
      await new Promise((resolve) => socket.once("message", resolve));
    }
    expect(socket.readyState).toBe(WebSocket.OPEN);
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

describe("everything is given back, however a client leaves:", () => {
  const wait = JSON.stringify({
    ...{ jsonrpc: "2.0", id: 1, method: "tx_wait" },
    params: { id: "00".repeat(32), timeoutMs: 100 },
  });
  const whole = (body: string): string => `${post}content-length: ${body.length}\r\n\r\n${body}`;
  const half = `${post}content-length: 5000\r\n\r\n${" ".repeat(3000)}`;
  const chunked = `${post}transfer-encoding: chunked\r\n\r\nbb8\r\n${" ".repeat(3000)}\r\n`;

  it.each([
    ["while it waits", whole(wait)],
    ["while it waits, with more behind", whole(wait).repeat(3)],
    ["while it waits, with half a body behind", whole(wait) + half],
    ["in the middle of a body", half],
    ["in the middle of a chunked body", chunked],
    ["in the middle of a body that nobody wants", half.replace("POST / ", "POST /nowhere ")],
    ["in the middle of a resolver's body", half.replace("/ ", "/1.0/identifiers/did:x:y ")],
    ["at once after a question", whole(wait).replace("tx_wait", "rpc.discover")],
  ])("%s", async (_, sent) => {
    const slow: NodeApi = {
      ...api,
      async waitForTransaction(id, options) {
        await pause(100);
        return api.waitForTransaction(id, options);
      },
    };
    const { url, budgets } = await serve({}, slow);
    for (const leave of ["destroy", "resetAndDestroy", "end"] as const) {
      const socket = connection(url);
      await new Promise<void>((resolve) => socket.write(sent, () => resolve()));
      // What was sent has come when this is answered.
      await fetch(`${url}/healthz`);
      socket[leave]();
    }
    // Later than any answer that could still be counted.
    await pause(300);
    for (const socket of sockets) if (!(socket instanceof WebSocket)) socket.destroy();
    const { connections, ...others } = budgets;
    const taken = (): number[] => Object.values(others).map((budget) => budget.taken());
    await expect.poll(taken).toEqual(taken().map(() => 0));
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ alive: true });
  });
});

describe("while a call of a batch waits", () => {
  const gated = (): { readonly node: NodeApi; readonly open: () => void } => {
    const gate = Promise.withResolvers<void>();
    const node: NodeApi = {
      ...api,
      async waitForTransaction(id, options) {
        await gate.promise;
        return api.waitForTransaction(id, options);
      },
    };
    return { node, open: gate.resolve };
  };
  const wait = { ...{ jsonrpc: "2.0", id: 1, method: "tx_wait" }, params: { id: "00".repeat(32) } };
  const discover = { jsonrpc: "2.0", id: 2, method: "rpc.discover" };
  const headers = { "content-type": "application/json" };

  it("all that is parsed of it counts (98 MB of empty objects ended the thread)", async () => {
    const { node, open: go } = gated();
    const { url, budgets } = await serve({}, node);
    const body = JSON.stringify([wait, ...Array.from({ length: 99 }, () => Array(100).fill({}))]);
    const answer = fetch(url, { method: "POST", headers, body });
    await expect.poll(() => budgets.unfinishedBytes.taken()).toBeGreaterThan(9900 * 80);
    go();
    expect((await answer).status).toBe(200);
    expect(budgets.unfinishedBytes.taken()).toBe(0);
  });

  it("answers that are made count, and beyond their client's quarter are not given", async () => {
    const { node, open: go } = gated();
    const server = testServer(
      node,
      { maxUnsentBytes: 3_000_000 },
      {},
      { remoteAddress: "203.0.113.1" },
    );
    const one = Buffer.byteLength((await server.post(discover)).raw);
    expect(one).toBeLessThan(750_000);
    const calls = Math.ceil(750_000 / one);
    const answer = server.post([wait, ...Array(calls).fill(discover)]);
    go();
    const { body } = await answer;
    const codes = Array.isArray(body) ? body.map(({ error }) => error?.data?.code) : [];
    expect(codes.filter((code) => code !== undefined)).toEqual(["QUEUE_FULL"]);
    // Given back: the same again.
    expect((await server.post(discover)).status).toBe(200);
  });

  it("a WebSocket has 64 messages worked on, however many one piece of its bytes has", async () => {
    const { node, open: go } = gated();
    const { url, budgets } = await serve({}, node);
    const socket = connection(url);
    const key = Buffer.alloc(16).toString("base64");
    const upgrade = `GET / HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-version: 13\r\nsec-websocket-key: ${key}\r\n\r\n`;
    const text = Buffer.from(JSON.stringify(wait));
    // Masked with zeros.
    const head = Buffer.from([0x81, 0x80 | 126, text.length >> 8, text.length & 0xff, 0, 0, 0, 0]);
    let answers = 0;
    socket.on("data", (data) => {
      answers += String(data).split('"state"').length - 1;
    });
    socket.write(upgrade);
    await new Promise((resolve) => socket.once("data", resolve));
    socket.write(Buffer.concat(Array(200).fill(Buffer.concat([head, text]))));
    await expect.poll(() => budgets.requests.taken()).toBe(64);
    await fetch(`${url}/healthz`);
    expect(budgets.requests.taken()).toBe(64);
    // The others wait, and are held.
    expect(budgets.unfinishedBytes.taken()).toBeGreaterThan(136 * text.length);
    go();
    await expect.poll(() => answers).toBe(200);
    expect(budgets.unfinishedBytes.taken()).toBe(0);
  });
});

describe("one client has a quarter of", () => {
  const stranger = { client: "203.0.113.1", isFree: false };
  const other = { client: "203.0.113.2", isFree: false };

  it("the subscriptions, and gives back those that end", async () => {
    const budget = createBudget(8);
    const hub = createSubscriptionHub({ api, logger: pino({ level: "silent" }), budget });
    const sinkOf = (holder: typeof stranger) => ({
      ...{ holder, send: async () => true, isReady: async () => true, pay: async () => undefined },
    });
    const asked = { request: { topic: "consensus" } as const, fromHeight: undefined };
    const first = await hub.open(asked, sinkOf(stranger));
    expect(await hub.open(asked, sinkOf(stranger))).toBeDefined();
    expect(await hub.open(asked, sinkOf(stranger))).toBeUndefined();
    expect(await hub.open(asked, sinkOf(other))).toBeDefined();
    first?.close();
    first?.close();
    expect(budget.taken()).toBe(2);
    expect(await hub.open(asked, sinkOf(stranger))).toBeDefined();
    hub.stop();
    expect(budget.taken()).toBe(0);
  });

  it("the simulations that wait", async () => {
    const gate = Promise.withResolvers<void>();
    const hanging: NodeApi = {
      ...api,
      async simulate(envelope) {
        await gate.promise;
        return api.simulate(envelope);
      },
    };
    const server = testServer(hanging, {}, {}, { remoteAddress: stranger.client });
    const simulate = { jsonrpc: "2.0", id: 1, method: "tx_simulate", params: ["AA"] };
    const answers = server.post([1, 2, 3].map((id) => ({ ...simulate, id })));
    const { raw } = await server.post(simulate);
    expect(raw).toContain("QUEUE_FULL");
    gate.resolve();
    expect((await answers).raw.split("QUEUE_FULL")).toHaveLength(2);
    expect((await server.post(simulate)).raw).not.toContain("QUEUE_FULL");
  });

  it("whatever a proxy elsewhere says of a client: only the node's own machine is free", () => {
    const callers = createCallers({
      ...defaultSecurity,
      trustedProxies: ["10.0.0.0/8", "127.0.0.1"],
    });
    const isFree = (remoteAddress: string, forwarded: string | undefined): boolean =>
      callers.of({
        requestId: "r",
        request: {
          headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
          socket: { remoteAddress },
        },
      }).isFree;
    expect(isFree("10.1.2.3", "127.0.0.1")).toBe(false);
    expect(isFree("127.0.0.1", "203.0.113.1")).toBe(false);
    // A proxy that writes more than an address: whoever it is for, it is not the operator.
    expect(isFree("127.0.0.1", "203.0.113.1:4711")).toBe(false);
    expect(isFree("127.0.0.1", undefined)).toBe(true);
  });

  it("the connections; a proxy has those of its clients, and the operator all", () => {
    const callers = createCallers({ ...defaultSecurity, trustedProxies: ["10.0.0.0/8"] });
    const of = (remoteAddress: string): unknown => {
      const { isFree, isShared } = callers.ofConnection({ remoteAddress });
      return isFree ? "free" : isShared ? "shared" : "one";
    };
    expect(["127.0.0.1", "::1"].map(of)).toEqual(["free", "free"]);
    expect(["::ffff:10.1.2.3", "10.1.2.3"].map(of)).toEqual(["shared", "shared"]);
    const strangers = ["203.0.113.1", "::ffff:203.0.113.1", "2001:db8::1"];
    expect(strangers.map(of)).toEqual(["one", "one", "one"]);
    const budget = createBudget(8);
    const proxy = callers.ofConnection({ remoteAddress: "10.1.2.3" });
    expect(budget.take(proxy, 7)).toBe(true);
    expect(budget.take(proxy, 1)).toBe(false);
    expect(budget.take(callers.ofConnection({ remoteAddress: "::1" }), 1)).toBe(true);
    expect(callers.ofConnection({ remoteAddress: "::ffff:203.0.113.1" }).client).toBe(
      "203.0.113.1",
    );
  });
});
