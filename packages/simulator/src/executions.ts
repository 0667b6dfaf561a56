import { feed, later, type SimNode, storeBlock, updateWaiting } from "./sim-node.ts";

/** One block at a time, in order; catch-up puts its blocks into the same line. */
export function executeNext(node: SimNode, proposal: Uint8Array): void {
  enqueueExecution(node, () => {
    const envelopes = node.pinned.get(node.world.digestOf(proposal))?.envelopes ?? [];
    return { proposal, envelopes };
  });
}

interface Work {
  readonly proposal: Uint8Array;
  readonly envelopes: readonly Uint8Array[];
}

/** `work` is asked for when its turn comes; undefined: there is nothing to do any more. */
export function enqueueExecution(node: SimNode, work: () => Work | undefined): void {
  node.executions.push(() => {
    const next = work();
    if (next !== undefined) executeOne(node, next);
  });
  runExecutions(node);
}

function runExecutions(node: SimNode): void {
  if (node.executing || node.executions.length === 0) return;
  node.executing = true;
  later(node, 0.5 + node.world.random.next() * 3, () => {
    node.executing = false;
    node.executions.shift()?.();
    runExecutions(node);
  });
}

function executeOne(node: SimNode, work: Work): void {
  const { disk } = node;
  const height = disk.blocks.length + 1;
  if (node.world.heightOf(work.proposal) !== height) return;
  const block = disk.executor.execute(work.proposal, work.envelopes);
  storeBlock(node, { block, ...work });
  feed(node, { kind: "executed", block });
  updateWaiting(node);
}
