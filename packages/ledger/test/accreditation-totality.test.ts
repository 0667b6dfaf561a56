import {
  type AccreditationAccept,
  accreditationRecord,
  givenHeadRecord,
  limits,
  type Operation,
  type Scope,
  stateKeys,
} from "@cartorio/protocol";
import fc from "fast-check";
import { expect, it } from "vitest";
import { accreditationOp, everything, nothing, plantRoot } from "./accreditation-world.ts";
import { recordNow } from "./record-now.ts";
import { createWorld, did, hashOf, key, runOne, signer, sponsor, type World } from "./world.ts";

// Whatever the wire format lets through ends in a receipt (docs/consensus.md 10): accreditations on the
// edges of what the decoders accept, among few DIDs, so that they meet.

const names = ["alpha", "beta", "gamma", "delta"] as const;
const dids = fc.oneof(
  { arbitrary: fc.constantFrom(...names).map(did), weight: 9 },
  fc.constantFrom(did("nobody"), did("alpha").replace("net", "zz"), "x", "\u0000"),
);
const integers = fc.constantFrom(0, 1, 2, 3, 7, 8, 31, 32, 2 ** 32 - 1);
const indexes = fc.constantFrom(1, 1, 1, 2, 3, 0, limits.maxInteger);
const sequences = fc.constantFrom(0, 1, 2, 3, limits.maxInteger);
const times = fc.constantFrom(0, 0, 0, 1, 2e12, limits.maxTimeMs);
const reasons = fc.constantFrom(0, 1, 5, 6, 2 ** 32 - 1);

const texts = fc.constantFrom("", "a", "\u0000", "x".repeat(limits.maxUrlCharacters));
const types = fc.record({
  contextHash: fc.constantFrom(new Uint8Array(0), hashOf("context")),
  type: texts,
  vct: texts,
});
const scopes: fc.Arbitrary<Scope> = fc.oneof(
  fc.constantFrom(everything, everything, nothing),
  fc.record({
    ...{ allSchemas: fc.boolean(), allTypes: fc.boolean(), allJurisdictions: fc.boolean() },
    schemas: fc.array(fc.constantFrom(hashOf("a"), hashOf("b")), { maxLength: 3 }),
    types: fc.array(types, { maxLength: 3 }),
    jurisdictions: fc.array(fc.constantFrom("MO", "MO-1", "mo", "MO-*"), { maxLength: 3 }),
  }),
);
const change = { subject: dids, index: indexes, expectedSequence: sequences };
const operations: fc.Arbitrary<Operation> = fc.oneof(
  {
    arbitrary: fc
      .record({
        accreditor: dids,
        accreditation: indexes,
        subject: dids,
        expectedGiven: sequences,
        actions: fc.oneof(fc.constant(31), integers),
        scope: scopes,
        depth: fc.oneof(fc.constantFrom(3, 2, 1, 0), integers),
        ...{ validFrom: times, validUntil: times },
      })
      .map((value) => ({ kind: "accreditationOffer" as const, value })),
    weight: 3,
  },
  {
    arbitrary: fc.record(change).map((value) => ({ kind: "accreditationAccept" as const, value })),
    weight: 2,
  },
  fc
    .record({ by: dids, ...change, reason: reasons })
    .map((value) => ({ kind: "accreditationSuspend" as const, value })),
  fc
    .record({ by: dids, ...change })
    .map((value) => ({ kind: "accreditationResume" as const, value })),
  fc
    .record({
      ...{ by: dids, ...change, ended: fc.constantFrom(0, 1, 2, 3) },
      ...{ untrustedSince: times, reason: reasons },
    })
    .map((value) => ({ kind: "accreditationEnd" as const, value })),
);

/** The sequence that the state has, so that operations come to meet; some stay as they were drawn. */
function inSequence(world: World, operation: Operation): Operation {
  if (operation.kind === "accreditationOffer") {
    const { value } = operation;
    const bytes = recordNow(world, stateKeys.givenHead(value.accreditor));
    const head = bytes && givenHeadRecord.decode(bytes);
    return { ...operation, value: { ...value, expectedGiven: head?.ok ? head.value.count : 0 } };
  }
  if (!operation.kind.startsWith("accreditation")) return operation;
  const { subject, index } = operation.value as AccreditationAccept;
  const bytes = recordNow(world, stateKeys.accreditation(subject, index));
  const record = bytes && accreditationRecord.decode(bytes);
  const expectedSequence = record?.ok ? record.value.sequence : 0;
  return { ...operation, value: { ...operation.value, expectedSequence } } as Operation;
}

it("every operation on accreditations ends in a receipt", () => {
  const world = createWorld();
  plantRoot(world, did("alpha"));
  plantRoot(world, did("gamma"), { expectedVersion: 1 });
  const authors = ["alpha", "beta", "gamma"].map((name) =>
    signer(did(name), key(`${name}/invoke`)),
  );
  const signers = [...authors, signer(did("delta"), key("delta/invoke"), sponsor)];
  const codes = new Set<string | undefined>();
  fc.assert(
    fc.property(fc.array(operations, { minLength: 1, maxLength: 2 }), fc.nat(9), (some, lot) => {
      const drawn = lot === 0 ? some : some.map((operation) => inSequence(world, operation));
      const receipt = runOne(world, { signers, operations: drawn });
      expect(receipt.name).toBeDefined();
      codes.add(receipt.name);
    }),
    { numRuns: 2000, seed: 6 },
  );
  const reached = [
    ...["APPLIED", "SEQUENCE_MISMATCH", "ACCREDITATION_CYCLE", "ACCREDITATION_DEPTH"],
    ...["ACCREDITATION_NOT_FOUND", "ACCREDITATION_INVALID", "SCOPE_INVALID", "UNAUTHORISED"],
    ...["ACCREDITATION_SUBJECT_INVALID", "ACCREDITATION_NOT_ACCEPTED"],
  ];
  expect([...codes]).toEqual(expect.arrayContaining(reached));
}, 60_000);

it("the largest scope that a transaction carries fits into a record, with all that may come to it", () => {
  const world = createWorld();
  plantRoot(world, did("alpha"));
  const vct = "é".repeat(limits.maxUrlCharacters);
  const scopeOf = (count: number): Scope => ({
    ...nothing,
    types: Array.from({ length: count }, (_, index) => ({
      ...{ contextHash: new Uint8Array(0), type: "" },
      vct: `${index}${vct}`.slice(0, limits.maxUrlCharacters),
    })),
  });
  const offer = (count: number) =>
    accreditationOp.offer(did("alpha"), did("beta"), { scope: scopeOf(count) });
  const signers = [signer(did("alpha"), key("alpha/invoke"))];
  expect(() => runOne(world, { signers, operations: [offer(8)] })).toThrow("invalid scope");
  expect(runOne(world, { signers, operations: [offer(7)] }).name).toBe("APPLIED");
});
