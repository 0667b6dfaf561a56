import type { ErrorCode } from "@cartorio/protocol";

/** An operational failure at the edge of the node: a stable code and a message that says what to do. */
export class NodeError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "NodeError";
    this.code = code;
  }
}
