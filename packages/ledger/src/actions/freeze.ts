import { type Freeze, limits } from "@cartorio/protocol";
import { didNow, isActive, isFrozen, writeHead } from "../dids.ts";
import { done, mismatch, refused, type TransactionState } from "../state.ts";
import { twoThirds } from "../weight.ts";
import type { ActionRules } from "./action.ts";

/**
 * Keeps a DID from writing for at most 30 days; renewed or lifted by another proposal. Without effect on
 * credentials. A member is never frozen, only replaced (docs/ledger.md 8). Codes: FREEZE_MISMATCH,
 * DID_NOT_FOUND, DID_DEACTIVATED, FREEZE_MEMBER, FREEZE_INVALID.
 */
export const freeze: ActionRules<Freeze> = {
  shareOf: () => twoThirds,
  checkCurrent({ did, expectedUntil }, state) {
    const until = frozenUntil(did, state);
    return until === expectedUntil ? done : mismatch("FREEZE_MISMATCH", until);
  },
  execute({ did, expectedUntil, until }, { state }) {
    const now = didNow(state, did);
    if (now === undefined) return refused("DID_NOT_FOUND");
    if (!isActive(now)) return refused("DID_DEACTIVATED");
    if (state.members.has(did)) return refused("FREEZE_MEMBER");
    const { time } = state.block;
    const isValid =
      until === 0 ? expectedUntil > 0 : until > time && until <= time + limits.maxFreezeMs;
    if (!isValid || until === expectedUntil) return refused("FREEZE_INVALID");
    writeHead(state, did, { now, head: { frozenUntil: until } });
    return done;
  },
};

/** The end of the freeze in force; 0 without one. */
function frozenUntil(did: string, state: TransactionState): number {
  const now = didNow(state, did);
  return now !== undefined && isFrozen(state, now) ? now.head.frozenUntil : 0;
}
