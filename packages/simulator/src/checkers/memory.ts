// Memory stays within the declared bounds (docs/consensus.md 12), whatever others send.
import type { Replica } from "@cartorio/consensus";
import { CheckFailure } from "./check-failure.ts";

const window = 16;
/** Windows: above S, committed and not executed, and what the next certificates may open. */
const windowsOfSlots = 3;
const proposalsPerHeight = 8;
const viewsPerHeight = 4;
/** Views held back above the own one, times the heights of a window. */
const heldBackViews = 3;

export interface Measured {
  readonly node: number;
  readonly replica: Replica;
  readonly mempool: { readonly bytes: number; readonly transactions: number };
  readonly limits: { readonly maxBytes: number; readonly maxTransactions: number };
}

type Bound = readonly [what: string, found: number, allowed: number];

export function checkMemory({ node, replica, mempool, limits }: Measured): void {
  const { n } = replica;
  atMost(node, ["slots", replica.slots.size, windowsOfSlots * window]);
  atMost(node, ["suspects", replica.suspects.size, n]);
  atMost(node, ["view changes", replica.viewChanges.size, n]);
  atMost(node, ["held proposals", replica.waitingPrePrepares.size, heldBackViews * window]);
  atMost(node, ["waiting certificates", replica.waitingCertificates.size, window]);
  atMost(node, ["headers", replica.headers.size, windowsOfSlots * window + 2]);
  atMost(node, ["certified headers", replica.certifiedHeaders.size, windowsOfSlots * window + 2]);
  const above = [...replica.ownCheckpoints.keys()].filter((height) => height > replica.certified);
  atMost(node, ["own statements above S", above.length, windowsOfSlots * window]);
  for (const slot of replica.slots.values()) {
    atMost(node, ["proposals of a height", slot.proposals.size, proposalsPerHeight]);
    atMost(node, ["views of a height", slot.votes.size, viewsPerHeight]);
    atMost(node, ["statements of a height", slot.checkpoints.size, n]);
    for (const { prepares, commits } of slot.votes.values())
      atMost(node, ["votes of a view", Math.max(prepares.size, commits.size), n]);
  }
  atMost(node, ["mempool bytes", mempool.bytes, limits.maxBytes]);
  atMost(node, ["mempool transactions", mempool.transactions, limits.maxTransactions]);
}

function atMost(node: number, [what, found, allowed]: Bound): void {
  if (found > allowed)
    throw new CheckFailure("memory-bound", `node ${node}: ${found} ${what}, more than ${allowed}`);
}
