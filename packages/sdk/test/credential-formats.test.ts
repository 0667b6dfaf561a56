// docs/ledger.md 6: what is committed to, for every format.
import { readFileSync } from "node:fs";
import { base64UrlEncode, hexEncode, multikeyFromString, utf8Encode } from "@cartorio/crypto";
import { readCredentialContent } from "@cartorio/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readProof, verifyIntegrityProof } from "../src/data-integrity.ts";
import {
  anchorClaimValue,
  type Credential,
  credentialCommitment,
  issueCredential,
  type JcsSuite,
  type JsonObject,
  localSigner,
  withAnchorClaim,
} from "../src/index.ts";

interface FormatVectors {
  readonly vectors: readonly {
    readonly name: string;
    readonly format: number;
    readonly network: string;
    readonly commitment: string;
    readonly same: readonly (Credential | string)[];
  }[];
}
function vectorFile<T>(name: string): T {
  const file = new URL(`../../../test/vectors/${name}`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as T;
}
const { vectors } = vectorFile<FormatVectors>("credential-formats.json");

const network = "example";
const json = (value: unknown): string => base64UrlEncode(utf8Encode(JSON.stringify(value)));
const someSignature = base64UrlEncode(new Uint8Array(64).fill(7));
const token = (header: unknown, payload: unknown, signature = someSignature): string =>
  `${json(header)}.${json(payload)}.${signature}`;
const commitmentText = (credential: Credential | string): string =>
  hexEncode(credentialCommitment(credential, network));
const claim = anchorClaimValue(network, new Uint8Array(32).fill(1));
const reasonOf = (credential: Credential | string): string => {
  const read = readCredentialContent(credential);
  return read.ok ? "" : read.problem;
};

describe("the published vectors", () => {
  it.each(vectors.map((vector) => [vector.name, vector] as const))("%s", (_name, vector) => {
    expect(vector.same.length).toBeGreaterThan(3);
    for (const credential of vector.same) {
      const commitment = credentialCommitment(credential, vector.network);
      expect(hexEncode(commitment)).toBe(vector.commitment);
      const read = readCredentialContent(credential);
      expect(read.ok && read.content.format).toBe(vector.format);
    }
  });

  it("give distinct commitments", () => {
    const all = vectors.map(({ commitment }) => commitment);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(vectors.map(({ format }) => format))).toEqual(new Set([1, 2, 3, 4]));
  });
});

const jsonText = fc
  .string({ maxLength: 12, unit: "grapheme" })
  .filter((text) => text.isWellFormed());
const jsonValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    jsonText,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(jsonText, tie("value"), { maxKeys: 3 }),
  ),
})).value;
const subject = fc.dictionary(jsonText, jsonValue, { maxKeys: 4 });
const salt = fc.uint8Array({ minLength: 32, maxLength: 32 });
const signature = fc.uint8Array({ minLength: 64, maxLength: 64 }).map(base64UrlEncode);

/** The same JSON with members in another order, also inside. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([name, member]) => [name, reversed(member)]));
}

const draft = (credentialSubject: unknown, bytes: Uint8Array): Credential =>
  withAnchorClaim(
    {
      "@context": ["https://www.w3.org/ns/credentials/v2"],
      type: ["VerifiableCredential"],
      issuer: "did:cartorio:example:issuer",
      credentialSubject,
    },
    network,
    bytes,
  );

const signers = {
  "eddsa-jcs-2022": localSigner("ed25519", new Uint8Array(32).fill(3)),
  "ecdsa-jcs-2019": localSigner("p256", new Uint8Array(32).fill(3)),
} satisfies Readonly<Record<JcsSuite, unknown>>;

describe("a document", () => {
  it.each(Object.keys(signers) as JcsSuite[])(
    "of %s has one commitment, however it is written and whenever it is signed",
    async (suite) => {
      const property = fc.asyncProperty(subject, salt, fc.nat(), async (content, bytes, time) => {
        const credential = draft(content, bytes);
        const commitment = credentialCommitment(credential, network, { suite });
        const signer = signers[suite];
        const signed = await issueCredential({ credential, signer, now: time });
        const again = await issueCredential({ credential, signer, now: time + 5000 });
        const spellings = [
          signed,
          again,
          reversed(signed) as Credential,
          JSON.stringify(reversed(again), undefined, 3),
          JSON.stringify(signed).replaceAll("/", "\\/"),
        ];
        for (const spelling of spellings) {
          expect(credentialCommitment(spelling, network)).toEqual(commitment);
        }
        const other = draft({ ...content, "another claim": true }, bytes);
        expect(credentialCommitment(other, network, { suite })).not.toEqual(commitment);
      });
      await fc.assert(property, { numRuns: 60, seed: 6 });
    },
  );

  it("has another commitment under each suite", () => {
    const credential = draft({ name: "Ada" }, new Uint8Array(32));
    const [one, two] = (Object.keys(signers) as JcsSuite[]).map((suite) =>
      hexEncode(credentialCommitment(credential, network, { suite })),
    );
    expect(one).not.toBe(two);
  });

  it.each<[string, unknown, string]>([
    [
      "ecdsa-sd-2023",
      { type: "DataIntegrityProof", cryptosuite: "ecdsa-sd-2023" },
      "SUITE_DERIVED_PROOFS",
    ],
    ["bbs-2023", { type: "DataIntegrityProof", cryptosuite: "bbs-2023" }, "SUITE_DERIVED_PROOFS"],
    ["BbsBlsSignature2020", { type: "BbsBlsSignature2020" }, "SUITE_DERIVED_PROOFS"],
    [
      "eddsa-rdfc-2022",
      { type: "DataIntegrityProof", cryptosuite: "eddsa-rdfc-2022" },
      "SUITE_NOT_SUPPORTED",
    ],
    [
      "a suite named like a member of all objects",
      { type: "DataIntegrityProof", cryptosuite: "toString" },
      "SUITE_NOT_SUPPORTED",
    ],
    ["Ed25519Signature2020", { type: "Ed25519Signature2020" }, "SUITE_NOT_SUPPORTED"],
    ["a set of proofs", [{}], "PROOF_SET"],
    ["a proof that is text", "z", "PROOF_MALFORMED"],
  ])("with %s cannot be anchored", (_name, proof, problem) => {
    const credential = { ...draft({ name: "Ada" }, new Uint8Array(32)), proof };
    expect(reasonOf(credential)).toBe(problem);
    expect(() => credentialCommitment(credential, network)).toThrow("MALFORMED");
  });

  it("refuses repeated names, numbers that are not exact, and what is no object", () => {
    const text = JSON.stringify(draft({ name: "Ada" }, new Uint8Array(32)));
    expect(reasonOf(text.replace('"name":"Ada"', '"name":"Ada","name":"Eve"'))).toBe("NOT_I_JSON");
    expect(reasonOf(text.replace('"name":"Ada"', '"id":1e300,"x":9007199254740993'))).toBe(
      "NOT_I_JSON",
    );
    expect(reasonOf(draft({ id: 2 ** 60 }, new Uint8Array(32)))).toBe("NOT_I_JSON");
    expect(reasonOf("{")).toBe("NOT_I_JSON");
  });
});

const vcHeader = { alg: "EdDSA", typ: "vc+jwt" };
const sdHeader = { alg: "ES256", typ: "dc+sd-jwt" };
const payload = { iss: "did:cartorio:example:issuer", _sd: ["x"], cartorioAnchor: claim };

describe("a token", () => {
  it("of an SD-JWT VC has one commitment, whatever is disclosed and bound, however it is signed", () => {
    const disclosures = fc.array(fc.array(jsonValue, { minLength: 2, maxLength: 3 }).map(json), {
      maxLength: 4,
    });
    const property = fc.property(
      subject,
      disclosures,
      signature,
      signature,
      (claims, some, one, two) => {
        const all = { ...claims, ...payload };
        const plain = token(sdHeader, all, one);
        const commitment = credentialCommitment(`${plain}~`, network);
        const shown = some.map((text) => `${text}~`).join("");
        const bound = token({ typ: "kb+jwt" }, { nonce: two });
        for (const other of [
          `${plain}~${shown}`,
          `${token(sdHeader, all, two)}~${shown}${bound}`,
          `${token(sdHeader, all, two)}~`,
        ]) {
          expect(credentialCommitment(other, network)).toEqual(commitment);
          const envelope = {
            type: "EnvelopedVerifiableCredential",
            id: `data:application/dc+sd-jwt,${other}`,
          };
          expect(credentialCommitment(envelope, network)).toEqual(commitment);
        }
      },
    );
    fc.assert(property, { numRuns: 100, seed: 6 });
  });

  it("is taken as received: the same claims in another order are another credential", () => {
    const one = token(vcHeader, { a: 1, cartorioAnchor: claim });
    const two = token(vcHeader, { cartorioAnchor: claim, a: 1 });
    expect(commitmentText(one)).not.toBe(commitmentText(two));
    expect(
      commitmentText(token({ ...vcHeader, kid: "k" }, { a: 1, cartorioAnchor: claim })),
    ).not.toBe(commitmentText(one));
  });

  it.each<[string, string, string]>([
    ["two parts", `${json(vcHeader)}.${json(payload)}`, "TOKEN_MALFORMED"],
    ["no signature", `${json(vcHeader)}.${json(payload)}.`, "TOKEN_MALFORMED"],
    ["four parts", `${token(vcHeader, payload)}.AA`, "TOKEN_MALFORMED"],
    ["padding", `${json(vcHeader)}=.${json(payload)}.AA`, "TOKEN_MALFORMED"],
    ["a payload that is text", token(vcHeader, "x"), "TOKEN_MALFORMED"],
    ["a header that is a list", token([vcHeader], payload), "TOKEN_MALFORMED"],
    ["a payload that is no UTF-8", `${json(vcHeader)}._w.AA`, "TOKEN_MALFORMED"],
    [
      "a payload with a repeated name",
      `${json(vcHeader)}.${base64UrlEncode(utf8Encode('{"a":1,"a":2}'))}.AA`,
      "TOKEN_MALFORMED",
    ],
    ["disclosures on a vc+jwt", `${token(vcHeader, payload)}~`, "TOKEN_MALFORMED"],
    ["no typ", token({ alg: "EdDSA" }, payload), "TOKEN_TYPE"],
    ["another typ", token({ alg: "EdDSA", typ: "JWT" }, payload), "TOKEN_TYPE"],
    ["a typ like a member of all objects", token({ typ: "constructor" }, payload), "TOKEN_TYPE"],
    ["an unencoded payload", token({ ...vcHeader, b64: false }, payload), "TOKEN_TYPE"],
    ["a critical extension", token({ ...vcHeader, crit: ["b64"] }, payload), "TOKEN_TYPE"],
    ["nothing", "", "TOKEN_MALFORMED"],
    ["a megabyte", "x".repeat(2 ** 21), "TOKEN_MALFORMED"],
  ])("with %s is refused", (_name, text, problem) => {
    expect(reasonOf(text)).toBe(problem);
  });

  it.each<[string, JsonObject, string]>([
    ["no claim", { iss: "x" }, "cartorioAnchor"],
    // What a disclosure would fill in is no part of what every presentation shows.
    [
      "a claim that is disclosed selectively",
      { _sd: ["hash of cartorioAnchor"] },
      "cartorioAnchor",
    ],
    [
      "a salt that is disclosed selectively",
      { cartorioAnchor: { network, _sd: ["x"] } },
      "cartorioAnchor",
    ],
    ["a claim with more in it", { cartorioAnchor: { ...claim, _sd: [] } }, "cartorioAnchor"],
    ["a short salt", { cartorioAnchor: { network, salt: "AAAA" } }, "cartorioAnchor"],
    ["a claim of another network", { cartorioAnchor: { ...claim, network: "other" } }, "network"],
  ])("with %s has no commitment", (_name, claims, field) => {
    expect(() => commitmentText(`${token(sdHeader, claims)}~`)).toThrow(
      expect.objectContaining({ code: "MALFORMED", data: expect.objectContaining({ field }) }),
    );
  });
});

describe("an envelope", () => {
  const inner = token(vcHeader, payload);
  const envelope = {
    "@context": "https://www.w3.org/ns/credentials/v2",
    type: "EnvelopedVerifiableCredential",
    id: `data:application/vc+jwt,${inner}`,
  };
  it("has the commitment of its token", () => {
    expect(commitmentText(envelope)).toBe(commitmentText(inner));
    expect(commitmentText({ ...envelope, type: [envelope.type] })).toBe(commitmentText(inner));
  });
  it.each<[string, JsonObject, string]>([
    ["claims that nobody signed", { credentialSubject: {} }, "ENVELOPE_MALFORMED"],
    ["a proof", { proof: {} }, "ENVELOPE_MALFORMED"],
    ["another type beside", { type: [envelope.type, "X"] }, "ENVELOPE_MALFORMED"],
    ["no id", { id: 1 }, "ENVELOPE_MALFORMED"],
    ["another media type", { id: `data:application/dc+sd-jwt,${inner}` }, "ENVELOPE_MALFORMED"],
    ["base64", { id: `data:application/vc+jwt;base64,${inner}` }, "ENVELOPE_MALFORMED"],
    ["a URL", { id: `https://a.example/,${inner}` }, "ENVELOPE_MALFORMED"],
    ["no token", { id: "data:application/vc+jwt,x" }, "TOKEN_MALFORMED"],
  ])("with %s is refused", (_name, changes, problem) => {
    expect(reasonOf({ ...envelope, ...changes })).toBe(problem);
  });
});

describe("ecdsa-jcs-2019", () => {
  interface Vector {
    readonly publicKeyMultibase: string;
    readonly signed: JsonObject;
  }
  const vector = vectorFile<Vector>("ecdsa-jcs-2019.json");
  const multikey = multikeyFromString(vector.publicKeyMultibase) ?? new Uint8Array();
  const isSigned = (document: JsonObject): boolean | string => {
    const read = readProof(document);
    return read.ok ? verifyIntegrityProof(read.proof, multikey) : read.code;
  };

  it("verifies the vector of the W3C", () => {
    expect(isSigned(vector.signed)).toBe(true);
  });

  it.each(Object.keys(vector.signed).filter((name) => name !== "proof"))(
    "refuses another %s",
    (name) => {
      const { [name]: _, ...without } = vector.signed;
      expect(isSigned(without)).toBe(false);
      expect(isSigned({ ...vector.signed, [name]: "x" })).toBe(false);
    },
  );

  it("counts only with a key of its kind", async () => {
    const credential = draft({ name: "Ada" }, new Uint8Array(32));
    const signed = await issueCredential({ credential, signer: signers["ecdsa-jcs-2019"], now: 0 });
    const read = readProof(signed);
    const { multikey: p256 } = signers["ecdsa-jcs-2019"];
    expect(read.ok && verifyIntegrityProof(read.proof, p256)).toBe(true);
    const { multikey: ed25519 } = signers["eddsa-jcs-2022"];
    expect(read.ok && verifyIntegrityProof(read.proof, ed25519)).toBe(false);
    const renamed = { ...(signed["proof"] as JsonObject), cryptosuite: "eddsa-jcs-2022" };
    const other = readProof({ ...signed, proof: renamed });
    expect(other.ok && verifyIntegrityProof(other.proof, p256)).toBe(false);
  });
});
