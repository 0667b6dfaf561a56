import { byteKey } from "@cartorio/crypto";
import {
  type AccreditationPlace,
  type AccreditationRecord,
  accreditationRecord,
  type Chain,
  type ChainQuestion,
  type Decoded,
  type ErrorCode,
  evaluateLinks,
  followChain,
} from "@cartorio/protocol";
import { type BlockState, readBlockRecord, type TransactionState } from "./state.ts";

/**
 * Why the subject may not do this now under the accreditation that it names; undefined if it may. Judged
 * by the state before the transaction, at its block time, over the whole chain (docs/ledger.md 5). Codes:
 * the reasons of `evaluateChain`.
 */
export function rightOf(
  state: TransactionState,
  question: Omit<ChainQuestion, "at">,
): ErrorCode | undefined {
  const chain = chainBefore(state, question);
  if (!chain.ok) return chain.reason;
  const verdict = evaluateLinks(chain.links, { ...question, at: state.block.time });
  return verdict.ok ? undefined : verdict.reason;
}

/** The chain of an accreditation as of before the transaction. */
export function chainBefore({ block }: TransactionState, place: AccreditationPlace): Chain {
  return followChain((key) => accreditationInBlock(block, key), place);
}

/**
 * A record takes up to half a millisecond to decode, and every anchor may ask for a chain of eight: a
 * block decodes one again only after it has written it.
 */
function accreditationInBlock(
  block: BlockState,
  key: Uint8Array,
): Decoded<AccreditationRecord> | undefined {
  const name = byteKey(key);
  const write = block.writes.get(name);
  const known = block.accreditations.get(name);
  if (known !== undefined && known.write === write) return known.decoded;
  const bytes = readBlockRecord(block, key);
  const decoded = bytes && accreditationRecord.decode(bytes);
  block.accreditations.set(name, { write, decoded });
  return decoded;
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
