import { hexEncode, sha256, utf8Encode } from "@cartorio/crypto";
import { credentialCosignRecord, type ProofQuestion, stateKeys } from "@cartorio/protocol";
import { beforeAll, describe, expect, it } from "vitest";
import {
  anchorRecordHash,
  credentialAnchor,
  credentialCosign,
  credentialLog,
  fetchProof,
  getCredential,
  getCredentialLog,
  getIssuerProfile,
  issuerUpdate,
  logEntryCommitment,
  readProvenAnchorHash,
  readProvenCosignatures,
} from "../src/index.ts";
import { createHarness, type Harness, type TestIssuer } from "./support/harness.ts";

let harness: Harness;
let issuer: TestIssuer;
let witness: TestIssuer;
const hash = sha256(utf8Encode("credential"));
const entry = logEntryCommitment(sha256(utf8Encode("salt")), utf8Encode("handed out"));

const question = (of: Uint8Array) =>
  ({ kind: "credential", issuer: issuer.did, hash: of }) satisfies ProofQuestion;

beforeAll(async () => {
  harness = createHarness();
  issuer = await harness.createIssuer("issuer");
  witness = await harness.createIssuer("witness");
  const cosigners = [witness.did];
  await harness.send(issuer, credentialAnchor({ issuer: issuer.did, hash, cosigners }));
});

describe("an anchor with more than its issuer", () => {
  it("is co-signed over the hash of its record, which the gateway says and a proof shows", async () => {
    const before = await getCredential(harness.client, { issuer: issuer.did, hash });
    expect(before).toMatchObject({ cosigned: [], logEntries: 0, status: "active" });
    const record = harness.node.chain.get(stateKeys.credentialAnchor(issuer.did, hash));
    const recordHash = anchorRecordHash(record ?? new Uint8Array());
    expect(before.anchorRecordHash).toBe(hexEncode(recordHash));
    const cosigner = witness.did;
    const operation = credentialCosign({ issuer: issuer.did, hash, cosigner, recordHash });
    await harness.send(witness, operation);
    const after = await getCredential(harness.client, { issuer: issuer.did, hash });
    expect(after.cosigned).toEqual([witness.did]);
    const { state } = await fetchProof(harness.newClient(), { questions: [question(hash)] });
    expect(readProvenAnchorHash(state, issuer.did, hash)).toEqual({ ok: true, value: recordHash });
    expect(readProvenCosignatures(state, issuer.did, hash)).toMatchObject({
      ok: true,
      value: [{ cosigner, record: { recordHash, multikey: witness.signer.multikey } }],
    });
  });

  it("shows by proof who of those that it names has not signed, and what is no anchor", async () => {
    const other = sha256(utf8Encode("another"));
    const nothing = sha256(utf8Encode("nothing"));
    const cosigners = [witness.did];
    await harness.send(issuer, credentialAnchor({ issuer: issuer.did, hash: other, cosigners }));
    const questions = [question(other), question(nothing)];
    const { state } = await fetchProof(harness.newClient(), { questions });
    expect(readProvenCosignatures(state, issuer.did, other)).toEqual({
      ok: true,
      value: [{ cosigner: witness.did, record: undefined }],
    });
    for (const read of [readProvenCosignatures, readProvenAnchorHash]) {
      expect(read(state, issuer.did, nothing)).toEqual({ ok: false, code: "NOT_FOUND" });
    }
  });

  it("is co-signed by nobody over another record", async () => {
    const other = sha256(utf8Encode("third"));
    const cosigners = [witness.did];
    await harness.send(issuer, credentialAnchor({ issuer: issuer.did, hash: other, cosigners }));
    const record = credentialCosignRecord.encode({
      ...{ time: 1, height: 1, recordHash: new Uint8Array(32) },
      multikey: witness.signer.multikey,
    });
    harness.node.chain.put(stateKeys.credentialCosign(issuer.did, other, witness.did), record);
    harness.node.sealBlock();
    const { state } = await fetchProof(harness.newClient(), { questions: [question(other)] });
    expect(readProvenCosignatures(state, issuer.did, other)).toEqual({
      ok: false,
      code: "PROOF_INVALID",
      field: "recordHash",
    });
  });

  it("has a log that is read by page", async () => {
    const base = { issuer: issuer.did, hash, entry };
    await harness.send(issuer, credentialLog({ ...base, expectedSequence: 0, code: 3 }));
    await harness.send(witness, credentialLog({ ...base, expectedSequence: 1, by: witness.did }));
    const { client } = harness;
    const all = await getCredentialLog(client, { issuer: issuer.did, hash });
    expect(all).toMatchObject({
      total: 2,
      entries: [
        { number: 1, by: issuer.did, code: 3, entry: hexEncode(entry) },
        { number: 2, by: witness.did, code: 0 },
      ],
    });
    const second = await getCredentialLog(client, { issuer: issuer.did, hash, from: 2, count: 1 });
    expect(second.entries).toEqual(all.entries.slice(1));
  });

  it("is unknown where it is not", async () => {
    const other = sha256(utf8Encode("other"));
    const answer = await getCredential(harness.client, { issuer: issuer.did, hash: other });
    expect(answer).toMatchObject({ anchor: null, anchorRecordHash: null, cosigned: [] });
  });
});

describe("an issuer", () => {
  it("declares nothing, then what it says", async () => {
    const { client } = harness;
    const { did } = issuer;
    const none = { sequence: 0, revokers: [], successor: undefined, anchorRequiredSince: 0 };
    expect(await getIssuerProfile(client, { did })).toMatchObject(none);
    const said = { revokers: [witness.did], successor: witness.did, anchorRequiredSince: 5 };
    await harness.send(issuer, issuerUpdate({ issuer: did, ...said }));
    expect(await getIssuerProfile(client, { did })).toMatchObject({ ...said, sequence: 1 });
    await harness.send(issuer, issuerUpdate({ issuer: did, expectedSequence: 1 }));
    expect(await getIssuerProfile(client, { did })).toMatchObject({ ...none, sequence: 2 });
  });
});
