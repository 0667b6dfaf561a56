import type { Caller } from "./caller.ts";
import type { Method } from "./method.ts";
import { permissionOf } from "./method-access.ts";
import { isRecord } from "./rpc-call.ts";

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
  /** Of several transactions in one call: of each how it ended, and its id where it was taken. */
  readonly results?: readonly AuditedResult[];
}

export interface AuditedResult {
  readonly code: string;
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
  if (!isRecord(value)) return entry;
  const { id, results } = value;
  return {
    ...entry,
    ...(typeof id === "string" ? { id } : {}),
    ...(Array.isArray(results) ? { results: results.filter(isRecord).map(auditedResult) } : {}),
  };
}

function auditedResult({ code, id }: Readonly<Record<string, unknown>>): AuditedResult {
  return { code: String(code), ...(typeof id === "string" ? { id } : {}) };
}
