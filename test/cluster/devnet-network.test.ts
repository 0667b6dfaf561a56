import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { limits } from "@cartorio/protocol";
import { getStatus } from "@cartorio/sdk";
import { describe, expect, it } from "vitest";
import { clientOf } from "./chain.ts";
import { runCartorio, startDevnet, until, withTemporaryFolder } from "./devnet-process.ts";

const fast = ["--parameter", "heartbeatIntervalMs=100", "--parameter", "baseTimeoutMs=1000"];
/** Many times the interval of the heartbeat. */
const watchedMs = 3_000;

describe("a devnet on a bad network", () => {
  it("stands still while it is cut in two halves, and leaves settings without proxies", async () => {
    await withTemporaryFolder(async (folder) => {
      const directory = join(folder, "devnet");
      const network = ["--latency", "5ms", "--loss", "1%", "--partition", "0,1/2,3@2s+600s"];
      const devnet = await startDevnet(directory, [...fast, ...network]);
      const clients = devnet.ready.nodes.map(({ rpcUrl }) => clientOf(rpcUrl));
      const heights = async (): Promise<number[]> => {
        const answers = await Promise.all(clients.map((client) => getStatus(client)));
        return answers.map(({ certifiedHeight }) => certifiedHeight);
      };
      await devnet.process.says("the network is cut: 0,1 / 2,3 (for 600 s)");
      const before = Math.max(...(await heights()));
      const endMs = performance.now() + watchedMs;
      await until("time to pass", () => performance.now() > endMs);
      // Two of four certify nothing but what was under way.
      expect(Math.max(...(await heights()))).toBeLessThanOrEqual(before + limits.pipelineDepth);

      const settings = join(directory, "node-1/config/node.toml");
      const ports: { readonly nodes: { readonly peerPort: number }[] } = JSON.parse(
        readFileSync(join(directory, "devnet.json"), "utf8"),
      );
      const second = `"/ip4/127.0.0.1/tcp/${ports.nodes[1]?.peerPort}"`;
      expect(readFileSync(settings, "utf8")).not.toContain(second);
      await devnet.process.stop();
      expect(readFileSync(settings, "utf8")).toContain(second);
    });
  });

  it("refuses a partition of validators that do not exist, before a devnet is made", async () => {
    await withTemporaryFolder(async (folder) => {
      const dir = join(folder, "devnet");
      const args = ["devnet", "--dir", dir, "--partition", "0/4@1s+1s"];
      const { exitCode, stderr } = await runCartorio(args);
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/error USAGE: --partition 0\/4@1s\+1s: there is no validator 4/);
      expect(existsSync(join(dir, "devnet.json"))).toBe(false);
    });
  });
});
