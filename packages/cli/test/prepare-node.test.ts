import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { defaultParameters } from "@cartorio/protocol";
import { beforeAll, describe, expect, it } from "vitest";
import { createDevnet } from "../src/devnet-create.ts";
import { loadKey } from "../src/key-store.ts";
import { prepareNode } from "../src/prepare-node.ts";
// Loaded with the file, since it takes seconds on a busy machine; the command loads it when needed.
import "../src/start-node.ts";
import { run, temporaryFolder } from "./fake-host.ts";

const folder = temporaryFolder();
const node = join(folder, "node-1");

beforeAll(async () => {
  await createDevnet({ directory: folder, validators: 1, parameters: defaultParameters });
});

/** Code and message of a start with these flags, which fails before anything is opened. */
async function failedStart(flags: readonly string[], directory = node): Promise<string> {
  const { exitCode, stderr, stdout } = await run(folder, ["start", "--dir", directory, ...flags]);
  expect(exitCode).toBe(1);
  expect(stdout).toBe("");
  return stderr;
}

describe("what a start needs", () => {
  it("is all in the folder of a devnet's node", async () => {
    const prepared = await prepareNode({ directory: node, environment: {}, flags: new Map() });
    expect(prepared.genesis.genesis.network).toBe("devnet");
    expect(prepared.keys.validator?.publicKey).toEqual(
      prepared.genesis.genesis.validators[0]?.validatorKey,
    );
    // A devnet's validator re-enters by itself.
    const { publicKey } = await loadKey(join(folder, "keys/member-1.key"));
    expect(prepared.keys.member?.publicKey).toEqual(publicKey);
    const observer = join(folder, "observer-1");
    const watching = await prepareNode({ directory: observer, environment: {}, flags: new Map() });
    expect(watching.keys).toMatchObject({ validator: undefined, member: undefined });
  });

  it("is no place in the genesis for a candidate, and no member's key for anybody", async () => {
    const flags = new Map([
      ["role", "candidate"],
      ["keys.validator", "keys/node.key"],
      ["keys.member", ""],
    ]);
    const { keys } = await prepareNode({ directory: node, environment: {}, flags });
    expect(keys).toMatchObject({
      validator: { publicKey: keys.node.publicKey },
      member: undefined,
    });
  });

  it("lacks a genesis", async () => {
    expect(await failedStart(["--genesis", "config/nowhere.json"])).toMatch(
      /^error GENESIS_MISSING: there is no genesis file .*config\/nowhere\.json\n {2}Copy /,
    );
  });

  it("has a genesis of another hash than expected", async () => {
    expect(await failedStart(["--genesis-hash", "00".repeat(32)])).toMatch(
      /^error GENESIS_MISMATCH: .* has chain id [0-9a-f]{64}, and genesisHash asks for 0{64}/,
    );
  });

  it("has a genesis that was changed", async () => {
    const text = readFileSync(join(node, "config/genesis.json"), "utf8");
    writeFileSync(join(folder, "changed.json"), text.replace('"weight": 1', '"weight": 2'));
    expect(await failedStart(["--genesis", join(folder, "changed.json")])).toMatch(
      /^error GENESIS_MISMATCH: .*its chain id is not that of its content/,
    );
  });

  it("lacks a key", async () => {
    expect(await failedStart(["--keys-validator", "keys/nowhere.key"])).toMatch(
      /^error KEY_MISSING: .*keys\/nowhere\.key/,
    );
  });

  it("has a damaged key file", async () => {
    writeFileSync(join(node, "keys/damaged.key"), "{}", { mode: 0o600 });
    expect(await failedStart(["--keys-node", "keys/damaged.key"])).toMatch(
      /^error KEY_INVALID: .*keys\/damaged\.key is not a key file/,
    );
  });

  it("has a key file that others may read", async () => {
    writeFileSync(join(node, "keys/open.key"), "", { mode: 0o644 });
    expect(await failedStart(["--keys-node", "keys/open.key"])).toMatch(
      /^error KEY_INVALID: .*has mode 644: run chmod 600 on it/,
    );
  });

  it("has keys of another node or network", async () => {
    expect(await failedStart(["--keys-validator", "keys/node.key"])).toMatch(
      /^error KEY_INVALID: .*is not a validator of network devnet/,
    );
    expect(await failedStart(["--keys-node", "keys/validator.key"])).toMatch(
      /^error KEY_INVALID: the genesis gives this validator the node key z6Mk/,
    );
    expect(await failedStart(["--role", "observer"])).toMatch(
      /^error KEY_INVALID: .*is not an observer of network devnet/,
    );
  });

  it("has mistakes in its settings, each with its line", async () => {
    const bad = join(folder, "bad");
    mkdirSync(join(bad, "config"), { recursive: true });
    writeFileSync(join(bad, "config/node.toml"), 'nmae = "a"\n[rpc]\nport = "x"\n');
    const text = await failedStart([], bad);
    expect(text).toContain("node.toml:1: unknown key nmae; did you mean name?");
    expect(text).toContain("node.toml:3: rpc.port must be a whole number");
    expect(await failedStart([], join(folder, "empty"))).toMatch(
      /^error CONFIG_INVALID: there is no .*node\.toml.*cartorio init --dir/,
    );
  });
});
