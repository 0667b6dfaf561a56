import type { DecodedEnvelope, GovernancePropose, Receipt, ValidatorSet } from "@cartorio/protocol";
import { checkStillCurrent, executeAction, shareOf } from "./actions/table.ts";
import { checkFitsAlone } from "./block-rules.ts";
import { executeTransaction, receiptOf } from "./execute-transaction.ts";
import type { Ledger } from "./ledger.ts";
import type { Member, Members } from "./members.ts";
import type { RecordWrite } from "./ports.ts";
import { countWeight, findProposal, type Weighed } from "./proposals.ts";
import { writeRecovered } from "./recovered-set.ts";
import { startReplayBlock } from "./replay.ts";
import {
  type BlockState,
  type OperationOutcome,
  startBlock,
  startTransaction,
  type TransactionState,
} from "./state.ts";
import { newestSet } from "./validator-sets.ts";
import type { Share } from "./weight.ts";

// What a transaction or a proposal would do in the next block, without doing it: everything is written to a
// block that nobody keeps. The ledger itself stays as it is, as it does under `executeBlock`.

/** Where it was simulated: the block after the head, at the node's clock. */
export interface SimulatedAt {
  readonly height: number;
  readonly time: number;
}

export interface SimulatedTransaction extends SimulatedAt {
  readonly receipt: Receipt;
  /** False: not its receipt for ever, a later block may still settle the transaction. */
  readonly settled: boolean;
}

/**
 * The receipt that a transaction would get alone in the next block, its signatures taken for valid. Costs
 * what executing it costs. One that no block may hold is not executed: the code that keeps it out stands
 * in its receipt (TOO_LARGE, SPONSOR_SHARE_EXCEEDED).
 */
export function simulateTransaction(
  ledger: Ledger,
  envelope: DecodedEnvelope,
  nowMs: number,
): SimulatedTransaction {
  const block = nextBlock(ledger, nowMs);
  const at = { height: block.height, time: block.time };
  const unfit = checkFitsAlone(ledger.parameters, envelope);
  if (unfit !== undefined) {
    const never = { code: unfit, operationIndex: 0, currentVersion: 0, ids: [] };
    return { ...at, receipt: receiptOf(envelope, never), settled: false };
  }
  return { ...at, ...executeTransaction(block, startReplayBlock(ledger.replay), envelope) };
}

/** A proposal that is in the state, by the hash that votes name, or one that nobody has made yet. */
export type SimulatedQuestion =
  | { readonly hash: Uint8Array }
  | { readonly proposal: GovernancePropose };

export interface SimulatedProposal extends SimulatedAt {
  /** Whether its action could be done now, else the code of a dead proposal. */
  readonly outcome: OperationOutcome;
  /** More than this part of the total weight decides. */
  readonly share: Share;
  readonly weight: Weighed;
  /** What doing it writes. */
  readonly records: readonly RecordWrite[];
  /** The members after it, if it changes them. */
  readonly members: readonly Member[] | undefined;
  /** The set that it schedules. */
  readonly validators: ValidatorSet | undefined;
}

/**
 * What a proposal would do if it were accepted in the next block: all rules of its action are asked, also
 * those that wait for the decision. Undefined if there is none with the hash.
 */
export function simulateProposal(
  ledger: Ledger,
  question: SimulatedQuestion,
  nowMs: number,
): SimulatedProposal | undefined {
  return simulateProposalIn(nextBlock(ledger, nowMs), ledger.chainId, question);
}

/** {@link simulateProposal} in a block that nobody keeps. */
export function simulateProposalIn(
  block: BlockState,
  chainId: Uint8Array,
  question: SimulatedQuestion,
): SimulatedProposal | undefined {
  const state = startTransaction(block);
  const found = findQuestion(state, question);
  if (found === undefined) return undefined;
  const { action, number, votes } = found;
  const weight = countWeight(state, votes);
  const share = shareOf(action, state);
  const before = { members: state.members, epoch: newestSet(state).epoch };
  const current = checkStillCurrent(action, state);
  const context = { state, chainId, proposal: number, isRehearsal: false };
  const outcome = current.ok ? executeAction(action, context) : current;
  const at = { height: block.height, time: block.time, outcome, share, weight };
  if (!outcome.ok) return { ...at, records: [], members: undefined, validators: undefined };
  const validators = newestSet(state);
  return {
    ...at,
    records: [...state.writes.values()],
    members: state.members === before.members ? undefined : inOrder(state.members),
    validators: validators.epoch === before.epoch ? undefined : validators,
  };
}

function nextBlock(ledger: Ledger, nowMs: number): BlockState {
  const { height, header } = ledger.head;
  // docs/consensus.md 7: block time always moves.
  const time = Math.max(nowMs, header.time + 1);
  const block = startBlock(ledger, { height: height + 1, time });
  writeRecovered(block, ledger.recovered);
  return block;
}

type Found = Pick<GovernancePropose, "action"> & {
  readonly number: number;
  readonly votes: Parameters<typeof countWeight>[1];
};

function findQuestion(state: TransactionState, question: SimulatedQuestion): Found | undefined {
  if ("hash" in question) {
    const found = findProposal(state, question.hash);
    return found && { ...found.record, number: found.number };
  }
  const { action, proposer } = question.proposal;
  const member = state.members.get(proposer)?.index;
  const own = { approve: true, time: state.block.time };
  // Of no number yet, as when the proposal itself rehearses it.
  return { action, number: 0, votes: member === undefined ? [] : [{ member, ...own }] };
}

function inOrder(members: Members): readonly Member[] {
  return [...members.values()].sort((left, right) => left.index - right.index);
}
