import { utf8Encode } from "@cartorio/crypto";
import { limits, type Operation } from "@cartorio/protocol";
import fc from "fast-check";
import { expect, it } from "vitest";
import { schemaBody, schemaDigest } from "./registry-operations.ts";
import { createWorld, did, genesisTime, key, runOne, signer } from "./world.ts";

// As totality.test.ts, for schemas, status lists and exchange receipts: one operation at a time, signed
// with every key of two members, so that the rules behind the signatures are reached.

const dids = fc.oneof(
  { arbitrary: fc.constantFrom(did("alpha"), did("beta")), weight: 6 },
  fc.constantFrom(did("nobody"), did("alpha").replace("net", "zz"), "did:x", "\u0000"),
);
const sequences = fc.constantFrom(0, 0, 1, 2, limits.maxInteger);
const digests = fc.constantFrom(...["a", "b", "c"].map(schemaDigest));

const schemaOperation: fc.Arbitrary<Operation> = fc.oneof(
  fc
    .record({
      owner: dids,
      body: fc.oneof(
        fc.constantFrom(...["a", "b", "d", "e"].map(schemaBody)),
        fc.json().map(utf8Encode),
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
      ),
      supersedes: fc.oneof(fc.constant(new Uint8Array(0)), digests),
    })
    .map((value) => ({ kind: "schemaRegister" as const, value })),
  fc
    .record({ owner: dids, digest: digests, expectedSequence: sequences })
    .map((value) => ({ kind: "schemaDeprecate" as const, value })),
);

const bits = fc.oneof(
  fc.constantFrom(0, 1, 2047, 2048, 131_071, 131_072),
  fc.constant(limits.maxInteger),
);
const statusListOperation: fc.Arbitrary<Operation> = fc.oneof(
  fc
    .record({
      owner: dids,
      expectedCount: sequences,
      publisher: fc.oneof(dids, fc.constant(did("gamma"))),
      purpose: fc.constantFrom(1, 1, 2, 2, 0, 3),
      length: fc.constantFrom(131_072, 131_072, 0, 131_073, 2 ** 20, limits.maxInteger),
    })
    .map((value) => ({ kind: "statusListCreate" as const, value })),
  fc
    .record({
      owner: dids,
      by: fc.oneof(fc.constant(""), fc.constant(""), dids),
      list: fc.constantFrom(1, 1, 2, 0, limits.maxInteger),
      expectedSequence: sequences,
      changes: fc
        .array(fc.record({ index: bits, value: fc.boolean() }), { maxLength: 3 })
        .map((some) => some.toSorted((left, right) => left.index - right.index)),
    })
    .map((value) => ({ kind: "statusListUpdate" as const, value })),
);
const times = fc.constantFrom(0, 1, 5, 9, genesisTime, limits.maxTimeMs);
const exchangeOperation: fc.Arbitrary<Operation> = fc
  .record({
    party: dids,
    expectedSequence: sequences,
    root: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    from: times,
    to: times,
  })
  .map((value) => ({ kind: "exchangeReceipts" as const, value }));

const signers = ["alpha", "beta"].flatMap((name) =>
  ["assert", "invoke"].map((part) => signer(did(name), key(`${name}/${part}`))),
);
// Beta signs too, which takes a sponsor: gamma.
const all = [...signers, signer(did("gamma"), key("gamma/invoke"), 3)];

/** The codes that so many operations of a kind end with. */
function codesOf(operation: fc.Arbitrary<Operation>, numRuns: number): Set<string | undefined> {
  const world = createWorld();
  const codes = new Set<string | undefined>();
  fc.assert(
    fc.property(operation, (only) => {
      const { name } = runOne(world, { signers: all, operations: [only] });
      expect(name).toBeDefined();
      codes.add(name);
    }),
    { numRuns, seed: 4 },
  );
  return codes;
}

it("every operation on schemas ends in a receipt", () => {
  const reached = [
    ...["APPLIED", "SCHEMA_EXISTS", "SCHEMA_INVALID", "SCHEMA_NOT_CANONICAL", "SCHEMA_NOT_FOUND"],
    ...["SCHEMA_SUPERSEDED", "SCHEMA_DEPRECATED", "SEQUENCE_MISMATCH", "UNAUTHORISED"],
    ...["DID_NOT_FOUND", "DID_MALFORMED", "DID_WRONG_NETWORK"],
  ];
  expect([...codesOf(schemaOperation, 400)]).toEqual(expect.arrayContaining(reached));
}, 60_000);

it("every operation on status lists ends in a receipt", () => {
  const reached = [
    ...["APPLIED", "STATUS_LIST_NOT_FOUND", "STATUS_LIST_INVALID", "STATUS_PUBLISHER_INVALID"],
    ...["STATUS_CHANGES_INVALID", "STATUS_BIT_FINAL", "SEQUENCE_MISMATCH", "UNAUTHORISED"],
    ...["DID_NOT_FOUND", "DID_MALFORMED", "DID_WRONG_NETWORK"],
  ];
  expect([...codesOf(statusListOperation, 600)]).toEqual(expect.arrayContaining(reached));
}, 60_000);

it("every batch of exchange receipts ends in a receipt", () => {
  const reached = ["APPLIED", "EXCHANGE_PERIOD_INVALID", "SEQUENCE_MISMATCH", "DID_NOT_FOUND"];
  expect([...codesOf(exchangeOperation, 400)]).toEqual(expect.arrayContaining(reached));
}, 60_000);
