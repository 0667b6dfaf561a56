import type { StatusListOperation } from "@cartorio/protocol";
import type { OperationHandlers } from "./context.ts";

/** Handlers of the registry; table.ts puts all registries together. */
export const statusListHandlers: OperationHandlers<StatusListOperation["kind"]> = {};
