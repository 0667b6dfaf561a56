import type { InjectOptions } from "fastify";
import pino from "pino";
import type { NodeApi } from "../../src/index.ts";
import { defaultGatewayLimits, type GatewayLimits } from "../../src/limits.ts";
import { createServer } from "../../src/server.ts";

export interface RpcAnswer {
  readonly status: number;
  readonly contentType: string;
  /** Of the header. */
  readonly requestId: string;
  /** Undefined for an empty body. */
  readonly body: unknown;
}

export interface TestServer {
  /** Sends a body as it is, or any other value as JSON. */
  post(body: unknown, headers?: Record<string, string>): Promise<RpcAnswer>;
  get(url: string, accept?: string): Promise<RpcAnswer>;
  /** The result of one call; throws what the method answers as an error. */
  call(method: string, params?: unknown): Promise<unknown>;
  /** `fetch` that ends here, whatever the URL's host. */
  readonly fetch: typeof globalThis.fetch;
  /** What was logged, as text. */
  logged(): string;
}

/** The real server without a socket. */
export function testServer(api: NodeApi, limits: Partial<GatewayLimits> = {}): TestServer {
  const lines: string[] = [];
  const logger = pino({ level: "debug" }, { write: (line: string) => void lines.push(line) });
  const app = createServer({ api, limits: { ...defaultGatewayLimits, ...limits }, logger });
  async function send(options: InjectOptions): Promise<RpcAnswer> {
    const response = await app.inject(options);
    const contentType = String(response.headers["content-type"] ?? "");
    const body: unknown = response.body === "" ? undefined : JSON.parse(response.body);
    const requestId = String(response.headers["x-request-id"]);
    return { status: response.statusCode, contentType, requestId, body };
  }
  const post: TestServer["post"] = (body, headers = {}) =>
    send({
      method: "POST",
      url: "/",
      headers: { "content-type": "application/json", ...headers },
      payload: typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body),
    });
  return {
    post,
    get: (url, accept) => send({ method: "GET", url, headers: accept ? { accept } : {} }),
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
