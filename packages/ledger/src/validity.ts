import { type ErrorCode, limits, type TransactionBody } from "@cartorio/protocol";
import { isGuarded } from "./handlers/table.ts";

/** True if the transaction is valid for longer than the ordinary window of 10 minutes. */
export function isLongLived(validUntil: number, time: number): boolean {
  return validUntil > time + limits.validityWindowMs;
}

/**
 * time <= validUntil <= time + 10 minutes; up to 7 days if every operation is guarded (docs/ledger.md
 * 1). Codes: EXPIRED, VALID_UNTIL_TOO_FAR.
 */
export function checkWindow(body: TransactionBody, time: number): ErrorCode | undefined {
  return body.validUntil < time ? "EXPIRED" : checkFarEnd(body, time);
}

/** The far end of the window alone. */
export function checkFarEnd(body: TransactionBody, time: number): ErrorCode | undefined {
  const { validUntil } = body;
  if (!isLongLived(validUntil, time)) return undefined;
  const mayBeLong = validUntil <= time + limits.longValidityWindowMs;
  return mayBeLong && body.operations.every(isGuarded) ? undefined : "VALID_UNTIL_TOO_FAR";
}
