import {
  type DecodedEnvelope,
  type ErrorCode,
  errorNumber,
  type Receipt,
} from "@cartorio/protocol";
import type { OperationContext } from "./handlers/context.ts";
import { executeOperation } from "./handlers/table.ts";
import { checkLongLivedCap, countOneLongLived } from "./long-lived.ts";
import { checkPayer } from "./payer.ts";
import { checkPolicy } from "./policy.ts";
import { isRemembered, type ReplayBlock, remember } from "./replay.ts";
import {
  type BlockState,
  commitTransaction,
  type OperationOutcome,
  refused,
  startTransaction,
} from "./state.ts";
import { checkWindow, isLongLived } from "./validity.ts";

interface Result {
  readonly code: ErrorCode;
  readonly operationIndex: number;
  readonly currentVersion: number;
  readonly ids: readonly string[];
}

/** A receipt, and whether it is the transaction's for ever. */
export interface ExecutedTransaction {
  readonly receipt: Receipt;
  /** True if the id is remembered now: no later block can execute it. */
  readonly settled: boolean;
}

/**
 * Executes one transaction of a block: all of its operations or none, and a receipt either way
 * (docs/ledger.md 1). Its signatures were checked before. A transaction that is not valid in this
 * block (EXPIRED, VALID_UNTIL_TOO_FAR, DUPLICATE_TRANSACTION, or long-lived without payer or above
 * the cap) leaves no trace; every other id is remembered, whether it failed or not.
 */
export function executeTransaction(
  block: BlockState,
  replay: ReplayBlock,
  envelope: DecodedEnvelope,
): ExecutedTransaction {
  const { id, body } = envelope;
  const wasRemembered = isRemembered(replay, id, body.validUntil);
  const result = admit(block, replay, envelope) ?? executeAll(block, envelope);
  const settled = !wasRemembered && isRemembered(replay, id, body.validUntil);
  return { receipt: receiptOf(envelope, result), settled };
}

/** Window, duplicate, payer, cap; remembers the id. A result means that nothing is executed. */
function admit(
  block: BlockState,
  replay: ReplayBlock,
  envelope: DecodedEnvelope,
): Result | undefined {
  const { id, body, payer } = envelope;
  const { validUntil } = body;
  const outside = checkWindow(body, block.time);
  if (outside !== undefined) return failure(outside);
  if (isRemembered(replay, id, validUntil)) return failure("DUPLICATE_TRANSACTION");
  const isLong = isLongLived(validUntil, block.time);
  const unpaid =
    checkPayer(block, envelope) ?? (isLong ? checkLongLivedCap(block, payer) : undefined);
  // What nobody answers for may not fill replay memory for days.
  if (unpaid !== undefined && isLong) return failure(unpaid);
  remember(replay, id, validUntil);
  if (unpaid !== undefined) return failure(unpaid);
  if (isLong) countOneLongLived(block, payer);
  return undefined;
}

function executeAll(block: BlockState, envelope: DecodedEnvelope): Result {
  const state = startTransaction(block);
  const { body, payer } = envelope;
  const { chainId, signers } = body;
  const context: OperationContext = { state, chainId, signers, payer, createdDids: [] };
  for (const [operationIndex, operation] of body.operations.entries()) {
    const refusal = checkPolicy(state, operation, signers);
    const outcome: OperationOutcome =
      refusal === undefined ? executeOperation(operation, context) : refused(refusal);
    if (outcome.ok) continue;
    const { code, currentVersion = 0 } = outcome;
    return { code, operationIndex, currentVersion, ids: [] };
  }
  commitTransaction(state);
  return { code: "APPLIED", operationIndex: 0, currentVersion: 0, ids: context.createdDids };
}

function failure(code: ErrorCode): Result {
  return { code, operationIndex: 0, currentVersion: 0, ids: [] };
}

/** The receipt of a transaction that ended so. */
export function receiptOf(envelope: DecodedEnvelope, result: Result): Receipt {
  return {
    transactionId: envelope.id,
    envelopeHash: envelope.hash,
    code: errorNumber(result.code),
    operationIndex: result.operationIndex,
    cost: envelope.cost,
    currentVersion: result.currentVersion,
    ids: result.ids,
  };
}
