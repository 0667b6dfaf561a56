import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../../scripts/lib/processes.ts";
import { readPackages } from "../../scripts/lib/read-packages.ts";

const scope = "@cartorio/";

/** Packages that the image holds: what it deploys, and all that this depends on outside development. */
function packagesOfImage(): Set<string> {
  const dockerfile = readFileSync(join(root, "docker/Dockerfile"), "utf8");
  const deployed = /pnpm --filter @cartorio\/(\S+) deploy --prod/.exec(dockerfile)?.[1];
  if (deployed === undefined) throw new Error("the Dockerfile deploys no package with --prod");
  const packages = new Map(readPackages(root).map((facts) => [facts.name, facts]));
  const found = new Set([deployed]);
  for (const name of found)
    for (const dependency of packages.get(name)?.dependencies ?? [])
      if (dependency.startsWith(scope)) found.add(dependency.slice(scope.length));
  return found;
}

describe("the image", () => {
  it("holds the node and no simulator: nobody can make a Byzantine validator of it", () => {
    const found = packagesOfImage();
    for (const name of ["cli", "node", "consensus", "ledger"]) expect(found).toContain(name);
    expect(found).not.toContain("simulator");
  });

  it("needs none: the simulator is named by import() only, and only by the devnet's files", () => {
    const held = packagesOfImage();
    const imports = readPackages(root)
      .filter(({ name }) => held.has(name))
      .flatMap((facts) => facts.imports)
      .filter(({ specifier }) => specifier.startsWith(`${scope}simulator`));
    expect(imports.map(({ file }) => file).sort()).toEqual([
      "packages/cli/src/byzantine-main.ts",
      "packages/cli/src/devnet-byzantine.ts",
      "packages/cli/src/devnet-network.ts",
    ]);
    expect(imports.filter(({ isDeferred }) => isDeferred !== true)).toEqual([]);
  });
});
