import {
  decodeExchangeHeadRecord,
  decodeExchangeReceiptsRecord,
  type ExchangeReceipts,
  encodeExchangeHeadRecord,
  encodeExchangeReceiptsRecord,
  stateKeys,
} from "@cartorio/protocol";
import {
  decodedRecord,
  done,
  readRecord,
  refused,
  type TransactionState,
  writeRecord,
} from "../state.ts";
import type { OperationHandler } from "./context.ts";
import { refuseInvoker } from "./schema-authority.ts";

/**
 * Records the root of a batch of receipts, by a current `capabilityInvocation` key of the party. Batches
 * are numbered without gaps and each period begins where the last one ended, so nothing can be left out
 * unseen; a batch of none is one too. Codes: those of `refuseInvoker`, SEQUENCE_MISMATCH,
 * EXCHANGE_PERIOD_INVALID.
 */
export const exchangeReceiptsHandler: OperationHandler<ExchangeReceipts> = {
  isGuarded: () => true,
  execute(operation, { state, signers }) {
    const { party, expectedSequence, root, from, to } = operation;
    const unauthorised = refuseInvoker(state, signers, party);
    if (unauthorised !== undefined) return refused(unauthorised);
    const headKey = stateKeys.exchangeHead(party);
    const headBytes = readRecord(state, headKey);
    const count = headBytes ? decodedRecord(decodeExchangeHeadRecord(headBytes)).count : 0;
    if (expectedSequence !== count) {
      return { ok: false, code: "SEQUENCE_MISMATCH", currentVersion: count };
    }
    const { time, height } = state.block;
    const start = endOfLast(state, party, count) ?? from;
    if (from !== start || from >= to || to > time) return refused("EXCHANGE_PERIOD_INVALID");
    writeRecord(state, headKey, encodeExchangeHeadRecord({ count: count + 1 }));
    const record = encodeExchangeReceiptsRecord({ root, from, to, time, height });
    writeRecord(state, stateKeys.exchangeReceipts(party, count + 1), record);
    return done;
  },
};

/** Undefined before the first batch. */
function endOfLast(state: TransactionState, party: string, count: number): number | undefined {
  const bytes = readRecord(state, stateKeys.exchangeReceipts(party, count));
  return bytes && decodedRecord(decodeExchangeReceiptsRecord(bytes)).to;
}
