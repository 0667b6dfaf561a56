import { connect } from "node:net";
import { text } from "node:stream/consumers";
import type { FastifyInstance } from "fastify";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createToken, parseTokenLine, type Scope } from "../src/access.ts";
import { createBudgets } from "../src/budgets.ts";
import { createCallers } from "../src/callers.ts";
import { defaultGatewayLimits } from "../src/limits.ts";
import { methodTable } from "../src/method-table.ts";
import { defaultSecurity } from "../src/security.ts";
import { createServer } from "../src/server.ts";
import { createExampleNetwork, type ExampleNetwork } from "./support/example-network.ts";
import { type TestServer, testServer } from "./support/http.ts";

/** The token, and its record: what the caller shows and what the gateway keeps. */
function token(scope: Scope, expiresAt?: number) {
  const made = createToken({ name: scope, scope, expiresAt });
  const parsed = parseTokenLine(made.line);
  if (!parsed.ok) throw new Error(parsed.must);
  return { token: made.token, record: parsed.token };
}

const read = token("read");
const expired = token("admin", Date.now() - 1);
const unknown = token("admin");
const tokens = [read.record, expired.record];
/** Who gets nothing: without a token, with one that nobody knows, with one of the past. */
const strangers = [undefined, unknown, expired];

let network: ExampleNetwork;
let guarded: FastifyInstance;
const lines: string[] = [];

beforeAll(async () => {
  network = await createExampleNetwork();
  const security = { ...defaultSecurity, tokens, anonymous: undefined };
  const logger = pino({ level: "debug" }, { write: (line: string) => void lines.push(line) });
  guarded = createServer({
    ...{ api: network.node.api, limits: defaultGatewayLimits, security, logger },
    ...{ audit: () => {}, methods: methodTable, callers: createCallers(security) },
    budgets: createBudgets(defaultGatewayLimits),
  });
  await guarded.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(() => guarded.close());

const sameId = { "x-request-id": "same" };

function authorization(known: { readonly token: string } | undefined): Record<string, string> {
  return known === undefined ? {} : { authorization: `Bearer ${known.token}` };
}

/** Every route of the server, as it says itself in a tree of beginnings: `["GET", "/healthz"]`. */
function routes(): (readonly [method: "GET" | "POST", path: string])[] {
  const above: string[] = [];
  const tree = guarded.printRoutes();
  return tree.split("\n").flatMap((line) => {
    const [, indent = "", part = "", methods = ""] =
      /^(.*)── (\S*)(?: \((.*)\))?$/.exec(line) ?? [];
    const depth = Math.floor(indent.length / 4);
    above.splice(depth, above.length, part);
    const path = above.join("");
    return (["GET", "POST"] as const)
      .filter((method) => methods.split(", ").includes(method))
      .map((method) => [method, path] as const);
  });
}

/** A path with something in the place of its parameters. */
function asked(path: string): string {
  return path.replace(/\*$|:\w+/g, encodeURIComponent(network.values["did"] ?? ""));
}

describe("a caller without scope", () => {
  const open = new Set(["/healthz", "/readyz"]);

  it("gets nothing at any route but those of health, byte for byte alike", async () => {
    const found = routes();
    expect(found.map((route) => route.join(" "))).toEqual(
      expect.arrayContaining(["POST /", "POST /rpc", "GET /1.0/identifiers/*", "GET /healthz"]),
    );
    for (const [method, path] of found.filter(([, each]) => !open.has(each))) {
      const ask = (known: { readonly token: string } | undefined) => {
        const body = { jsonrpc: "2.0", id: 1, method: "chain_getStatus" };
        const type = { "content-type": "application/json" };
        return guarded.inject({
          ...{ method, url: asked(path), headers: { ...sameId, ...authorization(known) } },
          ...(method === "POST"
            ? {
                payload: JSON.stringify(body),
                headers: { ...sameId, ...authorization(known), ...type },
              }
            : {}),
        });
      };
      const refusals = [];
      for (const stranger of strangers) refusals.push(await ask(stranger));
      for (const { statusCode, body, headers } of refusals) {
        expect(`${method} ${path} ${statusCode}`).toBe(`${method} ${path} 401`);
        expect(headers["www-authenticate"]).toBe("Bearer");
        expect(body).toBe(refusals[0]?.body);
        expect({ ...headers, date: "" }).toEqual({ ...refusals[0]?.headers, date: "" });
      }
      expect((await ask(read)).statusCode, `${method} ${path}`).not.toBe(401);
    }
  });

  it("gets no WebSocket, byte for byte alike", async () => {
    const refusals = [];
    for (const stranger of strangers) refusals.push(await upgrade(authorization(stranger)));
    expect(refusals[0]).toMatch(/^HTTP\/1\.1 401 Unauthorized\r\n/);
    expect(refusals[0]).toContain("www-authenticate: Bearer\r\n");
    expect(new Set(refusals).size).toBe(1);
  });
});

/** What the server says to bytes that are sent to its port. */
function raw(bytes: string): Promise<string> {
  const address = guarded.server.address();
  if (address === null || typeof address === "string") throw new Error("it does not listen");
  const socket = connect(address.port, "127.0.0.1");
  socket.write(bytes);
  return text(socket);
}

function upgrade(headers: Readonly<Record<string, string>>): Promise<string> {
  const all = {
    ...{ host: "x", upgrade: "websocket", connection: "upgrade", "sec-websocket-version": "13" },
    ...{ "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==", ...sameId, ...headers },
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return raw(`GET /ws HTTP/1.1\r\n${head.join("")}\r\n`);
}

describe("every refusal", () => {
  const json = "content-type: application/json\r\nconnection: close\r\n";
  it.each([
    ["an unknown path", "GET /x HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n", 404],
    ["a broken escape", "GET /1.0/%zz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n", 400],
    ["an expectation", "POST / HTTP/1.1\r\nhost: x\r\nexpect: a-miracle\r\n\r\n", 417],
    ["what is no HTTP", "\u0001\r\n\r\n", 400],
    ["headers that are too long", `GET / HTTP/1.1\r\nx: ${"a".repeat(20_000)}\r\n\r\n`, 431],
    [
      "a content type",
      "POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 2\r\n\r\n{}",
      415,
    ],
    [
      "a caller without scope",
      "GET /1.0/identifiers/did:x HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
      401,
    ],
    ["JSON that is none", `POST / HTTP/1.1\r\nhost: x\r\n${json}content-length: 1\r\n\r\n{`, 200],
    [
      "a WebSocket elsewhere",
      "GET /x HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n",
      404,
    ],
  ])(
    "of %s has security headers and a request id that leads to the log",
    async (_, bytes, status) => {
      lines.length = 0;
      const answer = await raw(bytes);
      expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      const [head = "", body = ""] = answer.split("\r\n\r\n");
      expect(head).toContain("x-content-type-options: nosniff");
      expect(head).toContain("content-security-policy: default-src 'none'");
      const requestId = /^x-request-id: ([0-9a-f-]{36})$/m.exec(head)?.[1] ?? "none";
      if (body !== "") expect(body).toContain(`"requestId":"${requestId}"`);
      await expect.poll(() => lines.join("")).toContain(`"requestId":"${requestId}"`);
    },
  );

  it("of a call leads to the log, also of a method that there is not", async () => {
    const target: TestServer = testServer(network.node.api);
    const bodies = [
      { jsonrpc: "2.0", id: 1, method: "did_steal" },
      { jsonrpc: "1.0", id: 1, method: "did_resolve" },
    ];
    const codes = ["METHOD_NOT_FOUND", "INVALID_REQUEST"];
    for (const body of bodies) await target.post(body, sameId);
    const logged = target
      .logged()
      .split("\n")
      .filter((line) => line.includes('"code"'));
    const told = logged
      .map((line) => JSON.parse(line))
      .map(({ requestId, code }) => [requestId, code]);
    expect(told).toEqual(codes.map((code) => ["same", code]));
    expect(target.logged()).not.toContain("did_steal");
  });
});
