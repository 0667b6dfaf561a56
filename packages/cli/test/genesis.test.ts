import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { lastJson, run, temporaryFolder } from "./fake-host.ts";

const folder = temporaryFolder();
const names = ["a", "b", "c", "d"];
const members = names.map((name) => `${name}/member.json`);

function initMember(name: string, ...more: readonly string[]) {
  const address = ["--address", `/dns4/${name}.example/tcp/7300`];
  const identity = ["--network", "notary", "--name", `Institution ${name}`];
  return run(folder, ["init", "--dir", name, ...identity, ...address, "--json", ...more]);
}

function assemble(out: string, files: readonly string[], ...more: readonly string[]) {
  const args = ["genesis", "new", "--network", "notary", "--out", out, "--json", ...more];
  return run(folder, [...args, "--member", ...files]);
}

function sign(out: string, key: string) {
  return run(folder, ["genesis", "sign", "--genesis", out, "--key", key]);
}

beforeAll(async () => {
  for (const name of names) expect((await initMember(name)).exitCode).toBe(0);
  expect((await initMember("watcher", "--role", "observer")).exitCode).toBe(0);
  expect((await assemble("unsigned.json", [...members, "watcher/member.json"])).exitCode).toBe(0);
});

describe("cartorio init", () => {
  it("makes keys that only their owner can read, settings and a description", async () => {
    for (const key of ["node", "validator", "member"]) {
      expect(statSync(join(folder, `a/keys/${key}.key`)).mode & 0o777).toBe(0o600);
    }
    const description = JSON.parse(readFileSync(join(folder, "a/member.json"), "utf8"));
    expect(description).toMatchObject({
      network: "notary",
      name: "Institution a",
      did: expect.stringMatching(/^did:cartorio:notary:zQm/),
      addresses: ["/dns4/a.example/tcp/7300"],
    });
    const shown = await run(folder, ["keys", "show", "a/keys/node.key"]);
    expect(shown.stdout).toContain(description.nodeKey);
    expect(readFileSync(join(folder, "a/config/node.toml"), "utf8")).toContain(
      'name = "institution-a"',
    );
  });

  it("never puts a secret into what it hands out", () => {
    for (const key of ["node", "validator", "member"]) {
      const { secretKey } = JSON.parse(readFileSync(join(folder, `a/keys/${key}.key`), "utf8"));
      expect(readFileSync(join(folder, "a/member.json"), "utf8")).not.toContain(secretKey);
    }
  });

  it("gives an observer no validator key", () => {
    const description = JSON.parse(readFileSync(join(folder, "watcher/member.json"), "utf8"));
    expect(description).not.toHaveProperty("validatorKey");
    expect(() => statSync(join(folder, "watcher/keys/validator.key"))).toThrow("ENOENT");
  });

  it("leaves a folder alone that holds something", async () => {
    const before = readFileSync(join(folder, "a/keys/member.key"), "utf8");
    const result = await initMember("a");
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toMatch(/^error FILE_EXISTS: .*is not empty/);
    expect(readFileSync(join(folder, "a/keys/member.key"), "utf8")).toBe(before);
  });
});

describe("cartorio keys", () => {
  it("makes a key once", async () => {
    const first = await run(folder, ["keys", "new", "extra/member.key", "--json"]);
    const { keys } = lastJson(first);
    expect(keys).toEqual([
      {
        path: join(folder, "extra/member.key"),
        publicKey: expect.stringMatching(/^z6Mk/),
        hex: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    const again = await run(folder, ["keys", "new", "extra/member.key"]);
    expect(again.stderr).toMatch(/^error FILE_EXISTS: .*is not overwritten/);
    expect(
      lastJson(await run(folder, ["keys", "show", "extra/member.key", "--json"])).keys,
    ).toEqual(keys);
  });

  it("names a corrupt key file and one that others can read, and shows nothing of them", async () => {
    await run(folder, ["keys", "new", "bad/open.key"]);
    chmodSync(join(folder, "bad/open.key"), 0o644);
    const open = await run(folder, ["keys", "show", "bad/open.key"]);
    expect(open.stderr).toMatch(
      /^error KEY_INVALID: .*open\.key has mode 644: run chmod 600 on it/,
    );
    writeFileSync(join(folder, "bad/corrupt.key"), '{"secretKey":"hush"}', { mode: 0o600 });
    const corrupt = await run(folder, ["keys", "show", "bad/corrupt.key"]);
    expect(corrupt.stderr).toMatch(/^error KEY_INVALID: .*corrupt\.key is not a key file/);
    expect(corrupt.stderr).not.toContain("hush");
  });
});

describe("cartorio genesis", () => {
  it("is accepted once every member signed, whatever the order", async () => {
    const all = [...members, "watcher/member.json"];
    expect((await assemble("good.json", all)).exitCode).toBe(0);
    for (const name of ["watcher", "d", "a", "c"])
      await sign("good.json", `${name}/keys/member.key`);
    const unsigned = await run(folder, ["genesis", "verify", "--genesis", "good.json"]);
    expect(unsigned.exitCode).toBe(1);
    expect(unsigned.stderr).toMatch(/^error GENESIS_INVALID: .*missing are Institution b \(did:/);
    expect((await sign("good.json", "b/keys/member.key")).exitCode).toBe(0);
    // Signing twice changes nothing.
    expect((await sign("good.json", "b/keys/member.key")).exitCode).toBe(0);
    const verified = await run(folder, ["genesis", "verify", "--genesis", "good.json", "--json"]);
    expect(verified.exitCode).toBe(0);
    const view = lastJson(verified);
    expect(view).toMatchObject({
      network: "notary",
      chainId: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(view.validators).toHaveLength(4);
    expect(view.observers).toHaveLength(1);
    const text = (await run(folder, ["genesis", "show", "--genesis", "good.json"])).stdout;
    expect(text).toContain(String(view.chainId));
    expect(text.match(/ {2}signed /g)).toHaveLength(5);
  });

  it("shows who has not signed", async () => {
    const { stdout } = await run(folder, ["genesis", "show", "--genesis", "unsigned.json"]);
    expect(stdout.match(/unsigned {2}did:cartorio:notary:/g)).toHaveLength(5);
  });

  it("notices any change of its content", async () => {
    const path = join(folder, "changed.json");
    const text = readFileSync(join(folder, "unsigned.json"), "utf8");
    writeFileSync(path, text.replace('"baseTimeoutMs": 2000', '"baseTimeoutMs": 3000'));
    const { stderr } = await run(folder, ["genesis", "show", "--genesis", "changed.json"]);
    expect(stderr).toMatch(/^error GENESIS_MISMATCH: .*its chain id is not that of its content/);
  });

  it("takes cluster settings and refuses unknown ones", async () => {
    const good = await assemble(
      "fast.json",
      members,
      "--parameter",
      "baseTimeoutMs=500",
      "maxTimeoutMs=2000",
    );
    expect(lastJson(good).parameters).toMatchObject({
      baseTimeoutMs: 500,
      maxTimeoutMs: 2000,
      rotationBlocks: 1000,
    });
    const unknown = await assemble("x.json", members, "--parameter", "baseTimeout=500");
    expect(unknown.stderr).toContain(
      "there is no parameter baseTimeout; did you mean baseTimeoutMs?",
    );
    expect(unknown.exitCode).toBe(2);
    const text = await assemble("x.json", members, "--parameter", "baseTimeoutMs=soon");
    expect(text.stderr).toContain('needs a whole number, found "soon"');
  });

  it("refuses a number of validators that tolerates no fault", async () => {
    const { stderr } = await assemble("two.json", members.slice(0, 2));
    expect(stderr).toMatch(/^error GENESIS_INVALID: 2 validators cannot tolerate a fault/);
    expect((await assemble("one.json", members.slice(0, 1))).exitCode).toBe(0);
  });

  it("refuses a member of another network, and a changed description", async () => {
    const other = ["init", "--dir", "foreign", "--network", "elsewhere", "--name", "Stranger"];
    await run(folder, other);
    const mixed = await assemble("mixed.json", ["foreign/member.json", ...members]);
    expect(mixed.stderr).toContain("Stranger describes itself for network elsewhere, not notary");
    const description = JSON.parse(readFileSync(join(folder, "a/member.json"), "utf8"));
    const changes = [
      ["network", "elsewhere", "did"],
      ["did", description.did.replace(/.$/, "1"), "did"],
      ["create", "AAAA", "create"],
      ["signatures", [`${description.signatures[0].slice(0, -4)}AAAA`], "signatures"],
      ["keys", [], "keys"],
      ["keys", [description.nodeKey], "signatures"],
      ["nodeKey", "z6Mk", "nodeKey"],
      ["format", "cartorio-member/9", "format"],
    ] as const;
    for (const [field, value, named] of changes) {
      writeFileSync(join(folder, "bad.json"), JSON.stringify({ ...description, [field]: value }));
      const { stderr } = await assemble("x.json", ["bad.json", ...members.slice(1)]);
      expect(stderr).toContain(`bad.json is not a member description: ${named} is wrong`);
    }
  });

  it("refuses a signature by a key that controls no member", async () => {
    const { stderr } = await sign("unsigned.json", "a/keys/node.key");
    expect(stderr).toMatch(/^error KEY_INVALID: the key controls no member of this genesis/);
  });

  it("says where a genesis is missing or is none, and never overwrites one", async () => {
    const missing = await run(folder, ["genesis", "verify", "--genesis", "nowhere.json"]);
    expect(missing.stderr).toMatch(
      /^error GENESIS_MISSING: there is no genesis file .*nowhere\.json/,
    );
    writeFileSync(join(folder, "text.json"), "hello");
    const none = await run(folder, ["genesis", "verify", "--genesis", "text.json"]);
    expect(none.stderr).toMatch(/^error GENESIS_INVALID: .*text\.json is not a genesis file/);
    const again = await assemble("unsigned.json", members);
    expect(again.stderr).toMatch(/^error FILE_EXISTS: /);
  });
});
