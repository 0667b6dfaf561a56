import type { Method } from "./method.ts";

export const statusListMethods: readonly Method[] = [];
