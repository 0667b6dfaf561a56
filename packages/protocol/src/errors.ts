import { errorCodes } from "./error-codes.ts";

/** The name of a code. */
export type ErrorCode = keyof typeof errorCodes;

/**
 * The result of a decoder: a value, or the code that says why not. `field` names the first field
 * that broke a rule, for messages; programs look at `code` only.
 */
export type Decoded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ErrorCode; readonly field?: string };

const names = Object.keys(errorCodes) as ErrorCode[];
const byNumber: ReadonlyMap<number, ErrorCode> = new Map(
  names.map((code) => [errorCodes[code].number, code]),
);

/** The number of a code, as receipts and JSON-RPC carry it. */
export function errorNumber(code: ErrorCode): number {
  return errorCodes[code].number;
}

/** The code of a number; undefined if the table has none. */
export function errorCodeOf(number: number): ErrorCode | undefined {
  return byNumber.get(number);
}
