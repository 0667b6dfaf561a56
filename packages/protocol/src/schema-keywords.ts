import { isJsonObject } from "./canonical-json.ts";

// The vocabulary of JSON Schema 2020-12 as far as schemas on the ledger may use it (docs/ledger.md 11).

/** What stands at a keyword: a schema, several, or anything else by a rule of its own. */
export type KeywordShape =
  | { readonly kind: "schema" | "schemas" | "schemaMap" | "pattern" | "patternMap" }
  | { readonly kind: "value"; readonly isValid: (value: unknown) => boolean };

const typeNames = ["array", "boolean", "integer", "null", "number", "object", "string"];
export const schemaDialect = "https://json-schema.org/draft/2020-12/schema";

function value(isValid: (value: unknown) => boolean): KeywordShape {
  return { kind: "value", isValid };
}
const isText = (item: unknown): boolean => typeof item === "string";
const isNumber = (item: unknown): boolean => typeof item === "number";
const isCount = (item: unknown): boolean => Number.isSafeInteger(item) && Number(item) >= 0;
const isFlag = (item: unknown): boolean => typeof item === "boolean";
const isType = (item: unknown): boolean => typeof item === "string" && typeNames.includes(item);

function isDistinctList(item: unknown, isValid: (entry: unknown) => boolean): boolean {
  return Array.isArray(item) && item.every(isValid) && new Set(item).size === item.length;
}

function isRequiredMap(item: unknown): boolean {
  return isJsonObject(item) && Object.values(item).every((names) => isDistinctList(names, isText));
}

const text = value(isText);
const number = value(isNumber);
const count = value(isCount);
const flag = value(isFlag);
const anything = value(() => true);
const schema: KeywordShape = { kind: "schema" };
const schemas: KeywordShape = { kind: "schemas" };
const schemaMap: KeywordShape = { kind: "schemaMap" };

const shapes: ReadonlyMap<string, KeywordShape> = new Map<string, KeywordShape>([
  ["$schema", value((item) => item === schemaDialect)],
  ["$ref", value((item) => typeof item === "string" && /^#(?:\/|$)/.test(item))],
  ["$comment", text],
  ["$defs", schemaMap],
  ["allOf", schemas],
  ["anyOf", schemas],
  ["oneOf", schemas],
  ["not", schema],
  ["if", schema],
  ["then", schema],
  ["else", schema],
  ["dependentSchemas", schemaMap],
  ["prefixItems", schemas],
  ["items", schema],
  ["contains", schema],
  ["properties", schemaMap],
  ["patternProperties", { kind: "patternMap" }],
  ["additionalProperties", schema],
  ["propertyNames", schema],
  ["unevaluatedItems", schema],
  ["unevaluatedProperties", schema],
  [
    "type",
    value((item) =>
      Array.isArray(item) ? item.length > 0 && isDistinctList(item, isType) : isType(item),
    ),
  ],
  ["const", anything],
  ["enum", value(Array.isArray)],
  ["multipleOf", value((item) => typeof item === "number" && item > 0)],
  ["maximum", number],
  ["exclusiveMaximum", number],
  ["minimum", number],
  ["exclusiveMinimum", number],
  ["maxLength", count],
  ["minLength", count],
  ["pattern", { kind: "pattern" }],
  ["maxItems", count],
  ["minItems", count],
  ["uniqueItems", flag],
  ["maxContains", count],
  ["minContains", count],
  ["maxProperties", count],
  ["minProperties", count],
  ["required", value((item) => isDistinctList(item, isText))],
  ["dependentRequired", value(isRequiredMap)],
  ["title", text],
  ["description", text],
  ["default", anything],
  ["deprecated", flag],
  ["readOnly", flag],
  ["writeOnly", flag],
  ["examples", value(Array.isArray)],
  ["format", text],
  ["contentEncoding", text],
  ["contentMediaType", text],
  ["contentSchema", schema],
]);

/**
 * What may stand at a keyword; undefined for keywords that schemas on the ledger do not have. `x-...`
 * is free for notes. An unknown keyword is refused, since a validator would pass over a misspelt one.
 */
export function keywordShape(keyword: string): KeywordShape | undefined {
  return shapes.get(keyword) ?? (keyword.startsWith("x-") ? anything : undefined);
}
