// `npm run sim -- --throughput`: what one Byzantine validator of four costs, for each strategy that rides
// one, in the cost model (docs/consensus.md 13).
import type { SimOptions } from "./cli-options.ts";
import { measureThroughput, type Throughput } from "./scenarios.ts";
import { strategyTable } from "./strategies/table.ts";

const floor = 0.6;
const floodingFloor = 0.3;

interface Measured extends Throughput {
  readonly share: number;
  readonly floor: number;
}

/** Exit code 1 if a strategy costs too much, a check fires, or a whole cluster leaves a view unplanned. */
export function throughputMain(options: SimOptions): number {
  const whole = measureThroughput();
  tell("fault-free", whole, 1);
  const strategies: Record<string, Measured> = {};
  for (const { name, create } of strategyTable) {
    const { client, disk, flooding } = create();
    if (client !== undefined || disk !== undefined) continue;
    if (options.strategy !== undefined && options.strategy !== name) continue;
    const measured = measureThroughput(name);
    const share = measured.transactionsPerSecond / whole.transactionsPerSecond;
    const rounded = Math.round(share * 1000) / 1000;
    strategies[name] = { ...measured, share: rounded, floor: flooding ? floodingFloor : floor };
    tell(name, measured, rounded);
  }
  const all = Object.values(strategies);
  const isMet =
    whole.reason === undefined &&
    whole.unplannedViewChanges === 0 &&
    all.every(({ reason, share, floor: least }) => reason === undefined && share >= least);
  if (options.json) process.stdout.write(`${JSON.stringify({ faultFree: whole, strategies })}\n`);
  return isMet ? 0 : 1;
}

function tell(name: string, measured: Throughput, share: number): void {
  const { transactionsPerSecond, viewChanges, unplannedViewChanges, reason } = measured;
  const views = `${viewChanges} view changes, ${unplannedViewChanges} unplanned`;
  const failure = reason === undefined ? "" : ` FAILED: ${reason}`;
  process.stdout.write(
    `${name}: ${transactionsPerSecond} transactions per second, ${Math.round(share * 100)}%, ${views}${failure}\n`,
  );
}
