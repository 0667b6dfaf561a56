import type { Mutant } from "@cartorio/simulator";
import { durabilityMutants } from "./durability.ts";
import { epochMutants } from "./epochs.ts";
import { ledgerMutants } from "./ledger.ts";
import { quorumMutants } from "./quorums.ts";
import { timerMutants } from "./timers.ts";
import { viewChangeMutants } from "./view-changes.ts";
import { votingMutants } from "./voting.ts";

export const mutants: readonly Mutant[] = [
  ...quorumMutants,
  ...viewChangeMutants,
  ...timerMutants,
  ...durabilityMutants,
  ...votingMutants,
  ...epochMutants,
  ...ledgerMutants,
];
