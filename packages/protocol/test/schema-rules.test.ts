import { sha256, utf8Encode } from "@cartorio/crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalBytes, findSchemaProblem, limits, multihashText } from "../src/index.ts";
import { degreeSchema } from "./registry-samples.ts";

function problemOf(schema: unknown) {
  const bytes = canonicalBytes(schema);
  if (bytes === undefined) throw new Error("no JSON");
  return findSchemaProblem(bytes);
}

/** An object of so many levels whose innermost value is true. */
function nested(levels: number, keyword: string): unknown {
  let value: unknown = true;
  for (let level = 0; level < levels; level += 1) value = { [keyword]: value };
  return value;
}

describe("a schema", () => {
  it.each<[string, unknown]>([
    ["that says nothing", {}],
    ["with every kind of keyword", JSON.parse(new TextDecoder().decode(degreeSchema))],
    ["that refers to itself", { properties: { child: { $ref: "#" } } }],
    ["that refers into a list", { allOf: [{ type: "string" }], $ref: "#/allOf/0" }],
    ["with an escaped reference", { $defs: { "a/b~c": true }, $ref: "#/$defs/a~1b~0c" }],
    ["whose property is called $id", { properties: { $id: { type: "string" } } }],
    ["with any JSON as constant", { const: { $id: 1, unknown: [null] }, enum: [{ $ref: 7 }] }],
    ["with notes", { "x-note": { $id: 1 }, $comment: "c", title: "t", examples: [1] }],
    ["of several types", { type: ["string", "null"] }],
    ["of 32 levels", nested(32, "not")],
  ])("%s is taken", (_, schema) => {
    expect(problemOf(schema)).toBeUndefined();
  });

  it.each<[string, unknown, string]>([
    ["$id", { $id: "https://a.example/s" }, "/$id"],
    ["$id inside", { properties: { a: { $id: "x" } } }, "/properties/a/$id"],
    ["a remote reference", { $ref: "https://a.example/s" }, "/$ref"],
    ["a reference to another file", { $ref: "other.json" }, "/$ref"],
    ["a reference to nothing", { $ref: "#/$defs/a" }, "/$ref"],
    ["a reference to what is no schema", { const: {}, $ref: "#/const" }, "/$ref"],
    ["a reference into a note", { "x-a": {}, $ref: "#/x-a" }, "/$ref"],
    ["a reference to an anchor", { $ref: "#name" }, "/$ref"],
    ["$anchor", { $anchor: "name" }, "/$anchor"],
    ["$dynamicRef", { $dynamicRef: "#" }, "/$dynamicRef"],
    ["$vocabulary", { $vocabulary: {} }, "/$vocabulary"],
    ["definitions of an older draft", { definitions: {} }, "/definitions"],
    ["another dialect", { $schema: "http://json-schema.org/draft-07/schema#" }, "/$schema"],
    ["a misspelt keyword", { requried: ["a"] }, "/requried"],
    ["a keyword called constructor", { constructor: 1 }, "/constructor"],
    ["an unknown type", { type: "text" }, "/type"],
    ["a type twice", { type: ["string", "string"] }, "/type"],
    ["no type of several", { type: [] }, "/type"],
    ["a schema that is a number", { items: 1 }, "/items"],
    ["items as a list", { items: [true] }, "/items"],
    ["an empty allOf", { allOf: [] }, "/allOf"],
    ["properties as a list", { properties: [] }, "/properties"],
    ["a negative length", { minLength: -1 }, "/minLength"],
    ["multipleOf nothing", { multipleOf: 0 }, "/multipleOf"],
    ["a pattern with a back reference", { pattern: "(a)\\1" }, "/pattern"],
    [
      "a property pattern with look-ahead",
      { patternProperties: { "(?=a)": true } },
      "/patternProperties/(?=a)",
    ],
    ["required names twice", { required: ["a", "a"] }, "/required"],
    ["33 levels", nested(33, "not"), "/not".repeat(32)],
    ["33 levels of a constant", { const: nested(32, "a") }, `/const${"/a".repeat(31)}`],
  ])("with %s is refused, with the place", (_, schema, at) => {
    expect(problemOf(schema)).toEqual({ code: "SCHEMA_INVALID", at });
  });

  it.each<[string, Uint8Array]>([
    ["no JSON", utf8Encode("{")],
    ["no object", utf8Encode("true")],
    ["blanks", utf8Encode('{ "type":"string"}')],
    ["names in another order", utf8Encode('{"type":"string","title":"a"}')],
    ["a name twice", utf8Encode('{"title":"a","title":"a"}')],
    ["another spelling of a number", utf8Encode('{"minimum":1.0}')],
    ["an escape that is not needed", utf8Encode('{"title":"\\u0061"}')],
    ["a byte order mark", utf8Encode("\ufeff{}")],
    ["an integer beyond 2^53", utf8Encode('{"minimum":9007199254740993}')],
    ["no UTF-8", Uint8Array.of(0x7b, 0xff, 0x7d)],
    ["thousands of levels", utf8Encode(`{"not":${"[".repeat(40_000)}`)],
    ["nothing", new Uint8Array(0)],
  ])("in bytes with %s is not canonical", (_, bytes) => {
    expect(findSchemaProblem(bytes)).toEqual({ code: "SCHEMA_NOT_CANONICAL", at: "" });
  });

  it("has at most 48 KiB", () => {
    const sized = (bytes: number) => ({ title: "a".repeat(bytes - '{"title":""}'.length) });
    expect(problemOf(sized(limits.maxSchemaBytes))).toBeUndefined();
    expect(problemOf(sized(limits.maxSchemaBytes + 1))).toEqual({
      code: "SCHEMA_TOO_LARGE",
      at: "",
    });
  });

  it("unfolds no more patterns than all together may, found in review: thousands fit into 48 KiB", () => {
    const patterns = (count: number) => ({
      allOf: Array.from({ length: count }, () => ({ pattern: "a{999}" })),
    });
    const fitting = Math.floor(limits.maxSchemaPatternWork / 1001);
    expect(problemOf(patterns(fitting))).toBeUndefined();
    const at = `/allOf/${fitting}/pattern`;
    expect(problemOf(patterns(fitting + 1))).toEqual({ code: "SCHEMA_INVALID", at });
    expect(problemOf(patterns(2000))).toEqual({ code: "SCHEMA_INVALID", at });
    const names = Object.fromEntries(
      Array.from({ length: fitting + 1 }, (_, index) => [`a{999}${index}`, true]),
    );
    expect(problemOf({ patternProperties: names })?.code).toBe("SCHEMA_INVALID");
  });

  it("is judged without a crash, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.json().map(utf8Encode)), (bytes) => {
        const problem = findSchemaProblem(bytes);
        expect(problem === undefined || problem.code.startsWith("SCHEMA_")).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("is named by the multihash of its bytes", () => {
    expect(multihashText(sha256(utf8Encode("{}")))).toBe(
      "zQmSvPd3sHK7iWgZuW47fyLy4CaZQe2DwxvRhrJ39VpBVMK",
    );
  });
});
