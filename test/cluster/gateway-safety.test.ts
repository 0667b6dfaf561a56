import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createToken, type Scope } from "@cartorio/gateway";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningNode, startDevnet, startNode, until } from "./devnet-process.ts";

const folder = mkdtempSync(join(tmpdir(), "cartorio-safety-"));
const directory = join(folder, "devnet/node-1");
const logFile = join(folder, "node.log");
const auditFile = join(folder, "audit.log");

const token = (scope: Scope, expiresAt?: number) =>
  createToken({ name: `${scope}-${expiresAt ?? "never"}`, scope, expiresAt });
const [read, write, admin] = [token("read"), token("write"), token("admin")];
const expired = token("admin", Date.now() - 1);
const unknown = token("admin");

interface Described {
  readonly name: string;
  readonly "x-permission": Scope;
  readonly result: { readonly schema: object };
  readonly examples: readonly {
    readonly params: readonly { readonly name: string; readonly value: unknown }[];
  }[];
}

let node: RunningNode;
let adminUrl: string;

beforeAll(async () => {
  const devnet = await startDevnet(join(folder, "devnet"), ["--validators", "1"]);
  await devnet.process.stop();
  const port = await freePort();
  const lines = [read, write, admin, expired].map(({ line }) => line);
  node = await startNode(directory, [
    ...["--rpc-anonymous-scope", "none", "--rpc-tokens", lines.join(",")],
    ...["--admin-port", String(port), "--rpc-audit-file", auditFile],
    ...["--log-level", "debug", "--log-file", logFile],
  ]);
  adminUrl = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await node.process.stop();
  rmSync(folder, { recursive: true, force: true });
});

function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer();
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    server.close(() => resolve(port));
  });
  return promise;
}

interface Asked {
  readonly url: string;
  readonly method: string;
  readonly params?: object;
  readonly by?: { readonly token: string } | undefined;
}

/** Status, headers but for the date, and body, as they came. */
async function ask({ url, method, params = {}, by }: Asked) {
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-request-id": "same",
      ...(by === undefined ? {} : { authorization: `Bearer ${by.token}` }),
    },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
  });
  const headers = [...response.headers].filter(([name]) => name !== "date");
  return { status: response.status, headers, body: await response.text() };
}

async function discover(): Promise<readonly Described[]> {
  const { body } = await ask({ url: adminUrl, method: "rpc.discover", by: admin });
  return JSON.parse(body).result.methods;
}

describe("a node that asks for tokens, as a process", () => {
  it("refuses each method to whoever lacks its scope, byte for byte alike", async () => {
    const lower = { read: [], write: [read], admin: [read, write] };
    const methods = await discover();
    expect(new Set(methods.map((method) => method["x-permission"]))).toEqual(
      new Set(["read", "write", "admin"]),
    );
    for (const { name: method, "x-permission": permission } of methods) {
      const refusals = [];
      for (const by of [undefined, unknown, expired, ...lower[permission]]) {
        refusals.push(await ask({ url: adminUrl, method, by }));
      }
      const [first] = refusals;
      expect(`${method} ${first?.status}`).toBe(`${method} 401`);
      expect(JSON.parse(first?.body ?? "").error.data.code).toBe("ACCESS_DENIED");
      for (const refusal of refusals) expect(refusal).toEqual(first);
    }
  });

  it("executes the examples of the methods that only the admin listener has", async () => {
    const methods = (await discover()).filter((method) => method["x-permission"] === "admin");
    expect(methods.length).toBeGreaterThan(2);
    for (const { name: method, examples, result } of methods) {
      expect(examples).not.toEqual([]);
      for (const example of examples) {
        const params = Object.fromEntries(example.params.map(({ name, value }) => [name, value]));
        const answer = JSON.parse((await ask({ url: adminUrl, method, params, by: admin })).body);
        expect(`${method} ${answer.error?.data.code}`).toBe(`${method} undefined`);
        const isResult = new Ajv2020({ strict: false }).compile(result.schema);
        isResult(answer.result);
        expect(isResult.errors ?? []).toEqual([]);
      }
      const { body } = await ask({ url: node.ready.rpcUrl, method, by: admin });
      expect(JSON.parse(body).error.data.code).toBe("METHOD_NOT_FOUND");
    }
  });

  it("notes who wrote, logs each answer, and neither the token nor what was asked about", async () => {
    const url = node.ready.rpcUrl;
    const did = "did:cartorio:devnet:zQmYkmaaLGrfwQboYVsSqfDSVVGSyP6BjK1BYTFcPQ1vTD7";
    await ask({ url, method: "tx_submit", params: { envelope: "AAAA" }, by: write });
    await ask({ url, method: "did_resolve", params: { did }, by: read });
    await fetch(`${url}/1.0/identifiers/${did}`, {
      headers: { authorization: `Bearer ${read.token}`, "x-request-id": "resolution" },
    });
    const audited = (): readonly Readonly<Record<string, unknown>>[] =>
      readFileSync(auditFile, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
    await until("the write to be noted", () =>
      audited().some(({ token: name, method }) => name === "write-never" && method === "tx_submit"),
    );
    expect(audited().filter(({ method }) => method === "did_resolve")).toEqual([]);
    const log = (): string => readFileSync(logFile, "utf8");
    await until("the resolution to be logged", () => log().includes('"requestId":"resolution"'));
    expect(log()).toContain('"method":"did_resolve"');
    for (const text of [log(), readFileSync(auditFile, "utf8")]) {
      for (const secret of [did, read.token, write.token, admin.token]) {
        expect(text).not.toContain(secret);
      }
    }
  });
});
