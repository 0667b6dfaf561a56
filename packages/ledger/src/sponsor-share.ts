import type { Parameters } from "@cartorio/protocol";

const percent = 100;

/** Cost units that one payer may use of a block; exact for every safe integer. */
export function sponsorShare({ maxBlockCost, sponsorSharePercent }: Parameters): number {
  const whole = Math.floor(maxBlockCost / percent) * sponsorSharePercent;
  return whole + Math.floor(((maxBlockCost % percent) * sponsorSharePercent) / percent);
}
