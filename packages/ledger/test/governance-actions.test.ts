// What a decided proposal does, and what it must not (docs/ledger.md 8).
import {
  didDocumentRecord,
  didVersionRecord,
  documentHash,
  type GovernanceAction,
  limits,
  memberRecord,
  membersHeadRecord,
  parametersRecord,
  stateKeys,
} from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { parametersAt } from "../src/index.ts";
import {
  decide,
  memberAction,
  outcomeOf,
  parametersAction,
  proposalOf,
  propose,
  recordAt,
  vote,
  voting,
} from "./governance.ts";
import { activationDelay, candidate, membersSign, runTo, validatorKeyOf } from "./validators.ts";
import {
  createNamed,
  createWorld,
  createWorldOf,
  did,
  genesisOf,
  hashOf,
  key,
  op,
  reopen,
  run,
  runOne,
  signer,
  sponsor,
  sponsored,
  transaction,
  type World,
} from "./world.ts";

const day = limits.dayMs;
const now = (world: World): number => world.ledger.head.header.time;

function value<T>(decoded: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!decoded.ok) throw new Error("a record does not decode");
  return decoded.value;
}

/** A reopened ledger knows the same members, parameters and policies. */
function expectSameAfterRestart(world: World): void {
  const again = reopen({ ...world, head: world.ledger.head });
  expect(again.members).toEqual(world.ledger.members);
  expect(again.parameters).toEqual(world.ledger.parameters);
  expect(again.parameterVersions).toEqual(world.ledger.parameterVersions);
  expect(again.policies).toEqual(world.ledger.policies);
  expect(again.validators).toEqual(world.ledger.validators);
}

function weighted(...weights: readonly number[]): World {
  const genesis = genesisOf();
  const members = genesis.members.map((member, index) => ({
    ...member,
    weight: weights[index] ?? 1,
  }));
  return createWorldOf({ ...genesis, members });
}

const membersVersion = (world: World) =>
  value(membersHeadRecord.decode(recordAt(world, stateKeys.membersHead())));

describe("members", () => {
  it("one joins: it votes, sponsors and pays from then on, in the same block too", () => {
    const world = createWorld();
    const echo = createNamed(world, "echo");
    const joins = proposalOf(world, memberAction({ did: echo, name: "Echo", weight: 1 }));
    propose(world, joins, "beta");
    const paid = {
      signers: [signer(echo, key("echo/assert"))],
      operations: [op.anchor(echo, hashOf("first"))],
    };
    expect(runOne(world, paid).name).toBe("SPONSOR_NOT_MEMBER");
    const deciding = { signers: membersSign("gamma"), operations: [voting("gamma", joins)] };
    const envelopes = [deciding, paid].map((parts) => transaction(world, parts));
    expect(run(world, envelopes).map(({ name }) => name)).toEqual(["APPLIED", "APPLIED"]);
    expect(membersVersion(world)).toEqual({
      ...{ count: 5, totalWeight: 5, version: 1, dominant: false },
    });
    expect(value(memberRecord.decode(recordAt(world, stateKeys.memberVersion(4, 1))))).toEqual({
      ...{ did: echo, name: "Echo", weight: 1, version: 1 },
      ...{ time: now(world), height: world.ledger.head.height },
    });
    const next = proposalOf(world, memberAction({ name: "Alpha", weight: 1, expectedVersion: 1 }));
    propose(world, next);
    expect(vote(world, "echo", next)).toBe("APPLIED");
    expectSameAfterRestart(world);
  });

  it("one leaves: it votes, sponsors and pays no more, and its versions stay", () => {
    const world = createWorld();
    createNamed(world, "echo");
    const version = (number: number) => ({ expectedVersion: number });
    const join = { did: did("echo"), name: "Echo", weight: 1 };
    expect(decide(world, memberAction({ ...join, ...version(0) }))).toBe("accepted");
    const leave = { did: did("echo"), name: "", weight: 0 };
    expect(decide(world, memberAction({ ...leave, ...version(1) }))).toBe("accepted");
    expect(world.ledger.members.has(did("echo"))).toBe(false);
    const parts = {
      signers: [signer(did("echo"), key("echo/assert"))],
      operations: [op.anchor(did("echo"), hashOf("late"))],
    };
    expect(runOne(world, parts).name).toBe("SPONSOR_NOT_MEMBER");
    const sponsoring = [
      signer(did("beta"), key("beta/assert")),
      signer(did("echo"), key("echo/invoke"), sponsor),
    ];
    const operations = [op.anchor(did("beta"), hashOf("sponsored"))];
    expect(runOne(world, { signers: sponsoring, operations }).name).toBe("SPONSOR_NOT_MEMBER");
    expect(decide(world, memberAction({ ...join, ...version(2) }))).toBe("accepted");
    const records = [1, 2, 3].map((number) =>
      value(memberRecord.decode(recordAt(world, stateKeys.memberVersion(4, number)))),
    );
    expect(records.map(({ weight, name }) => [weight, name])).toEqual([
      [1, "Echo"],
      [0, "Echo"],
      [1, "Echo"],
    ]);
    expect(membersVersion(world)).toMatchObject({ count: 5, totalWeight: 5, version: 3 });
    expectSameAfterRestart(world);
  });

  it("nobody comes to hold a third, from a genesis that gave it to nobody", () => {
    const world = weighted(3, 3, 3, 3);
    createNamed(world, "echo");
    const weigh = (name: string, weight: number) =>
      decide(world, memberAction({ did: did(name), name, weight, expectedVersion: 0 }));
    // 4.5 of 13.5 would be a third; the third of 9 + w is reached at 4.5.
    expect(weigh("alpha", 5)).toBe("MEMBER_WEIGHT_INVALID");
    expect(weigh("echo", 6)).toBe("MEMBER_WEIGHT_INVALID");
    // The others would: three of three.
    const leave = memberAction({ did: did("delta"), name: "", weight: 0 });
    expect(decide(world, leave)).toBe("MEMBER_HAS_VALIDATORS");
    expect(weigh("alpha", 4)).toBe("accepted");
  });

  it("from a genesis that gave a third to one, others may hold it too", () => {
    const world = weighted(5, 1, 1, 1);
    expect(membersVersion(world)).toMatchObject({ dominant: true });
    expect(decide(world, memberAction({ did: did("beta"), name: "b", weight: 9 }))).toBe(
      "accepted",
    );
  });

  it.each([
    ["no name", { did: did("alpha"), name: "", weight: 2 }, "MEMBER_INVALID"],
    ["nothing new", { did: did("alpha"), name: "alpha", weight: 1 }, "MEMBER_INVALID"],
    ["a stranger leaves", { did: did("echo"), name: "", weight: 0 }, "MEMBER_NOT_FOUND"],
    ["no such DID", { did: did("nobody"), name: "n", weight: 1 }, "DID_NOT_FOUND"],
    [
      "replaces a stranger",
      { did: did("echo"), name: "e", replaces: did("x") },
      "MEMBER_NOT_FOUND",
    ],
    ["replaces itself", { did: did("alpha"), name: "a", replaces: did("alpha") }, "MEMBER_INVALID"],
    [
      "leaves in another's place",
      { did: did("alpha"), name: "", weight: 0, replaces: did("beta") },
      "MEMBER_INVALID",
    ],
    [
      "of another version",
      { name: "a", weight: 1, expectedVersion: 1 },
      "MEMBERS_VERSION_MISMATCH",
    ],
  ])("refused: %s", (_, change, code) => {
    const world = createWorld();
    createNamed(world, "echo");
    expect(decide(world, memberAction(change))).toBe(code);
  });

  it("one takes the place of another one, and answers for its validators from the next epoch on", () => {
    const world = createWorld();
    createNamed(world, "echo");
    const change = { did: did("echo"), name: "Echo", weight: 1, replaces: did("beta") };
    expect(decide(world, memberAction(change))).toBe("accepted");
    expect([...world.ledger.members.keys()]).toEqual(["alpha", "gamma", "delta", "echo"].map(did));
    const before = world.ledger.validators.validators;
    runTo(world, world.ledger.head.height + activationDelay);
    const { epoch, validators } = world.ledger.validators;
    expect(epoch).toBe(1);
    expect(validators.map(({ member }) => member)).toEqual(
      ["alpha", "echo", "gamma", "delta"].map(did),
    );
    const keysOf = (set: typeof validators) => set.map(({ validatorKey }) => validatorKey);
    expect(keysOf(validators)).toEqual(keysOf(before));
    expectSameAfterRestart(world);
  });

  it("a frozen DID does not become one", () => {
    const world = createWorld();
    createNamed(world, "echo");
    expect(decide(world, freezeOf(now(world) + day))).toBe("accepted");
    expect(decide(world, memberAction({ did: did("echo"), name: "e", weight: 1 }))).toBe(
      "MEMBER_FROZEN",
    );
  });
});

function freezeOf(until: number, expectedUntil = 0, name = "echo"): GovernanceAction {
  return { kind: "freeze", value: { did: did(name), expectedUntil, until } };
}

describe("freezes", () => {
  const anchorsAs = (world: World, name: string, what: string, at?: number) => {
    const parts = {
      signers: [signer(did(name), key(`${name}/assert`)), sponsored],
      operations: [op.anchor(did(name), hashOf(what))],
    };
    const time = at ?? now(world) + 1000;
    return run(world, [transaction(world, { ...parts, validUntil: time + 1000 })], time)[0]?.name;
  };

  it("stop the writes of a DID until their end, and no longer", () => {
    const world = createWorld();
    createNamed(world, "echo");
    const until = now(world) + day;
    expect(decide(world, freezeOf(until))).toBe("accepted");
    expect(anchorsAs(world, "echo", "a")).toBe("DID_FROZEN");
    expect(anchorsAs(world, "echo", "b", until - 1)).toBe("DID_FROZEN");
    expect(anchorsAs(world, "echo", "c", until)).toBe("APPLIED");
  });

  it("are renewed and lifted by their present end", () => {
    const world = createWorld();
    createNamed(world, "echo");
    const first = now(world) + day;
    expect(decide(world, freezeOf(first))).toBe("accepted");
    expect(decide(world, freezeOf(first + day))).toBe("FREEZE_MISMATCH");
    expect(decide(world, freezeOf(first + day, first))).toBe("accepted");
    expect(decide(world, freezeOf(0, first + day))).toBe("accepted");
    expect(anchorsAs(world, "echo", "a")).toBe("APPLIED");
    expect(decide(world, freezeOf(0))).toBe("FREEZE_INVALID");
  });

  it("last 30 days at most, end in the future, and are never of a member", () => {
    const world = createWorld();
    createNamed(world, "echo");
    // The next block is a second later.
    const next = now(world) + 1000;
    expect(decide(world, freezeOf(next + limits.maxFreezeMs + 60_000))).toBe("FREEZE_INVALID");
    expect(decide(world, freezeOf(now(world)))).toBe("FREEZE_INVALID");
    expect(decide(world, freezeOf(next + day, 0, "beta"))).toBe("FREEZE_MEMBER");
    expect(decide(world, freezeOf(next + day, 0, "nobody"))).toBe("DID_NOT_FOUND");
  });
});

describe("parameters", () => {
  it("hold from the activation of an epoch of their own on, with the same validators", () => {
    const world = createWorld();
    const { validators } = world.ledger.validators;
    const action = parametersAction(world, { maxBlockTransactions: 1 });
    expect(decide(world, action)).toBe("accepted");
    const { height } = world.ledger.head;
    const activation = height + activationDelay;
    expect(world.ledger.parameters.maxBlockTransactions).toBe(1024);
    expect(parametersAt(world.ledger, activation - 1)?.maxBlockTransactions).toBe(1024);
    expect(parametersAt(world.ledger, activation)?.maxBlockTransactions).toBe(1);
    expectSameAfterRestart(world);
    runTo(world, activation - 2);
    expect(world.ledger.parameters.maxBlockTransactions).toBe(1024);
    run(world, []);
    expect(world.ledger.parameters.maxBlockTransactions).toBe(1);
    expect(world.ledger.validators).toMatchObject({ epoch: 1, validators });
    expectSameAfterRestart(world);
    for (const version of [1, 2]) {
      const record = value(
        parametersRecord.decode(recordAt(world, stateKeys.parametersVersion(version))),
      );
      expect(record).toMatchObject({ version, activationHeight: version === 1 ? 1 : activation });
      const at = parametersAt(world.ledger, record.activationHeight);
      expect(at).toEqual(record.parameters);
    }
  });

  it("one change of the epoch at a time", () => {
    const world = createWorld();
    const first = parametersAction(world, { maxBlockTransactions: 7 });
    expect(decide(world, first)).toBe("accepted");
    const more = { expectedVersion: 2, expectedEpoch: 1 };
    const second = parametersAction(world, { maxBlockTransactions: 8 }, more);
    expect(decide(world, second)).toBe("SET_CHANGE_PENDING");
    const validators: GovernanceAction = {
      kind: "validators",
      value: { expectedEpoch: 1, remove: [], add: [candidate(world, "echo")] },
    };
    expect(decide(world, validators)).toBe("SET_CHANGE_PENDING");
  });

  it.each([
    ["nothing new", {}, "PARAMETERS_INVALID"],
    ["a lower version", { protocolVersion: 0 }, "PARAMETERS_INVALID"],
    ["no room for the largest transaction", { maxBlockCost: 1000 }, "PARAMETERS_INVALID"],
    ["a share too small for it", { sponsorSharePercent: 1 }, "PARAMETERS_INVALID"],
  ])("refused: %s", (_, parameters, code) => {
    const world = createWorld();
    expect(decide(world, parametersAction(world, parameters))).toBe(code);
  });

  it("refused: of another version or epoch", () => {
    const world = createWorld();
    const change = (more: object) => parametersAction(world, { maxBlockTransactions: 7 }, more);
    expect(decide(world, change({ expectedVersion: 2 }))).toBe("PARAMETERS_VERSION_MISMATCH");
    expect(decide(world, change({ expectedEpoch: 1 }))).toBe("EPOCH_MISMATCH");
  });
});

describe("upgrades", () => {
  const announce = (world: World, name: string, protocolVersion = 2) =>
    runOne(world, {
      signers: membersSign(name),
      operations: [
        { kind: "upgradeAnnounce", value: { validatorKey: validatorKeyOf(name), protocolVersion } },
      ],
    }).name;

  it("need a quorum of the validators and two thirds of the weight", () => {
    const world = createWorld();
    const upgrade = () => parametersAction(world, { protocolVersion: 2 });
    expect(announce(world, "alpha")).toBe("APPLIED");
    expect(announce(world, "beta", 3)).toBe("APPLIED");
    expect(decide(world, upgrade())).toBe("UPGRADE_NOT_ANNOUNCED");
    const waits = proposalOf(world, upgrade());
    propose(world, waits, "beta");
    expect(outcomeOf(world, waits)).toBe("open");
    expect(announce(world, "gamma")).toBe("APPLIED");
    expect(announce(world, "gamma")).toBe("UPGRADE_NOT_HIGHER");
    vote(world, "gamma", waits);
    expect(outcomeOf(world, waits)).toBe("accepted");
    const activation = world.ledger.head.height + activationDelay;
    runTo(world, activation - 1);
    expect(world.ledger.head.header.protocolVersion).toBe(1);
    run(world, []);
    expect(world.ledger.head.header.protocolVersion).toBe(2);
  });

  it("are announced for validators of the set only", () => {
    const world = createWorld();
    expect(announce(world, "echo")).not.toBe("APPLIED");
    const other = { validatorKey: validatorKeyOf("stranger"), protocolVersion: 2 };
    const operations = [{ kind: "upgradeAnnounce", value: other } as const];
    const parts = { signers: membersSign("alpha"), operations };
    expect(runOne(world, parts).name).toBe("VALIDATOR_NOT_FOUND");
  });
});

describe("validators by proposal", () => {
  const adding = (world: World, bad = false): GovernanceAction => {
    const good = candidate(world, "echo");
    const add = [bad ? { ...good, nodeSignature: good.validatorSignature } : good];
    return { kind: "validators", value: { expectedEpoch: 0, remove: [], add } };
  };

  it("obey the rules of the operation, down to the candidates' signatures", () => {
    const world = createWorld();
    expect(decide(world, adding(world, true))).toBe("READY_SIGNATURE_INVALID");
    expect(decide(world, adding(world))).toBe("accepted");
    runTo(world, world.ledger.head.height + activationDelay);
    expect(world.ledger.validators.validators.length).toBe(5);
  });

  it("an epoch that moved kills the proposal", () => {
    const world = createWorld();
    const slow = proposalOf(world, adding(world));
    propose(world, slow);
    expect(decide(world, adding(world))).toBe("accepted");
    expect(vote(world, "beta", slow)).toBe("APPLIED");
    expect(outcomeOf(world, slow)).toBe("EPOCH_MISMATCH");
  });
});

describe("redactions", () => {
  const redact = (more: object): GovernanceAction => ({
    kind: "redact",
    value: { did: did("echo"), version: 1, schema: new Uint8Array(0), reason: 1, ...more },
  });

  it("drop the document of a version; its hash stays, and later versions stand", () => {
    const world = createWorld();
    const echo = createNamed(world, "echo");
    const bodyKey = stateKeys.didDocument(echo, 1);
    const before = recordAt(world, bodyKey);
    expect(decide(world, redact({}))).toBe("accepted");
    const { document, redaction } = value(didDocumentRecord.decode(recordAt(world, bodyKey)));
    expect(document).toBeUndefined();
    expect(redaction).toMatchObject({ hash: documentHash(before), proposal: 1, reason: 1 });
    const version = value(didVersionRecord.decode(recordAt(world, stateKeys.didVersion(echo, 1))));
    expect(version.documentHash).toEqual(documentHash(before));
    expect(decide(world, redact({}))).toBe("REDACT_INVALID");
  });

  it.each([
    ["no such version", { version: 2 }, "REDACT_INVALID"],
    ["version 0", { version: 0 }, "REDACT_INVALID"],
    ["no such DID", { did: did("nobody") }, "DID_NOT_FOUND"],
    ["both kinds", { schema: hashOf("schema") }, "REDACT_INVALID"],
    ["neither", { did: "", version: 0 }, "REDACT_INVALID"],
    ["no such schema", { did: "", version: 0, schema: hashOf("schema") }, "REDACT_INVALID"],
    ["no such reason", { reason: 4 }, "REDACT_INVALID"],
  ])("refused: %s", (_, more, code) => {
    const world = createWorld();
    createNamed(world, "echo");
    expect(decide(world, redact(more))).toBe(code);
  });
});

describe("roots of accreditation", () => {
  const scope = {
    ...{ allSchemas: true, schemas: [], allTypes: true, types: [] },
    ...{ allJurisdictions: true, jurisdictions: [] },
  };
  const add = (name: string, expectedVersion: number): GovernanceAction => ({
    kind: "rootAdd",
    value: {
      ...{ expectedVersion, domain: "education", subject: did(name) },
      ...{ actions: 3, scope, depth: 2, validUntil: 0 },
    },
  });
  const end = (root: number, expectedVersion: number): GovernanceAction => ({
    kind: "rootEnd",
    value: { expectedVersion, domain: "education", root, ended: 1, untrustedSince: 0 },
  });

  it("come and go by more than half of the weight, the last one stays", () => {
    const world = createWorld();
    for (const name of ["ministry", "council"]) createNamed(world, name);
    expect(decide(world, add("ministry", 0))).toBe("accepted");
    expect(decide(world, end(1, 1))).toBe("LAST_ROOT");
    expect(decide(world, add("council", 0))).toBe("ROOTS_VERSION_MISMATCH");
    expect(decide(world, add("council", 1))).toBe("accepted");
    expect(decide(world, end(1, 2))).toBe("accepted");
    const slow = proposalOf(world, add("ministry", 3));
    propose(world, slow);
    expect(decide(world, add("ministry", 3))).toBe("accepted");
    vote(world, "beta", slow);
    expect(outcomeOf(world, slow)).toBe("ROOTS_VERSION_MISMATCH");
  });
});
