import { emit, type Replica } from "./state.ts";
import type { Effect } from "./types.ts";

type Halt = Extract<Effect, { readonly kind: "halt" }>;

/** Stops signing and proposing for good; certificates are still followed. Each code is told once. */
export function halt(replica: Replica, reason: Omit<Halt, "kind">): void {
  if (replica.halted.has(reason.code)) return;
  replica.halted.add(reason.code);
  emit(replica, { kind: "halt", ...reason });
}
