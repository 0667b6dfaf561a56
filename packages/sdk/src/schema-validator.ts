import { utf8Decode } from "@cartorio/crypto";
import {
  canonicalBytes,
  compilePattern,
  findSchemaProblem,
  isJsonObject,
  type JsonObject,
  matchesPattern,
  type PatternProgram,
  parseJsonObject,
  pointerPart,
  type StepBudget,
} from "@cartorio/protocol";
import { schemaAssertions } from "./schema-assertions.ts";

/** Where a value breaks a schema: JSON Pointers (RFC 6901) into both. */
export interface SchemaFinding {
  readonly instance: string;
  readonly keyword: string;
}

export type SchemaVerdict =
  | { readonly outcome: "valid" }
  | { readonly outcome: "invalid"; readonly finding: SchemaFinding }
  /** The schema is none, or it took more steps than allowed: the value is not judged. */
  | { readonly outcome: "unknown"; readonly reason: "SCHEMA_INVALID" | "STEP_LIMIT" | "NOT_JSON" };

/** Steps of one validation unless the caller says otherwise: some ten milliseconds. */
export const defaultSchemaSteps = 200_000;

/** Schemas refer to themselves without end; a value is not so deep. */
const maxDepth = 512;
/** Bytes of a value that one step looks at where it is compared as a whole. */
const bytesPerStep = 64;

/** Thrown and caught inside this file only. */
class StepLimit extends Error {}

interface Run {
  readonly root: JsonObject;
  readonly budget: StepBudget;
  readonly patterns: Map<string, PatternProgram>;
}

/** A value inside a value, and the schema that it is held against. */
interface Place {
  readonly value: unknown;
  readonly instance: string;
  readonly keyword: string;
  readonly depth: number;
}

/** What a schema has looked at, for `unevaluated*`; the first break if there is one. */
interface Result {
  finding: SchemaFinding | undefined;
  readonly names: Set<string>;
  readonly items: Set<number>;
}

/**
 * Holds a JSON value against a schema of the ledger, by interpretation: no code is generated, so it runs
 * under a strict Content-Security-Policy. `format` and `content*` are notes, as the standard has it by
 * default. Total: a schema that is no schema of the ledger, or that takes more steps, is `unknown`.
 */
export function validateAgainstSchema(
  body: Uint8Array,
  value: unknown,
  { maxSteps = defaultSchemaSteps }: { readonly maxSteps?: number } = {},
): SchemaVerdict {
  const root = findSchemaProblem(body) ? undefined : parseJsonObject(utf8Decode(body) ?? "");
  if (root === undefined) return { outcome: "unknown", reason: "SCHEMA_INVALID" };
  const size = canonicalBytes(value)?.length;
  if (size === undefined) return { outcome: "unknown", reason: "NOT_JSON" };
  const run: Run = { root, budget: { left: maxSteps }, patterns: new Map() };
  try {
    spend(run, size / bytesPerStep);
    const { finding } = hold(run, root, { value, instance: "", keyword: "", depth: 0 });
    return finding === undefined ? { outcome: "valid" } : { outcome: "invalid", finding };
  } catch (error) {
    if (error instanceof StepLimit) return { outcome: "unknown", reason: "STEP_LIMIT" };
    throw error;
  }
}

function spend({ budget }: Run, steps: number): void {
  budget.left -= steps;
  if (!(budget.left >= 0)) throw new StepLimit();
}

function hold(run: Run, schema: unknown, place: Place): Result {
  const result: Result = { finding: undefined, names: new Set(), items: new Set() };
  spend(run, 1);
  if (place.depth > maxDepth) throw new StepLimit();
  if (schema === false) result.finding = findingOf(place);
  if (!isJsonObject(schema)) return result;
  const here = { run, schema, place, result };
  // Those that look at what the others left go last.
  for (const [keyword, member] of Object.entries(schema)) {
    if (!keyword.startsWith("unevaluated")) apply(here, keyword, member);
    if (result.finding !== undefined) return result;
  }
  applyUnevaluated(here);
  return result;
}

interface Here {
  readonly run: Run;
  readonly schema: JsonObject;
  readonly place: Place;
  readonly result: Result;
}

function findingOf({ instance, keyword }: Place): SchemaFinding {
  return { instance, keyword };
}

function at(place: Place, ...parts: readonly (string | number)[]): Place {
  const keyword = place.keyword + parts.map(pointerPart).join("");
  return { ...place, keyword, depth: place.depth + 1 };
}

function inside(place: Place, name: string | number, value: unknown): Place {
  return { ...place, value, instance: place.instance + pointerPart(name) };
}

function fail({ result, place }: Here, keyword: string): void {
  result.finding ??= findingOf(at(place, keyword));
}

function apply(here: Here, keyword: string, member: unknown): void {
  const { run, place } = here;
  const assertion = schemaAssertions.get(keyword);
  if (assertion !== undefined) {
    if (keyword === "const" || keyword === "enum" || keyword === "uniqueItems") {
      spend(run, sizeOf(member, place.value) / bytesPerStep);
    }
    if (!assertion(place.value, member)) fail(here, keyword);
    return;
  }
  if (keyword === "pattern") {
    if (typeof place.value === "string" && !matches(run, String(member), place.value)) {
      fail(here, keyword);
    }
    return;
  }
  applicators.get(keyword)?.(here, member);
}

/** How much a comparison as a whole may read. */
function sizeOf(...values: readonly unknown[]): number {
  return values.reduce((sum: number, value) => sum + (canonicalBytes(value)?.length ?? 0), 0);
}

function matches(run: Run, pattern: string, text: string): boolean {
  const known = run.patterns.get(pattern);
  const program = known ?? compilePattern(pattern);
  if (program === undefined) throw new StepLimit();
  if (known === undefined) {
    spend(run, program.instructions.length);
    run.patterns.set(pattern, program);
  }
  const isMatch = matchesPattern(program, text, run.budget);
  if (isMatch === undefined) throw new StepLimit();
  return isMatch;
}

/** Holds the same value against a schema inside this one; what it looked at counts if it holds. */
function branch(here: Here, schema: unknown, parts: readonly (string | number)[]): Result {
  const found = hold(here.run, schema, at(here.place, ...parts));
  if (found.finding === undefined) {
    for (const name of found.names) here.result.names.add(name);
    for (const item of found.items) here.result.items.add(item);
  }
  return found;
}

function must(here: Here, schema: unknown, parts: readonly (string | number)[]): void {
  here.result.finding ??= branch(here, schema, parts).finding;
}

/** Holds one member or item of the value against a schema. */
function mustInside(
  here: Here,
  { name, schema, parts }: { name: string | number; schema: unknown; parts: (string | number)[] },
): void {
  const { place, run, result } = here;
  const container = place.value as Readonly<Record<string | number, unknown>>;
  const found = hold(run, schema, inside(at(place, ...parts), name, container[name]));
  result.finding ??= found.finding;
  if (typeof name === "number") result.items.add(name);
  else result.names.add(name);
}

type Applicator = (here: Here, member: unknown) => void;

const listOf = (member: unknown): readonly unknown[] => (Array.isArray(member) ? member : []);
const entriesOf = (member: unknown): [string, unknown][] =>
  Object.entries(isJsonObject(member) ? member : {});
const namesOf = ({ place }: Here): string[] =>
  isJsonObject(place.value) ? Object.keys(place.value) : [];
const itemsOf = ({ place }: Here): number[] =>
  Array.isArray(place.value) ? [...place.value.keys()] : [];

function applyReference(here: Here, member: unknown): void {
  const target = String(member).slice(1).split("/").slice(1);
  let schema: unknown = here.run.root;
  for (const part of target) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    schema = (schema as Readonly<Record<string, unknown>>)[name];
  }
  must(here, schema, ["$ref"]);
}

function countBranches(here: Here, keyword: string, member: unknown): number {
  return listOf(member).filter(
    (schema, index) => branch(here, schema, [keyword, index]).finding === undefined,
  ).length;
}

function applyProperties(here: Here, member: unknown): void {
  const names = new Set(namesOf(here));
  for (const [name, schema] of entriesOf(member)) {
    if (names.has(name)) mustInside(here, { name, schema, parts: ["properties", name] });
  }
}

function applyPatternProperties(here: Here, member: unknown): void {
  for (const [pattern, schema] of entriesOf(member)) {
    for (const name of namesOf(here)) {
      if (!matches(here.run, pattern, name)) continue;
      mustInside(here, { name, schema, parts: ["patternProperties", pattern] });
    }
  }
}

function applyAdditionalProperties(here: Here, schema: unknown): void {
  const { run } = here;
  const known = new Set(entriesOf(here.schema["properties"]).map(([name]) => name));
  const patterns = entriesOf(here.schema["patternProperties"]).map(([pattern]) => pattern);
  for (const name of namesOf(here)) {
    if (known.has(name) || patterns.some((pattern) => matches(run, pattern, name))) continue;
    mustInside(here, { name, schema, parts: ["additionalProperties"] });
  }
}

function applyContains(here: Here, schema: unknown): void {
  const { place, run, result } = here;
  if (!Array.isArray(place.value)) return;
  const found = [...place.value.entries()].filter(([index, item]) => {
    const inner = inside(at(place, "contains"), index, item);
    return hold(run, schema, inner).finding === undefined;
  });
  for (const [index] of found) result.items.add(index);
  const least = here.schema["minContains"] ?? 1;
  if (found.length < Number(least)) fail(here, "contains");
  const most = here.schema["maxContains"] ?? found.length;
  if (found.length > Number(most)) fail(here, "maxContains");
}

function applyIf(here: Here, schema: unknown): void {
  const holds = branch(here, schema, ["if"]).finding === undefined;
  const next = holds ? "then" : "else";
  const chosen = here.schema[next];
  if (chosen !== undefined) must(here, chosen, [next]);
}

const applicators: ReadonlyMap<string, Applicator> = new Map<string, Applicator>([
  ["$ref", applyReference],
  [
    "allOf",
    (here, member) => {
      for (const [index, schema] of listOf(member).entries()) must(here, schema, ["allOf", index]);
    },
  ],
  [
    "anyOf",
    (here, member) => {
      if (countBranches(here, "anyOf", member) === 0) fail(here, "anyOf");
    },
  ],
  [
    "oneOf",
    (here, member) => {
      if (countBranches(here, "oneOf", member) !== 1) fail(here, "oneOf");
    },
  ],
  [
    "not",
    (here, schema) => {
      const { finding } = hold(here.run, schema, at(here.place, "not"));
      if (finding === undefined) fail(here, "not");
    },
  ],
  ["if", applyIf],
  [
    "dependentSchemas",
    (here, member) => {
      const names = new Set(namesOf(here));
      for (const [name, schema] of entriesOf(member)) {
        if (names.has(name)) must(here, schema, ["dependentSchemas", name]);
      }
    },
  ],
  [
    "prefixItems",
    (here, member) => {
      const schemas = listOf(member);
      for (const name of itemsOf(here).slice(0, schemas.length)) {
        mustInside(here, { name, schema: schemas[name], parts: ["prefixItems", name] });
      }
    },
  ],
  [
    "items",
    (here, schema) => {
      const first = listOf(here.schema["prefixItems"]).length;
      for (const name of itemsOf(here).slice(first)) {
        mustInside(here, { name, schema, parts: ["items"] });
      }
    },
  ],
  ["contains", applyContains],
  ["properties", applyProperties],
  ["patternProperties", applyPatternProperties],
  ["additionalProperties", applyAdditionalProperties],
  [
    "propertyNames",
    (here, schema) => {
      for (const name of namesOf(here)) {
        const place = inside(at(here.place, "propertyNames"), name, name);
        here.result.finding ??= hold(here.run, schema, place).finding;
      }
    },
  ],
]);

function applyUnevaluated(here: Here): void {
  const { schema, result } = here;
  const forItems = schema["unevaluatedItems"];
  if (forItems !== undefined) {
    for (const name of itemsOf(here)) {
      if (result.items.has(name)) continue;
      mustInside(here, { name, schema: forItems, parts: ["unevaluatedItems"] });
    }
  }
  const forNames = schema["unevaluatedProperties"];
  if (forNames === undefined) return;
  for (const name of namesOf(here)) {
    if (result.names.has(name)) continue;
    mustInside(here, { name, schema: forNames, parts: ["unevaluatedProperties"] });
  }
}
