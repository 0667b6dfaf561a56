import type { Operation, OperationKind } from "@cartorio/protocol";
import type { OperationOutcome } from "../state.ts";
import type { OperationContext, OperationHandler } from "./context.ts";
import { credentialAnchorHandler } from "./credential-anchor.ts";
import { credentialRevokeHandler } from "./credential-revoke.ts";
import { didCreateHandler } from "./did-create.ts";
import { didDeactivateHandler } from "./did-deactivate.ts";
import { didRotateKeysHandler } from "./did-rotate-keys.ts";
import { didUpdateHandler } from "./did-update.ts";
import { validatorChangeHandler } from "./validator-change.ts";
import { validatorReenterHandler } from "./validator-reenter.ts";

type ValueOf<K extends OperationKind> = Extract<Operation, { readonly kind: K }>["value"];
type OperationOf<K extends OperationKind> = {
  readonly [P in K]: { readonly kind: P; readonly value: ValueOf<P> };
}[K];

const handlers: { readonly [K in OperationKind]: OperationHandler<ValueOf<K>> } = {
  didCreate: didCreateHandler,
  didUpdate: didUpdateHandler,
  didDeactivate: didDeactivateHandler,
  didRotateKeys: didRotateKeysHandler,
  credentialAnchor: credentialAnchorHandler,
  credentialRevoke: credentialRevokeHandler,
  validatorChange: validatorChangeHandler,
  validatorReenter: validatorReenterHandler,
};

/** The operation kinds of this version, in the order of their numbers. */
export const operationKinds: readonly OperationKind[] = Object.keys(handlers) as OperationKind[];

export function executeOperation<K extends OperationKind>(
  operation: OperationOf<K>,
  context: OperationContext,
): OperationOutcome {
  const handler: OperationHandler<ValueOf<K>> = handlers[operation.kind];
  return handler.execute(operation.value, context);
}

/** See {@link OperationHandler}. */
export function isGuarded<K extends OperationKind>(operation: OperationOf<K>): boolean {
  const handler: OperationHandler<ValueOf<K>> = handlers[operation.kind];
  return handler.isGuarded(operation.value);
}
