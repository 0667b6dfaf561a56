import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ConfigSources, loadConfig } from "../src/config-resolve.ts";
import { environmentName, flagName, settings } from "../src/settings.ts";
import { temporaryFolder } from "./fake-host.ts";

const directory = temporaryFolder();
mkdirSync(join(directory, "config"));
writeFileSync(
  join(directory, "config/node.toml"),
  'dataDirectory = "/var/lib/cartorio"\n[rpc]\nport = 1\n[log]\nfile = "-"\n',
);

function load(sources: Partial<ConfigSources> = {}) {
  return loadConfig({ directory, environment: {}, flags: new Map(), ...sources });
}

describe("settings of a process", () => {
  it("takes the default, then the file, then the environment, then the flag", async () => {
    const environment = { CARTORIO_RPC_PORT: "2", CARTORIO_LOG_LEVEL: "debug" };
    const flags = new Map([["rpc.port", "3"]]);
    expect((await load()).rpc).toEqual({ host: "127.0.0.1", port: 1 });
    expect((await load({ environment })).rpc.port).toBe(2);
    expect((await load({ environment })).logLevel).toBe("debug");
    expect((await load({ environment, flags })).rpc.port).toBe(3);
  });

  it("resolves relative paths from the node's folder and leaves absolute ones", async () => {
    const config = await load();
    expect(config.dataDirectory).toBe("/var/lib/cartorio");
    expect(config.genesis).toBe(join(directory, "config/genesis.json"));
    expect(config.logFile).toBe("-");
  });

  it("reads lists and peers from the environment", async () => {
    const key = "z6MkpBGFNGsUVuoaJgZS7VwenT77P9vQSUho3iRSBy9SeNb8";
    const config = await load({
      environment: {
        CARTORIO_NETWORK_LISTEN: "/ip4/127.0.0.1/tcp/1, /ip6/::1/tcp/1",
        CARTORIO_NETWORK_PEERS: `${key}=/ip4/10.0.0.1/tcp/1,${key}=/ip4/10.0.0.2/tcp/1`,
      },
    });
    expect(config.listen).toEqual(["/ip4/127.0.0.1/tcp/1", "/ip6/::1/tcp/1"]);
    const [hex, addresses] = Object.entries(config.peerAddresses)[0] ?? [];
    expect(hex).toMatch(/^[0-9a-f]{64}$/);
    expect(addresses).toEqual(["/ip4/10.0.0.1/tcp/1", "/ip4/10.0.0.2/tcp/1"]);
  });

  it.each([
    [
      { CARTORIO_RPC_PORT: "many" },
      'CARTORIO_RPC_PORT must be a whole number from 0 to 65535, found "many"',
    ],
    [
      { CARTORIO_ROLE: "king" },
      'CARTORIO_ROLE must be one of "validator", "observer", "candidate", found "king"',
    ],
    [
      { CARTORIO_NETWORK_PEERS: "here" },
      'CARTORIO_NETWORK_PEERS must be KEY=ADDRESS,KEY=ADDRESS, found "here"',
    ],
    [{ CARTORIO_NETWORK_PEERS: "z6Mk=/ip4/10.0.0.1/tcp/1" }, "z6Mk is not a node key"],
  ])("refuses %j and names the variable", async (environment, message) => {
    await expect(load({ environment })).rejects.toMatchObject({
      code: "CONFIG_INVALID",
      message: expect.stringContaining(message),
    });
  });

  it("says how to make a folder that is not one", async () => {
    await expect(load({ directory: join(directory, "nowhere") })).rejects.toMatchObject({
      code: "CONFIG_INVALID",
      message: expect.stringContaining("cartorio init --dir"),
    });
  });

  it("gives every setting a variable and a flag of its own", () => {
    const paths = settings.map(({ path }) => path);
    expect(new Set(paths.map(environmentName)).size).toBe(paths.length);
    expect(new Set(paths.map(flagName)).size).toBe(paths.length);
    expect(environmentName("mempool.maxBytes")).toBe("CARTORIO_MEMPOOL_MAX_BYTES");
    expect(flagName("mempool.maxBytes")).toBe("--mempool-max-bytes");
  });
});
