// ToIP Trust Registry Query Protocol (TRQP) 2.0, HTTPS binding: two questions about accreditations.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { withDeadline } from "./deadline.ts";
import { JSON_TYPE, sendProblem } from "./http-answer.ts";
import { readMembers } from "./http-body.ts";
import { forbidCaching } from "./http-headers.ts";
import { problemOf, sendReadProblem } from "./read-problem.ts";
import { type ReadRouteOptions, refuseRead, whileRoom } from "./read-routes.ts";
import { answerTrust, type TrustKind } from "./trust-registry.ts";
import { readTrustRequest } from "./trust-registry-request.ts";

/** Accreditations with all their chains, and the proof of them. */
const trustCost = 20;
/** Two DIDs, a resource of some hundred characters, and a context of somebody's own. */
const maxBodyBytes = 16 * 1024;

/** `POST /authorization` and `POST /recognition`. */
export function addTrustRegistryRoutes(app: FastifyInstance, options: ReadRouteOptions): void {
  app.post("/authorization", { bodyLimit: maxBodyBytes }, (request, reply) =>
    whileRoom(options, reply, () => handle(options, { request, reply, kind: "authorized" })),
  );
  app.post("/recognition", { bodyLimit: maxBodyBytes }, (request, reply) =>
    whileRoom(options, reply, () => handle(options, { request, reply, kind: "recognized" })),
  );
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly kind: TrustKind;
}

async function handle(
  { context, limits, logger, callers }: ReadRouteOptions,
  { request, reply, kind }: Exchange,
): Promise<FastifyReply> {
  const refused = refuseRead(callers, { request, reply, cost: trustCost });
  if (refused !== undefined) return refused;
  const body = readMembers(request.body, limits);
  if (!body.ok) {
    const detail = `the body must be a JSON object: ${body.reason}`;
    return sendReadProblem(reply, { status: 400, detail });
  }
  try {
    const read = readTrustRequest(body.members, await context.network());
    if (!read.ok) return sendReadProblem(reply, read.problem);
    const work = answerTrust(context, kind, read.question);
    const timed = await withDeadline(work, limits.requestTimeoutMs);
    if (!timed.ok) return sendProblem(reply, 503);
    if (!timed.value.ok) return sendReadProblem(reply, problemOf(timed.value));
    forbidCaching(reply);
    return reply.type(JSON_TYPE).send(timed.value.value);
  } catch (error) {
    logger.error({ requestId: request.id, err: error }, "trust registry query failed");
    return sendProblem(reply, 500);
  }
}
