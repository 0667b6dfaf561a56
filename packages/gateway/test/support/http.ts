import type { InjectOptions } from "fastify";
import pino from "pino";
import { createBudgets } from "../../src/budgets.ts";
import { createCallers } from "../../src/callers.ts";
import type { NodeApi } from "../../src/index.ts";
import { defaultGatewayLimits, type GatewayLimits } from "../../src/limits.ts";
import type { Method } from "../../src/method.ts";
import { methodTable } from "../../src/method-table.ts";
import { defaultSecurity, type SecurityOptions } from "../../src/security.ts";
import { createServer } from "../../src/server.ts";

export interface RpcAnswer {
  readonly status: number;
  readonly contentType: string;
  /** Of the header. */
  readonly requestId: string;
  /** Undefined for an empty body. */
  readonly body: unknown;
  /** The body as it came. */
  readonly raw: string;
  /** Without the date. */
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface TestServer {
  /** Sends a body as it is, or any other value as JSON. */
  post(body: unknown, headers?: Record<string, string>, url?: string): Promise<RpcAnswer>;
  /** Headers, or the one of `accept`. */
  get(url: string, headers?: string | Record<string, string>): Promise<RpcAnswer>;
  options(url: string, headers: Record<string, string>): Promise<RpcAnswer>;
  /** The result of one call; throws what the method answers as an error. */
  call(method: string, params?: unknown): Promise<unknown>;
  /** `fetch` that ends here, whatever the URL's host. */
  readonly fetch: typeof globalThis.fetch;
  /** What was logged, as text. */
  logged(): string;
}

export interface TestServerOptions {
  readonly methods?: readonly Method[];
  readonly remoteAddress?: string;
}

/** The real server without a socket. */
export function testServer(
  api: NodeApi,
  limits: Partial<GatewayLimits> = {},
  given: Partial<SecurityOptions> = {},
  { methods = methodTable, remoteAddress = "127.0.0.1" }: TestServerOptions = {},
): TestServer {
  const lines: string[] = [];
  const logger = pino({ level: "debug" }, { write: (line: string) => void lines.push(line) });
  const security = { ...defaultSecurity, ...given };
  const app = createServer({
    api,
    limits: { ...defaultGatewayLimits, ...limits },
    security,
    logger,
    audit: (entry) => void lines.push(`${JSON.stringify({ audit: entry })}\n`),
    methods,
    callers: createCallers(security),
    budgets: createBudgets({ ...defaultGatewayLimits, ...limits }),
  });
  async function send(options: InjectOptions): Promise<RpcAnswer> {
    const response = await app.inject({ remoteAddress, ...options });
    const contentType = String(response.headers["content-type"] ?? "");
    const body: unknown = response.body === "" ? undefined : JSON.parse(response.body);
    const requestId = String(response.headers["x-request-id"]);
    const { date: _date, ...headers } = response.headers;
    const raw = response.body;
    return { status: response.statusCode, contentType, requestId, body, raw, headers };
  }
  const post: TestServer["post"] = (body, headers = {}, url = "/") =>
    send({
      method: "POST",
      url,
      headers: { "content-type": "application/json", ...headers },
      payload: typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body),
    });
  return {
    post,
    get: (url, headers = {}) =>
      send({
        method: "GET",
        url,
        headers: typeof headers === "string" ? { accept: headers } : headers,
      }),
    options: (url, headers) => send({ method: "OPTIONS", url, headers }),
    async call(method, params = {}) {
      const { body } = await post({ jsonrpc: "2.0", method, params, id: 1 });
      const { result, error } = body as { result?: unknown; error?: unknown };
      if (error !== undefined) throw new Error(JSON.stringify(error));
      return result;
    },
    async fetch(url, init) {
      const { status, body } = await post(String(init?.body), {});
      if (typeof url !== "string") throw new TypeError("the test server takes URLs as text");
      return new Response(body === undefined ? null : JSON.stringify(body), { status });
    },
    logged: () => lines.join(""),
  };
}
