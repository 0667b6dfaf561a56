// Attacks on the verifier that once got a credential accepted, or an exception instead of a verdict.
import { sha256, utf8Encode } from "@cartorio/crypto";
import {
  decodeProofBundle,
  encodeProofBundle,
  keyRemovalRecord,
  removalReason,
} from "@cartorio/protocol";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type Credential,
  type CredentialPolicy,
  credentialAnchor,
  credentialCommitment,
  credentialQuestion,
  type DatedTrustAnchor,
  didDocument,
  didRotateKeys,
  didUpdate,
  fetchProof,
  issueCredential,
  keyControl,
  keyRemoval,
  localSigner,
  type Signer,
  verifyCredential,
  verifyCredentialStatus,
  withAnchorClaim,
} from "../src/index.ts";
import { createHarness, type Harness, type TestIssuer } from "./support/harness.ts";

let harness: Harness;
let issuer: TestIssuer;
const farMs = 400 * 24 * 60 * 60 * 1000;

function draft(by: TestIssuer, changes: Readonly<Record<string, unknown>> = {}): Credential {
  return {
    "@context": ["https://www.w3.org/ns/credentials/v2"],
    type: ["VerifiableCredential"],
    issuer: by.did,
    credentialSubject: { name: "Ada" },
    ...changes,
  };
}

async function anchored(
  by: TestIssuer,
  changes: Readonly<Record<string, unknown>> = {},
  anchorSigner: Signer = by.signer,
): Promise<Credential> {
  const credential = await issueCredential({
    credential: withAnchorClaim(draft(by, changes), harness.network),
    signer: by.signer,
    now: 0,
  });
  const hash = credentialCommitment(credential, harness.network);
  const sender = { did: by.did, signer: anchorSigner };
  await harness.send(sender, credentialAnchor({ issuer: by.did, hash }));
  return credential;
}

async function evidenceFor(credential: Credential) {
  const question = credentialQuestion(credential);
  if (question === undefined) throw new Error("no question");
  return (await fetchProof(harness.newClient(), { questions: [question] })).bundle;
}

interface Options {
  readonly policy?: Partial<CredentialPolicy>;
  readonly anchor?: DatedTrustAnchor;
  readonly now?: number;
}

async function verifyStapled(credential: Credential, options: Options = {}) {
  const { policy = {}, anchor = harness.anchor, now = harness.clock.now() } = options;
  const evidence = { bundle: await evidenceFor(credential), anchor };
  return verifyCredential({ credential, evidence, policy, now });
}

beforeAll(async () => {
  harness = createHarness();
  issuer = await harness.createIssuer("issuer");
});

describe("times that are no numbers accept nothing", () => {
  // As plain JavaScript passes them: an option left undefined, a date that did not parse.
  const noNumber = Number.NaN;

  it("as the maximum age of a proof", async () => {
    const credential = await anchored(issuer);
    const policy = { maximumProofAgeMs: noNumber };
    expect((await verifyStapled(credential, { policy })).verdicts.proof.code).toBe("PROOF_STALE");
  });

  it("as the date of the trust anchor", async () => {
    const credential = await anchored(issuer);
    const anchor = { ...harness.anchor, date: noNumber };
    expect((await verifyStapled(credential, { anchor })).verdicts.proof.code).toBe("PROOF_STALE");
  });

  it("as the present, for credentials that have expired or are not valid yet", async () => {
    for (const changes of [
      { validUntil: "2020-01-01T00:00:00Z" },
      { validFrom: "2090-01-01T00:00:00Z" },
    ]) {
      const credential = await anchored(issuer, changes);
      const verification = await verifyStapled(credential, { now: noNumber });
      expect(verification.accepted).toBe(false);
      expect(verification.verdicts.dates.verdict).toBe("unknown");
    }
  });
});

describe("trust", () => {
  it("does not start from an anchor of a day to come", async () => {
    const credential = await anchored(issuer);
    const anchor = { ...harness.anchor, date: harness.clock.now() + farMs };
    expect((await verifyStapled(credential, { anchor })).verdicts.proof.code).toBe("CLOCK_SKEW");
  });

  it("ends with the policy's trust period, from a gateway too", async () => {
    const credential = await anchored(issuer);
    const { verdicts } = await verifyCredential({
      credential,
      evidence: { client: harness.client },
      policy: { allowCorrelation: true, trustPeriodMs: 1 },
      now: harness.clock.now(),
    });
    expect(verdicts.proof.code).toBe("PROOF_STALE");
  });
});

describe("a key reported compromised", () => {
  it("as control key, while the document lists it, signs nothing without anchor", async () => {
    const owner = await harness.createIssuer("control key");
    const { did, signer } = owner;
    const control = keyControl({
      keys: [localSigner("ed25519", sha256(utf8Encode("next"))).multikey],
    });
    const removals = [keyRemoval(signer.multikey, 1)];
    await harness.send(owner, didRotateKeys({ did, expectedVersion: 1, control, removals }));
    const credential = await issueCredential({ credential: draft(owner), signer, now: 0 });
    const { verdicts } = await verifyStapled(credential);
    expect(verdicts.issuerKey).toEqual({ verdict: "invalid", code: "KEY_COMPROMISED" });
  });

  it("anchors nothing since then, whichever key signed the credential", async () => {
    const owner = await harness.createIssuer("two keys");
    const { did, signer } = owner;
    const stolen = localSigner("ed25519", sha256(utf8Encode("stolen")));
    const relationships = ["assertionMethod"] as const;
    const both = [signer, stolen].map(({ multikey }) => ({ multikey, relationships }));
    const document = didDocument({ methods: both });
    await harness.send(owner, didUpdate({ did, expectedVersion: 1, document }));
    const credential = await anchored(owner, {}, stolen);
    expect((await verifyStapled(credential)).accepted).toBe(true);
    const removals = [keyRemoval(stolen.multikey, 1)];
    const rest = didDocument({ methods: both.slice(0, 1) });
    await harness.send(owner, didUpdate({ did, expectedVersion: 2, document: rest, removals }));
    const { verdicts } = await verifyStapled(credential);
    expect(verdicts.issuerKey).toEqual({ verdict: "invalid", code: "KEY_COMPROMISED" });
  });
});

describe("the record of a key's removal", () => {
  const relationships = ["assertionMethod"] as const;

  /** A credential whose key was then reported compromised since the first millisecond. */
  async function reported(name: string) {
    const owner = await harness.createIssuer(name);
    const { did, signer } = owner;
    const credential = await anchored(owner);
    const before = await evidenceFor(credential);
    const removals = [keyRemoval(signer.multikey, 1)];
    const document = didDocument({ methods: [] });
    await harness.send(owner, didUpdate({ did, expectedVersion: 1, document, removals }));
    return { owner, credential, before };
  }

  it("outlives later versions, even if a ledger let the key come back", async () => {
    const { owner, credential } = await reported("back again");
    const { did, signer } = owner;
    const document = didDocument({ methods: [{ multikey: signer.multikey, relationships }] });
    await harness.send(owner, didUpdate({ did, expectedVersion: 2, document }));
    const again = await anchored(owner, { name: "again" });
    for (const each of [credential, again]) {
      const { verdicts } = await verifyStapled(each);
      expect(verdicts.issuerKey).toEqual({ verdict: "invalid", code: "KEY_COMPROMISED" });
    }
  });

  it("cannot be left out of a bundle or hidden in it", async () => {
    const { credential } = await reported("hidden");
    const bundle = decodeProofBundle(await evidenceFor(credential));
    if (!bundle.ok) throw new Error(bundle.code);
    const at = bundle.value.records.findIndex((record) => {
      const removal = keyRemovalRecord.decode(record);
      return removal.ok && removal.value.reason === removalReason.compromised;
    });
    expect(at).toBeGreaterThan(0);
    const { records } = bundle.value;
    const retired = { reason: removalReason.retired, since: 0, time: 1, height: 1, version: 2 };
    const forgeries = [
      records.filter((_, index) => index !== at),
      records.with(at, new Uint8Array()),
      records.with(at, keyRemovalRecord.encode(retired)),
    ];
    for (const forged of forgeries) {
      const bytes = encodeProofBundle({ ...bundle.value, records: forged });
      const evidence = { bundle: bytes, anchor: harness.anchor };
      const now = harness.clock.now();
      const { accepted, verdicts } = await verifyCredential({ credential, evidence, now });
      expect(accepted).toBe(false);
      expect(verdicts.proof.code).toBe("PROOF_INVALID");
    }
  });

  it("counts from the height of the proof on only", async () => {
    const { credential, before } = await reported("older proof");
    const evidence = { bundle: before, anchor: harness.anchor };
    const now = harness.clock.now();
    const old = await verifyCredential({ credential, evidence, now });
    expect(old.accepted).toBe(true);
    expect((await verifyStapled(credential)).verdicts.issuerKey.code).toBe("KEY_COMPROMISED");
  });
});

describe("input that overflows the stack is a verdict", () => {
  it("contexts nested without end", async () => {
    const credential = await anchored(issuer);
    let context: unknown = "https://www.w3.org/ns/credentials/v2";
    for (let depth = 0; depth < 200_000; depth += 1) context = [context];
    const evidence = { bundle: await evidenceFor(credential), anchor: harness.anchor };
    const verification = await verifyCredential({
      credential: { ...credential, "@context": context },
      evidence,
      now: harness.clock.now(),
    });
    expect(verification.verdicts.signature.code).toBe("PROOF_CONTEXT");
  });

  it("a text of 30 million characters, and what is no object", async () => {
    const credential = await anchored(issuer);
    const evidence = { bundle: new Uint8Array(), anchor: harness.anchor };
    const text = JSON.stringify({ ...credential, x: "a".repeat(30_000_000) });
    const formOf = async (given: Credential | string) =>
      (await verifyCredential({ credential: given, evidence, now: 0 })).verdicts.form.code;
    expect(await formOf(text)).toBe("NOT_I_JSON");
    expect(await formOf(JSON.parse("null"))).toBe("NOT_I_JSON");
    // Text that begins with no brace is taken for a token.
    expect(await formOf("null")).toBe("TOKEN_MALFORMED");
    expect(await formOf("x".repeat(30_000_000))).toBe("TOKEN_MALFORMED");
  });
});

describe("a day that does not exist", () => {
  it.each(["2026-02-30", "2025-02-29", "2026-04-31"])("%s is no other day", async (day) => {
    const credential = await anchored(issuer, { validUntil: `${day}T00:00:00Z` });
    const { verdicts } = await verifyStapled(credential);
    expect(verdicts.dates).toEqual({ verdict: "invalid", code: "DATE_MALFORMED" });
  });

  it("and a leap day is one", async () => {
    const credential = await anchored(issuer, { validUntil: "2028-02-29T23:59:59.5+14:00" });
    expect((await verifyStapled(credential)).accepted).toBe(true);
  });
});

describe("a status", () => {
  it("is not active because the issuer was spelt in another way", async () => {
    const credential = await anchored(issuer);
    const verdict = verifyCredentialStatus({
      bundle: await evidenceFor(credential),
      anchor: harness.anchor,
      now: harness.clock.now(),
      issuer: `${issuer.did} `,
      commitment: credentialCommitment(credential, harness.network),
    });
    expect(verdict).toEqual({ ok: false, code: "DID_MALFORMED" });
  });
});
