import { utf8Encode } from "@cartorio/crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalBytes, parseJsonObject } from "../src/index.ts";

describe("canonical JSON", () => {
  it("is that of RFC 8785 section 3.2.2", () => {
    const value = {
      numbers: JSON.parse("[333333333.33333329, 4.50, 2e-3, 0.000000000000000000000000001]"),
      string: '€$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    const expected =
      '{"literals":[null,true,false],"numbers":[333333333.3333333,4.5,0.002,1e-27],' +
      '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}';
    expect(canonicalBytes(value)).toEqual(utf8Encode(expected));
  });

  it("sorts names by UTF-16 code units, as section 3.2.3 does", () => {
    const value = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\u{1f600}": 5, "\u0080": 6, ö: 7 };
    const text = new TextDecoder().decode(canonicalBytes(value));
    expect(Object.values(JSON.parse(text) as object)).toEqual([4, 2, 6, 7, 1, 5, 3]);
  });

  it.each<[string, unknown]>([
    ["an integer beyond 2^53-1", { a: 2 ** 53 }],
    ["infinity", { a: Number.POSITIVE_INFINITY }],
    ["NaN", { a: Number.NaN }],
    ["a lone surrogate", { a: "\ud800" }],
    ["a lone surrogate in a name", { "\udc00": 1 }],
    ["undefined", { a: undefined }],
    ["a date", { a: new Date(0) }],
    ["a bigint", { a: 1n }],
    ["an object with toJSON", { a: { toJSON: () => 1 } }],
    ["a hole", { a: Object.assign([], { 2: 1 }) }],
    ["a cycle", cyclic()],
  ])("refuses %s", (_, value) => {
    expect(canonicalBytes(value)).toBeUndefined();
  });
});

function cyclic(): unknown {
  const value: Record<string, unknown> = {};
  value["self"] = value;
  return value;
}

describe("reading JSON", () => {
  it.each([
    ["repeated names", '{"a": 1, "a": 2}'],
    ["repeated names in depth", '{"b": [{"a": {"c": 1, "c": 1}}]}'],
    ["the same name written in two ways", '{"a": 1, "\\u0061": 2}'],
    ["a repeated __proto__", '{"__proto__": 1, "__proto__": 2}'],
    ["a number that is rounded to another integer", '{"a": 9007199254740993}'],
    ["a number beyond the range", '{"a": 1e400}'],
    ["no object", "[1]"],
    ["no JSON", "{a: 1}"],
    ["too many levels", `${'{"a":'.repeat(70)}1${"}".repeat(70)}`],
  ])("refuses %s", (_, text) => {
    expect(parseJsonObject(text)).toBeUndefined();
  });

  it("takes the names of different objects and what only looks like a name", () => {
    const text = '{"a": {"a": ["a", {"a" : "a\\": 1"}]}, "b": "\\\\", "c": ": \\"x\\":"}';
    expect(parseJsonObject(text)).toEqual(JSON.parse(text));
  });

  it("reads whatever object JSON.stringify writes", () => {
    const values = fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue());
    fc.assert(
      fc.property(values, (value) => {
        const text = JSON.stringify(value, null, 1);
        const isExact = canonicalBytes(JSON.parse(text)) !== undefined;
        expect(parseJsonObject(text)).toEqual(isExact ? JSON.parse(text) : undefined);
      }),
    );
  });
});
