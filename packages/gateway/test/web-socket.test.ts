import { connect as connectSocket } from "node:net";
import { gzipSync } from "node:zlib";
import pino from "pino";
import { describe, expect, it } from "vitest";
import { createToken, parseTokenLine } from "../src/access.ts";
import { createGateway, methodTable, type NodeApi } from "../src/index.ts";
import { openSocket } from "./support/socket-client.ts";
import { api, connect, gateways, log, network, start } from "./support/socket-gateway.ts";

describe("JSON-RPC over WebSocket", () => {
  it("tells its own methods too to who discovers them there", async () => {
    const client = await connect((await start()).url);
    const { methods } = await client.result("rpc.discover");
    expect((methods as { readonly name: string }[]).map(({ name }) => name)).toEqual([
      ...methodTable.map(({ name }) => name),
      "chain_subscribe",
      "chain_unsubscribe",
    ]);
  });

  it("has the methods of HTTP, batches and parse errors included", async () => {
    const client = await connect((await start()).url);
    expect(await client.result("chain_getStatus")).toMatchObject({ network: "example" });
    const { did } = network.values;
    expect(await client.result("did_resolve", [did])).toMatchObject({ version: 1 });
    client.socket.send('[{"jsonrpc":"2.0","id":100,"method":"node_getPeers"},1]');
    client.socket.send('{"a":1,"a":2}');
    client.socket.send('{"jsonrpc":"2.0","method":"node_getPeers"}');
    await client.result("chain_getStatus");
    expect(client.messages).toEqual(
      expect.arrayContaining([
        [expect.objectContaining({ id: 100 }), expect.objectContaining({ id: null })],
        expect.objectContaining({ error: expect.objectContaining({ code: -32700 }), id: null }),
      ]),
    );
    expect(client.messages).toHaveLength(5);
  });

  it("gives each message a request id of its connection", async () => {
    const client = await connect((await start()).url);
    const [first, second] = [await client.call("a"), await client.call("b")];
    const idOf = ({ error }: typeof first): string =>
      (error as { data: { requestId: string } }).data.requestId;
    expect(idOf(first)).toMatch(/^[0-9a-f-]{36}\.1$/);
    expect(idOf(second)).toBe(idOf(first).replace(/1$/, "2"));
  });

  it.each([
    ["a foreign path", "/other", {}, "404"],
    ["a page of an origin that is not allowed", "", { origin: "https://evil.example" }, "403"],
    ["a wrong token", "", { authorization: "Bearer cartorio_x" }, "401"],
  ])("refuses %s", async (_, path, headers, status) => {
    const { url } = await start();
    await expect(openSocket(url + path, headers)).rejects.toThrow(path === "" ? status : "404");
  });

  it("takes pages of the origins of the settings", async () => {
    const { url } = await start(api, {}, { corsOrigins: ["https://portal.example"] });
    const client = await connect(url, { origin: "https://portal.example" });
    expect(await client.result("chain_getStatus")).toMatchObject({ network: "example" });
  });

  it("lets a token do over it what its scope allows", async () => {
    const made = createToken({ name: "reader", scope: "read", expiresAt: undefined });
    const parsed = parseTokenLine(made.line);
    if (!parsed.ok) throw new Error(parsed.must);
    const { url } = await start(api, {}, { tokens: [parsed.token], anonymous: undefined });
    await expect(openSocket(url)).rejects.toThrow("401");
    const client = await connect(url, { authorization: `Bearer ${made.token}` });
    expect(await client.result("chain_subscribe", { topic: "blocks" })).toMatchObject({
      nextHeight: 4,
    });
    const { envelope } = network.values;
    expect(await client.call("tx_submit", { envelope })).toMatchObject({
      error: { data: { code: "ACCESS_DENIED" } },
    });
  });

  it("ends a subscription when the token that opened it expires", async () => {
    const made = createToken({ name: "soon", scope: "read", expiresAt: Date.now() + 1500 });
    const parsed = parseTokenLine(made.line);
    if (!parsed.ok) throw new Error(parsed.must);
    const { url } = await start(api, {}, { tokens: [parsed.token], anonymous: undefined });
    const client = await connect(url, { authorization: `Bearer ${made.token}` });
    await client.result("chain_subscribe", { topic: "blocks" });
    const sealing = setInterval(() => network.node.sealBlock(), 50);
    expect(await client.closed).toBe(1008);
    clearInterval(sealing);
  });

  it("refuses messages over the limit, and compressed ones", async () => {
    const { url } = await start(api, { maxBodyBytes: 1000 });
    const large = await connect(url);
    large.socket.send(" ".repeat(1001));
    expect(await large.closed).toBe(1009);
    const packed = await connect(url);
    expect(packed.socket.extensions).toBe("");
    packed.socket.send(gzipSync("{}"));
    await expect.poll(() => packed.messages).toMatchObject([{ error: { code: -32700 } }]);
  });

  it("answers pings, and cuts who does not answer its own", async () => {
    const { url } = await start(api, { pingMs: 100 });
    const alive = await connect(url);
    const pong = new Promise((resolve) =>
      alive.socket.once("pong", (data) => resolve(String(data))),
    );
    alive.socket.ping("there?");
    expect(await pong).toBe("there?");
    const dead = connectSocket(Number(new URL(url).port), "127.0.0.1");
    const closed = new Promise((resolve) => dead.once("close", resolve));
    dead.resume();
    dead.write(
      "GET /ws HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\n" +
        "sec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    );
    await closed;
    expect(alive.socket.readyState).toBe(1);
  });

  it("lets a client wait that has so many questions open that nothing of it is read", async () => {
    const release = Promise.withResolvers<void>();
    let pings = 0;
    const slow: NodeApi = {
      ...api,
      async waitForTransaction(id) {
        await release.promise;
        return api.transaction(id);
      },
    };
    const client = await connect((await start(slow, { pingMs: 20 })).url);
    client.socket.on("ping", () => {
      pings += 1;
      if (pings === 10) release.resolve();
    });
    const params = { id: network.values["transactionId"] };
    const waits = Array.from({ length: 64 }, () => client.result("tx_wait", params));
    expect(await Promise.all(waits)).toHaveLength(64);
    expect(client.socket.readyState).toBe(1);
  });

  it("does not keep the pongs of who sends pings and reads nothing", async () => {
    const made = createToken({ name: "ops", scope: "admin", expiresAt: undefined });
    const parsed = parseTokenLine(made.line);
    if (!parsed.ok) throw new Error(parsed.must);
    const at = { host: "127.0.0.1", port: 0 };
    const gateway = createGateway({
      ...{ api, listen: at, admin: at },
      limits: { maxSocketBytes: 10_000 },
      security: { tokens: [parsed.token] },
      logger: pino({ level: "silent" }),
    });
    gateways.push(gateway);
    const { url, adminUrl = "" } = await gateway.start();
    const flood = await connect(url);
    flood.socket.pause();
    const last = Promise.withResolvers<void>();
    for (let sent = 1; sent <= 100_000; sent += 1) {
      flood.socket.ping("p".repeat(125), true, sent === 100_000 ? () => last.resolve() : undefined);
    }
    await last.promise;
    const admin = await connect(adminUrl, { authorization: `Bearer ${made.token}` });
    const { unsentBytes } = await admin.result("admin_getGateway");
    expect(Number(unsentBytes)).toBeLessThan(20_000);
  }, 30_000);

  it("takes as many sockets as the limit says", async () => {
    const { url } = await start(api, { maxSockets: 1 });
    const first = await connect(url);
    await expect(openSocket(url)).rejects.toThrow("503");
    first.socket.terminate();
    await expect.poll(async () => (await connect(url)).socket.readyState).toBe(1);
  });

  it("stops at once although subscribers listen", async () => {
    const { url, gateway } = await start();
    const client = await connect(url);
    await client.result("chain_subscribe", { topic: "blocks" });
    await gateway.stop();
    await client.closed;
    expect(log).toEqual([]);
  });
});
