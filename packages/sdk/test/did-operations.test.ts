import { sha256, utf8Encode } from "@cartorio/crypto";
import {
  decodeTransaction,
  nextKeyHash,
  type Operation,
  recoveryKeyHash,
} from "@cartorio/protocol";
import { expect, it } from "vitest";
import {
  buildTransaction,
  controllerControl,
  didRecoveryCancel,
  didRecoveryFinalise,
  didRecoveryPropose,
  didSetControllers,
  didSetRecovery,
  keyControl,
  keyRemoval,
  localSigner,
  recoveryCommitment,
  signTransaction,
} from "../src/index.ts";

const seedOf = (name: string): Uint8Array => sha256(utf8Encode(name));
const keyOf = (name: string): Uint8Array => localSigner("ed25519", seedOf(name)).multikey;
const chainId = seedOf("chain");
const did = "did:cartorio:example:zQmZ4tDuvesekSs4qM5ZBKpXiZGun7S2CYtEZRB3DYXkjGx";
const other = "did:cartorio:example:zQmchziYd9dWpem6ffDD82ba6bozynPCf4YokCutsBoYwiV";
const recovery = recoveryCommitment({ keys: [keyOf("safe")], delayMs: 86_400_000 });

async function decoded(operation: Operation): Promise<Operation | undefined> {
  const signer = localSigner("ed25519", seedOf("owner"));
  const signers = [{ did, multikey: signer.multikey, role: "author" }] as const;
  const body = buildTransaction({ chainId, signers, operations: [operation], validUntil: 60_000 });
  const read = decodeTransaction(await signTransaction(body, [signer]), chainId);
  return read.ok ? read.value.body.operations[0] : undefined;
}

it("commits to hashes of keys, those of recovery under a tag of their own", () => {
  expect(recovery).toEqual({
    keyHashes: [recoveryKeyHash(keyOf("safe"))],
    threshold: 1,
    delayMs: 86_400_000,
  });
  expect(recoveryKeyHash(keyOf("safe"))).not.toEqual(nextKeyHash(keyOf("safe")));
  expect(
    didSetRecovery({ did, expectedVersion: 1, nextKeys: [keyOf("next")] }).value,
  ).toMatchObject({ recovery: undefined, nextKeyHashes: [nextKeyHash(keyOf("next"))] });
});

const removals = [keyRemoval(keyOf("owner"), 5)];
const control = controllerControl({ controllers: [other] });
const expectedSequence = 2;
it.each([
  didSetControllers({ did, expectedVersion: 1, control, removals }),
  didSetControllers({ did, expectedVersion: 1, control }),
  didSetRecovery({ did, expectedVersion: 1, recovery, nextKeys: [keyOf("next")] }),
  didSetRecovery({ did, expectedVersion: 1 }),
  didRecoveryPropose({ did, expectedSequence, control, recovery, removals }),
  didRecoveryPropose({ did, expectedSequence, control: keyControl({ keys: [keyOf("new")] }) }),
  didRecoveryCancel({ did, expectedSequence, nextKeys: [keyOf("next")] }),
  didRecoveryCancel({ did, expectedSequence }),
  didRecoveryFinalise({ did, expectedSequence }),
])("$kind is an operation as the ledger decodes it", async (operation) => {
  expect(await decoded(operation)).toEqual(operation);
});
