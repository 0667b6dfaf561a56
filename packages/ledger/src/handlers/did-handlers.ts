import type { DidOperation } from "@cartorio/protocol";
import type { OperationHandlers } from "./context.ts";
import { didCreateHandler } from "./did-create.ts";
import { didDeactivateHandler } from "./did-deactivate.ts";
import { didRecoveryCancelHandler } from "./did-recovery-cancel.ts";
import { didRecoveryFinaliseHandler } from "./did-recovery-finalise.ts";
import { didRecoveryProposeHandler } from "./did-recovery-propose.ts";
import { didRotateKeysHandler } from "./did-rotate-keys.ts";
import { didSetControllersHandler } from "./did-set-controllers.ts";
import { didSetRecoveryHandler } from "./did-set-recovery.ts";
import { didUpdateHandler } from "./did-update.ts";

/** Handlers of the registry; table.ts puts all registries together. */
export const didHandlers: OperationHandlers<DidOperation["kind"]> = {
  didCreate: didCreateHandler,
  didUpdate: didUpdateHandler,
  didDeactivate: didDeactivateHandler,
  didRotateKeys: didRotateKeysHandler,
  didSetControllers: didSetControllersHandler,
  didSetRecovery: didSetRecoveryHandler,
  didRecoveryPropose: didRecoveryProposeHandler,
  didRecoveryCancel: didRecoveryCancelHandler,
  didRecoveryFinalise: didRecoveryFinaliseHandler,
};
