import {
  errorNumber,
  type GovernanceProposalRecord,
  governanceHeadRecord,
  governanceProposalIndexRecord,
  governanceProposalRecord,
  proposalStatus,
  stateKeys,
} from "@cartorio/protocol";
import { checkStillCurrent, executeAction, shareOf } from "./actions/table.ts";
import { didNow, isActive } from "./dids.ts";
import { totalWeight } from "./members.ts";
import {
  attempt,
  decodedRecord,
  type OperationOutcome,
  readDecoded,
  readRecord,
  type TransactionState,
  writeRecord,
} from "./state.ts";
import { exceeds, type Share } from "./weight.ts";

// Proposals and their decision (docs/ledger.md 8). They are numbered 1, 2, ... and found by the hash that
// votes name. A proposal is decided by the vote that makes the weight, at once, and then done or dead.

/** A proposal with its number. */
export interface Proposal {
  readonly number: number;
  readonly record: GovernanceProposalRecord;
}

export function findProposal(state: TransactionState, hash: Uint8Array): Proposal | undefined {
  const index = readRecord(state, stateKeys.proposalByHash(hash));
  if (index === undefined) return undefined;
  const { number } = decodedRecord(governanceProposalIndexRecord.decode(index));
  const bytes = readRecord(state, stateKeys.proposal(number));
  if (bytes === undefined)
    throw new Error("INV-STATE-PROPOSAL: a proposal has a hash but no record");
  return { number, record: decodedRecord(governanceProposalRecord.decode(bytes)) };
}

/** Takes the next number for a proposal. */
export function addProposal(state: TransactionState, record: GovernanceProposalRecord): Proposal {
  const count = readDecoded(state, stateKeys.governanceHead(), governanceHeadRecord)?.count ?? 0;
  const number = count + 1;
  writeRecord(state, stateKeys.governanceHead(), governanceHeadRecord.encode({ count: number }));
  const index = governanceProposalIndexRecord.encode({ number });
  writeRecord(state, stateKeys.proposalByHash(record.hash), index);
  return { number, record };
}

function writeProposal(state: TransactionState, { number, record }: Proposal): void {
  writeRecord(state, stateKeys.proposal(number), governanceProposalRecord.encode(record));
}

/** Closes a proposal. `code` says why a dead one could not be done. */
export function closeProposal(
  state: TransactionState,
  { number, record }: Proposal,
  end: End,
): void {
  const { time, height } = state.block;
  const closed = { ...record, ...end, decidedTime: time, decidedHeight: height };
  writeProposal(state, { number, record: closed });
}

/**
 * Writes a proposal with its newest votes and closes it if they decide it. Accepted, its action is done
 * now; one that cannot be done (what it names has moved, or what it needs is not there) is dead with the
 * code, and whoever voted has voted: the vote never fails on its account.
 */
export function settleProposal(
  state: TransactionState,
  proposal: Proposal,
  chainId: Uint8Array,
): void {
  const end = endOf(state, proposal, chainId);
  if (end === undefined) writeProposal(state, proposal);
  else closeProposal(state, proposal, end);
}

type End = Pick<GovernanceProposalRecord, "status" | "code">;

/** Undefined while it stays open. */
function endOf(state: TransactionState, proposal: Proposal, chainId: Uint8Array): End | undefined {
  const { number, record } = proposal;
  const { action } = record;
  const current = checkStillCurrent(action, state);
  if (!current.ok) return dead(current);
  const verdict = tally(state, record, shareOf(action, state));
  if (verdict === "open") return undefined;
  if (verdict === "impossible") return { status: proposalStatus.rejected, code: 0 };
  const outcome = attempt(state, (inner) =>
    executeAction(action, { state: inner, chainId, proposal: number, isRehearsal: false }),
  );
  return outcome.ok ? { status: proposalStatus.accepted, code: 0 } : dead(outcome);
}

function dead({ code }: Extract<OperationOutcome, { ok: false }>): End {
  return { status: proposalStatus.dead, code: errorNumber(code) };
}

/** Weight of the members as of now. */
export interface Weighed {
  readonly approving: number;
  /** Of members that have not voted. */
  readonly waiting: number;
  readonly total: number;
}

/**
 * Weights as of now, of members whose DID is active; the others stay in the total. A member that left
 * has no weight.
 */
export function countWeight(
  state: TransactionState,
  votes: GovernanceProposalRecord["votes"],
): Weighed {
  const answers = new Map(votes.map(({ member, approve }) => [member, approve]));
  let approving = 0;
  let waiting = 0;
  for (const { did, index, weight } of state.members.values()) {
    const now = didNow(state, did);
    if (now === undefined || !isActive(now)) continue;
    const answer = answers.get(index);
    if (answer === undefined) waiting += weight;
    else if (answer) approving += weight;
  }
  return { approving, waiting, total: totalWeight(state.members) };
}

/** Impossible: all that have not voted could not make the weight any more. */
function tally(
  state: TransactionState,
  { votes }: GovernanceProposalRecord,
  share: Share,
): "accepted" | "impossible" | "open" {
  const { approving, waiting, total } = countWeight(state, votes);
  if (exceeds(approving, total, share)) return "accepted";
  return exceeds(approving + waiting, total, share) ? "open" : "impossible";
}
