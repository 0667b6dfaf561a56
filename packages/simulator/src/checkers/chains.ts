// Equal chains, equal receipts, every height and every transaction once (docs/consensus.md 13).
import type { ExecutedBlock } from "@cartorio/consensus";
import { hexEncode } from "@cartorio/crypto";
import { decodeReceipt, errorCodes } from "@cartorio/protocol";
import { CheckFailure } from "./check-failure.ts";

export interface Chains {
  readonly headers: Map<number, string>;
  readonly receipts: Map<number, readonly Uint8Array[]>;
  readonly times: Map<number, number>;
  /** Height that a node has executed last. */
  readonly heights: Map<number, number>;
  /** Height at which a transaction took effect. */
  readonly applied: Map<string, number>;
  /** Height at which a transaction was executed, whatever came of it. */
  readonly settled: Map<string, number>;
}

export function createChains(): Chains {
  return {
    headers: new Map(),
    receipts: new Map(),
    times: new Map(),
    heights: new Map(),
    applied: new Map(),
    settled: new Map(),
  };
}

export interface Execution {
  readonly node: number;
  readonly block: ExecutedBlock;
  readonly receipts: readonly Uint8Array[];
  /** No proposal may be later than this at the time of its execution: the clocks of all correct nodes and the drift. */
  readonly latestTime: number;
}

export function checkExecuted(state: Chains, execution: Execution): void {
  const { node, block, receipts } = execution;
  const { height } = block;
  const before = state.heights.get(node) ?? 0;
  if (height !== before + 1)
    throw new CheckFailure("executed-once", `node ${node} executed ${height} after ${before}`);
  state.heights.set(node, height);
  const header = hexEncode(block.headerHash);
  const known = state.headers.get(height);
  if (known !== undefined && known !== header)
    throw new CheckFailure("agreement", `node ${node} executed another block at height ${height}`);
  if (known !== undefined) {
    checkReceipts(state, execution);
    return;
  }
  state.headers.set(height, header);
  state.times.set(height, block.time);
  state.receipts.set(height, receipts);
  checkTime(state, execution);
  for (const receipt of receipts) checkEffect(state, height, receipt);
}

function checkTime(state: Chains, { block, latestTime }: Execution): void {
  const previous = state.times.get(block.height - 1);
  if (previous !== undefined && block.time <= previous)
    throw new CheckFailure("block-time", `height ${block.height} is not later than its parent`);
  if (block.time > Math.max(latestTime, (previous ?? 0) + 1))
    throw new CheckFailure("block-time", `height ${block.height} is dated after every clock`);
}

function checkReceipts(state: Chains, { node, block, receipts }: Execution): void {
  const known = state.receipts.get(block.height) ?? [];
  const isEqual =
    known.length === receipts.length &&
    receipts.every((bytes, index) => hexEncode(bytes) === hexEncode(known[index] ?? bytes));
  if (!isEqual)
    throw new CheckFailure("receipts", `node ${node} has other receipts at height ${block.height}`);
}

/** Receipts of a block that was none for the transaction, or that somebody else may have to answer for. */
const unsettled: ReadonlySet<number> = new Set(
  (
    [
      "DUPLICATE_TRANSACTION",
      "EXPIRED",
      "VALID_UNTIL_TOO_FAR",
      "LONG_LIVED_CAP",
      "SPONSOR_NOT_MEMBER",
      "DID_DEACTIVATED",
      "UNAUTHORISED",
    ] as const
  ).map((name) => errorCodes[name].number),
);

/** docs/ledger.md 1: a transaction takes effect at most once, in whatever envelope. */
function checkEffect(state: Chains, height: number, bytes: Uint8Array): void {
  const receipt = decodeReceipt(bytes);
  if (!receipt.ok) throw new CheckFailure("form", `a receipt at height ${height} does not decode`);
  const { code, transactionId } = receipt.value;
  if (unsettled.has(code)) return;
  const id = hexEncode(transactionId);
  const settled = state.settled.get(id);
  if (settled !== undefined)
    throw new CheckFailure(
      "executed-once",
      `a transaction was executed at ${settled} and ${height}`,
    );
  state.settled.set(id, height);
  if (code !== errorCodes.APPLIED.number) return;
  state.applied.set(id, height);
}

/** A node that lost its state folder, or got back an older one, executes from there again. */
export function rolledBack(state: Chains, node: number, height: number): void {
  state.heights.set(node, height);
}
