// docs/ledger.md 6 and 9: what suspensions, declarations and accreditations mean for a credential.
import { sha256, utf8Encode } from "@cartorio/crypto";
import {
  type AccreditationRecord,
  accreditationRecord,
  issuerProfileRecord,
  stateKeys,
  statusRole,
} from "@cartorio/protocol";
import { beforeEach, describe, expect, it } from "vitest";
import {
  buildBatch,
  type Credential,
  type CredentialPolicy,
  type CredentialVerification,
  credentialAnchor,
  credentialCommitment,
  credentialResume,
  credentialRevoke,
  credentialSuspend,
  issueCredential,
  issuerUpdate,
  verifyCredential,
  withAnchorClaim,
} from "../src/index.ts";
import { createHarness, type Harness, type TestIssuer } from "./support/harness.ts";

let harness: Harness;
let university: TestIssuer;
let ministry: TestIssuer;

beforeEach(async () => {
  harness = createHarness();
  university = await harness.createIssuer("university");
  ministry = await harness.createIssuer("ministry");
});

function draft(name: string): Credential {
  return {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    type: ["VerifiableCredential", "UniversityDegree"],
    issuer: university.did,
    credentialSubject: { name },
  };
}

function issue(name: string, isAnchored = true): Promise<Credential> {
  const credential = isAnchored
    ? withAnchorClaim(draft(name), "example", sha256(utf8Encode(name)))
    : draft(name);
  return issueCredential({ credential, signer: university.signer, now: harness.clock.now() });
}

async function anchored(
  name: string,
  accreditation = 0,
): Promise<{ readonly credential: Credential; readonly commitment: Uint8Array }> {
  const credential = await issue(name);
  const commitment = credentialCommitment(credential, "example");
  const issuer = university.did;
  await harness.send(university, credentialAnchor({ issuer, hash: commitment, accreditation }));
  return { credential, commitment };
}

interface Options {
  readonly sidecar?: unknown;
  readonly policy?: Partial<CredentialPolicy>;
}

function verify(credential: Credential, { sidecar, policy }: Options = {}) {
  return verifyCredential({
    credential,
    sidecar,
    evidence: { client: harness.newClient() },
    policy: { allowCorrelation: true, ...policy },
    now: harness.clock.now(),
  });
}

function refusals({ accepted, reasons }: CredentialVerification): Record<string, string> {
  expect(accepted).toBe(reasons.length === 0);
  return Object.fromEntries(reasons.map(({ fact, code }) => [fact, code]));
}

/** The record at a state key, as of the next block. */
async function write(key: Uint8Array, record: Uint8Array): Promise<void> {
  harness.node.chain.put(key, record);
  harness.node.sealBlock();
}

describe("a suspension", () => {
  it("counts while it lasts, and the verification says by whom and why", async () => {
    const { credential, commitment } = await anchored("Ada");
    const change = { issuer: university.did, commitment };
    await harness.send(university, credentialSuspend({ ...change, reason: "holderRequest" }));
    const suspended = await verify(credential);
    expect(refusals(suspended)).toEqual({ status: "SUSPENDED" });
    expect(suspended.statusInterval).toMatchObject({
      status: 2,
      to: 0,
      reason: 5,
      by: university.did,
      role: statusRole.issuer,
    });
    await harness.send(university, credentialResume({ ...change, expectedSequence: 1 }));
    const resumed = await verify(credential);
    expect(refusals(resumed)).toEqual({});
    expect(resumed.statusInterval).toBeUndefined();
  });

  it("becomes a revocation, which says in which capacity it was made", async () => {
    const { credential, commitment } = await anchored("Ada");
    const change = { issuer: university.did, commitment, by: ministry.did };
    await harness.send(ministry, credentialSuspend(change));
    await harness.send(ministry, credentialRevoke({ ...change, expectedSequence: 1 }));
    const revoked = await verify(credential);
    expect(refusals(revoked)).toEqual({ status: "REVOKED" });
    expect(revoked.statusInterval).toMatchObject({ by: ministry.did, role: statusRole.revoker });
  });
});

describe("a credential in batches", () => {
  it("that is revoked stays so under whatever anchor it is shown", async () => {
    const credential = await issue("Ada");
    const commitment = credentialCommitment(credential, "example");
    const issuer = university.did;
    await harness.send(university, credentialRevoke({ issuer, commitment }));
    const batches = [4, 8].map((paddingTo) => buildBatch([commitment], { paddingTo }));
    for (const { root, treeSize } of batches) {
      await harness.send(university, credentialAnchor({ issuer, hash: root, treeSize }));
    }
    await harness.send(university, credentialAnchor({ issuer, hash: commitment }));
    const sidecars = [...batches.map((batch) => batch.sidecar(commitment)), undefined];
    for (const sidecar of sidecars) {
      expect(refusals(await verify(credential, { sidecar }))).toEqual({ status: "REVOKED" });
    }
    // Written otherwise and signed again it is the same leaf.
    const again = await issueCredential({
      credential: withAnchorClaim(draft("Ada"), "example", sha256(utf8Encode("Ada"))),
      signer: university.signer,
      now: harness.clock.now() + 86_400_000,
    });
    const reversed = Object.fromEntries(Object.entries(again).reverse());
    expect(refusals(await verify(reversed))).toEqual({ status: "REVOKED" });
  });

  it("has the worst of its own status and its batch's", async () => {
    const credential = await issue("Ada");
    const commitment = credentialCommitment(credential, "example");
    const issuer = university.did;
    const { root, treeSize, sidecar: sidecarOf } = buildBatch([commitment]);
    const sidecar = sidecarOf(commitment);
    await harness.send(university, credentialAnchor({ issuer, hash: root, treeSize }));
    await harness.send(university, credentialSuspend({ issuer, commitment: root }));
    expect(refusals(await verify(credential, { sidecar }))).toEqual({ status: "BATCH_SUSPENDED" });
    await harness.send(university, credentialSuspend({ issuer, commitment }));
    expect(refusals(await verify(credential, { sidecar }))).toEqual({ status: "SUSPENDED" });
    const revoke = credentialRevoke({ issuer, commitment: root, expectedSequence: 1 });
    await harness.send(university, revoke);
    expect(refusals(await verify(credential, { sidecar }))).toEqual({ status: "BATCH_REVOKED" });
  });
});

describe("an issuer that anchors all that it issues", () => {
  const declare = (anchorRequiredSince: number, expectedSequence = 0) =>
    harness.send(
      university,
      issuerUpdate({ issuer: university.did, anchorRequiredSince, expectedSequence }),
    );

  it("vouches for nothing else once the time that it named has come", async () => {
    const credential = await issue("Ada", false);
    expect(refusals(await verify(credential))).toEqual({});
    const now = harness.node.chain.latest().header.time;
    await declare(now + 3_600_000);
    expect(refusals(await verify(credential))).toEqual({});
    await declare(now, 1);
    expect(refusals(await verify(credential))).toEqual({
      anchored: "ANCHOR_REQUIRED",
      status: "NO_EVIDENCE",
    });
    const { credential: other } = await anchored("Grace");
    expect(refusals(await verify(other))).toEqual({});
  });

  it("is not believed to ask for nothing by a declaration of a newer format", async () => {
    const credential = await issue("Ada", false);
    const record = issuerProfileRecord.encode({
      sequence: 1,
      revokers: [],
      successor: "",
      anchorRequiredSince: 0,
      time: 1,
      height: 1,
    });
    await write(stateKeys.issuerProfile(university.did), record.with(1, 2));
    const verification = await verify(credential);
    expect(verification.verdicts.anchored).toEqual({ verdict: "unknown", code: "UPGRADE_SDK" });
    expect(verification.accepted).toBe(false);
  });
});

describe("an accreditation", () => {
  const everything = {
    allSchemas: true,
    schemas: [],
    allTypes: true,
    types: [],
    allJurisdictions: true,
    jurisdictions: [],
  };
  const base: AccreditationRecord = {
    accreditor: "",
    parent: 0,
    domain: "education",
    actions: 3,
    scope: everything,
    depth: 1,
    validFrom: 1,
    validUntil: 0,
    offeredTime: 1,
    acceptedTime: 1,
    sequence: 1,
    suspensions: [],
    ended: 0,
    endedTime: 0,
    untrustedSince: 0,
    endedBy: "",
    reason: 0,
  };
  const own = (more: Partial<AccreditationRecord> = {}): AccreditationRecord => ({
    ...base,
    accreditor: ministry.did,
    parent: 1,
    domain: "",
    actions: 1,
    depth: 0,
    ...more,
  });
  const put = (did: string, record: AccreditationRecord) =>
    write(stateKeys.accreditation(did, 1), accreditationRecord.encode(record));

  /** The ministry is a root and has accredited the university, which anchors under it. */
  async function accredited(): Promise<Credential> {
    await put(ministry.did, base);
    await put(university.did, own());
    return (await anchored("Ada", 1)).credential;
  }

  it("that held when the issuer anchored is required and valid", async () => {
    const credential = await accredited();
    const verification = await verify(credential);
    expect(refusals(verification)).toEqual({});
    expect(verification.verdicts.accreditation).toEqual({ verdict: "valid" });
    const policy = { accreditation: { domain: "education", resource: { jurisdiction: "MO" } } };
    expect(refusals(await verify(credential, { policy }))).toEqual({});
  });

  it.each<[string, Partial<AccreditationRecord>, string]>([
    ["allows something else", { actions: 4 }, "ACTION_NOT_ACCREDITED"],
    ["was not accepted", { acceptedTime: 0 }, "ACCREDITATION_NOT_ACCEPTED"],
    [
      "was suspended then",
      { suspensions: [{ from: 1, to: 0, by: "did:x", reason: 0 }] },
      "ACCREDITATION_SUSPENDED",
    ],
    ["had been withdrawn", { ended: 1, endedTime: 2 }, "ACCREDITATION_ENDED"],
    ["had expired", { validUntil: 2 }, "ACCREDITATION_EXPIRED"],
  ])("that %s makes the credential invalid", async (_title, more, code) => {
    const credential = await accredited();
    await put(university.did, own(more));
    expect(refusals(await verify(credential))).toEqual({ accreditation: code });
  });

  it("that is ended later leaves what came before, unless it ends for cause since then", async () => {
    const credential = await accredited();
    const now = harness.node.chain.latest().header.time;
    await put(university.did, own({ ended: 1, endedTime: now + 500 }));
    expect(refusals(await verify(credential))).toEqual({});
    const forCause = { ended: 2, endedTime: now + 500, untrustedSince: now - 1 };
    await put(university.did, own(forCause));
    expect(refusals(await verify(credential))).toEqual({ accreditation: "ACCREDITATION_ENDED" });
    await put(university.did, own());
    await put(ministry.did, { ...base, ...forCause });
    expect(refusals(await verify(credential))).toEqual({ accreditation: "ACCREDITATION_ENDED" });
  });

  it("has the scope and the root that the verifier asks for", async () => {
    const credential = await accredited();
    const scope = { ...everything, allJurisdictions: false, jurisdictions: ["PT"] };
    await put(university.did, own({ scope }));
    const at = (jurisdiction: string) =>
      verify(credential, { policy: { accreditation: { resource: { jurisdiction } } } });
    expect(refusals(await at("PT-11"))).toEqual({});
    expect(refusals(await at("MO"))).toEqual({ accreditation: "SCOPE_NOT_COVERED" });
    const policy = { accreditation: { domain: "health" } };
    expect(refusals(await verify(credential, { policy }))).toEqual({
      accreditation: "ACCREDITATION_DOMAIN",
    });
  });

  it("is of a root that the verifier trusts", async () => {
    const credential = await accredited();
    const trusting = (trusted: { roots?: readonly string[]; domains?: readonly string[] }) =>
      verify(credential, { policy: { accreditation: { trusted } } });
    expect(refusals(await trusting({ roots: [ministry.did], domains: ["education"] }))).toEqual({});
    for (const trusted of [{ roots: [university.did] }, { domains: ["health"] }, { roots: [] }]) {
      expect(refusals(await trusting(trusted))).toEqual({ accreditation: "ROOT_NOT_TRUSTED" });
    }
  });

  it("covers every type that the credential claims, not the one that the verifier had in mind", async () => {
    const credential = await accredited();
    const contextHash = sha256(utf8Encode("context"));
    const degree = { contextHash, type: "UniversityDegree", vct: "" };
    const licence = { contextHash, type: "MedicalLicence", vct: "" };
    const asking = (types: Readonly<Record<string, { contextHash: Uint8Array; type: string }>>) =>
      verify(credential, { policy: { accreditation: { types } } });
    const scope = { ...everything, allTypes: false };
    await put(university.did, own({ scope: { ...scope, types: [degree] } }));
    expect(refusals(await asking({ UniversityDegree: degree }))).toEqual({});
    expect(refusals(await asking({ MedicalLicence: licence }))).toEqual({
      accreditation: "TYPE_NOT_EXPECTED",
    });
    await put(university.did, own({ scope: { ...scope, types: [licence] } }));
    expect(refusals(await asking({ UniversityDegree: degree }))).toEqual({
      accreditation: "SCOPE_NOT_COVERED",
    });
  });

  it("that the issuer has not got: refused where one is required, else not asked", async () => {
    const { credential } = await anchored("Ada");
    expect((await verify(credential)).verdicts.accreditation.code).toBe("NOT_MENTIONED");
    const policy = { accreditation: { domain: "education" } };
    expect(refusals(await verify(credential, { policy }))).toEqual({
      accreditation: "NOT_ACCREDITED",
    });
    expect(refusals(await verify(await issue("Grace", false), { policy }))).toEqual({
      accreditation: "NOT_ACCREDITED",
    });
    const { credential: invented } = await anchored("Edsger", 7);
    expect(refusals(await verify(invented))).toEqual({ accreditation: "ACCREDITATION_NOT_FOUND" });
  });
});
