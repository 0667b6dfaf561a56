// Executes blocks strictly in height order, one at a time: those that consensus committed and those
// that catch-up proved (docs/consensus.md 3.5 and 11). The ledger is the real one.
import { type ExecutedBlock, markVerified } from "@cartorio/consensus";
import { equalBytes } from "@cartorio/crypto";
import { applyBlock, executeBlock } from "@cartorio/ledger";
import { blockWork, expire, release, removeTransactions } from "@cartorio/node";
import {
  type DecodedEnvelope,
  type FinalityCertificate,
  type Proposal,
  proposalDigest,
} from "@cartorio/protocol";
import { CheckFailure } from "./checkers/check-failure.ts";
import { charge, costsUs } from "./cost-model.ts";
import { commitBlock, storeCertificate } from "./disk.ts";
import { feed, seatOf, updateWaiting } from "./seat.ts";
import { headOf, later, type Process } from "./sim-node.ts";

export interface ExecutableBlock {
  readonly epoch: number;
  readonly proposalBytes: Uint8Array;
  readonly proposal: Proposal;
  readonly envelopes: readonly DecodedEnvelope[];
  /** Catch-up only: what the certificate proves. */
  readonly expectedHeaderHash?: Uint8Array;
  readonly certificate?: FinalityCertificate | undefined;
}

export function enqueueExecution(process: Process, block: ExecutableBlock): void {
  process.executions.push(() => executeOne(process, block));
  runExecutions(process);
}

/** Runs when what is queued now is executed. */
export function afterExecutions(process: Process, action: () => void): void {
  process.executions.push(action);
  runExecutions(process);
}

function runExecutions(process: Process): void {
  if (process.executing || process.executions.length === 0) return;
  process.executing = true;
  const { random, plan } = process.node.world;
  later(process, 0.5 + random.next() * plan.syncMs, () => {
    process.executing = false;
    process.executions.shift()?.();
    runExecutions(process);
  });
}

function executeOne(process: Process, block: ExecutableBlock): void {
  const { node } = process;
  const { height } = block.proposal;
  const head = headOf(node);
  if (height > head + 1) return;
  const executed = height <= head ? knownBlock(process, block) : executeNext(process, block);
  const seat = seatOf(process, block.epoch);
  if (seat !== undefined) feed(seat, { kind: "executed", block: executed });
  if (block.certificate !== undefined) certify(process, block.certificate);
  updateWaiting(process);
}

/** Consensus, or catch-up, was faster. */
function knownBlock(
  process: Process,
  { proposal, expectedHeaderHash }: ExecutableBlock,
): ExecutedBlock {
  const known = process.node.disk.chain.blocks[proposal.height - 1]?.block;
  if (known === undefined) throw new Error("INV-STORED-HEADER: an executed block is missing");
  if (expectedHeaderHash !== undefined && !equalBytes(known.headerHash, expectedHeaderHash))
    throw diverged(process, proposal.height);
  return known;
}

function diverged(process: Process, height: number): CheckFailure {
  return new CheckFailure(
    "agreement",
    `node ${process.node.index} differs from a certified header at ${height}`,
  );
}

/** The fastest clock of a correct validator, and the drift that it allows (docs/consensus.md 7). */
const latestMs = 3_000 + 10_000;

function executeNext(process: Process, block: ExecutableBlock): ExecutedBlock {
  const { node, ledger, mempool } = process;
  const { epoch, proposal, envelopes, proposalBytes } = block;
  const { height } = proposal;
  const digest = proposalDigest(proposalBytes);
  const input = { epoch, height, proposal, proposalDigest: digest, envelopes };
  const result = executeBlock(ledger, input);
  const expected = block.expectedHeaderHash;
  if (expected !== undefined && !equalBytes(expected, result.headerHash))
    throw diverged(process, height);
  const { headerHash, header, headerBytes, receipts } = result;
  const executed = {
    height,
    headerHash,
    proposalDigest: digest,
    time: header.time,
    transactions: blockWork(
      ledger.parameters,
      envelopes.filter((_, index) => result.settled[index]),
    ),
    activationHeight: result.activationHeight,
  };
  const stored = {
    block: executed,
    header: headerBytes,
    proposal: proposalBytes,
    envelopes: envelopes.map(({ bytes }) => bytes),
    receipts,
  };
  commitBlock(node.disk.chain, stored, result);
  applyBlock(ledger, result);
  charge(process, costsUs.block + costsUs.execute * envelopes.length);
  const latestTime = node.world.wallStartMs + node.world.queue.nowMs() + latestMs;
  node.world.checkers.executed(node.index, executed, { receipts, latestTime });
  node.world.blockExecuted(node, stored, envelopes);
  removeTransactions(mempool, result.transactionIds);
  release(mempool, height);
  const expired = expire(mempool, header.time);
  for (const seat of process.seats)
    seat.watch?.gone([...result.transactionIds, ...expired.map(({ id }) => id)]);
  return executed;
}

/** A certificate that came with a block. */
function certify(process: Process, certificate: FinalityCertificate): void {
  storeCertificate(process.node.disk.chain, certificate);
  const seat = seatOf(process, certificate.epoch);
  if (seat !== undefined)
    feed(seat, { kind: "certificate", certificate: markVerified(certificate) });
  process.node.world.settleEpoch(process);
}
