/**
 * What one gateway spends on its clients. Settings of the process, not of the protocol: two
 * gateways of one network may differ.
 */
export interface GatewayLimits {
  /** Largest HTTP body. */
  readonly maxBodyBytes: number;
  /** Arrays and objects within each other in a body. */
  readonly maxJsonDepth: number;
  /** Scalars, arrays and objects in a body. */
  readonly maxJsonValues: number;
  /** Requests in one JSON-RPC batch. */
  readonly maxBatchRequests: number;
  /** Largest HTTP answer, a batch counted as a whole. */
  readonly maxResponseBytes: number;
  /** Longest time that one request may take, waiting for a transaction not counted. */
  readonly requestTimeoutMs: number;
  /** Longest time that `tx_wait` waits, whatever the caller asks for. */
  readonly maxWaitMs: number;
  /** HTTP requests worked on at once, waiting ones included; more are refused with QUEUE_FULL. */
  readonly maxConcurrentRequests: number;
  /** Connections at once; more are closed as they come. */
  readonly maxConnections: number;
  /** Longest time in which a client must have sent its whole request. */
  readonly receiveTimeoutMs: number;
  /** Longest time in which a client must have taken its whole answer. */
  readonly sendTimeoutMs: number;
  /** Bytes of bodies and messages, on their way and worked on, as they are in memory; more are refused. */
  readonly maxUnfinishedBytes: number;
  /** Answers and events that are made and not yet taken, in bytes; more are refused with QUEUE_FULL. */
  readonly maxUnsentBytes: number;
  /** WebSockets at once. */
  readonly maxSockets: number;
  /** Subscriptions of one WebSocket. */
  readonly maxSocketSubscriptions: number;
  /** Subscriptions of all. */
  readonly maxSubscriptions: number;
  /** Untaken bytes of one WebSocket above which it is told and asked nothing more. */
  readonly maxSocketBytes: number;
  /** Between two signs of life that a WebSocket is asked for; without one it is cut at the next. */
  readonly pingMs: number;
  /** Questions in one `proof_get`; the keys they lead to are bounded by the proof itself. */
  readonly maxProofQuestions: number;
}

export const defaultGatewayLimits: GatewayLimits = {
  // A batch of a dozen largest envelopes (64 KiB, 86 KiB as base64url).
  maxBodyBytes: 1024 * 1024,
  // A JSON Schema of 32 levels as a parameter within a request within a batch, twice.
  maxJsonDepth: 64,
  // A full batch with hundreds of values per request; parsing so many takes milliseconds.
  maxJsonValues: 50_000,
  // As many as other chains allow; a client that has more to say sends two batches.
  maxBatchRequests: 100,
  // The largest block (4 MiB of envelopes) as base64url, with receipts and certificate.
  maxResponseBytes: 16 * 1024 * 1024,
  // Reads take milliseconds: after ten seconds the node is not going to answer.
  requestTimeoutMs: 10_000,
  // Below the minute after which proxies and load balancers cut a silent connection.
  maxWaitMs: 50_000,
  // A waiting request costs a few kilobytes: room for ten thousand clients in tx_wait.
  maxConcurrentRequests: 16_384,
  // As many waiting requests, each on its own connection, and idle ones.
  maxConnections: 20_000,
  // A megabyte at a tenth of a megabit per second would be 80 s; nobody with less runs an institution.
  receiveTimeoutMs: 30_000,
  // The same for the largest answer at 4 Mbit/s.
  sendTimeoutMs: 35_000,
  // A hundred of the largest bodies, or of the small ones as many as there may be connections.
  maxUnfinishedBytes: 128 * 1024 * 1024,
  // Sixteen of the largest answers: what slow readers may pin in memory together.
  maxUnsentBytes: 256 * 1024 * 1024,
  // Half of the connections: the others stay for HTTP.
  maxSockets: 10_000,
  // Every topic for a few DIDs; who watches more filters by itself.
  maxSocketSubscriptions: 32,
  // Two for each WebSocket.
  maxSubscriptions: 20_000,
  // A few hundred events, some seconds of a busy chain.
  maxSocketBytes: 256 * 1024,
  // Proxies cut silent connections after a minute.
  pingMs: 30_000,
  // A further credential of one issuer leads to two more keys, and a proof holds 256.
  maxProofQuestions: 120,
};
