import { base64UrlDecode } from "@cartorio/crypto";
import { decodeProofBundle, errorCodes } from "@cartorio/protocol";
import { beforeAll, describe, expect, it } from "vitest";
import { exampleValues } from "../src/example-values.ts";
import { methodTable } from "../src/index.ts";
import { caughtUpParameter, nextPageSchema } from "../src/parameters.ts";
import { createExampleNetwork, type ExampleNetwork } from "./support/example-network.ts";
import { type TestServer, testServer } from "./support/http.ts";
import { renderJsonRpcPage } from "./support/render-page.ts";
import { renderMethodTypes } from "./support/render-types.ts";

interface ProvenAnswer {
  readonly proof: { readonly bundle: string };
}

let network: ExampleNetwork;
let server: TestServer;

beforeAll(async () => {
  network = await createExampleNetwork();
  server = testServer(network.node.api);
});

describe("the method table", () => {
  it("has the example values of the example network", () => {
    expect(exampleValues).toEqual(network.values);
  });

  it("has the methods of the first release, each once", () => {
    expect(methodTable.map((method) => method.name)).toEqual([
      "tx_submit",
      "tx_submitBatch",
      "tx_get",
      "tx_wait",
      "tx_getReceipt",
      "tx_decode",
      "tx_simulate",
      "tx_addSignature",
      "tx_getPending",
      "did_resolve",
      "did_dereference",
      "did_getVersion",
      "did_getHistory",
      "did_getKeyRemoval",
      "credential_get",
      "credential_getLog",
      "issuer_getProfile",
      "issuer_getAccreditations",
      "issuer_getGiven",
      "issuer_getRoots",
      "issuer_isAuthorised",
      "schema_get",
      "schema_list",
      "status_getList",
      "status_getBit",
      "status_getLists",
      "governance_getMembers",
      "governance_getProposal",
      "governance_listProposals",
      "governance_getPolicy",
      "governance_getParameters",
      "governance_simulate",
      "exchange_list",
      "proof_get",
      "proof_getRange",
      "chain_getStatus",
      "chain_getCertificate",
      "chain_getBlock",
      "chain_getBlocks",
      "chain_getHeader",
      "chain_getValidators",
      "chain_getValidatorChain",
      "chain_getParameters",
      "node_getStatus",
      "node_getPeers",
      "mempool_getStatus",
      "node_getConsensus",
      "node_getEvidence",
      "rpc.discover",
    ]);
  });

  it.each(methodTable.map((method) => [method.name, method] as const))(
    "%s: its example works by name and by position",
    async (name, method) => {
      const { params } = method.example;
      const byName = await server.call(name, params);
      const byPosition = await server.call(
        name,
        method.params.map((parameter) => params[parameter.name] ?? null),
      );
      expect(byPosition).toEqual(byName);
      expect(byName).toBeTypeOf("object");
    },
  );

  it.each(methodTable.map((method) => [method.name, method] as const))(
    "%s: refuses a member that it does not know",
    async (name, method) => {
      const params = { ...method.example.params, surplus: 1 };
      const { body } = await server.post({ jsonrpc: "2.0", method: name, params, id: 1 });
      expect(body).toMatchObject({
        error: {
          code: -32602,
          data: { code: "INVALID_PARAMS", reason: expect.stringContaining("surplus") },
        },
      });
    },
  );

  const ofThePast = methodTable.filter(({ params }) =>
    params.some(({ name }) => name === "atHeight" || name === "proof"),
  );
  it.each(ofThePast.map((method) => [method.name, method] as const))(
    "%s: answers from an older height, and from none that is not there",
    async (name, method) => {
      expect(method.errors).toEqual(expect.arrayContaining(["STATE_PRUNED", "NOT_READY"]));
      const { params } = method.example;
      const newest = await server.call(name, params);
      const { height } = newest as { readonly height: number };
      expect(await server.call(name, { ...params, atHeight: height })).toEqual(newest);
      const { body } = await server.post({
        jsonrpc: "2.0",
        method: name,
        params: { ...params, atHeight: height + 1 },
        id: 1,
      });
      expect(body).toMatchObject({ error: { data: { code: "NOT_READY" } } });
    },
  );

  const proving = methodTable.filter(({ params }) => params.some(({ name }) => name === "proof"));
  it.each(proving.map((method) => [method.name, method] as const))(
    "%s: its proof begins at the header that the caller trusts",
    async (name, method) => {
      const params = { ...method.example.params, proof: true };
      const anchored = (await server.call(name, { ...params, anchorHeight: 2 })) as ProvenAnswer;
      const bundle = decodeProofBundle(base64UrlDecode(anchored.proof.bundle) ?? new Uint8Array());
      if (!bundle.ok) throw new Error(bundle.code);
      const [anchor] = bundle.value.activations;
      expect(anchor?.header).toEqual(await network.node.api.header(2));
      const body = { jsonrpc: "2.0", id: 1, method: name, params: { ...params, anchorHeight: 9 } };
      expect(await server.post(body)).toMatchObject({
        body: { error: { data: { code: "NOT_FOUND" } } },
      });
    },
  );

  const ofBlocks = methodTable.filter(({ params }) => params.includes(caughtUpParameter));
  it.each(ofBlocks.map((method) => [method.name, method] as const))(
    "%s: is not answered by a node that is behind",
    async (name, method) => {
      const { params } = method.example;
      const newest = await server.call(name, params);
      expect(await server.call(name, { ...params, minHeight: 3 })).toEqual(newest);
      const body = { jsonrpc: "2.0", id: 1, method: name, params: { ...params, minHeight: 4 } };
      expect(await server.post(body)).toMatchObject({
        body: { error: { data: { code: "NOT_READY", certifiedHeight: 3 } } },
      });
    },
  );

  const numbers = methodTable.flatMap((method) =>
    method.params.flatMap(({ name, schema }) =>
      schema["type"] === "integer"
        ? [[method.name, name, method, [schema["minimum"], schema["maximum"]]] as const]
        : [],
    ),
  );
  it.each(numbers)(
    "%s: %s at its bounds is answered",
    async (method, name, { example }, bounds) => {
      for (const bound of bounds) {
        const params = { ...example.params, [name]: bound };
        const { body } = await server.post({ jsonrpc: "2.0", id: 1, method, params });
        const { error } = body as { readonly error?: { readonly data: { readonly code: string } } };
        expect(["INTERNAL_ERROR", "INVALID_PARAMS"]).not.toContain(error?.data.code);
      }
    },
  );

  const lists = methodTable.filter(({ params }) => params.some(({ name }) => name === "from"));
  it.each(lists.map((method) => [method.name, method] as const))(
    "%s: says where the next page begins",
    (_, method) => {
      expect(method.result).toMatchObject({ properties: { next: nextPageSchema } });
    },
  );

  it("names only codes of the one table", () => {
    const unknown = methodTable.flatMap(({ errors }) => errors).filter((code) => !errorCodes[code]);
    expect(unknown).toEqual([]);
  });

  it("is what docs/json-rpc.md says", async () => {
    const page = await renderJsonRpcPage(
      (name, params) => server.call(name, params),
      network.node.api,
    );
    await expect(page).toMatchFileSnapshot("../../../docs/json-rpc.md");
  });

  it("is what the types of the SDK say", async () => {
    const types = renderMethodTypes(methodTable);
    await expect(types).toMatchFileSnapshot("../../sdk/src/generated/rpc-methods.ts");
  });

  it("is discoverable under both names", async () => {
    const document = await server.call("rpc.discover");
    expect(await server.call("rpc_discover")).toEqual(document);
    expect(document).toMatchObject({
      openrpc: "1.3.2",
      methods: methodTable.map(({ name }) => ({ name })),
    });
  });
});
