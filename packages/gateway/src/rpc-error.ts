import { type ErrorCode, errorCodes, errorNumber } from "@cartorio/protocol";

/** The five codes of JSON-RPC 2.0 section 5.1, with the words of the specification. */
export const standardErrors = {
  PARSE_ERROR: { number: -32700, message: "Parse error" },
  INVALID_REQUEST: { number: -32600, message: "Invalid Request" },
  METHOD_NOT_FOUND: { number: -32601, message: "Method not found" },
  INVALID_PARAMS: { number: -32602, message: "Invalid params" },
  INTERNAL_ERROR: { number: -32603, message: "Internal error" },
} as const;

export type StandardErrorCode = keyof typeof standardErrors;

/** Facts about an error, for programs; `code` is the stable name. */
export type RpcErrorData = Readonly<Record<string, string | number | boolean>>;

/** The error member of a JSON-RPC answer. */
export interface RpcError {
  readonly code: number;
  readonly message: string;
  readonly data: RpcErrorData;
}

export function standardError(code: StandardErrorCode, data: RpcErrorData = {}): RpcError {
  const { number, message } = standardErrors[code];
  return { code: number, message, data: { code, ...data } };
}

/** The error of a code of the table: its number negated, outside the range reserved by JSON-RPC. */
export function tableError(code: ErrorCode, data: RpcErrorData = {}): RpcError {
  const { summary, action } = errorCodes[code];
  return { code: -errorNumber(code), message: summary, data: { code, action, ...data } };
}
