import { utf8Encode } from "@cartorio/crypto";
import fc from "fast-check";
import pino from "pino";
import { describe, expect, it } from "vitest";
import type { Caller } from "../src/caller.ts";
import { createDispatcher } from "../src/dispatcher.ts";
import { defaultGatewayLimits } from "../src/limits.ts";
import { defineMethod, type Method } from "../src/method.ts";
import { createMemoryChain } from "./support/memory-chain.ts";
import { createMemoryNode } from "./support/memory-node.ts";

function numberMethod(
  name: string,
  names: readonly string[],
  work: (values: readonly number[]) => number,
): Method {
  return defineMethod<Record<string, number>, number>({
    name,
    summary: name,
    description: name,
    params: names.map((parameter) => ({
      name: parameter,
      summary: parameter,
      schema: { type: "number" },
      required: true,
    })),
    result: { type: "number" },
    errors: [],
    example: { summary: name, params: {} },
    async handle(_context, params) {
      return { ok: true, value: work(names.map((parameter) => params[parameter] ?? 0)) };
    },
  });
}

const notified: string[] = [];
const getData: Method = {
  ...numberMethod("get_data", [], () => 0),
  result: { type: "array" },
  handle: async () => ({ ok: true, value: ["hello", 5] }),
};
const methods = [
  numberMethod("subtract", ["minuend", "subtrahend"], ([a = 0, b = 0]) => a - b),
  numberMethod("sum", ["a", "b", "c"], (values) => values.reduce((sum, value) => sum + value, 0)),
  numberMethod("update", ["a", "b", "c", "d", "e"], () => notified.push("update")),
  numberMethod("notify_hello", ["a"], () => notified.push("notify_hello")),
  getData,
];
const { api } = createMemoryNode({ chain: createMemoryChain() });
const dispatch = createDispatcher({
  methods,
  context: { api, limits: defaultGatewayLimits, network: async () => "example", methods: [] },
  logger: pino({ level: "silent" }),
});

const caller: Caller = {
  requestId: "test",
  client: "test",
  scope: "read",
  token: undefined,
  isFree: true,
  spend: () => 0,
  charge: () => undefined,
};

async function answer(text: string): Promise<unknown> {
  const given = await dispatch(utf8Encode(text), caller);
  return given.text === undefined ? undefined : JSON.parse(given.text);
}

function failure(code: number, message: string, id: unknown = null): unknown {
  return { jsonrpc: "2.0", error: { code, message, data: expect.anything() }, id };
}
const invalidRequest = failure(-32600, "Invalid Request");
const parseError = failure(-32700, "Parse error");

/** Section 7 of https://www.jsonrpc.org/specification, example by example. */
const specification: readonly (readonly [string, string, unknown])[] = [
  [
    "positional parameters",
    '{"jsonrpc": "2.0", "method": "subtract", "params": [42, 23], "id": 1}',
    { jsonrpc: "2.0", result: 19, id: 1 },
  ],
  [
    "positional parameters in the other order",
    '{"jsonrpc": "2.0", "method": "subtract", "params": [23, 42], "id": 2}',
    { jsonrpc: "2.0", result: -19, id: 2 },
  ],
  [
    "named parameters",
    '{"jsonrpc": "2.0", "method": "subtract", "params": {"subtrahend": 23, "minuend": 42}, "id": 3}',
    { jsonrpc: "2.0", result: 19, id: 3 },
  ],
  [
    "named parameters in the other order",
    '{"jsonrpc": "2.0", "method": "subtract", "params": {"minuend": 42, "subtrahend": 23}, "id": 4}',
    { jsonrpc: "2.0", result: 19, id: 4 },
  ],
  ["a notification", '{"jsonrpc": "2.0", "method": "update", "params": [1,2,3,4,5]}', undefined],
  ["a notification of no method", '{"jsonrpc": "2.0", "method": "foobar"}', undefined],
  [
    "a non-existent method",
    '{"jsonrpc": "2.0", "method": "foobar", "id": "1"}',
    failure(-32601, "Method not found", "1"),
  ],
  ["invalid JSON", '{"jsonrpc": "2.0", "method": "foobar, "params": "bar", "baz]', parseError],
  ["an invalid request", '{"jsonrpc": "2.0", "method": 1, "params": "bar"}', invalidRequest],
  [
    "a batch that is invalid JSON",
    '[{"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},{"jsonrpc": "2.0", "method"]',
    parseError,
  ],
  ["an empty batch", "[]", invalidRequest],
  ["an invalid batch that is not empty", "[1]", [invalidRequest]],
  ["an invalid batch", "[1,2,3]", [invalidRequest, invalidRequest, invalidRequest]],
  [
    "a batch",
    `[{"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},
      {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]},
      {"jsonrpc": "2.0", "method": "subtract", "params": [42,23], "id": "2"},
      {"foo": "boo"},
      {"jsonrpc": "2.0", "method": "foo.get", "params": {"name": "myself"}, "id": "5"},
      {"jsonrpc": "2.0", "method": "get_data", "id": "9"}]`,
    [
      { jsonrpc: "2.0", result: 7, id: "1" },
      { jsonrpc: "2.0", result: 19, id: "2" },
      invalidRequest,
      failure(-32601, "Method not found", "5"),
      { jsonrpc: "2.0", result: ["hello", 5], id: "9" },
    ],
  ],
  [
    "a batch of notifications",
    `[{"jsonrpc": "2.0", "method": "notify_sum", "params": [1,2,4]},
      {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]}]`,
    undefined,
  ],
];

describe("the examples of the JSON-RPC 2.0 specification", () => {
  it.each(specification)("%s", async (_, request, expected) => {
    expect(await answer(request)).toEqual(expected);
  });

  it("run the methods of notifications", async () => {
    notified.length = 0;
    await answer('{"jsonrpc": "2.0", "method": "notify_hello", "params": [7]}');
    expect(notified).toEqual(["notify_hello"]);
  });
});

describe("beyond the examples", () => {
  it.each([
    ["the wrong version", '{"jsonrpc": "1.0", "method": "get_data", "id": 7}', 7],
    ["no version", '{"method": "get_data", "id": "x"}', "x"],
    [
      "parameters that are null",
      '{"jsonrpc": "2.0", "method": "get_data", "params": null, "id": 1}',
      1,
    ],
    ["an id that is an object", '{"jsonrpc": "2.0", "method": "get_data", "id": {}}', null],
    [
      "an id beyond exact integers",
      '{"jsonrpc": "2.0", "method": "get_data", "id": 9007199254740993}',
      null,
    ],
  ])("refuses %s, with the id if it can be read", async (_, request, id) => {
    expect(await answer(request)).toEqual(failure(-32600, "Invalid Request", id));
  });

  it("answers a request whose id is null, as it is no notification", async () => {
    const request = '{"jsonrpc": "2.0", "method": "subtract", "params": [3, 1], "id": null}';
    expect(await answer(request)).toEqual({ jsonrpc: "2.0", result: 2, id: null });
  });

  it.each([
    ["too few", "[1]"],
    ["too many", "[1, 2, 3]"],
    ["of the wrong type", '["1", 2]'],
    ["with a foreign name", '{"minuend": 1, "subtrahend": 2, "__proto__": 3}'],
  ])("refuses parameters that are %s", async (_, params) => {
    const request = `{"jsonrpc": "2.0", "method": "subtract", "params": ${params}, "id": 1}`;
    expect(await answer(request)).toEqual(failure(-32602, "Invalid params", 1));
  });

  it.each(["constructor", "toString", "__proto__", "hasOwnProperty"])(
    "finds no method in prototypes: %s",
    async (method) => {
      const request = JSON.stringify({ jsonrpc: "2.0", method, id: 1 });
      expect(await answer(request)).toEqual(failure(-32601, "Method not found", 1));
    },
  );

  it("refuses bytes that are no UTF-8", async () => {
    const given = await dispatch(Uint8Array.of(0x22, 0xff, 0x22), caller);
    expect(JSON.parse(given.text ?? "")).toEqual(parseError);
  });

  it("answers any JSON without a crash, in the form of the specification", async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (text) => {
        const given = await answer(text);
        for (const item of Array.isArray(given) ? given : [given]) {
          expect(item).toMatchObject({ jsonrpc: "2.0", error: { code: expect.any(Number) } });
        }
      }),
      { numRuns: 300 },
    );
  });
});
