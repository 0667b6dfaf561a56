import type { SchemaOperation } from "@cartorio/protocol";
import type { OperationHandlers } from "./context.ts";
import { schemaDeprecateHandler } from "./schema-deprecate.ts";
import { schemaRegisterHandler } from "./schema-register.ts";

/** Handlers of the registry; table.ts puts all registries together. */
export const schemaHandlers: OperationHandlers<SchemaOperation["kind"]> = {
  schemaRegister: schemaRegisterHandler,
  schemaDeprecate: schemaDeprecateHandler,
};
