import type { FastifyReply, FastifyRequest } from "fastify";
import { errorText } from "./rpc-call.ts";
import { type RpcError, standardError, tableError } from "./rpc-error.ts";

export const JSON_TYPE = "application/json";
export const PROBLEM_TYPE = "application/problem+json";

/** POST that is no JSON-RPC: the resolver, and the two questions of TRQP. */
const otherPosts = ["/1.0/", "/authorization", "/recognition"];

/** A refusal of HTTP itself, in the terms of what was asked. */
export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
): FastifyReply {
  if (!isRpc(request)) return sendProblem(reply, status);
  return sendRpcError(reply.code(status), rpcErrorOf(status));
}

/** There is no room for a body now: 503, QUEUE_FULL. */
export function sendFull(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!isRpc(request)) return sendProblem(reply, 503);
  return sendRpcError(reply.code(503), tableError("QUEUE_FULL"));
}

function isRpc({ method, url }: FastifyRequest): boolean {
  return method === "POST" && !otherPosts.some((start) => url.startsWith(start));
}

/** The body was never read as a request. */
function sendRpcError(reply: FastifyReply, error: RpcError): FastifyReply {
  const { id: requestId } = reply.request;
  return reply.type(JSON_TYPE).send(errorText(null, error, { requestId }));
}

function rpcErrorOf(status: number): RpcError {
  if (status === 413) return tableError("TOO_LARGE");
  if (status === 503) return tableError("SHUTTING_DOWN");
  if (status >= 500) return standardError("INTERNAL_ERROR");
  if (status !== 415) return standardError("PARSE_ERROR");
  const reason = `the body must be ${JSON_TYPE} in UTF-8 without content encoding`;
  return standardError("INVALID_REQUEST", { reason });
}

/** RFC 9457, with the request id as a member of its own. */
export function sendProblem(reply: FastifyReply, status: number): FastifyReply {
  return reply.code(status).type(PROBLEM_TYPE).send(problemText(status, reply.request.id));
}

/** The body of a refusal outside JSON-RPC. */
export function problemText(status: number, requestId: string): string {
  const detail =
    "POST / for JSON-RPC, GET /1.0/identifiers/{did}, GET /1.0/status-lists/{did}/{number}, " +
    "POST /authorization, POST /recognition, GET /healthz, /readyz";
  const title = status === 404 ? "Not Found" : "Request refused";
  return JSON.stringify({ type: "about:blank", title, status, detail, requestId });
}
