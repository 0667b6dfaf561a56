import { equalBytes, utf8Decode } from "@cartorio/crypto";
import { canonicalBytes, isJsonObject, parseJsonObject } from "./canonical-json.ts";
import type { ErrorCode } from "./errors.ts";
import { limits } from "./limits.ts";
import { compilePattern } from "./pattern-program.ts";
import { keywordShape } from "./schema-keywords.ts";

/** Why a schema is refused, and where: a JSON Pointer (RFC 6901). */
export interface SchemaProblem {
  readonly code: ErrorCode;
  readonly at: string;
}

interface Walk {
  /** Pointers of all places where a schema stands. */
  readonly places: Set<string>;
  readonly references: { readonly target: string; readonly at: string }[];
  /** Of patterns, of {@link limits.maxSchemaPatternWork}. */
  workLeft: number;
}

/**
 * Whether bytes are a schema that the ledger takes (docs/ledger.md 11): at most 48 KiB, the canonical
 * form (JCS) of a JSON object, at most 32 levels, JSON Schema 2020-12 without `$id`, anchors and dynamic
 * references; each `$ref` leads to a schema inside the same document; patterns in the subset of
 * `parsePattern`, which unfold to no more than the bound together. Total. Codes: SCHEMA_TOO_LARGE, SCHEMA_NOT_CANONICAL, SCHEMA_INVALID.
 */
export function findSchemaProblem(body: Uint8Array): SchemaProblem | undefined {
  if (body.length > limits.maxSchemaBytes) return { code: "SCHEMA_TOO_LARGE", at: "" };
  const schema = parseJsonObject(utf8Decode(body) ?? "");
  const canonical = schema && canonicalBytes(schema);
  if (canonical === undefined || !equalBytes(canonical, body)) {
    return { code: "SCHEMA_NOT_CANONICAL", at: "" };
  }
  const walk: Walk = {
    places: new Set(),
    references: [],
    workLeft: limits.maxSchemaPatternWork,
  };
  const at =
    findBadLevel(schema, "", 1) ?? findBadSchema(walk, schema, "") ?? findBadReference(walk);
  return at === undefined ? undefined : { code: "SCHEMA_INVALID", at };
}

/** One part of a JSON Pointer. */
export function pointerPart(name: string | number): string {
  return `/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

function findBadLevel(value: unknown, at: string, level: number): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (level > limits.maxSchemaDepth) return at;
  return firstOf(Object.entries(value), ([name, member]) =>
    findBadLevel(member, at + pointerPart(name), level + 1),
  );
}

function findBadSchema(walk: Walk, schema: unknown, at: string): string | undefined {
  walk.places.add(at);
  if (typeof schema === "boolean") return undefined;
  if (!isJsonObject(schema)) return at;
  return firstOf(Object.entries(schema), ([keyword, value]) => {
    const place = at + pointerPart(keyword);
    if (keyword === "$ref") walk.references.push({ target: String(value).slice(1), at: place });
    return findBadValue(walk, keyword, { value, place });
  });
}

function findBadValue(
  walk: Walk,
  keyword: string,
  { value, place }: { readonly value: unknown; readonly place: string },
): string | undefined {
  const shape = keywordShape(keyword);
  switch (shape?.kind) {
    case undefined:
      return place;
    case "value":
      return shape.isValid(value) ? undefined : place;
    case "pattern":
      return takesPattern(walk, value) ? undefined : place;
    case "schema":
      return findBadSchema(walk, value, place);
    case "schemas":
      if (!Array.isArray(value) || value.length === 0) return place;
      return firstOf([...value.entries()], ([index, item]) =>
        findBadSchema(walk, item, place + pointerPart(index)),
      );
    case "schemaMap":
    case "patternMap": {
      if (!isJsonObject(value)) return place;
      const arePatterns = shape.kind === "patternMap";
      return firstOf(Object.entries(value), ([name, item]) => {
        const inside = place + pointerPart(name);
        if (arePatterns && !takesPattern(walk, name)) return inside;
        return findBadSchema(walk, item, inside);
      });
    }
  }
}

/** Everybody who executes the registration unfolds every pattern, so all of them share one bound. */
function takesPattern(walk: Walk, pattern: unknown): boolean {
  const program = typeof pattern === "string" ? compilePattern(pattern) : undefined;
  if (program === undefined) return false;
  walk.workLeft -= program.work;
  return walk.workLeft >= 0;
}

/** Percent-encoding in a reference is not taken apart: pointers are compared as they are written. */
function findBadReference({ places, references }: Walk): string | undefined {
  return references.find(({ target }) => !places.has(target))?.at;
}

function firstOf<T>(
  items: readonly T[],
  find: (item: T) => string | undefined,
): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
