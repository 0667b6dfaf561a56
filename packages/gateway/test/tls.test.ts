import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TLSSocket } from "node:tls";
import pino from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { createToken, parseTokenLine } from "../src/access.ts";
import { createGateway, type Gateway, type GatewayUrls } from "../src/gateway.ts";
import type { SecurityOptions, TlsFiles } from "../src/security.ts";
import { watchTls } from "../src/tls.ts";
import { createMemoryChain } from "./support/memory-chain.ts";
import { createMemoryNode } from "./support/memory-node.ts";

const { api } = createMemoryNode({ chain: createMemoryChain() });
const fixtures = join(import.meta.dirname, "fixtures");
const authority = await readFile(join(fixtures, "authority.pem"));
const made = createToken({ name: "admin", scope: "admin", expiresAt: undefined });
const parsed = parseTokenLine(made.line);
if (!parsed.ok) throw new Error(parsed.must);

let folder: string;
let files: TlsFiles;
const running: Gateway[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "cartorio-tls-"));
  files = { certificate: join(folder, "tls.pem"), key: join(folder, "tls.key.pem") };
  await install("server-1");
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((gateway) => gateway.stop()));
  await rm(folder, { recursive: true });
});

async function install(name: string): Promise<void> {
  await copyFile(join(fixtures, `${name}.key.pem`), files.key);
  await copyFile(join(fixtures, `${name}.pem`), files.certificate);
}

async function start(security: Partial<SecurityOptions>): Promise<GatewayUrls> {
  const at = { host: "127.0.0.1", port: 0 };
  const logger = pino({ level: "silent" });
  const tokens = parsed.ok ? [parsed.token] : [];
  const gateway = createGateway({
    api,
    listen: at,
    admin: at,
    logger,
    security: { tokens, ...security },
  });
  running.push(gateway);
  return gateway.start();
}

interface Asked {
  readonly status: number;
  readonly subject: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

interface Ask {
  readonly method?: string;
  readonly client?: string;
  readonly token?: string;
}

async function ask(
  url: string,
  { method = "chain_getStatus", client, token }: Ask = {},
): Promise<Asked> {
  const pair =
    client === undefined
      ? {}
      : {
          cert: await readFile(join(fixtures, `${client}.pem`)),
          key: await readFile(join(fixtures, `${client}.key.pem`)),
        };
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    const sending = request(
      `${url}/`,
      {
        method: "POST",
        ca: authority,
        agent: false,
        headers: { "content-type": "application/json", ...authorization },
        ...pair,
      },
      (response) => {
        const subject = String((response.socket as TLSSocket).getPeerCertificate().subject.CN);
        let body = "";
        response.on("data", (chunk) => {
          body += String(chunk);
        });
        response.on("error", reject);
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, subject, headers: response.headers, body }),
        );
      },
    );
    sending.on("error", reject);
    sending.end(JSON.stringify({ jsonrpc: "2.0", id: 1, method }));
  });
}

describe("TLS", () => {
  it("serves both listeners, and tells browsers to stay with it", async () => {
    const { url, adminUrl = "" } = await start({ tls: files });
    expect(url).toMatch(/^https:/);
    expect(await ask(url)).toMatchObject({
      status: 200,
      subject: "first",
      headers: { "strict-transport-security": "max-age=31536000" },
    });
    const answer = await ask(adminUrl, { method: "admin_getGateway", token: made.token });
    expect(JSON.parse(answer.body)).toMatchObject({ result: { requestsRunning: 1 } });
    expect((await ask(adminUrl, { method: "admin_getGateway" })).status).toBe(401);
    await expect(fetch(url.replace("https", "http"))).rejects.toThrow();
  });

  it("serves WebSockets too", async () => {
    const { url } = await start({ tls: files });
    const socket = new WebSocket(`${url.replace(/^http/, "ws")}/ws`, { ca: authority });
    await new Promise((resolve, reject) => {
      socket.once("open", resolve);
      socket.once("error", reject);
    });
    const answer = new Promise((resolve) =>
      socket.once("message", (data) => resolve(String(data))),
    );
    socket.send('{"jsonrpc":"2.0","id":1,"method":"chain_getStatus"}');
    expect(JSON.parse(String(await answer))).toMatchObject({ result: { network: "example" } });
    socket.close();
  });

  it("takes a new certificate without a restart, and keeps the old one if the new one is broken", async () => {
    const { url, adminUrl = "" } = await start({ tls: files });
    const reload = async (): Promise<unknown> =>
      JSON.parse((await ask(adminUrl, { method: "admin_reloadTls", token: made.token })).body);
    await install("server-2");
    expect((await ask(url)).subject).toBe("first");
    expect(await reload()).toMatchObject({ result: { reloaded: true } });
    expect((await ask(url)).subject).toBe("second");
    // The key of another certificate.
    await copyFile(join(fixtures, "client.key.pem"), files.key);
    expect(await reload()).toMatchObject({ error: { data: { code: "CONFIG_INVALID" } } });
    await writeFile(files.certificate, "not PEM");
    expect(await reload()).toMatchObject({ error: { data: { code: "CONFIG_INVALID" } } });
    expect((await ask(url)).subject).toBe("second");
  });

  it("notices by itself that the files were replaced", async () => {
    const seen: unknown[] = [];
    const { promise: reloaded, resolve } = Promise.withResolvers<void>();
    const watching = watchTls({
      files,
      servers: [],
      intervalMs: 5,
      onReload(error) {
        seen.push(error);
        if (error === undefined) resolve();
      },
    });
    const touching = setInterval(() => void install("server-2"), 20);
    await reloaded;
    clearInterval(touching);
    watching.stop();
    expect(seen).toContain(undefined);
  });

  it("asks clients for a certificate of its authority where one is set", async () => {
    const clientCa = join(fixtures, "authority.pem");
    const { url, adminUrl = "" } = await start({ tls: { ...files, clientCa } });
    expect((await ask(url, { client: "client" })).status).toBe(200);
    for (const target of [url, adminUrl]) {
      await expect(ask(target)).rejects.toThrow();
      await expect(ask(target, { client: "stranger" })).rejects.toThrow();
    }
  });

  it("does not start with files that do not fit, and says which", async () => {
    await copyFile(join(fixtures, "client.key.pem"), files.key);
    await expect(start({ tls: files })).rejects.toMatchObject({
      code: "CONFIG_INVALID",
      message: expect.stringContaining(files.certificate),
    });
    await expect(start({ tls: { ...files, key: join(folder, "none") } })).rejects.toMatchObject({
      code: "CONFIG_INVALID",
      message: expect.stringContaining(join(folder, "none")),
    });
  });
});
