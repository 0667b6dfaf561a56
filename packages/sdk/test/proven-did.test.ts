// What a proof shows of a DID beside its document: control by others, recovery, redaction.
import { multikeyToString, sha256, utf8Encode } from "@cartorio/crypto";
import {
  didDocumentRecord,
  documentHash,
  type RecordLookup,
  type Redaction,
  stateKeys,
} from "@cartorio/protocol";
import { beforeEach, expect, it } from "vitest";
import {
  controllerControl,
  dereference,
  didDocument,
  didRecoveryPropose,
  didSetControllers,
  didUpdate,
  fetchProof,
  getDidVersion,
  getKeyRemoval,
  keyControl,
  keyRemoval,
  localSigner,
  recoveryCommitment,
  resolveDid,
  verifyDid,
} from "../src/index.ts";
import { judgeIssuerKey } from "../src/issuer-key.ts";
import { createHarness, type Harness, type TestIssuer } from "./support/harness.ts";

let harness: Harness;
let university: TestIssuer;
beforeEach(async () => {
  harness = createHarness();
  university = await harness.createIssuer("university");
});

async function proven(): Promise<ReturnType<typeof verifyDid>> {
  const { did } = university;
  const { bundle } = await fetchProof(harness.newClient(), { questions: [{ kind: "did", did }] });
  return verifyDid({ bundle, anchor: harness.anchor, now: harness.clock.now(), did });
}

/** What stands in the place of the document of version 1. */
function redact(hash: Uint8Array): Redaction {
  const redaction = { hash, time: Date.UTC(2026, 0, 1), height: 2, proposal: 5, reason: 2 };
  const record = didDocumentRecord.encode({ document: undefined, redaction });
  harness.node.chain.put(stateKeys.didDocument(university.did, 1), record);
  return redaction;
}

it("renders `controller` from the proven control state, as the gateway does", async () => {
  const { did: other } = await harness.createIssuer("ministry");
  const control = controllerControl({ controllers: [other] });
  const { did } = university;
  await harness.send(university, didSetControllers({ did, expectedVersion: 1, control }));
  const shown = await proven();
  expect(shown).toMatchObject({ ok: true, value: { document: { controller: other }, control } });
  const { document } = await resolveDid(harness.client, { did });
  expect(shown).toMatchObject({ value: { document } });
});

it("shows a pending recovery with its time", async () => {
  const { did } = university;
  const [saved, safe] = ["saved", "safe"].map(
    (name) => localSigner("ed25519", sha256(utf8Encode(name))).multikey,
  ) as [Uint8Array, Uint8Array];
  await harness.send(
    university,
    didRecoveryPropose({
      did,
      expectedSequence: 0,
      control: keyControl({ keys: [saved] }),
      recovery: recoveryCommitment({ keys: [safe], delayMs: 86_400_000 }),
    }),
  );
  const shown = await proven();
  expect(shown).toMatchObject({
    value: { metadata: { cartorio: { pendingRecovery: { sequence: 1, final: false } } } },
  });
  const { metadata } = await resolveDid(harness.client, { did });
  expect(shown).toMatchObject({ value: { metadata } });
});

it("shows that a document was redacted, and believes no key of it", async () => {
  const { did, signer } = university;
  const { chain } = harness.node;
  const before = chain.get(stateKeys.didDocument(did, 1)) ?? new Uint8Array();
  redact(documentHash(before));
  harness.node.sealBlock();
  expect(await proven()).toMatchObject({
    ok: true,
    value: { document: null, metadata: { cartorio: { redacted: { proposal: 5, reason: 2 } } } },
  });
  const record: RecordLookup = (key) => chain.get(key);
  const headerHash = new Uint8Array(32);
  const state = { record, headerHash, height: 2, time: harness.clock.now() };
  const verificationMethod = `${did}#${multikeyToString(signer.multikey)}`;
  const anchor = undefined;
  const answer = judgeIssuerKey({ state, issuer: did, verificationMethod, anchor });
  expect(answer).toEqual({ verdict: { verdict: "unknown", code: "REDACTED" } });
});

it("refuses a body that is not the one that the version names", async () => {
  redact(sha256(utf8Encode("another document")));
  harness.node.sealBlock();
  expect(await proven()).toMatchObject({ ok: false, code: "PROOF_INVALID" });
});

it("a key that left is found with its version, one that stays is not", async () => {
  const { did, signer } = university;
  const { client } = harness;
  expect(await getKeyRemoval(client, { did, multikey: signer.multikey })).toEqual({ height: 1 });
  const removals = [keyRemoval(signer.multikey, 5)];
  const document = didDocument({ methods: [] });
  await harness.send(university, didUpdate({ did, expectedVersion: 1, document, removals }));
  expect(await getKeyRemoval(client, { did, multikey: signer.multikey })).toMatchObject({
    removal: { reason: "compromised", since: 5, version: 2 },
  });
  expect(await getDidVersion(client, { did, version: 2 })).toMatchObject({
    did,
    latestVersion: 2,
    record: { number: 2, removals: [{ reason: "compromised" }] },
  });
  await expect(getDidVersion(client, { did, version: 3 })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

it("a DID URL names a key, a service and its URLs, at a version of the past", async () => {
  const { did, signer } = university;
  const { client } = harness;
  const removals = [keyRemoval(signer.multikey, 5)];
  const services = [{ fragment: "files", types: ["Files"], endpoints: ["https://uni.example/a"] }];
  const document = didDocument({ methods: [], services });
  await harness.send(university, didUpdate({ did, expectedVersion: 1, document, removals }));
  const { versionId } = await getDidVersion(client, { did, version: 1 });
  const key = multikeyToString(signer.multikey);
  const didUrl = `${did}?versionId=${versionId}#${key}`;
  const verificationRelationship = "assertionMethod";
  expect(await dereference(client, { didUrl, verificationRelationship })).toMatchObject({
    content: { id: `${did}#${key}`, publicKeyMultibase: key },
    urls: [],
    version: 1,
  });
  await expect(dereference(client, { didUrl: `${did}#${key}` })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const urls = `${did}?service=files&relativeRef=b`;
  expect(await dereference(client, { didUrl: urls, accept: "text/uri-list" })).toMatchObject({
    content: null,
    urls: ["https://uni.example/b"],
    version: 2,
  });
});
