// docs/ledger.md 2: operations are judged against the state before the transaction. What one operation
// grants, the next one of its transaction cannot use; one that the block executes later can.
import { type Operation, operationNumber, policyRole, type Signer } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { accreditationOp, everything, plantRoot } from "./accreditation-world.ts";
import { decide, memberAction, proposalOf, proposing, voting } from "./governance.ts";
import { anchorHash } from "./record-now.ts";
import { schemaDigest, schemaOp } from "./registry-operations.ts";
import { membersSign } from "./validators.ts";
import {
  author,
  cosigner,
  createNamed,
  createOf,
  createWorld,
  credentialOp,
  did,
  hashOf,
  key,
  method,
  minute,
  op,
  run,
  runOne,
  signer,
  sponsored,
  transaction,
  type World,
} from "./world.ts";

const [university, hospital, revoker] = [did("university"), did("hospital"), did("revoker")];
const commitment = hashOf("credential");
const sign = (name: string, part: string): Signer => signer(did(name), key(`${name}/${part}`));
const council = (): Signer[] =>
  membersSign("beta", "gamma", "delta").map((one) => ({ ...one, role: cosigner }));

interface Case {
  /** Grants something. */
  readonly first: Operation;
  readonly signers: readonly Signer[];
  /** Uses it. */
  readonly second: Operation;
  readonly users: readonly Signer[];
}

function setUp(): World {
  const world = createWorld();
  for (const name of ["university", "hospital", "revoker"]) createNamed(world, name);
  return world;
}

/** What three members decide at once. */
function decided(
  world: World,
  action: Parameters<typeof proposalOf>[1],
): Pick<Case, "first" | "signers"> {
  const value = proposalOf(world, action, { proposer: did("beta") });
  return { first: proposing(value), signers: council() };
}

function withMethod(name: string, next: string): Operation {
  const { document } = createOf(name);
  const added = method(key(next), 2);
  const verificationMethods = [...document.verificationMethods, added];
  return op.update(did(name), 1, { ...document, verificationMethods });
}

const cases: readonly (readonly [string, string, (world: World) => Case])[] = [
  [
    "a key that comes into the document",
    "UNAUTHORISED",
    () => ({
      first: withMethod("university", "new key"),
      signers: [signer(university, key("university"))],
      second: op.anchor(university, commitment),
      users: [signer(university, key("new key"))],
    }),
  ],
  [
    "a revoker that the issuer registers",
    "UNAUTHORISED",
    () => ({
      first: credentialOp.profile(university, { revokers: [revoker] }),
      signers: [sign("university", "invoke")],
      second: op.revoke(university, commitment, 0, { by: revoker }),
      users: [sign("revoker", "assert")],
    }),
  ],
  [
    "a successor that the owner of a schema names",
    "UNAUTHORISED",
    (world) => {
      const registering = { signers: [sign("university", "invoke"), sponsored] };
      runOne(world, { ...registering, operations: [schemaOp.register(university, "old")] });
      return {
        first: credentialOp.profile(university, { successor: hospital }),
        signers: [sign("university", "invoke")],
        second: schemaOp.register(hospital, "new", schemaDigest("old")),
        users: [sign("hospital", "invoke")],
      };
    },
  ],
  [
    "a root of accreditation",
    "ACCREDITATION_NOT_FOUND",
    (world) => ({
      ...decided(world, {
        kind: "rootAdd",
        value: {
          ...{ expectedVersion: 0, domain: "education", subject: university, actions: 31 },
          ...{ scope: everything, depth: 3, validUntil: 0 },
        },
      }),
      second: accreditationOp.offer(university, hospital),
      users: [sign("university", "invoke")],
    }),
  ],
  [
    "an accreditation that is accepted",
    "ACCREDITATION_NOT_ACCEPTED",
    (world) => {
      plantRoot(world, university);
      const operations = [accreditationOp.offer(university, hospital)];
      runOne(world, { signers: [sign("university", "invoke"), sponsored], operations });
      const value = { issuer: hospital, kind: 1, hash: commitment, treeSize: 0, cosigners: [] };
      return {
        first: accreditationOp.accept(hospital),
        signers: [sign("hospital", "invoke")],
        second: { kind: "credentialAnchor", value: { ...value, accreditation: 1 } },
        users: [sign("hospital", "assert")],
      };
    },
  ],
  [
    "a member that joins",
    "MEMBER_NOT_FOUND",
    (world) => {
      const open = proposalOf(world, memberAction({ did: did("beta"), name: "Beta", weight: 1 }));
      runOne(world, { signers: membersSign("alpha"), operations: [proposing(open)] });
      const root = {
        ...{ expectedVersion: 0, domain: "education", subject: hospital, actions: 31 },
        ...{ scope: everything, depth: 3, validUntil: 0 },
      };
      const other = proposalOf(world, { kind: "rootAdd", value: root });
      runOne(world, { signers: membersSign("alpha"), operations: [proposing(other)] });
      const joins = memberAction({ did: university, name: "University", weight: 1 });
      return {
        ...decided(world, joins),
        second: voting("university", other),
        users: [sign("university", "invoke")],
      };
    },
  ],
  [
    "the end of a freeze",
    "DID_FROZEN",
    (world) => {
      const until = world.ledger.head.header.time + 10 * minute;
      decide(world, { kind: "freeze", value: { did: university, expectedUntil: 0, until } });
      const value = { did: university, expectedUntil: until, until: 0 };
      return {
        ...decided(world, { kind: "freeze", value }),
        second: op.anchor(university, commitment),
        users: [sign("university", "assert")],
      };
    },
  ],
  [
    "a write policy that lets more write",
    "POLICY_REFUSED",
    (world) => {
      const operation = operationNumber("credentialAnchor");
      const self = { role: policyRole.member, count: 0, self: true, sponsor: false };
      const value = { expectedVersion: 0, operation, policy: { any: [{ all: [self] }] } };
      decide(world, { kind: "policy", value });
      const policy = { any: [{ all: [] }] };
      return {
        ...decided(world, { kind: "policy", value: { ...value, expectedVersion: 1, policy } }),
        second: op.anchor(university, commitment),
        users: [sign("university", "assert")],
      };
    },
  ],
  [
    "an anchor that names a co-signer",
    "ANCHOR_NOT_FOUND",
    (world) => {
      const first = credentialOp.anchorFor(university, commitment, [hospital]);
      const recordHash = anchorHash(world, university, commitment);
      return {
        ...{ first, signers: [sign("university", "assert")] },
        second: credentialOp.cosign(university, commitment, { cosigner: hospital, recordHash }),
        users: [sign("hospital", "assert")],
      };
    },
  ],
];

describe("what an operation grants", () => {
  it.each(cases)("%s is of no use in the same transaction: %s", (_what, code, make) => {
    const world = setUp();
    const { first, second, signers, users } = make(world);
    const all = [...signers, ...users, sponsored];
    const receipt = runOne(world, { signers: all, operations: [first, second] });
    expect(receipt).toMatchObject({ name: code, operationIndex: 1 });
    // Nothing of it stays: the first one alone is still to be done.
    const alone = runOne(world, { signers: [...signers, sponsored], operations: [first] });
    expect(alone.name).toBe("APPLIED");
  });

  // A co-signer signs over a record that holds the height of its anchor: the next block at the earliest.
  const others = cases.filter(([, code]) => code !== "ANCHOR_NOT_FOUND");
  it.each(others)("%s is of use to the next transaction of the block", (_what, _code, make) => {
    const world = setUp();
    const { first, second, signers, users } = make(world);
    const parts = [
      { signers: [...signers, sponsored], operations: [first] },
      { signers: [...users, sponsored], operations: [second] },
    ];
    const receipts = run(
      world,
      parts.map((part) => transaction(world, part)),
    );
    expect(receipts.map(({ name }) => name)).toEqual(["APPLIED", "APPLIED"]);
  });
});

it("what an operation takes is gone for the next one of its transaction", () => {
  const world = setUp();
  const until = world.ledger.head.header.time + 10 * minute;
  const frozen = decided(world, {
    kind: "freeze",
    value: { did: university, expectedUntil: 0, until },
  });
  const anchoring = op.anchor(university, commitment);
  const use = sign("university", "assert");
  const codes = [
    runOne(world, {
      signers: [signer(university, key("university"), author), use, sponsored],
      operations: [op.deactivate(university, 1), anchoring],
    }),
    runOne(world, {
      signers: [...frozen.signers, use, sponsored],
      operations: [frozen.first, anchoring],
    }),
  ];
  expect(codes.map(({ name }) => name)).toEqual(["DID_DEACTIVATED", "DID_FROZEN"]);
});
