import type { DidOperation } from "@cartorio/protocol";
import type { OperationHandlers } from "./context.ts";
import { didCreateHandler } from "./did-create.ts";
import { didDeactivateHandler } from "./did-deactivate.ts";
import { didRotateKeysHandler } from "./did-rotate-keys.ts";
import { didUpdateHandler } from "./did-update.ts";

/** Handlers of the registry; table.ts puts all registries together. */
export const didHandlers: OperationHandlers<DidOperation["kind"]> = {
  didCreate: didCreateHandler,
  didUpdate: didUpdateHandler,
  didDeactivate: didDeactivateHandler,
  didRotateKeys: didRotateKeysHandler,
};
