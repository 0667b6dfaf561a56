import {
  base64UrlEncode,
  encodeMultikey,
  p256PublicKey,
  p256Sign,
  sha256,
  verifySignature,
} from "@cartorio/crypto";
import { describe, expect, it } from "vitest";
import {
  anchorKind,
  decodeTransaction,
  didOf,
  encodeEnvelope,
  encodeTransactionBody,
  type PasskeyAssertion,
  passkeyChallenge,
  signatureItems,
  signerRole,
  transactionSigningBytes,
} from "../src/index.ts";

const secretKey = new Uint8Array(32).fill(3);
const multikey = encodeMultikey("p256", p256PublicKey(secretKey));
const ed25519 = encodeMultikey(
  "ed25519",
  Uint8Array.from(
    Buffer.from("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "hex"),
  ),
);
const did = didOf("test", new Uint8Array(40).fill(1));
const chainId = new Uint8Array(32).fill(9);

function bodyOf(key: Uint8Array, hash: Uint8Array = new Uint8Array(32).fill(5)): Uint8Array {
  return encodeTransactionBody({
    chainId,
    signers: [{ did, multikey: key, role: signerRole.author }],
    validUntil: 1_700_000_000_000,
    nonce: new Uint8Array(16),
    operations: [
      {
        kind: "credentialAnchor",
        value: {
          issuer: did,
          kind: anchorKind.single,
          hash,
          treeSize: 0,
          cosigners: [],
          accreditation: 0,
        },
      },
    ],
  });
}

/** As a browser and a platform authenticator make it. */
function assertionFor(body: Uint8Array, flags = 0x05): PasskeyAssertion {
  const challenge = base64UrlEncode(passkeyChallenge(transactionSigningBytes(body)));
  const json = `{"type":"webauthn.get","challenge":"${challenge}","origin":"https://registry.example","crossOrigin":false}`;
  const authenticatorData = new Uint8Array(37);
  authenticatorData.set(sha256(new TextEncoder().encode("registry.example")));
  authenticatorData[32] = flags;
  return { signer: 0, authenticatorData, clientData: new TextEncoder().encode(json) };
}

function signed(body: Uint8Array, passkey: PasskeyAssertion): Uint8Array {
  const message = Buffer.concat([passkey.authenticatorData, sha256(passkey.clientData)]);
  const signature = p256Sign(secretKey, Uint8Array.from(message));
  return encodeEnvelope({ body, signatures: [signature], passkeys: [passkey] });
}

describe("passkey form of a P-256 signature", () => {
  const body = bodyOf(multikey);

  it("verifies over authenticator data and the hash of the client data", () => {
    const decoded = decodeTransaction(signed(body, assertionFor(body)), chainId);
    if (!decoded.ok) throw new Error(decoded.code);
    const [item] = signatureItems(decoded.value);
    if (item === undefined) throw new Error("one signer, one item");
    expect(verifySignature(item.multikey, item.message, item.signature)).toBe(true);
    const other = Uint8Array.from(item.message);
    other[40] = (other[40] ?? 0) ^ 1;
    expect(verifySignature(item.multikey, other, item.signature)).toBe(false);
  });

  it.each([
    ["a challenge for other bytes", assertionFor(bodyOf(ed25519))],
    ["an absent user", assertionFor(body, 0x04)],
    ["an index without signer", { ...assertionFor(body), signer: 1 }],
    [
      "another ceremony",
      {
        ...assertionFor(body),
        clientData: new TextEncoder().encode(
          new TextDecoder().decode(assertionFor(body).clientData).replace(".get", ".create"),
        ),
      },
    ],
  ])("is malformed with %s", (_, assertion) => {
    expect(decodeTransaction(signed(body, assertion), chainId)).toMatchObject({
      ok: false,
      code: "MALFORMED",
    });
  });

  it("is malformed for an Ed25519 signer and when given twice", () => {
    const edBody = bodyOf(ed25519);
    expect(decodeTransaction(signed(edBody, assertionFor(edBody)), chainId).ok).toBe(false);
    const assertion = assertionFor(body);
    const twice = encodeEnvelope({
      body,
      signatures: [new Uint8Array(64)],
      passkeys: [assertion, assertion],
    });
    expect(decodeTransaction(twice, chainId)).toMatchObject({ ok: false, code: "MALFORMED" });
  });

  it("cannot be made out of a plain signature of another transaction", () => {
    const json = new TextDecoder().decode(assertionFor(body).clientData);
    const clientData = new TextEncoder().encode(json);
    // The signer anchors, in the plain form, a hash that somebody else chose: its body ends in it.
    const honest = bodyOf(multikey, sha256(clientData));
    const message = transactionSigningBytes(honest);
    const forged = encodeEnvelope({
      body,
      signatures: [p256Sign(secretKey, message)],
      passkeys: [{ signer: 0, authenticatorData: message.slice(0, -32), clientData }],
    });
    expect(honest).not.toEqual(body);
    expect(decodeTransaction(forged, chainId)).toMatchObject({ ok: false, code: "MALFORMED" });
  });
});
