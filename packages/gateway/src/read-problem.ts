// What reads by HTTP answer where JSON-RPC would answer a code of the table.
import { STATUS_CODES } from "node:http";
import { type ErrorCode, errorCodes } from "@cartorio/protocol";
import type { FastifyReply } from "fastify";
import { PROBLEM_TYPE } from "./http-answer.ts";
import { forbidCaching } from "./http-headers.ts";
import type { ApiResult } from "./node-api.ts";

/** Why a read has no answer. */
export interface ReadProblem {
  readonly status: number;
  /** For people; never about the inside of a node. */
  readonly detail: string;
  /** Of the table, and its facts. */
  readonly code?: ErrorCode;
  readonly data?: Readonly<Record<string, string | number | boolean>>;
}

const statusOfCode: { readonly [K in ErrorCode]?: number } = {
  DID_MALFORMED: 400,
  INVALID_OPTIONS: 400,
  DID_WRONG_NETWORK: 404,
  NOT_FOUND: 404,
  STATUS_PUBLISHER_INVALID: 409,
  STATE_PRUNED: 410,
  REDACTED: 410,
  TOO_LARGE: 413,
  RATE_LIMITED: 429,
  NOT_READY: 503,
};

/** The problem that a code of the table is. */
export function problemOf({ code, data }: ApiResult<never> & { readonly ok: false }): ReadProblem {
  const status = statusOfCode[code] ?? 500;
  const detail = errorCodes[code].summary;
  return { status, detail, code, ...(data === undefined ? {} : { data }) };
}

/** Sends it as RFC 9457 wants it, with the request id; no cache keeps it. */
export function sendReadProblem(reply: FastifyReply, problem: ReadProblem): FastifyReply {
  const { status, detail, code, data } = problem;
  const title = STATUS_CODES[status] ?? "Request refused";
  forbidCaching(reply);
  const requestId = reply.request.id;
  const body = { type: "about:blank", title, status, detail, code, data, requestId };
  return reply.code(status).type(PROBLEM_TYPE).send(JSON.stringify(body));
}
