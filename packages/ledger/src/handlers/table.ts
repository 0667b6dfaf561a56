import type { Operation, OperationKind, OperationValue } from "@cartorio/protocol";
import type { OperationOutcome } from "../state.ts";
import { accreditationHandlers } from "./accreditation-handlers.ts";
import type { OperationContext, OperationHandler, OperationHandlers } from "./context.ts";
import { credentialHandlers } from "./credential-handlers.ts";
import { didHandlers } from "./did-handlers.ts";
import { exchangeHandlers } from "./exchange-handlers.ts";
import { governanceHandlers } from "./governance-handlers.ts";
import { schemaHandlers } from "./schema-handlers.ts";
import { statusListHandlers } from "./status-list-handlers.ts";
import { validatorHandlers } from "./validator-handlers.ts";

type OperationOf<K extends OperationKind> = {
  readonly [P in K]: { readonly kind: P; readonly value: OperationValue<P> };
}[K];

const handlers: OperationHandlers<Operation["kind"]> = {
  ...didHandlers,
  ...credentialHandlers,
  ...validatorHandlers,
  ...accreditationHandlers,
  ...schemaHandlers,
  ...statusListHandlers,
  ...exchangeHandlers,
  ...governanceHandlers,
};

export function executeOperation<K extends OperationKind>(
  operation: OperationOf<K>,
  context: OperationContext,
): OperationOutcome {
  const handler: OperationHandler<OperationValue<K>> = handlers[operation.kind];
  return handler.execute(operation.value, context);
}

/** See {@link OperationHandler}. */
export function isGuarded<K extends OperationKind>(operation: OperationOf<K>): boolean {
  const handler: OperationHandler<OperationValue<K>> = handlers[operation.kind];
  return handler.isGuarded(operation.value);
}
