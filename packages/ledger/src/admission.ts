import type { DecodedEnvelope, ErrorCode } from "@cartorio/protocol";
import { checkFitsAlone } from "./block-rules.ts";
import type { Ledger } from "./ledger.ts";
import { checkLongLivedCap } from "./long-lived.ts";
import { checkPayer } from "./payer.ts";
import { checkPolicy } from "./policy.ts";
import { isInMemory } from "./replay.ts";
import { type BlockState, startBlock, startTransaction } from "./state.ts";
import { checkWindow, isLongLived } from "./validity.ts";

/**
 * Whether a transaction may wait in the mempool: the checks that come before any signature check
 * (docs/ledger.md 1), against the head and the node's clock. A help against waste, not a promise:
 * execution decides. Codes: EXPIRED, VALID_UNTIL_TOO_FAR, DUPLICATE_TRANSACTION, TOO_LARGE,
 * SPONSOR_SHARE_EXCEEDED (it would not fit into an empty block), SPONSOR_NOT_MEMBER,
 * DID_DEACTIVATED, UNAUTHORISED, POLICY_REFUSED, LONG_LIVED_CAP.
 */
export function checkAdmission(
  ledger: Ledger,
  decoded: DecodedEnvelope,
  nowMs: number,
): ErrorCode | undefined {
  const { head } = ledger;
  const { body, id, payer } = decoded;
  // A clock behind the chain must not admit what the next block would find expired.
  const time = Math.max(nowMs, head.header.time + 1);
  const outside = checkWindow(body, time);
  if (outside !== undefined) return outside;
  if (isInMemory(ledger.replay, id, body.validUntil)) return "DUPLICATE_TRANSACTION";
  const unfit = checkFitsAlone(ledger.parameters, decoded);
  if (unfit !== undefined) return unfit;
  const block = startBlock(ledger, { height: head.height + 1, time });
  const unpaid = checkPayer(block, decoded) ?? checkPolicies(block, decoded);
  if (unpaid !== undefined || !isLongLived(body.validUntil, time)) return unpaid;
  return checkLongLivedCap(block, payer);
}

function checkPolicies(block: BlockState, { body }: DecodedEnvelope): ErrorCode | undefined {
  const state = startTransaction(block);
  for (const operation of body.operations) {
    const refusal = checkPolicy(state, operation, body.signers);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
