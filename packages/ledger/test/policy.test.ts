// Who may write operations of a kind, by a policy that members decided (docs/ledger.md 8).
import { operationNumber, type PolicyClause, policyRole, type Signer } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { checkAdmission } from "../src/index.ts";
import { plantRoot } from "./accreditation-world.ts";
import { decide, memberAction, proposalOf, propose, voting } from "./governance.ts";
import { membersSign } from "./validators.ts";
import {
  cosigner,
  createNamed,
  createWorld,
  did,
  hashOf,
  key,
  minute,
  op,
  reopen,
  run,
  runOne,
  signer,
  sponsored,
  transaction,
  type World,
} from "./world.ts";

const anchoring = operationNumber("credentialAnchor");
const condition = { role: policyRole.member, count: 0, self: false, sponsor: false };
const members = (count: number) => ({ ...condition, count });
const self = { ...condition, self: true };
const sponsoring = { ...condition, sponsor: true };

const setPolicy = (
  world: World,
  any: readonly PolicyClause[],
  { operation = anchoring, expectedVersion = 0 } = {},
): string =>
  decide(world, { kind: "policy", value: { expectedVersion, operation, policy: { any } } });

let anchors = 0;
function anchorAs(name: string, ...others: readonly Signer[]) {
  anchors += 1;
  return {
    signers: [signer(did(name), key(`${name}/assert`)), ...others],
    operations: [op.anchor(did(name), hashOf(`policy ${anchors}`))],
  };
}
const codeOf = (world: World, name: string, ...others: readonly Signer[]) =>
  runOne(world, anchorAs(name, ...others)).name;
const cosigns = (name: string, part = "invoke"): Signer =>
  signer(did(name), key(`${name}/${part}`), cosigner);

function worldWith(...any: readonly PolicyClause[]): World {
  const world = createWorld();
  createNamed(world, "university");
  expect(setPolicy(world, any)).toBe("accepted");
  return world;
}

describe("a policy", () => {
  it("asks for members that sign, each once, with their own right key", () => {
    const world = worldWith({ all: [members(2)] });
    expect(codeOf(world, "university", sponsored)).toBe("POLICY_REFUSED");
    expect(codeOf(world, "university", sponsored, cosigns("beta"))).toBe("POLICY_REFUSED");
    expect(codeOf(world, "university", sponsored, cosigns("beta"), cosigns("beta", "assert"))).toBe(
      "POLICY_REFUSED",
    );
    const stranger = signer(did("gamma"), key("stranger"), cosigner);
    expect(codeOf(world, "university", sponsored, cosigns("beta"), stranger)).toBe(
      "POLICY_REFUSED",
    );
    const both = [cosigns("beta"), cosigns("gamma")];
    expect(codeOf(world, "university", sponsored, ...both)).toBe("APPLIED");
  });

  it("asks for the DID itself to be a member", () => {
    const world = worldWith({ all: [self] });
    expect(codeOf(world, "university", sponsored)).toBe("POLICY_REFUSED");
    expect(codeOf(world, "university", sponsored, cosigns("beta"))).toBe("POLICY_REFUSED");
    expect(codeOf(world, "beta")).toBe("APPLIED");
  });

  it("asks for a sponsor, of members too", () => {
    const world = worldWith({ all: [sponsoring] });
    expect(codeOf(world, "beta")).toBe("POLICY_REFUSED");
    expect(codeOf(world, "beta", sponsored)).toBe("APPLIED");
  });

  it("needs all conditions of one clause, and one clause of all", () => {
    const world = worldWith({ all: [self, sponsoring] }, { all: [members(3)] });
    expect(codeOf(world, "beta")).toBe("POLICY_REFUSED");
    expect(codeOf(world, "beta", sponsored)).toBe("APPLIED");
    const three = ["beta", "gamma", "delta"].map((name) => cosigns(name));
    expect(codeOf(world, "university", sponsored, ...three.slice(1))).toBe("POLICY_REFUSED");
    expect(codeOf(world, "university", sponsored, ...three)).toBe("APPLIED");
  });

  it("with a clause without conditions leaves the rule that a member pays alone", () => {
    const world = worldWith({ all: [] });
    expect(codeOf(world, "university")).toBe("SPONSOR_NOT_MEMBER");
    expect(codeOf(world, "university", sponsored)).toBe("APPLIED");
  });

  it("does not give a right that the operation itself refuses", () => {
    const world = worldWith({ all: [members(1)] });
    const parts = anchorAs("university", sponsored, cosigns("beta"));
    const signers = parts.signers.slice(1);
    expect(runOne(world, { ...parts, signers }).name).toBe("UNAUTHORISED");
  });

  it("is one of its kind only, and of its version", () => {
    const world = worldWith({ all: [members(2)] });
    const revoking = [op.revoke(did("university"), hashOf("a"))];
    const signers = [signer(did("university"), key("university/assert")), sponsored];
    expect(runOne(world, { signers, operations: revoking }).name).toBe("APPLIED");
    expect(setPolicy(world, [{ all: [] }])).toBe("POLICY_VERSION_MISMATCH");
    expect(setPolicy(world, [{ all: [] }], { expectedVersion: 1 })).toBe("accepted");
    expect(codeOf(world, "university", sponsored)).toBe("APPLIED");
  });

  it("is asked at admission, and known after a restart", () => {
    const world = worldWith({ all: [members(2)] });
    const refused = transaction(world, anchorAs("university", sponsored));
    const time = world.ledger.head.header.time + 1;
    expect(checkAdmission(world.ledger, refused, time)).toBe("POLICY_REFUSED");
    const again = reopen({ ...world, head: world.ledger.head });
    expect(again.policies).toEqual(world.ledger.policies);
    expect(checkAdmission(again, refused, time)).toBe("POLICY_REFUSED");
  });

  it("is judged before the transaction: what decides it in one may still write by the old one", () => {
    const world = createWorld();
    createNamed(world, "university");
    const policy = { any: [{ all: [members(4)] }] };
    const value = proposalOf(world, {
      kind: "policy",
      value: { expectedVersion: 0, operation: anchoring, policy },
    });
    propose(world, value, "beta");
    const gamma = signer(did("gamma"), key("gamma/invoke"));
    const own = signer(did("gamma"), key("gamma/assert"));
    const operations = [voting("gamma", value), op.anchor(did("gamma"), hashOf("last"))];
    expect(runOne(world, { signers: [gamma, own], operations }).name).toBe("APPLIED");
    expect(codeOf(world, "gamma")).toBe("POLICY_REFUSED");
    // In one block the next transaction is judged by it already.
    const second = createWorld();
    const again = proposalOf(second, {
      kind: "policy",
      value: { expectedVersion: 0, operation: anchoring, policy },
    });
    propose(second, again, "beta");
    const deciding = { signers: membersSign("gamma"), operations: [voting("gamma", again)] };
    const parts = [deciding, anchorAs("beta")];
    const envelopes = parts.map((each) => transaction(second, each));
    expect(run(second, envelopes).map(({ name }) => name)).toEqual(["APPLIED", "POLICY_REFUSED"]);
  });

  it("on accredited issuers follows their accreditation", () => {
    const world = createWorld();
    createNamed(world, "university");
    const accredited = { ...self, role: policyRole.accreditedIssuer };
    expect(setPolicy(world, [{ all: [accredited] }])).toBe("accepted");
    expect(codeOf(world, "university", sponsored)).toBe("POLICY_REFUSED");
    const scope = {
      ...{ allSchemas: true, schemas: [], allTypes: true, types: [] },
      ...{ allJurisdictions: true, jurisdictions: [] },
    };
    const root = {
      ...{ expectedVersion: 0, domain: "education", subject: did("university") },
      ...{ actions: 1, scope, depth: 0, validUntil: 0 },
    };
    expect(decide(world, { kind: "rootAdd", value: root })).toBe("accepted");
    expect(codeOf(world, "university", sponsored)).toBe("APPLIED");
    expect(codeOf(world, "beta")).toBe("POLICY_REFUSED");
  });
});

// What did not hold once: a frozen accreditor could not write itself, but its co-signature let others.
it("a policy does not count a frozen DID, until the freeze has passed", () => {
  const world = createWorld();
  const owner = createNamed(world, "ministry");
  createNamed(world, "university");
  plantRoot(world, owner);
  const accreditor = { ...members(1), role: policyRole.accreditor };
  expect(setPolicy(world, [{ all: [accreditor] }])).toBe("accepted");
  expect(codeOf(world, "university", sponsored)).toBe("POLICY_REFUSED");
  expect(codeOf(world, "university", sponsored, cosigns("ministry"))).toBe("APPLIED");
  const until = world.ledger.head.header.time + 10 * minute;
  expect(decide(world, { kind: "freeze", value: { did: owner, expectedUntil: 0, until } })).toBe(
    "accepted",
  );
  expect(codeOf(world, "university", sponsored, cosigns("ministry"))).toBe("POLICY_REFUSED");
  run(world, [], until);
  expect(codeOf(world, "university", sponsored, cosigns("ministry"))).toBe("APPLIED");
});

describe("a policy that is refused", () => {
  it.each([
    ["nobody may write", [], "POLICY_INVALID"],
    ["a role that is none", [{ all: [{ ...self, role: 4 }] }], "POLICY_INVALID"],
    ["a condition that says nothing", [{ all: [condition] }], "POLICY_INVALID"],
    ["a condition that says two things", [{ all: [{ ...self, count: 1 }] }], "POLICY_INVALID"],
    ["more signers than there can be", [{ all: [members(17)] }], "POLICY_INVALID"],
    [
      "a sponsor that is no member",
      [{ all: [{ ...sponsoring, role: policyRole.accreditor }] }],
      "POLICY_INVALID",
    ],
  ])("%s", (_, any, code) => {
    expect(setPolicy(createWorld(), any)).toBe(code);
  });

  it.each([0, 10, 70, 71, 72, 73, 74, 75, 99])(
    "of operation %i: there is none such",
    (operation) => {
      expect(setPolicy(createWorld(), [{ all: [] }], { operation })).toBe("POLICY_OPERATION");
    },
  );

  it("never keeps members from governance", () => {
    const world = createWorld();
    for (const operation of [1, 2, 3, 4, 20, 21]) {
      expect(setPolicy(world, [{ all: [members(4)] }], { operation })).toBe("accepted");
    }
    expect(decide(world, memberAction({ name: "Alpha", weight: 1 }))).toBe("accepted");
  });
});
