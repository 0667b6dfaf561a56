// A simulation says what the next block does, and does nothing.

import { encodeReceipt, errorCodeOf, governanceProposalHash } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import { type SimulatedProposal, simulateProposal, simulateTransaction } from "../src/index.ts";
import {
  decide,
  propose as makeProposal,
  memberAction,
  parametersAction,
  proposalOf,
  vote,
} from "./governance.ts";
import {
  createNamed,
  createOf,
  createWorld,
  did,
  didOfCreate,
  fork,
  hashOf,
  key,
  minute,
  op,
  propose,
  runOne,
  signer,
  sponsored,
  type TransactionParts,
  transaction,
  type World,
} from "./world.ts";

const second = 1000;
const later = (world: World): number => world.ledger.head.header.time + second;

function createPart(name: string): TransactionParts {
  const create = createOf(name);
  return {
    signers: [signer(didOfCreate(create), key(name)), sponsored],
    operations: [op.create(create)],
  };
}

const byAlpha = [signer(did("alpha"), key("alpha/assert"))];

const cases: readonly (readonly [string, string, (world: World) => TransactionParts])[] = [
  ["a create", "APPLIED", () => createPart("erin")],
  [
    "an anchor",
    "APPLIED",
    () => ({ signers: byAlpha, operations: [op.anchor(did("alpha"), hashOf("m"))] }),
  ],
  [
    "an anchor by nobody",
    "SPONSOR_NOT_MEMBER",
    () => ({
      signers: [signer(did("mallory"), key("mallory"))],
      operations: [op.anchor(did("mallory"), hashOf("m"))],
    }),
  ],
  [
    "two operations of which the second fails",
    "CREDENTIAL_ALREADY_ANCHORED",
    () => ({
      signers: byAlpha,
      operations: [op.anchor(did("alpha"), hashOf("m")), op.anchor(did("alpha"), hashOf("m"))],
    }),
  ],
  [
    "one that has expired",
    "EXPIRED",
    (world) => ({ ...createPart("erin"), validUntil: later(world) - 1 }),
  ],
  [
    "one too far ahead",
    "VALID_UNTIL_TOO_FAR",
    (world) => ({ ...createPart("erin"), validUntil: later(world) + 8 * 24 * 60 * minute }),
  ],
];

describe("simulateTransaction", () => {
  it.each(cases)("%s: %s, as in the block after it", (_, code, partsOf) => {
    const world = createWorld();
    const envelope = transaction(world, partsOf(world));
    const simulated = simulateTransaction(world.ledger, envelope, later(world));
    const executed = propose(world, [envelope], later(world));
    expect(errorCodeOf(simulated.receipt.code)).toBe(code);
    expect(encodeReceipt(simulated.receipt)).toEqual(executed.receipts[0]);
    expect(simulated.settled).toBe(executed.settled[0]);
    expect(simulated).toMatchObject({ height: 1, time: executed.header.time });
  });

  it.each(cases)("%s: leaves the ledger as it was", (_, __, partsOf) => {
    const world = createWorld();
    const untouched = fork(world);
    const envelope = transaction(world, partsOf(world));
    const first = simulateTransaction(world.ledger, envelope, later(world));
    expect(simulateTransaction(world.ledger, envelope, later(world))).toEqual(first);
    const other = transaction(world, createPart("frank"));
    const after = propose(world, [other, envelope], later(world));
    const reference = propose(untouched, [other, envelope], later(world));
    expect(after.headerHash).toEqual(reference.headerHash);
  });

  it("says that a transaction was executed before", () => {
    const world = createWorld();
    const envelope = transaction(world, {
      signers: byAlpha,
      operations: [op.anchor(did("alpha"), hashOf("m"))],
    });
    runOne(world, {
      signers: byAlpha,
      operations: [op.anchor(did("alpha"), hashOf("n"))],
      nonce: envelope.body.nonce,
    });
    expect(errorCodeOf(simulateTransaction(world.ledger, envelope, 0).receipt.code)).toBe(
      "APPLIED",
    );
    const again = transaction(world, {
      signers: byAlpha,
      operations: [op.anchor(did("alpha"), hashOf("n"))],
      nonce: envelope.body.nonce,
      validUntil: envelope.body.validUntil,
    });
    const { receipt, settled } = simulateTransaction(world.ledger, again, 0);
    expect([errorCodeOf(receipt.code), settled]).toEqual(["DUPLICATE_TRANSACTION", false]);
  });

  it("takes the time of the chain where the node's clock is behind it", () => {
    const world = createWorld();
    const { time } = world.ledger.head.header;
    const envelope = transaction(world, createPart("erin"));
    expect(simulateTransaction(world.ledger, envelope, time - minute).time).toBe(time + 1);
  });

  it("names what keeps a transaction out of every block", () => {
    const world = createWorld();
    const envelope = transaction(world, createPart("erin"));
    const small = { ...world.ledger, parameters: { ...world.ledger.parameters, maxBlockBytes: 1 } };
    const { receipt, settled } = simulateTransaction(small, envelope, later(world));
    expect([errorCodeOf(receipt.code), receipt.ids, settled]).toEqual(["TOO_LARGE", [], false]);
  });
});

const renaming = memberAction({ weight: 1, name: "Alpha University" });
const renamed = ["Alpha University", "beta", "gamma", "delta"];

describe("simulateProposal", () => {
  const ask = (world: World, value: ReturnType<typeof proposalOf>): SimulatedProposal => {
    const simulated = simulateProposal(world.ledger, { proposal: value }, later(world));
    if (simulated === undefined) throw new Error("no answer");
    return simulated;
  };

  it("says what a change of members would do, whoever has voted", () => {
    const world = createWorld();
    const value = proposalOf(world, renaming);
    const before = world.ledger.members;
    const simulated = ask(world, value);
    expect(simulated).toMatchObject({
      outcome: { ok: true },
      share: { numerator: 2, denominator: 3 },
      weight: { approving: 1, waiting: 3, total: 4 },
      validators: undefined,
    });
    expect(simulated.members?.map(({ name }) => name)).toEqual(renamed);
    expect(simulated.records.length).toBeGreaterThan(0);
    expect(world.ledger.members).toBe(before);
    expect(ask(world, value)).toEqual(simulated);
    // It could be done, and is done so.
    expect(decide(world, renaming)).toBe("accepted");
    expect(world.ledger.members.get(did("alpha"))?.name).toBe("Alpha University");
  });

  it("says which code a proposal would die of", () => {
    const world = createWorld();
    const stale = ask(world, proposalOf(world, memberAction({ expectedVersion: 5 })));
    expect(stale).toMatchObject({
      outcome: { ok: false, code: "MEMBERS_VERSION_MISMATCH", currentVersion: 0 },
      records: [],
      members: undefined,
    });
    const heavy = ask(world, proposalOf(world, memberAction({ weight: 9 })));
    expect(heavy.outcome).toMatchObject({ ok: false, code: "MEMBER_WEIGHT_INVALID" });
  });

  it("asks what only the decision asks: an upgrade that nobody announced", () => {
    const world = createWorld();
    const action = parametersAction(world, { protocolVersion: 2 });
    const value = proposalOf(world, action);
    expect(makeProposal(world, value)).toBe("APPLIED");
    const simulated = ask(world, value);
    expect(simulated.outcome).toMatchObject({ ok: false, code: "UPGRADE_NOT_ANNOUNCED" });
  });

  it("schedules a set for other parameters, and only says so", () => {
    const world = createWorld();
    const action = parametersAction(world, { maxBlockTransactions: 500 });
    const { validators, outcome } = ask(world, proposalOf(world, action));
    expect(outcome).toEqual({ ok: true });
    expect(validators).toMatchObject({ epoch: 1, activationHeight: expect.any(Number) });
    expect(world.ledger.sets.newest.set.epoch).toBe(0);
  });

  it("finds an open proposal with its votes, and none that is not there", () => {
    const world = createWorld();
    const value = proposalOf(world, renaming);
    expect(makeProposal(world, value)).toBe("APPLIED");
    expect(vote(world, "beta", value, false)).toBe("APPLIED");
    const hash = governanceProposalHash(value);
    const found = simulateProposal(world.ledger, { hash }, later(world));
    expect(found?.weight).toEqual({ approving: 1, waiting: 2, total: 4 });
    expect(found?.outcome).toEqual({ ok: true });
    const none = simulateProposal(world.ledger, { hash: hashOf("none") }, later(world));
    expect(none).toBeUndefined();
  });

  it("writes nothing that the members did not decide", () => {
    const world = createWorld();
    const untouched = fork(world);
    ask(world, proposalOf(world, renaming));
    const envelope = transaction(world, createPart("erin"));
    expect(propose(world, [envelope]).headerHash).toEqual(
      propose(untouched, [envelope]).headerHash,
    );
    expect(createNamed(world, "erin")).toBe(did("erin"));
  });
});
