import type { cartorio } from "../generated/wire.js";
import { hash, type Problem, time, uint, uint32 } from "./checks.ts";
import { copied, int } from "./codec.ts";

/** Why governance dropped a body (proto/schema.proto). */
export const redactionReason = { personalData: 1, courtOrder: 2, other: 3 } as const;

/** What stands in place of a body that governance dropped (docs/ledger.md 6). */
export interface Redaction {
  /** 32 bytes: of the body that was here, as the record beside it names it. */
  readonly hash: Uint8Array;
  readonly time: number;
  readonly height: number;
  /** Number of the proposal that decided it. */
  readonly proposal: number;
  /** {@link redactionReason}. */
  readonly reason: number;
}

export function redactionFromWire(
  wire: cartorio.Redaction.$Properties | null | undefined,
): Redaction | undefined {
  if (!wire) return undefined;
  return {
    hash: copied(wire.hash),
    time: int(wire.time),
    height: int(wire.height),
    proposal: int(wire.proposal),
    reason: int(wire.reason),
  };
}

export function checkRedaction(value: Redaction): Problem {
  return (
    hash(value.hash, "redaction.hash") ??
    time(value.time, "redaction.time") ??
    uint(value.height, "redaction.height") ??
    uint(value.proposal, "redaction.proposal") ??
    uint32(value.reason, "redaction.reason")
  );
}
