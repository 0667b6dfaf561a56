import { parse, TomlError } from "smol-toml";
import {
  isSettingValue,
  ruleProblem,
  type Setting,
  type SettingValue,
  settings,
} from "./settings.ts";
import { suggest } from "./suggest.ts";

/** A mistake in a configuration file. */
export interface ConfigMistake {
  /** From 1; 0 where no line can be named. */
  readonly line: number;
  readonly text: string;
}

export type ParsedConfig =
  | { readonly ok: true; readonly values: ReadonlyMap<string, SettingValue> }
  | { readonly ok: false; readonly mistakes: readonly ConfigMistake[] };

const tables: readonly string[] = [
  ...new Set(settings.filter(({ path }) => path.includes(".")).map(({ path }) => tableOf(path))),
];

function tableOf(path: string): string {
  return path.slice(0, path.indexOf("."));
}

/**
 * Reads the text of a node.toml. Collects every mistake with its line: broken syntax, unknown keys
 * with the one that was probably meant, values of a wrong type or out of range.
 */
export function parseConfig(text: string): ParsedConfig {
  const parsed = parseToml(text);
  if (!parsed.ok) return parsed;
  const mistakes: ConfigMistake[] = [];
  const values = new Map<string, SettingValue>();
  const complain = (path: string, problem: string): void => {
    mistakes.push({ line: findLine(text, path), text: problem });
  };
  for (const [path, value] of flatten(parsed.table)) {
    const setting = settings.find((candidate) => candidate.path === path);
    if (setting === undefined) complain(path, unknownKey(path, value));
    else if (isOfRule(setting, value)) values.set(path, value);
    else complain(path, `${path} must be ${ruleProblem(setting.rule, value)}, ${found(value)}`);
  }
  if (mistakes.length === 0) return { ok: true, values };
  return { ok: false, mistakes: mistakes.toSorted((left, right) => left.line - right.line) };
}

/** All mistakes as text, one per line, each beginning with file and line. */
export function renderMistakes(path: string, mistakes: readonly ConfigMistake[]): string {
  return mistakes
    .map(({ line, text }) => (line === 0 ? `${path}: ${text}` : `${path}:${line}: ${text}`))
    .join("\n");
}

type ParsedToml =
  | { readonly ok: true; readonly table: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly mistakes: readonly ConfigMistake[] };

function parseToml(text: string): ParsedToml {
  try {
    return { ok: true, table: parse(text) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason = "it is not TOML"] = error.message.split("\n");
    const problem = reason.replace(/^Invalid TOML document: /, "");
    const mistake = { line: error.line, text: `not TOML at column ${error.column}: ${problem}` };
    return { ok: false, mistakes: [mistake] };
  }
}

function isOfRule(setting: Setting, value: unknown): value is SettingValue {
  return ruleProblem(setting.rule, value) === undefined && isSettingValue(value);
}

/** Settings of the known tables as `table.key`; everything else as it stands. */
function flatten(table: Readonly<Record<string, unknown>>): (readonly [string, unknown])[] {
  return Object.entries(table).flatMap(([name, value]) => {
    if (!tables.includes(name)) return [[name, value] as const];
    if (!isTable(value)) return [[name, value] as const];
    return Object.entries(value).map(([key, inner]) => [`${name}.${key}`, inner] as const);
  });
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function unknownKey(path: string, value: unknown): string {
  if (tables.includes(path)) return `${path} is a table: write [${path}] and its keys below`;
  const names = settings.map((setting) => setting.path);
  const hint =
    suggest(path, [...names, ...tables]) ??
    // A key of a table that was written at the top, or the other way round.
    names.find((name) => name.split(".").at(-1) === path.split(".").at(-1));
  const kind = isTable(value) && !path.includes(".") ? "table" : "key";
  const end = hint === undefined ? `known are ${names.join(", ")}` : `did you mean ${hint}?`;
  return `unknown ${kind} ${path}; ${end}`;
}

function found(value: unknown): string {
  if (Array.isArray(value)) return "found a list";
  if (isTable(value)) return "found a table";
  return `found ${typeof value === "string" ? `"${value}"` : String(value)}`;
}

/** The line that sets a key; the parser keeps no positions. 0 if it cannot be told. */
function findLine(text: string, path: string): number {
  let table = "";
  for (const [index, line] of text.split("\n").entries()) {
    const header = /^\s*\[\[?\s*([^\]]+?)\s*\]/.exec(line)?.[1];
    if (header !== undefined) table = header;
    const key = /^\s*["']?([A-Za-z0-9_.\- ]+?)["']?\s*=/.exec(line)?.[1];
    const here = header ?? (table === "" ? key : `${table}.${key ?? ""}`);
    if (here === path || here?.startsWith(`${path}.`)) return index + 1;
  }
  return 0;
}
