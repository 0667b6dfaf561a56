// Tokens as credentials: vc+jwt, plain or enveloped; what is judged of an SD-JWT VC (docs/ledger.md 6, 9).
import { base64UrlEncode, sha256, utf8Encode } from "@cartorio/crypto";
import { beforeAll, describe, expect, it } from "vitest";
import {
  issuerRecord,
  putAccreditation,
  putAccreditations,
} from "../../gateway/test/support/example-accreditations.ts";
import {
  anchorClaimValue,
  type Credential,
  type CredentialPolicy,
  type CredentialVerification,
  credentialAnchor,
  credentialCommitment,
  credentialQuestion,
  credentialRevoke,
  didDocument,
  didUpdate,
  fetchProof,
  issueCredentialToken,
  type JsonObject,
  keyRemoval,
  localSigner,
  type Signer,
  verifyCredential,
  withAnchorClaim,
} from "../src/index.ts";
import { createHarness, type Harness, type TestIssuer } from "./support/harness.ts";

let harness: Harness;
let university: TestIssuer;
let hospital: TestIssuer;

beforeAll(async () => {
  harness = createHarness();
  university = await harness.createIssuer("university");
  hospital = await harness.createIssuer("hospital");
});

function draft(name: string, more: JsonObject = {}): Credential {
  const credential = {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    type: ["VerifiableCredential", "UniversityDegree"],
    issuer: university.did,
    validFrom: "2026-01-01T00:00:00Z",
    credentialSubject: { name },
    ...more,
  };
  return withAnchorClaim(credential, "example", sha256(utf8Encode(name)));
}

const json = (value: unknown): string => base64UrlEncode(utf8Encode(JSON.stringify(value)));

/** A token with whatever header and claims, signed all the same. */
async function sign(header: JsonObject, claims: JsonObject, signer = university.signer) {
  const signed = `${json(header)}.${json(claims)}`;
  return `${signed}.${base64UrlEncode(await signer.sign(utf8Encode(signed)))}`;
}

const keyOf = async ({ did, signer }: TestIssuer): Promise<string> => {
  const token = await issueCredentialToken({
    credential: { ...draft("kid"), issuer: did },
    signer,
  });
  const header = JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString());
  return (header as { readonly kid: string }).kid;
};

async function anchored(token: string, issuer = university): Promise<string> {
  const hash = credentialCommitment(token, "example");
  await harness.send(issuer, credentialAnchor({ issuer: issuer.did, hash }));
  return token;
}

async function vcToken(
  name: string,
  header: JsonObject = {},
  more: JsonObject = {},
): Promise<string> {
  const kid = await keyOf(university);
  return anchored(await sign({ alg: "Ed25519", typ: "vc+jwt", kid, ...header }, draft(name, more)));
}

function verify(
  credential: Credential | string,
  policy: Partial<CredentialPolicy> = {},
): Promise<CredentialVerification> {
  return verifyCredential({
    credential,
    evidence: { client: harness.newClient() },
    policy: { allowCorrelation: true, ...policy },
    now: harness.clock.now(),
  });
}

function refusals({ accepted, reasons }: CredentialVerification): Record<string, string> {
  expect(accepted).toBe(reasons.length === 0);
  return Object.fromEntries(reasons.map(({ fact, code }) => [fact, code]));
}

const envelope = (token: string): Credential => ({
  "@context": "https://www.w3.org/ns/credentials/v2",
  type: "EnvelopedVerifiableCredential",
  id: `data:application/vc+jwt,${token}`,
});

describe("a vc+jwt token", () => {
  it("is accepted, plain and enveloped, as object and as text", async () => {
    const credential = draft("Ada");
    const token = await issueCredentialToken({ credential, signer: university.signer });
    await anchored(token);
    for (const given of [token, envelope(token), JSON.stringify(envelope(token))]) {
      expect(refusals(await verify(given))).toEqual({});
    }
  });

  it("is accepted with a P-256 key", async () => {
    const signer: Signer = localSigner("p256", sha256(utf8Encode("p256")));
    const methods = [university.signer, signer].map(({ multikey }) => ({
      multikey,
      relationships: ["assertionMethod"] as const,
    }));
    const document = didDocument({ methods });
    await harness.send(
      university,
      didUpdate({ did: university.did, expectedVersion: 1, document }),
    );
    const token = await issueCredentialToken({ credential: draft("Grace"), signer });
    expect(refusals(await verify(await anchored(token)))).toEqual({});
  });

  it("comes with stapled evidence", async () => {
    const token = await vcToken("Stapled");
    const question = credentialQuestion(envelope(token));
    if (question === undefined) throw new Error("no question");
    expect(credentialQuestion(token)).toEqual(question);
    const { bundle } = await fetchProof(harness.newClient(), { questions: [question] });
    const { anchor, clock } = harness;
    const evidence = { bundle, anchor };
    const now = clock.now();
    expect(refusals(await verifyCredential({ credential: token, evidence, now }))).toEqual({});
  });

  it("is revoked under every spelling, also signed again", async () => {
    const token = await vcToken("Rita");
    const commitment = credentialCommitment(token, "example");
    await harness.send(university, credentialRevoke({ issuer: university.did, commitment }));
    const [header = "", payload = "", signature = ""] = token.split(".");
    const first = signature[0] === "A" ? "B" : "A";
    const other = `${header}.${payload}.${first}${signature.slice(1)}`;
    for (const given of [token, envelope(token)]) {
      expect(refusals(await verify(given))).toEqual({ status: "REVOKED" });
    }
    expect(refusals(await verify(other))).toEqual({
      status: "REVOKED",
      signature: "SIGNATURE_INVALID",
    });
  });

  it("names its key by a fragment too", async () => {
    const kid = (await keyOf(university)).slice(university.did.length);
    expect(refusals(await verify(await vcToken("Fragment", { kid })))).toEqual({});
  });

  it.each<[string, JsonObject, JsonObject, Record<string, string>]>([
    ["alg none", { alg: "none" }, {}, { signature: "SUITE_NOT_SUPPORTED" }],
    ["an HMAC", { alg: "HS256" }, {}, { signature: "SUITE_NOT_SUPPORTED" }],
    [
      "an alg like a member of all objects",
      { alg: "toString" },
      {},
      { signature: "SUITE_NOT_SUPPORTED" },
    ],
    ["the alg of another kind of key", { alg: "ES256" }, {}, { signature: "SIGNATURE_INVALID" }],
    ["no key", { kid: 5 }, {}, { signature: "PROOF_MALFORMED" }],
    ["an expiry that has passed", {}, { exp: 1_600_000_000 }, { dates: "EXPIRED" }],
    ["a beginning to come", {}, { nbf: 4_000_000_000 }, { dates: "NOT_YET_VALID" }],
    ["an expiry that is text", {}, { exp: "never" }, { dates: "DATE_MALFORMED" }],
    ["a beginning that is text", {}, { nbf: "now" }, { dates: "DATE_MALFORMED" }],
    [
      "validUntil that has passed",
      {},
      { validUntil: "2020-01-01T00:00:00Z" },
      { dates: "EXPIRED" },
    ],
    ["a vc claim", {}, { vc: {} }, { form: "MALFORMED vc" }],
    ["another iss", {}, { iss: "did:example:x" }, { form: "MALFORMED iss" }],
    ["no type", {}, { type: "Diploma" }, { form: "MALFORMED type" }],
    [
      "a status that is not judged",
      {},
      { credentialStatus: {} },
      { form: "NOT_SUPPORTED credentialStatus" },
    ],
    [
      "a Token Status List that is not judged",
      {},
      { status: { status_list: { idx: 7, uri: "https://university.example/status/1" } } },
      { form: "NOT_SUPPORTED status" },
    ],
  ])("with %s is refused", async (title, header, more, expected) => {
    const token = await vcToken(title, header, more);
    expect(refusals(await verify(token))).toMatchObject(expected);
  });

  it("signed by another DID's key is refused", async () => {
    const kid = await keyOf(hospital);
    const header = { alg: "Ed25519", typ: "vc+jwt", kid };
    const token = await anchored(await sign(header, draft("Mallory"), hospital.signer));
    expect(refusals(await verify(token))).toMatchObject({ issuer: "KEY_OF_ANOTHER_DID" });
    const own = { ...header, kid: `${university.did}${kid.slice(hospital.did.length)}` };
    const forged = await anchored(await sign(own, draft("Eve"), hospital.signer));
    expect(refusals(await verify(forged))).toEqual({ issuerKey: "KEY_NOT_IN_DOCUMENT" });
  });

  it("that is no token at all is refused", async () => {
    for (const text of ["", "a.b.c", "x".repeat(100)]) {
      expect((await verify(text)).verdicts.form).toEqual({
        verdict: "invalid",
        code: "TOKEN_MALFORMED",
      });
    }
  });
});

describe("an SD-JWT VC", () => {
  it("is of the type that its `vct` says, whatever `type` it claims", async () => {
    const { chain } = harness.node;
    const vct = "https://hospital.example/licence";
    const types = [{ contextHash: new Uint8Array(0), type: "", vct }];
    putAccreditations(chain, hospital.did);
    const scope = { ...issuerRecord.scope, allTypes: false, types };
    putAccreditation(chain, { subject: hospital.did, index: 1 }, { ...issuerRecord, scope });
    const kid = await keyOf(hospital);
    const codeOf = async (claimed: string, expected: string) => {
      const anchor = anchorClaimValue("example", sha256(utf8Encode(claimed)));
      const claims = { iss: hospital.did, vct: claimed, type: vct, cartorioAnchor: anchor };
      const token = `${await sign({ alg: "EdDSA", typ: "dc+sd-jwt", kid }, claims, hospital.signer)}~`;
      const hash = credentialCommitment(token, "example");
      const anchoring = { issuer: hospital.did, hash, accreditation: 1 };
      await harness.send(hospital, credentialAnchor(anchoring));
      const accreditation = { types: { [expected]: { vct: expected } } };
      return (await verify(token, { accreditation })).verdicts.accreditation;
    };
    expect(await codeOf(vct, vct)).toEqual({ verdict: "valid" });
    const other = "https://hospital.example/diploma";
    expect(await codeOf(other, vct)).toMatchObject({ code: "TYPE_NOT_EXPECTED" });
    expect(await codeOf(`${other}/2`, `${other}/2`)).toMatchObject({ code: "SCOPE_NOT_COVERED" });
  });

  it("is judged by anchor, status and signature; what it discloses is not, so it is not accepted", async () => {
    const kid = await keyOf(university);
    const claims = {
      iss: university.did,
      vct: "https://university.example/degree",
      _sd: ["x"],
      cartorioAnchor: anchorClaimValue("example", sha256(utf8Encode("sd"))),
    };
    const token = await sign({ alg: "EdDSA", typ: "dc+sd-jwt", kid }, claims);
    const shown = `${token}~${json(["salt", "name", "Ada"])}~`;
    await anchored(shown);
    expect((await verify(shown)).reasons).toEqual([
      { fact: "form", verdict: "unknown", code: "NOT_SUPPORTED SD-JWT" },
    ]);
    const commitment = credentialCommitment(`${token}~`, "example");
    await harness.send(university, credentialRevoke({ issuer: university.did, commitment }));
    expect(refusals(await verify(shown))).toMatchObject({ status: "REVOKED" });
  });
});

describe("issuing a token", () => {
  it.each([
    ["a vc claim", { vc: {} }, "vc"],
    ["an iss claim", { iss: "x" }, "iss"],
    ["a proof", { proof: {} }, "proof"],
    ["no subject", { credentialSubject: [] }, "credentialSubject"],
  ])("refuses %s", async (_title, more, field) => {
    const credential = { ...draft("x"), ...more };
    const issue = issueCredentialToken({ credential, signer: university.signer });
    await expect(issue).rejects.toMatchObject({ code: "MALFORMED", data: { field } });
  });

  it("signs with keys that sign tokens, in the issuer's name", async () => {
    const verificationMethod = `${university.did}#other`;
    const { signer } = university;
    const issue = issueCredentialToken({ credential: draft("x"), signer, verificationMethod });
    await expect(issue).rejects.toThrow("verificationMethod");
  });

  it("leaves a key that was taken out later valid for what it anchored", async () => {
    const token = await issueCredentialToken({
      credential: { ...draft("Late"), issuer: hospital.did },
      signer: hospital.signer,
    });
    await anchored(token, hospital);
    const fresh = localSigner("ed25519", sha256(utf8Encode("fresh")));
    const document = didDocument({
      methods: [{ multikey: fresh.multikey, relationships: ["assertionMethod"] }],
    });
    const removals = [keyRemoval(hospital.signer.multikey)];
    const update = didUpdate({ did: hospital.did, expectedVersion: 1, document, removals });
    await harness.send(hospital, update);
    expect(refusals(await verify(token))).toEqual({});
  });
});
