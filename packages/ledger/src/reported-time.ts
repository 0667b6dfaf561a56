import type { TransactionState } from "./state.ts";

/**
 * Whether a time that somebody reports has come. Who reports "now" has a clock of its own and signs
 * before the block has a time, so it may lie ahead of the block time by `maxClockDriftMs`, as a proposal
 * may lie ahead of a replica's clock (docs/consensus.md 7).
 */
export function hasCome({ block }: TransactionState, reported: number): boolean {
  return reported <= block.time + block.base.parameters.maxClockDriftMs;
}

/**
 * What is kept of it: no later than the block that holds the report, or what a thief does in the next
 * seconds would still count.
 */
export function settledTime({ block }: TransactionState, reported: number): number {
  return Math.min(reported, block.time);
}
