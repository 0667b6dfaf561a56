import { isJsonObject, type JsonObject } from "@cartorio/protocol";
import { areEqualJson, equalityKey, isMultiple } from "./json-equality.ts";

// Keywords of JSON Schema 2020-12 that look at one value only. Each answers false iff the value breaks
// it; a value of another kind than the keyword is about is left alone.

type Assertion = (value: unknown, keyword: unknown) => boolean;

function onNumber(holds: (value: number, bound: number) => boolean): Assertion {
  return (value, bound) => typeof value !== "number" || holds(value, Number(bound));
}
function onText(holds: (length: number, bound: number) => boolean): Assertion {
  return (value, bound) => typeof value !== "string" || holds([...value].length, Number(bound));
}
function onList(holds: (length: number, bound: number) => boolean): Assertion {
  return (value, bound) => !Array.isArray(value) || holds(value.length, Number(bound));
}
function onObject(holds: (value: JsonObject, keyword: unknown) => boolean): Assertion {
  return (value, keyword) => !isJsonObject(value) || holds(value, keyword);
}
const atMost = (value: number, bound: number): boolean => value <= bound;
const atLeast = (value: number, bound: number): boolean => value >= bound;

function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function hasType(value: unknown, types: unknown): boolean {
  const names: readonly unknown[] = Array.isArray(types) ? types : [types];
  return names.includes(typeOf(value)) || (names.includes("integer") && Number.isInteger(value));
}

function hasAll(value: JsonObject, names: unknown): boolean {
  return Array.isArray(names) && names.every((name) => Object.hasOwn(value, String(name)));
}

function hasDependants(value: JsonObject, dependants: unknown): boolean {
  return Object.entries(isJsonObject(dependants) ? dependants : {}).every(
    ([name, names]) => !Object.hasOwn(value, name) || hasAll(value, names),
  );
}

export const schemaAssertions: ReadonlyMap<string, Assertion> = new Map<string, Assertion>([
  ["type", hasType],
  ["const", areEqualJson],
  ["enum", (value, list) => Array.isArray(list) && list.some((item) => areEqualJson(value, item))],
  ["multipleOf", onNumber(isMultiple)],
  ["maximum", onNumber(atMost)],
  ["exclusiveMaximum", onNumber((value, bound) => value < bound)],
  ["minimum", onNumber(atLeast)],
  ["exclusiveMinimum", onNumber((value, bound) => value > bound)],
  ["maxLength", onText(atMost)],
  ["minLength", onText(atLeast)],
  ["maxItems", onList(atMost)],
  ["minItems", onList(atLeast)],
  [
    "uniqueItems",
    (value, isAsked) =>
      isAsked !== true ||
      !Array.isArray(value) ||
      new Set(value.map(equalityKey)).size === value.length,
  ],
  ["maxProperties", onObject((value, bound) => atMost(Object.keys(value).length, Number(bound)))],
  ["minProperties", onObject((value, bound) => atLeast(Object.keys(value).length, Number(bound)))],
  ["required", onObject(hasAll)],
  ["dependentRequired", onObject(hasDependants)],
]);
