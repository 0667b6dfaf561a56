import { beforeAll, describe, expect, it } from "vitest";
import { createToken, parseTokenLine, type Scope, type TokenRecord } from "../src/access.ts";
import { bodyCost, costOf, permissionOf } from "../src/method-access.ts";
import { methodTable } from "../src/method-table.ts";
import { createAdminMethods } from "../src/methods-admin.ts";
import { subscriptionMethods } from "../src/methods-subscription.ts";
import { createExampleNetwork, type ExampleNetwork } from "./support/example-network.ts";
import { type RpcAnswer, type TestServer, testServer } from "./support/http.ts";

let network: ExampleNetwork;
beforeAll(async () => {
  network = await createExampleNetwork();
});

const day = 86_400_000;
const adminMethods = createAdminMethods({
  counts: () => ({
    connections: 1,
    requestsRunning: 2,
    webSockets: 5,
    unsentBytes: 3,
    clientsRemembered: 4,
  }),
  reloadTls: async () => ({ ok: true, value: { reloaded: false } }),
});

/** Those of sockets too, although what they do needs a socket. */
const all = [...methodTable, ...subscriptionMethods, ...adminMethods];

interface Known {
  readonly token: string;
  readonly record: TokenRecord;
}

function token(scope: Scope, expiresAt?: number): Known {
  const made = createToken({ name: `${scope}-token`, scope, expiresAt });
  const parsed = parseTokenLine(made.line);
  if (!parsed.ok) throw new Error(parsed.must);
  return { token: made.token, record: parsed.token };
}

const read = token("read");
const write = token("write", Date.now() + day);
const admin = token("admin");
const expired = token("admin", Date.now() - day);
const unknown = token("admin");
const tokens = [read, write, admin, expired].map(({ record }) => record);

/** Public, or with admin methods. */
function server(isAdmin: boolean): TestServer {
  const methods = isAdmin ? all : methodTable;
  return testServer(network.node.api, {}, { tokens, anonymous: undefined }, { methods });
}

function call(target: TestServer, name: string, by: Known | undefined): Promise<RpcAnswer> {
  const params = all.find((method) => method.name === name)?.example.params;
  const authorization = by === undefined ? {} : { authorization: `Bearer ${by.token}` };
  const headers = { "x-request-id": "same", ...authorization };
  return target.post({ jsonrpc: "2.0", id: 1, method: name, params }, headers);
}

const denied = {
  status: 401,
  body: {
    jsonrpc: "2.0",
    error: { code: -1023, data: { code: "ACCESS_DENIED", requestId: "same" } },
    id: 1,
  },
};

describe("scopes", () => {
  const table = all.map((method) => [method.name, permissionOf(method)] as const);

  it("are of every kind in the table, and what submits is no read", () => {
    expect(new Set(table.map(([, permission]) => permission))).toEqual(
      new Set(["read", "write", "admin"]),
    );
    for (const [name, permission] of table) {
      if (/submit|addSignature/i.test(name)) expect(permission).toBe("write");
    }
  });

  it.each(table)(
    "%s needs %s: refused with less, byte for byte as an unknown token",
    async (name, permission) => {
      const target = server(true);
      const lower = { read: [], write: [read], admin: [read, write] }[permission];
      const refusals = [
        await call(target, name, unknown),
        await call(target, name, expired),
        await call(target, name, undefined),
        ...(await Promise.all(lower.map((known) => call(target, name, known)))),
      ];
      for (const refusal of refusals) {
        expect(refusal).toMatchObject(denied);
        expect(refusal.raw).toBe(refusals[0]?.raw);
        expect(refusal.headers).toEqual(refusals[0]?.headers);
      }
    },
  );

  it.each(table)("%s is answered with %s", async (name, permission) => {
    const known = { read, write, admin }[permission];
    const answer = await call(server(true), name, known);
    // What the method itself says is no matter here.
    expect(answer.status).toBe(200);
    expect(answer.raw).not.toContain("ACCESS_DENIED");
    expect((await call(server(true), name, admin)).status).toBe(200);
  });

  it.each(adminMethods.map(({ name }) => name))(
    "%s does not exist on the public side",
    async (name) => {
      const answer = await call(server(false), name, admin);
      expect(answer.body).toMatchObject({ error: { code: -32601 } });
    },
  );

  it("refuse single members of a batch, and then the answer is no 401", async () => {
    const batch = [
      { jsonrpc: "2.0", id: 1, method: "node_getPeers" },
      { jsonrpc: "2.0", id: 2, method: "tx_submit", params: { envelope: "AAAA" } },
    ];
    const answer = await server(false).post(batch, { authorization: `Bearer ${read.token}` });
    expect(answer).toMatchObject({
      status: 200,
      body: [
        { id: 1, result: {} },
        { id: 2, error: { data: { code: "ACCESS_DENIED" } } },
      ],
    });
  });

  it("guard DID resolution, and leave health to everybody", async () => {
    const target = server(false);
    const did = `/1.0/identifiers/${network.values["did"]}`;
    expect(await target.get(did)).toMatchObject({ status: 401 });
    expect(await target.get(did, { authorization: `Bearer ${expired.token}` })).toMatchObject({
      status: 401,
    });
    expect(await target.get(did, { authorization: `Bearer ${read.token}` })).toMatchObject({
      status: 200,
    });
    const facts = ["methods", "properties", "testIdentifiers", "traits"].map(
      (name) => `/1.0/${name}`,
    );
    for (const path of facts) expect(await target.get(path)).toMatchObject({ status: 401 });
    expect(await target.post({}, {}, did)).toMatchObject({ status: 401 });
    const headers = { authorization: `Bearer ${read.token}` };
    expect(await target.post({}, headers, did)).toMatchObject({ status: 200 });
    const id = { "x-request-id": "one" };
    const nothing = await target.get(did, id);
    const late = await target.get(did, { ...id, authorization: `Bearer ${expired.token}` });
    const unknown = await target.get(did, { ...id, authorization: "Bearer cartorio_none" });
    expect(late).toEqual(nothing);
    expect(unknown).toEqual(nothing);
    expect((await target.get("/healthz")).status).toBe(200);
    expect((await target.get("/readyz")).status).toBe(200);
  });

  it("never reach the node when they are too low", async () => {
    let submitted = 0;
    const api = {
      ...network.node.api,
      submit: async () => {
        submitted += 1;
        return { ok: false, code: "NOT_READY" } as const;
      },
    };
    const target = testServer(api, {}, { tokens, anonymous: "read" });
    const envelope = network.values["envelope"];
    const body = { jsonrpc: "2.0", id: 1, method: "tx_submit", params: { envelope } };
    expect((await target.post(body)).status).toBe(401);
    expect((await target.post({ ...body, id: undefined })).status).toBe(401);
    expect(submitted).toBe(0);
    await target.post(body, { authorization: `Bearer ${write.token}` });
    expect(submitted).toBe(1);
  });
});

describe("the audit log", () => {
  it("names who wrote what and how it ended, and nothing that was read", async () => {
    const target = testServer(network.node.api, {}, { tokens, anonymous: "read" });
    await call(target, "tx_submit", write);
    await call(target, "tx_submit", undefined);
    await call(target, "chain_getStatus", write);
    const entries = target
      .logged()
      .split("\n")
      .filter((line) => line.includes('"audit"'))
      .map((line) => JSON.parse(line).audit);
    const common = { requestId: "same", method: "tx_submit", time: expect.any(Number) };
    expect(entries).toEqual([
      {
        ...common,
        client: "token:write-token",
        token: "write-token",
        code: "OK",
        id: network.values["transactionId"],
      },
      { ...common, client: "127.0.0.1", token: null, code: "ACCESS_DENIED" },
    ]);
    expect(target.logged()).not.toContain(write.token);
  });

  it("names each transaction of a batch, and how it ended", async () => {
    const target = testServer(network.node.api, {}, { tokens, anonymous: "read" });
    const { envelope, transactionId } = network.values;
    const params = { envelopes: [envelope, "AAAA"] };
    const body = { jsonrpc: "2.0", id: 1, method: "tx_submitBatch", params };
    await target.post(body, { authorization: `Bearer ${write.token}` });
    const line =
      target
        .logged()
        .split("\n")
        .find((text) => text.includes('"audit"')) ?? "{}";
    expect(JSON.parse(line)).toMatchObject({
      audit: {
        ...{ method: "tx_submitBatch", token: "write-token" },
        results: [{ code: "OK", id: transactionId }, { code: expect.stringMatching(/^(?!OK)/) }],
      },
    });
  });
});

describe("limits per client", () => {
  it("keep a batch that is over the share from writing a line of the audit log for each member", async () => {
    const target = limited();
    const envelope = network.values["envelope"];
    const submit = { jsonrpc: "2.0", id: 1, method: "tx_submit", params: { envelope } };
    const batch = Array.from({ length: 100 }, () => submit);
    const answer = await target.post(batch);
    expect(answer.raw).toContain("RATE_LIMITED");
    const lines = target.logged().split("\n");
    // Each call costs five: so many were let in.
    const paid = Math.floor((30 - bodyCost(JSON.stringify(batch).length)) / 5);
    expect(lines.filter((line) => line.includes('"audit"'))).toHaveLength(paid);
  });

  it("take as much for a write that is refused for want of a scope: it is audited too", async () => {
    const target = testServer(network.node.api, {}, { tokens, rate, anonymous: "read" }, far);
    const submit = { jsonrpc: "2.0", id: 1, method: "tx_submit", params: ["AA"] };
    for (let spent = 0; spent + 6 <= 30; spent += 6)
      expect((await target.post(submit)).raw).toContain("ACCESS_DENIED");
    expect((await target.post(submit)).raw).toContain("RATE_LIMITED");
  });

  const rate = { costPerSecond: 1, burst: 30 };
  const far = { remoteAddress: "192.0.2.7" };
  const status = { jsonrpc: "2.0", id: 1, method: "chain_getStatus" };

  function limited(): TestServer {
    return testServer(network.node.api, {}, { tokens, rate }, far);
  }

  it("answer 429 with the time to wait once a client has spent its share", async () => {
    const target = limited();
    // Two units each: one for the body, one for the call.
    for (let spent = 0; spent < 30; spent += 2)
      expect((await target.post(status)).status).toBe(200);
    const answer = await target.post(status);
    expect(answer).toMatchObject({
      status: 429,
      body: {
        error: { code: -1020, data: { code: "RATE_LIMITED", retryAfterMs: expect.any(Number) } },
      },
      headers: { "retry-after": "1" },
    });
    const did = `/1.0/identifiers/${network.values["did"]}`;
    expect(await target.get(did)).toMatchObject({ status: 429, headers: { "retry-after": "2" } });
  });

  it("count by method: a proof costs more than a read", async () => {
    const target = limited();
    const did = network.values["did"];
    const proof = { jsonrpc: "2.0", id: 1, method: "did_resolve", params: { did, proof: true } };
    expect((await target.post([proof, proof])).status).toBe(200);
    expect(await target.post([proof, status])).toMatchObject({
      status: 200,
      body: [{ error: { data: { code: "RATE_LIMITED" } } }, { result: {} }],
    });
    const [resolve] = methodTable.filter(({ name }) => name === "did_resolve");
    if (resolve === undefined) throw new Error("no did_resolve");
    const at = resolve.params.findIndex(({ name }) => name === "proof");
    const positions = Array.from({ length: at + 1 }, (_, index) => index === at);
    expect(costOf(resolve, positions)).toBe(costOf(resolve, { proof: true }));
    expect(costOf({ ...resolve, cost: 7 }, {})).toBe(7);
    const history = methodTable.find(({ name }) => name === "did_getHistory");
    expect(history && costOf(history, {})).toBe(5);
    expect(costOf(resolve, {})).toBe(1);
  });

  it("count what is malformed, unknown or refused", async () => {
    const bodies = ["{", '{"jsonrpc":"2.0","id":1}', { ...status, method: "foobar" }];
    for (const body of bodies) {
      const target = limited();
      for (let tries = 0; tries < 15; tries += 1) await target.post(body);
      expect((await target.post(body)).status).toBe(429);
    }
    const target = limited();
    const headers = { authorization: `Bearer ${unknown.token}` };
    for (let tries = 0; tries < 15; tries += 1) await target.post(status, headers);
    expect((await target.post(status, headers)).status).toBe(429);
  });

  it("follow a token wherever it comes from, and leave the machine itself alone", async () => {
    const target = limited();
    const headers = { authorization: `Bearer ${read.token}` };
    for (let tries = 0; tries < 15; tries += 1) await target.post(status, headers);
    expect((await target.post(status, headers)).status).toBe(429);
    expect((await target.post(status)).status).toBe(200);
    const local = testServer(network.node.api, {}, { tokens, rate });
    for (let tries = 0; tries < 40; tries += 1) expect((await local.post(status)).status).toBe(200);
  });

  it("believe the forwarded address of trusted proxies only", async () => {
    const spend = async (trustedProxies: readonly string[]): Promise<number> => {
      const target = testServer(network.node.api, {}, { rate, trustedProxies }, far);
      for (let tries = 0; tries < 15; tries += 1) {
        await target.post(status, { "x-forwarded-for": `198.51.100.${tries}` });
      }
      return (await target.post(status, { "x-forwarded-for": "198.51.100.99" })).status;
    };
    expect(await spend([])).toBe(429);
    expect(await spend(["192.0.2.7"])).toBe(200);
  });
});

describe("browsers", () => {
  const preflight = { "access-control-request-method": "POST" };
  const status = { jsonrpc: "2.0", id: 1, method: "chain_getStatus" };

  it("get security headers with every answer", async () => {
    const target = testServer(network.node.api);
    for (const answer of [
      await target.post(status),
      await target.get("/healthz"),
      await target.get("/x"),
    ]) {
      expect(answer.headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
        "referrer-policy": "no-referrer",
        "x-request-id": expect.any(String),
      });
    }
    expect((await target.post(status)).headers["cache-control"]).toBe("no-store");
  });

  it("may call from the origins of the settings, and from no other", async () => {
    const target = testServer(network.node.api, {}, { corsOrigins: ["https://portal.example"] });
    const good = { origin: "https://portal.example" };
    expect(await target.options("/", { ...good, ...preflight })).toMatchObject({
      status: 204,
      headers: {
        "access-control-allow-origin": "https://portal.example",
        "access-control-allow-methods": "GET, POST",
        "access-control-allow-headers": "authorization, content-type, if-none-match, x-request-id",
        vary: "origin",
      },
    });
    expect((await target.post(status, good)).headers).toMatchObject({
      "access-control-allow-origin": "https://portal.example",
    });
    for (const origin of ["https://portal.example.evil", "http://portal.example", "null"]) {
      const refused = await target.options("/", { origin, ...preflight });
      expect(refused.status).toBe(403);
      expect(refused.headers).not.toHaveProperty("access-control-allow-origin");
      expect((await target.post(status, { origin })).headers).not.toHaveProperty(
        "access-control-allow-origin",
      );
    }
  });

  it("may call from nowhere unless the settings say so", async () => {
    const refused = await testServer(network.node.api).options("/", {
      origin: "https://a.example",
      ...preflight,
    });
    expect(refused.status).toBe(403);
  });
});

describe("queries in the log", () => {
  it("are there only where the settings ask for it", async () => {
    const issuer = network.values["did"] ?? "";
    const log = async (logsQueries: boolean): Promise<string> => {
      const target = testServer(network.node.api, {}, { logsQueries });
      await target.call("did_resolve", { did: issuer });
      return target.logged();
    };
    expect(await log(false)).not.toContain(issuer);
    expect(await log(true)).toContain(issuer);
  });
});
