import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { defaultParameters } from "@cartorio/protocol";
import { beforeAll, describe, expect, it } from "vitest";
import { createDevnet } from "../src/devnet-create.ts";
import { run, temporaryFolder } from "./fake-host.ts";

const folder = temporaryFolder();
const node = join(folder, "node-1");
const data = join(node, "data");
const reset = (): ReturnType<typeof run> => run(folder, ["reset-state", "--dir", "node-1"]);
const names = (): string[] =>
  readdirSync(data)
    .filter((name) => !name.includes("lock"))
    .sort();

function halt(code: string): void {
  const record = { code, height: 7, time: 1, evidence: [] };
  writeFileSync(join(data, "halted.json"), JSON.stringify(record));
}

beforeAll(async () => {
  await createDevnet({ directory: folder, validators: 1, parameters: defaultParameters });
});

describe("cartorio reset-state", () => {
  it("has nothing to do where no state is", async () => {
    mkdirSync(data, { recursive: true });
    expect((await reset()).stderr).toMatch(/^error DATABASE_MISSING: there is no state in /);
  });

  it("moves the state aside, and the record of what stopped the node, never the journal", async () => {
    for (const number of [1, 2]) {
      for (const name of ["state", "journal"]) {
        mkdirSync(join(data, name), { recursive: true });
        writeFileSync(join(data, name, "content"), `${name} ${number}`);
      }
      halt("STATE_DIVERGED");
      const { exitCode, stdout } = await reset();
      expect(exitCode).toBe(0);
      expect(stdout).toBe(
        [`state.aside-${number}`, `halted.json.aside-${number}`]
          .map((name) => `moved aside: ${join(data, name)}\n`)
          .join(""),
      );
      expect(readFileSync(join(data, `state.aside-${number}/content`), "utf8")).toBe(
        `state ${number}`,
      );
    }
    expect(names()).toEqual([
      ...["halted.json.aside-1", "halted.json.aside-2", "journal"],
      ...["state.aside-1", "state.aside-2"],
    ]);
  });

  it("does nothing about what another state would not cure", async () => {
    mkdirSync(join(data, "state"));
    halt("SAFETY_VIOLATION");
    const before = names();
    expect((await reset()).stderr).toMatch(
      /^error SAFETY_VIOLATION: this node was stopped by SAFETY_VIOLATION at height 7: /,
    );
    expect(names()).toEqual(before);
  });
});

describe("cartorio reenter", () => {
  it("needs a node and a key", async () => {
    const key = join("keys", "member-1.key");
    expect((await run(folder, ["reenter", "--key", key])).stderr).toMatch(
      /^error USAGE: name the /,
    );
    const nowhere = ["reenter", "--url", "http://127.0.0.1:1", "--key"];
    expect((await run(folder, [...nowhere, "nowhere.key"])).stderr).toMatch(/^error KEY_MISSING: /);
    expect((await run(folder, [...nowhere, key])).stderr).toMatch(/^error UNREACHABLE: /);
  });
});
