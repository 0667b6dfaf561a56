import type { GovernanceOperation } from "@cartorio/protocol";
import type { OperationHandlers } from "./context.ts";
import { governanceProposeHandler } from "./governance-propose.ts";
import { governanceVoteHandler } from "./governance-vote.ts";
import { governanceWithdrawHandler } from "./governance-withdraw.ts";

/** Handlers of the registry; table.ts puts all registries together. */
export const governanceHandlers: OperationHandlers<GovernanceOperation["kind"]> = {
  governancePropose: governanceProposeHandler,
  governanceVote: governanceVoteHandler,
  governanceWithdraw: governanceWithdrawHandler,
};
