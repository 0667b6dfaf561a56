import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import type { Logger } from "pino";
import { withDeadline } from "./deadline.ts";
import { type HttpAnswer, internalResolutionError, resolveOverHttp } from "./did-resolution.ts";
import { createDispatcher } from "./dispatcher.ts";
import { callerOf, JSON_TYPE, sendProblem, sendRpcError } from "./http-answer.ts";
import {
  answerBrokenHttp,
  forbidCaching,
  guardServer,
  httpServerOptions,
  isEncodedBody,
  requestIdOf,
  type UnsentBytes,
  watchUnsent,
} from "./http-guard.ts";
import type { GatewayLimits } from "./limits.ts";
import type { MethodContext } from "./method.ts";
import { methodAliases, methodTable } from "./method-table.ts";
import type { NodeApi } from "./node-api.ts";
import { errorText } from "./rpc-call.ts";
import { tableError } from "./rpc-error.ts";

export type GatewayLogger = Pick<Logger, "debug" | "info" | "error">;

export interface ServerOptions {
  readonly api: NodeApi;
  readonly limits: GatewayLimits;
  readonly logger: GatewayLogger;
}

/** The longest DID with every character percent-encoded. */
const MAX_PARAMETER_CHARACTERS = 300;

/** The HTTP server with all its routes, not listening yet. */
export function createServer(options: ServerOptions): FastifyInstance {
  const { limits } = options;
  const http = httpServerOptions(limits);
  const app = fastify({
    http,
    requestTimeout: http.requestTimeout,
    keepAliveTimeout: http.keepAliveTimeout,
    clientErrorHandler: answerBrokenHttp,
    genReqId: requestIdOf,
    logger: false, // Ours names methods and codes only: what clients ask about is not logged.
    bodyLimit: limits.maxBodyBytes,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: MAX_PARAMETER_CHARACTERS },
    frameworkErrors: (error, _request, reply) => void sendProblem(reply, statusOf(error)),
  });
  guardServer(app.server, limits);
  const unsent = watchUnsent(app, limits);
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
    // Decoding is never done here, so a compressed bomb stays the few bytes that it is.
    if (isEncodedBody(request.raw)) return sendRpcError(request, reply, 415);
    return undefined;
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(JSON_TYPE, { parseAs: "buffer" }, (_request, body, done) =>
    done(null, body),
  );
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, 404));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = statusOf(error);
    const requestId = request.id;
    if (status >= 500) options.logger.error({ requestId, err: error }, "request failed");
    if (request.method === "POST") return sendRpcError(request, reply, status);
    return sendProblem(reply, status);
  });
  const context = createContext(options);
  addRpcRoutes(app, { ...options, unsent }, context);
  addResolutionRoute(app, options, context);
  addHealthRoutes(app, options);
  return app;
}

function createContext({ api, limits }: ServerOptions): MethodContext {
  let network: string | undefined;
  return {
    api,
    limits,
    async network() {
      network ??= (await api.status()).network;
      return network;
    },
  };
}

interface RpcOptions extends ServerOptions {
  readonly unsent: UnsentBytes;
}

function addRpcRoutes(app: FastifyInstance, options: RpcOptions, context: MethodContext): void {
  const { limits, logger, unsent } = options;
  const methods = methodTable;
  const dispatch = createDispatcher({ methods, aliases: methodAliases, context, logger });
  let running = 0;
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const { maxConcurrentRequests } = limits;
    const caller = callerOf(request);
    forbidCaching(reply);
    if (running >= maxConcurrentRequests || !unsent.hasRoom()) {
      const error = tableError("QUEUE_FULL", { maxConcurrentRequests });
      return reply
        .code(503)
        .type(JSON_TYPE)
        .send(errorText(null, error, caller));
    }
    running += 1;
    try {
      const body = request.body instanceof Uint8Array ? request.body : new Uint8Array();
      const text = await dispatch(body, caller);
      return text === undefined ? reply.code(204).send() : reply.type(JSON_TYPE).send(text);
    } finally {
      running -= 1;
    }
  };
  app.post("/", handler);
  app.post("/rpc", handler);
}

function addResolutionRoute(
  app: FastifyInstance,
  { limits, logger }: ServerOptions,
  context: MethodContext,
): void {
  app.get<{ Params: { did: string }; Querystring: Record<string, unknown> }>(
    "/1.0/identifiers/:did",
    async (request, reply) => {
      const { accept } = request.headers;
      const { did } = request.params;
      const options = Object.keys(request.query);
      try {
        const work = resolveOverHttp(context, { did, accept, options });
        const timed = await withDeadline(work, limits.requestTimeoutMs);
        return send(reply, timed.ok ? timed.value : internalResolutionError(accept));
      } catch (error) {
        logger.error({ err: error }, "resolution failed");
        return send(reply, internalResolutionError(accept));
      }
    },
  );
}

function addHealthRoutes(app: FastifyInstance, { api, limits }: ServerOptions): void {
  app.get("/healthz", () => ({ alive: true }));
  app.get("/readyz", async (_request, reply) => {
    const timed = await withDeadline(readiness(api), limits.requestTimeoutMs);
    const answer = timed.ok ? timed.value : { ready: false, reasons: ["TIMEOUT"] };
    return reply.code(answer.ready ? 200 : 503).send(answer);
  });
}

interface Readiness {
  readonly ready: boolean;
  readonly reasons: readonly string[];
}

async function readiness(api: NodeApi): Promise<Readiness> {
  try {
    const { ready, reasons } = await api.status();
    return { ready, reasons };
  } catch {
    return { ready: false, reasons: ["INTERNAL"] };
  }
}

function send(reply: FastifyReply, { status, contentType, body }: HttpAnswer): FastifyReply {
  return reply
    .code(status)
    .header("vary", "accept")
    .type(contentType)
    .serializer(JSON.stringify)
    .send(body);
}

function statusOf(error: { readonly statusCode?: number | undefined }): number {
  const { statusCode = 500 } = error;
  return statusCode >= 400 && statusCode < 600 ? statusCode : 500;
}
