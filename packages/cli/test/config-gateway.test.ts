import { appendFileSync, copyFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { defaultGatewayLimits } from "@cartorio/gateway/limits";
import { defaultSecurity } from "@cartorio/gateway/security";
import { defaultParameters } from "@cartorio/protocol";
import { beforeAll, describe, expect, it } from "vitest";
import { loadConfig, type NodeConfig } from "../src/config-resolve.ts";
import { createDevnet } from "../src/devnet-create.ts";
// Loaded with the file, since it takes seconds on a busy machine; the command loads it when needed.
import "../src/prepare-node.ts";
import { lastJson, run, temporaryFolder } from "./fake-host.ts";

const folder = temporaryFolder();
const directory = join(folder, "node-1");
const fixtures = join(import.meta.dirname, "../../gateway/test/fixtures");

beforeAll(async () => {
  await createDevnet({ directory: folder, validators: 1, parameters: defaultParameters });
});

function load(...flags: readonly (readonly [string, string])[]): Promise<NodeConfig> {
  return loadConfig({ directory, environment: {}, flags: new Map(flags) });
}

const admin = `ops admin never ${"ab".repeat(32)}`;

describe("settings of the gateway", () => {
  it("are those of the gateway where nothing is set", async () => {
    const { gateway } = await load();
    expect(gateway).toEqual({
      limits: defaultGatewayLimits,
      security: defaultSecurity,
      auditFile: join(directory, "data/audit.log"),
    });
  });

  it("reach it in its own terms", async () => {
    const { gateway } = await load(
      ["rpc.anonymousScope", "none"],
      ["rpc.tokens", `${admin},portal write 2027-01-31 ${"cd".repeat(32)}`],
      ["rpc.corsOrigins", "https://portal.example,*"],
      ["rpc.trustedProxies", "10.0.0.0/8,2001:db8::1"],
      ["rpc.costPerSecond", "7"],
      ["rpc.costBurst", "700"],
      ["rpc.logQueries", "yes"],
      ["rpc.auditFile", ""],
      ["rpc.tlsCertificate", "/tls.pem"],
      ["rpc.tlsKey", "tls.key"],
      ["rpc.tlsClientCa", "ca.pem"],
      ["admin.port", "9000"],
      ["limits.maxBatchRequests", "9"],
    );
    expect(gateway).toMatchObject({
      limits: { ...defaultGatewayLimits, maxBatchRequests: 9 },
      security: {
        anonymous: undefined,
        tokens: [
          { name: "ops", scope: "admin", expiresAt: undefined },
          { name: "portal", scope: "write", expiresAt: Date.UTC(2027, 0, 31) },
        ],
        corsOrigins: ["https://portal.example", "*"],
        trustedProxies: ["10.0.0.0/8", "2001:db8::1"],
        rate: { costPerSecond: 7, burst: 700 },
        logsQueries: true,
        tls: {
          certificate: "/tls.pem",
          key: join(directory, "tls.key"),
          clientCa: join(directory, "ca.pem"),
        },
      },
      admin: { host: "127.0.0.1", port: 9000 },
      auditFile: "",
    });
  });

  it.each([
    [[["rpc.tokens", "secret"]], "rpc.tokens: entry 1 must be NAME SCOPE EXPIRY DIGEST"],
    [[["rpc.tokens", `${admin},${admin}`]], "rpc.tokens: entry 2 must have a name of its own"],
    [[["rpc.tlsKey", "a"]], "rpc.tlsCertificate and rpc.tlsKey must be set together"],
    [
      [["rpc.tlsClientCa", "a"]],
      "rpc.tlsClientCa must have rpc.tlsCertificate and rpc.tlsKey beside it",
    ],
    [
      [["rpc.corsOrigins", "https://a.example/"]],
      'rpc.corsOrigins: "https://a.example/" must be an origin',
    ],
    [[["rpc.corsOrigins", "file://"]], 'rpc.corsOrigins: "file://" must be an origin'],
    [
      [["rpc.trustedProxies", "proxy"]],
      'rpc.trustedProxies: "proxy" must be an address or network',
    ],
    [[["rpc.trustedProxies", "10.0.0.0/33"]], 'rpc.trustedProxies: "10.0.0.0/33" must be'],
    [[["admin.port", "9000"]], "admin.port opens a listener that nobody can use"],
    [[["limits.maxBodyBytes", "1"]], "--limits-max-body-bytes must be a whole number from 1024"],
  ] as const)("with %j are refused", async (flags, message) => {
    await expect(load(...flags)).rejects.toMatchObject({
      code: "CONFIG_INVALID",
      message: expect.stringContaining(message),
    });
  });

  it("never show a token that somebody put where its digest belongs", async () => {
    const { stdout } = await run(folder, [
      "token",
      "new",
      "--name",
      "a",
      "--scope",
      "read",
      "--expires",
      "never",
      "--json",
    ]);
    const token = String(JSON.parse(stdout).token);
    await expect(load(["rpc.tokens", `a read never ${token}`])).rejects.toSatisfy(
      (error: Error) => !error.message.includes(token),
    );
  });
});

describe("cartorio status of a node that asks for a token", () => {
  it("says so, and shows that of CARTORIO_TOKEN", async () => {
    const seen: unknown[] = [];
    const server = createServer((request, response) => {
      seen.push(request.headers.authorization);
      const error = { code: -1023, message: "", data: { code: "ACCESS_DENIED" } };
      response.writeHead(401).end(JSON.stringify({ jsonrpc: "2.0", error, id: 1 }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const args = ["status", "--url", `http://127.0.0.1:${port}`];
    const { exitCode, stderr } = await run(folder, args);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^error ACCESS_DENIED: .*set CARTORIO_TOKEN/);
    await run(folder, args, { CARTORIO_TOKEN: "cartorio_x" });
    expect(seen).toEqual([undefined, "Bearer cartorio_x"]);
    server.close();
  });
});

describe("cartorio token new", () => {
  it("shows a token once and the line that the settings take", async () => {
    const args = [
      "token",
      "new",
      "--name",
      "portal",
      "--scope",
      "write",
      "--expires",
      "2099-06-30",
    ];
    const { exitCode, stdout } = await run(folder, args);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^cartorio_[A-Za-z0-9_-]{43}\n/);
    const line = /^"(.*)"$/m.exec(stdout)?.[1] ?? "";
    expect((await load(["rpc.tokens", line])).gateway.security.tokens).toMatchObject([
      { name: "portal", scope: "write", expiresAt: Date.UTC(2099, 5, 30) },
    ]);
  });

  it.each([
    [["--name", "a b", "--scope", "read", "--expires", "never"], "--name must be up to 64"],
    [
      ["--name", "a", "--scope", "root", "--expires", "never"],
      "Allowed choices are read, write, admin.",
    ],
    [["--name", "a", "--scope", "read", "--expires", "soon"], "--expires must be a date"],
    [
      ["--name", "a", "--scope", "read", "--expires", "2020-01-01"],
      "--expires must be in the future",
    ],
    [["--name", "a", "--scope", "read"], "required option '--expires <time>' not specified"],
  ])("explains the mistake in %j", async (args, message) => {
    const { exitCode, stderr } = await run(folder, ["token", "new", ...args]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe("cartorio config check", () => {
  const check = ["config", "check", "--dir", "node-1"];

  it("finds a devnet's node in order", async () => {
    const { exitCode, stdout } = await run(folder, check);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: `${join(directory, "config/node.toml")}: no mistakes\n`,
    });
  });

  it("notes what is allowed and yet worth a look", async () => {
    const environment = {
      CARTORIO_RPC_HOST: "0.0.0.0",
      CARTORIO_RPC_CORS_ORIGINS: "*",
      CARTORIO_RPC_TOKENS: `${admin},old read 2020-01-01 ${"cd".repeat(32)}`,
      CARTORIO_ADMIN_HOST: "0.0.0.0",
      CARTORIO_ADMIN_PORT: "9000",
    };
    const answer = lastJson(await run(folder, [...check, "--json"], environment));
    expect(answer).toMatchObject({
      valid: true,
      notes: [
        expect.stringContaining("without TLS"),
        expect.stringContaining("rpc.anonymousScope"),
        expect.stringContaining("admin.host 0.0.0.0"),
        expect.stringContaining("rpc.corsOrigins"),
        "rpc.tokens: old has expired",
      ],
    });
  });

  it("tries the certificate files", async () => {
    const [certificate, key] = [join(folder, "tls.pem"), join(folder, "tls.key")];
    const environment = { CARTORIO_RPC_TLS_CERTIFICATE: certificate, CARTORIO_RPC_TLS_KEY: key };
    copyFileSync(join(fixtures, "server-1.pem"), certificate);
    copyFileSync(join(fixtures, "server-1.key.pem"), key);
    expect((await run(folder, check, environment)).exitCode).toBe(0);
    writeFileSync(key, "not PEM");
    const { exitCode, stderr } = await run(folder, check, environment);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^error CONFIG_INVALID: .*do not make a certificate/);
  });

  it("explains every mistake of the file with its line", async () => {
    const path = join(folder, "observer-1/config/node.toml");
    appendFileSync(path, "\n[limits]\nmaxBodyBytes = 1\n[rpcs]\n");
    const { exitCode, stderr } = await run(folder, ["config", "check", "--dir", "observer-1"]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/node\.toml:[0-9]+: /);
  });
});
