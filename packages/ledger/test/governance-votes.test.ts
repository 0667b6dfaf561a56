// Who decides, when, and what becomes of a proposal that cannot be done (docs/ledger.md 8).
import { type GovernanceAction, limits } from "@cartorio/protocol";
import { describe, expect, it } from "vitest";
import {
  decide,
  memberAction,
  outcomeOf,
  parametersAction,
  proposalOf,
  propose,
  proposing,
  recordOf,
  vote,
  voting,
  withdrawing,
} from "./governance.ts";
import { membersSign } from "./validators.ts";
import {
  createNamed,
  createWorld,
  createWorldOf,
  did,
  genesisOf,
  key,
  op,
  propose as proposeBlock,
  run,
  runOne,
  signer,
  sponsor,
  transaction,
  type World,
} from "./world.ts";

const freezeOf = (world: World, name: string): GovernanceAction => ({
  kind: "freeze",
  value: { did: did(name), expectedUntil: 0, until: world.ledger.head.header.time + 86_400_000 },
});
function frozenWorld(): { world: World; action: GovernanceAction } {
  const world = createWorld();
  createNamed(world, "target");
  return { world, action: freezeOf(world, "target") };
}

/** Members by name with weights, alpha to delta. */
function weighted(...weights: readonly number[]): World {
  const genesis = genesisOf();
  const members = genesis.members.map((member, index) => ({
    ...member,
    weight: weights[index] ?? 1,
  }));
  return createWorldOf({ ...genesis, members });
}

describe("the weight that decides", () => {
  it("more than two thirds: the third of four equal votes, not the second", () => {
    const { world, action } = frozenWorld();
    const value = proposalOf(world, action);
    expect(propose(world, value)).toBe("APPLIED");
    expect(outcomeOf(world, value)).toBe("open");
    expect(vote(world, "beta", value)).toBe("APPLIED");
    expect(outcomeOf(world, value)).toBe("open");
    expect(vote(world, "gamma", value)).toBe("APPLIED");
    expect(outcomeOf(world, value)).toBe("accepted");
    const { height } = world.ledger.head;
    expect(recordOf(world, value)).toMatchObject({ decidedHeight: height });
    expect(recordOf(world, value).votes.map(({ member }) => member)).toEqual([0, 1, 2]);
  });

  it("exactly two thirds do not", () => {
    const world = weighted(2, 2, 1, 1);
    createNamed(world, "target");
    const value = proposalOf(world, freezeOf(world, "target"));
    expect(propose(world, value, "beta")).toBe("APPLIED");
    expect(outcomeOf(world, value)).toBe("open");
    expect(vote(world, "delta", value)).toBe("APPLIED");
    expect(outcomeOf(world, value)).toBe("accepted");
  });

  it("more than half for what is no matter of two thirds; exactly half does not", () => {
    const world = createWorld();
    const value = proposalOf(world, parametersAction(world, { maxBlockBytes: 1_000_000 }));
    expect(propose(world, value, "beta")).toBe("APPLIED");
    expect(outcomeOf(world, value)).toBe("open");
    expect(vote(world, "gamma", value)).toBe("APPLIED");
    expect(outcomeOf(world, value)).toBe("accepted");
  });

  it("closes at once when it has become impossible", () => {
    const { world, action } = frozenWorld();
    const value = proposalOf(world, action);
    propose(world, value);
    vote(world, "beta", value, false);
    expect(outcomeOf(world, value)).toBe("open");
    vote(world, "gamma", value, false);
    expect(outcomeOf(world, value)).toBe("rejected");
    const half = proposalOf(world, parametersAction(world, { maxBlockBytes: 1_000_000 }));
    propose(world, half);
    vote(world, "beta", half, false);
    expect(outcomeOf(world, half)).toBe("open");
    vote(world, "gamma", half, false);
    expect(outcomeOf(world, half)).toBe("rejected");
  });

  it("counts the weights as of the deciding vote: a voter that lost weight", () => {
    const world = weighted(5, 1, 1, 1);
    createNamed(world, "target");
    const value = proposalOf(world, freezeOf(world, "target"));
    propose(world, value);
    const lower = memberAction({ did: did("alpha"), name: "alpha", weight: 2 });
    expect(decide(world, lower)).toBe("accepted");
    // 6 of 8 as the first vote was given, 3 of 5 now.
    vote(world, "beta", value);
    expect(outcomeOf(world, value)).toBe("open");
    vote(world, "gamma", value);
    expect(outcomeOf(world, value)).toBe("accepted");
  });

  it("counts the weights as of the deciding vote: a voter that gained weight", () => {
    const world = weighted(4, 3, 1, 1);
    createNamed(world, "target");
    const value = proposalOf(world, freezeOf(world, "target"));
    propose(world, value, "gamma");
    const raise = memberAction({ did: did("gamma"), name: "gamma", weight: 5 });
    expect(decide(world, raise)).toBe("accepted");
    expect(outcomeOf(world, value)).toBe("open");
    // 9 of 13 approve by now, which the next vote finds, even one against it.
    vote(world, "delta", value, false);
    expect(outcomeOf(world, value)).toBe("accepted");
  });

  it("a deactivated member does not count and stays in the total", () => {
    const { world, action } = frozenWorld();
    const value = proposalOf(world, action);
    propose(world, value);
    vote(world, "beta", value);
    runOne(world, {
      signers: [
        signer(did("beta"), key("beta")),
        signer(did("alpha"), key("alpha/invoke"), sponsor),
      ],
      operations: [op.deactivate(did("beta"), 1)],
    });
    vote(world, "gamma", value);
    expect(outcomeOf(world, value)).toBe("open");
    vote(world, "delta", value);
    expect(outcomeOf(world, value)).toBe("accepted");
  });

  it("what cannot be decided any more because members are deactivated is closed", () => {
    const { world, action } = frozenWorld();
    const value = proposalOf(world, action);
    propose(world, value);
    for (const name of ["gamma", "delta"]) {
      runOne(world, {
        signers: [signer(did(name), key(name)), signer(did("alpha"), key("alpha/invoke"), sponsor)],
        operations: [op.deactivate(did(name), 1)],
      });
    }
    expect(vote(world, "beta", value)).toBe("APPLIED");
    expect(outcomeOf(world, value)).toBe("rejected");
  });
});

describe("co-signers of a proposal vote with it", () => {
  it("each member once, a sponsor and a stranger not", () => {
    const { world, action } = frozenWorld();
    const value = proposalOf(world, action);
    const [alpha, beta] = membersSign("alpha", "beta");
    if (alpha === undefined || beta === undefined) throw new Error("no member");
    const assertion = { ...beta, multikey: key("beta/assert") };
    const stranger = { ...beta, did: did("target"), multikey: key("target/invoke") };
    const gammaSponsors = signer(did("gamma"), key("gamma/invoke"), sponsor);
    const operations = [proposing(value)];
    runOne(world, { signers: [alpha, beta, assertion, stranger, gammaSponsors], operations });
    expect(recordOf(world, value).votes.map(({ member }) => member)).toEqual([0, 1]);
    expect(outcomeOf(world, value)).toBe("open");
  });

  it("decide it at once if they have the weight", () => {
    const { world, action } = frozenWorld();
    expect(decide(world, action)).toBe("accepted");
  });
});

describe("votes that are refused", () => {
  it("by name, each with its code", () => {
    const { world, action } = frozenWorld();
    const value = proposalOf(world, action);
    propose(world, value);
    expect(vote(world, "alpha", value)).toBe("ALREADY_VOTED");
    expect(vote(world, "beta", proposalOf(world, action))).toBe("PROPOSAL_NOT_FOUND");
    const target = signer(did("target"), key("target/invoke"));
    const sponsored = signer(did("alpha"), key("alpha/invoke"), sponsor);
    const byTarget = { signers: [target, sponsored], operations: [voting("target", value)] };
    expect(runOne(world, byTarget).name).toBe("MEMBER_NOT_FOUND");
    const withOther = signer(did("beta"), key("beta/assert"));
    const operations = [voting("beta", value)];
    expect(runOne(world, { signers: [withOther], operations }).name).toBe("UNAUTHORISED");
    vote(world, "beta", value);
    vote(world, "gamma", value);
    expect(vote(world, "delta", value)).toBe("PROPOSAL_CLOSED");
    expect(
      runOne(world, { signers: membersSign("alpha"), operations: [proposing(value)] }).name,
    ).toBe("PROPOSAL_EXISTS");
  });

  it("after its time, to the millisecond", () => {
    const { world, action } = frozenWorld();
    const { time } = world.ledger.head.header;
    const value = proposalOf(world, action, { expires: time + 10_000 });
    propose(world, value);
    const voteAt = (at: number): string | undefined => {
      const parts = { signers: membersSign("beta"), operations: [voting("beta", value)] };
      return run(world, [transaction(world, { ...parts, validUntil: at + 1000 })], at)[0]?.name;
    };
    expect(voteAt(time + 10_000)).toBe("PROPOSAL_EXPIRED");
    const again = proposalOf(world, action, { expires: time + 20_000 });
    propose(world, again);
    const parts = { signers: membersSign("beta"), operations: [voting("beta", again)] };
    const late = transaction(world, { ...parts, validUntil: time + 30_000 });
    expect(run(world, [late], time + 19_999).map(({ name }) => name)).toEqual(["APPLIED"]);
  });

  it("a proposal may be open for 30 days and not more, and is small", () => {
    const { world, action } = frozenWorld();
    const proposeUntil = (offset: number): string => {
      const next = world.ledger.head.header.time + 1000;
      const value = proposalOf(world, action, { expires: next + offset });
      const parts = { signers: membersSign("alpha"), operations: [proposing(value)] };
      return run(world, [transaction(world, parts)], next)[0]?.name ?? "";
    };
    expect(proposeUntil(0)).toBe("PROPOSAL_INVALID");
    expect(proposeUntil(limits.maxProposalAgeMs + 1)).toBe("PROPOSAL_INVALID");
    expect(proposeUntil(limits.maxProposalAgeMs)).toBe("APPLIED");
  });

  it("of a member that has left", () => {
    const world = weighted(4, 4, 4, 4);
    createNamed(world, "echo");
    createNamed(world, "target");
    const value = proposalOf(world, freezeOf(world, "target"));
    propose(world, value);
    const change = { did: did("echo"), name: "echo", weight: 4, replaces: did("beta") };
    expect(decide(world, memberAction(change))).toBe("accepted");
    const beta = signer(did("beta"), key("beta/invoke"));
    const pays = signer(did("alpha"), key("alpha/invoke"), sponsor);
    const parts = { signers: [beta, pays], operations: [voting("beta", value)] };
    expect(runOne(world, parts).name).toBe("MEMBER_NOT_FOUND");
    expect(vote(world, "echo", value)).toBe("APPLIED");
  });
});

describe("a proposal is withdrawn", () => {
  it("by its proposer alone, while it is open", () => {
    const { world, action } = frozenWorld();
    const value = proposalOf(world, action);
    propose(world, value);
    const by = (name: string) => {
      const operation = withdrawing({ ...value, proposer: did(name) });
      if (operation.kind !== "governanceWithdraw") throw new Error("not a withdrawal");
      const original = withdrawing(value);
      if (original.kind !== "governanceWithdraw") throw new Error("not a withdrawal");
      const { proposal } = original.value;
      const changed = { ...operation, value: { ...operation.value, proposal } };
      return runOne(world, { signers: membersSign(name), operations: [changed] }).name;
    };
    expect(by("beta")).toBe("UNAUTHORISED");
    expect(by("alpha")).toBe("APPLIED");
    expect(outcomeOf(world, value)).toBe("withdrawn");
    expect(by("alpha")).toBe("PROPOSAL_CLOSED");
    expect(vote(world, "beta", value)).toBe("PROPOSAL_CLOSED");
  });
});

describe("a proposal dies when what it names has moved", () => {
  const rename = (name: string): GovernanceAction =>
    memberAction({ did: did("alpha"), name, weight: 1 });

  it("at the next vote, which stands", () => {
    const world = createWorld();
    const first = proposalOf(world, rename("first"));
    const second = proposalOf(world, rename("second"));
    propose(world, first);
    propose(world, second);
    for (const name of ["beta", "gamma"]) vote(world, name, first);
    expect(outcomeOf(world, first)).toBe("accepted");
    expect(outcomeOf(world, second)).toBe("open");
    expect(vote(world, "beta", second)).toBe("APPLIED");
    expect(outcomeOf(world, second)).toBe("MEMBERS_VERSION_MISMATCH");
    expect(recordOf(world, second).votes.length).toBe(2);
    expect(vote(world, "gamma", second)).toBe("PROPOSAL_CLOSED");
  });

  it("two on one version decided in one block: the first is done, the second dies", () => {
    const world = createWorld();
    const values = [rename("first"), rename("second")].map((action) => proposalOf(world, action));
    for (const value of values) {
      propose(world, value);
      vote(world, "beta", value);
    }
    const envelopes = values.map((value) =>
      transaction(world, { signers: membersSign("gamma"), operations: [voting("gamma", value)] }),
    );
    expect(run(world, envelopes).map(({ name }) => name)).toEqual(["APPLIED", "APPLIED"]);
    expect(values.map((value) => outcomeOf(world, value))).toEqual([
      "accepted",
      "MEMBERS_VERSION_MISMATCH",
    ]);
    expect(world.ledger.members.get(did("alpha"))).toMatchObject({ name: "first", version: 2 });
  });

  it("a change that another decision made impossible dies with its code and leaves nothing behind", () => {
    const world = weighted(4, 4, 4, 4);
    createNamed(world, "echo");
    const value = proposalOf(world, freezeOf(world, "echo"));
    propose(world, value);
    const joins = memberAction({ did: did("echo"), name: "echo", weight: 1 });
    expect(decide(world, joins)).toBe("accepted");
    vote(world, "beta", value);
    vote(world, "gamma", value);
    expect(outcomeOf(world, value)).toBe("FREEZE_MEMBER");
  });

  it("a proposal of what cannot be done now is refused and writes nothing", () => {
    const world = createWorld();
    const stale = proposalOf(world, memberAction({ name: "x", expectedVersion: 7 }));
    const parts = { signers: membersSign("alpha"), operations: [proposing(stale)] };
    const result = proposeBlock(world, [transaction(world, parts)]);
    expect(propose(world, stale)).toBe("MEMBERS_VERSION_MISMATCH");
    expect(result.writes.records.length).toBe(1);
    const bad = proposalOf(world, memberAction({ did: did("nobody"), name: "n" }));
    expect(propose(world, bad)).toBe("DID_NOT_FOUND");
  });
});
