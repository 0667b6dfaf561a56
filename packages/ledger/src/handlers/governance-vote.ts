import { type GovernanceVote, proposalStatus } from "@cartorio/protocol";
import { findProposal, type Proposal, settleProposal } from "../proposals.ts";
import { done, type OperationOutcome, refused, type TransactionState } from "../state.ts";
import type { OperationHandler } from "./context.ts";
import { votingMember } from "./voting-member.ts";

/**
 * A member votes on a proposal, once, for or against; the vote that decides it also does what it says
 * (docs/ledger.md 8). Codes: those of `votingMember`, those of {@link openProposal}, ALREADY_VOTED.
 */
export const governanceVoteHandler: OperationHandler<GovernanceVote> = {
  isGuarded: () => true,
  execute({ voter, proposal: hash, approve }, { state, chainId, signers }) {
    const voting = votingMember(state, voter, signers);
    if (!voting.ok) return voting;
    const open = openProposal(state, hash);
    if (!open.ok) return open;
    const { number, record } = open.proposal;
    const { index } = voting.member;
    if (record.votes.some(({ member }) => member === index)) return refused("ALREADY_VOTED");
    const vote = { member: index, approve, time: state.block.time };
    const votes = [...record.votes, vote];
    settleProposal(state, { number, record: { ...record, votes } }, chainId);
    return done;
  },
};

type OpenProposal =
  | { readonly ok: true; readonly proposal: Proposal }
  | Extract<OperationOutcome, { ok: false }>;

/** Codes: PROPOSAL_NOT_FOUND, PROPOSAL_CLOSED with its status, PROPOSAL_EXPIRED. */
export function openProposal(state: TransactionState, hash: Uint8Array): OpenProposal {
  const proposal = findProposal(state, hash);
  if (proposal === undefined) return refused("PROPOSAL_NOT_FOUND");
  const { status, expires } = proposal.record;
  if (status !== proposalStatus.open) {
    return { ok: false, code: "PROPOSAL_CLOSED", currentVersion: status };
  }
  return state.block.time < expires ? { ok: true, proposal } : refused("PROPOSAL_EXPIRED");
}
