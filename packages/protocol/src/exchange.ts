import { sha256, taggedHash } from "@cartorio/crypto";
import { limits } from "./limits.ts";
import { tags } from "./tags.ts";

/**
 * The leaf of a receipt in its batch, 32 bytes: SHA-256(`cartorio/exchange-receipt/1` || salt ||
 * SHA-256(receipt)). The salt is random and stays with the parties. Throws RangeError unless it has 32
 * bytes.
 */
export function exchangeReceiptCommitment(salt: Uint8Array, receipt: Uint8Array): Uint8Array {
  if (salt.length !== limits.hashBytes) throw new RangeError("exchangeReceiptCommitment: salt");
  return taggedHash(tags.exchangeReceipt, salt, sha256(receipt));
}
