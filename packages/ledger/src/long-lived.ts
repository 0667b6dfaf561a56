import { type ErrorCode, limits, longLivedRecord, stateKeys } from "@cartorio/protocol";
import { type BlockState, readDecodedBlock, writeRecord } from "./state.ts";

/** How many long-lived transactions a sponsor has had executed on the day (UTC) of the block. */
export function countLongLived(block: BlockState, sponsor: string): number {
  return readDecodedBlock(block, keyOf(block, sponsor), longLivedRecord)?.count ?? 0;
}

/** The cap per sponsor and day bounds replay memory (docs/ledger.md 1). Code: LONG_LIVED_CAP. */
export function checkLongLivedCap(block: BlockState, sponsor: string): ErrorCode | undefined {
  const { longLivedPerSponsorDay } = block.base.parameters;
  return countLongLived(block, sponsor) >= longLivedPerSponsorDay ? "LONG_LIVED_CAP" : undefined;
}

export function countOneLongLived(block: BlockState, sponsor: string): void {
  const count = countLongLived(block, sponsor) + 1;
  writeRecord(block, keyOf(block, sponsor), longLivedRecord.encode({ count }));
}

function keyOf(block: BlockState, sponsor: string): Uint8Array {
  return stateKeys.longLived(sponsor, dayOf(block.time));
}

export function dayOf(time: number): number {
  return Math.floor(time / limits.dayMs);
}
