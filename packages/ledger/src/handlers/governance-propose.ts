import {
  encodeGovernancePropose,
  type GovernancePropose,
  type GovernanceVoteRecord,
  governanceProposalHash,
  limits,
  proposalStatus,
  stateKeys,
} from "@cartorio/protocol";
import { checkStillCurrent, executeAction } from "../actions/table.ts";
import type { Member } from "../members.ts";
import { addProposal, settleProposal } from "../proposals.ts";
import { attempt, done, readRecord, refused } from "../state.ts";
import { speaksForMember } from "../weight.ts";
import type { OperationContext, OperationHandler } from "./context.ts";
import { votingMember } from "./voting-member.ts";

/**
 * A member proposes and votes for its proposal; the members that co-sign the transaction vote for it too
 * (docs/ledger.md 8). What could not be done now is refused, but for announcements of an upgrade and
 * signatures of candidates, which are looked at when it is decided. Codes: those of `votingMember`,
 * PROPOSAL_EXISTS, those of the action's rules, PROPOSAL_INVALID.
 */
export const governanceProposeHandler: OperationHandler<GovernancePropose> = {
  isGuarded: () => true,
  execute(operation, context) {
    const { state, chainId, signers } = context;
    const { proposer, action, expires } = operation;
    const voter = votingMember(state, proposer, signers);
    if (!voter.ok) return voter;
    const hash = governanceProposalHash(operation);
    if (readRecord(state, stateKeys.proposalByHash(hash))) return refused("PROPOSAL_EXISTS");
    const current = checkStillCurrent(action, state);
    if (!current.ok) return current;
    if (!isFormValid(operation, state.block.time)) return refused("PROPOSAL_INVALID");
    const rehearsal = attempt(
      state,
      (inner) => executeAction(action, { state: inner, chainId, proposal: 0, isRehearsal: true }),
      true,
    );
    if (!rehearsal.ok) return rehearsal;
    const { time, height } = state.block;
    const proposal = addProposal(state, {
      ...{ hash, proposer, action, time, height, expires },
      ...{ status: proposalStatus.open, decidedTime: 0, decidedHeight: 0, code: 0 },
      votes: votesOf(voter.member, context),
    });
    settleProposal(state, proposal, chainId);
    return done;
  },
};

/** Expires later than now, in at most 30 days; every vote writes it again, so it is small. */
function isFormValid(operation: GovernancePropose, time: number): boolean {
  const { expires } = operation;
  return (
    expires > time &&
    expires <= time + limits.maxProposalAgeMs &&
    encodeGovernancePropose(operation).length <= limits.maxGovernanceProposeBytes
  );
}

/** The proposer's, then those of the co-signing members in the order of the signers, each once. */
function votesOf(
  proposer: Member,
  { state, signers }: OperationContext,
): readonly GovernanceVoteRecord[] {
  const indices = new Set([proposer.index]);
  for (const signer of signers) {
    const member = state.members.get(signer.did);
    if (member !== undefined && speaksForMember(state, signer)) indices.add(member.index);
  }
  return [...indices].map((member) => ({ member, approve: true, time: state.block.time }));
}
