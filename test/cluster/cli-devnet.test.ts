import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type DevnetNodeReady,
  isRunning,
  type RunningDevnet,
  runCartorio,
  spawnCartorio,
  startDevnet,
  startNode,
  until,
  withTemporaryFolder,
} from "./devnet-process.ts";

const promisedStopMs = 5000;
/** The story needs nine process starts, each of a second of one core's time. */
const storyTimeoutMs = 300_000;

function identity({ name, rpcUrl, member }: DevnetNodeReady) {
  return { name, rpcUrl, member };
}

async function listenOn(port: number): Promise<() => Promise<void>> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return () => new Promise((resolve) => server.close(() => resolve()));
}

function pids({ ready }: RunningDevnet): number[] {
  return ready.nodes.map(({ pid }) => pid);
}

async function certifiedHeight(rpcUrl: string): Promise<number> {
  const { stdout } = await runCartorio(["status", "--json", "--url", rpcUrl]);
  return JSON.parse(stdout).status?.certifiedHeight ?? 0;
}

/** SIGINT twice, as Ctrl-C under `npm run` arrives; returns how long the end took. */
async function interruptTwice({ process: running }: RunningDevnet): Promise<number> {
  const startMs = performance.now();
  running.child.kill("SIGINT");
  await running.says("stopp").catch(() => undefined);
  running.child.kill("SIGINT");
  expect(await running.ended).toEqual({ exitCode: 0, signal: null });
  return performance.now() - startMs;
}

// One cluster lives through the whole story, since each start costs seconds of both cores.
describe("cartorio devnet", () => {
  it(
    "runs, refuses a second start, survives a killed node, stops, and starts again on its data",
    async () => {
      await withTemporaryFolder(async (folder) => {
        const directory = join(folder, "devnet");
        const fast = ["--parameter", "heartbeatIntervalMs=1000"];
        const first = await startDevnet(directory, fast);
        const { ready } = first;
        expect(ready.nodes.map(({ name }) => name)).toEqual([
          "node-1",
          "node-2",
          "node-3",
          "node-4",
        ]);
        expect(new Set(pids(first)).size).toBe(4);
        expect(ready.rpcUrl).toBe(ready.nodes[0]?.rpcUrl);
        for (const { memberKey, member } of ready.nodes) {
          expect(existsSync(memberKey ?? "")).toBe(true);
          expect(member).toMatch(/^did:cartorio:devnet:zQm/);
        }
        // Standard output is one JSON line; people are told on standard error.
        expect(first.process.stdout().trimEnd().split("\n")).toHaveLength(1);

        await secondStartIsRefused(directory, first);
        await killedNodeComesBack(directory, first);

        const tookMs = await interruptTwice(first);
        expect(tookMs).toBeLessThan(promisedStopMs);
        expect(pids(first).filter(isRunning)).toEqual([]);

        // Another program takes a port meanwhile: that one moves, on every node, and nothing else.
        const release = await listenOn(Number(new URL(ready.rpcUrl).port));
        const again = await startDevnet(directory, ["--observer"]);
        await release();
        const observer = again.ready.nodes.at(-1);
        expect(observer).toMatchObject({ name: "observer-1", role: "observer" });
        expect(again.ready.chainId).toBe(ready.chainId);
        expect(again.ready.rpcUrl).not.toBe(ready.rpcUrl);
        expect(again.ready.nodes.slice(1, 4).map(identity)).toEqual(
          ready.nodes.slice(1).map(identity),
        );
        await until(
          "the observer to follow",
          async () => (await certifiedHeight(observer?.rpcUrl ?? "")) > 0,
        );
        const status = await runCartorio(["status", "--dir", directory]);
        expect(status.exitCode).toBe(0);
        expect(status.stdout.match(/ {2}ready\n/g)).toHaveLength(4);

        await childrenDieWithTheirParent(again);
      });
    },
    storyTimeoutMs,
  );

  it("refuses another network than the one in its folder, and tells why a node does not start", async () => {
    await withTemporaryFolder(async (directory) => {
      const one = await startDevnet(directory, ["--validators", "1"]);
      await one.process.stop();
      const other = await runCartorio(["devnet", "--dir", directory, "--validators", "4"]);
      expect(other.exitCode).toBe(1);
      expect(other.stderr).toMatch(
        /error CONFIG_INVALID: .*has 1 validators, not 4; start over with --reset/,
      );
      const slow = ["devnet", "--dir", directory, "--parameter", "baseTimeoutMs=7777"];
      expect((await runCartorio(slow)).stderr).toMatch(/made with baseTimeoutMs=2000, not 7777/);
      const fresh = await startDevnet(directory, ["--validators", "1", "--reset"]);
      expect(fresh.ready.chainId).not.toBe(one.ready.chainId);
      await fresh.process.stop();

      // A node that cannot start: its own error comes first, then where to look.
      writeFileSync(join(directory, "node-1/keys/validator.key"), "{}");
      const broken = await runCartorio(["devnet", "--dir", directory]);
      expect(broken.exitCode).toBe(1);
      expect(broken.stderr).toMatch(
        /error KEY_INVALID: node-1 did not start: .*validator\.key is not a key file/,
      );
      expect(broken.stderr).toContain(`the end of ${join(directory, "node-1/data/console.log")}`);
    });
  });

  it("stops while it is still starting", async () => {
    await withTemporaryFolder(async (folder) => {
      const directory = join(folder, "devnet");
      const running = spawnCartorio(["devnet", "--supervised", "--dir", directory]);
      await running.says("starting 4 processes");
      const startMs = performance.now();
      expect(await running.stop()).toEqual({ exitCode: 0, signal: null });
      expect(performance.now() - startMs).toBeLessThan(promisedStopMs);
      expect(running.stdout()).toBe("");
    });
  });
});

async function secondStartIsRefused(directory: string, { process: running, ready }: RunningDevnet) {
  const second = await runCartorio(["devnet", "--dir", directory, "--json"]);
  expect(second.exitCode).toBe(1);
  expect(JSON.parse(second.stdout).error).toMatchObject({ code: "ALREADY_RUNNING" });
  expect(second.stderr).toContain(`process ${running.pid}`);
  expect(second.stderr).toContain(ready.rpcUrl);
  const node = ready.nodes[1];
  const copy = await runCartorio(["start", "--dir", node?.dir ?? ""]);
  expect(copy.stderr).toMatch(/^error ALREADY_RUNNING: /m);
  expect(copy.stderr).toContain(`process ${node?.pid}`);
  expect(copy.stderr).toContain(node?.rpcUrl);
}

async function killedNodeComesBack(directory: string, running: RunningDevnet) {
  const victim = running.ready.nodes[2];
  process.kill(victim?.pid ?? 0, "SIGKILL");
  await running.process.says(`node-3 (pid ${victim?.pid}) ended by SIGKILL; the others go on`);
  expect(running.process.stderr()).toContain(`cartorio start --dir ${join(directory, "node-3")}`);
  const before = await certifiedHeight(running.ready.rpcUrl);
  await until(
    "a block by the other three",
    async () => (await certifiedHeight(running.ready.rpcUrl)) > before,
  );
  const back = await startNode(victim?.dir ?? "");
  expect(back.ready.rpcUrl).toBe(victim?.rpcUrl);
  const target = await certifiedHeight(running.ready.rpcUrl);
  await until(
    "the node to catch up",
    async () => (await certifiedHeight(back.ready.rpcUrl)) > target,
  );
  expect(await back.process.stop()).toEqual({ exitCode: 0, signal: null });
}

async function childrenDieWithTheirParent(running: RunningDevnet) {
  running.process.child.kill("SIGKILL");
  await until("the nodes to end", () => pids(running).every((pid) => !isRunning(pid)));
  const log = readFileSync(join(running.ready.nodes[0]?.dir ?? "", "data/node.log"), "utf8");
  expect(log).toContain("the process that started it is gone");
}
