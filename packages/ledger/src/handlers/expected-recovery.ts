import { type DidState, done, mismatch, type OperationOutcome } from "../state.ts";

/** Code: SEQUENCE_MISMATCH, with the number of recoveries proposed so far. */
export function checkRecoverySequence(
  { expectedSequence }: { readonly expectedSequence: number },
  { head: { recoverySequence } }: DidState,
): OperationOutcome {
  if (expectedSequence === recoverySequence) return done;
  return mismatch("SEQUENCE_MISMATCH", recoverySequence);
}
