// What governance dropped is not handed out with the transactions that brought it (docs/ledger.md 6).
import { base64UrlEncode, hexEncode } from "@cartorio/crypto";
import { didDocumentRecord, documentHash, redactionReason, stateKeys } from "@cartorio/protocol";
import { beforeEach, describe, expect, it } from "vitest";
import { createExampleNetwork, type ExampleNetwork } from "./support/example-network.ts";
import { type TestServer, testServer } from "./support/http.ts";

let network: ExampleNetwork;
let server: TestServer;
beforeEach(async () => {
  network = await createExampleNetwork();
  server = testServer(network.node.api);
});

/** Drops version 1 of the DID, or says that it dropped another body there. */
function redact(other?: Uint8Array): void {
  const { node, values } = network;
  const key = stateKeys.didDocument(values["did"] ?? "", 1);
  const record = node.chain.get(key);
  if (record === undefined) throw new Error("no document");
  const redaction = {
    ...{ hash: other ?? documentHash(record), time: 1, height: 3, proposal: 1 },
    reason: redactionReason.personalData,
  };
  node.chain.put(key, didDocumentRecord.encode({ document: undefined, redaction }));
  node.sealBlock();
}
/** `OK`, or the code of the table. */
async function codeOf(method: string, params: unknown): Promise<unknown> {
  const { body } = await server.post({ jsonrpc: "2.0", id: 1, method, params });
  const { error } = body as { readonly error?: { readonly data: { readonly code: string } } };
  return error === undefined ? "OK" : error.data.code;
}
const transaction = () => server.call("tx_get", { id: network.values["transactionId"] });
const envelopes = async (height: number) => {
  const block = await server.call("chain_getBlock", { height, envelopes: true });
  return (block as { readonly envelopes: readonly (string | null)[] }).envelopes;
};

describe("a document that was dropped", () => {
  it("takes its create out of transactions and blocks, and leaves the rest", async () => {
    expect(await transaction()).toMatchObject({ envelope: network.values["envelope"] });
    expect(await envelopes(1)).toEqual([network.values["envelope"]]);
    const anchors = await envelopes(2);
    redact();
    const answer = await transaction();
    expect(answer).toMatchObject({ state: "certified", withheld: true });
    expect(answer).not.toHaveProperty("envelope");
    const waited = await server.call("tx_wait", { id: network.values["transactionId"] });
    expect(waited).not.toHaveProperty("envelope");
    expect(await envelopes(1)).toEqual([null]);
    expect(await envelopes(2)).toEqual(anchors);
    const block = await server.call("chain_getBlock", { height: 1 });
    expect(block).toMatchObject({ envelopeHashes: [expect.stringMatching(/^[0-9a-f]{64}$/)] });
  });

  it("is not read from the state of a height at which it was still there", async () => {
    const { values, node } = network;
    const did = values["did"] ?? "";
    const atHeight = node.chain.latest().header.height;
    const key = hexEncode(stateKeys.didDocument(did, 1));
    const calls: readonly (readonly [string, Record<string, unknown>])[] = [
      ["did_resolve", { did, version: 1, atHeight }],
      ["did_resolve", { did, version: 1, atHeight, proof: true }],
      ["proof_get", { questions: [{ kind: "didVersion", did, version: 1 }], atHeight }],
      ["proof_get", { questions: [{ kind: "keys", keys: [key] }], atHeight }],
      ["proof_getRange", { keyPrefix: "", atHeight }],
    ];
    for (const [method, params] of calls) {
      expect(await codeOf(method, params), method).toBe("OK");
    }
    redact();
    for (const [method, params] of calls) {
      expect(await codeOf(method, params), method).toBe("REDACTED");
    }
    const now = { questions: [{ kind: "didVersion", did, version: 1 }] };
    expect(await codeOf("proof_get", now)).toBe("OK");
    const anchor = { issuer: did, hash: values["commitment"], atHeight };
    expect(await codeOf("credential_get", anchor)).toBe("OK");
  });

  it("does not take out a transaction with another body", async () => {
    redact(new Uint8Array(32));
    expect(await transaction()).toMatchObject({ envelope: network.values["envelope"] });
  });
});

it("nothing with a body is shown while the state cannot be read", async () => {
  const { api } = network.node;
  const blind = testServer({
    ...api,
    records: () => Promise.resolve({ ok: false, code: "NOT_READY" }),
  });
  const create = await blind.call("tx_get", { id: network.values["transactionId"] });
  expect(create).toMatchObject({ withheld: true });
  const [anchor] = await envelopes(2);
  expect(anchor).toBe(
    base64UrlEncode((await api.block({ height: 2 }))?.envelopes[0] ?? new Uint8Array()),
  );
});
