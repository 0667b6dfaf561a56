import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readKeyFile, writeKeyFile } from "@cartorio/crypto/node";
import { defaultParameters } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { createDevnet } from "../src/devnet-create.ts";
import { prepareNode } from "../src/prepare-node.ts";
import { lastJson, run, temporaryFolder } from "./fake-host.ts";

const folder = temporaryFolder();
const passphrase = "a passphrase of some length";

function passphraseIn(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}

/** Each opening of a sealed key costs half a second of one core, more on a busy machine. */
describe("sealed key files", { timeout: 60_000 }, () => {
  it("are made and shown with the file of a passphrase, by flag or variable", async () => {
    passphraseIn("passphrase", `${passphrase}\n`);
    const made = await run(folder, [
      ...["keys", "new", "a.key", "--passphrase-file", "passphrase", "--json"],
    ]);
    expect(made.exitCode).toBe(0);
    const text = readFileSync(join(folder, "a.key"), "utf8");
    expect(JSON.parse(text)).toMatchObject({ format: "cartorio-key/2" });
    const variable = { CARTORIO_KEYS_PASSPHRASE_FILE: "passphrase" };
    const shown = await run(folder, ["keys", "show", "a.key", "--json"], variable);
    expect(lastJson(shown)).toEqual(lastJson(made));
    const closed = await run(folder, ["keys", "show", "a.key"]);
    expect(closed).toMatchObject({ exitCode: 1, stdout: "" });
    expect(closed.stderr).toContain("error KEY_INVALID");
    expect(closed.stderr).toContain("is sealed");
  });

  it("do not open by another passphrase; its file is private and long enough", async () => {
    passphraseIn("short", "elevenchars\n");
    passphraseIn("wrong", "another passphrase of some length");
    const open = passphraseIn("open", passphrase);
    chmodSync(open, 0o644);
    await run(folder, ["keys", "new", "b.key", "--passphrase-file", passphraseIn("p", passphrase)]);
    const show = (file: string) =>
      run(folder, ["keys", "show", "b.key", "--passphrase-file", file]);
    expect((await show("p")).exitCode).toBe(0);
    expect((await show("wrong")).stderr).toContain("does not open");
    expect((await show("open")).stderr).toContain("chmod 600");
    expect((await show("short")).stderr).toContain("fewer than 12 characters");
    expect((await show("missing")).stderr).toContain("error KEY_MISSING");
    const short = await run(folder, ["keys", "new", "c.key", "--passphrase-file", "short"]);
    expect(short.stderr).toContain("fewer than 12 characters");
    expect((await run(folder, ["keys", "show", "c.key"])).stderr).toContain("KEY_MISSING");
  });

  it("start a node whose settings name the file of the passphrase", async () => {
    const directory = join(folder, "net");
    mkdirSync(directory);
    await createDevnet({ directory, validators: 1, parameters: defaultParameters });
    const node = join(directory, "node-1");
    const path = join(node, "keys/validator.key");
    const key = await readKeyFile(path);
    rmSync(path);
    await writeKeyFile(path, key, passphrase);
    const sources = { directory: node, environment: {} };
    const without = prepareNode({ ...sources, flags: new Map() });
    await expect(without).rejects.toMatchObject({ code: "KEY_FILE_SEALED" });
    const flags = new Map([["keys.passphraseFile", passphraseIn("node-passphrase", passphrase)]]);
    const prepared = await prepareNode({ ...sources, flags });
    expect(prepared.keys.validator).toEqual(key);
  });

  it("are made of open ones, and of a new node's keys", async () => {
    passphraseIn("p2", passphrase);
    await run(folder, ["keys", "new", "open-1.key"]);
    const files = ["open-1.key"];
    const before = lastJson(await run(folder, ["keys", "show", ...files, "--json"]));
    expect((await run(folder, ["keys", "seal", ...files])).stderr).toContain("error USAGE");
    const seal = ["keys", "seal", ...files, "--passphrase-file", "p2", "--json"];
    expect(lastJson(await run(folder, seal))).toEqual(before);
    expect((await run(folder, ["keys", "show", ...files])).stderr).toContain("is sealed");
    const init = ["init", "--dir", "fresh", "--network", "notary", "--name", "Aveiro"];
    const made = await run(folder, [...init, "--role", "observer", "--keys-passphrase-file", "p2"]);
    expect(made.exitCode).toBe(0);
    const text = readFileSync(join(folder, "fresh/keys/node.key"), "utf8");
    expect(JSON.parse(text)).toMatchObject({ format: "cartorio-key/2" });
    const toml = readFileSync(join(folder, "fresh/config/node.toml"), "utf8");
    expect(toml).toContain(`passphraseFile = "${join(folder, "p2")}"`);
  });
});
