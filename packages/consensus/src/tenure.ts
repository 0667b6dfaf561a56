import { bounds } from "./bounds.ts";
import { fullFloorShare, newTenure } from "./judgement.ts";
import { windowClosed } from "./progress.ts";
import { primaryOf, type Replica } from "./state.ts";
import type { ExecutedBlock } from "./types.ts";

/** Did Q members, this one included, send anything lately? Without them no primary can be fast. */
function quorumReachable(replica: Replica): boolean {
  const { judgement, timers } = replica;
  let reachable = 1;
  for (const heardMs of judgement.heardMs.values())
    if (timers.elapsedMs - heardMs <= bounds.reachableMs) reachable += 1;
  return reachable >= replica.quorum;
}

/** Is what this replica sees of the primary its own doing? Caught up, in an active view, a quorum in reach. */
function seesPrimary(replica: Replica): boolean {
  return replica.active && replica.executed >= replica.certified && quorumReachable(replica);
}

/**
 * May the primary be judged now (docs/consensus.md 4): also the window is open, so that it may propose.
 * The shell asks this before its starvation timers run.
 */
export function mayJudgePrimary(replica: Replica): boolean {
  return seesPrimary(replica) && !windowClosed(replica);
}

/**
 * Runs the clock of the tenure. Time with a closed window counts towards the rate that later primaries
 * are compared with, but not against this one: both make a suspicion less likely, and a cluster whose
 * window opens and closes with every block measures the same rate each time.
 */
export function measureTenure(replica: Replica, deltaMs: number): void {
  const { judgement } = replica;
  if (!judgement.backlog || !seesPrimary(replica)) return;
  judgement.tenure.busyMs += deltaMs;
  if (!windowClosed(replica)) judgement.tenure.openMs += deltaMs;
}

/** A block was executed: counts if its tenure is measured now. What the shell does not tell counts as a full block. */
export function countExecuted(replica: Replica, block: ExecutedBlock): void {
  const { judgement, parameters } = replica;
  if (!judgement.backlog || !seesPrimary(replica)) return;
  judgement.tenure.transactions += block.transactions ?? parameters.maxBlockTransactions;
}

/** Time below which a rate says nothing. */
function leastMs(replica: Replica): number {
  return bounds.leniencyTimeouts * replica.parameters.baseTimeoutMs;
}

/**
 * The view is left: its rate becomes that of its primary. One rate per primary, so that at most f of
 * them are made by faulty ones, whatever load these arrange for.
 */
export function endTenure(replica: Replica): void {
  const { judgement } = replica;
  const { tenure } = judgement;
  judgement.tenure = newTenure();
  const isMeasured = tenure.busyMs >= leastMs(replica);
  if (isMeasured)
    judgement.rates.set(
      primaryOf(replica.view, replica.n),
      ratePerSecond(tenure.transactions, tenure.busyMs),
    );
  if (tenure.suspected) {
    judgement.slowInRow += 1;
    if (judgement.slowInRow < replica.n) return;
    // Everybody is slow: it is the load or the machines that have changed.
    judgement.slowInRow = 0;
    judgement.floorShare /= 2;
  } else if (isMeasured) {
    judgement.slowInRow = 0;
    judgement.floorShare = fullFloorShare;
  }
}

export function ratePerSecond(transactions: number, ms: number): number {
  return (transactions * 1000) / ms;
}
