// Who joins by blocks from others, who replays them, and who opens a stored state must have one state
// (docs/consensus.md 11 and 13).
import { equalBytes } from "@cartorio/crypto";
import {
  applyBlock,
  executeBlock,
  type Ledger,
  openLedger,
  validatorSetAt,
} from "@cartorio/ledger";
import { type ProvenBlock, proveBlocks } from "@cartorio/node";
import { encodeProposal, limits, proposalDigest } from "@cartorio/protocol";
import { CheckFailure } from "./checkers/check-failure.ts";
import { type ChainDisk, commitBlock, createChainDisk } from "./disk.ts";
import { networkName } from "./network-genesis.ts";
import type { SimNode } from "./sim-node.ts";
import { openAtHead } from "./start.ts";
import { encodedBlocks } from "./sync.ts";
import type { World } from "./world.ts";

/** The ledger of somebody who starts from genesis with the blocks that a node serves. */
function joinFrom(node: SimNode): Ledger {
  const { world } = node;
  const { sim, scheme } = world;
  const chain = createChainDisk(sim.block0.writes);
  const ledger = openGenesis(world, chain.reader);
  const items = encodedBlocks(node);
  // So far a chain knows its sets ahead of its head.
  const step = limits.window + 1;
  for (let start = 0; start < items.length; start += step) {
    const blocks = proveBlocks(items.slice(start, start + step), {
      chainId: sim.chainId,
      parentHash: ledger.head.headerHash,
      parentEpoch: ledger.head.header.epoch,
      fromHeight: ledger.head.height + 1,
      validatorSetAt: (height) => validatorSetAt(ledger, height) ?? ledger.validators,
      verify: scheme.verify,
    });
    if (blocks === undefined)
      throw new CheckFailure("joiner", `node ${node.index} serves false blocks`);
    for (const block of blocks) replay(ledger, chain, block);
    start = ledger.head.height - step;
    if (blocks.length === 0) break;
  }
  return ledger;
}

function replay(ledger: Ledger, chain: ChainDisk, proven: ProvenBlock): void {
  const { header, proposal, proposalBytes, envelopes, headerHash } = proven;
  const { height, epoch } = header;
  const digest = proposalDigest(proposalBytes);
  const result = executeBlock(ledger, {
    epoch,
    height,
    proposal,
    proposalDigest: digest,
    envelopes,
  });
  if (!equalBytes(result.headerHash, headerHash))
    throw new CheckFailure("joiner", `a replay of height ${height} gives another header`);
  const block = { height, headerHash, proposalDigest: digest, time: header.time };
  const stored = {
    block,
    header: result.headerBytes,
    proposal: proposalBytes,
    envelopes: envelopes.map(({ bytes }) => bytes),
    receipts: result.receipts,
  };
  commitBlock(chain, stored, result);
  applyBlock(ledger, result);
}

function openGenesis({ sim }: World, reader: Parameters<typeof openLedger>[0]["reader"]): Ledger {
  const { chainId, block0 } = sim;
  const head = { height: 0, headerHash: block0.headerHash, header: block0.header };
  const opened = openLedger({
    reader,
    network: networkName,
    chainId,
    head,
    replay: [],
  });
  if (!opened.ok) throw new CheckFailure("joiner", `genesis: ${opened.code} ${opened.field}`);
  return opened.value;
}

/** The running state, the stored one and the replayed one give the same next block. */
export function checkJoiner(node: SimNode): void {
  const { process } = node;
  if (process === undefined) return;
  const stored = openAtHead(node);
  const probes = [probe(process.ledger), probe(stored)];
  const joined = joinFrom(node);
  if (joined.head.height === process.ledger.head.height) probes.push(probe(joined));
  const [first] = probes;
  if (first === undefined || probes.every((other) => equalBytes(first, other))) return;
  throw new CheckFailure("joiner", `node ${node.index}: the stored or replayed state differs`);
}

/** Header hash of an empty block on top; replay memory shows in it by what expires. */
function probe(ledger: Ledger): Uint8Array {
  const height = ledger.head.height + 1;
  const { epoch } = ledger.validators;
  const time = ledger.head.header.time + 30_000;
  const proposal = { epoch, height, time, proposer: 0, envelopeHashes: [] };
  const digest = proposalDigest(encodeProposal(proposal));
  return executeBlock(ledger, { epoch, height, proposal, proposalDigest: digest, envelopes: [] })
    .headerHash;
}
