import { type ErrorCode, errorCodes } from "@cartorio/protocol";

/** Codes that arise between the client and the gateway, beside those of the one error table. */
export type ClientErrorCode =
  /** No gateway answered: network, timeout, or an HTTP status that says so. */
  | "TRANSPORT_FAILED"
  /** A gateway answered something that is not an answer to the question. */
  | "ANSWER_INVALID"
  /** JSON-RPC 2.0 section 5.1. */
  | "PARSE_ERROR"
  | "INVALID_REQUEST"
  | "METHOD_NOT_FOUND"
  | "INVALID_PARAMS"
  | "INTERNAL_ERROR";

export type CartorioErrorCode = ErrorCode | ClientErrorCode;

/** Facts about an error, as the gateway gave them or the client found them. */
export type ErrorData = Readonly<Record<string, unknown>>;

/**
 * What actions throw. Programs look at `code`, people at `message`, which says what is wrong and
 * what to do. Verifying throws nothing: its results are values.
 */
export class CartorioError extends Error {
  readonly code: CartorioErrorCode;
  readonly data: ErrorData;

  constructor(code: CartorioErrorCode, data: ErrorData = {}, options?: ErrorOptions) {
    super(explain(code, data), options);
    this.name = "CartorioError";
    this.code = code;
    this.data = data;
  }
}

const clientMessages: Readonly<Record<ClientErrorCode, string>> = {
  TRANSPORT_FAILED: "No gateway answered. Check the URL and the network; sending again is safe.",
  ANSWER_INVALID: "The gateway's answer does not fit the question. Do not use it; ask another one.",
  PARSE_ERROR: "The gateway could not read the request.",
  INVALID_REQUEST: "The gateway did not take the request as one.",
  METHOD_NOT_FOUND: "The gateway does not know the method. Compare its version with the SDK's.",
  INVALID_PARAMS: "The gateway refused the parameters.",
  INTERNAL_ERROR: "The gateway failed. See its log, or ask another one.",
};

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCodes, code);
}

function isClientCode(code: string): code is ClientErrorCode {
  return Object.hasOwn(clientMessages, code);
}

/** The code that a gateway named; ANSWER_INVALID for one that this SDK does not know. */
export function knownCode(code: unknown): CartorioErrorCode {
  if (typeof code !== "string") return "ANSWER_INVALID";
  return isErrorCode(code) || isClientCode(code) ? code : "ANSWER_INVALID";
}

function explain(code: CartorioErrorCode, data: ErrorData): string {
  const text = isErrorCode(code)
    ? `${errorCodes[code].summary} ${errorCodes[code].action}`
    : clientMessages[code];
  const facts = Object.entries(data).filter(([name]) => name !== "code" && name !== "action");
  const detail = facts.map(([name, value]) => `${name}: ${String(value)}`).join(", ");
  return `${code}: ${text}${detail === "" ? "" : ` (${detail})`}`;
}
