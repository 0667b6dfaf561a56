import { readFileSync } from "node:fs";
import {
  base58btcDecode,
  encodeMultikey,
  multikeyFromString,
  multikeyToString,
} from "@cartorio/crypto";
import { describe, expect, it } from "vitest";
import { readProof, signDocument, verifyIntegrityProof } from "../src/data-integrity.ts";
import { type JsonObject, localSigner } from "../src/index.ts";

interface Vector {
  readonly publicKeyMultibase: string;
  readonly secretKeyMultibase: string;
  readonly signed: JsonObject;
}

const file = new URL("../../../test/vectors/eddsa-jcs-2022.json", import.meta.url);
const vector = JSON.parse(readFileSync(file, "utf8")) as Vector;
const multikey = multikeyFromString(vector.publicKeyMultibase) ?? new Uint8Array();
const SECRET_PREFIX_BYTES = 2;
const secret = base58btcDecode(vector.secretKeyMultibase.slice(1))?.subarray(SECRET_PREFIX_BYTES);
const signer = localSigner("ed25519", secret ?? new Uint8Array());

function isSigned(document: JsonObject): boolean | string {
  const read = readProof(document);
  return read.ok ? verifyIntegrityProof(read.proof, multikey) : read.code;
}

function withProof(changes: JsonObject): JsonObject {
  return { ...vector.signed, proof: { ...(vector.signed["proof"] as JsonObject), ...changes } };
}

describe("eddsa-jcs-2022", () => {
  it("verifies the vector of the W3C", () => {
    expect(isSigned(vector.signed)).toBe(true);
  });

  it("makes the vector of the W3C", async () => {
    expect(multikeyToString(signer.multikey)).toBe(vector.publicKeyMultibase);
    const { proof, ...document } = vector.signed;
    const { created, verificationMethod } = proof as Record<string, string>;
    const input = { document, signer, created: created ?? "" };
    expect(await signDocument({ ...input, verificationMethod: verificationMethod ?? "" })).toEqual(
      vector.signed,
    );
  });

  it.each(Object.keys(vector.signed).filter((name) => name !== "proof"))(
    "refuses another %s",
    (name) => {
      const { [name]: _, ...without } = vector.signed;
      const isContext = name === "@context";
      expect(isSigned(without)).toBe(isContext ? "PROOF_CONTEXT" : false);
      expect(isSigned({ ...vector.signed, [name]: "x" })).toBe(isContext ? "PROOF_CONTEXT" : false);
    },
  );

  it("refuses an added member, and a context that nobody signed", () => {
    expect(isSigned({ ...vector.signed, extra: 1 })).toBe(false);
    const context = vector.signed["@context"] as string[];
    expect(isSigned({ ...vector.signed, "@context": [...context, "https://evil.example"] })).toBe(
      "PROOF_CONTEXT",
    );
  });

  it.each<[string, JsonObject, boolean | string]>([
    ["another time", { created: "2023-02-24T23:36:39Z" }, false],
    ["a malformed time", { created: "yesterday" }, "PROOF_MALFORMED"],
    ["another key's name", { verificationMethod: "https://vc.example/issuers/1#x" }, false],
    ["no key's name", { verificationMethod: 1 }, "PROOF_MALFORMED"],
    ["another purpose", { proofPurpose: "authentication" }, "PROOF_PURPOSE"],
    ["an added option", { challenge: "x" }, false],
    ["another suite", { cryptosuite: "eddsa-rdfc-2022" }, "SUITE_NOT_SUPPORTED"],
    ["another type", { type: "Ed25519Signature2020" }, "SUITE_NOT_SUPPORTED"],
    ["a chain", { previousProof: "urn:x" }, "PROOF_CHAIN"],
    ["a short signature", { proofValue: "z111" }, "PROOF_MALFORMED"],
    ["a signature in another base", { proofValue: "uAAAA" }, "PROOF_MALFORMED"],
    ["a signature of zeros", { proofValue: `z${"1".repeat(64)}` }, false],
  ])("refuses %s", (_, changes, verdict) => {
    expect(isSigned(withProof(changes))).toBe(verdict);
  });

  it("does not judge sets of proofs, and misses a proof that is not there", () => {
    const { proof, ...document } = vector.signed;
    expect(isSigned({ ...document, proof: [proof] })).toBe("PROOF_SET");
    expect(isSigned(document)).toBe("PROOF_MISSING");
    expect(isSigned({ ...document, proof: "z" })).toBe("PROOF_MALFORMED");
  });

  it("signs with keys of a suite and I-JSON only", async () => {
    const p256 = localSigner("p256", secret ?? new Uint8Array());
    const input = { verificationMethod: "did:x:y#z", created: "2026-01-01T00:00:00Z" };
    const agreeing = { ...signer, multikey: encodeMultikey("x25519", new Uint8Array(32).fill(9)) };
    expect(await signDocument({ ...input, document: {}, signer: agreeing })).toBeUndefined();
    expect(await signDocument({ ...input, document: { a: 2 ** 60 }, signer })).toBeUndefined();
    const read = readProof(vector.signed);
    expect(read.ok && verifyIntegrityProof(read.proof, p256.multikey)).toBe(false);
  });
});
