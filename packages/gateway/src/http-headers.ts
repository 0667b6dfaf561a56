// Headers that tell browsers and caches what they may do with an answer.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sendProblem } from "./http-answer.ts";
import type { SecurityOptions } from "./security.ts";

const yearSeconds = 31_536_000;
const preflightSeconds = "600";

/** Answers are data: never a page, a frame or a script of anybody. */
export const fixedHeaders: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
};

/** Whether a page of this origin may call. */
export function isAllowedOrigin({ corsOrigins }: SecurityOptions, origin: string): boolean {
  return corsOrigins.includes("*") || corsOrigins.includes(origin);
}

/** Sets security headers on every answer, and those of CORS for origins that are allowed. */
export function addHeaders(app: FastifyInstance, security: SecurityOptions): void {
  const corsEnabled = security.corsOrigins.length > 0;
  app.addHook("onRequest", async (request, reply) => {
    setFixedHeaders(request, reply);
    if (security.tls !== undefined) {
      reply.header("strict-transport-security", `max-age=${yearSeconds}`);
    }
    if (corsEnabled) addVary(reply, "origin");
    const { origin } = request.headers;
    if (origin === undefined) return undefined;
    const isAllowed = isAllowedOrigin(security, origin);
    if (isAllowed) {
      reply.header("access-control-allow-origin", origin);
      reply.header("access-control-expose-headers", "x-request-id, retry-after, etag, location");
      reply.header("cross-origin-resource-policy", "cross-origin");
    }
    return isPreflight(request) ? sendPreflight(reply, isAllowed) : undefined;
  });
}

/** The headers of every answer. */
export function setFixedHeaders({ id }: Pick<FastifyRequest, "id">, reply: FastifyReply): void {
  reply.header("x-request-id", id).headers(fixedHeaders);
}

function isPreflight({ method, headers }: FastifyRequest): boolean {
  return method === "OPTIONS" && headers["access-control-request-method"] !== undefined;
}

/** No cookies are used, so none are allowed: a token is set by the page's own program. */
function sendPreflight(reply: FastifyReply, isAllowed: boolean): FastifyReply {
  if (!isAllowed) return sendProblem(reply, 403);
  return reply
    .code(204)
    .header("access-control-allow-methods", "GET, POST")
    .header(
      "access-control-allow-headers",
      "authorization, content-type, if-none-match, x-request-id",
    )
    .header("access-control-max-age", preflightSeconds)
    .send();
}

/** Adds a name to `vary`. */
export function addVary(reply: FastifyReply, name: string): void {
  const known = reply.getHeader("vary");
  reply.header("vary", known === undefined ? name : `${String(known)}, ${name}`);
}

/** Marks an answer as one that no cache may keep. */
export function forbidCaching(reply: FastifyReply): void {
  reply.header("cache-control", "no-store");
}
