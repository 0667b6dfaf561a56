// Bodies of requests: held in memory before anything is known of them.
import type { IncomingMessage } from "node:http";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Budget, type HeldBytes, holdBytes } from "./budgets.ts";
import type { Callers } from "./callers.ts";
import { JSON_TYPE } from "./http-answer.ts";

export interface BodyReaderOptions {
  readonly callers: Callers;
  readonly budget: Budget;
}

/** A refusal by its HTTP status. */
export class BodyRefused extends Error {
  /** 400: it broke off; 413: too large; 503: no room for it now. */
  readonly statusCode: 400 | 413 | 503;

  constructor(statusCode: 400 | 413 | 503) {
    super(`the body was refused with ${statusCode}`);
    this.name = "BodyRefused";
    this.statusCode = statusCode;
  }
}

/** Reads bodies of JSON as bytes, and counts them as they come: what is only announced takes no room. */
export function addBodyReader(app: FastifyInstance, options: BodyReaderOptions): void {
  const { callers, budget } = options;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(JSON_TYPE, async (request: FastifyRequest, payload: IncomingMessage) => {
    const holder = callers.ofHttp(request);
    const held = holdBytes(budget, holder);
    try {
      return await readBody(payload, held, request.routeOptions.bodyLimit);
    } finally {
      held.reset();
    }
  });
}

/** Rejects with BodyRefused. */
async function readBody(
  payload: IncomingMessage,
  held: HeldBytes,
  mostBytes: number,
): Promise<Uint8Array> {
  const body = createGrowingBytes(mostBytes);
  const whole = Promise.withResolvers<void>();
  const take = (chunk: Buffer): void => {
    if (held.bytes() + chunk.length > mostBytes) whole.reject(new BodyRefused(413));
    else if (!held.grow(chunk.length)) whole.reject(new BodyRefused(503));
    else body.append(chunk);
  };
  // Each request closes, and most of them at their end: no error is made for those.
  const breakOff = (): void => {
    if (!payload.readableEnded) whole.reject(new BodyRefused(400));
  };
  // Said at once, to whoever waits for the answer before it sends so much.
  if (Number(payload.headers["content-length"] ?? 0) > mostBytes)
    whole.reject(new BodyRefused(413));
  payload
    .on("data", take)
    .once("end", whole.resolve)
    .once("error", breakOff)
    .once("close", breakOff);
  try {
    await whole.promise;
    return body.bytes();
  } finally {
    payload.off("data", take);
    if (!payload.readableEnded) drain(payload, dropped * mostBytes);
  }
}

/** Of a refused body, in times the largest one. */
const dropped = 4;

/** Reads the rest and drops it: many a sender looks for the answer only then. Whoever sends on and on is cut. */
function drain(payload: IncomingMessage, mostBytes: number): void {
  let bytes = 0;
  payload.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > mostBytes) payload.destroy();
  });
  payload.resume();
}

const none = new Uint8Array();

/**
 * One piece of memory, however small the chunks are: each by itself would take hundreds of bytes. The
 * usual body is one chunk, and is taken as it is.
 */
function createGrowingBytes(mostBytes: number): {
  readonly append: (chunk: Uint8Array) => void;
  readonly bytes: () => Uint8Array;
} {
  let memory: Uint8Array = none;
  let length = 0;
  return {
    append(chunk) {
      const needed = length + chunk.length;
      if (length === 0) memory = chunk;
      else {
        if (needed > memory.length) {
          const larger = Buffer.allocUnsafeSlow(
            Math.max(needed, Math.min(2 * memory.length, mostBytes)),
          );
          larger.set(memory.subarray(0, length));
          memory = larger;
        }
        memory.set(chunk, length);
      }
      length = needed;
    },
    bytes: () => memory.subarray(0, length),
  };
}
