import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Budgets } from "./budgets.ts";
import type { Callers } from "./callers.ts";
import type { Answered, Dispatch } from "./dispatcher.ts";
import { JSON_TYPE } from "./http-answer.ts";
import { forbidCaching } from "./http-headers.ts";
import type { GatewayLimits } from "./limits.ts";
import { errorText } from "./rpc-call.ts";
import { tableError } from "./rpc-error.ts";

export interface RpcRouteOptions {
  readonly limits: GatewayLimits;
  readonly dispatch: Dispatch;
  readonly callers: Callers;
  readonly budgets: Budgets;
}

/** JSON-RPC at `/` and `/rpc`. */
export function addRpcRoutes(app: FastifyInstance, options: RpcRouteOptions): void {
  const { limits, dispatch, callers, budgets } = options;
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const { maxConcurrentRequests } = limits;
    const caller = callers.ofHttp(request);
    forbidCaching(reply);
    if (!budgets.unsentBytes.hasRoom(caller) || !budgets.requests.take(caller, 1)) {
      const error = tableError("QUEUE_FULL", { maxConcurrentRequests });
      return reply
        .code(503)
        .type(JSON_TYPE)
        .send(errorText(null, error, caller));
    }
    try {
      const body = request.body instanceof Uint8Array ? request.body : new Uint8Array();
      return sendAnswer(reply, await dispatch(body, caller));
    } finally {
      budgets.requests.give(caller, 1);
    }
  };
  app.post("/", handler);
  app.post("/rpc", handler);
}

/** 200 also for errors, as JSON-RPC over HTTP does, unless nothing of the body was let in. */
function sendAnswer(reply: FastifyReply, answered: Answered): FastifyReply {
  const { text, refused, retryAfterMs = 0 } = answered;
  if (refused === "denied") reply.code(401).header("www-authenticate", "Bearer");
  else if (refused === "limited") {
    reply.code(429).header("retry-after", String(Math.ceil(retryAfterMs / 1000)));
  } else if (refused === "full") reply.code(503);
  else if (text === undefined) reply.code(204);
  return text === undefined ? reply.send() : reply.type(JSON_TYPE).send(text);
}
