import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { call, clientOf, post } from "./chain.ts";
import { createExampleChain, type LiveValues, onLiveChain } from "./example-chain.ts";

/** What of an OpenRPC document the tests look at. */
interface Described {
  readonly name: string;
  readonly params: readonly { readonly name: string }[];
  readonly result: { readonly schema: object };
  readonly examples: readonly {
    readonly name: string;
    readonly params: readonly { readonly name: string; readonly value: unknown }[];
  }[];
}

const ready = inject("devnet");
const [validator = ""] = ready.nodes.map(({ rpcUrl }) => rpcUrl);
// As the node serves it, so that a method is executed from the day on which it is in the table.
const { result: document } = await call(validator, "rpc.discover", {});
const methods = document?.["methods"] as readonly Described[];
const ajv = new Ajv2020({ strict: false, discriminator: true });

let live: LiveValues;
beforeAll(async () => {
  live = await createExampleChain(clientOf(validator), ready);
});

describe("the examples of the OpenRPC document, on a live cluster", () => {
  const examples = methods.flatMap((method) =>
    method.examples.map((example) => [method.name, example.name, { method, example }] as const),
  );

  it("are there for every method", () => {
    expect(methods.length).toBeGreaterThan(30);
    expect(methods.filter((method) => method.examples.length === 0)).toEqual([]);
  });

  it.each(examples)("%s: %s", async (_, __, { method, example }) => {
    const given = Object.fromEntries(example.params.map(({ name, value }) => [name, value]));
    const byName = onLiveChain(given, live) as Readonly<Record<string, unknown>>;
    const byPosition = method.params.map(({ name }) => byName[name] ?? null);
    const isResult = ajv.compile(method.result.schema);
    for (const params of [byName, byPosition]) {
      const request = { jsonrpc: "2.0", id: 1, method: method.name, params };
      const { status, result, error } = await post(validator, JSON.stringify(request));
      expect({ status, error }).toEqual({ status: 200, error: undefined });
      isResult(result);
      expect(isResult.errors ?? []).toEqual([]);
    }
  });
});
