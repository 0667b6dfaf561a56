import type { AccreditationOperation } from "./accreditation-types.ts";
import type { OperationCodecs } from "./operation-codec.ts";

/** Operations of the registry by kind; operation-table.ts puts all registries together. */
export const accreditationOperationCodecs: OperationCodecs<AccreditationOperation["kind"]> = {};
