// Room that a block left: what a primary that passes a transaction over must answer for
// (docs/consensus.md 4), and how much of a block a primary filled.
import { createBlockBudget } from "@cartorio/ledger";
import { type DecodedEnvelope, limits, type Parameters } from "@cartorio/protocol";

/** A block as it was proposed. */
export interface ProposedBlock {
  readonly envelopes: readonly DecodedEnvelope[];
  readonly time: number;
}

/** Cost units that one payer may use of a block, and so the dearest transaction: `block-rules` of the ledger. */
function dearest({ maxBlockCost, sponsorSharePercent }: Parameters): number {
  return Math.ceil((maxBlockCost * sponsorSharePercent) / 100);
}

/**
 * Has the block room whatever comes next? A primary fills a block in the order of arrival and stops at
 * the first transaction that does not fit: a smaller one behind it is not passed over. So there is room
 * only if the largest and dearest one would fit.
 */
function hasAnyRoom(parameters: Parameters, { envelopes }: ProposedBlock): boolean {
  const bytes = envelopes.reduce((sum, envelope) => sum + envelope.bytes.length, 0);
  const cost = envelopes.reduce((sum, envelope) => sum + envelope.cost, 0);
  return (
    envelopes.length < parameters.maxBlockTransactions &&
    bytes + limits.maxEnvelopeBytes <= parameters.maxBlockBytes &&
    cost + dearest(parameters) <= parameters.maxBlockCost
  );
}

/** Whether a correct primary would have put this transaction into the block too, had it known of it. */
export function blockRoom(
  parameters: Parameters,
  block: ProposedBlock,
): (decoded: DecodedEnvelope) => boolean {
  if (!hasAnyRoom(parameters, block)) return () => false;
  const byPayer = Map.groupBy(block.envelopes, ({ payer }) => payer);
  return (decoded) => {
    // Of the payer's share only: for all else there is room.
    const budget = createBlockBudget(parameters, block.time);
    for (const envelope of byPayer.get(decoded.payer) ?? []) budget.tryAdd(envelope);
    return decoded.body.validUntil >= block.time && budget.tryAdd(decoded) === undefined;
  };
}

/**
 * The block in transactions, for the speed of its primary: those that it executed for the first time; a
 * block without room for more by them counts as a full one.
 */
export function blockWork(parameters: Parameters, executed: readonly DecodedEnvelope[]): number {
  const isFull = !hasAnyRoom(parameters, { envelopes: executed, time: 0 });
  return isFull ? parameters.maxBlockTransactions : executed.length;
}

/** The same of an executed block as the ledger gives it back. */
export function executedWork(
  parameters: Parameters,
  block: {
    readonly envelopes: readonly DecodedEnvelope[];
    readonly result: { readonly settled: readonly boolean[] };
  },
): number {
  const { envelopes, result } = block;
  return blockWork(
    parameters,
    envelopes.filter((_, index) => result.settled[index] === true),
  );
}
