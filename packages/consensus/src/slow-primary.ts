import { suspectReason } from "@cartorio/protocol";
import { bounds } from "./bounds.ts";
import { alreadySuspecting, hasOwnSuspect, suspect } from "./handle-suspect.ts";
import { isPrimary, maySign, type Replica } from "./state.ts";
import { ratePerSecond } from "./tenure.ts";

/**
 * Transactions per second that a primary owes while a full block waits: half the median of the newest
 * tenures, one of each primary (docs/consensus.md 4). Undefined until those of Q primaries are measured:
 * with at most f of them faulty the median then lies between the rates of two correct ones, so that faulty
 * primaries can neither raise nor lower it.
 */
export function slowFloor(replica: Replica): number | undefined {
  const { rates, floorShare } = replica.judgement;
  if (rates.size < replica.quorum) return undefined;
  const sorted = [...rates.values()].sort((a, b) => a - b);
  const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return median * floorShare;
}

/** Suspects a primary below the floor, at most once per view and not in its first timeouts (docs/consensus.md 4). */
export function judgeSpeed(replica: Replica): void {
  if (!maySign(replica) || !replica.active || isPrimary(replica)) return;
  const { timers, judgement } = replica;
  const { tenure } = judgement;
  const lenientMs = bounds.leniencyTimeouts * timers.timeoutMs;
  if (tenure.suspected || timers.inViewMs < lenientMs || tenure.openMs < lenientMs) return;
  const floor = slowFloor(replica);
  if (floor === undefined || ratePerSecond(tenure.transactions, tenure.openMs) >= floor) return;
  if (hasOwnSuspect(replica) || alreadySuspecting(replica)) return;
  tenure.suspected = true;
  suspect(replica, suspectReason.slow);
}
