import type { OperationCodecs } from "./operation-codec.ts";
import type { SchemaOperation } from "./schema-types.ts";

/** Operations of the registry by kind; operation-table.ts puts all registries together. */
export const schemaOperationCodecs: OperationCodecs<SchemaOperation["kind"]> = {};
