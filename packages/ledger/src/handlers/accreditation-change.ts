import {
  type AccreditationAccept,
  type AccreditationRecord,
  accreditedAction,
  type ErrorCode,
  type Signer,
} from "@cartorio/protocol";
import { readAccreditation } from "../accreditations.ts";
import { checkInvoked } from "../invocation.ts";
import { chainBefore, levelAbove, rightOf } from "../rights.ts";
import { mismatch, type OperationOutcome, refused, type TransactionState } from "../state.ts";

/** Which accreditation, and the sequence that it is expected to have. */
export type Change = AccreditationAccept;

export type Opened =
  | { readonly ok: true; readonly record: AccreditationRecord }
  | Extract<OperationOutcome, { readonly ok: false }>;

/** The accreditation as of now. Codes: ACCREDITATION_NOT_FOUND, SEQUENCE_MISMATCH with the sequence. */
export function openAccreditation(state: TransactionState, change: Change): Opened {
  const record = readAccreditation(state, change);
  if (record === undefined) return refused("ACCREDITATION_NOT_FOUND");
  const { sequence } = record;
  if (change.expectedSequence === sequence) return { ok: true, record };
  return mismatch("SEQUENCE_MISMATCH", sequence);
}

/** Who changes an accreditation from above, and how far above it stands: 1 = its accreditor. */
export type Superior =
  | { readonly ok: true; readonly level: number }
  | { readonly ok: false; readonly code: ErrorCode };

/**
 * The accreditor or one above it in the chain acts, with a `capabilityInvocation` key, and may accredit
 * now by the accreditation from which the chain descends: whoever lost that for cause, or is suspended,
 * judges nobody below (docs/ledger.md 5). All as of before the transaction. Codes: those of
 * `checkInvoked` and `rightOf`, ACCREDITATION_NOT_FOUND, UNAUTHORISED for a DID that stands elsewhere.
 */
export function superiorOf(
  state: TransactionState,
  signers: readonly Signer[],
  change: Change & { readonly by: string },
): Superior {
  const { by } = change;
  const unsigned = checkInvoked(state, signers, by);
  if (unsigned !== undefined) return { ok: false, code: unsigned };
  const { links } = chainBefore(state, change);
  if (links.length === 0) return { ok: false, code: "ACCREDITATION_NOT_FOUND" };
  const level = levelAbove(state, change, by);
  const below = level === undefined ? undefined : links[level - 1];
  if (level === undefined || below === undefined) return { ok: false, code: "UNAUTHORISED" };
  const { accredit } = accreditedAction;
  const own = { subject: by, index: below.record.parent, action: accredit };
  const code = rightOf(state, own);
  return code === undefined ? { ok: true, level } : { ok: false, code };
}
