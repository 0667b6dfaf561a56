// Handing in several, decoding, simulating, and receipts with what proves them.
import { base64UrlDecode, base64UrlEncode, hexDecode, hexEncode } from "@cartorio/crypto";
import {
  decodeEnvelope,
  decodeFinalityCertificate,
  decodeHeader,
  encodeEnvelope,
  encodeTransactionBody,
  envelopeHash,
  headerHash,
  limits,
  signerRole,
  transactionBodyJson,
  verifyInclusion,
} from "@cartorio/protocol";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { methodTable, type NodeApi } from "../src/index.ts";
import { costOf } from "../src/method-access.ts";
import { createExampleNetwork, type ExampleNetwork } from "./support/example-network.ts";
import { type TestServer, testServer } from "./support/http.ts";

let network: ExampleNetwork;
let server: TestServer;
beforeEach(async () => {
  network = await createExampleNetwork();
  server = testServer(network.node.api);
});

const bytesOf = (text: unknown): Uint8Array => base64UrlDecode(String(text)) ?? new Uint8Array();
const exampleOf = (name: string): string => network.values[name] ?? "";

/** An envelope of the example's issuer, with zeros for its signature. */
function unsigned(hash: Uint8Array): Uint8Array {
  const decoded = decodeEnvelope(bytesOf(exampleOf("envelope")));
  const json = decoded.ok ? transactionBodyJson.toJson(decoded.value.body) : decoded;
  const [signer] = (json.ok ? json.value["signers"] : []) as [{ readonly multikey: string }];
  const issuer = exampleOf("did");
  const anchor = { issuer, kind: 1, hash, treeSize: 0, cosigners: [], accreditation: 0 } as const;
  const body = encodeTransactionBody({
    chainId: network.node.chain.chainId,
    signers: [{ did: issuer, multikey: bytesOf(signer.multikey), role: signerRole.author }],
    validUntil: network.node.chain.latest().header.time + 60_000,
    nonce: hash.subarray(0, 16),
    operations: [{ kind: "credentialAnchor", value: anchor }],
  });
  return encodeEnvelope({ body, signatures: [new Uint8Array(64)] });
}

async function errorOf(method: string, params: object): Promise<unknown> {
  const { body } = await server.post({ jsonrpc: "2.0", method, params, id: 1 });
  return (body as { error?: { data?: unknown } }).error?.data;
}

describe("tx_submitBatch", () => {
  it("takes or refuses each by itself, in their order", async () => {
    const broken = base64UrlEncode(Uint8Array.of(1));
    const other = base64UrlEncode(unsigned(new Uint8Array(32).fill(7)));
    const envelopes = [broken, exampleOf("envelope"), other, "A"];
    expect(await server.call("tx_submitBatch", { envelopes })).toEqual({
      accepted: 1,
      results: [
        { code: "NOT_CANONICAL", data: { field: "Envelope" } },
        { code: "OK", id: exampleOf("transactionId"), known: true },
        { code: "SIGNATURE_INVALID" },
        { code: "MALFORMED", data: { field: "envelopes" } },
      ],
    });
  });

  it("costs what its transactions cost, however it is called", () => {
    const method = methodTable.find(({ name }) => name === "tx_submitBatch");
    const one = methodTable.find(({ name }) => name === "tx_submit");
    if (method === undefined || one === undefined) throw new Error("no row");
    const envelopes = Array.from({ length: 20 }, () => "");
    const each = costOf(one, { envelope: "" });
    expect(costOf(method, { envelopes })).toBe(20 * each);
    expect(costOf(method, [envelopes])).toBe(20 * each);
    expect(
      [undefined, null, [], { envelopes: 1 }, [{}]].map((given) => costOf(method, given)),
    ).toEqual(new Array(5).fill(each));
  });

  it("tells of each what came of it, and hands in none when half of its time is over", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    try {
      const { api } = network.node;
      let submitted = 0;
      const slow: NodeApi = {
        ...api,
        submit: (bytes) => {
          submitted += 1;
          vi.advanceTimersByTime(2000);
          return api.submit(bytes);
        },
      };
      const target = testServer(slow, { requestTimeoutMs: 10_000 });
      const envelopes = new Array(5).fill(exampleOf("envelope"));
      const taken = { code: "OK", id: exampleOf("transactionId"), known: true };
      const late = { code: "TIMEOUT" };
      expect(await target.call("tx_submitBatch", { envelopes })).toEqual({
        accepted: 3,
        results: [taken, taken, taken, late, late],
      });
      expect(submitted).toBe(3);
      expect(target.logged()).toContain('{"code":"TIMEOUT"}');
    } finally {
      vi.useRealTimers();
    }
  });

  it("has a bound", async () => {
    const data = await errorOf("tx_submitBatch", { envelopes: new Array(33).fill("AA") });
    expect(data).toMatchObject({ code: "INVALID_PARAMS" });
  });
});

describe("tx_decode", () => {
  it("says what was signed, so that the same bytes can be made of it", async () => {
    const envelope = unsigned(new Uint8Array(32).fill(7));
    const answer = (await server.call("tx_decode", {
      envelope: base64UrlEncode(envelope),
    })) as Record<string, unknown>;
    const decoded = decodeEnvelope(envelope);
    expect(transactionBodyJson.fromJson(answer["body"])).toEqual({
      ok: true,
      value: decoded.ok && decoded.value.body,
    });
    expect(answer).toMatchObject({
      payer: exampleOf("did"),
      envelopeHash: hexEncode(envelopeHash(envelope)),
      missing: [0],
    });
  });

  it("says no signature is missing where none is", async () => {
    const answer = await server.call("tx_decode", { envelope: exampleOf("envelope") });
    expect(answer).toMatchObject({ id: exampleOf("transactionId"), missing: [] });
  });

  it("names what is wrong", async () => {
    expect(await errorOf("tx_decode", { envelope: "AA" })).toMatchObject({
      code: "NOT_CANONICAL",
      field: "Envelope",
    });
  });
});

describe("tx_simulate", () => {
  it("says the receipt of a transaction that nobody has signed, and changes nothing", async () => {
    const { node } = network;
    const hash = new Uint8Array(32).fill(7);
    const before = node.chain.entries();
    const envelope = base64UrlEncode(unsigned(hash));
    const answer = await server.call("tx_simulate", { envelope });
    expect(answer).toMatchObject({
      height: node.chain.blocks.length,
      receipt: { code: "APPLIED" },
      settled: true,
      missing: [0],
    });
    expect(await server.call("tx_simulate", { envelope })).toEqual(answer);
    expect(node.chain.entries()).toEqual(before);
    expect((await node.api.mempool()).transactions).toBe(0);
  });

  it("refuses a wrong signature", async () => {
    const decoded = decodeEnvelope(unsigned(new Uint8Array(32).fill(7)));
    if (!decoded.ok) throw new Error(decoded.code);
    const signatures = [new Uint8Array(64).fill(1)];
    const envelope = base64UrlEncode(encodeEnvelope({ ...decoded.value, signatures }));
    expect(await errorOf("tx_simulate", { envelope })).toMatchObject({ code: "SIGNATURE_INVALID" });
  });

  it.each(["tx_simulate", "governance_simulate", "tx_submitBatch"])(
    "%s is for who may write",
    async (name) => {
      const method = methodTable.find((row) => row.name === name);
      const readers = testServer(network.node.api, {}, { anonymous: "read" });
      const params = method?.example.params ?? {};
      const { body } = await readers.post({ jsonrpc: "2.0", method: name, params, id: 1 });
      expect(body).toMatchObject({ error: { data: { code: "ACCESS_DENIED" } } });
    },
  );
});

describe("tx_getReceipt", () => {
  it("leads from the receipt to the certificate", async () => {
    const id = exampleOf("transactionId");
    const answer = (await server.call("tx_getReceipt", { id, inclusion: true })) as {
      readonly index: number;
      readonly receipt: { readonly bytes: string };
      readonly inclusion: {
        readonly header: string;
        readonly size: number;
        readonly path: readonly string[];
        readonly certificate: string;
      };
    };
    const { header, size, path, certificate } = answer.inclusion;
    const decoded = decodeHeader(bytesOf(header));
    const certified = decodeFinalityCertificate(bytesOf(certificate));
    if (!decoded.ok || !certified.ok) throw new Error("no header");
    const isIn = verifyInclusion({
      leaf: bytesOf(answer.receipt.bytes),
      index: answer.index,
      treeSize: size,
      path: path.map((hash) => hexDecode(hash) ?? new Uint8Array()),
      root: decoded.value.receiptsRoot,
    });
    expect(isIn).toBe(true);
    expect(certified.value.headerHash).toEqual(headerHash(bytesOf(header)));
  });

  it("has none of what is not executed", async () => {
    const id = "00".repeat(32);
    const data = await errorOf("tx_getReceipt", { id });
    expect(data).toMatchObject({ code: "NOT_FOUND", state: "unknown" });
  });
});

describe("governance_simulate", () => {
  const action = { redact: { did: "", version: 1, reason: 1 } };
  const proposal = () => ({
    proposer: exampleOf("did"),
    nonce: base64UrlEncode(new Uint8Array(16).fill(3)),
    expires: network.node.chain.latest().header.time + limits.maxProposalAgeMs,
    action: { redact: { ...action.redact, did: exampleOf("did") } },
  });

  it("says what an open proposal and one to come would do, and changes nothing", async () => {
    const before = network.node.chain.entries();
    const made = await server.call("governance_simulate", { hash: exampleOf("proposal") });
    expect(made).toMatchObject({
      code: "APPLIED",
      currentVersion: null,
      weight: { numerator: 2, denominator: 3, approving: 1, waiting: 0, total: 1 },
      members: null,
      validators: null,
      records: [{}],
    });
    const toCome = await server.call("governance_simulate", { proposal: proposal() });
    expect(toCome).toMatchObject({ code: "APPLIED", weight: { approving: 1 } });
    expect(network.node.chain.entries()).toEqual(before);
  });

  it("says the code that it would be dead with", async () => {
    const wrong = { redact: { did: exampleOf("did"), version: 99, reason: 1 } };
    const given = { proposal: { ...proposal(), action: wrong } };
    expect(await server.call("governance_simulate", given)).toMatchObject({
      code: "REDACT_INVALID",
      records: [],
    });
  });

  it.each<readonly [string, (hash: string) => object, object]>([
    ["both", (hash) => ({ hash, proposal: {} }), { code: "INVALID_OPTIONS" }],
    ["neither", () => ({}), { code: "INVALID_OPTIONS" }],
    ["an unknown hash", () => ({ hash: "00".repeat(32) }), { code: "NOT_FOUND" }],
    ["a member too many", () => ({ proposal: { fee: 1 } }), { code: "MALFORMED", field: "fee" }],
  ])("refuses %s", async (_, given, expected) => {
    const data = await errorOf("governance_simulate", given(exampleOf("proposal")));
    expect(data).toMatchObject(expected);
  });
});
