// Random sequences of operations on control and recovery, by signers who hold nearly every key.
import { byteKey } from "@cartorio/crypto";
import {
  type Control,
  type Document,
  didDocumentRecord,
  didVersionRecord,
  documentHash,
  type ErrorCode,
  limits,
  nextKeyHash,
  type Operation,
  type Signer,
  stateKeys,
  versionHash,
} from "@cartorio/protocol";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readRecords } from "../src/index.ts";
import { compromised, controllers, day, headOf, recoveryOf } from "./did-operations.ts";
import {
  control,
  controller,
  createNamed,
  createWorld,
  did,
  documentWith,
  fork,
  genesisTime,
  key,
  method,
  retired,
  run,
  signer,
  sponsored,
  transaction,
  type World,
} from "./world.ts";

const recovery = recoveryOf(["safe"], { delayMs: 1_000_000 });
const next = (...names: string[]) => names.map((name) => nextKeyHash(key(name)));
const base = createWorld();
const wards = ["one", "two", "three"].map((name) =>
  createNamed(base, name, {
    control: control([name], name === "two" ? { nextKeyHashes: next("n1") } : {}),
    document: documentWith(method(key(name), 2)),
    recovery: name === "three" ? undefined : recovery,
  }),
);

const names = ["one", "two", "three", "n1", "n2", "safe", "safe 2", "k1", "k2"];
const owners = fc.constantFrom(...wards);
const someKeys = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 2 });
const hashes = fc.constantFrom<Uint8Array[][]>([], [], next("n1"), next("n2"), next("n2", "k1"));
const anyControl: fc.Arbitrary<Control> = fc.oneof(
  fc
    .record({ made: someKeys, nextKeyHashes: hashes })
    .map(({ made, nextKeyHashes }) => control(made, { nextKeyHashes })),
  fc
    .uniqueArray(fc.constantFrom(...wards, did("beta"), did("nobody")), {
      minLength: 1,
      maxLength: 2,
    })
    .map((dids) => controllers(dids)),
);
const anyRecovery = fc.constantFrom(
  undefined,
  recovery,
  recoveryOf(["safe 2"]),
  recoveryOf(["k1"]),
);
const anyDocument: fc.Arbitrary<Document> = someKeys.map((made) =>
  documentWith(...made.map((name) => method(key(name), 2))),
);
const sequence = fc.constantFrom(0, 1, 2, 3);
const version = fc.constantFrom(0, 1, 2, 3, 4, limits.maxInteger);
type Plan = (head: ReturnType<typeof headOf>) => Operation;

/** What the DID holds now is named right three times in four, or nothing would ever happen. */
const plans: fc.Arbitrary<{ owner: string; plan: Plan; named: number }> = fc
  .record({
    owner: owners,
    control: anyControl,
    recovery: anyRecovery,
    document: anyDocument,
    nextKeyHashes: hashes,
    wrong: fc.record({ sequence, version, is: fc.nat(3) }),
    kind: fc.constantFrom(
      ...(["didUpdate", "didDeactivate", "didRotateKeys", "didSetControllers"] as const),
      ...(["didRotateKeys", "didSetControllers", "didSetRecovery", "didRecoveryPropose"] as const),
      ...(["didRecoveryPropose", "didRecoveryCancel", "didRecoveryFinalise"] as const),
    ),
    named: fc.nat(3),
    since: fc.constantFrom(0, 0, genesisTime, 4e12),
  })
  .map(({ owner, kind, wrong, named, since, ...made }) => ({
    owner,
    named,
    plan: (head) => {
      const isWrong = wrong.is === 0;
      const expectedVersion = isWrong ? wrong.version : head.latestVersion;
      const expectedSequence = isWrong ? wrong.sequence : head.recoverySequence;
      const before = head.control.kind === "keys" ? head.control.keys : [];
      const after = made.control.kind === "keys" ? made.control.keys.map(byteKey) : [];
      const gone = before.filter((item) => !after.includes(byteKey(item)));
      const removals = gone.map((item) => (since === 0 ? retired(item) : compromised(item, since)));
      const value = {
        did: owner,
        expectedVersion,
        expectedSequence,
        removals,
        acknowledge: 0,
        ...made,
      };
      return { kind, value } as Operation;
    },
  }));

const everybody: readonly Signer[] = [
  ...wards.flatMap((owner, index) => {
    const own =
      [
        ["one", "k1", "k2"],
        ["two", "n1", "n2"],
        ["three", "k1", "k2"],
      ][index] ?? [];
    return [...own, "safe"].map((name) => signer(owner, key(name), controller));
  }),
  signer(did("beta"), key("beta"), controller),
];

/** Version n names its document and version n-1, up to the head's latest. */
function expectWhole(world: World, owner: string): void {
  const head = headOf(world, owner);
  const at = { stateRootHeight: world.ledger.head.height };
  let previous = new Uint8Array(0);
  for (let number = 1; number <= head.latestVersion; number += 1) {
    const keys = [stateKeys.didVersion(owner, number), stateKeys.didDocument(owner, number)];
    const [record, body] = readRecords(world.ledger, keys, at);
    const decoded = record && didVersionRecord.decode(record);
    if (record === undefined || body === undefined || !decoded?.ok) throw new Error("a gap");
    expect(didDocumentRecord.decode(body).ok).toBe(true);
    expect(decoded.value.documentHash).toEqual(documentHash(body));
    expect(decoded.value.previousHash).toEqual(previous);
    if (number === head.latestVersion) expect(decoded.value.control).toEqual(head.control);
    previous = new Uint8Array(versionHash(record));
  }
}

/** Dependants are as many as control states name the DID, of those that are not deactivated. */
function expectCounts(world: World): void {
  for (const owner of [...wards, did("beta")]) {
    const dependants = wards.filter((ward) => {
      const head = headOf(world, ward);
      return (
        head.status === 1 &&
        head.control.kind === "controllers" &&
        head.control.controllers.includes(owner)
      );
    });
    expect(headOf(world, owner).dependants).toBe(dependants.length);
  }
}

it("every sequence ends in receipts, with whole histories and right counts", () => {
  const codes = new Map<ErrorCode | undefined, number>();
  fc.assert(
    fc.property(
      fc.array(fc.record({ step: plans, wait: fc.constantFrom(1000, 1000, 1000, day) }), {
        minLength: 8,
        maxLength: 12,
      }),
      (steps) => {
        const world = fork(base);
        for (const { step, wait } of steps) {
          const time = world.ledger.head.header.time + wait;
          const operations = [step.plan(headOf(world, step.owner))];
          const signers = everybody.slice(step.named === 0 ? 7 : 0);
          const parts = { signers: [...signers, sponsored], operations, validUntil: time };
          const [receipt] = run(world, [transaction(world, parts)], time);
          expect(receipt).toBeDefined();
          codes.set(receipt?.name, (codes.get(receipt?.name) ?? 0) + 1);
        }
        for (const owner of wards) expectWhole(world, owner);
        expectCounts(world);
      },
    ),
    { numRuns: 400, seed: 7 },
  );
  const reached: ErrorCode[] = [
    ...(["APPLIED", "UNAUTHORISED", "VERSION_MISMATCH", "SEQUENCE_MISMATCH"] as const),
    ...(["RECOVERY_PENDING", "RECOVERY_NOT_PENDING", "RECOVERY_TOO_EARLY"] as const),
    ...(["RECOVERY_NOT_FRESH", "RECOVERY_NOT_COMMITTED", "CONTROLLER_INVALID"] as const),
    ...(["PRE_ROTATION_MISMATCH", "KEY_REMOVAL_INVALID"] as const),
    ...(["CONTROL_INVALID", "DID_DEACTIVATED", "DEPENDANTS_NOT_ACKNOWLEDGED"] as const),
  ];
  expect([...codes.keys()]).toEqual(expect.arrayContaining(reached));
  expect(codes.get("APPLIED")).toBeGreaterThan(200);
}, 60_000);
