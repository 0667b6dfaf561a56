import { byteKey, equalBytes } from "@cartorio/crypto";
import {
  type DecodedEnvelope,
  encodeHeader,
  encodeReceipt,
  type Header,
  headerHash,
  merkleRoot,
  type Proposal,
} from "@cartorio/protocol";
import { finishState } from "./block-writes.ts";
import { executeTransaction } from "./execute-transaction.ts";
import type { Ledger } from "./ledger.ts";
import type { Members } from "./members.ts";
import { pageHash } from "./page.ts";
import {
  type ParametersAfter,
  parametersAfterBlock,
  withRecoveredParameters,
} from "./parameters-in-force.ts";
import type { Policies } from "./policies.ts";
import type { StateWrites } from "./ports.ts";
import { readAhead } from "./read-ahead.ts";
import { withRecovered, writeRecovered } from "./recovered-set.ts";
import { applyReplay, expiredBuckets, type ReplayBlock, startReplayBlock } from "./replay.ts";
import { type DidState, startBlock } from "./state.ts";
import type { TreeUpdate } from "./tree-update.ts";
import { activationAfter, type SetsAfter, setsAfterBlock } from "./validator-sets.ts";

/** A committed proposal with all of its envelopes, whose signatures were checked. */
export interface BlockInput {
  readonly epoch: number;
  readonly height: number;
  readonly proposal: Proposal;
  readonly proposalDigest: Uint8Array;
  /** In the order of the proposal's hashes. */
  readonly envelopes: readonly DecodedEnvelope[];
}

/** What only `applyBlock` needs. */
export interface LedgerUpdate {
  readonly tree: TreeUpdate;
  readonly replay: ReplayBlock;
  readonly dids: ReadonlyMap<string, DidState>;
  readonly sets: SetsAfter;
  readonly members: Members;
  readonly policies: Policies;
  readonly parameterVersions: ParametersAfter;
}

export interface ExecutedResult {
  readonly header: Header;
  readonly headerBytes: Uint8Array;
  readonly headerHash: Uint8Array;
  /** Encoded receipts, one per envelope, in their order. */
  readonly receipts: readonly Uint8Array[];
  /** Of each envelope, in their order. */
  readonly transactionIds: readonly Uint8Array[];
  /**
   * Of each envelope: true if its receipt is the transaction's for ever. False if this block was not
   * one for it: an earlier receipt stays (DUPLICATE_TRANSACTION), or a later block may settle it.
   */
  readonly settled: readonly boolean[];
  /**
   * The height at which a set change activates that is pending after this block: from the block that
   * executed it to the last one of the old set (docs/consensus.md 8).
   */
  readonly activationHeight?: number;
  readonly writes: StateWrites;
  readonly update: LedgerUpdate;
}

/**
 * Executes a block on top of the head and says what it changes; the ledger itself stays as it is.
 * Deterministic and total: every transaction ends in a receipt (docs/consensus.md 10). Throws
 * INV-LEDGER-HEIGHT or INV-LEDGER-ENVELOPES if the caller gives another block than the next one.
 */
export function executeBlock(ledger: Ledger, input: BlockInput): ExecutedResult {
  assertNext(ledger, input);
  const { head } = ledger;
  const { proposal, envelopes } = input;
  // docs/consensus.md 7: block time always moves, also under the empty proposal's time 0.
  const time = Math.max(head.header.time + 1, proposal.time);
  const block = startBlock(ledger, { height: input.height, time });
  const replay = startReplayBlock(ledger.replay);
  readAhead(block, replay, envelopes);
  writeRecovered(block, ledger.recovered);
  const executed = envelopes.map((envelope) => executeTransaction(block, replay, envelope));
  const receipts = executed.map(({ receipt }) => encodeReceipt(receipt));
  const parent = { page: ledger.root, height: head.height };
  const expired = expiredBuckets(ledger.replay, time);
  const written = (key: Uint8Array) => block.writes.get(byteKey(key))?.bytes;
  const sets = setsAfterBlock(ledger.sets, input.height, written);
  const activationHeight = activationAfter(sets, input.height);
  const { writes, update } = finishState(block, parent, { block: replay, expired });
  const header: Header = {
    parentHash: head.headerHash,
    epoch: input.epoch,
    height: input.height,
    time,
    proposalDigest: input.proposalDigest,
    transactionsRoot: merkleRoot(envelopes.map(({ hash }) => hash)),
    receiptsRoot: merkleRoot(receipts),
    stateRoot: pageHash(update.root),
    nextValidatorSetHash: sets.next.hash,
    protocolVersion: ledger.parameters.protocolVersion,
  };
  const headerBytes = encodeHeader(header);
  return {
    header,
    headerBytes,
    headerHash: headerHash(headerBytes),
    receipts,
    transactionIds: envelopes.map(({ id }) => id),
    settled: executed.map(({ settled }) => settled),
    ...(activationHeight === undefined ? {} : { activationHeight }),
    writes,
    update: {
      ...{ tree: update, replay, dids: block.dids, sets },
      ...{ members: block.members, policies: block.policies },
      parameterVersions: parametersAfterBlock(ledger.parameterVersions, input.height, written),
    },
  };
}

function assertNext(ledger: Ledger, input: BlockInput): void {
  const { proposal, envelopes, height, epoch } = input;
  const isNext =
    height === ledger.head.height + 1 &&
    proposal.height === height &&
    proposal.epoch === epoch &&
    epoch === ledger.validators.epoch;
  if (!isNext) throw new Error(`INV-LEDGER-HEIGHT: block ${height} does not follow the head`);
  const areBound =
    envelopes.length === proposal.envelopeHashes.length &&
    proposal.envelopeHashes.every((hash, index) => equalsHash(hash, envelopes[index]));
  if (!areBound) throw new Error("INV-LEDGER-ENVELOPES: envelopes differ from the proposal");
}

function equalsHash(hash: Uint8Array, envelope: DecodedEnvelope | undefined): boolean {
  return envelope !== undefined && equalBytes(hash, envelope.hash);
}

/**
 * Moves the head to an executed block, after storage has committed its writes. Throws
 * INV-LEDGER-APPLY if the block was not executed on the present head.
 */
export function applyBlock(ledger: Ledger, result: ExecutedResult): void {
  const { header, headerHash: hash, writes, update } = result;
  if (!equalBytes(header.parentHash, ledger.head.headerHash)) {
    throw new Error("INV-LEDGER-APPLY: the block was not executed on the head");
  }
  for (const { path, page } of update.tree.pages) ledger.tree.pages.add(path, page, header.height);
  for (const [did, state] of update.dids) ledger.dids.set(did, state);
  ledger.members = update.members;
  ledger.policies = update.policies;
  ledger.parameterVersions = withRecoveredParameters(
    update.parameterVersions,
    ledger.recovered,
    header.height,
  );
  ledger.sets = withRecovered(update.sets, ledger.recovered, header.height);
  applyReplay(ledger.replay, update.replay.added, writes.expiredBuckets);
  ledger.root = update.tree.root;
  ledger.head = { height: header.height, headerHash: hash, header };
}
