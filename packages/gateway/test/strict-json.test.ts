import { utf8Encode } from "@cartorio/crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ParsedJson, parseStrictJson } from "../src/strict-json.ts";

const bounds = { maxDepth: 8, maxValues: 1000 };

type Plain = { readonly ok: true; readonly value: unknown } | Extract<ParsedJson, { ok: false }>;

function plain(parsed: ParsedJson): Plain {
  return parsed.ok ? { ok: true, value: parsed.value } : parsed;
}

function parse(text: string): Plain {
  return plain(parseStrictJson(utf8Encode(text), bounds));
}

describe("parseStrictJson", () => {
  it.each([
    ["an object twice the key", '{"a":1,"a":1}', "DUPLICATE_KEY"],
    ["a key that is equal after unescaping", '{"a":1,"\\u0061":2}', "DUPLICATE_KEY"],
    ["a duplicate deep inside", '[{"x":{"k":[],"k":[]}}]', "DUPLICATE_KEY"],
    ["two prototypes", '{"__proto__":1,"__proto__":2}', "DUPLICATE_KEY"],
    ["nine arrays", "[[[[[[[[[]]]]]]]]]", "TOO_DEEP"],
    ["objects and arrays, nine together", '{"a":[{"a":[{"a":[{"a":[{}]}]}]}]}', "TOO_DEEP"],
    ["a thousand and one values", `[${Array(1000).fill("0").join()}]`, "TOO_MANY_VALUES"],
    ["a number beyond a double", "1e999", "NUMBER_OUT_OF_RANGE"],
    ["a negative number beyond a double", "[-1e999]", "NUMBER_OUT_OF_RANGE"],
    ["a number of many digits", "1".repeat(33), "NUMBER_OUT_OF_RANGE"],
    ["half a character", '"\\ud800"', "LONE_SURROGATE"],
    ["the other half", '"\\udc00\\ud800"', "LONE_SURROGATE"],
    ["half a character as a key", '{"\\ud83d":1}', "LONE_SURROGATE"],
    ["nothing", "", "MALFORMED_JSON"],
    ["a byte order mark", "\ufeff1", "MALFORMED_JSON"],
    ["a comma at the end of an array", "[1,]", "MALFORMED_JSON"],
    ["a comma at the end of an object", '{"a":1,}', "MALFORMED_JSON"],
    ["an open array", "[1", "MALFORMED_JSON"],
    ["an open text", '"a', "MALFORMED_JSON"],
    ["a text that ends in its escape", '"a\\', "MALFORMED_JSON"],
    ["an unknown escape", '"\\x41"', "MALFORMED_JSON"],
    ["a line feed in a text", '"a\nb"', "MALFORMED_JSON"],
    ["a zero in front", "01", "MALFORMED_JSON"],
    ["a plus in front", "+1", "MALFORMED_JSON"],
    ["a point without digits", "1.", "MALFORMED_JSON"],
    ["a word of JavaScript", "NaN", "MALFORMED_JSON"],
    ["two values", "1 2", "MALFORMED_JSON"],
    ["a key without quotes", "{a:1}", "MALFORMED_JSON"],
    ["a key that is a number", "{1:1}", "MALFORMED_JSON"],
    ["a comment", "/**/1", "MALFORMED_JSON"],
    ["a foreign space", "\u00a01", "MALFORMED_JSON"],
  ])("refuses %s", (_, text, reason) => {
    expect(parse(text)).toEqual({ ok: false, reason });
  });

  it.each([
    ["an open character", [0x22, 0xc3, 0x22]],
    ["half a pair as bytes", [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ["an overlong slash", [0x22, 0xc0, 0xaf, 0x22]],
  ])("refuses %s as not UTF-8", (_, bytes) => {
    expect(parseStrictJson(Uint8Array.from(bytes), bounds)).toEqual({
      ok: false,
      reason: "NOT_UTF8",
    });
  });

  it("takes what is just within its bounds", () => {
    expect(parse("[[[[[[[[]]]]]]]]").ok).toBe(true);
    expect(parse(`[${Array(999).fill("0").join()}]`).ok).toBe(true);
    expect(parse("1.7976931348623157e308")).toEqual({ ok: true, value: Number.MAX_VALUE });
    expect(parse("9".repeat(32)).ok).toBe(true);
    expect(parse('"\\ud83d\\ude00"')).toEqual({ ok: true, value: "😀" });
  });

  it("makes a prototype's name an ordinary key", () => {
    const parsed = parse('{"__proto__":{"polluted":true}}');
    if (!parsed.ok) throw new Error(parsed.reason);
    expect(Object.keys(Object(parsed.value))).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(parsed.value)).toBe(Object.prototype);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it("reads what JSON.parse reads, where no key comes twice", () => {
    const wide = { maxDepth: 64, maxValues: 100_000 };
    const value = fc.jsonValue({ maxDepth: 6 });
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 1, "\t"), (given, space) => {
        const text = JSON.stringify(given, undefined, space);
        expect(plain(parseStrictJson(utf8Encode(text), wide))).toEqual({
          ok: true,
          value: JSON.parse(text),
        });
      }),
    );
  });

  it("takes no text that JSON.parse refuses", () => {
    const token = fc.constantFrom(...'{}[]:,"\\ \n019.eE+-tfn', "true", "null", '"a"', "\\u00");
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => {
        const text = tokens.join("");
        const parsed = parse(text);
        const reference = readByEngine(text);
        if (parsed.ok) expect(reference).toEqual({ value: parsed.value });
        else if (parsed.reason === "MALFORMED_JSON") expect(reference).toBeUndefined();
      }),
      { numRuns: 5000 },
    );
  });

  it("counts all values, nested ones as well: so many are held in memory", () => {
    expect(parseStrictJson(utf8Encode('[{},{"a":[1,2]},null]'), bounds)).toMatchObject({
      values: 7,
    });
  });

  it("takes few members of one object, so that colliding keys cost little, and many objects", () => {
    const wide = { maxDepth: 2, maxValues: 100_000 };
    const object = (members: number): string =>
      `{${Array.from({ length: members }, (_, index) => `"${index * 65_536}":0`).join()}}`;
    expect(parseStrictJson(utf8Encode(object(256)), wide).ok).toBe(true);
    expect(parseStrictJson(utf8Encode(object(257)), wide)).toEqual({
      ok: false,
      reason: "TOO_MANY_VALUES",
    });
    const many = `[${Array(300).fill(object(256)).join()}]`;
    expect(parseStrictJson(utf8Encode(many), wide).ok).toBe(true);
  });
});

function readByEngine(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
