import type { Caller } from "./caller.ts";
import type { RpcError } from "./rpc-error.ts";

export type RequestId = string | number | null;

export interface Call {
  readonly id: RequestId;
  readonly isNotification: boolean;
  readonly method: string;
  readonly params: unknown;
}

export type ParsedCall =
  | { readonly ok: true; readonly call: Call }
  | { readonly ok: false; readonly id: RequestId };

/** An id comes back in the answer, so a stranger must not choose how long it is. */
const maxIdCharacters = 128;

/** JSON-RPC 2.0 section 4. Members that it does not name are ignored. */
export function parseCall(request: unknown): ParsedCall {
  if (!isRecord(request)) return { ok: false, id: null };
  const { jsonrpc, method, params, id } = request;
  const isNotification = !Object.hasOwn(request, "id");
  const readableId = isRequestId(id) ? id : null;
  const isValid =
    jsonrpc === "2.0" &&
    typeof method === "string" &&
    (isNotification || isRequestId(id)) &&
    (!Object.hasOwn(request, "params") || (typeof params === "object" && params !== null));
  if (!isValid) return { ok: false, id: readableId };
  return { ok: true, call: { id: readableId, isNotification, method, params } };
}

/** An integer beyond 2^53-1 could not be given back as it came, so it is no id. */
function isRequestId(id: unknown): id is RequestId {
  if (typeof id === "number") return !Number.isInteger(id) || Number.isSafeInteger(id);
  return id === null || (typeof id === "string" && id.length <= maxIdCharacters);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The error text for an id; null where none could be read. The request id leads to the log. */
export function errorText(
  id: RequestId,
  error: RpcError,
  { requestId }: Pick<Caller, "requestId">,
): string {
  const { code, message, data } = error;
  return JSON.stringify({
    jsonrpc: "2.0",
    error: { code, message, data: { ...data, requestId } },
    id,
  });
}
