import { describe, expect, it } from "vitest";
import { parseConfig, renderMistakes } from "../src/config-file.ts";
import { renderConfig } from "../src/config-template.ts";
import { type SettingValue, settings } from "../src/settings.ts";

function mistakesOf(text: string): string {
  const parsed = parseConfig(text);
  return parsed.ok ? "" : renderMistakes("node.toml", parsed.mistakes);
}

describe("node.toml", () => {
  it("reads back every default that the template writes", () => {
    const parsed = parseConfig(renderConfig(new Map()));
    expect(parsed).toEqual({
      ok: true,
      values: new Map(settings.map(({ path, fallback }) => [path, fallback])),
    });
  });

  it("reads back changed values, addresses of peers included", () => {
    const changed = new Map<string, SettingValue>([
      ["name", 'quote " and \\ backslash'],
      ["rpc.port", 0],
      ["network.listen", ["/ip4/127.0.0.1/tcp/1", "/ip6/::1/tcp/1"]],
      ["network.peers", { z6MkA: ["/ip4/127.0.0.1/tcp/2"], z6MkB: [] }],
    ]);
    const parsed = parseConfig(renderConfig(changed));
    const values = parsed.ok ? parsed.values : new Map();
    expect([...changed.keys()].map((path) => [path, values.get(path)])).toEqual([...changed]);
  });

  it("names the line of an unknown key and the one that was probably meant", () => {
    expect(mistakesOf('name = "a"\n\n[rpc]\n# comment\nprot = 1\n')).toBe(
      "node.toml:5: unknown key rpc.prot; did you mean rpc.port?",
    );
    expect(mistakesOf("[rcp]\nport = 1\n")).toBe(
      "node.toml:1: unknown table rcp; did you mean rpc?",
    );
    expect(mistakesOf("port = 1\n")).toBe("node.toml:1: unknown key port; did you mean rpc.port?");
    expect(mistakesOf("colour = 1\n")).toMatch(
      /^node.toml:1: unknown key colour; known are name, /,
    );
  });

  it("names the line of a wrong type and what was found", () => {
    expect(mistakesOf('[rpc]\nport = "7301"\n')).toBe(
      'node.toml:2: rpc.port must be a whole number from 0 to 65535, found "7301"',
    );
    expect(mistakesOf("rpc.port = 65536\n")).toBe(
      "node.toml:1: rpc.port must be a whole number from 0 to 65535, found 65536",
    );
    expect(mistakesOf('role = "primary"\n')).toBe(
      'node.toml:1: role must be one of "validator", "observer", "candidate", found "primary"',
    );
    expect(mistakesOf('[network]\nlisten = "/ip4/0.0.0.0/tcp/1"\n')).toMatch(
      /^node.toml:2: network.listen must be a list of texts, as in \["a", "b"\], found "/,
    );
    expect(mistakesOf("[network.peers]\nz6MkA = 5\n")).toMatch(
      /^node.toml:1: network.peers must be a table of node keys .*, found a table$/,
    );
    expect(mistakesOf('name = ""\n')).toMatch(/name must be a text in quotes, not empty/);
  });

  it("says that a table is a table", () => {
    expect(mistakesOf("rpc = 5\n")).toBe(
      "node.toml:1: rpc is a table: write [rpc] and its keys below",
    );
  });

  it("tells all mistakes at once, in the order of their lines", () => {
    const found = mistakesOf('nam = "a"\n[rpc]\nport = -1\n[log]\nlevel = "loud"\n').split("\n");
    expect(found.map((line) => line.split(": ")[0])).toEqual([
      "node.toml:1",
      "node.toml:3",
      "node.toml:5",
    ]);
  });

  it("names line and column of broken syntax", () => {
    expect(mistakesOf('name = "a"\nrole = validator\n')).toMatch(
      /^node.toml:2: not TOML at column \d+: /,
    );
  });
});
