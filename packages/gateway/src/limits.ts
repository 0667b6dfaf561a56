/**
 * What one gateway spends on its clients. Settings of the process, not of the protocol: two
 * gateways of one network may differ.
 */
export interface GatewayLimits {
  /** Largest HTTP body. */
  readonly maxBodyBytes: number;
  /** Requests in one JSON-RPC batch. */
  readonly maxBatchRequests: number;
  /** Largest HTTP answer, a batch counted as a whole. */
  readonly maxResponseBytes: number;
  /** Longest time that one request may take, waiting for a transaction not counted. */
  readonly requestTimeoutMs: number;
  /** Longest time that `tx_wait` waits, whatever the caller asks for. */
  readonly maxWaitMs: number;
  /** HTTP requests worked on at once; more are refused with QUEUE_FULL. */
  readonly maxConcurrentRequests: number;
  /** Questions in one `proof_get`; the keys they lead to are bounded by the proof itself. */
  readonly maxProofQuestions: number;
}

export const defaultGatewayLimits: GatewayLimits = {
  // A batch of a dozen largest envelopes (64 KiB, 86 KiB as base64url).
  maxBodyBytes: 1024 * 1024,
  // As many as other chains allow; a client that has more to say sends two batches.
  maxBatchRequests: 100,
  // The largest block (4 MiB of envelopes) as base64url, with receipts and certificate.
  maxResponseBytes: 16 * 1024 * 1024,
  // Reads take milliseconds: after ten seconds the node is not going to answer.
  requestTimeoutMs: 10_000,
  // Below the minute after which proxies and load balancers cut a silent connection.
  maxWaitMs: 50_000,
  // A waiting request costs a few kilobytes.
  maxConcurrentRequests: 2048,
  // A further credential of one issuer leads to two more keys, and a proof holds 256.
  maxProofQuestions: 120,
};
