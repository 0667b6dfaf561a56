// Whatever the wire format lets through ends in a receipt, and a vote that is applied leaves a state that a
// restart reads alike (docs/consensus.md 10, docs/ledger.md 8).
import {
  type GovernanceAction,
  type GovernancePropose,
  governanceProposalHash,
  limits,
  type Operation,
  policyRole,
} from "@cartorio/protocol";
import fc from "fast-check";
import { expect, it } from "vitest";
import { outcomeOf, proposing } from "./governance.ts";
import { candidate, membersSign, runTo, validatorKeyOf } from "./validators.ts";
import {
  createNamed,
  createWorld,
  did,
  fork,
  hashOf,
  memberNames,
  nonceOf,
  reopen,
  runOne,
  type World,
} from "./world.ts";

const base = createWorld();
const named = createNamed(base, "university");
createNamed(base, "echo");
const start = base.ledger.head.header.time;
const dids = fc.constantFrom(named, did("echo"), did("alpha"), did("beta"), did("nobody"), "x");
const small = fc.constantFrom(0, 0, 1, 1, 2, 3, 31, limits.maxInteger);
const versions = fc.constantFrom(0, 0, 0, 1, 2, limits.maxInteger);
const times = fc.constantFrom(0, 1, start, start + 86_400_000, limits.maxTimeMs);
const uint32 = fc.constantFrom(0, 1, 1, 2, 3, 4, 100, 2 ** 32 - 1);
const texts = fc.constantFrom("", "Name", "\u0000", "a".repeat(limits.maxNameCharacters));
const domains = fc.constantFrom("education", "Education", "a b", "\u0000");
const keys = fc.constantFrom(...memberNames.map(validatorKeyOf), new Uint8Array(32));
const scope = fc.record({
  allSchemas: fc.boolean(),
  schemas: fc.constant([]),
  allTypes: fc.boolean(),
  types: fc.constant([]),
  allJurisdictions: fc.boolean(),
  jurisdictions: fc.constantFrom([], ["MO"], ["?"]),
});
const condition = fc.record({
  role: fc.constantFrom(...Object.values(policyRole), 0, 9),
  count: fc.constantFrom(0, 0, 1, 2, 17),
  self: fc.boolean(),
  sponsor: fc.boolean(),
});
const policy = fc.record({
  any: fc.array(fc.record({ all: fc.array(condition, { maxLength: 2 }) }), { maxLength: 2 }),
});
const parameters = fc.record({
  ...Object.fromEntries(
    Object.entries(base.ledger.parameters).map(([name, value]) => [name, fc.constant(value)]),
  ),
  protocolVersion: fc.constantFrom(0, 1, 2, 2 ** 32 - 1),
  maxBlockTransactions: fc.constantFrom(1, 7, 1024),
  maxBlockCost: fc.constantFrom(0, 4_000_000, limits.maxInteger),
}) as fc.Arbitrary<typeof base.ledger.parameters>;

const actions: fc.Arbitrary<GovernanceAction> = fc.oneof(
  fc
    .record({
      ...{ expectedVersion: versions, did: dids, name: texts, weight: uint32 },
      replaces: fc.constantFrom("", "", did("beta"), did("nobody")),
    })
    .map((value) => ({ kind: "member" as const, value })),
  fc
    .record({
      expectedEpoch: versions,
      remove: fc.array(keys, { maxLength: 2 }),
      add: fc.constantFrom([], [candidate(base, "foxtrot")]),
    })
    .map((value) => ({ kind: "validators" as const, value })),
  fc
    .record({ expectedVersion: fc.constantFrom(0, 1, 1, 2), expectedEpoch: versions, parameters })
    .map((value) => ({ kind: "parameters" as const, value })),
  fc
    .record({ expectedVersion: versions, operation: fc.constantFrom(1, 20, 40, 72, 99), policy })
    .map((value) => ({ kind: "policy" as const, value })),
  fc
    .record({
      ...{ expectedVersion: versions, domain: domains, subject: dids, actions: uint32, scope },
      ...{ depth: fc.constantFrom(0, 0, 1, 2 ** 32 - 1), validUntil: times },
    })
    .map((value) => ({ kind: "rootAdd" as const, value })),
  fc
    .record({
      ...{ expectedVersion: versions, domain: domains, root: small, ended: uint32 },
      untrustedSince: times,
    })
    .map((value) => ({ kind: "rootEnd" as const, value })),
  fc
    .record({ did: dids, expectedUntil: times, until: times })
    .map((value) => ({ kind: "freeze" as const, value })),
  fc
    .record({
      ...{ did: fc.oneof(dids, fc.constant("")), version: small, reason: uint32 },
      schema: fc.constantFrom(new Uint8Array(0), new Uint8Array(0), hashOf("schema")),
    })
    .map((value) => ({ kind: "redact" as const, value })),
);

interface Step {
  readonly action: GovernanceAction;
  readonly cosigners: readonly string[];
  readonly votes: readonly { readonly voter: string; readonly approve: boolean }[];
  readonly wait: number;
}
const steps: fc.Arbitrary<Step> = fc.record({
  action: actions,
  cosigners: fc.subarray(["beta", "gamma", "delta"]),
  votes: fc.array(
    fc.record({ voter: fc.constantFrom(...memberNames, "university"), approve: fc.boolean() }),
    { maxLength: 3 },
  ),
  wait: fc.constantFrom(0, 0, 0, limits.window + 1),
});

function play(world: World, step: Step, codes: Set<string>): void {
  const value: GovernancePropose = {
    proposer: did("alpha"),
    nonce: nonceOf(`step ${world.ledger.head.height}`),
    expires: world.ledger.head.header.time + 3_600_000,
    action: step.action,
  };
  const signers = membersSign("alpha", ...step.cosigners);
  const proposed = runOne(world, { signers, operations: [proposing(value)] }).name ?? "none";
  codes.add(proposed);
  if (proposed === "APPLIED") codes.add(outcomeOf(world, value));
  for (const { voter, approve } of step.votes) {
    const proposal = governanceProposalHash(value);
    const operation: Operation = {
      kind: "governanceVote",
      value: { voter: did(voter), proposal, approve },
    };
    const parts = { signers: membersSign("alpha", voter), operations: [operation] };
    if (voter !== "alpha") codes.add(runOne(world, parts).name ?? "none");
  }
  runTo(world, world.ledger.head.height + step.wait);
}

it("every sequence of proposals and votes ends in receipts, and reads alike after a restart", () => {
  const codes = new Set<string>();
  fc.assert(
    fc.property(fc.array(steps, { minLength: 3, maxLength: 6 }), (sequence) => {
      const world = fork(base);
      for (const step of sequence) play(world, step, codes);
      const again = reopen({ ...world, head: world.ledger.head });
      expect(again.members).toEqual(world.ledger.members);
      expect(again.parameterVersions).toEqual(world.ledger.parameterVersions);
      expect(again.policies).toEqual(world.ledger.policies);
      expect(again.validators).toEqual(world.ledger.validators);
      let total = 0;
      for (const { weight } of world.ledger.members.values()) total += weight;
      for (const { weight } of world.ledger.members.values())
        expect(weight * 3).toBeLessThan(total);
    }),
    { numRuns: 250, seed: 8 },
  );
  const reached = [
    ...["APPLIED", "open", "accepted", "MEMBERS_VERSION_MISMATCH", "MEMBER_INVALID"],
    ...["MEMBER_WEIGHT_INVALID", "DID_NOT_FOUND", "EPOCH_MISMATCH", "SET_CHANGE_INVALID"],
    ...["PARAMETERS_INVALID", "PARAMETERS_VERSION_MISMATCH", "UPGRADE_NOT_ANNOUNCED"],
    ...["POLICY_INVALID", "POLICY_OPERATION", "POLICY_VERSION_MISMATCH", "ROOTS_VERSION_MISMATCH"],
    ...["FREEZE_INVALID", "FREEZE_MISMATCH", "FREEZE_MEMBER", "REDACT_INVALID"],
    ...["MEMBER_NOT_FOUND", "ALREADY_VOTED", "PROPOSAL_CLOSED", "PROPOSAL_NOT_FOUND"],
  ];
  expect([...codes]).toEqual(expect.arrayContaining(reached));
}, 120_000);
