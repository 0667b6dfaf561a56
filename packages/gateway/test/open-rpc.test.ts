import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { type Method, methodTable, openRpcDocument } from "../src/index.ts";
import { enumerationMethods } from "../src/methods-enumeration.ts";
import { subscriptionMethods } from "../src/methods-subscription.ts";

const require = createRequire(import.meta.url);
// Their types declare other exports than they have.
const { openrpcDocument }: { readonly openrpcDocument: object } = require("@open-rpc/meta-schema");
const {
  jsonSchema,
}: { readonly jsonSchema: { readonly $id: string } } = require("@json-schema-tools/meta-schema");

/** What OpenRPC 1.3 says of documents, and what it says of the schemas within them. */
const ajv = new Ajv({ strict: false, validateSchema: false, validateFormats: false });
ajv.addSchema(jsonSchema);
// The one names the other without the slash at the end of its id.
ajv.addSchema({ $ref: jsonSchema.$id }, "https://meta.json-schema.tools");
const isOpenRpc = ajv.compile(openrpcDocument);

function mistakesOf(methods: readonly Method[], change: object = {}): string[] {
  const document = openRpcDocument(methods, "1.0.0");
  isOpenRpc(JSON.parse(JSON.stringify({ ...document, ...change })));
  return (isOpenRpc.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe("the OpenRPC document", () => {
  const all = [...methodTable, ...subscriptionMethods, ...enumerationMethods];

  it("satisfies the meta-schema of OpenRPC", () => {
    expect(mistakesOf(all)).toEqual([]);
  });

  it.each([
    ["no version", { openrpc: undefined }],
    ["a version that there is not", { openrpc: "9.9.9" }],
    ["a member of its own", { surplus: true }],
    ["a method without parameters", { methods: [{ name: "tx_get" }] }],
    [
      "a schema that is none",
      { methods: [{ name: "a", params: [{ name: "b", schema: { type: "hash" } }] }] },
    ],
  ])("would not with %s", (_, change) => {
    expect(mistakesOf([], change)).not.toEqual([]);
  });

  it("says of each method who may call it and what a call costs", () => {
    const { methods } = openRpcDocument(all, "1.0.0");
    const told = methods as readonly Record<string, unknown>[];
    expect(told.find(({ name }) => name === "tx_submit")).toMatchObject({
      "x-permission": "write",
      "x-cost": 5,
    });
    expect(told.find(({ name }) => name === "did_resolve")).toMatchObject({
      "x-permission": "read",
      "x-cost": 1,
      "x-costWithProof": 10,
    });
    expect(told.find(({ name }) => name === "node_getPeers")).not.toHaveProperty("x-costWithProof");
  });

  it("has each parameter of an example by its name, in the place that its method gives it", () => {
    for (const { name, params, example } of all) {
      const places = Object.keys(example.params).map((given) =>
        params.findIndex((parameter) => parameter.name === given),
      );
      expect(places, name).not.toContain(-1);
    }
  });
});
