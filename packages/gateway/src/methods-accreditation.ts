import type { Method } from "./method.ts";

export const accreditationMethods: readonly Method[] = [];
