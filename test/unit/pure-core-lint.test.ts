import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../../scripts/lib/processes.ts";

const forbidden: readonly { name: string; source: string; message: string }[] = [
  {
    name: "clock",
    source: "export const a = (): number => Date.now();",
    message: "time enters as an event",
  },
  {
    name: "randomness",
    source: "export const a = (): number => Math.random();",
    message: "the core is deterministic",
  },
  {
    name: "locale",
    source: 'export const a = (b: string): number => b.localeCompare("c");',
    message: "the core is deterministic",
  },
  {
    name: "promise",
    source: "export const a = (): unknown => Promise.resolve(1);",
    message: "the core never suspends",
  },
  {
    name: "await",
    source: "export async function a(b: unknown): Promise<void> {\n  await b;\n}",
    message: "the core is deterministic and never suspends",
  },
  {
    name: "import",
    source: 'import { x } from "node:fs";\nexport const a: unknown = x;',
    message: "the core has no I/O",
  },
];

let folder: string;

/** Lints one file with the repository's settings; returns what the linter says, or "" if nothing. */
function lint(path: string): string {
  const biome = join(root, "node_modules/.bin/biome");
  const args = ["lint", "--error-on-warnings", path];
  const { stdout, stderr, status } = spawnSync(biome, args, { cwd: folder, encoding: "utf8" });
  return status === 0 ? "" : stdout + stderr;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "cartorio-lint-"));
  const settings = JSON.parse(readFileSync(join(root, "biome.json"), "utf8"));
  // The folder is no git repository.
  writeFileSync(join(folder, "biome.json"), JSON.stringify({ ...settings, vcs: undefined }));
  cpSync(join(root, "scripts/lint"), join(folder, "scripts/lint"), { recursive: true });
  for (const name of ["consensus", "ledger", "node"]) {
    const sources = join(folder, "packages", name, "src");
    mkdirSync(sources, { recursive: true });
    for (const probe of forbidden) {
      writeFileSync(join(sources, `${probe.name}.ts`), `${probe.source}\n`);
    }
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the linter", () => {
  it.each(forbidden)("refuses $name in the deterministic core", ({ name, message }) => {
    for (const core of ["consensus", "ledger"]) {
      expect(lint(`packages/${core}/src/${name}.ts`)).toContain(message);
    }
  });

  it("leaves the shell alone", () => {
    expect(lint("packages/node/src")).toBe("");
  });
});
