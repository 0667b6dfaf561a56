// docs/ledger.md 8: proposals and votes, as the model sees them.
import type { GovernanceOperation, GovernanceProposalRecord } from "@cartorio/protocol";
import { errorNumber } from "@cartorio/protocol";
import { decides, doAction, needCurrent } from "./actions.ts";
import { isVoice, needVoter, totalWeight, weightOf } from "./members.ts";
import type { Named } from "./named.ts";
import { type Doing, need, Refusal, type Rules } from "./state.ts";

type Proposal = Named<GovernanceProposalRecord>;
const status = { open: 1, accepted: 2, rejected: 3, withdrawn: 4, dead: 5 } as const;
const dayMs = 86_400_000;

function needOpen({ state, time }: Doing, hash: string): Proposal {
  const proposal = state.proposals.find((one) => one.hash === hash);
  if (proposal === undefined) throw new Refusal("PROPOSAL_NOT_FOUND");
  need(proposal.status === status.open, "PROPOSAL_CLOSED", proposal.status);
  need(time < proposal.expires, "PROPOSAL_EXPIRED");
  return proposal;
}

function replace({ state }: Doing, next: Proposal): void {
  state.proposals = state.proposals.map((one) => (one.hash === next.hash ? next : one));
}

function close(doing: Doing, proposal: Proposal, end: { status: number; code: number }): void {
  const { time: decidedTime, height: decidedHeight } = doing;
  replace(doing, { ...proposal, ...end, decidedTime, decidedHeight });
}

/** Tries on a copy; what comes of it is the state of the copy. */
function attempt(doing: Doing, act: (inner: Doing) => void): Doing["state"] | Refusal {
  const inner = { ...doing, state: structuredClone(doing.state) };
  try {
    act(inner);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return inner.state;
}

/** Weights as of now, of members that are active. */
function verdict({ state }: Doing, proposal: Proposal): "open" | "accepted" | "impossible" {
  let [approving, waiting] = [0, 0];
  for (const [index, { did }] of state.members.entries()) {
    if (state.dids[did]?.active !== true) continue;
    const vote = proposal.votes.find((one) => one.member === index);
    if (vote === undefined) waiting += weightOf(state, did);
    else if (vote.approve) approving += weightOf(state, did);
  }
  const total = totalWeight(state);
  const isEnough = (weight: number) => decides(state, proposal.action, { weight, total });
  if (isEnough(approving)) return "accepted";
  return isEnough(approving + waiting) ? "open" : "impossible";
}

/** Dead if what it changes has moved; done, or dead, if it is decided. */
function settle(doing: Doing, proposal: Proposal): void {
  replace(doing, proposal);
  const dead = ({ code }: Refusal) => ({ status: status.dead, code: errorNumber(code) });
  const moved = attempt(doing, (inner) => {
    needCurrent(inner.state, proposal.action, inner.time);
  });
  if (moved instanceof Refusal) {
    close(doing, proposal, dead(moved));
    return;
  }
  const answer = verdict(doing, proposal);
  if (answer === "open") return;
  if (answer === "impossible") {
    close(doing, proposal, { status: status.rejected, code: 0 });
    return;
  }
  const number = doing.state.proposals.findIndex(({ hash }) => hash === proposal.hash) + 1;
  const outcome = attempt(doing, (inner) => {
    doAction(inner, proposal.action, { proposal: number, isRehearsal: false });
  });
  if (outcome instanceof Refusal) {
    close(doing, proposal, dead(outcome));
    return;
  }
  Object.assign(doing.state, outcome);
  close(doing, proposal, { status: status.accepted, code: 0 });
}

export const governanceRules: Partial<Rules<GovernanceOperation["kind"]>> = {
  governancePropose(value, doing) {
    const { proposer, nonce, expires, action } = value;
    const { state, time, height } = doing;
    const voter = needVoter(doing, proposer);
    const hash = nonce.replace("nonce:", "proposal ");
    need(!state.proposals.some((one) => one.hash === hash), "PROPOSAL_EXISTS");
    needCurrent(state, action, time);
    need(expires > time && expires <= time + 30 * dayMs, "PROPOSAL_INVALID");
    const tried = attempt(doing, (inner) => {
      doAction(inner, action, { proposal: 0, isRehearsal: true });
    });
    if (tried instanceof Refusal) throw tried;
    const voices = doing.signers.filter((signer) => isVoice(doing, signer));
    const indices = voices.map(({ did }) => state.members.findIndex((one) => one.did === did));
    const votes = [...new Set([voter, ...indices])].map((member) => ({
      member,
      approve: true,
      time,
    }));
    const proposal: Proposal = {
      ...{ hash, proposer, action, time, height, expires, status: status.open },
      ...{ decidedTime: 0, decidedHeight: 0, code: 0, votes },
    };
    state.proposals = [...state.proposals, proposal];
    settle(doing, proposal);
  },
  governanceVote({ voter, proposal: hash, approve }, doing) {
    const member = needVoter(doing, voter);
    const proposal = needOpen(doing, hash);
    need(!proposal.votes.some((one) => one.member === member), "ALREADY_VOTED");
    const votes = [...proposal.votes, { member, approve, time: doing.time }];
    settle(doing, { ...proposal, votes });
  },
  governanceWithdraw({ proposer, proposal: hash }, doing) {
    needVoter(doing, proposer);
    const proposal = needOpen(doing, hash);
    need(proposal.proposer === proposer, "UNAUTHORISED");
    close(doing, proposal, { status: status.withdrawn, code: 0 });
  },
};
