// Bodies and messages that have begun: they are held in memory before anything is known of them.
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { FastifyInstance } from "fastify";
import type { RawData, WebSocket } from "ws";
import type { Budget, Holder } from "./budgets.ts";
import type { Callers } from "./callers.ts";
import { sendFull } from "./http-answer.ts";

interface HttpOptions {
  readonly callers: Callers;
  readonly budget: Budget;
  /** Largest body: what one of an unknown length may become. */
  readonly maxBodyBytes: number;
}

/** Refuses a body with 503 while too many others are on their way, before a byte of it is kept. */
export function boundBodies(app: FastifyInstance, options: HttpOptions): void {
  const { callers, budget, maxBodyBytes } = options;
  const release = new WeakMap<IncomingMessage, () => void>();
  app.addHook("onRequest", async (request, reply) => {
    const bytes = Math.min(announced(request.raw, maxBodyBytes), maxBodyBytes);
    if (bytes === 0) return undefined;
    const holder = callers.of({ requestId: request.id, request: request.raw });
    if (!budget.take(holder, bytes)) return sendFull(request, reply);
    let isHeld = true;
    const give = (): void => {
      if (isHeld) budget.give(holder, bytes);
      isHeld = false;
    };
    release.set(request.raw, give);
    reply.raw.once("close", give);
    return undefined;
  });
  app.addHook("preHandler", async (request) => release.get(request.raw)?.());
}

/** Bytes of the body as its headers tell; of a chunked one the most. */
function announced({ headers }: IncomingMessage, most: number): number {
  if (headers["transfer-encoding"] !== undefined) return most;
  const length = Number(headers["content-length"] ?? 0);
  return Number.isSafeInteger(length) ? length : most;
}

/** Of a control frame of a client: two bytes and a mask. */
const controlHeader = 6;
/** Of the frames of one message, and as much of the next one: too little to be worth a count. */
const maxFrameHeaders = 16 * 1024;

interface SocketOptions {
  readonly holder: Holder;
  readonly budget: Budget;
  /** Longest time from one whole message to the next, once that one has begun. */
  readonly timeoutMs: number;
}

/** Cuts a WebSocket whose message grows beyond what is left for it, or does not come to its end in time. */
export function boundMessages(socket: WebSocket, stream: Duplex, options: SocketOptions): void {
  const { holder, budget, timeoutMs } = options;
  let bytes = 0;
  let timer: NodeJS.Timeout | undefined;
  const settle = (count: number): void => {
    budget.give(holder, count);
    bytes -= count;
    if (bytes > 0) return;
    clearTimeout(timer);
    timer = undefined;
  };
  /** A whole message leaves what came of the next one; headers of its frames are not told apart from it. */
  const message = (data: RawData): void => {
    const rest = bytes - lengthOf(data);
    settle(rest > maxFrameHeaders ? bytes - rest : bytes);
    restart();
  };
  /** Control frames come between the fragments of a message: they end nothing. */
  const control = (data: Uint8Array): void => settle(Math.min(bytes, controlHeader + data.length));
  const restart = (): void => {
    clearTimeout(timer);
    timer = bytes > 0 ? setTimeout(cut, timeoutMs).unref() : undefined;
  };
  const cut = (): void => {
    // Nothing is read of one that waits for its answers: what it has sent is not late.
    if (socket.isPaused) timer = setTimeout(cut, timeoutMs).unref();
    else socket.terminate();
  };
  // Before `ws` takes the bytes, so that the message that they complete ends the count.
  stream.prependListener("data", (chunk: Uint8Array) => {
    if (!budget.take(holder, chunk.length)) {
      socket.terminate();
      return;
    }
    bytes += chunk.length;
    timer ??= setTimeout(cut, timeoutMs).unref();
  });
  socket.on("message", message);
  socket.on("ping", control);
  socket.on("pong", control);
  socket.once("close", () => settle(bytes));
}

function lengthOf(data: RawData): number {
  return Array.isArray(data) ? data.reduce((sum, part) => sum + part.length, 0) : data.byteLength;
}
