import { limits } from "@cartorio/protocol";
import type { Replica } from "./state.ts";

/** Progress is commits in height order, or certificates: h+1.. without h is none (docs/consensus.md 4). */
export function advanceCommitted(replica: Replica): void {
  const before = replica.committedThrough;
  let through = Math.max(before, replica.certified);
  while (replica.slots.get(through + 1)?.committed !== undefined) through += 1;
  if (through === before) return;
  replica.committedThrough = through;
  replica.timers.sinceBlockMs = 0;
  resetProgress(replica);
}

/** Status goes on while this replica waits for others to leave or to enter a view. */
export function resetProgress(replica: Replica): void {
  replica.timers.progressMs = 0;
  if (replica.active && replica.suspecting?.view !== replica.view) replica.timers.sinceStatusMs = 0;
}

/**
 * Is something above the committed heights on its way: a proposal that is not committed, or a committed
 * height that waits for a lower one, which a primary that leaves gaps never proposes?
 */
export function hasUnfinished(replica: Replica): boolean {
  for (const { height, accepted, committed } of replica.slots.values()) {
    if (height <= replica.committedThrough) continue;
    if (committed !== undefined || accepted?.view === replica.view) return true;
  }
  return false;
}

/**
 * Everything that may be proposed is committed and waits for certificates: a view change cannot help
 * (docs/consensus.md 4), so the progress timer is paused.
 */
export function windowClosed(replica: Replica): boolean {
  const depth = Math.min(limits.pipelineDepth, limits.window);
  return replica.committedThrough - replica.certified >= depth;
}
