import pino from "pino";
import { describe, expect, it } from "vitest";
import { createToken, parseTokenLine } from "../src/access.ts";
import { createBudget } from "../src/budgets.ts";
import { createGateway, type NodeApi } from "../src/index.ts";
import { createSubscriptionHub } from "../src/subscription-hub.ts";
import { api, connect, gateways, heightsOf, network, start } from "./support/socket-gateway.ts";

describe("chain_subscribe", () => {
  it("tells every block from a height on, each once, in order", async () => {
    const client = await connect((await start()).url);
    const answer = await client.result("chain_subscribe", { topic: "blocks", fromHeight: 1 });
    expect(answer).toMatchObject({ nextHeight: 1 });
    for (let sealed = 0; sealed < 20; sealed += 1) network.node.sealBlock();
    const events = await client.eventCount(23);
    expect(heightsOf(client)).toEqual(Array.from({ length: 23 }, (_, index) => index + 1));
    expect(events[0]).toEqual({
      subscription: answer["subscription"],
      topic: "blocks",
      event: {
        height: 1,
        header: (await client.result("chain_getHeader", { height: 1 }))["header"],
        transactions: 1,
      },
    });
  });

  it("begins with the next block, after its own answer", async () => {
    const client = await connect((await start()).url);
    await client.result("chain_subscribe", { topic: "blocks" });
    network.node.sealBlock();
    await client.eventCount(1);
    expect(heightsOf(client)).toEqual([4]);
    expect(client.messages[0]).toMatchObject({ id: 1, result: {} });
  });

  it("misses nothing after a reconnect that names the height", async () => {
    const { url } = await start();
    const first = await connect(url);
    await first.result("chain_subscribe", { topic: "blocks" });
    network.node.sealBlock();
    await first.eventCount(1);
    first.socket.terminate();
    for (let sealed = 0; sealed < 50; sealed += 1) network.node.sealBlock();
    const second = await connect(url);
    await second.result("chain_subscribe", { topic: "blocks", fromHeight: 5 });
    network.node.sealBlock();
    await second.eventCount(51);
    expect(heightsOf(second)).toEqual(Array.from({ length: 51 }, (_, index) => index + 5));
  });

  it("tells receipts by id and by author", async () => {
    const client = await connect((await start()).url);
    const { transactionId: id, did: author } = network.values;
    const byId = await client.result("chain_subscribe", { topic: "receipts", id, fromHeight: 1 });
    const byAuthor = await client.result("chain_subscribe", {
      topic: "receipts",
      author,
      fromHeight: 1,
    });
    const events = await client.eventCount(4);
    const of = ({ subscription }: Record<string, unknown>): unknown[] =>
      events.filter((event) => event.subscription === subscription).map(({ event }) => event);
    expect(of(byId)).toMatchObject([
      { height: 1, receipts: [{ code: "APPLIED", transactionId: id }] },
    ]);
    expect(of(byAuthor)).toMatchObject([{ height: 1 }, { height: 2 }, { height: 3 }]);
  });

  it("tells changes of DIDs and credentials, of all or of one", async () => {
    const client = await connect((await start()).url);
    const { did } = network.values;
    const other = did?.replace(/.{4}$/, "1111");
    await client.result("chain_subscribe", { topic: "dids", fromHeight: 1 });
    await client.result("chain_subscribe", { topic: "credentials", did, fromHeight: 1 });
    await client.result("chain_subscribe", { topic: "credentials", did: other, fromHeight: 1 });
    const events = await client.eventCount(3);
    expect(events.map(({ topic, event }) => ({ topic, ...event }))).toEqual(
      expect.arrayContaining([
        {
          topic: "dids",
          height: 1,
          changes: [{ operation: "didCreate", did, transactionId: expect.any(String) }],
        },
        {
          topic: "credentials",
          height: 2,
          changes: expect.arrayContaining([
            expect.objectContaining({ operation: "credentialAnchor", did }),
          ]),
        },
        {
          topic: "credentials",
          height: 3,
          changes: expect.arrayContaining([
            expect.objectContaining({ operation: "credentialRevoke", did }),
          ]),
        },
      ]),
    );
    network.node.sealBlock();
    await client.result("chain_getStatus");
    expect(client.events()).toHaveLength(3);
  });

  it("tells what happens to one credential, and names it", async () => {
    const client = await connect((await start()).url);
    const { commitment: hash, did } = network.values;
    const credentials = { topic: "credentials", fromHeight: 1 };
    await client.result("chain_subscribe", { ...credentials, hash });
    await client.result("chain_subscribe", { ...credentials, hash: "0".repeat(64) });
    const events = await client.eventCount(2);
    expect(events.map(({ event }) => event)).toMatchObject([
      { height: 2, changes: [{ operation: "credentialAnchor", did, hash }] },
      {
        height: 3,
        changes: [
          { operation: "credentialRevoke", did, hash },
          { operation: "credentialCosign", did, hash },
          { operation: "credentialLog", did, hash },
          { operation: "credentialLog", did, hash },
        ],
      },
    ]);
  });

  it("tells the state of consensus, and again when it changes", async () => {
    const client = await connect((await start()).url);
    await client.result("chain_subscribe", { topic: "consensus" });
    await client.eventCount(1);
    network.node.setReasons(["ENTRY_PENDING"]);
    const events = await client.eventCount(2);
    expect(events.map(({ event }) => event)).toMatchObject([
      { height: 3, view: 0, primary: 0, ready: true, reasons: [] },
      { ready: false, reasons: ["ENTRY_PENDING"] },
    ]);
  });

  it("ends at chain_unsubscribe", async () => {
    const client = await connect((await start()).url);
    const { subscription } = await client.result("chain_subscribe", { topic: "blocks" });
    expect(await client.result("chain_unsubscribe", { subscription })).toEqual({ ended: true });
    expect(await client.result("chain_unsubscribe", { subscription })).toEqual({ ended: false });
    network.node.sealBlock();
    await client.result("chain_subscribe", { topic: "blocks", fromHeight: 4 });
    await client.eventCount(1);
    expect(client.events()[0]?.subscription).not.toBe(subscription);
  });

  it.each([
    [{ topic: "everything" }, "INVALID_PARAMS"],
    [{ topic: "blocks", id: "00".repeat(32) }, "INVALID_OPTIONS"],
    [{ topic: "consensus", fromHeight: 1 }, "INVALID_OPTIONS"],
    [{ topic: "dids", did: "did:web:example.org" }, "DID_MALFORMED"],
  ])("refuses %j with %s", async (params, code) => {
    const client = await connect((await start()).url);
    expect(await client.call("chain_subscribe", params)).toMatchObject({
      error: { data: { code } },
    });
  });

  it("is no method of HTTP", async () => {
    const { url } = await start();
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"jsonrpc":"2.0","id":1,"method":"chain_subscribe","params":{"topic":"blocks"}}',
    });
    expect(await response.json()).toMatchObject({ error: { code: -32601 } });
  });

  it("is bounded per socket and for all", async () => {
    const { url } = await start(api, { maxSocketSubscriptions: 2, maxSubscriptions: 3 });
    const [one, two] = [await connect(url), await connect(url)];
    const full = { error: { data: { code: "QUEUE_FULL" } } };
    const both = Array.from({ length: 2 }, () =>
      one.result("chain_subscribe", { topic: "blocks" }),
    );
    await Promise.all(both);
    expect(await one.call("chain_subscribe", { topic: "blocks" })).toMatchObject(full);
    await two.result("chain_subscribe", { topic: "blocks" });
    expect(await two.call("chain_subscribe", { topic: "blocks" })).toMatchObject(full);
    one.socket.terminate();
    await expect
      .poll(() => two.call("chain_subscribe", { topic: "blocks" }))
      .toMatchObject({ result: {} });
  });

  it("says that it ends where the node has a height no more", async () => {
    const pruned: NodeApi = {
      ...api,
      block: (at) =>
        typeof at === "object" && "height" in at && at.height < 3
          ? Promise.resolve(undefined)
          : api.block(at),
    };
    const client = await connect((await start(pruned)).url);
    await client.result("chain_subscribe", { topic: "blocks", fromHeight: 2 });
    const [event] = await client.eventCount(1);
    expect(event?.event).toEqual({ ended: { code: "NOT_FOUND", height: 2 } });
  });
});

describe("a slow subscriber", () => {
  async function openings(url: string): Promise<string> {
    try {
      await connect(url);
      return "open";
    } catch (error) {
      return String(error);
    }
  }

  /** A quarter of a megabyte as an event of each block. */
  function largeBlocks(): NodeApi {
    return {
      ...api,
      async block(at) {
        const block = await api.block(at);
        const receipt = (await api.block({ height: 1 }))?.receipts[0];
        if (block === undefined || receipt === undefined) return block;
        return { ...block, receipts: Array<Uint8Array>(400).fill(receipt), envelopes: [] };
      },
    };
  }

  it("holds a bounded buffer however far it is behind, and misses nothing", async () => {
    const made = createToken({ name: "ops", scope: "admin", expiresAt: undefined });
    const parsed = parseTokenLine(made.line);
    if (!parsed.ok) throw new Error(parsed.must);
    const at = { host: "127.0.0.1", port: 0 };
    const gateway = createGateway({
      ...{ api: largeBlocks(), listen: at, admin: at },
      limits: { maxSocketBytes: 1024 },
      security: { tokens: [parsed.token] },
      logger: pino({ level: "silent" }),
    });
    gateways.push(gateway);
    const { url, adminUrl = "" } = await gateway.start();
    const slow = await connect(url);
    await slow.result("chain_subscribe", { topic: "receipts", fromHeight: 1 });
    const [first] = await slow.eventCount(1);
    slow.socket.pause();
    for (let sealed = 0; sealed < 100; sealed += 1) network.node.sealBlock();
    const quick = await connect(url);
    await quick.result("chain_subscribe", { topic: "blocks", fromHeight: 1 });
    await quick.eventCount(103);
    const admin = await connect(adminUrl, { authorization: `Bearer ${made.token}` });
    const eventBytes = JSON.stringify(first).length;
    expect(eventBytes).toBeGreaterThan(200_000);
    const { unsentBytes, webSockets } = await admin.result("admin_getGateway");
    expect(webSockets).toBe(3);
    expect(Number(unsentBytes)).toBeGreaterThan(1024);
    expect(Number(unsentBytes)).toBeLessThan(2 * eventBytes);
    slow.socket.resume();
    await slow.eventCount(103);
    expect(heightsOf(slow)).toEqual(Array.from({ length: 103 }, (_, index) => index + 1));
  }, 30_000);

  it("that takes nothing for too long is cut, and holds nothing any more", async () => {
    const { url } = await start(largeBlocks(), {
      maxSocketBytes: 1024,
      sendTimeoutMs: 300,
      maxSockets: 1,
    });
    const client = await connect(url);
    await client.result("chain_subscribe", { topic: "receipts", fromHeight: 1 });
    client.socket.pause();
    for (let sealed = 0; sealed < 100; sealed += 1) network.node.sealBlock();
    // Its place is free again once it is cut.
    await expect.poll(() => openings(url), { timeout: 20_000 }).toBe("open");
    client.socket.resume();
    expect(await client.closed).toBe(1006);
    expect(client.events().length).toBeLessThan(103);
  }, 30_000);
});

describe("a node that fails", () => {
  it("ends subscriptions with a word, and the gateway goes on", async () => {
    let isBroken = false;
    const failing: NodeApi = {
      ...api,
      status: () => (isBroken ? Promise.reject(new Error("secret")) : api.status()),
    };
    const client = await connect((await start(failing)).url);
    await client.result("chain_subscribe", { topic: "blocks" });
    isBroken = true;
    network.node.sealBlock();
    const [event] = await client.eventCount(1);
    expect(event?.event).toEqual({ ended: { code: "NOT_READY", height: 4 } });
    isBroken = false;
    await client.result("chain_subscribe", { topic: "blocks", fromHeight: 4 });
    expect((await client.eventCount(2))[1]?.event["height"]).toBe(4);
    expect(JSON.stringify(client.messages)).not.toContain("secret");
  });
});

describe("a node whose waits end at once", () => {
  it("is not asked in a hurry", async () => {
    let asked = 0;
    const hasty: NodeApi = {
      ...api,
      async waitForHeight() {
        asked += 1;
        return network.node.chain.latest().header.height;
      },
    };
    const client = await connect((await start(hasty)).url);
    await client.result("chain_subscribe", { topic: "blocks" });
    for (let calls = 0; calls < 50; calls += 1) await client.result("chain_getStatus");
    expect(asked).toBeLessThan(10);
    network.node.sealBlock();
    await client.eventCount(1);
  });
});

describe("many subscribers", () => {
  it("share one reading of each block", async () => {
    let reads = 0;
    const counted: NodeApi = {
      ...api,
      block(at) {
        reads += 1;
        return api.block(at);
      },
    };
    const { url } = await start(counted);
    const all = await Promise.all(Array.from({ length: 50 }, () => connect(url)));
    await Promise.all(all.map((client) => client.result("chain_subscribe", { topic: "blocks" })));
    for (let sealed = 0; sealed < 10; sealed += 1) network.node.sealBlock();
    await Promise.all(all.map((client) => client.eventCount(10)));
    expect(reads).toBe(10);
  });

  it("share one reading of a block also when all of them are far behind", async () => {
    for (let sealed = 0; sealed < 30; sealed += 1) network.node.sealBlock();
    const { certifiedHeight } = await api.status();
    const reads: number[] = [];
    const counted: NodeApi = {
      ...api,
      async block(at) {
        if (typeof at === "object" && "height" in at) reads.push(at.height);
        // As long as the others take to ask for the same.
        await new Promise((resolve) => setImmediate(resolve));
        return api.block(at);
      },
    };
    const logger = pino({ level: "silent" });
    const hub = createSubscriptionHub({ api: counted, logger, budget: createBudget(100) });
    const finished = Array.from({ length: 50 }, async () => {
      const told = Promise.withResolvers<void>();
      const send = async (text: string): Promise<boolean> => {
        if (text.includes(`"event":{"height":${certifiedHeight},`)) told.resolve();
        return true;
      };
      const holder = { client: "operator", isFree: true };
      const sink = { holder, send, isReady: async () => true, pay: async () => undefined };
      const asked = { request: { topic: "blocks" } as const, fromHeight: 1 };
      const open = await hub.open(asked, sink);
      open?.start();
      await told.promise;
    });
    await Promise.all(finished);
    hub.stop();
    expect(reads.toSorted((left, right) => left - right)).toEqual(
      Array.from({ length: certifiedHeight }, (_, index) => index + 1),
    );
  });
});
