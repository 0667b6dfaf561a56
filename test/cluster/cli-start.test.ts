import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient, getStatus, httpTransport } from "@cartorio/sdk";
import { acquireDirectory } from "@cartorio/storage";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCartorio, startDevnet, startNode, until } from "./devnet-process.ts";

const folder = mkdtempSync(join(tmpdir(), "cartorio-start-"));
/** A node alone in its network, which ran once and has data. */
const node = join(folder, "devnet/node-1");

beforeAll(async () => {
  const devnet = await startDevnet(join(folder, "devnet"), ["--validators", "1"]);
  await devnet.process.stop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a start that must fail, and checks the form of its message. */
async function failedStart(args: readonly string[]): Promise<string> {
  const { exitCode, stderr, stdout } = await runCartorio(["start", "--dir", node, ...args]);
  expect(exitCode).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toMatch(/^error [A-Z_]+: .+\n( {2}.+\n)+$/);
  expect(stderr).not.toMatch(/^ {4}at /m);
  return stderr;
}

function listen(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(server)));
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

describe("cartorio start", () => {
  it("serves, tells where, and stops within five seconds of SIGTERM", async () => {
    const { process: running, ready } = await startNode(node);
    expect(ready).toMatchObject({ ready: true, name: "node-1", pid: running.pid });
    expect((await fetch(`${ready.rpcUrl}/healthz`)).status).toBe(200);
    const status = await runCartorio(["status", "--dir", node, "--json"]);
    expect(JSON.parse(status.stdout).status).toMatchObject({ chainId: ready.chainId, ready: true });
    const startMs = performance.now();
    running.child.kill("SIGTERM");
    expect(await running.ended).toEqual({ exitCode: 0, signal: null });
    expect(performance.now() - startMs).toBeLessThan(5000);
  });

  it("writes its log as JSON lines to a file, or to standard output if told so", async () => {
    const { process: running } = await startNode(node, ["--log-file", "-"]);
    await running.stop();
    const lines = running
      .stdout()
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ msg }) => msg)).toEqual(expect.arrayContaining(["started", "stopped"]));
    const file = readFileSync(join(node, "data/node.log"), "utf8").trimEnd().split("\n");
    expect(file.map((line) => JSON.parse(line).node)).toContain("node-1");
  });

  it("goes on in new files after SIGUSR2, with those that were moved away complete", async () => {
    const { process: running, ready } = await startNode(node);
    const submit = async (): Promise<void> => {
      const body = '{"jsonrpc":"2.0","id":1,"method":"tx_submit","params":["AA"]}';
      const headers = { "content-type": "application/json" };
      await fetch(ready.rpcUrl, { method: "POST", headers, body });
    };
    const audit = join(node, "data/audit.log");
    const log = join(node, "data/node.log");
    await submit();
    await until("the write is audited", () => existsSync(audit) && statSync(audit).size > 0);
    const lines = readFileSync(audit, "utf8");
    for (const file of [audit, log]) renameSync(file, `${file}.1`);
    // As docs/operations.md says.
    const { pid } = JSON.parse(readFileSync(join(node, "data/process.lock"), "utf8"));
    process.kill(pid, "SIGUSR2");
    await until("the files are new", () => existsSync(audit) && existsSync(log));
    await submit();
    await running.stop();
    expect(readFileSync(`${audit}.1`, "utf8")).toBe(lines);
    expect(JSON.parse(readFileSync(audit, "utf8"))).toMatchObject({ method: "tx_submit" });
    expect(readFileSync(log, "utf8")).toContain('"stopped"');
  });

  it("ends with the process that started it", async () => {
    const { process: running } = await startNode(node);
    running.child.disconnect();
    expect(await running.ended).toEqual({ exitCode: 0, signal: null });
  });
});

describe("a start that cannot be", () => {
  it("names the process that holds the data directory", async () => {
    const lock = await acquireDirectory(join(node, "data"));
    await lock.announce("http://127.0.0.1:4711");
    const text = await failedStart([]);
    await lock.release();
    expect(text).toMatch(/^error ALREADY_RUNNING: /);
    expect(text).toContain(`process ${process.pid}`);
    expect(text).toContain("http://127.0.0.1:4711");
    expect(text).toContain("stop it first");
  });

  it("names the network that a foreign data directory belongs to", async () => {
    const other = join(folder, "other");
    const devnet = await startDevnet(other, ["--validators", "1"]);
    await devnet.process.stop();
    const text = await failedStart(["--data-directory", join(other, "node-1/data")]);
    expect(text).toMatch(
      /^error DATABASE_FOREIGN: .*chain id [0-9a-f]{64}.*correct the data directory/,
    );
  });

  it("says where a missing genesis belongs", async () => {
    const text = await failedStart(["--genesis", "config/nowhere.json"]);
    expect(text).toMatch(
      /^error GENESIS_MISSING: there is no genesis file .*config\/nowhere\.json\n {2}Copy /,
    );
  });

  it.each(["rpc", "peer"])("names a used %s port and how to choose another", async (which) => {
    const server = await listen(0);
    const port = portOf(server);
    const flags =
      which === "rpc"
        ? ["--rpc-port", String(port)]
        : ["--network-listen", `/ip4/127.0.0.1/tcp/${port}`];
    const text = await failedStart(flags);
    server.close();
    expect(text).toMatch(/^error PORT_IN_USE: /);
    expect(text).toContain(String(port));
    expect(text).toContain("choose another port");
  });

  it("refuses an old Node.js before it loads anything", async () => {
    const old =
      'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.19.0"}})';
    const options = { nodeArgs: ["--import", old] };
    const { exitCode, stderr } = await runCartorio(["version"], options);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /^error NODE_VERSION: this is Node\.js 20\.19\.0, and Cartorio needs 24\.12/,
    );
  });
});

describe("a start without the only vote journal of the network", () => {
  it("stays up, and says that nobody is left who could vote", async () => {
    const copy = join(folder, "amnesia");
    cpSync(node, copy, { recursive: true });
    renameSync(join(copy, "data/journal"), join(copy, "journal-elsewhere"));
    const { process: running, ready } = await startNode(copy, ["--keys-member", ""]);
    const client = createClient({ transport: httpTransport(ready.rpcUrl) });
    const reasons = async (): Promise<readonly string[]> => (await getStatus(client)).reasons;
    await until("it says what it is", async () =>
      (await reasons()).some((reason) => reason.startsWith("JOURNAL_QUORUM_LOST: ")),
    );
    expect(await running.stop()).toEqual({ exitCode: 0, signal: null });
  });
});
