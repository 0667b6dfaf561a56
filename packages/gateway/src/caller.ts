/** Who sends a request, as far as the gateway knows. */
export interface Caller {
  /** In the log, in the header `x-request-id` and in every error. */
  readonly requestId: string;
}
