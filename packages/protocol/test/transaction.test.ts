import { encodeMultikey, p256PublicKey, verifySignature } from "@cartorio/crypto";
import { describe, expect, it } from "vitest";
import {
  costs,
  decodeTransaction,
  encodeEnvelope,
  encodeTransactionBody,
  envelopeHash,
  limits,
  maxTransactionCost,
  type Operation,
  type Signer,
  signatureItems,
  type TransactionBody,
  transactionCost,
  transactionId,
} from "../src/index.ts";
import * as samples from "./samples.ts";

const { chainId, smallBody, smallEnvelope, sponsor, university, multikeyOf } = samples;

function decodeWith(change: Partial<TransactionBody>, signatures?: number) {
  const body = { ...smallBody, ...change };
  const envelope = encodeEnvelope({
    body: encodeTransactionBody(body),
    signatures: new Array(signatures ?? body.signers.length).fill(new Uint8Array(64)),
  });
  return decodeTransaction(envelope, chainId);
}
const signer = (name: string, role: Signer["role"], did = university): Signer => ({
  did,
  multikey: multikeyOf(name),
  role,
});

describe("decodeTransaction", () => {
  it("gives ids, cost, payer and verifiable signatures", () => {
    const decoded = decodeTransaction(smallEnvelope, chainId);
    if (!decoded.ok) expect.unreachable(decoded.code);
    const { value } = decoded;
    expect(value.body).toEqual(smallBody);
    expect(value.bytes).toEqual(smallEnvelope);
    expect(value.hash).toEqual(envelopeHash(smallEnvelope));
    expect(value.id).toEqual(transactionId(encodeTransactionBody(smallBody)));
    expect(value.payer).toBe(sponsor);
    expect(value.cost).toBe(transactionCost(smallBody, smallEnvelope.length));
    const items = signatureItems(value);
    expect(items).toHaveLength(2);
    for (const item of items) {
      expect(verifySignature(item.multikey, item.message, item.signature)).toBe(true);
    }
  });

  it("owns its bytes", () => {
    const frame = smallEnvelope.slice();
    const decoded = decodeTransaction(frame, chainId);
    frame.fill(0);
    expect(decoded).toEqual(decodeTransaction(smallEnvelope, chainId));
  });

  it("refuses another chain", () => {
    expect(decodeTransaction(smallEnvelope, samples.bytes32("other"))).toMatchObject({
      code: "WRONG_CHAIN",
    });
  });

  it("wants one signature per signer", () => {
    expect(decodeWith({}, 1)).toMatchObject({ code: "SIGNATURE_COUNT" });
    expect(decodeWith({}, 3)).toMatchObject({ code: "SIGNATURE_COUNT" });
  });

  it("refuses the same key for the same DID twice, in whatever roles", () => {
    const signers = [signer("university", 1), signer("x", 2), signer("university", 3)];
    expect(decodeWith({ signers })).toMatchObject({ code: "DUPLICATE_SIGNER" });
    expect(
      decodeWith({ signers: [signer("university", 1), signer("university", 3, sponsor)] }).ok,
    ).toBe(true);
  });

  it("finds the payer: the first sponsor, else the first author, else nobody", () => {
    const payer = (signers: readonly Signer[]) => {
      const decoded = decodeWith({ signers });
      return decoded.ok ? decoded.value.payer : decoded.code;
    };
    expect(payer([signer("a", 1), signer("b", 3, sponsor)])).toBe(sponsor);
    expect(payer([signer("a", 4, sponsor), signer("b", 1)])).toBe(university);
    expect(payer([signer("a", 2), signer("b", 4)])).toBe("NO_SPONSOR");
  });

  it("takes Ed25519 and P-256 signers only", () => {
    const p256 = encodeMultikey("p256", p256PublicKey(samples.seedOf("p256")));
    expect(decodeWith({ signers: [{ did: university, multikey: p256, role: 1 }] }).ok).toBe(true);
    const x25519 = encodeMultikey("x25519", samples.bytes32("x25519"));
    const unknown = new Uint8Array(34).fill(7);
    for (const multikey of [x25519, unknown]) {
      expect(decodeWith({ signers: [{ did: university, multikey, role: 1 }] })).toMatchObject({
        code: "KEY_INADMISSIBLE",
      });
    }
  });

  it("names the field of what is malformed", () => {
    const bad: readonly (readonly [Partial<TransactionBody>, string])[] = [
      [{ signers: [] }, "signers"],
      [{ operations: [] }, "operations"],
      [{ operations: new Array(65).fill(smallBody.operations[0]) }, "operations"],
      [{ validUntil: 0 }, "validUntil"],
      [{ validUntil: limits.maxTimeMs + 1 }, "validUntil"],
      [{ nonce: new Uint8Array(15) }, "nonce"],
      [{ signers: [signer("a", 1, "did:cartorio:net:short")] }, "signers.did"],
      [{ signers: new Array(17).fill(signer("a", 1)) }, "signers"],
    ];
    for (const [change, field] of bad) expect(() => decodeWith(change)).toThrow(field);
  });

  it("refuses envelopes above 64 KiB", () => {
    expect(decodeTransaction(new Uint8Array(limits.maxEnvelopeBytes + 1), chainId)).toMatchObject({
      code: "TOO_LARGE",
    });
  });

  it("reports an envelope around a body of no form", () => {
    const envelope = encodeEnvelope({ body: Uint8Array.of(0x78, 1), signatures: [] });
    expect(decodeTransaction(envelope, chainId)).toMatchObject({ code: "NOT_CANONICAL" });
  });
});

describe("transactionCost", () => {
  it("weighs bytes, operations, signatures by algorithm and state", () => {
    const anchored = 100 + 2 * 150;
    expect(transactionCost(smallBody, 500)).toBe(500 * 3 + anchored + 2 * costs.ed25519Signature);
    const p256 = encodeMultikey("p256", p256PublicKey(samples.seedOf("p256")));
    const [first] = smallBody.signers;
    if (first === undefined) expect.unreachable();
    const body = { ...smallBody, signers: [{ ...first, multikey: p256 }] };
    expect(transactionCost(body, 500)).toBe(500 * 3 + anchored + costs.p256Signature);
  });

  it("weighs every key that execution has to check", () => {
    const costOf = (operation: Operation): number =>
      transactionCost({ ...smallBody, operations: [operation] }, 500);
    const plain = 500 * 3 + 2 * costs.ed25519Signature + 100;
    const keys = [1, 2, 3].map((byte) => new Uint8Array(34).fill(byte));
    const control = { kind: "keys", keys, threshold: 1, nextKeyHashes: [] } as const;
    const method = { format: 1, multikey: new Uint8Array(34), relationships: 1 };
    const document = { verificationMethods: [method, method], services: [], alsoKnownAs: [] };
    const target = { did: smallBody.signers[0]?.did ?? "", expectedVersion: 1, removals: [] };
    const create = { nonce: new Uint8Array(16), control, document, recovery: undefined };
    expect(costOf({ kind: "didCreate", value: create })).toBe(plain + 800 + 5 * costs.perKey);
    const update = { ...target, document };
    expect(costOf({ kind: "didUpdate", value: update })).toBe(plain + 800 + 2 * costs.perKey);
    const rotate = { ...target, control };
    expect(costOf({ kind: "didRotateKeys", value: rotate })).toBe(plain + 8192 + 3 * costs.perKey);
    const removals = keys.slice(1).map((multikey) => ({ multikey, reason: 1, since: 0 }));
    for (const operation of [
      { kind: "didUpdate", value: update },
      { kind: "didRotateKeys", value: rotate },
    ] as const) {
      const { kind, value } = operation;
      const leaving = { kind, value: { ...value, removals } } as Operation;
      expect(costOf(leaving)).toBe(costOf(operation) + 2 * costs.perRemoval);
    }
  });

  it("weighs what a candidate for the validator set has to show", () => {
    const [change, reenter] = samples.validatorOperations;
    if (change?.kind !== "validatorChange" || reenter === undefined) expect.unreachable();
    const costOf = (operation: Operation): number =>
      transactionCost({ ...smallBody, operations: [operation] }, 500);
    const written = 500 * 3 + 2 * costs.ed25519Signature + 100 + 8192;
    expect(costOf(reenter)).toBe(written);
    const [candidate] = change.value.add;
    if (candidate === undefined) expect.unreachable();
    const perCandidate = 2 * costs.perKey + 2 * costs.ed25519Signature;
    for (const count of [0, 1, 3]) {
      const add = new Array(count).fill(candidate);
      const operation = { kind: change.kind, value: { ...change.value, add } } as const;
      expect(costOf(operation)).toBe(written + count * perCandidate);
    }
  });

  it("never exceeds the maximum that genesis parameters must leave room for", () => {
    const signers = new Array(limits.maxSigners).fill(smallBody.signers[0]);
    const operations = new Array(limits.maxOperations).fill(samples.operations[0]);
    const cost = transactionCost({ ...smallBody, signers, operations }, limits.maxEnvelopeBytes);
    expect(cost).toBeLessThanOrEqual(maxTransactionCost);
    // As many candidates as one envelope has room for, each of the smallest size.
    const [change] = samples.validatorOperations;
    if (change?.kind !== "validatorChange") expect.unreachable();
    const { add } = change.value;
    const candidates = add.map((entry) => ({ ...entry, member: "x", addresses: [] }));
    const full = { ...change.value, remove: [], add: new Array(31).fill(candidates[0]) };
    const list = new Array(9).fill({ kind: "validatorChange", value: full });
    const body = { ...smallBody, signers, operations: list };
    expect(encodeTransactionBody(body).length).toBeGreaterThan(limits.maxEnvelopeBytes * 0.9);
    expect(transactionCost(body, limits.maxEnvelopeBytes)).toBeLessThanOrEqual(maxTransactionCost);
  });
});
