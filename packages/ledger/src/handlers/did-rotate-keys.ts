import type { DidRotateKeys } from "@cartorio/protocol";
import type { OperationHandler } from "./context.ts";
import { isVersionGuarded } from "./expected-version.ts";
import { setControl } from "./set-control.ts";

/**
 * New control keys, threshold and next-key hashes; the document stays. Also the way back from control by
 * other DIDs. An establishment operation: with pre-rotation on by revealed keys, with fresh hashes, or
 * none to switch it off (docs/ledger.md 2). Codes: those of `setControl`.
 */
export const didRotateKeysHandler: OperationHandler<DidRotateKeys> = {
  isGuarded: isVersionGuarded,
  execute: (operation, context) => setControl(operation, context, "keys"),
};
