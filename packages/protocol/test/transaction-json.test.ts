// The JSON form of transactions: each way, for every operation there is, with the published vectors
// (test/vectors/transaction-json.json). `UPDATE_VECTORS=1` rewrites them: other languages rely on them.
import { readFileSync, writeFileSync } from "node:fs";
import { base64UrlEncode, hexEncode } from "@cartorio/crypto";
import { describe, expect, it } from "vitest";
import {
  decodeGovernancePropose,
  decodeTransactionBody,
  encodeGovernancePropose,
  encodeTransactionBody,
  envelopeJson,
  operationKinds,
  proposalJson,
  transactionBodyJson,
  transactionId,
  transactionSigningBytes,
} from "../src/index.ts";
import { accreditationOperations } from "./accreditation-cases.ts";
import { didOperations } from "./did-samples.ts";
import { governanceOperations } from "./governance-samples.ts";
import { registryOperations } from "./registry-samples.ts";
import * as samples from "./samples.ts";

const vectorsFile = new URL("../../../test/vectors/transaction-json.json", import.meta.url);
const updating = process.env["UPDATE_VECTORS"] === "1";
const operations = [
  ...samples.operations,
  ...samples.validatorOperations,
  ...samples.credentialOperations,
  ...registryOperations,
  ...didOperations,
  ...governanceOperations,
  ...accreditationOperations,
];
const bodies = operations.map((operation) => encodeTransactionBody(samples.bodyWith([operation])));

function jsonOf(bytes: Uint8Array): Record<string, unknown> {
  const json = transactionBodyJson.toJson(bytes);
  if (!json.ok) throw new Error(json.code);
  return JSON.parse(JSON.stringify(json.value));
}

/** A sample in JSON with one member of its top level changed; undefined takes it out. */
function changed(members: Readonly<Record<string, unknown>>): unknown {
  return JSON.parse(
    JSON.stringify({ ...jsonOf(encodeTransactionBody(samples.smallBody)), ...members }),
  );
}

describe("the JSON form of a transaction", () => {
  it("has samples of every operation", () => {
    const kinds = new Set(operations.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([...operationKinds].sort());
  });

  it.each(bodies.map((bytes, index) => [operations[index]?.kind, index, bytes] as const))(
    "%s %i: gives the very bytes back",
    (kind, _, bytes) => {
      const json = jsonOf(bytes);
      expect(json["operations"]).toEqual([{ [String(kind)]: expect.any(Object) }]);
      expect(transactionBodyJson.fromJson(json)).toEqual({ ok: true, value: bytes });
    },
  );

  it("gives an envelope back, the body in it as bytes", () => {
    const json = envelopeJson.toJson(samples.smallEnvelope);
    expect(json).toMatchObject({
      ok: true,
      value: { body: base64UrlEncode(encodeTransactionBody(samples.smallBody)) },
    });
    if (!json.ok) return;
    const back = envelopeJson.fromJson(JSON.parse(JSON.stringify(json.value)));
    expect(back).toEqual({ ok: true, value: samples.smallEnvelope });
  });

  it("takes what is not there for zero, empty or absent", () => {
    const anchor = { issuer: samples.university, kind: 1, hash: base64UrlEncode(samples.chainId) };
    const short = transactionBodyJson.fromJson(
      changed({ operations: [{ credentialAnchor: anchor }] }),
    );
    if (!short.ok) throw new Error(short.code);
    const decoded = decodeTransactionBody(short.value);
    expect(decoded.ok && decoded.value.operations[0]?.value).toMatchObject({
      cosigners: [],
      treeSize: 0,
      accreditation: 0,
    });
  });

  it.each<readonly [string, unknown, string]>([
    ["no object", [], "TransactionBody"],
    ["a member that does not exist", changed({ fee: 1 }), "fee"],
    ["an inherited name", changed({ constructor: 1 }), "constructor"],
    ["null", changed({ nonce: null }), "nonce"],
    ["a number as text", changed({ validUntil: "1" }), "validUntil"],
    ["a fraction", changed({ validUntil: 1.5 }), "validUntil"],
    ["a negative number", changed({ validUntil: -1 }), "validUntil"],
    ["a number beyond 2^53-1", changed({ validUntil: 2 ** 53 }), "validUntil"],
    ["padded bytes", changed({ nonce: "AAAAAAAAAAAAAAAAAAAAAA==" }), "nonce"],
    ["bytes with stray bits", changed({ nonce: "AAAAAAAAAAAAAAAAAAAAAB" }), "nonce"],
    ["bytes of the base64 alphabet", changed({ nonce: "++++++++++++++++++++++" }), "nonce"],
    ["too few bytes", changed({ nonce: "AAAA" }), "nonce"],
    ["no list", changed({ signers: {} }), "signers"],
    ["a signer of a wrong form", changed({ signers: [1] }), "signers.0"],
    ["a role beyond 32 bits", changed({ signers: [{ role: 2 ** 32 + 1 }] }), "signers.0.role"],
    ["half a character", changed({ signers: [{ did: "\ud800" }] }), "signers.0.did"],
    ["an unknown operation", changed({ operations: [{ didErase: {} }] }), "operations.0.didErase"],
    [
      "two operations in one",
      changed({ operations: [{ didUpdate: {}, didDeactivate: {} }] }),
      "operations.0",
    ],
    ["no operation in one", changed({ operations: [{}] }), "TransactionBody"],
    ["no operations", changed({ operations: [] }), "operations"],
    ["no signers", changed({ signers: undefined }), "signers"],
  ])("refuses %s", (_, value, field) => {
    expect(transactionBodyJson.fromJson(value)).toEqual({ ok: false, code: "MALFORMED", field });
  });

  it("refuses bytes that are no transaction", () => {
    expect(transactionBodyJson.toJson(Uint8Array.of(1))).toMatchObject({ ok: false });
    expect(envelopeJson.toJson(Uint8Array.of(1))).toMatchObject({ ok: false });
  });

  it("has a form of proposals: that of the operation", () => {
    const operation = operations.find(({ kind }) => kind === "governancePropose");
    if (operation?.kind !== "governancePropose") throw new Error("no sample of a proposal");
    const [{ governancePropose }] = jsonOf(encodeTransactionBody(samples.bodyWith([operation])))[
      "operations"
    ] as [{ readonly governancePropose: unknown }];
    const read = proposalJson.fromJson(governancePropose);
    expect(read).toEqual({ ok: true, value: encodeGovernancePropose(operation.value) });
    expect(read.ok && decodeGovernancePropose(read.value)).toEqual({
      ok: true,
      value: operation.value,
    });
  });

  it("has the published vectors", () => {
    const transactions = bodies.map((bytes, index) => ({
      operation: operations[index]?.kind,
      json: jsonOf(bytes),
      body: hexEncode(bytes),
      signingBytes: hexEncode(transactionSigningBytes(bytes)),
      id: hexEncode(transactionId(bytes)),
    }));
    const envelope = envelopeJson.toJson(samples.smallEnvelope);
    const vectors = {
      transactions,
      envelopes: [
        { json: envelope.ok ? envelope.value : undefined, bytes: hexEncode(samples.smallEnvelope) },
      ],
    };
    const text = `${JSON.stringify(vectors, undefined, 2)}\n`;
    if (updating) writeFileSync(vectorsFile, text);
    expect(readFileSync(vectorsFile, "utf8")).toBe(text);
  });
});
