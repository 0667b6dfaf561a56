import type { StatusListOperation } from "@cartorio/protocol";
import type { OperationHandlers } from "./context.ts";
import { statusListCreateHandler } from "./status-list-create.ts";
import { statusListUpdateHandler } from "./status-list-update.ts";

/** Handlers of the registry; table.ts puts all registries together. */
export const statusListHandlers: OperationHandlers<StatusListOperation["kind"]> = {
  statusListCreate: statusListCreateHandler,
  statusListUpdate: statusListUpdateHandler,
};
