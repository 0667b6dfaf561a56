import { type DidState, done, type OperationOutcome } from "../state.ts";

/** Code: SEQUENCE_MISMATCH, with the number of recoveries proposed so far. */
export function checkRecoverySequence(
  { expectedSequence }: { readonly expectedSequence: number },
  { head: { recoverySequence } }: DidState,
): OperationOutcome {
  if (expectedSequence === recoverySequence) return done;
  return { ok: false, code: "SEQUENCE_MISMATCH", currentVersion: recoverySequence };
}
