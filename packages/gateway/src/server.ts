import { createServer as createHttpServer, type RequestListener, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import fastify, { type FastifyError, type FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { Audit } from "./audit.ts";
import { addBodyReader, BodyRefused } from "./body-reader.ts";
import type { Budgets } from "./budgets.ts";
import type { Callers } from "./callers.ts";
import { createDispatcher, type Dispatch } from "./dispatcher.ts";
import { sendFull, sendProblem, sendRefusal } from "./http-answer.ts";
import {
  answerBrokenHttp,
  guardServer,
  httpServerOptions,
  isEncodedBody,
  requestIdOf,
  watchUnsent,
} from "./http-guard.ts";
import { addHeaders, setFixedHeaders } from "./http-headers.ts";
import type { GatewayLimits } from "./limits.ts";
import type { Method, MethodContext } from "./method.ts";
import { methodAliases } from "./method-table.ts";
import { subscriptionMethods } from "./methods-subscription.ts";
import type { NodeApi } from "./node-api.ts";
import type { ReadMemory } from "./read-memory.ts";
import { addHealthRoutes } from "./read-routes.ts";
import { addResolutionRoutes } from "./resolution-routes.ts";
import { addRpcRoutes } from "./rpc-route.ts";
import type { SecurityOptions } from "./security.ts";
import { addStatusListRoutes } from "./status-list-routes.ts";
import { createSubscriptionHub } from "./subscription-hub.ts";
import type { TlsMaterial } from "./tls.ts";
import { addTrustRegistryRoutes } from "./trust-registry-routes.ts";
import { serveWebSockets } from "./web-socket.ts";

export type GatewayLogger = Pick<Logger, "debug" | "info" | "error">;

export interface ServerOptions {
  readonly api: NodeApi;
  readonly limits: GatewayLimits;
  readonly security: SecurityOptions;
  readonly logger: GatewayLogger;
  readonly audit: Audit;
  readonly methods: readonly Method[];
  /** Shared by the listeners of one gateway. */
  readonly callers: Callers;
  readonly budgets: Budgets;
  /** In front of `api`; shared as well. */
  readonly memory?: ReadMemory;
  readonly tls?: TlsMaterial;
}

/** The longest DID with every character percent-encoded. */
const MAX_PARAMETER_CHARACTERS = 300;

/** The HTTP server with all its routes, not listening yet. */
export function createServer(options: ServerOptions): FastifyInstance {
  const { limits, security, logger } = options;
  const app = fastify({
    serverFactory: (handler) => openServer(handler, options),
    clientErrorHandler: (error, socket) => answerBrokenHttp(error, socket, logger),
    genReqId: requestIdOf,
    logger: false, // Ours names methods and codes only: what clients ask about is not logged.
    bodyLimit: limits.maxBodyBytes,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: MAX_PARAMETER_CHARACTERS },
    frameworkErrors: (error, request, reply) => {
      const status = statusOf(error);
      logger.debug({ requestId: request.id, status }, "no URL");
      setFixedHeaders(request, reply);
      sendProblem(reply, status);
    },
  });
  app.decorateRequest("caller", undefined);
  const { callers, budgets } = options;
  watchUnsent(app, { limits, callers, budget: budgets.unsentBytes });
  addHeaders(app, security);
  app.addHook("onResponse", async (request, reply) => {
    // The route, and never the URL: it says what was asked about.
    const { method, url } = request.routeOptions;
    const { statusCode: status } = reply;
    logger.debug({ requestId: request.id, method, route: url, status }, "HTTP answered");
  });
  app.addHook("onRequest", async (request, reply) => {
    // Decoding is never done here, so a compressed bomb stays the few bytes that it is.
    if (isEncodedBody(request.raw)) return sendRefusal(request, reply, 415);
    return undefined;
  });
  addBodyReader(app, { callers, budget: budgets.unfinishedBytes });
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, 404));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = statusOf(error);
    // Closing now would take the answer from a sender that reads it once all is sent.
    if (error instanceof BodyRefused) reply.removeHeader("connection");
    if (error instanceof BodyRefused && status === 503) return sendFull(request, reply);
    if (status >= 500) logger.error({ requestId: request.id, err: error }, "request failed");
    return sendRefusal(request, reply, status);
  });
  addRoutes(app, options);
  app.server.on("connection", (socket) => {
    const holder = callers.ofConnection(socket);
    if (!budgets.connections.take(holder, 1)) {
      socket.destroy();
      return;
    }
    socket.once("close", () => budgets.connections.give(holder, 1));
  });
  return app;
}

function addRoutes(app: FastifyInstance, options: ServerOptions): void {
  const { methods, logger, audit, security, memory } = options;
  const context = createContext(options);
  const { logsQueries } = security;
  const aliases = methodAliases;
  const { budgets } = options;
  const shared = { aliases, logger, audit, logsQueries, budgets, ...(memory && { memory }) };
  const dispatch = createDispatcher({ ...shared, context, methods });
  addRpcRoutes(app, { ...options, dispatch });
  const onSockets = [...methods, ...subscriptionMethods];
  addSockets(app, {
    ...options,
    dispatch: createDispatcher({
      ...shared,
      context: { ...context, methods: onSockets },
      methods: onSockets,
    }),
  });
  const reading = { ...options, context };
  addResolutionRoutes(app, reading);
  addStatusListRoutes(app, reading);
  addTrustRegistryRoutes(app, reading);
  addHealthRoutes(app, reading);
}

interface SocketOptions extends ServerOptions {
  readonly dispatch: Dispatch;
}

function addSockets(app: FastifyInstance, options: SocketOptions): void {
  const { api, logger, budgets } = options;
  const hub = createSubscriptionHub({ api, logger, budget: budgets.subscriptions });
  const sockets = serveWebSockets(app.server, { ...options, hub });
  app.addHook("preClose", async () => {
    hub.stop();
    sockets.close();
  });
}

function openServer(handler: RequestListener, { limits, tls, logger }: ServerOptions): Server {
  const http = httpServerOptions(limits);
  const server =
    tls === undefined
      ? createHttpServer(http, handler)
      : createHttpsServer({ ...http, ...tls, handshakeTimeout: http.headersTimeout }, handler);
  guardServer(server, limits, logger);
  return server;
}

function createContext({ api, limits, methods }: ServerOptions): MethodContext {
  let network: string | undefined;
  return {
    api,
    limits,
    methods,
    async network() {
      network ??= (await api.status()).network;
      return network;
    },
  };
}

function statusOf(error: { readonly statusCode?: number | undefined }): number {
  const { statusCode = 500 } = error;
  return statusCode >= 400 && statusCode < 600 ? statusCode : 500;
}
