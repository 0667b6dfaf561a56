import type { GovernanceOperation } from "@cartorio/protocol";
import type { OperationHandlers } from "./context.ts";

/** Handlers of the registry; table.ts puts all registries together. */
export const governanceHandlers: OperationHandlers<GovernanceOperation["kind"]> = {};
