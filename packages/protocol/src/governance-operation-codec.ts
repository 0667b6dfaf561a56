import type { GovernanceOperation } from "./governance-types.ts";
import type { OperationCodecs } from "./operation-codec.ts";

/** Operations of the registry by kind; operation-table.ts puts all registries together. */
export const governanceOperationCodecs: OperationCodecs<GovernanceOperation["kind"]> = {};
