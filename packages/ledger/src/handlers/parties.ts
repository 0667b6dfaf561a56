import { parseDid } from "@cartorio/protocol";
import type { TransactionState } from "../state.ts";

/** Distinct DIDs of this network without the issuer. They need not exist yet. */
export function areParties(
  { block }: TransactionState,
  issuer: string,
  dids: readonly string[],
): boolean {
  const { network } = block.base;
  return (
    new Set(dids).size === dids.length &&
    dids.every((did) => did !== issuer && parseDid(did)?.network === network)
  );
}
