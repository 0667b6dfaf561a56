// JSON-RPC over WebSocket: the methods of HTTP and subscriptions.
import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import { includesScope } from "./access.ts";
import { type Budgets, type Holder, holdBytes } from "./budgets.ts";
import type { Caller } from "./caller.ts";
import type { Callers } from "./callers.ts";
import type { Dispatch } from "./dispatcher.ts";
import { type ConnectionRefusal, refuseConnection, requestIdOf } from "./http-guard.ts";
import { isAllowedOrigin } from "./http-headers.ts";
import type { GatewayLimits } from "./limits.ts";
import { errorText } from "./rpc-call.ts";
import { tableError } from "./rpc-error.ts";
import type { SecurityOptions } from "./security.ts";
import { createSocketSender, type SocketSender } from "./socket-sender.ts";
import type { SubscriptionHub } from "./subscription-hub.ts";
import { createSession, type SocketSession } from "./subscription-session.ts";
import { boundMessages } from "./unfinished.ts";

export interface WebSocketOptions {
  readonly limits: GatewayLimits;
  readonly security: SecurityOptions;
  readonly dispatch: Dispatch;
  readonly callers: Callers;
  readonly budgets: Budgets;
  readonly hub: SubscriptionHub;
  readonly logger: Pick<Logger, "debug">;
}

export interface WebSockets {
  readonly close: () => void;
}

/** Messages of one connection that are worked on at once; then it is not read. */
const maxMessagesAtOnce = 64;
/** Between two looks of a subscription at its client's share. */
const shortestWaitMs = 250;
const policyViolation = 1008;
const goingAway = 1001;
const paths = new Set(["/", "/rpc", "/ws"]);

/** Serves upgrades of an HTTP server. */
export function serveWebSockets(server: Server, options: WebSocketOptions): WebSockets {
  // No compression: a few bytes could unpack to gigabytes, and contexts cost memory per client.
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: options.limits.maxBodyBytes,
    perMessageDeflate: false,
    autoPong: false,
    clientTracking: true,
  });
  server.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on("error", () => stream.destroy());
    const requestId = requestIdOf(request);
    const refused = refusal({ request, stream }, options, requestId);
    if (refused !== undefined) {
      options.logger.debug({ requestId, status: refused.status }, "upgrade refused");
      refuseConnection(stream, refused);
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => connect(socket, request, options));
  });
  return {
    close() {
      for (const socket of sockets.clients) {
        socket.close(goingAway);
        socket.terminate();
      }
    },
  };
}

/** What is said to a connection that is not taken. */
function refusal(
  { request, stream }: { readonly request: IncomingMessage; readonly stream: Duplex },
  options: WebSocketOptions,
  requestId: string,
): ConnectionRefusal | undefined {
  const { security, budgets } = options;
  const refused = (status: number, headers = {}): ConnectionRefusal => {
    return { status, requestId, headers };
  };
  const path = (request.url ?? "").split("?", 1)[0] ?? "";
  if (!paths.has(path)) return refused(404);
  const { origin } = request.headers;
  // Browsers let any page open a WebSocket and leave the check to the server.
  if (origin !== undefined && !isAllowedOrigin(security, origin)) return refused(403);
  const caller = callerOf(request, options, requestId);
  const retryAfterMs = caller.spend(1);
  if (retryAfterMs > 0) {
    return refused(429, { "retry-after": String(Math.ceil(retryAfterMs / 1000)) });
  }
  if (!includesScope(caller.scope, "read")) return refused(401, { "www-authenticate": "Bearer" });
  // Given back when the connection closes.
  if (!budgets.unsentBytes.hasRoom(caller) || !budgets.sockets.take(caller, 1)) return refused(503);
  stream.once("close", () => budgets.sockets.give(caller, 1));
  return undefined;
}

function callerOf(
  request: IncomingMessage,
  { callers }: WebSocketOptions,
  requestId: string,
): Caller {
  return callers.of({ requestId, request });
}

function connect(socket: WebSocket, request: IncomingMessage, options: WebSocketOptions): void {
  const { limits, hub, budgets } = options;
  const connection = randomUUID();
  // Judged anew each time: a token may expire while the connection lasts.
  const callerNow = (requestId: string): Caller => callerOf(request, options, requestId);
  const holder = callerNow(connection);
  const sender = createSocketSender(socket, { limits, holder, budget: budgets.unsentBytes });
  const isReady = async (): Promise<boolean> => {
    while (await sender.drained()) {
      if (!includesScope(callerNow(connection).scope, "read")) {
        socket.close(policyViolation);
        return false;
      }
      if (budgets.unsentBytes.hasRoom(holder)) return true;
      await pause(shortestWaitMs, undefined, { ref: false });
    }
    return false;
  };
  let sent: Promise<boolean> = Promise.resolve(true);
  const session = createSession({
    hub,
    maxSubscriptions: limits.maxSocketSubscriptions,
    sink: {
      holder,
      // One event after the other: all subscriptions of a socket are ready at once, and an event may be megabytes.
      send(text) {
        sent = sent.then(async () => {
          if (!(await isReady())) return false;
          sender.send(text);
          return true;
        });
        return sent;
      },
      isReady,
      async pay(cost) {
        let retryAfterMs = callerNow(connection).spend(cost);
        while (retryAfterMs > 0 && socket.readyState === socket.OPEN) {
          // Many subscriptions of one client wait for the same share: each asking every millisecond took
          // half of this thread.
          await pause(Math.max(retryAfterMs, shortestWaitMs), undefined, { ref: false });
          retryAfterMs = callerNow(connection).spend(cost);
        }
      },
    },
  });
  const budget = budgets.unfinishedBytes;
  const timeoutMs = limits.receiveTimeoutMs;
  boundMessages(socket, request.socket, { holder, budget, timeoutMs });
  const stopPings = keepAlive(socket, limits.pingMs);
  socket.once("close", () => {
    stopPings();
    session.close();
  });
  socket.on("ping", sender.pong);
  // The socket closes after it.
  socket.on("error", () => {});
  readMessages(socket, { ...options, connection, holder, callerNow, sender, session });
}

interface Connection extends WebSocketOptions {
  readonly connection: string;
  readonly holder: Holder;
  readonly callerNow: (requestId: string) => Caller;
  readonly sender: SocketSender;
  readonly session: SocketSession;
}

/** A message that waits, besides its bytes. */
const waitingBytes = 128;

/** Reads while the client takes its answers and has not too many questions open. */
function readMessages(socket: WebSocket, connection: Connection): void {
  let open = 0;
  let count = 0;
  /** What was in a chunk that had more messages than are worked on at once: `ws` gives them all. */
  const waiting: RawData[] = [];
  const held = holdBytes(connection.budgets.unfinishedBytes, connection.holder);
  const begin = (data: RawData): void => {
    open += 1;
    count += 1;
    if (open >= maxMessagesAtOnce) socket.pause();
    const caller = connection.callerNow(`${connection.connection}.${count}`);
    // The dispatcher never rejects; a socket that closed meanwhile takes nothing.
    void answer(bytesOf(data), caller, connection).then(finish);
  };
  const finish = async (): Promise<void> => {
    const isOpen = await connection.sender.drained();
    open -= 1;
    const next = isOpen ? waiting.shift() : undefined;
    if (waiting.length === 0) held.reset();
    if (next !== undefined) begin(next);
    else if (isOpen && socket.isPaused) socket.resume();
  };
  socket.on("message", (data: RawData) => {
    if (open < maxMessagesAtOnce) begin(data);
    else if (held.grow(bytesOf(data).length + waitingBytes)) waiting.push(data);
    else socket.terminate();
  });
  socket.once("close", () => {
    waiting.length = 0;
    held.reset();
  });
}

async function answer(body: Uint8Array, caller: Caller, connection: Connection): Promise<void> {
  const { dispatch, limits, budgets, sender, session } = connection;
  const { maxConcurrentRequests } = limits;
  if (!budgets.unsentBytes.hasRoom(caller) || !budgets.requests.take(caller, 1)) {
    sender.send(errorText(null, tableError("QUEUE_FULL", { maxConcurrentRequests }), caller));
    return;
  }
  const turn = session.turn();
  try {
    const { text } = await dispatch(body, { ...caller, session: turn });
    if (text !== undefined) sender.send(text);
  } finally {
    budgets.requests.give(caller, 1);
    turn.start();
  }
}

/** Cuts a client that does not answer a ping until the next one. */
function keepAlive(socket: WebSocket, pingMs: number): () => void {
  let isAlive = true;
  socket.on("pong", () => {
    isAlive = true;
  });
  const timer = setInterval(() => {
    // Nothing is read of one that waits for many answers, so its pong cannot be seen.
    if (!isAlive && !socket.isPaused) {
      socket.terminate();
      return;
    }
    isAlive = false;
    socket.ping();
  }, pingMs).unref();
  return () => clearInterval(timer);
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
