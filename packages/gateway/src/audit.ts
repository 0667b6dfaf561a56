import type { Caller } from "./caller.ts";
import type { Method } from "./method.ts";
import { permissionOf } from "./method-access.ts";

/** Who wrote what, and how it ended: one per call of a method that needs more than reading. */
export interface AuditEntry {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly requestId: string;
  readonly client: string;
  /** Name of the token; null without one. */
  readonly token: string | null;
  readonly method: string;
  /** OK, or the code of the refusal. */
  readonly code: string;
  /** What the answer names: the id of a transaction. */
  readonly id?: string;
}

/** Keeps entries; must not throw. */
export type Audit = (entry: AuditEntry) => void;

export interface AuditedCall {
  readonly caller: Caller;
  readonly method: Method;
  readonly code: string;
  /** The result, if there is one. */
  readonly value: unknown;
}

/**
 * Undefined for a method that only reads, and for what was over its client's share: a batch costs a
 * stranger little, and each entry the disk of the node.
 */
export function auditEntry(call: AuditedCall): AuditEntry | undefined {
  const { caller, method, code, value } = call;
  if (permissionOf(method) === "read" || code === "RATE_LIMITED") return undefined;
  const { requestId, client, token } = caller;
  const entry: AuditEntry = {
    time: Date.now(),
    requestId,
    client,
    token: token ?? null,
    method: method.name,
    code,
  };
  const id: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "id") : null;
  return typeof id === "string" ? { ...entry, id } : entry;
}
