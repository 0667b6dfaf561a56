import { sha256, utf8Encode } from "@cartorio/crypto";
import { beforeAll, describe, expect, it } from "vitest";
import {
  buildBatch,
  type Credential,
  type CredentialBatch,
  type CredentialFact,
  type CredentialPolicy,
  type CredentialVerification,
  credentialAnchor,
  credentialCommitment,
  credentialQuestion,
  credentialRevoke,
  didDeactivate,
  didDocument,
  didUpdate,
  fetchProof,
  issueCredential,
  keyRemoval,
  localSigner,
  verifyCredential,
  withAnchorClaim,
} from "../src/index.ts";
import { createHarness, type Harness, type TestIssuer } from "./support/harness.ts";

let harness: Harness;
let university: TestIssuer;
let hospital: TestIssuer;
/** Anchored singly. */
let diploma: Credential;
/** In the batch: the first is left alone, the second revoked. */
let batched: readonly [Credential, Credential, Credential];
let batch: CredentialBatch;

interface Draft {
  readonly issuer?: TestIssuer;
  readonly network?: string;
  readonly changes?: Readonly<Record<string, unknown>>;
}

function draft(name: string, { issuer = university, changes = {} }: Draft = {}): Credential {
  return {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    type: ["VerifiableCredential", "UniversityDegree"],
    issuer: issuer.did,
    validFrom: "2026-01-01T00:00:00Z",
    credentialSubject: { name, degree: "BSc" },
    ...changes,
  };
}

async function issue(name: string, options: Draft = {}): Promise<Credential> {
  const { issuer = university, network = "example" } = options;
  const credential = withAnchorClaim(draft(name, options), network, sha256(utf8Encode(name)));
  return issueCredential({ credential, signer: issuer.signer, now: harness.clock.now() });
}

async function anchorSingly(credential: Credential, issuer = university): Promise<Uint8Array> {
  const hash = credentialCommitment(credential, "example");
  await harness.send(issuer, credentialAnchor({ issuer: issuer.did, hash }));
  return hash;
}

interface Options {
  readonly sidecar?: unknown;
  readonly policy?: Partial<CredentialPolicy>;
  readonly now?: number;
}

function verify(credential: Credential | string, options: Options = {}) {
  return verifyCredential({
    credential,
    sidecar: options.sidecar,
    evidence: { client: harness.client },
    policy: { allowCorrelation: true, ...options.policy },
    now: options.now ?? harness.clock.now(),
  });
}

/** The facts that are not valid, with their codes. */
function refusals(verification: CredentialVerification): Record<string, string> {
  expect(verification.accepted).toBe(verification.reasons.length === 0);
  return Object.fromEntries(verification.reasons.map(({ fact, code }) => [fact, code]));
}

beforeAll(async () => {
  harness = createHarness();
  university = await harness.createIssuer("university");
  hospital = await harness.createIssuer("hospital");
  diploma = await issue("Ada");
  await anchorSingly(diploma);
  batched = [await issue("Grace"), await issue("Edsger"), await issue("Barbara")];
  batch = buildBatch(
    batched.map((credential) => credentialCommitment(credential, "example")),
    { paddingTo: 8 },
  );
  const { root: hash, treeSize } = batch;
  await harness.send(university, credentialAnchor({ issuer: university.did, hash, treeSize }));
  const commitment = credentialCommitment(batched[1], "example");
  await harness.send(university, credentialRevoke({ issuer: university.did, commitment }));
});

function sidecarOf(credential: Credential): unknown {
  return JSON.parse(JSON.stringify(batch.sidecar(credentialCommitment(credential, "example"))));
}

describe("an accepted credential", () => {
  it("is anchored singly", async () => {
    const verification = await verify(diploma);
    expect(verification).toMatchObject({ accepted: true, reasons: [] });
    expect(verification.asOf).toMatchObject({ height: harness.node.chain.latest().header.height });
    const { accreditation, ...others } = verification.verdicts;
    const kinds = Object.values(others).map(({ verdict }) => verdict);
    expect(new Set(kinds)).toEqual(new Set(["valid"]));
    expect(accreditation).toEqual({ verdict: "notChecked", code: "NOT_MENTIONED" });
  });

  it("lists every fact in the verdicts", async () => {
    const facts: CredentialFact[] = [
      "form",
      "proof",
      "issuer",
      "signature",
      "issuerKey",
      "anchored",
      "status",
      "accreditation",
      "dates",
    ];
    expect(Object.keys((await verify(diploma)).verdicts).sort()).toEqual(facts.sort());
  });

  it("is in a batch", async () => {
    const verification = await verify(batched[0], { sidecar: sidecarOf(batched[0]) });
    expect(refusals(verification)).toEqual({});
  });

  it("comes as text", async () => {
    expect(refusals(await verify(JSON.stringify(diploma, null, 2)))).toEqual({});
  });

  it("comes with stapled evidence, and no gateway learns of it", async () => {
    const question = credentialQuestion(diploma);
    if (question === undefined) throw new Error("no question");
    const { bundle, state } = await fetchProof(harness.newClient(), { questions: [question] });
    const { anchor, clock } = harness;
    const input = { credential: diploma, now: clock.now() };
    expect(refusals(await verifyCredential({ ...input, evidence: { bundle, anchor } }))).toEqual(
      {},
    );
    expect(refusals(await verifyCredential({ ...input, evidence: { state } }))).toEqual({});
  });

  it("shares one proof with others", async () => {
    const all = [diploma, ...batched].map((credential, index) => ({
      credential,
      sidecar: index === 0 ? undefined : sidecarOf(credential),
    }));
    const questions = all
      .map(({ credential, sidecar }) => credentialQuestion(credential, sidecar))
      .filter((question) => question !== undefined);
    const { state } = await fetchProof(harness.newClient(), { questions });
    const now = harness.clock.now();
    const verifications = await Promise.all(
      all.map((item) => verifyCredential({ ...item, evidence: { state }, now })),
    );
    expect(verifications.map(({ accepted }) => accepted)).toEqual([true, true, false, true]);
  });

  it("has no anchor claim, as long as the key is current", async () => {
    const { signer } = university;
    const credential = await issueCredential({
      credential: draft("Alan"),
      signer,
      now: harness.clock.now(),
    });
    const verification = await verify(credential);
    expect(refusals(verification)).toEqual({});
    expect(verification.verdicts.anchored).toEqual({
      verdict: "notChecked",
      code: "NOT_MENTIONED",
    });
    expect(refusals(await verify(credential, { policy: { requireAnchor: true } }))).toEqual({
      anchored: "NOT_MENTIONED",
      status: "NO_EVIDENCE",
    });
  });
});

describe("a refused credential", () => {
  it("was changed: content, then also its commitment is another", async () => {
    const changed = { ...diploma, credentialSubject: { name: "Ada", degree: "PhD" } };
    expect(refusals(await verify(changed))).toEqual({
      signature: "SIGNATURE_INVALID",
      issuerKey: "NO_EVIDENCE",
      anchored: "NOT_ANCHORED",
    });
  });

  it("has a signature that does not hold although its content is anchored", async () => {
    const other = await issue("Somebody");
    const swapped = { ...diploma, proof: other["proof"] };
    expect(refusals(await verify(swapped))).toEqual({ signature: "SIGNATURE_INVALID" });
  });

  it("was signed by a stranger in the issuer's name", async () => {
    const stranger = localSigner("ed25519", sha256(utf8Encode("stranger")));
    const forged = await issue("Mallory", { issuer: { did: university.did, signer: stranger } });
    await anchorSingly(forged);
    expect(refusals(await verify(forged))).toEqual({ issuerKey: "KEY_NOT_IN_DOCUMENT" });
  });

  it("was anchored by another issuer only", async () => {
    const credential = await issue("Oscar");
    await anchorSingly(credential, hospital);
    expect(refusals(await verify(credential))).toEqual({
      anchored: "NOT_ANCHORED",
      issuerKey: "NO_EVIDENCE",
    });
  });

  it("names another issuer than the key's", async () => {
    const credential = withAnchorClaim(draft("Trudy", { issuer: hospital }), "example");
    await expect(
      issueCredential({
        credential,
        signer: university.signer,
        verificationMethod: `${university.did}#x`,
        now: 0,
      }),
    ).rejects.toThrow("verificationMethod");
    const genuine = await issue("Trudy");
    expect(refusals(await verify({ ...genuine, issuer: hospital.did }))).toMatchObject({
      issuer: "KEY_OF_ANOTHER_DID",
      signature: "SIGNATURE_INVALID",
    });
  });

  it("is revoked, singly and in a batch, while its neighbours stay", async () => {
    const credential = await issue("Rita");
    const commitment = await anchorSingly(credential);
    expect((await verify(credential)).accepted).toBe(true);
    await harness.send(university, credentialRevoke({ issuer: university.did, commitment }));
    expect(refusals(await verify(credential))).toEqual({ status: "REVOKED" });
    expect(refusals(await verify(batched[1], { sidecar: sidecarOf(batched[1]) }))).toEqual({
      status: "REVOKED",
    });
    expect((await verify(batched[2], { sidecar: sidecarOf(batched[2]) })).accepted).toBe(true);
  });

  it("was revoked before it was anchored", async () => {
    const credential = await issue("Early");
    const commitment = credentialCommitment(credential, "example");
    await harness.send(university, credentialRevoke({ issuer: university.did, commitment }));
    await anchorSingly(credential);
    expect(refusals(await verify(credential))).toEqual({ status: "REVOKED" });
  });

  it("lies in a batch that was revoked as a whole", async () => {
    const credentials = [await issue("Batch one"), await issue("Batch two")];
    const hashes = credentials.map((credential) => credentialCommitment(credential, "example"));
    const { root, treeSize, sidecar } = buildBatch(hashes);
    const { did: issuer } = university;
    await harness.send(university, credentialAnchor({ issuer, hash: root, treeSize }));
    const [credential = {}] = credentials;
    const [hash = new Uint8Array()] = hashes;
    expect((await verify(credential, { sidecar: sidecar(hash) })).accepted).toBe(true);
    await harness.send(university, credentialRevoke({ issuer, commitment: root }));
    expect(refusals(await verify(credential, { sidecar: sidecar(hash) }))).toEqual({
      status: "BATCH_REVOKED",
    });
  });

  it.each<[string, (sidecar: Record<string, unknown>) => unknown, string]>([
    ["none", () => undefined, "NOT_ANCHORED"],
    ["one of another form", () => ({ root: 1 }), "SIDECAR_MALFORMED"],
    [
      "another place",
      (sidecar) => ({ ...sidecar, leafIndex: sidecar["leafIndex"] === 7 ? 6 : 7 }),
      "NOT_IN_BATCH",
    ],
    ["another root", (sidecar) => ({ ...sidecar, root: "00".repeat(32) }), "NOT_IN_BATCH"],
  ])("has a sidecar that does not fit: %s", async (_, change, code) => {
    const sidecar = sidecarOf(batched[0]) as Record<string, unknown>;
    const verification = await verify(batched[0], { sidecar: change(sidecar) });
    expect(refusals(verification)).toMatchObject({ anchored: code });
  });

  it("was anchored as a batch root although it is a single commitment", async () => {
    const credential = await issue("Confused");
    const hash = credentialCommitment(credential, "example");
    await harness.send(university, credentialAnchor({ issuer: university.did, hash, treeSize: 2 }));
    expect(refusals(await verify(credential))).toMatchObject({ anchored: "ANCHOR_KIND" });
  });

  it("lies in a batch that was anchored with another size", async () => {
    const credential = await issue("Miscounted");
    const hash = credentialCommitment(credential, "example");
    const { root, treeSize, sidecar } = buildBatch([hash], { paddingTo: 4 });
    const { did: issuer } = university;
    const operation = credentialAnchor({ issuer, hash: root, treeSize: treeSize + 1 });
    await harness.send(university, operation);
    const verification = await verify(credential, { sidecar: sidecar(hash) });
    expect(refusals(verification)).toMatchObject({ anchored: "ANCHOR_KIND" });
  });

  it("claims another network", async () => {
    const credential = await issue("Abroad", { network: "elsewhere" });
    expect(refusals(await verify(credential))).toMatchObject({ anchored: "DID_WRONG_NETWORK" });
    expect(() => credentialCommitment(credential, "example")).toThrow("network");
  });

  it.each([
    ["its dates", { validFrom: "2030-01-01T00:00:00Z" }, "dates", "NOT_YET_VALID"],
    ["its dates", { validUntil: "2026-01-01T00:00:00Z" }, "dates", "EXPIRED"],
    ["its dates", { validUntil: "2026-02-31T00:00:00" }, "dates", "DATE_MALFORMED"],
    ["a status list", { credentialStatus: {} }, "form", "NOT_SUPPORTED credentialStatus"],
    ["a schema", { credentialSchema: {} }, "form", "NOT_SUPPORTED credentialSchema"],
  ] as const)("is refused for %s: %j", async (_, changes, fact, code) => {
    const credential = await issue(`Dated ${JSON.stringify(changes)}`, { changes });
    await anchorSingly(credential);
    expect(refusals(await verify(credential))).toEqual({ [fact]: code });
  });

  it("is of an issuer that the ledger does not know, or cannot", async () => {
    const unknown = { ...university, did: university.did.replace(/.{4}$/, "1111") };
    const stranger = await issue("Nobody", { issuer: unknown });
    expect(refusals(await verify(stranger))).toMatchObject({ anchored: "NOT_ANCHORED" });
    const web = await issueCredential({
      credential: draft("Web", { issuer: { ...university, did: "did:web:example.org" } }),
      signer: university.signer,
      now: 0,
    });
    expect(refusals(await verify(web))).toMatchObject({ proof: "ISSUER_NOT_ON_LEDGER" });
  });

  it("is no I-JSON, or no credential", async () => {
    const text = JSON.stringify(diploma).replace("{", '{"type":"x",');
    expect(refusals(await verify(text))).toMatchObject({ form: "NOT_I_JSON" });
    expect(refusals(await verify({ ...diploma, extra: 2 ** 60 }))).toMatchObject({
      signature: "NOT_I_JSON",
    });
    expect(refusals(await verify({}))).toMatchObject({ form: "MALFORMED @context" });
  });
});

describe("evidence", () => {
  it("is not fetched unless the policy lets the gateway learn of it", async () => {
    const verification = await verify(diploma, { policy: { allowCorrelation: false } });
    expect(refusals(verification)).toMatchObject({ proof: "CORRELATION_NOT_ALLOWED" });
    expect(verification.verdicts.status.verdict).toBe("notChecked");
    expect(verification.asOf).toBeUndefined();
  });

  it("is refused when stale", async () => {
    const verification = await verify(diploma, { now: harness.clock.now() + 300_001 });
    const { verdicts } = verification;
    expect(verdicts.proof).toEqual({ verdict: "invalid", code: "PROOF_STALE" });
    expect(verdicts.status.verdict).toBe("notChecked");
    expect(verification.accepted).toBe(false);
  });

  it("is refused when forged, of another credential, or from another anchor", async () => {
    const { anchor, clock } = harness;
    const now = clock.now();
    const question = credentialQuestion(diploma);
    if (question === undefined) throw new Error("no question");
    const { bundle } = await fetchProof(harness.newClient(), { questions: [question] });
    const forged = bundle.map((byte, index) => (index === bundle.length - 9 ? byte ^ 1 : byte));
    const proofCode = async (
      credential: Credential,
      evidence: { bundle: Uint8Array; anchor: typeof anchor },
    ) => (await verifyCredential({ credential, evidence, now })).verdicts.proof.code;
    expect(await proofCode(diploma, { bundle: forged, anchor })).toBe("PROOF_INVALID");
    expect(await proofCode(batched[0], { bundle, anchor })).toBe("PROOF_INVALID");
    const chainId = sha256(anchor.chainId);
    expect(await proofCode(diploma, { bundle, anchor: { ...anchor, chainId } })).toBe(
      "WRONG_CHAIN",
    );
    const headerHash = sha256(anchor.headerHash);
    expect(await proofCode(diploma, { bundle, anchor: { ...anchor, headerHash } })).toBe(
      "PROOF_INVALID",
    );
  });

  it("rejects only when no gateway answers", async () => {
    const client = {
      ...harness.client,
      transport: {
        request: () => Promise.reject(new Error("offline")),
      },
    };
    const input = { credential: diploma, evidence: { client }, now: harness.clock.now() };
    await expect(
      verifyCredential({ ...input, policy: { allowCorrelation: true } }),
    ).rejects.toThrow("offline");
  });
});

describe("keys over time", () => {
  const nothing = didDocument({ methods: [] });

  async function rotated(name: string, compromisedSince?: number) {
    const issuer = await harness.createIssuer(name);
    const before = await issue(`${name} before`, { issuer });
    await anchorSingly(before, issuer);
    const anchoredAt = harness.node.chain.latest().header.time;
    const since = compromisedSince === undefined ? undefined : anchoredAt + compromisedSince;
    const unanchored = await issueCredential({
      credential: draft(name, { issuer }),
      signer: issuer.signer,
      now: 0,
    });
    await harness.send(
      issuer,
      didUpdate({
        did: issuer.did,
        expectedVersion: 1,
        document: nothing,
        removals: [keyRemoval(issuer.signer.multikey, since)],
      }),
    );
    const after = await issue(`${name} after`, { issuer });
    await anchorSingly(after, issuer);
    return { issuer, before, after, unanchored };
  }

  it("a retired key stands for what was anchored before, and for nothing else", async () => {
    const { before, after, unanchored } = await rotated("retiring");
    expect(refusals(await verify(before))).toEqual({});
    expect(refusals(await verify(after))).toEqual({ issuerKey: "KEY_NOT_IN_DOCUMENT" });
    const verification = await verify(unanchored);
    expect(verification.verdicts.issuerKey).toEqual({
      verdict: "unknown",
      code: "KEY_RETIRED_UNANCHORED",
    });
    expect(verification.accepted).toBe(false);
  });

  it("a key compromised since then stands for nothing anchored at that time or later", async () => {
    const compromised = await rotated("compromised", 0);
    expect(refusals(await verify(compromised.before))).toEqual({ issuerKey: "KEY_COMPROMISED" });
    const later = await rotated("compromised later", 1);
    expect(refusals(await verify(later.before))).toEqual({});
  });

  it("a key for another purpose does not sign credentials", async () => {
    const issuer = await harness.createIssuer("authenticating");
    const { multikey } = issuer.signer;
    const document = didDocument({ methods: [{ multikey, relationships: ["authentication"] }] });
    const { did } = issuer;
    await harness.send(issuer, didUpdate({ did, expectedVersion: 1, document }));
    const credential = await issue("Wrong purpose", { issuer });
    await anchorSingly(credential, issuer);
    expect(refusals(await verify(credential))).toEqual({ issuerKey: "KEY_NOT_FOR_ASSERTIONS" });
  });

  it("what was anchored before the issuer left stays valid, what was not is unknown", async () => {
    const issuer = await harness.createIssuer("leaving");
    const credential = await issue("Old", { issuer });
    await anchorSingly(credential, issuer);
    const { did, signer } = issuer;
    await harness.send(issuer, didDeactivate({ did, expectedVersion: 1 }));
    expect(refusals(await verify(credential))).toEqual({});
    const plain = draft("Late", { issuer });
    const unanchored = await issueCredential({ credential: plain, signer, now: 0 });
    expect(refusals(await verify(unanchored))).toEqual({ issuerKey: "KEY_RETIRED_UNANCHORED" });
  });

  it("many later versions change nothing, and the proof stays as small", async () => {
    const issuer = await harness.createIssuer("restless");
    const credential = await issue("First", { issuer });
    await anchorSingly(credential, issuer);
    const { multikey } = issuer.signer;
    const document = didDocument({ methods: [{ multikey, relationships: ["assertionMethod"] }] });
    const updates = Array.from({ length: 64 }, (_, index) =>
      didUpdate({ did: issuer.did, expectedVersion: index + 1, document }),
    );
    for (const part of [updates.slice(0, 32), updates.slice(32)]) {
      await harness.send(issuer, ...part);
      expect(refusals(await verify(credential))).toEqual({});
    }
  });
});
