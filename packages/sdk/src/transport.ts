import { type Clock, systemClock } from "./clock.ts";
import { CartorioError, type ErrorData, knownCode } from "./errors.ts";

/** How a client reaches a gateway. Rejects with {@link CartorioError}. */
export interface Transport {
  request(method: string, params: ErrorData, options?: RequestOptions): Promise<unknown>;
}

export interface RequestOptions {
  /** Longest time for one attempt; default that of the transport. */
  readonly timeoutMs?: number;
}

export interface HttpTransportOptions {
  /** Longest time for one attempt. Default 15 s. */
  readonly timeoutMs?: number;
  /** Tries in all, over all URLs. Default 3, but at least one per URL. */
  readonly attempts?: number;
  /** Pause after each URL was tried once, doubled each round. Default 200 ms. */
  readonly retryDelayMs?: number;
  /** Bearer token that the gateways ask for. */
  readonly token?: string;
  readonly fetch?: typeof globalThis.fetch;
  readonly clock?: Clock;
}

const DEFAULT_TIMEOUT_MS = 15_000;
const DEFAULT_ATTEMPTS = 3;
const DEFAULT_RETRY_DELAY_MS = 200;

/** Answers that another gateway, or the same one a moment later, may well give differently. */
const passing: ReadonlySet<string> = new Set([
  "TRANSPORT_FAILED",
  "NOT_READY",
  "QUEUE_FULL",
  "SHUTTING_DOWN",
  "TIMEOUT",
  "RATE_LIMITED",
]);

type Attempt = { readonly ok: true; readonly result: unknown } | Failure;
interface Failure {
  readonly ok: false;
  readonly error: CartorioError;
}

/**
 * JSON-RPC over HTTP to one gateway or several of one network. A failed attempt is repeated with the
 * same bytes at the next URL, which is safe for every method: reads change nothing, and an envelope
 * that arrives twice is one transaction. The URL that answered last is asked first.
 */
export function httpTransport(
  urls: string | readonly string[],
  options: HttpTransportOptions = {},
): Transport {
  const all = typeof urls === "string" ? [urls] : [...urls];
  if (all.length === 0) throw new CartorioError("CONFIG_INVALID", { reason: "no gateway URL" });
  const { clock = systemClock, retryDelayMs = DEFAULT_RETRY_DELAY_MS } = options;
  const attempts = Math.max(options.attempts ?? DEFAULT_ATTEMPTS, all.length);
  let preferred = 0;
  let lastId = 0;
  return {
    async request(method, params, { timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS } = {}) {
      lastId += 1;
      const id = lastId;
      const body = JSON.stringify({ jsonrpc: "2.0", id, method, params });
      let failure: CartorioError | undefined;
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const round = Math.floor(attempt / all.length);
        if (attempt > 0 && attempt % all.length === 0) {
          await clock.delay(retryDelayMs * 2 ** (round - 1));
        }
        const url = all[preferred] ?? "";
        const answer = await tryOnce({
          url,
          body,
          id,
          timeoutMs,
          fetch: options.fetch,
          token: options.token,
        });
        if (answer.ok) return answer.result;
        failure = answer.error;
        if (!passing.has(failure.code)) throw failure;
        preferred = (preferred + 1) % all.length;
      }
      throw failure ?? new CartorioError("TRANSPORT_FAILED");
    },
  };
}

interface Try {
  readonly url: string;
  readonly body: string;
  readonly id: number;
  readonly timeoutMs: number;
  readonly fetch: typeof globalThis.fetch | undefined;
  readonly token: string | undefined;
}

async function tryOnce({ url, body, id, timeoutMs, fetch, token }: Try): Promise<Attempt> {
  const send = fetch ?? globalThis.fetch;
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  try {
    const response = await send(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...authorization },
      body,
      signal: AbortSignal.timeout(timeoutMs),
    });
    return readAnswer(await response.text(), { id, url, status: response.status });
  } catch (cause) {
    return { ok: false, error: new CartorioError("TRANSPORT_FAILED", { url }, { cause }) };
  }
}

interface Origin {
  readonly id: number;
  readonly url: string;
  readonly status: number;
}

function readAnswer(text: string, { id, url, status }: Origin): Attempt {
  const answer = parseObject(text);
  if (answer === undefined) return failed("TRANSPORT_FAILED", { url, status });
  if (Object.hasOwn(answer, "error")) return { ok: false, error: errorOf(answer["error"], url) };
  if (answer["id"] !== id || !Object.hasOwn(answer, "result")) {
    return failed("ANSWER_INVALID", { url, status });
  }
  return { ok: true, result: answer["result"] };
}

function errorOf(error: unknown, url: string): CartorioError {
  const data = isObject(error) && isObject(error["data"]) ? error["data"] : {};
  return new CartorioError(knownCode(data["code"]), { ...data, url });
}

function failed(code: "TRANSPORT_FAILED" | "ANSWER_INVALID", data: ErrorData): Failure {
  return { ok: false, error: new CartorioError(code, data) };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
