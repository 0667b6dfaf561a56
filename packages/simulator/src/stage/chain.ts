// A chain without consensus: the real ledger on blocks that a script makes.
import { applyBlock, executeBlock, type Ledger, openLedger } from "@cartorio/ledger";
import {
  type DecodedEnvelope,
  decodeReceipt,
  defaultParameters,
  encodeProposal,
  errorCodes,
  type Operation,
  proposalDigest,
} from "@cartorio/protocol";
import { CheckFailure } from "../checkers/check-failure.ts";
import { type ChainDisk, commitBlock, createChainDisk } from "../disk.ts";
import { fakeScheme } from "../keys.ts";
import { createSimNetwork, networkName, type SimNetwork } from "../network-genesis.ts";
import { author, decodedEnvelope } from "../transactions.ts";
import { require } from "./stage.ts";

export interface StageChain {
  readonly sim: SimNetwork;
  readonly ledger: Ledger;
  readonly disk: ChainDisk;
  timeMs: number;
  count: number;
}

export function createStageChain(): StageChain {
  const sim = createSimNetwork({ validators: 4, candidates: 0 }, defaultParameters);
  const { block0, chainId } = sim;
  const disk = createChainDisk(block0.writes);
  const head = { height: 0, headerHash: block0.headerHash, header: block0.header };
  const opened = openLedger({
    reader: disk.reader,
    network: networkName,
    chainId,
    head,
    replay: [],
  });
  if (!opened.ok) throw new CheckFailure("restart", `genesis: ${opened.code} ${opened.field}`);
  const timeMs = block0.header.time + 60_000;
  return { sim, ledger: opened.value, disk, timeMs, count: 0 };
}

/** A transaction of one member. */
export function transaction(
  chain: StageChain,
  member: number,
  operation: Operation,
): DecodedEnvelope {
  const { sim, timeMs } = chain;
  const keys = sim.nodes[member];
  if (keys === undefined) throw new Error(`INV-SIM-STAGE: there is no member ${member}`);
  chain.count += 1;
  return decodedEnvelope(
    { sim, scheme: fakeScheme },
    {
      authors: [author(keys.member)],
      operations: [operation],
      validUntil: timeMs + 240_000,
      nonce: `stage ${chain.count}`,
    },
  );
}

/** Executes the next block; returns the codes of its receipts. */
export function nextBlock(chain: StageChain, envelopes: readonly DecodedEnvelope[] = []): number[] {
  const { ledger, disk } = chain;
  const height = ledger.head.height + 1;
  const { epoch } = ledger.validators;
  chain.timeMs += 1_000;
  const envelopeHashes = envelopes.map(({ hash }) => hash);
  const proposal = { epoch, height, time: chain.timeMs, proposer: 0, envelopeHashes };
  const bytes = encodeProposal(proposal);
  const digest = proposalDigest(bytes);
  const result = executeBlock(ledger, {
    epoch,
    height,
    proposal,
    proposalDigest: digest,
    envelopes,
  });
  const { headerHash, header, headerBytes, receipts } = result;
  const block = { height, headerHash, proposalDigest: digest, time: header.time };
  const bodies = envelopes.map((envelope) => envelope.bytes);
  commitBlock(
    disk,
    { block, header: headerBytes, proposal: bytes, envelopes: bodies, receipts },
    result,
  );
  applyBlock(ledger, result);
  return receipts.map((receipt) => {
    const decoded = decodeReceipt(receipt);
    return decoded.ok ? decoded.value.code : -1;
  });
}

export function requireCode(
  found: number | undefined,
  wanted: keyof typeof errorCodes,
  check: string,
): void {
  const names = Object.entries(errorCodes);
  const name = names.find(([, { number }]) => number === found)?.[0] ?? String(found);
  require(name === wanted, check, `the receipt says ${name}, not ${wanted}`);
}
