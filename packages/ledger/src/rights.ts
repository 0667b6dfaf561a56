import {
  type AccreditationPlace,
  type Chain,
  type ChainQuestion,
  type ErrorCode,
  evaluateChain,
  readChain,
} from "@cartorio/protocol";
import { readBlockRecord, type TransactionState } from "./state.ts";

/**
 * Why the subject may not do this now under the accreditation that it names; undefined if it may. Judged
 * by the state before the transaction, at its block time, over the whole chain (docs/ledger.md 5). Codes:
 * the reasons of `evaluateChain`.
 */
export function rightOf(
  { block }: TransactionState,
  question: Omit<ChainQuestion, "at">,
): ErrorCode | undefined {
  const lookup = (key: Uint8Array): Uint8Array | undefined => readBlockRecord(block, key);
  const verdict = evaluateChain(lookup, { ...question, at: block.time });
  return verdict.ok ? undefined : verdict.reason;
}

/** The chain of an accreditation as of before the transaction. */
export function chainBefore({ block }: TransactionState, place: AccreditationPlace): Chain {
  return readChain((key) => readBlockRecord(block, key), place);
}

/**
 * How far above an accreditation a DID stands: 1 = its accreditor, 2 = the accreditor's, ...; undefined
 * if it is none of them. As of before the transaction.
 */
export function levelAbove(
  state: TransactionState,
  place: AccreditationPlace,
  did: string,
): number | undefined {
  const level = chainBefore(state, place).links.findIndex(
    ({ record }) => record.accreditor === did,
  );
  return level < 0 || did === "" ? undefined : level + 1;
}
