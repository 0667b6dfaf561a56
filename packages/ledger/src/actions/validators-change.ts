import type { ValidatorChange } from "@cartorio/protocol";
import { changeSet } from "../handlers/validator-change.ts";
import { done, mismatch } from "../state.ts";
import { newestSet } from "../validator-sets.ts";
import { twoThirds } from "../weight.ts";
import type { ActionRules } from "./action.ts";

/**
 * Another validator set, by the rules of the operation `validatorChange` (docs/consensus.md 8). Codes:
 * those of `changeSet`.
 */
export const validatorsChange: ActionRules<ValidatorChange> = {
  shareOf: () => twoThirds,
  checkCurrent({ expectedEpoch }, state) {
    const { epoch } = newestSet(state);
    return epoch === expectedEpoch ? done : mismatch("EPOCH_MISMATCH", epoch);
  },
  execute: changeSet,
};
