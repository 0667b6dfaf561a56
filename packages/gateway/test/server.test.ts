import { gzipSync } from "node:zlib";
import { hexEncode } from "@cartorio/crypto";
import { stateKeys } from "@cartorio/protocol";
import { beforeAll, describe, expect, it } from "vitest";
import type { NodeApi } from "../src/index.ts";
import { createExampleNetwork, type ExampleNetwork } from "./support/example-network.ts";
import { testServer } from "./support/http.ts";
import { executeUnsigned } from "./support/memory-executor.ts";

let network: ExampleNetwork;
let api: NodeApi;

beforeAll(async () => {
  network = await createExampleNetwork();
  api = network.node.api;
});

function request(
  method: string,
  params: unknown = {},
  id: string | number = 1,
): Record<string, unknown> {
  return { jsonrpc: "2.0", method, params, id };
}

async function nextTurn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

function broken(api: NodeApi): NodeApi {
  return { ...api, peers: () => Promise.reject(new Error("broken")) };
}

/** Never settles: a node that hangs. */
function never(): Promise<never> {
  return new Promise(() => {});
}

describe("HTTP", () => {
  it("answers JSON-RPC at / and /rpc, notifications with 204", async () => {
    const server = testServer(api);
    const answer = await server.post(request("chain_getStatus"));
    expect(answer).toMatchObject({
      status: 200,
      contentType: expect.stringMatching(/^application\/json/),
    });
    const silent = await server.post({ jsonrpc: "2.0", method: "chain_getStatus" });
    expect(silent).toMatchObject({ status: 204, contentType: "", body: undefined });
  });

  it("reads a body with a charset and refuses other content types as JSON", async () => {
    const server = testServer(api);
    const text = JSON.stringify(request("node_getPeers"));
    const plain = await server.post(text, { "content-type": "application/json; charset=utf-8" });
    expect(plain.status).toBe(200);
    const foreign = await server.post(text, { "content-type": "text/plain" });
    expect(foreign).toMatchObject({
      status: 415,
      body: { jsonrpc: "2.0", error: { code: -32600 }, id: null },
    });
  });

  it("answers an empty body with a parse error", async () => {
    const answer = await testServer(api).post("");
    expect(answer.body).toMatchObject({ error: { code: -32700 }, id: null });
  });

  it("refuses a body over the limit, and says so in JSON-RPC", async () => {
    const answer = await testServer(api, { maxBodyBytes: 64 }).post(`[${" ".repeat(64)}]`);
    expect(answer).toMatchObject({ status: 413, body: { error: { data: { code: "TOO_LARGE" } } } });
  });

  it("refuses a batch over the limit and takes one at the limit", async () => {
    const server = testServer(api, { maxBatchRequests: 2 });
    const batch = [1, 2, 3].map((id) => request("chain_getStatus", {}, id));
    expect((await server.post(batch)).body).toMatchObject({
      error: { data: { code: "TOO_LARGE", maxBatchRequests: 2 } },
    });
    expect((await server.post(batch.slice(1))).body).toMatchObject([{ id: 2 }, { id: 3 }]);
  });

  it("refuses an answer over the limit, single or in a batch", async () => {
    const single = JSON.stringify(await testServer(api).call("chain_getStatus")).length;
    const server = testServer(api, { maxResponseBytes: single + 100 });
    const status = request("chain_getStatus");
    expect((await server.post(status)).body).toMatchObject({
      result: { height: network.node.chain.latest().header.height },
    });
    const tooLarge = { error: { data: { code: "TOO_LARGE" } } };
    expect((await server.post([status, status])).body).toMatchObject(tooLarge);
    expect((await server.post(request("rpc.discover"))).body).toMatchObject({ ...tooLarge, id: 1 });
  });

  it.each(["gzip", "br", "deflate", "zstd", "gzip, gzip"])(
    "refuses a body in %s, which a bomb could hide in",
    async (encoding) => {
      const text = JSON.stringify(request("node_getPeers"));
      const headers = { "content-encoding": encoding };
      expect(await testServer(api).post(gzipSync(text), headers)).toMatchObject({
        status: 415,
        body: { jsonrpc: "2.0", error: { code: -32600 }, id: null },
      });
    },
  );

  it("refuses a body in another character set than UTF-8", async () => {
    const type = { "content-type": "application/json; charset=utf-16le" };
    const body = Buffer.from(JSON.stringify(request("node_getPeers")), "utf16le");
    expect((await testServer(api).post(body, type)).status).toBe(415);
  });

  it.each([
    ["DUPLICATE_KEY", '{"jsonrpc":"2.0","id":1,"method":"node_getPeers","id":2}'],
    ["TOO_DEEP", `${"[".repeat(65)}${"]".repeat(65)}`],
    ["TOO_MANY_VALUES", `[${"1,".repeat(50_000)}1]`],
    ["NUMBER_OUT_OF_RANGE", '{"jsonrpc":"2.0","id":1e999,"method":"node_getPeers"}'],
    ["LONE_SURROGATE", '{"jsonrpc":"2.0","id":"\\ud800","method":"node_getPeers"}'],
  ])("answers a body that is %s with a parse error that says so", async (reason, text) => {
    expect((await testServer(api).post(text)).body).toMatchObject({
      error: { code: -32700, data: { code: "PARSE_ERROR", reason } },
      id: null,
    });
  });

  it("refuses an id that is longer than an answer should carry", async () => {
    const server = testServer(api);
    const longest = "i".repeat(128);
    expect((await server.post(request("node_getPeers", {}, longest))).body).toMatchObject({
      id: longest,
    });
    expect((await server.post(request("node_getPeers", {}, `${longest}i`))).body).toMatchObject({
      error: { code: -32600 },
      id: null,
    });
  });

  it("gives each request an id in header, error and log; one of the caller where it is plain", async () => {
    const server = testServer(broken(api));
    const named = { "x-request-id": "clinic-7.a_B" };
    const answer = await server.post(request("node_getPeers"), named);
    expect(answer).toMatchObject({
      requestId: "clinic-7.a_B",
      body: { error: { data: { requestId: "clinic-7.a_B" } } },
    });
    expect(server.logged()).toContain('"requestId":"clinic-7.a_B"');
    const forged = await server.post(request("node_getPeers"), { "x-request-id": 'a","b":"' });
    expect(forged.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("works on few requests of a batch at once, and on all that wait", async () => {
    let [working, waiting, most] = [0, 0, 0];
    const slow: NodeApi = {
      ...api,
      async peers() {
        working += 1;
        most = Math.max(most, working);
        await nextTurn();
        working -= 1;
        return api.peers();
      },
      async waitForTransaction(id) {
        waiting += 1;
        while (waiting < 20) await nextTurn();
        return api.transaction(id);
      },
    };
    const peers = Array.from({ length: 40 }, (_, id) => request("node_getPeers", {}, id));
    const waits = Array.from({ length: 20 }, (_, id) =>
      request("tx_wait", { id: network.values["transactionId"] }, 40 + id),
    );
    const { body } = await testServer(slow).post([...peers, ...waits]);
    expect(body).toMatchObject(Array.from({ length: 60 }, (_, id) => ({ id })));
    expect(most).toBe(8);
  });

  it("gives up on a node that hangs, and refuses what is too much at once", async () => {
    const hanging = { ...api, status: never, peers: never };
    const server = testServer(hanging, { requestTimeoutMs: 20, maxConcurrentRequests: 1 });
    const first = server.post(request("node_getPeers"));
    const second = await server.post(request("chain_getBlock"));
    expect(second).toMatchObject({
      status: 503,
      body: { error: { data: { code: "QUEUE_FULL" } } },
    });
    expect((await first).body).toMatchObject({ error: { code: -1021, data: { code: "TIMEOUT" } } });
    expect(await server.get("/readyz")).toMatchObject({ status: 503, body: { ready: false } });
    const did = network.values["did"];
    expect((await server.get(`/1.0/identifiers/${did}`)).status).toBe(500);
    expect((await server.post(request("chain_getBlock"))).status).toBe(200);
  });

  it("hides what went wrong inside, and logs it", async () => {
    const secret = "the inside of the node";
    const broken = {
      ...api,
      peers: () => Promise.reject(new Error(secret)),
      records: () => Promise.reject(new Error(secret)),
    };
    const server = testServer(broken);
    const answer = await server.post(request("node_getPeers"));
    expect(answer.body).toEqual({
      jsonrpc: "2.0",
      error: {
        code: -32603,
        message: "Internal error",
        data: { code: "INTERNAL_ERROR", requestId: expect.any(String) },
      },
      id: 1,
    });
    const resolution = await server.get(`/1.0/identifiers/${network.values["did"]}`);
    expect(JSON.stringify(resolution.body)).not.toContain(secret);
    expect(server.logged()).toContain(secret);
  });

  it("refuses an answer of the node that leaves its schema", async () => {
    const [peer] = await api.peers();
    if (peer === undefined) throw new Error("no peer");
    const wrong = { ...api, peers: async () => [{ ...peer, nodeKey: new Uint8Array(31) }] };
    const server = testServer(wrong);
    expect((await server.post(request("node_getPeers"))).body).toMatchObject({
      error: { code: -32603 },
    });
    expect(server.logged()).toContain("INV-GATEWAY-RESULT");
  });

  it("never logs what was asked about", async () => {
    const server = testServer(api);
    const issuer = network.values["did"] ?? "";
    await server.call("credential_get", { issuer, hash: network.values["commitment"] });
    await server.get(`/1.0/identifiers/${issuer}`);
    expect(server.logged()).toContain("credential_get");
    expect(server.logged()).not.toContain(issuer);
    expect(server.logged()).not.toContain(network.values["commitment"]);
  });

  it.each([
    ["an unknown path", "/nothing", 404],
    ["a broken escape", "/1.0/identifiers/%zz", 400],
    ["a parameter that is far too long", `/1.0/identifiers/${"a".repeat(4000)}`, 414],
  ])("answers %s with a problem in JSON", async (_, url, status) => {
    const answer = await testServer(api).get(url);
    expect(answer.contentType).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ status: answer.status });
    expect([status, 404]).toContain(answer.status);
  });
});

describe("reads by HTTP", () => {
  it("are refused while too many are under way, and served again afterwards; health answers always", async () => {
    const asked = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const slow: NodeApi = {
      ...api,
      async records(...given) {
        asked.resolve();
        await release.promise;
        return api.records(...given);
      },
    };
    const server = testServer(slow, { maxConcurrentRequests: 1 });
    const first = server.get(`/1.0/identifiers/${network.values["did"]}`);
    await asked.promise;
    const refused = await server.get("/1.0/properties");
    expect(refused).toMatchObject({ status: 503, body: { status: 503 } });
    expect((await server.get("/healthz")).status).toBe(200);
    release.resolve();
    expect((await first).status).toBe(200);
    for (let more = 0; more < 3; more += 1) {
      expect((await server.get("/1.0/properties")).status).toBe(200);
    }
  });

  it("asks the node once however many ask whether it is ready", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let asked = 0;
    const status = async () => {
      asked += 1;
      await promise;
      return api.status();
    };
    const server = testServer({ ...api, status });
    const answers = Array.from({ length: 20 }, () => server.get("/readyz"));
    while (asked === 0) await nextTurn();
    for (let turn = 0; turn < 20; turn += 1) await nextTurn();
    expect(asked).toBe(1);
    resolve();
    for (const answer of answers) expect((await answer).status).toBe(200);
  });

  it("are refused while slow readers hold all that they may", async () => {
    const server = testServer(api, { maxUnsentBytes: 0 });
    expect((await server.get("/1.0/properties")).status).toBe(503);
    expect((await server.get("/readyz")).status).toBe(200);
  });
});

describe("health", () => {
  it("is alive always, and ready unless the node gives a reason", async () => {
    const { node } = await createExampleNetwork();
    const server = testServer(node.api);
    expect(await server.get("/healthz")).toMatchObject({ status: 200, body: { alive: true } });
    expect(await server.get("/readyz")).toMatchObject({
      status: 200,
      body: { ready: true, reasons: [] },
    });
    node.setReasons(["STATE_DIVERGED"]);
    expect(await server.get("/readyz")).toMatchObject({
      status: 503,
      body: { ready: false, reasons: ["STATE_DIVERGED"] },
    });
    expect((await server.get("/healthz")).status).toBe(200);
  });

  it("is not ready when the node fails", async () => {
    const server = testServer({ ...api, status: () => Promise.reject(new Error("x")) });
    expect(await server.get("/readyz")).toMatchObject({
      status: 503,
      body: { reasons: ["INTERNAL"] },
    });
  });
});

describe("methods", () => {
  const unknownHash = "00".repeat(32);

  async function errorCode(method: string, params: unknown): Promise<unknown> {
    const { body } = await testServer(api).post(request(method, params));
    return (body as { error?: { data?: { code?: unknown } } }).error?.data?.code;
  }

  it.each([
    ["tx_get", { id: unknownHash }, "NOT_FOUND"],
    ["tx_submit", { envelope: "AAAA" }, "NOT_CANONICAL"],
    ["tx_submit", { envelope: "AAB" }, "MALFORMED"],
    ["tx_submit", { envelope: "AAA=" }, "INVALID_PARAMS"],
    ["tx_submit", { envelope: "A".repeat(100_000) }, "TOO_LARGE"],
    ["did_resolve", { did: "did:cartorio:example:zWrong" }, "DID_MALFORMED"],
    ["did_resolve", { did: "did:web:example.org" }, "DID_MALFORMED"],
    ["chain_getBlock", { height: 99 }, "NOT_FOUND"],
    ["chain_getBlock", { height: 1, headerHash: unknownHash }, "INVALID_OPTIONS"],
    ["chain_getHeader", { headerHash: unknownHash }, "NOT_FOUND"],
    ["chain_getCertificate", { height: 99 }, "NOT_FOUND"],
    ["proof_get", { questions: [] }, "INVALID_PARAMS"],
    ["proof_get", { questions: [{ kind: "everything" }] }, "INVALID_PARAMS"],
    ["no_method", {}, "METHOD_NOT_FOUND"],
  ])("%s %j is %s", async (method, params, code) => {
    expect(await errorCode(method, params)).toBe(code);
  });

  it("tell another network, an unknown DID and a height that is not there", async () => {
    const did = network.values["did"] ?? "";
    const foreign = did.replace(":example:", ":other:");
    const unknown = did.replace(/.{4}$/, "1111");
    expect(await errorCode("did_resolve", { did: foreign })).toBe("DID_WRONG_NETWORK");
    expect(await errorCode("did_resolve", { did: unknown })).toBe("DID_NOT_FOUND");
    expect(await errorCode("did_resolve", { did, version: 2 })).toBe("NOT_FOUND");
    expect(await errorCode("did_resolve", { did, minHeight: 99 })).toBe("NOT_READY");
    const questions = [{ kind: "did", did }];
    expect(await errorCode("proof_get", { questions, minHeight: 99 })).toBe("NOT_READY");
    const many = Array.from({ length: 121 }, () => ({ kind: "did", did }));
    expect(await errorCode("proof_get", { questions: many })).toBe("TOO_LARGE");
  });

  it("submits the same bytes twice as one transaction", async () => {
    const server = testServer(api);
    const envelope = network.values["envelope"];
    expect(await server.call("tx_submit", { envelope })).toEqual({
      id: network.values["transactionId"],
      known: true,
    });
  });

  it("bounds the wait of tx_wait", async () => {
    const asked: unknown[] = [];
    const spy: NodeApi = {
      ...api,
      async waitForTransaction(id, options) {
        asked.push(options);
        return api.transaction(id);
      },
    };
    const server = testServer(spy, { maxWaitMs: 50 });
    const id = network.values["transactionId"];
    await server.call("tx_wait", { id, timeoutMs: 1_000_000 });
    await server.call("tx_wait", [id, "committed", 7]);
    expect(asked).toEqual([
      { level: "certified", timeoutMs: 50 },
      { level: "committed", timeoutMs: 7 },
    ]);
  });

  it("gives anchor and status, and null where the issuer has no anchor", async () => {
    const server = testServer(api);
    const issuer = network.values["did"];
    expect(
      await server.call("credential_get", [issuer, network.values["commitment"]]),
    ).toMatchObject({
      anchor: { kind: "single", height: 2, issuerVersion: 1 },
      status: { status: "revoked", sequence: 1, intervals: [{ from: expect.any(Number), to: 0 }] },
    });
    expect(await server.call("credential_get", [issuer, unknownHash])).toMatchObject({
      anchor: null,
      status: { status: "active", sequence: 0 },
    });
  });

  it("reads and proves at one height, whatever blocks come between", async () => {
    const { node } = await createExampleNetwork();
    const did = network.values["did"] ?? "";
    const document = { verificationMethods: [], services: [], alsoKnownAs: [] };
    let version = 0;
    const interrupt = (): void => {
      version += 1;
      const value = { did, expectedVersion: version, document, removals: [] };
      executeUnsigned(node.chain, { kind: "didUpdate", value }, did);
      node.sealBlock();
    };
    const busy: NodeApi = {
      ...node.api,
      async records(keys, options) {
        const answer = await node.api.records(keys, options);
        interrupt();
        return answer;
      },
      async proof(keys, options) {
        interrupt();
        return node.api.proof(keys, options);
      },
    };
    const { height } = node.chain.latest().header;
    const answer = await testServer(busy).call("did_resolve", { did, proof: true });
    expect(answer).toMatchObject({ height, proof: { height }, version: 1, latestVersion: 1 });
    expect(node.chain.latest().header.height).toBeGreaterThan(height + 2);
  });

  it("says which height is the oldest that it can read", async () => {
    const { node } = await createExampleNetwork();
    const did = network.values["did"] ?? "";
    node.prune(2);
    const server = testServer(node.api);
    for (const proof of [false, true]) {
      expect(await server.call("did_resolve", { did, proof, atHeight: 2 })).toMatchObject({
        height: 2,
      });
      const { body } = await server.post(request("did_resolve", { did, proof, atHeight: 1 }));
      expect(body).toMatchObject({ error: { data: { code: "STATE_PRUNED", oldestHeight: 2 } } });
      const early = await server.post(request("did_resolve", { did, proof, atHeight: 99 }));
      expect(early.body).toMatchObject({
        error: { data: { code: "NOT_READY", certifiedHeight: node.chain.latest().header.height } },
      });
    }
  });

  it("lists the keys of a proof in the order of its records", async () => {
    const did = network.values["did"] ?? "";
    const keys = ["11".repeat(32), "00".repeat(32)];
    const answer = await testServer(api).call("proof_get", {
      questions: [
        { kind: "keys", keys },
        { kind: "did", did },
      ],
    });
    const version = hexEncode(stateKeys.didVersion(did, 1));
    const document = hexEncode(stateKeys.didDocument(did, 1));
    expect(answer).toMatchObject({
      keys: [...keys, hexEncode(stateKeys.didHead(did)), version, document],
    });
  });
});
