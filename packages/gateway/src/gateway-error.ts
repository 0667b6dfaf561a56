import type { ErrorCode } from "@cartorio/protocol";

/** An operational failure of the gateway, named by a code of the one error table. */
export class GatewayError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "GatewayError";
    this.code = code;
  }
}
