import type { Method } from "./method.ts";

export const schemaMethods: readonly Method[] = [];
