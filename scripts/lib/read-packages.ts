import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix, relative } from "node:path";
import type { CompilerSettings, PackageFacts, SourceImport } from "./layers.ts";

interface PackageJson {
  readonly dependencies?: Record<string, string>;
  readonly exports?: Record<string, unknown>;
}

interface TsConfig {
  readonly compilerOptions?: { readonly types?: string[]; readonly lib?: string[] };
  readonly exclude?: readonly string[];
  readonly references?: readonly { readonly path: string }[];
}

/** Comments that start a line: examples in them are not imports. */
const comments = /^\s*(\/\*[\s\S]*?\*\/|\/\/.*$)/gm;
const specifiers =
  /(?:\bfrom\s*|\bimport\s*|\bimport\(\s*|\bimport\.meta\.resolve\(\s*)"([^"\n]+)"/g;

/** The specifiers of every static, dynamic and type import and re-export of a TypeScript source. */
export function importSpecifiers(source: string): string[] {
  return [...source.replace(comments, "").matchAll(specifiers)].map((match) => match[1] ?? "");
}

/** The specifiers that a source names by `import()` and in no other way. */
export function deferredSpecifiers(source: string): ReadonlySet<string> {
  const all = importSpecifiers(source);
  const deferred = [...source.replace(comments, "").matchAll(/\bimport\(\s*"([^"\n]+)"/g)];
  const names = deferred.map((match) => match[1] ?? "");
  const countIn = (list: readonly string[], name: string): number =>
    list.filter((other) => other === name).length;
  return new Set(names.filter((name) => countIn(all, name) === countIn(names, name)));
}

/** All files below a folder with one of the endings, as paths from `root` with forward slashes. */
export function filesBelow(root: string, folder: string, endings: readonly string[]): string[] {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((path) => !/(^|\/)(node_modules|dist)\//.test(path))
    .sort();
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, "utf8")) as T;
}

function readSettings(root: string, file: string): CompilerSettings {
  const base = readJson<TsConfig>(join(root, "tsconfig.base.json")).compilerOptions;
  const config = readJson<TsConfig>(join(root, file));
  return {
    file,
    types: config.compilerOptions?.types ?? base?.types ?? [],
    lib: config.compilerOptions?.lib ?? base?.lib ?? [],
    hasExclude: config.exclude !== undefined,
    references: (config.references ?? []).map(({ path }) =>
      posix.normalize(posix.join(posix.dirname(file), path)),
    ),
  };
}

function readPackage(root: string, name: string): PackageFacts {
  const folder = `packages/${name}`;
  const manifest = readJson<PackageJson>(join(root, folder, "package.json"));
  const imports = filesBelow(root, `${folder}/src`, [".ts"]).flatMap((file): SourceImport[] => {
    const source = readFileSync(join(root, file), "utf8");
    const deferred = deferredSpecifiers(source);
    return importSpecifiers(source).map((specifier) => ({
      ...{ file, specifier, isDeferred: deferred.has(specifier) },
    }));
  });
  return {
    name,
    dependencies: Object.keys(manifest.dependencies ?? {}),
    exportedPaths: Object.keys(manifest.exports ?? {}),
    settings: readdirSync(join(root, folder))
      .filter((file) => /^tsconfig.*\.json$/.test(file))
      .map((file) => readSettings(root, `${folder}/${file}`)),
    imports,
    hasReadme: existsSync(join(root, folder, "README.md")),
    hasIndex: existsSync(join(root, folder, "src/index.ts")),
  };
}

/** Reads every package below `root/packages`. */
export function readPackages(root: string): PackageFacts[] {
  return readdirSync(join(root, "packages"))
    .filter((name) => existsSync(join(root, "packages", name, "package.json")))
    .sort()
    .map((name) => readPackage(root, name));
}
