import { issuerProfileRecord, stateKeys } from "@cartorio/protocol";
import type { ProvenState } from "./proof.ts";
import { invalid, notChecked, unknown, type Verdict } from "./verdict.ts";

/**
 * What it means that a credential is not anchored: nothing, unless its issuer declared that from a time
 * on that has come it anchors all that it issues (docs/ledger.md 9). When a signature was made nobody
 * knows without an anchor, so what the issuer signed before it said so is covered too.
 */
export function judgeUnanchored(state: ProvenState, issuer: string): Verdict {
  const record = state.record(stateKeys.issuerProfile(issuer));
  if (record === undefined) return notChecked("NOT_MENTIONED");
  const profile = issuerProfileRecord.decode(record);
  if (!profile.ok) return unknown(profile.code);
  const since = profile.value.anchorRequiredSince;
  const isRequired = since !== 0 && since <= state.time;
  return isRequired ? invalid("ANCHOR_REQUIRED") : notChecked("NOT_MENTIONED");
}
