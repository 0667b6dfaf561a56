import { readFileSync } from "node:fs";
import { hexEncode, sha256, utf8Encode } from "@cartorio/crypto";
import { describe, expect, it } from "vitest";
import {
  type Credential,
  credentialCommitment,
  issueCredential,
  localSigner,
  readAnchorClaim,
  withAnchorClaim,
} from "../src/index.ts";

interface Vectors {
  readonly vectors: readonly {
    readonly network: string;
    readonly document: Credential;
    readonly commitment: string;
  }[];
}
const file = new URL("../../../test/vectors/credential-commitment.json", import.meta.url);
const vectors = JSON.parse(readFileSync(file, "utf8")) as Vectors;
const signer = localSigner("ed25519", sha256(utf8Encode("issuer")));

function draft(name: string): Credential {
  return {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    type: ["VerifiableCredential", "UniversityDegree"],
    issuer: { id: "did:cartorio:example:issuer", name: "University" },
    credentialSubject: { name, degree: "BSc" },
  };
}

describe("issuing", () => {
  it("makes a commitment that does not depend on the signature", async () => {
    const unsigned = withAnchorClaim(draft("Ada"), "example", sha256(utf8Encode("Ada")));
    const first = await issueCredential({ credential: unsigned, signer, now: 0 });
    const again = await issueCredential({ credential: unsigned, signer, now: 1000 });
    expect(again["proof"]).not.toEqual(first["proof"]);
    expect(credentialCommitment(again, "example")).toEqual(credentialCommitment(first, "example"));
    expect(hexEncode(credentialCommitment(unsigned, "example"))).toHaveLength(64);
  });

  it("has the commitment of the published vector", () => {
    for (const { network, document, commitment } of vectors.vectors) {
      expect(hexEncode(credentialCommitment(document, network))).toBe(commitment);
    }
    expect(vectors.vectors.length).toBeGreaterThan(1);
  });

  it("salts each credential anew", () => {
    const [one, two] = [
      withAnchorClaim(draft("x"), "example"),
      withAnchorClaim(draft("x"), "example"),
    ];
    expect(credentialCommitment(one, "example")).not.toEqual(credentialCommitment(two, "example"));
    expect(readAnchorClaim(one)).toMatchObject({ kind: "claim", claim: { network: "example" } });
  });

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ["no context", { "@context": [] }, "@context"],
    [
      "another context first",
      { "@context": ["https://www.w3.org/2018/credentials/v1"] },
      "@context",
    ],
    ["no type", { type: "Diploma" }, "type"],
    ["no issuer", { issuer: { name: "x" } }, "issuer"],
    ["no subject", { credentialSubject: [] }, "credentialSubject"],
    ["a proof already", { proof: {} }, "proof"],
    ["a malformed claim", { cartorioAnchor: { network: "example", salt: "AA" } }, "cartorioAnchor"],
    ["numbers that are not exact", { credentialSubject: { id: 2 ** 60 } }, "credential"],
  ])("refuses a credential with %s", async (_, changes, field) => {
    const credential = { ...draft("x"), ...changes };
    const input = { credential, signer, now: 0 };
    await expect(issueCredential(input)).rejects.toMatchObject({
      code: "MALFORMED",
      data: { field },
    });
  });

  it("refuses bad salts, networks and a second claim", () => {
    expect(() => withAnchorClaim(draft("x"), "Example")).toThrow("network");
    expect(() => withAnchorClaim(draft("x"), "example", new Uint8Array(16))).toThrow("salt");
    expect(() => withAnchorClaim(withAnchorClaim(draft("x"), "example"), "example")).toThrow(
      "cartorioAnchor",
    );
  });
});
