import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { defaultParameters } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { readConfigValues } from "../src/config-resolve.ts";
import { createDevnet, moveTakenPorts, writeSettings } from "../src/devnet-create.ts";
import { checkDevnetFolder, clearDevnetFolder, readDevnetFile } from "../src/devnet-folder.ts";
import { loadGenesis } from "../src/genesis-file.ts";
import { run, temporaryFolder } from "./fake-host.ts";

const folder = temporaryFolder();

function make(name: string) {
  const directory = join(folder, name);
  mkdirSync(directory);
  return createDevnet({ directory, validators: 4, parameters: defaultParameters });
}

async function listenOn(port: number): Promise<() => Promise<void>> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return () => new Promise((resolve) => server.close(() => resolve()));
}

describe("the folder of a devnet", () => {
  it("holds a genesis that every member signed, and is found again", async () => {
    const file = await make("whole");
    const directory = join(folder, "whole");
    expect(await readDevnetFile(directory)).toEqual(file);
    const genesis = await loadGenesis(join(directory, "genesis.json"), file.chainId);
    expect(genesis.genesis.validators).toHaveLength(4);
    expect(genesis.genesis.observers).toHaveLength(1);
    const ports = file.nodes.flatMap(({ peerPort, rpcPort }) => [peerPort, rpcPort]);
    expect(new Set(ports).size).toBe(10);
    expect((await run(directory, ["keys", "show", "keys/member-4.key"])).exitCode).toBe(0);
  });

  it("is left alone if it holds something that no devnet made", async () => {
    const directory = join(folder, "foreign");
    mkdirSync(directory);
    writeFileSync(join(directory, "thesis.odt"), "years of work");
    await expect(checkDevnetFolder(directory)).rejects.toMatchObject({ code: "FILE_EXISTS" });
    await expect(clearDevnetFolder(directory)).rejects.toMatchObject({ code: "FILE_EXISTS" });
    const { stderr, exitCode } = await run(folder, ["devnet", "--dir", "foreign", "--reset"]);
    expect(stderr).toMatch(/^error FILE_EXISTS: .*it holds thesis\.odt.*choose another with --dir/);
    expect(exitCode).toBe(1);
    expect(readFileSync(join(directory, "thesis.odt"), "utf8")).toBe("years of work");
    expect(existsSync(join(directory, "process.lock"))).toBe(false);
  });

  it("is made anew after an interrupted creation", async () => {
    const first = await make("half");
    const directory = join(folder, "half");
    rmSync(join(directory, "devnet.json"));
    const second = await createDevnet({ directory, validators: 4, parameters: defaultParameters });
    expect(second.chainId).not.toBe(first.chainId);
    await loadGenesis(join(directory, "node-1/config/genesis.json"), second.chainId);
  });

  it("is refused with a remedy if its description is damaged", async () => {
    const directory = join(folder, "damaged");
    mkdirSync(directory);
    for (const text of [
      "{",
      "{}",
      '{"format":"cartorio-devnet/1","network":"n","chainId":"c","nodes":[{}]}',
    ]) {
      writeFileSync(join(directory, "devnet.json"), text);
      await expect(readDevnetFile(directory)).rejects.toMatchObject({
        code: "CONFIG_INVALID",
        message: expect.stringContaining("--reset"),
      });
    }
  });

  it.each([0, 2, 3, 32])("refuses %i validators", async (count) => {
    const args = ["devnet", "--dir", `n${count}`, "--validators", String(count)];
    const { stderr } = await run(folder, args);
    expect(stderr).toContain(`${count} validators cannot tolerate a fault`);
    expect(existsSync(join(folder, `n${count}`))).toBe(false);
  });
});

describe("ports of a devnet", () => {
  it("stay while they are free", async () => {
    const file = await make("quiet");
    expect(await moveTakenPorts(join(folder, "quiet"), file)).toBe(file);
  });

  it("move when another program has taken one, on every node's settings, keeping the user's", async () => {
    const file = await make("busy");
    const directory = join(folder, "busy");
    const config = join(directory, "node-2/config/node.toml");
    writeFileSync(
      config,
      readFileSync(config, "utf8").replace('level = "info"', 'level = "debug"'),
    );
    const [first, second] = file.nodes;
    const release = await listenOn(first?.peerPort ?? 0);
    const moved = await moveTakenPorts(directory, file);
    await release();
    expect(moved.nodes[0]?.peerPort).not.toBe(first?.peerPort);
    expect(moved.nodes[0]?.rpcPort).toBe(first?.rpcPort);
    expect(moved.nodes[1]).toEqual(second);
    expect((await readDevnetFile(directory))?.nodes).toEqual(moved.nodes);
    const values = await readConfigValues(join(directory, "node-2"));
    const address = `/ip4/127.0.0.1/tcp/${moved.nodes[0]?.peerPort}`;
    expect(values.get("network.peers")).toMatchObject({ [first?.nodeKey ?? ""]: [address] });
    expect(values.get("log.level")).toBe("debug");
  });

  it("reach the settings even if the move was interrupted", async () => {
    const file = await make("torn");
    const directory = join(folder, "torn");
    const moved = {
      ...file,
      nodes: file.nodes.map((node) => ({ ...node, rpcPort: node.rpcPort + 1 })),
    };
    await writeSettings(directory, moved);
    const values = await readConfigValues(join(directory, "node-1"));
    expect(values.get("rpc.port")).toBe((file.nodes[0]?.rpcPort ?? 0) + 1);
  });
});
