import { type GovernanceWithdraw, proposalStatus } from "@cartorio/protocol";
import { closeProposal } from "../proposals.ts";
import { done, refused } from "../state.ts";
import type { OperationHandler } from "./context.ts";
import { openProposal } from "./governance-vote.ts";
import { votingMember } from "./voting-member.ts";

/**
 * Its proposer takes an open proposal back. Codes: those of `votingMember` and `openProposal`;
 * UNAUTHORISED if another member proposed it.
 */
export const governanceWithdrawHandler: OperationHandler<GovernanceWithdraw> = {
  isGuarded: () => true,
  execute({ proposer, proposal: hash }, { state, signers }) {
    const voting = votingMember(state, proposer, signers);
    if (!voting.ok) return voting;
    const open = openProposal(state, hash);
    if (!open.ok) return open;
    if (open.proposal.record.proposer !== proposer) return refused("UNAUTHORISED");
    closeProposal(state, open.proposal, { status: proposalStatus.withdrawn, code: 0 });
    return done;
  },
};
