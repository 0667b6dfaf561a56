import type { Method } from "./method.ts";

export const exchangeMethods: readonly Method[] = [];
