import { sha256, utf8Encode, verifySignature } from "@cartorio/crypto";
import { decodeTransaction, signatureItems } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import {
  buildTransaction,
  credentialAnchor,
  credentialRevoke,
  didCreate,
  didDeactivate,
  didDocument,
  didRotateKeys,
  didUpdate,
  keyControl,
  keyRemoval,
  localSigner,
  type Signer,
  type SignerEntry,
  signTransaction,
} from "../src/index.ts";

const chainId = sha256(utf8Encode("chain"));
const institution = localSigner("ed25519", sha256(utf8Encode("institution")));
const member = localSigner("p256", sha256(utf8Encode("member")));
const document = didDocument({
  methods: [{ multikey: institution.multikey, relationships: ["assertionMethod"] }],
});
const created = didCreate({
  network: "example",
  control: keyControl({ keys: [institution.multikey], nextKeys: [member.multikey] }),
  document,
});
const { did } = created;

function bodyOf(entries: readonly SignerEntry[], operations = [created.operation]): Uint8Array {
  return buildTransaction({ chainId, signers: entries, operations, validUntil: 1_800_000_000_000 });
}

const author: SignerEntry = { did, multikey: institution.multikey, role: "author" };
const sponsor: SignerEntry = { did, multikey: member.multikey, role: "sponsor" };

describe("building and signing", () => {
  it("gives an envelope that decodes and whose signatures hold, signers in any order", async () => {
    const envelope = await signTransaction(bodyOf([author, sponsor]), [member, institution]);
    const decoded = decodeTransaction(envelope, chainId);
    if (!decoded.ok) throw new Error(decoded.code);
    const items = signatureItems(decoded.value);
    expect(items.map((item) => item.multikey)).toEqual([institution.multikey, member.multikey]);
    expect(
      items.map((item) => verifySignature(item.multikey, item.message, item.signature)),
    ).toEqual([true, true]);
    expect(decoded.value.payer).toBe(did);
  });

  it("takes another nonce each time, so that equal transactions differ", () => {
    expect(bodyOf([author])).not.toEqual(bodyOf([author]));
  });

  it("knows every operation", async () => {
    const operations = [
      created.operation,
      didUpdate({ did, expectedVersion: 1, document, removals: [keyRemoval(member.multikey, 5)] }),
      didRotateKeys({
        did,
        expectedVersion: 2,
        control: keyControl({ keys: [member.multikey], threshold: 1 }),
        removals: [keyRemoval(institution.multikey)],
      }),
      credentialAnchor({ issuer: did, hash: chainId }),
      credentialAnchor({ issuer: did, hash: chainId, treeSize: 128 }),
      credentialRevoke({ issuer: did, commitment: chainId, reason: "superseded" }),
      didDeactivate({ did, expectedVersion: 3, acknowledge: 2 }),
    ];
    const envelope = await signTransaction(bodyOf([author], operations), [institution]);
    const decoded = decodeTransaction(envelope, chainId);
    expect(decoded.ok && decoded.value.body.operations).toEqual(operations);
  });

  it.each<[string, readonly Signer[], string]>([
    ["a signer is missing", [institution], "SIGNATURE_COUNT"],
    [
      "a signer is not named",
      [institution, member, localSigner("ed25519", sha256(utf8Encode("stranger")))],
      "SIGNATURE_COUNT",
    ],
    [
      "a signer signs something else",
      [{ ...institution, sign: () => institution.sign(chainId) }, member],
      "SIGNATURE_INVALID",
    ],
    [
      "a signer gives no signature",
      [{ ...institution, sign: async () => new Uint8Array(63) }, member],
      "SIGNATURE_INVALID",
    ],
  ])("refuses when %s", async (_, signers, code) => {
    await expect(signTransaction(bodyOf([author, sponsor]), signers)).rejects.toMatchObject({
      code,
    });
  });

  it("refuses bytes that are no body", async () => {
    await expect(signTransaction(chainId, [institution])).rejects.toMatchObject({
      code: "NOT_CANONICAL",
    });
  });

  it("refuses values outside the format", () => {
    const signers = [author];
    const operations = [created.operation];
    expect(() => buildTransaction({ chainId, signers, operations, validUntil: -1 })).toThrow(
      RangeError,
    );
    expect(() => credentialAnchor({ issuer: did, hash: "00" })).toThrow("MALFORMED");
  });

  it("passes a signer's failure on", async () => {
    const broken = { ...institution, sign: () => Promise.reject(new Error("the HSM is locked")) };
    await expect(signTransaction(bodyOf([author]), [broken])).rejects.toThrow("the HSM is locked");
  });
});
