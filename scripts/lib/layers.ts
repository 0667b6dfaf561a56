/** What a package may import, as data. Mirrors the map in ARCHITECTURE.md. */
export interface LayerRule {
  /**
   * Height in the map. A package may import only packages of a lower number, which also rules out
   * every cycle between packages.
   */
  readonly layer: number;
  /** Pure packages see neither Node nor the DOM, and never `@cartorio/crypto/node`. */
  readonly isPure: boolean;
  /** The only workspace packages it may import, where lower layers alone would allow too much. */
  readonly onlyFrom?: readonly string[];
  /** The only workspace packages that may import it. */
  readonly onlyFor?: readonly string[];
  /**
   * Packages for testers that it loads by `import()` where they are installed: never a dependency,
   * so that the image does not contain them.
   */
  readonly mayLoad?: readonly string[];
}

export const layerRules: ReadonlyMap<string, LayerRule> = new Map<string, LayerRule>([
  ["crypto", { layer: 0, isPure: true }],
  ["protocol", { layer: 1, isPure: true }],
  ["consensus", { layer: 2, isPure: true }],
  ["ledger", { layer: 2, isPure: true }],
  ["storage", { layer: 3, isPure: false }],
  ["network", { layer: 3, isPure: false }],
  // Beside the layers: it runs in a browser, so it may have the DOM, but not Node.
  ["sdk", { layer: 3, isPure: false, onlyFrom: ["crypto", "protocol"], onlyFor: ["cli"] }],
  ["gateway", { layer: 4, isPure: false }],
  ["node", { layer: 5, isPure: false }],
  ["simulator", { layer: 6, isPure: false, onlyFor: [] }],
  ["cli", { layer: 6, isPure: false, onlyFor: [], mayLoad: ["simulator"] }],
]);

/** Packages that also run in a browser: no `node:` module, no Node half of crypto. */
export const withoutNode: readonly string[] = ["crypto", "protocol", "consensus", "ledger", "sdk"];

/** Libraries that load native code. */
const nativeLibraries: readonly string[] = ["sodium-native", "classic-level"];

/** One import found in a source file. */
export interface SourceImport {
  /** Path from the repository's root. */
  readonly file: string;
  readonly specifier: string;
  /** Only ever named by `import()` in this file. */
  readonly isDeferred?: boolean;
}

/** One tsconfig file of a package, reduced to what the rules look at. */
export interface CompilerSettings {
  /** Path from the repository's root. */
  readonly file: string;
  readonly types: readonly string[];
  readonly lib: readonly string[];
  readonly hasExclude: boolean;
  /** Referenced projects as paths from the repository's root. */
  readonly references: readonly string[];
}

/** A package as it is on disk. */
export interface PackageFacts {
  readonly name: string;
  /** Names in `dependencies`, as written. */
  readonly dependencies: readonly string[];
  /** Keys of `exports`: ".", "./node". */
  readonly exportedPaths: readonly string[];
  readonly settings: readonly CompilerSettings[];
  readonly imports: readonly SourceImport[];
  readonly hasReadme: boolean;
  readonly hasIndex: boolean;
}

const scope = "@cartorio/";

/** Compares the packages with the layer rules. Returns one sentence per violation. */
export function findLayerViolations(packages: readonly PackageFacts[]): string[] {
  const byName = new Map(packages.map((facts) => [facts.name, facts]));
  return packages.flatMap((facts) => {
    const rule = layerRules.get(facts.name);
    if (rule === undefined) {
      return [`packages/${facts.name}: not in the layer table of scripts/lib/layers.ts`];
    }
    return [
      ...missingParts(facts),
      ...checkDependencies(facts, rule),
      ...checkReferences(facts, rule),
      ...checkPurity(facts, rule),
      ...facts.imports.flatMap((found) => checkImport({ found, facts, byName })),
    ];
  });
}

function missingParts(facts: PackageFacts): string[] {
  const missing: string[] = [];
  if (!facts.hasReadme) missing.push(`packages/${facts.name}: README.md is missing`);
  if (!facts.hasIndex) missing.push(`packages/${facts.name}: src/index.ts is missing`);
  return missing;
}

function workspaceDependencies(facts: PackageFacts): string[] {
  return facts.dependencies
    .filter((name) => name.startsWith(scope))
    .map((name) => name.slice(scope.length));
}

function checkDependencies(facts: PackageFacts, rule: LayerRule): string[] {
  return workspaceDependencies(facts).flatMap((name) => {
    const target = layerRules.get(name);
    const where = `packages/${facts.name}/package.json`;
    if (target === undefined) return [`${where}: depends on unknown package ${name}`];
    if (target.layer >= rule.layer) {
      return [
        `${where}: ${facts.name} (layer ${rule.layer}) may not import ${name} (layer ${target.layer}); imports point downward only`,
      ];
    }
    if (rule.onlyFrom !== undefined && !rule.onlyFrom.includes(name)) {
      return [`${where}: ${facts.name} may import only ${rule.onlyFrom.join(", ")}, not ${name}`];
    }
    if (target.onlyFor !== undefined && !target.onlyFor.includes(facts.name)) {
      return [`${where}: ${facts.name} may not import ${name}`];
    }
    return [];
  });
}

/** References of the compiler must name the same packages as package.json. */
function checkReferences(facts: PackageFacts, { mayLoad = [] }: LayerRule): string[] {
  const own = `packages/${facts.name}`;
  const declared = new Set(workspaceDependencies(facts));
  return facts.settings.flatMap(({ file, references }) => {
    const referenced = references
      .map((path) => path.split("/")[1])
      .filter((name) => name !== undefined && name !== facts.name);
    const undeclared = [...new Set(referenced)].filter(
      (name) => !declared.has(name ?? "") && !mayLoad.includes(name ?? ""),
    );
    const isMain = file === `${own}/tsconfig.json`;
    const unreferenced = isMain ? [...declared].filter((name) => !referenced.includes(name)) : [];
    return [
      ...undeclared.map(
        (name) => `${file}: references ${name}, which package.json does not declare`,
      ),
      ...unreferenced.map((name) => `${file}: lacks a reference to ${name}, a dependency`),
    ];
  });
}

function checkPurity(facts: PackageFacts, rule: LayerRule): string[] {
  if (!rule.isPure) return [];
  const isCore = facts.name === "consensus" || facts.name === "ledger";
  return facts.settings.flatMap((settings) => {
    if (settings.file.endsWith("/tsconfig.node.json") && !isCore) return [];
    const found: string[] = [];
    if (settings.types.length > 0) {
      found.push(`${settings.file}: a pure package has no ambient types, found ${settings.types}`);
    }
    if (settings.lib.some((name) => name !== "ES2024")) {
      found.push(`${settings.file}: a pure package has lib ES2024 only, found ${settings.lib}`);
    }
    // Otherwise a file could leave the check by leaving the compilation.
    if (isCore && (settings.hasExclude || !settings.file.endsWith("/tsconfig.json"))) {
      found.push(`${settings.file}: the core is compiled as one whole, without exclude`);
    }
    return found;
  });
}

interface ImportCheck {
  readonly found: SourceImport;
  readonly facts: PackageFacts;
  readonly byName: ReadonlyMap<string, PackageFacts>;
}

function checkImport({ found, facts, byName }: ImportCheck): string[] {
  const { file, specifier } = found;
  const isNodeHalf = file.startsWith("packages/crypto/src/node/");
  const mayUseNode = !withoutNode.includes(facts.name) || isNodeHalf;
  if (specifier.startsWith(".")) {
    const target = new URL(specifier, `file:///${file}`).pathname;
    if (!target.startsWith(`/packages/${facts.name}/`)) {
      return [`${file}: ${specifier} leaves the package; import ${scope}... instead`];
    }
    return !mayUseNode && target.startsWith("/packages/crypto/src/node/")
      ? [`${file}: the pure half of crypto may not import its Node half`]
      : [];
  }
  if (specifier.startsWith("node:")) {
    return mayUseNode
      ? []
      : [`${file}: ${facts.name} runs without Node and may not import ${specifier}`];
  }
  // The package's own `imports`: one name for a file that differs between Node and browsers.
  if (specifier.startsWith("#")) return [];
  const parts = specifier.split("/");
  const name = specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? "");
  const mayLoad = layerRules.get(facts.name)?.mayLoad ?? [];
  const isLoaded = found.isDeferred === true && mayLoad.includes(name.slice(scope.length));
  // A package may name its own entry, as a worker thread that is found through `exports` does.
  if (name !== scope + facts.name && !facts.dependencies.includes(name) && !isLoaded) {
    return [`${file}: ${specifier} is not in the package's dependencies`];
  }
  if (!mayUseNode && nativeLibraries.includes(name)) {
    return [`${file}: ${facts.name} runs without Node and may not import ${specifier}`];
  }
  if (!name.startsWith(scope)) return [];
  const subpath = `.${specifier.slice(name.length)}`;
  const target = byName.get(name.slice(scope.length));
  if (target !== undefined && !target.exportedPaths.includes(subpath)) {
    return [`${file}: ${specifier} is not exported by ${name}`];
  }
  if (subpath !== "." && name === `${scope}crypto` && !mayUseNode) {
    return [`${file}: ${facts.name} runs without Node and may not import ${specifier}`];
  }
  return [];
}
