// What HTTP itself must not be used for: compressed bombs, slow senders, slow readers.
import { randomUUID } from "node:crypto";
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { Budget } from "./budgets.ts";
import type { Callers } from "./callers.ts";
import { problemText } from "./http-answer.ts";
import { fixedHeaders } from "./http-headers.ts";
import type { GatewayLimits } from "./limits.ts";

/** Idle time after which a kept connection is closed; above that of usual load balancers (60 s). */
const KEEP_ALIVE_MS = 65_000;
/** Headers of one request: a token, a DID in the path, and room. */
const MAX_HEADER_BYTES = 16 * 1024;
/** So often Node looks for requests that take too long to arrive. */
const CHECK_INTERVAL_MS = 2000;
/** After an answer that slow readers have not taken a connection has this long to say anything. */
const IDLE_GRACE_MS = 10_000;

/** Options for the HTTP server of Node. */
export function httpServerOptions(limits: GatewayLimits): {
  readonly maxHeaderSize: number;
  readonly requestTimeout: number;
  readonly headersTimeout: number;
  readonly keepAliveTimeout: number;
  readonly connectionsCheckingInterval: number;
} {
  return {
    maxHeaderSize: MAX_HEADER_BYTES,
    requestTimeout: limits.receiveTimeoutMs,
    headersTimeout: Math.min(10_000, limits.receiveTimeoutMs),
    keepAliveTimeout: KEEP_ALIVE_MS,
    connectionsCheckingInterval: Math.min(CHECK_INTERVAL_MS, limits.receiveTimeoutMs),
  };
}

/** Bounds connections and silence; refuses what Node would refuse without our headers. */
export function guardServer(
  server: Server,
  limits: GatewayLimits,
  logger: Pick<Logger, "debug">,
): void {
  server.on("checkExpectation", (request: IncomingMessage, response: ServerResponse) => {
    const requestId = requestIdOf(request);
    const status = 417;
    logger.debug({ requestId, status }, "an expectation that nobody meets");
    // Not by the socket: the answers to what came before it go first.
    response.writeHead(status, {
      ...fixedHeaders,
      "content-type": "application/problem+json",
      "x-request-id": requestId,
      connection: "close",
    });
    response.end(problemText(status, requestId));
  });
  server.maxConnections = limits.maxConnections;
  server.setTimeout(Math.max(limits.maxWaitMs, KEEP_ALIVE_MS) + IDLE_GRACE_MS);
}

const requestIdForm = /^[A-Za-z0-9._-]{1,64}$/;

/** The caller's own request id where it is short and plain, else a new one. */
export function requestIdOf(request: Pick<IncomingMessage, "headers">): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && requestIdForm.test(given) ? given : randomUUID();
}

/** Whether a body is not what it seems: decoding it could make it larger than its limit, or change it. */
export function isEncodedBody({ headers }: Pick<IncomingMessage, "headers">): boolean {
  const { "content-encoding": encoding = "identity", "transfer-encoding": transfer = "chunked" } =
    headers;
  if (encoding.toLowerCase() !== "identity" || transfer.toLowerCase() !== "chunked") return true;
  const charset = /charset\s*=\s*"?([^";\s]+)/i.exec(headers["content-type"] ?? "")?.[1];
  return charset !== undefined && charset.toLowerCase() !== "utf-8";
}

export interface UnsentOptions {
  readonly limits: GatewayLimits;
  readonly callers: Callers;
  readonly budget: Budget;
}

/** Counts answers that are not yet taken, and cuts the connection of who does not take one in time. */
export function watchUnsent(app: FastifyInstance, options: UnsentOptions): void {
  const { limits, callers, budget } = options;
  app.addHook("onSend", async (request, reply, payload) => {
    // Of an answer to a client that has gone nothing is told any more: what is counted would stay so.
    if (reply.raw.closed || typeof payload !== "string") return payload;
    const bytes = Buffer.byteLength(payload);
    const holder = callers.ofHttp(request);
    budget.add(holder, bytes);
    const cut = setTimeout(() => reply.raw.destroy(), limits.sendTimeoutMs).unref();
    let isDone = false;
    const done = (): void => {
      if (isDone) return;
      isDone = true;
      clearTimeout(cut);
      budget.give(holder, bytes);
    };
    reply.raw.once("finish", done).once("close", done);
    return payload;
  });
}

const statusOfParserError: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Answers what is no HTTP, and closes. */
export function answerBrokenHttp(
  error: Error & { readonly code?: string },
  socket: Duplex,
  logger: Pick<Logger, "debug">,
): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = statusOfParserError[error.code ?? ""] ?? 400;
  const requestId = randomUUID();
  logger.debug({ requestId, status }, "not HTTP");
  refuseConnection(socket, { status, requestId, body: problemText(status, requestId) });
}

/** What is said where nobody speaks HTTP for us. */
export interface ConnectionRefusal {
  readonly status: number;
  readonly requestId: string;
  /** A problem object; default nothing. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers with the headers that every answer has, and closes. */
export function refuseConnection(stream: Duplex, refusal: ConnectionRefusal): void {
  const { status, requestId, body = "", headers = {} } = refusal;
  const all = {
    connection: "close",
    ...(body === "" ? {} : { "content-type": "application/problem+json" }),
    "content-length": String(Buffer.byteLength(body)),
    "x-request-id": requestId,
    ...fixedHeaders,
    ...headers,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? "Refused"}`, ...head];
  stream.end(`${lines.join("\r\n")}\r\n\r\n${body}`, () => stream.destroy());
}
