import { limits } from "@cartorio/protocol";
import { lastHeight, type Replica } from "./state.ts";

/** Progress is commits in height order, or certificates: h+1.. without h is none (docs/consensus.md 4). */
export function advanceCommitted(replica: Replica): void {
  const before = replica.committedThrough;
  let through = Math.max(before, replica.certified);
  while (replica.slots.get(through + 1)?.committed !== undefined) through += 1;
  if (through === before) return;
  replica.committedThrough = through;
  replica.timers.sinceBlockMs = 0;
  resetProgress(replica, through);
}

/**
 * Something came of this height. Status goes on while this replica waits for others to leave or to enter
 * a view, and while it only hears what others decided without it: else a faulty one that feeds it old
 * certificates, one at a time, would keep it from asking for the newest.
 */
export function resetProgress(replica: Replica, height: number): void {
  const { timers, active, suspecting, slots } = replica;
  timers.progressMs = 0;
  const hasPart = slots.get(height)?.committed !== undefined;
  if (hasPart && active && suspecting?.view !== replica.view) timers.sinceStatusMs = 0;
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
 * (docs/consensus.md 4), so the progress timer is paused. The last height of an epoch closes the window too.
 */
export function windowClosed(replica: Replica): boolean {
  const { committedThrough, certified } = replica;
  const depth = Math.min(limits.pipelineDepth, limits.window);
  return committedThrough - certified >= depth || committedThrough >= lastHeight(replica);
}
