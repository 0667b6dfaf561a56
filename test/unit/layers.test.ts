import { describe, expect, it } from "vitest";
import { findLayerViolations, layerRules, type PackageFacts } from "../../scripts/lib/layers.ts";
import { root } from "../../scripts/lib/processes.ts";
import {
  deferredSpecifiers,
  importSpecifiers,
  readPackages,
} from "../../scripts/lib/read-packages.ts";
import { findUntidyLines, maxFileLines } from "../../scripts/lib/tidy.ts";

function pureSettings(name: string, dependencies: readonly string[]): PackageFacts["settings"] {
  const references = dependencies
    .filter((dependency) => dependency.startsWith("@cartorio/"))
    .map((dependency) => dependency.replace("@cartorio/", "packages/"));
  const file = `packages/${name}/tsconfig.json`;
  return [{ file, types: [], lib: ["ES2024"], hasExclude: false, references }];
}

/** A package without any violation, changed by the test. */
function packageFacts(name: string, changes: Partial<PackageFacts> = {}): PackageFacts {
  const dependencies = changes.dependencies ?? [];
  return {
    name,
    dependencies,
    exportedPaths: name === "crypto" ? [".", "./node"] : ["."],
    settings: pureSettings(name, dependencies),
    imports: [],
    hasReadme: true,
    hasIndex: true,
    ...changes,
  };
}

function withImport(name: string, specifier: string, dependencies: string[] = []): PackageFacts {
  const imports = [{ file: `packages/${name}/src/a.ts`, specifier }];
  return packageFacts(name, { dependencies, imports });
}

const crypto = packageFacts("crypto");

describe("layer rules", () => {
  it("accept imports that point downward", () => {
    const ledger = withImport("ledger", "@cartorio/crypto", ["@cartorio/crypto"]);
    expect(findLayerViolations([crypto, ledger])).toEqual([]);
  });

  it.each([
    ["upward", "consensus", "@cartorio/node", "imports point downward only"],
    ["sideways", "consensus", "@cartorio/ledger", "imports point downward only"],
    ["unknown", "ledger", "@cartorio/utils", "depends on unknown package utils"],
    ["from the sdk to more than protocol and crypto", "sdk", "@cartorio/ledger", "may import only"],
    ["to the sdk from a node", "node", "@cartorio/sdk", "may not import sdk"],
    ["to the simulator", "cli", "@cartorio/simulator", "downward only"],
  ])("refuse a dependency that points %s", (_, name, dependency, message) => {
    const found = findLayerViolations([packageFacts(name, { dependencies: [dependency] })]);
    expect(found).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    ["an undeclared library", withImport("node", "pino"), "not in the package's dependencies"],
    ["an undeclared package", withImport("node", "@cartorio/crypto"), "not in the package's dep"],
    ["Node in the core", withImport("consensus", "node:fs"), "runs without Node"],
    ["Node in the sdk", withImport("sdk", "node:crypto"), "runs without Node"],
    [
      "the Node half of crypto in the core",
      withImport("ledger", "@cartorio/crypto/node", ["@cartorio/crypto"]),
      "runs without Node",
    ],
    [
      "the Node half of crypto in its pure half",
      withImport("crypto", "./node/pool.ts"),
      "may not import its Node half",
    ],
    [
      "native code in the pure half of crypto",
      withImport("crypto", "sodium-native", ["sodium-native"]),
      "runs without Node",
    ],
    [
      "a file of another package",
      withImport("node", "../../crypto/src/hash.ts"),
      "leaves the package",
    ],
    [
      "what a package does not export",
      withImport("storage", "@cartorio/crypto/src/hash.ts", ["@cartorio/crypto"]),
      "is not exported",
    ],
  ])("refuse an import of %s", (_, facts, message) => {
    const others = facts.name === "crypto" ? [] : [crypto];
    expect(findLayerViolations([...others, facts])).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    ["Node types", { types: ["node"] }, "no ambient types"],
    ["the DOM library", { lib: ["ES2024", "DOM"] }, "lib ES2024 only"],
    ["an exclude", { hasExclude: true }, "without exclude"],
    [
      "a second project",
      { file: "packages/consensus/tsconfig.node.json" },
      "compiled as one whole",
    ],
    ["an undeclared reference", { references: ["packages/crypto"] }, "does not declare"],
  ])("refuse a core compiled with %s", (_, change, message) => {
    const settings = pureSettings("consensus", []).map((one) => ({ ...one, ...change }));
    const found = findLayerViolations([packageFacts("consensus", { settings })]);
    expect(found).toEqual([expect.stringContaining(message)]);
  });

  it("refuse a dependency that the compiler does not reference", () => {
    const dependencies = ["@cartorio/crypto"];
    const facts = packageFacts("ledger", { dependencies, settings: pureSettings("ledger", []) });
    expect(findLayerViolations([crypto, facts])).toEqual([
      expect.stringContaining("lacks a reference to crypto"),
    ]);
  });

  it.each([
    [{ hasReadme: false }, "README.md is missing"],
    [{ hasIndex: false }, "src/index.ts is missing"],
  ])("refuse a package with %o", (changes, message) => {
    expect(findLayerViolations([packageFacts("node", changes)])).toEqual([
      expect.stringContaining(message),
    ]);
  });

  it("refuse a package that has no layer", () => {
    expect(findLayerViolations([packageFacts("common")])).toEqual([
      expect.stringContaining("not in the layer table"),
    ]);
  });

  it("cover exactly the packages of the repository", () => {
    const names = readPackages(root).map(({ name }) => name);
    expect(names).toEqual([...layerRules.keys()].sort());
  });
});

describe("packages that are loaded only where they are installed", () => {
  const simulator = packageFacts("simulator", { exportedPaths: [".", "./devnet-network"] });
  const cliThat = (isDeferred: boolean, specifier: string): PackageFacts =>
    packageFacts("cli", {
      imports: [{ file: "packages/cli/src/a.ts", specifier, isDeferred }],
    });
  const violationsOf = (facts: PackageFacts): string[] => findLayerViolations([facts, simulator]);

  it("may be named by import() alone, by an exported path", () => {
    expect(violationsOf(cliThat(true, "@cartorio/simulator/devnet-network"))).toEqual([]);
    expect(violationsOf(cliThat(true, "@cartorio/simulator/src/a"))).toEqual([
      expect.stringContaining("not exported"),
    ]);
    expect(violationsOf(cliThat(false, "@cartorio/simulator/devnet-network"))).toEqual([
      expect.stringContaining("not in the package's dependencies"),
    ]);
  });

  it("are none of those that a node needs", () => {
    const imports = [{ ...{ file: "packages/node/src/a.ts" }, specifier: "@cartorio/simulator" }];
    const node = packageFacts("node", {
      imports: imports.map((i) => ({ ...i, isDeferred: true })),
    });
    expect(violationsOf(node)).toEqual([expect.stringContaining("not in the package's dep")]);
  });

  it("are told apart from those that are imported as well", () => {
    const source = 'import type { A } from "one";\nawait import("one");\nawait import("two");';
    expect([...deferredSpecifiers(source)]).toEqual(["two"]);
  });
});

describe("import specifiers", () => {
  it("are found in every kind of import, and not in comments", () => {
    const source = [
      `import { a } from "one";`,
      `import type {\n  B,\n} from "two";`,
      `export { c } from "three";`,
      `import "four";`,
      `const five = await import("five");`,
      `const six = import.meta.resolve("six");`,
      `  // import { x } from "comment";`,
      `/**\n * import { x } from "example";\n */`,
    ].join("\n");
    expect(importSpecifiers(source)).toEqual(["one", "two", "three", "four", "five", "six"]);
  });

  it("are read from the repository's own sources", () => {
    const cli = readPackages(root).find(({ name }) => name === "cli");
    expect(cli?.dependencies).toContain("@cartorio/sdk");
    expect(cli?.settings.map(({ file }) => file)).toEqual(["packages/cli/tsconfig.json"]);
    expect(cli?.settings[0]?.references).toContain("packages/crypto");
  });
});

describe("tidiness", () => {
  it.each([
    ["// TO" + "DO: later", "open work"],
    ["const x = y as unkno" + "wn as Z;", "double cast"],
    ["// biome-igno" + "re lint: because", "switched off"],
    ["it.sk" + "ip(name)", "every test runs"],
    ["vi.mo" + "ck('./clock.ts')", "missing port"],
    ["see ../shar" + "ed/design.md", "stands alone"],
  ])("refuses %j", (line, reason) => {
    expect(findUntidyLines("a.ts", `const ok = 1;\n${line}\n`)).toEqual([
      expect.stringMatching(new RegExp(`^a\\.ts:2: .*${reason}`)),
    ]);
  });

  it("refuses a file over the line limit and accepts one at it", () => {
    const atLimit = "x;\n".repeat(maxFileLines);
    expect(findUntidyLines("a.ts", atLimit)).toEqual([]);
    expect(findUntidyLines("a.ts", `${atLimit}x;\n`)).toEqual(["a.ts: 501 lines, 500 at most"]);
  });
});
