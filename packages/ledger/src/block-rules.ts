import type { DecodedEnvelope, ErrorCode, Parameters } from "@cartorio/protocol";
import { sponsorShare } from "./sponsor-share.ts";
import { checkFarEnd } from "./validity.ts";

/** Room that is left in a block; the same arithmetic builds proposals and judges them. */
export interface BlockBudget {
  readonly transactions: number;
  readonly bytes: number;
  readonly cost: number;
  /**
   * Takes the envelope in if it fits, else changes nothing. Codes: TOO_LARGE (bytes, count or cost
   * of the block), SPONSOR_SHARE_EXCEEDED, VALID_UNTIL_TOO_FAR (only with a proposal time).
   */
  tryAdd(envelope: DecodedEnvelope): ErrorCode | undefined;
}

/**
 * An empty block's budget by the epoch's parameters (docs/ledger.md 1). With a proposal time the far
 * end of each validity window is judged too: block time is never before it, so nothing that is
 * admitted here can turn out too far ahead at execution.
 */
export function createBlockBudget(parameters: Parameters, proposalTime?: number): BlockBudget {
  const spent = new Map<string, number>();
  const used = { transactions: 0, bytes: 0, cost: 0 };
  return {
    get transactions() {
      return used.transactions;
    },
    get bytes() {
      return used.bytes;
    },
    get cost() {
      return used.cost;
    },
    tryAdd(envelope) {
      if (proposalTime !== undefined) {
        const tooFar = checkFarEnd(envelope.body, proposalTime);
        if (tooFar !== undefined) return tooFar;
      }
      const sponsorCost = spent.get(envelope.payer) ?? 0;
      const excess = findExcess(parameters, envelope, { ...used, sponsorCost });
      if (excess !== undefined) return excess;
      spent.set(envelope.payer, sponsorCost + envelope.cost);
      used.transactions += 1;
      used.bytes += envelope.bytes.length;
      used.cost += envelope.cost;
      return undefined;
    },
  };
}

interface Used {
  readonly transactions: number;
  readonly bytes: number;
  readonly cost: number;
  /** Cost of what the envelope's payer has in the block already. */
  readonly sponsorCost: number;
}

function findExcess(
  parameters: Parameters,
  envelope: DecodedEnvelope,
  used: Used,
): ErrorCode | undefined {
  const bytes = used.bytes + envelope.bytes.length;
  const cost = used.cost + envelope.cost;
  if (used.transactions >= parameters.maxBlockTransactions) return "TOO_LARGE";
  if (bytes > parameters.maxBlockBytes || cost > parameters.maxBlockCost) return "TOO_LARGE";
  const isShareExceeded = used.sponsorCost + envelope.cost > sponsorShare(parameters);
  return isShareExceeded ? "SPONSOR_SHARE_EXCEEDED" : undefined;
}

const nothingUsed: Used = { transactions: 0, bytes: 0, cost: 0, sponsorCost: 0 };

/** Whether the envelope fits into an empty block: codes as {@link BlockBudget}, without a proposal time. */
export function checkFitsAlone(
  parameters: Parameters,
  envelope: DecodedEnvelope,
): ErrorCode | undefined {
  return findExcess(parameters, envelope, nothingUsed);
}

/** The rules of a proposal that every replica decides alike from its bytes (docs/consensus.md 3). */
export function checkBlockRules(
  parameters: Parameters,
  envelopes: readonly DecodedEnvelope[],
  proposalTime?: number,
): ErrorCode | undefined {
  const budget = createBlockBudget(parameters, proposalTime);
  for (const envelope of envelopes) {
    const problem = budget.tryAdd(envelope);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Envelopes for a proposal, and whether something had to be left for the next one. */
export interface BlockSelection {
  readonly envelopes: readonly DecodedEnvelope[];
  readonly full: boolean;
}

/** Takes candidates in their order as far as the rules let; one that does not fit is passed over. */
export function selectForBlock(
  parameters: Parameters,
  candidates: Iterable<DecodedEnvelope>,
  proposalTime?: number,
): BlockSelection {
  const budget = createBlockBudget(parameters, proposalTime);
  const envelopes: DecodedEnvelope[] = [];
  let full = false;
  for (const candidate of candidates) {
    if (budget.tryAdd(candidate) === undefined) envelopes.push(candidate);
    else full = true;
    if (budget.transactions >= parameters.maxBlockTransactions) break;
  }
  return { envelopes, full: full || budget.transactions >= parameters.maxBlockTransactions };
}
