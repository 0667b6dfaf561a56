import type { DidSetControllers } from "@cartorio/protocol";
import type { OperationHandler } from "./context.ts";
import { isVersionGuarded } from "./expected-version.ts";
import { setControl } from "./set-control.ts";

/**
 * Control by other DIDs, in place of keys or of other controllers; the document stays. An establishment
 * operation (docs/ledger.md 2). Codes: those of `setControl`.
 */
export const didSetControllersHandler: OperationHandler<DidSetControllers> = {
  isGuarded: isVersionGuarded,
  execute: (operation, context) => setControl(operation, context, "controllers"),
};
