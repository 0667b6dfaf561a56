import { byteKey, encodeMultikey, hexDecode } from "@cartorio/crypto";
import {
  type Document,
  decodeTransaction,
  encodeEnvelope,
  encodeTransactionBody,
  type KeyRemoval,
  limits,
  type Operation,
  signerRole,
} from "@cartorio/protocol";
import fc from "fast-check";
import { expect, it } from "vitest";
import { membersSign, nodeKeyOf, validatorKeyOf } from "./validators.ts";
import {
  createOf,
  createWorld,
  createWorldOf,
  did,
  didOfCreate,
  genesisOf,
  hashOf,
  key,
  minute,
  p256Key,
  run,
  runOne,
  signer,
  sponsored,
  type World,
  x25519Key,
} from "./world.ts";

// Whatever the wire format lets through ends in a receipt: no operation may stop a replica
// (docs/consensus.md 10). Values come from the edges of what the decoders accept.

const secp256k1 = encodeMultikey(
  "secp256k1",
  hexDecode("0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798") ??
    new Uint8Array(0),
);
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const keys = fc.oneof(
  fc.constantFrom(
    ...["alpha", "alpha/assert", "a", "b"].map(key),
    p256Key("a"),
    x25519Key("a"),
    secp256k1,
  ),
  bytes(34),
  bytes(35),
);
const dids = fc.oneof(
  { arbitrary: fc.constant(did("alpha")), weight: 4 },
  fc.constantFrom(did("alpha"), did("beta"), did("nobody"), did("alpha").replace("net", "zz")),
  fc.string({ minLength: 1, maxLength: 93 }).filter((text) => text.isWellFormed()),
);
const integers = fc.constantFrom(0, 1, 2, 3, 5, 6, 31, 32, 255, 2 ** 20, 2 ** 32 - 1);
const big = fc.oneof(integers, fc.constant(limits.maxInteger));
const texts = (maxLength: number) =>
  fc
    .oneof(
      fc.string({ maxLength, unit: "binary" }),
      fc.constantFrom("https://a.example/%41", "did:web:a", "a:b", "", "\u0000"),
    )
    .filter((text) => text.isWellFormed() && text.length <= maxLength);
const hashes = fc.array(fc.constantFrom(hashOf("a"), hashOf("b"), hashOf("c")), { maxLength: 4 });
const keyControl = fc.record({
  kind: fc.constant("keys" as const),
  keys: fc.array(keys, { maxLength: 4 }),
  threshold: integers,
  nextKeyHashes: hashes,
});
const controllerControl = fc.record({
  kind: fc.constant("controllers" as const),
  controllers: fc.array(dids, { minLength: 1, maxLength: 3 }),
  threshold: integers,
});
const control = fc.oneof(keyControl, keyControl, controllerControl);
const document: fc.Arbitrary<Document> = fc.record({
  verificationMethods: fc.array(
    fc.record({ format: fc.constantFrom(0, 1, 2, 3), multikey: keys, relationships: integers }),
    { maxLength: 4 },
  ),
  services: fc.array(
    fc.record({
      fragment: texts(64),
      types: fc.array(texts(20), { maxLength: 3 }),
      endpoints: fc.array(texts(200), { maxLength: 3 }),
    }),
    { maxLength: 2 },
  ),
  alsoKnownAs: fc.array(texts(60), { maxLength: 2 }),
});
const removals: fc.Arbitrary<KeyRemoval[]> = fc.array(
  fc.record({ multikey: keys, reason: integers, since: big }),
  { maxLength: 4 },
);
const recovery = fc.record({ keyHashes: hashes, threshold: integers, delayMs: integers });
const validatorKeys = fc.oneof(
  fc.constantFrom(validatorKeyOf("new"), nodeKeyOf("new"), new Uint8Array(32)),
  fc.constantFrom(...["alpha", "delta"].flatMap((name) => [validatorKeyOf(name), nodeKeyOf(name)])),
  bytes(32),
);
const epochs = (epoch: number) => fc.constantFrom(epoch, epoch, epoch, 0, limits.maxInteger);
const candidates = fc.record({
  member: dids,
  validatorKey: validatorKeys,
  nodeKey: validatorKeys,
  addresses: fc.array(fc.constantFrom("/ip4/10.0.0.1/tcp/1", "\u0000"), { maxLength: 2 }),
  readyHeight: big,
  validatorSignature: bytes(64),
  nodeSignature: bytes(64),
  incarnation: bytes(16),
});
const validatorOperation: fc.Arbitrary<Operation> = fc.oneof(
  fc
    .record({
      expectedEpoch: epochs(1),
      remove: fc.array(validatorKeys, { maxLength: 2 }),
      add: fc.array(candidates, { maxLength: 2 }),
    })
    .map((value) => ({ kind: "validatorChange" as const, value })),
  fc
    .record({
      validatorKey: fc.oneof(fc.constant(validatorKeyOf("delta")), validatorKeys),
      incarnation: bytes(16),
      expectedEpoch: epochs(0),
    })
    .map((value) => ({ kind: "validatorReenter" as const, value })),
);
const optionalDids = fc.oneof(fc.constant(""), dids);
/** Few, so that operations meet. */
const commitments = fc.oneof(fc.constantFrom(hashOf("a"), hashOf("b")), bytes(32));
const sequences = fc.constantFrom(0, 0, 1, 2, limits.maxInteger);
const statusChange = {
  issuer: dids,
  commitment: commitments,
  expectedSequence: sequences,
  by: optionalDids,
  accreditation: fc.constantFrom(0, 0, 1, limits.maxInteger),
};
const credentialOperation: fc.Arbitrary<Operation> = fc.oneof(
  ...(["credentialRevoke", "credentialSuspend"] as const).map((kind) =>
    fc.record({ ...statusChange, reason: integers }).map((value) => ({ kind, value })),
  ),
  fc.record(statusChange).map((value) => ({ kind: "credentialResume" as const, value })),
  fc
    .record({ issuer: dids, hash: commitments, cosigner: dids, recordHash: bytes(32) })
    .map((value) => ({ kind: "credentialCosign" as const, value })),
  fc
    .record({
      issuer: dids,
      hash: commitments,
      by: optionalDids,
      entry: bytes(32),
      code: integers,
      expectedSequence: sequences,
    })
    .map((value) => ({ kind: "credentialLog" as const, value })),
  fc
    .record({
      issuer: dids,
      expectedSequence: sequences,
      revokers: fc.array(dids, { maxLength: 2 }),
      successor: optionalDids,
      anchorRequiredSince: fc.constantFrom(0, 1, limits.maxTimeMs),
    })
    .map((value) => ({ kind: "issuerUpdate" as const, value })),
);
const operation: fc.Arbitrary<Operation> = fc.oneof(
  validatorOperation,
  fc
    .record({
      nonce: bytes(16),
      control,
      document,
      recovery: fc.oneof(fc.constant(undefined), recovery),
    })
    .map((value) => ({ kind: "didCreate" as const, value })),
  fc
    .record({ did: dids, expectedVersion: big, document, removals })
    .map((value) => ({ kind: "didUpdate" as const, value })),
  fc
    .record({ did: dids, expectedVersion: big, control, removals })
    .map((value) => ({ kind: "didRotateKeys" as const, value })),
  fc
    .record({ did: dids, expectedVersion: big, acknowledge: big })
    .map((value) => ({ kind: "didDeactivate" as const, value })),
  fc
    .record({
      issuer: dids,
      kind: fc.constantFrom(0, 1, 1, 2, 3),
      hash: commitments,
      treeSize: fc.constantFrom(0, 1, 2, 2 ** 20),
      cosigners: fc.array(dids, { maxLength: 1 }),
      accreditation: fc.constantFrom(0, 0, 0, 1, limits.maxInteger),
    })
    .map((value) => ({ kind: "credentialAnchor" as const, value })),
  credentialOperation,
);

const role = fc.constantFrom(...Object.values(signerRole));
const signers = fc.uniqueArray(
  fc.record({
    did: fc.constantFrom(did("alpha"), did("beta"), did("nobody")),
    multikey: fc.constantFrom(...["alpha", "alpha/assert", "alpha/invoke", "beta"].map(key)),
    role,
  }),
  { maxLength: 5, selector: (entry) => `${entry.did} ${byteKey(entry.multikey)}` },
);

it("every well-formed transaction ends in a receipt", () => {
  const world = createWorld();
  let applied = 0;
  fc.assert(
    fc.property(
      fc.array(operation, { minLength: 1, maxLength: 2 }),
      signers,
      bytes(16),
      fc.boolean(),
      (operations, some, nonce, isPlain) => {
        const own = ["alpha", "alpha/assert"].map((name) => signer(did("alpha"), key(name)));
        const all = isPlain ? [...own, sponsored] : [...some, sponsored];
        const unique = new Map(
          all.map((entry) => [`${entry.did} ${byteKey(entry.multikey)}`, entry]),
        );
        const body = encodeTransactionBody({
          chainId: world.chainId,
          signers: [...unique.values()],
          validUntil: world.ledger.head.header.time + minute,
          nonce,
          operations,
        });
        const signatures = [...unique].map(() => new Uint8Array(64));
        const decoded = decodeTransaction(encodeEnvelope({ body, signatures }), world.chainId);
        expect(decoded.ok).toBe(true);
        if (!decoded.ok) return;
        const [receipt] = run(world, [decoded.value]);
        expect(receipt?.name).toBeDefined();
        if (receipt?.name === "APPLIED") applied += 1;
      },
    ),
    { numRuns: 1000, seed: 4 },
  );
  expect(applied).toBeGreaterThan(5);
}, 60_000);

/** Delta alone may change the set. */
function worldOfDelta(): World {
  const genesis = genesisOf();
  const members = genesis.members.map((member) =>
    member.did === did("delta") ? { ...member, weight: 9 } : member,
  );
  return createWorldOf({ ...genesis, members });
}

it("every set change ends in a receipt, whoever may make it", () => {
  const world = worldOfDelta();
  const codes = new Set<string | undefined>();
  fc.assert(
    fc.property(validatorOperation, (only) => {
      const receipt = runOne(world, { signers: membersSign("delta"), operations: [only] });
      codes.add(receipt.name);
    }),
    { numRuns: 600, seed: 4 },
  );
  // A re-entry led to epoch 1, in which the changes were judged up to their signatures.
  expect(world.ledger.validators.epoch).toBeGreaterThan(0);
  const reached = [
    ...["APPLIED", "EPOCH_MISMATCH", "READY_HEIGHT_INVALID", "READY_SIGNATURE_INVALID"],
    ...["SET_CHANGE_PENDING", "SET_CHANGE_TOO_LARGE", "SET_SIZE_INVALID", "VALIDATOR_KEY_TAKEN"],
  ];
  expect([...codes]).toEqual(expect.arrayContaining(reached));
}, 60_000);

it("documents hold every kind of key in both formats", () => {
  const world = createWorld();
  for (const format of [1, 2]) {
    for (const multikey of [key("a"), p256Key("a"), x25519Key("a"), secp256k1]) {
      const name = `${format} ${multikey[0]}`;
      const methods = [{ format, multikey, relationships: 4 }];
      const create = createOf(name, {
        document: { verificationMethods: methods, services: [], alsoKnownAs: [] },
      });
      const signers = [signer(didOfCreate(create), key(name)), sponsored];
      const operations = [{ kind: "didCreate", value: create } as const];
      expect(runOne(world, { signers, operations }).name).toBe("APPLIED");
    }
  }
});
