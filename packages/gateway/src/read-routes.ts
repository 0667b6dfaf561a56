// What is asked by GET: DID resolution and health.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { includesScope } from "./access.ts";
import type { Callers } from "./callers.ts";
import { withDeadline } from "./deadline.ts";
import { type HttpAnswer, internalResolutionError, resolveOverHttp } from "./did-resolution.ts";
import { sendProblem } from "./http-answer.ts";
import { addVary } from "./http-headers.ts";
import type { GatewayLimits } from "./limits.ts";
import type { MethodContext } from "./method.ts";
import type { NodeApi } from "./node-api.ts";
import type { GatewayLogger } from "./server.ts";

export interface ReadRouteOptions {
  readonly api: NodeApi;
  readonly limits: GatewayLimits;
  readonly logger: GatewayLogger;
  readonly callers: Callers;
  readonly context: MethodContext;
}

/** Reads the head, up to three versions and a document. */
const resolutionCost = 2;

/** `GET /1.0/identifiers/{did}`. */
export function addResolutionRoute(app: FastifyInstance, options: ReadRouteOptions): void {
  const { context, limits, logger, callers } = options;
  app.get<{ Params: { did: string }; Querystring: Record<string, unknown> }>(
    "/1.0/identifiers/:did",
    async (request, reply) => {
      const refused = refuse(callers, request, reply);
      if (refused !== undefined) return refused;
      const { accept } = request.headers;
      const { did } = request.params;
      try {
        const work = resolveOverHttp(context, { did, accept, options: Object.keys(request.query) });
        const timed = await withDeadline(work, limits.requestTimeoutMs);
        return send(reply, timed.ok ? timed.value : internalResolutionError(accept));
      } catch (error) {
        logger.error({ requestId: request.id, err: error }, "resolution failed");
        return send(reply, internalResolutionError(accept));
      }
    },
  );
}

type ReadRequest = Pick<FastifyRequest, "id" | "raw">;

function refuse(
  callers: Callers,
  { id: requestId, raw: request }: ReadRequest,
  reply: FastifyReply,
): FastifyReply | undefined {
  const caller = callers.of({ requestId, request });
  const retryAfterMs = caller.spend(resolutionCost);
  if (retryAfterMs > 0) {
    reply.header("retry-after", String(Math.ceil(retryAfterMs / 1000)));
    return sendProblem(reply, 429);
  }
  if (includesScope(caller.scope, "read")) return undefined;
  reply.header("www-authenticate", "Bearer");
  return sendProblem(reply, 401);
}

/** `GET /healthz` and `/readyz`, for everybody: they say nothing about the ledger. */
export function addHealthRoutes(app: FastifyInstance, { api, limits }: ReadRouteOptions): void {
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
  addVary(reply, "accept");
  return reply.code(status).type(contentType).serializer(JSON.stringify).send(body);
}
