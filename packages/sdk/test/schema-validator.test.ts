import { utf8Encode } from "@cartorio/crypto";
import { canonicalBytes } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { type SchemaVerdict, schemaRegister, validateAgainstSchema } from "../src/index.ts";

function verdict(schema: unknown, value: unknown, maxSteps?: number): SchemaVerdict {
  const body = canonicalBytes(schema) ?? utf8Encode("");
  return validateAgainstSchema(body, value, maxSteps === undefined ? {} : { maxSteps });
}

/** Schema, values that it admits, values that it refuses. */
const cases: readonly [string, unknown, readonly unknown[], readonly unknown[]][] = [
  ["type", { type: ["integer", "null"] }, [1, 1.0, null, -0], [1.5, "1", true, [], {}]],
  ["type of an array", { type: "object" }, [{}], [[], null, "a"]],
  ["const", { const: { a: [1, null] } }, [{ a: [1, null] }], [{ a: [1] }, { a: [1, null], b: 1 }]],
  ["const of another kind", { const: 0 }, [0, -0], [false, "0", null, []]],
  ["enum", { enum: [1, "a", [true]] }, [1, "a", [true]], ["1", [], [1]]],
  ["an empty enum", { enum: [] }, [], [1, null]],
  ["multipleOf", { multipleOf: 0.1 }, [0.3, 1, 0, "a"], [0.35, 0.01]],
  ["multipleOf of small steps", { multipleOf: 0.0001 }, [0.0075, 1e-4], [0.00751]],
  ["multipleOf of large numbers", { multipleOf: 1e-8 }, [123456789012, 12391239123], [1e-9]],
  ["bounds", { minimum: 1, exclusiveMaximum: 2 }, [1, 1.9, "9"], [0.9, 2]],
  ["other bounds", { exclusiveMinimum: 1, maximum: 2 }, [1.1, 2], [1, 2.1]],
  ["lengths in code points", { minLength: 2, maxLength: 2 }, ["ab", "😀😀", 1], ["a", "😀", "abc"]],
  ["a pattern anywhere", { pattern: "b+c" }, ["abbcd", 1], ["ac", ""]],
  ["items", { items: { type: "string" } }, [["a"], [], "a", {}], [["a", 1]]],
  [
    "prefix",
    { prefixItems: [true, { const: 2 }], items: false },
    [[1, 2], [1], []],
    [
      [1, 3],
      [1, 2, 3],
    ],
  ],
  ["contains", { contains: { const: 1 } }, [[0, 1], "a"], [[], [0]]],
  [
    "contains from zero",
    { contains: { const: 1 }, minContains: 0, maxContains: 1 },
    [[], [1]],
    [[1, 1]],
  ],
  ["minContains", { contains: { const: 1 }, minContains: 2 }, [[1, 1]], [[1, 0]]],
  ["counts", { minItems: 1, maxItems: 2 }, [[1], [1, 2], {}], [[], [1, 2, 3]]],
  [
    "unique items",
    { uniqueItems: true },
    [[1, "1", true, [1]], []],
    [
      [1, 1.0],
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    ],
  ],
  ["items that need not be unique", { uniqueItems: false }, [[1, 1]], []],
  ["properties", { properties: { a: { type: "string" } } }, [{ a: "x" }, { b: 1 }, []], [{ a: 1 }]],
  [
    "a property called __proto__",
    { properties: JSON.parse('{"__proto__":{"type":"string"}}') },
    [{}, JSON.parse('{"__proto__":"a"}')],
    [JSON.parse('{"__proto__":1}')],
  ],
  ["a required name of the prototype", { required: ["toString"] }, [{ toString: 1 }], [{}]],
  ["required", { required: ["a", "b"] }, [{ a: 1, b: 2 }, []], [{ a: 1 }]],
  [
    "patterns of names",
    { patternProperties: { "^x": { type: "integer" } } },
    [{ xa: 1, b: "" }],
    [{ xa: "" }],
  ],
  [
    "additional",
    { properties: { a: true }, patternProperties: { "^x": true }, additionalProperties: false },
    [{ a: 1, xb: 2 }],
    [{ b: 1 }],
  ],
  ["names", { propertyNames: { maxLength: 1 } }, [{ a: 1 }, "abc"], [{ ab: 1 }]],
  ["counts of names", { minProperties: 1, maxProperties: 1 }, [{ a: 1 }], [{}, { a: 1, b: 1 }]],
  ["dependent names", { dependentRequired: { a: ["b"] } }, [{ a: 1, b: 1 }, {}], [{ a: 1 }]],
  [
    "dependent schemas",
    { dependentSchemas: { a: { required: ["b"] } } },
    [{ a: 1, b: 1 }, {}],
    [{ a: 1 }],
  ],
  ["allOf", { allOf: [{ minimum: 1 }, { maximum: 2 }] }, [1.5], [0, 3]],
  ["anyOf", { anyOf: [{ minimum: 3 }, { maximum: 1 }] }, [0, 4], [2]],
  ["oneOf", { oneOf: [{ minimum: 1 }, { maximum: 2 }] }, [0, 3], [1.5]],
  ["not", { not: { type: "string" } }, [1], ["a"]],
  [
    "if",
    JSON.parse('{"if":{"type":"string"},"then":{"minLength":2},"else":{"minimum":2}}'),
    ["ab", 2],
    ["a", 1],
  ],
  ["then without if", JSON.parse('{"then":false}'), [1], []],
  ["a reference", { $ref: "#/$defs/a~1b", $defs: { "a/b": { type: "string" } } }, ["a"], [1]],
  [
    "a reference beside others",
    { $ref: "#/$defs/a", minLength: 2, $defs: { a: { type: "string" } } },
    ["ab"],
    ["a", 1],
  ],
  [
    "a tree",
    { type: "object", properties: { child: { $ref: "#" } }, additionalProperties: false },
    [{ child: { child: {} } }],
    [{ child: { other: 1 } }, { child: 1 }],
  ],
  [
    "unevaluated names",
    {
      properties: { a: true },
      anyOf: [{ properties: { b: { const: 1 } }, required: ["b"] }, true],
      unevaluatedProperties: false,
    },
    [{ a: 1, b: 1 }, {}],
    [{ b: 2 }, { c: 1 }],
  ],
  [
    "unevaluated names through a reference",
    { $ref: "#/$defs/x", unevaluatedProperties: false, $defs: { x: { properties: { a: true } } } },
    [{ a: 1 }],
    [{ b: 1 }],
  ],
  [
    "what not saw is not evaluated",
    { not: { not: { properties: { a: true } } }, unevaluatedProperties: false },
    [{}],
    [{ a: 1 }],
  ],
  [
    "unevaluated items",
    { prefixItems: [true], contains: { const: "x" }, unevaluatedItems: { type: "integer" } },
    [[0, "x", 3]],
    [[0, "x", "y"]],
  ],
  [
    "unevaluated items after if",
    { if: { prefixItems: [{ const: 1 }] }, unevaluatedItems: false },
    [[1], []],
    [[2], [1, 2]],
  ],
  ["format is a note", { format: "email" }, ["no mail", 1], []],
  ["true", {}, [1, null, {}], []],
];

describe("a value and a schema", () => {
  it.each(cases)("%s", (_, schema, good, bad) => {
    for (const value of good) expect(verdict(schema, value)).toEqual({ outcome: "valid" });
    for (const value of bad) {
      expect(verdict(schema, value), JSON.stringify(value)).toMatchObject({ outcome: "invalid" });
    }
  });

  it("says where the value breaks the schema", () => {
    const schema = {
      properties: { list: { items: { $ref: "#/$defs/entry" } } },
      $defs: { entry: { required: ["name"] } },
    };
    expect(verdict(schema, { list: [{ name: 1 }, {}] })).toEqual({
      outcome: "invalid",
      finding: { instance: "/list/1", keyword: "/properties/list/items/$ref/required" },
    });
  });

  it("does not judge by what is no schema of the ledger, nor what is no JSON", () => {
    expect(verdict({ $id: "https://a.example" }, 1)).toEqual({
      outcome: "unknown",
      reason: "SCHEMA_INVALID",
    });
    expect(verdict({}, { at: new Date(0) })).toEqual({ outcome: "unknown", reason: "NOT_JSON" });
  });

  it.each<[string, unknown, unknown]>([
    ["a reference to itself", { $ref: "#" }, 1],
    ["two that refer to each other", { $ref: "#/$defs/a", $defs: { a: { $ref: "#" } } }, 1],
    [
      "branches that double at each level",
      {
        $defs: { a: { anyOf: [{ $ref: "#/$defs/a" }, { $ref: "#/$defs/a" }] } },
        $ref: "#/$defs/a",
      },
      1,
    ],
    ["a pattern on a long text", { pattern: "(a|b|ab){20}c" }, "ab".repeat(50_000)],
    [
      "a large list in a large enum",
      { enum: [[1]], items: { type: "integer" } },
      Array.from({ length: 300_000 }, () => 1),
    ],
  ])("stops at the limit of steps: %s", (_, schema, value) => {
    expect(verdict(schema, value)).not.toEqual({ outcome: "valid" });
    expect(verdict(schema, value, 1000)).toEqual({ outcome: "unknown", reason: "STEP_LIMIT" });
  });

  it("takes no more steps than a small value needs", () => {
    const schema = { type: "object", properties: { a: { type: "string", maxLength: 10 } } };
    expect(verdict(schema, { a: "b" }, 20)).toEqual({ outcome: "valid" });
  });
});

describe("schemaRegister", () => {
  const owner = "did:cartorio:example:zQmOwner";
  it("writes the canonical form and names it", () => {
    const made = schemaRegister({ owner, schema: { type: "object", title: "Degree" } });
    expect(made.body).toEqual(utf8Encode('{"title":"Degree","type":"object"}'));
    expect(made.id).toMatch(/^zQm/);
    expect(made.operation).toEqual({
      kind: "schemaRegister",
      value: { owner, body: made.body, supersedes: new Uint8Array(0) },
    });
  });

  it("says where the schema breaks a rule", () => {
    const schema = { properties: { a: { pattern: "(?=a)" } } };
    expect(() => schemaRegister({ owner, schema })).toThrow(
      expect.objectContaining({
        code: "SCHEMA_INVALID",
        data: { field: "/properties/a/pattern" },
      }),
    );
    expect(() => schemaRegister({ owner, schema: { title: undefined } })).toThrow(
      "SCHEMA_NOT_CANONICAL",
    );
  });
});
