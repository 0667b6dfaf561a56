// What all reads by HTTP share, and health.
import type { FastifyInstance, FastifyReply } from "fastify";
import { includesScope } from "./access.ts";
import type { Budgets } from "./budgets.ts";
import type { Callers, HttpRequest } from "./callers.ts";
import { withDeadline } from "./deadline.ts";
import { sendProblem } from "./http-answer.ts";
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
  /** Shared with JSON-RPC. */
  readonly budgets: Budgets;
}

/** Answers 503 instead where JSON-RPC would say QUEUE_FULL. */
export async function whileRoom(
  { budgets, callers }: ReadRouteOptions,
  reply: FastifyReply,
  answer: () => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const caller = callers.ofHttp(reply.request);
  const { unsentBytes, requests } = budgets;
  if (!unsentBytes.hasRoom(caller) || !requests.take(caller, 1)) return sendProblem(reply, 503);
  try {
    return await answer();
  } finally {
    requests.give(caller, 1);
  }
}

interface ReadExchange {
  readonly request: HttpRequest;
  readonly reply: FastifyReply;
  readonly cost: number;
}

/** Takes what a read costs from its caller's share; answers and gives the reply if it may not read. */
export function refuseRead(
  callers: Callers,
  { request, reply, cost }: ReadExchange,
): FastifyReply | undefined {
  const caller = callers.ofHttp(request);
  const retryAfterMs = caller.spend(cost);
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
  // Anybody may ask, so however many do, the node is asked once at a time.
  let asked: Promise<Readiness> | undefined;
  app.get("/readyz", async (_request, reply) => {
    asked ??= readiness(api).finally(() => {
      asked = undefined;
    });
    const timed = await withDeadline(asked, limits.requestTimeoutMs);
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
