import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from "fastify";
import type { Logger } from "pino";
import { withDeadline } from "./deadline.ts";
import { type HttpAnswer, internalResolutionError, resolveOverHttp } from "./did-resolution.ts";
import { createDispatcher, errorText } from "./dispatcher.ts";
import type { GatewayLimits } from "./limits.ts";
import type { MethodContext } from "./method.ts";
import { methodAliases, methodTable } from "./method-table.ts";
import type { NodeApi } from "./node-api.ts";
import { type RpcError, standardError, tableError } from "./rpc-error.ts";

export type GatewayLogger = Pick<Logger, "debug" | "info" | "error">;

export interface ServerOptions {
  readonly api: NodeApi;
  readonly limits: GatewayLimits;
  readonly logger: GatewayLogger;
}

const JSON_TYPE = "application/json";
const PROBLEM_TYPE = "application/problem+json";
/** The longest DID with every character percent-encoded. */
const MAX_PARAMETER_CHARACTERS = 300;

/** The HTTP server with all its routes, not listening yet. */
export function createServer(options: ServerOptions): FastifyInstance {
  const { limits } = options;
  const app = fastify({
    logger: false, // Ours names methods and codes only: what clients ask about is not logged.
    bodyLimit: limits.maxBodyBytes,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: MAX_PARAMETER_CHARACTERS },
    frameworkErrors: (error, _request, reply) => void sendProblem(reply, statusOf(error)),
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(JSON_TYPE, { parseAs: "buffer" }, (_request, body, done) =>
    done(null, body),
  );
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, 404));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = statusOf(error);
    if (status >= 500) options.logger.error({ err: error }, "request failed");
    if (request.method === "POST") return sendRpcError(reply, status);
    return sendProblem(reply, status);
  });
  const context = createContext(options);
  addRpcRoutes(app, options, context);
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

function addRpcRoutes(app: FastifyInstance, options: ServerOptions, context: MethodContext): void {
  const { limits, logger } = options;
  const methods = methodTable;
  const dispatch = createDispatcher({ methods, aliases: methodAliases, context, logger });
  let running = 0;
  const handler = async (request: { body: unknown }, reply: FastifyReply): Promise<unknown> => {
    const { maxConcurrentRequests } = limits;
    if (running >= maxConcurrentRequests) {
      const error = tableError("QUEUE_FULL", { maxConcurrentRequests });
      return reply.code(503).type(JSON_TYPE).send(errorText(null, error));
    }
    running += 1;
    try {
      const body = request.body instanceof Uint8Array ? request.body : new Uint8Array();
      const text = await dispatch(body);
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

/** A refusal of HTTP itself, told in the terms of JSON-RPC: the body was never read as a request. */
function sendRpcError(reply: FastifyReply, status: number): FastifyReply {
  return reply
    .code(status)
    .type(JSON_TYPE)
    .send(errorText(null, rpcErrorOf(status)));
}

function rpcErrorOf(status: number): RpcError {
  if (status === 413) return tableError("TOO_LARGE");
  if (status === 503) return tableError("SHUTTING_DOWN");
  if (status >= 500) return standardError("INTERNAL_ERROR");
  if (status !== 415) return standardError("PARSE_ERROR");
  return standardError("INVALID_REQUEST", { reason: `content type must be ${JSON_TYPE}` });
}

/** RFC 9457. */
function sendProblem(reply: FastifyReply, status: number): FastifyReply {
  const detail = "POST / for JSON-RPC, GET /1.0/identifiers/{did}, /healthz, /readyz";
  const title = status === 404 ? "Not Found" : "Request refused";
  const body = JSON.stringify({ type: "about:blank", title, status, detail });
  return reply.code(status).type(PROBLEM_TYPE).send(body);
}
