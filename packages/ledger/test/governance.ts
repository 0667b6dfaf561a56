// Proposals and votes of the ledger's tests.
import { byteKey } from "@cartorio/crypto";
import {
  errorCodeOf,
  type GovernanceAction,
  type GovernanceProposalRecord,
  type GovernancePropose,
  governanceProposalHash,
  governanceProposalIndexRecord,
  governanceProposalRecord,
  type MemberChange,
  type Operation,
  type Parameters,
  type ParametersChange,
  proposalStatus,
  stateKeys,
} from "@cartorio/protocol";
import { readRecords } from "../src/index.ts";
import { membersSign } from "./validators.ts";
import { did, minute, nonceOf, runOne, type World } from "./world.ts";

const day = 24 * 60 * minute;
let counter = 0;

/** A proposal of a member; each is another one unless the nonce says otherwise. */
export function proposalOf(
  world: World,
  action: GovernanceAction,
  more: Partial<GovernancePropose> = {},
): GovernancePropose {
  counter += 1;
  return {
    proposer: did("alpha"),
    nonce: nonceOf(`proposal ${counter}`),
    expires: world.ledger.head.header.time + 7 * day,
    action,
    ...more,
  };
}
export const proposing = (value: GovernancePropose): Operation => ({
  kind: "governancePropose",
  value,
});
export const voting = (voter: string, value: GovernancePropose, approve = true): Operation => ({
  kind: "governanceVote",
  value: { voter: did(voter), proposal: governanceProposalHash(value), approve },
});
export const withdrawing = (value: GovernancePropose): Operation => ({
  kind: "governanceWithdraw",
  value: { proposer: value.proposer, proposal: governanceProposalHash(value) },
});

/** Alpha proposes, alone or with members that co-sign: the name of the receipt. */
export function propose(
  world: World,
  value: GovernancePropose,
  ...cosigners: readonly string[]
): string | undefined {
  const signers = membersSign("alpha", ...cosigners);
  return runOne(world, { signers, operations: [proposing(value)] }).name;
}

/** A member votes with its own key and pays. */
export function vote(
  world: World,
  voter: string,
  value: GovernancePropose,
  approve = true,
): string | undefined {
  const signers = membersSign(voter);
  return runOne(world, { signers, operations: [voting(voter, value, approve)] }).name;
}

/** The members of genesis decide at once. */
export function decide(world: World, action: GovernanceAction): string {
  const value = proposalOf(world, action);
  const name = propose(world, value, "beta", "gamma", "delta");
  return name === "APPLIED" ? outcomeOf(world, value) : (name ?? "none");
}

export function recordOf(world: World, value: GovernancePropose): GovernanceProposalRecord {
  const index = governanceProposalIndexRecord.decode(
    recordAt(world, stateKeys.proposalByHash(governanceProposalHash(value))),
  );
  if (!index.ok) throw new Error("no proposal");
  const record = governanceProposalRecord.decode(
    recordAt(world, stateKeys.proposal(index.value.number)),
  );
  if (!record.ok) throw new Error("no record");
  return record.value;
}

export function recordAt(world: World, stateKey: Uint8Array): Uint8Array {
  const [record] = readRecords(world.ledger, [stateKey], {
    stateRootHeight: world.ledger.head.height,
  });
  if (record === undefined) throw new Error(`no record at ${byteKey(stateKey)}`);
  return record;
}

/** "open", "accepted", ..., and for a dead one the code that it died of. */
export function outcomeOf(world: World, value: GovernancePropose): string {
  const { status, code } = recordOf(world, value);
  if (status === proposalStatus.dead) return errorCodeOf(code) ?? "unknown";
  const names = Object.entries(proposalStatus).map(([name, number]) => [number, name] as const);
  return new Map(names).get(status as 1) ?? "unknown";
}

export function memberAction(more: Partial<MemberChange> = {}): GovernanceAction {
  const value = { expectedVersion: 0, did: did("alpha"), name: "alpha", weight: 2, replaces: "" };
  return { kind: "member", value: { ...value, ...more } };
}

export function parametersAction(
  world: World,
  parameters: Partial<Parameters>,
  more: Partial<ParametersChange> = {},
): GovernanceAction {
  const value = {
    expectedVersion: 1,
    expectedEpoch: world.ledger.validators.epoch,
    parameters: { ...world.ledger.parameters, ...parameters },
  };
  return { kind: "parameters", value: { ...value, ...more } };
}
