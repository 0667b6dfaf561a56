// The image is built where there is an engine (npm run e2e:compose); this holds everywhere.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const text = (path: string): string => readFileSync(join(root, path), "utf8");

/** A package and all that its tsconfig leads to. */
function compiledWith(name: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(name)) return found;
  found.add(name);
  const { references } = JSON.parse(text(`packages/${name}/tsconfig.json`));
  for (const { path } of references) compiledWith(String(path).split("/")[1] ?? "", found);
  return found;
}

it("the image's build is given the sources of every package that it compiles", () => {
  const packages = compiledWith("cli");
  // Its entry points are imported where they are installed, so that types are needed to compile.
  expect(packages).toContain("simulator");
  const kept = text(".dockerignore").split("\n");
  expect(kept).toContain("!packages");
  for (const name of packages) {
    expect(existsSync(join(root, "packages", name, "src"))).toBe(true);
    expect(kept.filter((line) => line.startsWith(`packages/${name}/`))).toEqual([]);
  }
});
