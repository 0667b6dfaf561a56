import type { ErrorCode, ValidatorSet } from "@cartorio/protocol";
import type { TransactionState } from "../state.ts";
import { mismatch } from "../state.ts";
import { isPending, newestSet } from "../validator-sets.ts";

export type OpenEpoch =
  | { readonly ok: true; readonly set: ValidatorSet }
  | { readonly ok: false; readonly code: ErrorCode; readonly currentVersion?: number };

/**
 * The set that a change starts from: the newest one, in force and of the epoch that the operation
 * expects, so that none acts twice (docs/consensus.md 8). Codes: SET_CHANGE_PENDING; EPOCH_MISMATCH,
 * with the epoch that the state holds.
 */
export function openEpoch(state: TransactionState, expectedEpoch: number): OpenEpoch {
  const set = newestSet(state);
  if (isPending(set, state)) return { ok: false, code: "SET_CHANGE_PENDING" };
  if (expectedEpoch === set.epoch) return { ok: true, set };
  return mismatch("EPOCH_MISMATCH", set.epoch);
}
