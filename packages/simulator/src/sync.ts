// Catch-up: certified blocks from any peer, proven by the node's own `proveBlocks` before they are
// executed (docs/consensus.md 11).
import { proveBlocks } from "@cartorio/node";
import { encodeBlock, limits } from "@cartorio/protocol";
import { CheckFailure } from "./checkers/check-failure.ts";
import type { StoredBlock } from "./disk.ts";
import { afterExecutions, enqueueExecution } from "./executions.ts";
import { validatorSetAt } from "./sets.ts";
import { headOf, later, type Process, type SimNode, transmit } from "./sim-node.ts";
import { countRefusal } from "./statistics.ts";

const retryMs = 200;

/** Fetch up to this height unless consensus gets there first. */
export function wantBlocks(process: Process, height: number): void {
  process.catchUpTo = Math.max(process.catchUpTo, height);
  if (process.catchingUp || headOf(process.node) >= process.catchUpTo) return;
  process.catchingUp = true;
  fetchRound(process);
}

function fetchRound(process: Process): void {
  const { node } = process;
  if (headOf(node) >= process.catchUpTo) {
    process.catchingUp = false;
    return;
  }
  askForBlocks(process);
  later(process, retryMs, () => fetchRound(process));
}

/** Asks one peer for what follows the head: also how an observer follows. */
export function askForBlocks(process: Process): void {
  const { node } = process;
  const { world } = node;
  const peers = world.nodes.filter((peer) => peer !== node && peer.process !== undefined);
  if (peers.length === 0) return;
  const peer = world.random.pick(peers);
  const fromHeight = headOf(node) + 1;
  transmit(node, peer, (asked) => {
    const items = serveBlocks(asked.node, fromHeight);
    if (items.length === 0) return;
    transmit(peer, node, (running) => {
      if (running === process) takeBlocks(process, { peer, fromHeight, items });
    });
  });
}

function serveBlocks(node: SimNode, fromHeight: number): Uint8Array[] {
  const { chain } = node.disk;
  const end = Math.min(chain.certificate?.height ?? 0, fromHeight + limits.maxSyncBlocks - 1);
  const blocks = chain.blocks.slice(fromHeight - 1, Math.max(end, fromHeight - 1));
  const { ridden } = node;
  const answered =
    ridden?.strategy.answerBlocks === undefined
      ? blocks
      : ridden.strategy.answerBlocks(ridden.adversary, blocks);
  return answered.map((stored) => encodedBlock(node, stored));
}

/** All blocks up to the certified height, as a peer would get them. */
export function encodedBlocks(node: SimNode): Uint8Array[] {
  const { blocks, certificate } = node.disk.chain;
  return blocks.slice(0, certificate?.height ?? 0).map((stored) => encodedBlock(node, stored));
}

function encodedBlock({ disk }: SimNode, stored: StoredBlock): Uint8Array {
  const { block, header, proposal, envelopes, receipts } = stored;
  const certificate = disk.chain.certificates.get(block.height);
  return encodeBlock({ header, proposal, envelopes, receipts, certificate });
}

interface Answer {
  readonly peer: SimNode;
  readonly fromHeight: number;
  readonly items: readonly Uint8Array[];
}

function takeBlocks(process: Process, { peer, fromHeight, items }: Answer): void {
  const { ledger, node } = process;
  const { world } = node;
  // One answer at a time, as the node does: on a slow disk the rest would queue up faster than it runs.
  if (process.takingBlocks || fromHeight !== headOf(node) + 1) return;
  // A change in the next block could activate beyond: that far the own chain knows who certifies.
  const blocks = proveBlocks(items.slice(0, limits.window + 1), {
    chainId: world.sim.chainId,
    parentHash: ledger.head.headerHash,
    parentEpoch: ledger.head.header.epoch,
    fromHeight,
    validatorSetAt: (height) => validatorSetAt(process, height) ?? ledger.validators,
    verify: world.scheme.verify,
  });
  if (blocks === undefined) {
    if (peer.ridden === undefined)
      throw new CheckFailure("form", `node ${peer.index} served false blocks to ${node.index}`);
    countRefusal(world.statistics, "blocks");
    return;
  }
  process.takingBlocks = true;
  for (const { header, proposal, proposalBytes, envelopes, headerHash, certificate } of blocks)
    enqueueExecution(process, {
      epoch: header.epoch,
      proposal,
      proposalBytes,
      envelopes,
      expectedHeaderHash: headerHash,
      certificate,
    });
  // The next ones at once: a chain may grow as fast as one question per pause brings it.
  afterExecutions(process, () => {
    process.takingBlocks = false;
    if (blocks.length > 0 && headOf(node) < process.catchUpTo) askForBlocks(process);
  });
}
