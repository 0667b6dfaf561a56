// Status lists for who takes them by HTTP, so that caches on the way can hold them (docs/ledger.md 7).
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { withDeadline } from "./deadline.ts";
import { sendProblem } from "./http-answer.ts";
import { asItIs, etagOf, matchesEtag, splitOnce } from "./http-cache.ts";
import { addVary } from "./http-headers.ts";
import type { MethodContext } from "./method.ts";
import { getList } from "./methods-status-list.ts";
import type { ApiResult } from "./node-api.ts";
import { problemOf, sendReadProblem } from "./read-problem.ts";
import { type ReadRouteOptions, refuseRead, whileRoom } from "./read-routes.ts";
import type { JsonObject } from "./render.ts";
import {
  type EncodedList,
  listClaims,
  listCredential,
  listTtlSeconds,
} from "./status-list-content.ts";
import { type ListOptions, listMediaTypes, readListRequest } from "./status-list-request.ts";

/** As `status_getList` costs: every chunk is read. */
const listCost = 40;
/** Of the version, and of the validator sets up to it. */
const proofCost = 9;

interface ListPath {
  readonly Params: { readonly owner: string; readonly list: string };
}

interface ListAnswer extends EncodedList {
  readonly height: number;
  readonly time: number;
  readonly proof?: JsonObject;
}

/** `GET /1.0/status-lists/{owner}/{list}`. */
export function addStatusListRoutes(app: FastifyInstance, options: ReadRouteOptions): void {
  app.get<ListPath>("/1.0/status-lists/:owner/:list", (request, reply) =>
    whileRoom(options, reply, () => handle(options, { request, reply })),
  );
}

type Question = Pick<Exchange, "request" | "reply">;

async function handle(
  { context, limits, logger, callers }: ReadRouteOptions,
  { request, reply }: Question,
): Promise<FastifyReply> {
  const refused = refuseRead(callers, { request, reply, cost: listCost });
  if (refused !== undefined) return refused;
  addVary(reply, "accept");
  const [, query = ""] = splitOnce(request.raw.url ?? "", "?");
  const asked = readListRequest(query, request.headers.accept);
  if (!asked.ok) return sendReadProblem(reply, asked.problem);
  const { options: wanted, contentType } = asked;
  const cost = wanted.proof === true ? proofCost : 0;
  const unpaid = cost > 0 ? refuseRead(callers, { request, reply, cost }) : undefined;
  if (unpaid !== undefined) return unpaid;
  try {
    const { spend } = callers.of({ requestId: request.id, request: request.raw });
    const work = readList({ ...context, spend }, request.params, wanted);
    const timed = await withDeadline(work, limits.requestTimeoutMs);
    if (!timed.ok) return sendProblem(reply, 503);
    if (!timed.value.ok) return sendReadProblem(reply, problemOf(timed.value));
    return send({ request, reply, contentType }, timed.value.value, wanted);
  } catch (error) {
    logger.error({ requestId: request.id, err: error }, "status list failed");
    return sendProblem(reply, 500);
  }
}

async function readList(
  context: MethodContext,
  { owner, list }: ListPath["Params"],
  options: ListOptions,
): Promise<ApiResult<ListAnswer>> {
  const number = /^[1-9]\d{0,14}$/.test(list) ? Number(list) : undefined;
  if (number === undefined) return { ok: false, code: "NOT_FOUND" };
  const answer = await getList.handle(context, { owner, list: number, ...options });
  return answer.ok ? { ok: true, value: answer.value as ListAnswer } : answer;
}

interface Exchange {
  readonly request: FastifyRequest<ListPath>;
  readonly reply: FastifyReply;
  readonly contentType: string;
}

/**
 * The tag covers what a list says, not the height of the answer: it is the same until a bit changes. A
 * proof is of its height, so an answer with one has no tag.
 */
function send(exchange: Exchange, answer: ListAnswer, { encoding }: ListOptions): FastifyReply {
  const { request, reply, contentType } = exchange;
  const { bits: _, height, time, proof, ...facts } = answer;
  const isToken = encoding === "token";
  const content = isToken ? listClaims(answer) : listCredential(answer);
  const isBare = contentType !== listMediaTypes[0];
  const about = { owner: request.params.owner, list: Number(request.params.list), ...facts };
  const named = { ...about, [isToken ? "claims" : "credential"]: content };
  reply.header("cache-control", `max-age=${listTtlSeconds}`);
  if (proof === undefined) {
    const etag = etagOf(JSON.stringify([contentType, isBare ? content : named]));
    reply.header("etag", isBare ? etag : `W/${etag}`);
    if (matchesEtag(request.headers["if-none-match"], etag)) return reply.code(304).send();
  }
  const body = isBare ? content : { ...named, height, time, proof };
  return reply.type(contentType).serializer(asItIs).send(JSON.stringify(body));
}
