import type { OperationCodecs } from "./operation-codec.ts";
import type { StatusListOperation } from "./status-list-types.ts";

/** Operations of the registry by kind; operation-table.ts puts all registries together. */
export const statusListOperationCodecs: OperationCodecs<StatusListOperation["kind"]> = {};
