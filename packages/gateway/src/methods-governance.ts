import type { Method } from "./method.ts";

export const governanceMethods: readonly Method[] = [];
