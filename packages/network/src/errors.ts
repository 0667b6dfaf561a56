// Operational failures of the network. Refused peers are notices, never errors.

/** PORT_IN_USE and LISTEN_FAILED come from `start`, the rest from `send` and `request`. */
export type NetworkErrorCode =
  | "PORT_IN_USE"
  | "LISTEN_FAILED"
  | "NOT_CONNECTED"
  | "TIMEOUT"
  | "FRAME_TOO_LARGE"
  | "QUEUE_FULL"
  | "REQUEST_FAILED"
  | "STOPPED";

export class NetworkError extends Error {
  readonly code: NetworkErrorCode;

  constructor(code: NetworkErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "NetworkError";
    this.code = code;
  }
}

export function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
