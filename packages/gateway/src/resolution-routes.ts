// The endpoints of a DID resolver: DID Resolution 1.0 section 12.1, and what the Universal Resolver asks
// its drivers besides.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { withDeadline } from "./deadline.ts";
import {
  type HttpAnswer,
  internalResolutionError,
  invalidBody,
  type ResolutionRequest,
  resolveOverHttp,
} from "./did-resolution.ts";
import { parseDidUrl, parseQuery } from "./did-url.ts";
import { sendProblem } from "./http-answer.ts";
import { readMembers } from "./http-body.ts";
import { asItIs, etagOf, matchesEtag, splitOnce } from "./http-cache.ts";
import { addVary, forbidCaching } from "./http-headers.ts";
import { bodyCost } from "./method-access.ts";
import { type ReadRouteOptions, refuseRead, whileRoom } from "./read-routes.ts";
import { resolverFacts } from "./resolver-facts.ts";

/** Reads the head, up to three versions and a document. */
const resolutionCost = 2;
/** Walks the tree once per key and carries the validator sets. */
const proofCost = 9;
/** Options are short. */
const maxBodyBytes = 16 * 1024;
/** Characters of a decoded DID URL. */
const maxIdentifierCharacters = 2048;
/**
 * How long a cache on the way may give a document without asking: a rotated key or a moved service is seen
 * by everybody within this time.
 */
const maxAgeSeconds = 5;

/** `/1.0/identifiers/{did}`, and the pages about the resolver itself. */
export function addResolutionRoutes(app: FastifyInstance, options: ReadRouteOptions): void {
  const route = "/1.0/identifiers/*";
  app.get<{ Params: { "*": string } }>(route, (request, reply) =>
    whileRoom(options, reply, () =>
      handle(options, { request, reply, identifier: request.params["*"] }),
    ),
  );
  app.post<{ Params: { "*": string } }>(route, { bodyLimit: maxBodyBytes }, (request, reply) =>
    whileRoom(options, reply, () =>
      handle(options, { request, reply, identifier: request.params["*"] }),
    ),
  );
  for (const [name, tell] of Object.entries(resolverFacts)) {
    app.get(`/1.0/${name}`, (request, reply) =>
      whileRoom(options, reply, async () => {
        const refused = refuseRead(options.callers, { request, reply, cost: resolutionCost });
        if (refused !== undefined) return refused;
        const timed = await withDeadline(tell(options.context), options.limits.requestTimeoutMs);
        if (!timed.ok) return sendProblem(reply, 503);
        return reply.header("cache-control", `max-age=${maxAgeSeconds}`).send(timed.value);
      }),
    );
  }
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly identifier: string;
}

async function handle(
  { context, limits, logger, callers }: ReadRouteOptions,
  { request, reply, identifier }: Exchange,
): Promise<FastifyReply> {
  const { body: bytes } = request;
  const bodyUnits = bytes instanceof Uint8Array ? bodyCost(bytes.length) : 0;
  const refused = refuseRead(callers, { request, reply, cost: resolutionCost + bodyUnits });
  if (refused !== undefined) return refused;
  if (identifier.length > maxIdentifierCharacters) return sendProblem(reply, 414);
  const [, query = ""] = splitOnce(request.raw.url ?? "", "?");
  const body = readMembers(bytes, limits);
  const { accept } = request.headers;
  if (!body.ok) return send(request, reply, invalidBody(accept, body.reason));
  const asked: ResolutionRequest = { identifier, query, accept, members: body.members };
  const unpaid = asksForProof(asked)
    ? refuseRead(callers, { request, reply, cost: proofCost })
    : undefined;
  if (unpaid !== undefined) return unpaid;
  try {
    const timed = await withDeadline(resolveOverHttp(context, asked), limits.requestTimeoutMs);
    return send(request, reply, timed.ok ? timed.value : internalResolutionError(accept));
  } catch (error) {
    logger.error({ requestId: request.id, err: error }, "resolution failed");
    return send(request, reply, internalResolutionError(accept));
  }
}

/** Whatever it says about it. */
function asksForProof({ identifier, query, members = {} }: ResolutionRequest): boolean {
  const inUrl = [parseQuery(query), parseDidUrl(identifier)?.parameters];
  return inUrl.some((names) => names?.has("proof") === true) || Object.hasOwn(members, "proof");
}

/**
 * What is there may be kept for a moment and asked for again by its ETag, which covers status, media type
 * and body; what is not there, or not any more, is never kept (docs/did-resolution.md).
 */
function send(request: FastifyRequest, reply: FastifyReply, answer: HttpAnswer): FastifyReply {
  const { status, contentType, body, location, isFresh = false } = answer;
  addVary(reply, "accept");
  if (location !== undefined) reply.header("location", location);
  if (status !== 200 || isFresh || request.method === "POST") forbidCaching(reply);
  else reply.header("cache-control", `max-age=${maxAgeSeconds}`);
  reply.code(status);
  if (body === undefined) return reply.send();
  const text = JSON.stringify(body);
  const etag = etagOf(`${status} ${contentType} ${text}`);
  reply.header("etag", etag);
  const known = request.headers["if-none-match"];
  if (status === 200 && request.method !== "POST" && matchesEtag(known, etag)) {
    return reply.code(304).send();
  }
  return reply.type(contentType).serializer(asItIs).send(text);
}
