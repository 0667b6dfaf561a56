// Who is a member, and who speaks for one, as the model sees it.
import {
  bit,
  type Doing,
  keysWith,
  type ModelSigner,
  type ModelState,
  need,
  Refusal,
  writer,
} from "./state.ts";

export function weightOf({ members }: ModelState, did: string): number {
  return members.find((member) => member.did === did)?.weight ?? 0;
}
export const totalWeight = ({ members }: ModelState): number =>
  members.reduce((sum, { weight }) => sum + weight, 0);

/** Author or co-signer, for an active member before and now, by a key that invoked before. */
export function isVoice({ state, before }: Doing, { did, key, role }: ModelSigner): boolean {
  const [now, then] = [state.dids[did], before.dids[did]];
  if (weightOf(state, did) === 0 || weightOf(before, did) === 0) return false;
  if (now === undefined || then === undefined || !now.active || !then.active) return false;
  const isSigner = role === "author" || role === "cosigner";
  return isSigner && keysWith(then.document, bit.invocation).includes(key);
}

/** Index of a member in whose name governance is written. */
export function needVoter(doing: Doing, did: string): number {
  writer(doing, did);
  const isMember = weightOf(doing.state, did) > 0 && weightOf(doing.before, did) > 0;
  need(isMember, "MEMBER_NOT_FOUND");
  const speaks = doing.signers.some((signer) => signer.did === did && isVoice(doing, signer));
  if (!speaks) throw new Refusal("UNAUTHORISED");
  return doing.state.members.findIndex((member) => member.did === did);
}
