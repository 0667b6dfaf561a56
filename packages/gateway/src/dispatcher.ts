import type { Logger } from "pino";
import { withDeadline } from "./deadline.ts";
import type { GatewayLimits } from "./limits.ts";
import type { Method, MethodContext, MethodParameter } from "./method.ts";
import type { ApiResult } from "./node-api.ts";
import { type RpcError, standardError, tableError } from "./rpc-error.ts";
import { type CompiledMethod, compileMethods } from "./validation.ts";

/** Answers one HTTP body. Undefined: all were notifications, there is nothing to say. */
export type Dispatch = (body: Uint8Array) => Promise<string | undefined>;

export interface DispatcherOptions {
  readonly methods: readonly Method[];
  /** Other names of methods. */
  readonly aliases?: ReadonlyMap<string, string>;
  readonly context: MethodContext;
  readonly logger: Pick<Logger, "debug" | "error">;
}

type RequestId = string | number | null;

interface Call {
  readonly id: RequestId;
  readonly isNotification: boolean;
  readonly method: string;
  readonly params: unknown;
}

type ParsedCall =
  | { readonly ok: true; readonly call: Call }
  | { readonly ok: false; readonly id: RequestId };

type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: RpcError };

const decoder = new TextDecoder("utf-8", { fatal: true });

/** Time after the end of a wait in which its method must have answered. */
const WAIT_GRACE_MS = 1000;

/**
 * JSON-RPC 2.0 over bytes, by the letter of the specification: calls by name and by position,
 * notifications, batches. The requests of a batch run at once and are answered in their order.
 */
export function createDispatcher(options: DispatcherOptions): Dispatch {
  const { methods, aliases = new Map(), context, logger } = options;
  const dispatcher: Dispatcher = { methods: compileMethods(methods), aliases, context, logger };
  return async (body) => {
    const parsed = parseJson(body);
    if (!parsed.ok) return errorText(null, standardError("PARSE_ERROR"));
    if (Array.isArray(parsed.value)) return answerBatch(dispatcher, parsed.value);
    return answerOne(dispatcher, parsed.value);
  };
}

interface Dispatcher extends Pick<DispatcherOptions, "context" | "logger"> {
  readonly methods: ReadonlyMap<string, CompiledMethod>;
  readonly aliases: ReadonlyMap<string, string>;
}

function parseJson(body: Uint8Array): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(decoder.decode(body)) };
  } catch {
    return { ok: false };
  }
}

async function answerBatch(
  dispatcher: Dispatcher,
  requests: readonly unknown[],
): Promise<string | undefined> {
  const { maxBatchRequests, maxResponseBytes } = dispatcher.context.limits;
  if (requests.length === 0) return errorText(null, standardError("INVALID_REQUEST"));
  if (requests.length > maxBatchRequests) {
    return errorText(null, tableError("TOO_LARGE", { maxBatchRequests }));
  }
  const answers = await Promise.all(requests.map((request) => answerOne(dispatcher, request)));
  const given = answers.filter((answer) => answer !== undefined);
  if (given.length === 0) return undefined;
  const text = `[${given.join(",")}]`;
  if (text.length <= maxResponseBytes) return text;
  return errorText(null, tableError("TOO_LARGE", { maxResponseBytes }));
}

async function answerOne(dispatcher: Dispatcher, request: unknown): Promise<string | undefined> {
  const parsed = parseCall(request);
  if (!parsed.ok) return errorText(parsed.id, standardError("INVALID_REQUEST"));
  const { id, isNotification } = parsed.call;
  const outcome = await run(dispatcher, parsed.call);
  if (isNotification) return undefined;
  if (!outcome.ok) return errorText(id, outcome.error);
  const text = JSON.stringify({ jsonrpc: "2.0", result: outcome.value, id });
  const { maxResponseBytes } = dispatcher.context.limits;
  if (text.length <= maxResponseBytes) return text;
  return errorText(id, tableError("TOO_LARGE", { maxResponseBytes }));
}

/** The error text for an id; null where none could be read. */
export function errorText(id: RequestId, error: RpcError): string {
  return JSON.stringify({ jsonrpc: "2.0", error, id });
}

/** JSON-RPC 2.0 section 4. Members that it does not name are ignored. */
function parseCall(request: unknown): ParsedCall {
  if (!isRecord(request)) return { ok: false, id: null };
  const { jsonrpc, method, params, id } = request;
  const isNotification = !Object.hasOwn(request, "id");
  const readableId = isRequestId(id) ? id : null;
  const isValid =
    jsonrpc === "2.0" &&
    typeof method === "string" &&
    (isNotification || isRequestId(id)) &&
    (!Object.hasOwn(request, "params") || (typeof params === "object" && params !== null));
  if (!isValid) return { ok: false, id: readableId };
  return { ok: true, call: { id: readableId, isNotification, method, params } };
}

/** An integer beyond 2^53-1 could not be given back as it came, so it is no id. */
function isRequestId(id: unknown): id is RequestId {
  if (typeof id === "number") return !Number.isInteger(id) || Number.isSafeInteger(id);
  return id === null || typeof id === "string";
}

async function run(dispatcher: Dispatcher, call: Call): Promise<Outcome> {
  const started = performance.now();
  const compiled = dispatcher.methods.get(dispatcher.aliases.get(call.method) ?? call.method);
  if (compiled === undefined) return failed(standardError("METHOD_NOT_FOUND"));
  const outcome = await runMethod(dispatcher, compiled, call.params);
  const durationMs = Math.round(performance.now() - started);
  const code = outcome.ok ? "OK" : outcome.error.data["code"];
  dispatcher.logger.debug({ method: compiled.method.name, code, durationMs }, "request answered");
  return outcome;
}

async function runMethod(
  dispatcher: Dispatcher,
  compiled: CompiledMethod,
  given: unknown,
): Promise<Outcome> {
  const { method } = compiled;
  const named = byName(method.params, given);
  if (named === undefined) return failed(standardError("INVALID_PARAMS", { reason: "too many" }));
  const mistake = compiled.paramsMistake(named);
  if (mistake !== undefined) return failed(standardError("INVALID_PARAMS", { ...mistake }));
  const { context, logger } = dispatcher;
  try {
    const timeoutMs = timeoutOf(context.limits, method.waits === true);
    const timed = await withDeadline(method.handle(context, named), timeoutMs);
    if (!timed.ok) return failed(tableError("TIMEOUT", { timeoutMs }));
    return judgeResult(compiled, timed.value);
  } catch (error) {
    // The message and the stack stay in the log: a client learns that it failed, not how.
    logger.error({ method: method.name, err: error }, "method failed");
    return failed(standardError("INTERNAL_ERROR"));
  }
}

function judgeResult(compiled: CompiledMethod, result: ApiResult<unknown>): Outcome {
  if (!result.ok) return failed(tableError(result.code, result.data));
  const mistake = compiled.resultMistake(result.value);
  if (mistake === undefined) return result;
  const { path, reason } = mistake;
  throw new Error(`INV-GATEWAY-RESULT: ${compiled.method.name} ${path} ${reason}`);
}

function timeoutOf(limits: GatewayLimits, waits: boolean): number {
  const { requestTimeoutMs, maxWaitMs } = limits;
  return waits ? maxWaitMs + WAIT_GRACE_MS : requestTimeoutMs;
}

/** Parameters by name. By position, null stands for one that is left out. */
function byName(
  parameters: readonly MethodParameter[],
  given: unknown,
): Record<string, unknown> | undefined {
  if (given === undefined) return {};
  if (!Array.isArray(given)) return isRecord(given) ? given : {};
  if (given.length > parameters.length) return undefined;
  const named = given.map((value: unknown, index) => [parameters[index]?.name ?? "", value]);
  return Object.fromEntries(named.filter(([, value]) => value !== null));
}

function failed(error: RpcError): Outcome {
  return { ok: false, error };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
