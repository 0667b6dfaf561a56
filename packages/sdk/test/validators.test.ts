import { ed25519PublicKey, sha256, utf8Encode } from "@cartorio/crypto";
import { decodeTransaction, type Operation, readySigningBytes } from "@cartorio/protocol";
import { expect, it } from "vitest";
import {
  buildTransaction,
  localSigner,
  signTransaction,
  validatorCandidate,
  validatorChange,
  validatorReenter,
} from "../src/index.ts";

const seedOf = (name: string): Uint8Array => sha256(utf8Encode(name));
const chainId = seedOf("chain");
const member = "did:cartorio:example:zQmZ4tDuvesekSs4qM5ZBKpXiZGun7S2CYtEZRB3DYXkjGx";
const validator = localSigner("ed25519", seedOf("validator"));
const node = localSigner("ed25519", seedOf("node"));
const incarnation = seedOf("journal").slice(0, 16);
const input = { chainId, member, validator, node, readyHeight: 7, incarnation };

async function envelopeOf(operation: Operation): Promise<Uint8Array> {
  const signer = localSigner("ed25519", seedOf("member"));
  const signers = [{ did: member, multikey: signer.multikey, role: "author" }] as const;
  const body = buildTransaction({ chainId, signers, operations: [operation], validUntil: 60_000 });
  return signTransaction(body, [signer]);
}

it("a candidate carries the signatures of both keys over its own statement", async () => {
  const messages: Uint8Array[] = [];
  const noting = {
    ...validator,
    sign: (message: Uint8Array) => {
      messages.push(message);
      return validator.sign(message);
    },
  };
  const candidate = await validatorCandidate({ ...input, validator: noting });
  const validatorKey = ed25519PublicKey(seedOf("validator"));
  const nodeKey = ed25519PublicKey(seedOf("node"));
  const statement = { chainId, member, validatorKey, nodeKey, readyHeight: 7, incarnation };
  expect(messages).toEqual([readySigningBytes(statement)]);
  expect(candidate).toEqual({
    ...{ member, validatorKey, nodeKey, readyHeight: 7, incarnation, addresses: [] },
    validatorSignature: await validator.sign(readySigningBytes(statement)),
    nodeSignature: await node.sign(readySigningBytes(statement)),
  });
});

it("a change and a re-entry are operations as the ledger decodes them", async () => {
  const add = [await validatorCandidate({ ...input, addresses: ["/ip4/10.0.0.1/tcp/4100"] })];
  const validatorKey = ed25519PublicKey(seedOf("old"));
  const operations = [
    validatorChange({ expectedEpoch: 3, remove: [validatorKey], add }),
    validatorChange({ expectedEpoch: 0, add }),
    validatorReenter({
      validatorKey,
      incarnation: seedOf("journal").slice(0, 16),
      expectedEpoch: 2,
    }),
  ];
  for (const operation of operations) {
    const decoded = decodeTransaction(await envelopeOf(operation), chainId);
    expect(decoded.ok && decoded.value.body.operations).toEqual([operation]);
  }
  const short = validatorReenter({
    validatorKey,
    incarnation: new Uint8Array(15),
    expectedEpoch: 0,
  });
  await expect(envelopeOf(short)).rejects.toThrow("incarnation");
});

it("a key of another kind, and a signer that signs something else, make no candidate", async () => {
  const p256 = localSigner("p256", seedOf("passkey"));
  for (const keys of [{ validator: p256 }, { node: p256 }]) {
    await expect(validatorCandidate({ ...input, ...keys })).rejects.toMatchObject({
      code: "KEY_INADMISSIBLE",
    });
  }
  const wrong = { multikey: node.multikey, sign: validator.sign };
  for (const keys of [{ validator: wrong }, { node: wrong }]) {
    await expect(validatorCandidate({ ...input, ...keys })).rejects.toMatchObject({
      code: "SIGNATURE_INVALID",
    });
  }
});
