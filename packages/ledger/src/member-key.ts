import type { Signer } from "@cartorio/protocol";
import { isActive } from "./dids.ts";
import type { Ledger } from "./ledger.ts";
import { memberOf, speaksFor } from "./payer.ts";
import { startBlock } from "./state.ts";

/**
 * Whether a key speaks for a member at the head, as an author's that pays (docs/ledger.md 1). What a node
 * keeps for somebody before it is a transaction, it keeps for members only.
 */
export function isKeyOfMember(
  ledger: Ledger,
  { did, multikey }: Pick<Signer, "did" | "multikey">,
): boolean {
  const { height, header } = ledger.head;
  const block = startBlock(ledger, { height: height + 1, time: header.time + 1 });
  const member = memberOf(block, did);
  return member !== undefined && isActive(member) && speaksFor(member, [multikey]);
}
