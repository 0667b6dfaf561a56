import {
  type ExchangeReceipts,
  exchangeHeadRecord,
  exchangeReceiptsRecord,
  stateKeys,
} from "@cartorio/protocol";
import { checkInvoked } from "../invocation.ts";
import {
  done,
  mismatch,
  readDecoded,
  refused,
  type TransactionState,
  writeRecord,
} from "../state.ts";
import type { OperationHandler } from "./context.ts";

/**
 * Records the root of a batch of receipts, by a current `capabilityInvocation` key of the party. Batches
 * are numbered without gaps and each period begins where the last one ended, so nothing can be left out
 * unseen; a batch of none is one too. Codes: those of `checkInvoked`, SEQUENCE_MISMATCH,
 * EXCHANGE_PERIOD_INVALID.
 */
export const exchangeReceiptsHandler: OperationHandler<ExchangeReceipts> = {
  isGuarded: () => true,
  execute(operation, { state, signers }) {
    const { party, expectedSequence, root, from, to } = operation;
    const unauthorised = checkInvoked(state, signers, party);
    if (unauthorised !== undefined) return refused(unauthorised);
    const headKey = stateKeys.exchangeHead(party);
    const count = readDecoded(state, headKey, exchangeHeadRecord)?.count ?? 0;
    if (expectedSequence !== count) {
      return mismatch("SEQUENCE_MISMATCH", count);
    }
    const { time, height } = state.block;
    const start = endOfLast(state, party, count) ?? from;
    if (from !== start || from >= to || to > time) return refused("EXCHANGE_PERIOD_INVALID");
    writeRecord(state, headKey, exchangeHeadRecord.encode({ count: count + 1 }));
    const record = exchangeReceiptsRecord.encode({ root, from, to, time, height });
    writeRecord(state, stateKeys.exchangeReceipts(party, count + 1), record);
    return done;
  },
};

/** Undefined before the first batch. */
function endOfLast(state: TransactionState, party: string, count: number): number | undefined {
  return readDecoded(state, stateKeys.exchangeReceipts(party, count), exchangeReceiptsRecord)?.to;
}
