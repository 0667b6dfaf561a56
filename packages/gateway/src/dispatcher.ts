import type { Logger } from "pino";
import { includesScope } from "./access.ts";
import { type Audit, auditEntry } from "./audit.ts";
import { type Budget, type Budgets, holdBytes } from "./budgets.ts";
import type { Caller } from "./caller.ts";
import { createLane, type Lane } from "./concurrency.ts";
import { withDeadline } from "./deadline.ts";
import type { GatewayLimits } from "./limits.ts";
import type { Method, MethodContext, MethodParameter } from "./method.ts";
import { answerCost, bodyCost, costOf, permissionOf } from "./method-access.ts";
import type { ApiResult } from "./node-api.ts";
import type { ReadMemory } from "./read-memory.ts";
import { type Call, errorText, isRecord, parseCall } from "./rpc-call.ts";
import { type RpcError, standardError, tableError } from "./rpc-error.ts";
import { parseStrictJson } from "./strict-json.ts";
import { type CompiledMethod, compileMethods } from "./validation.ts";

/** What is said to a body. */
export interface Answered {
  /** Undefined: all were notifications, there is nothing to say. */
  readonly text: string | undefined;
  /** Set when every request of the body was refused for this one reason. */
  readonly refused?: "denied" | "limited" | "full";
  /** When it was limited: the time after which the client may try again. */
  readonly retryAfterMs?: number;
}

type DispatchBudgets = Pick<Budgets, "waits" | "simulations" | "unfinishedBytes" | "unsentBytes">;

export type Dispatch = (body: Uint8Array, caller: Caller) => Promise<Answered>;

export interface DispatcherOptions {
  readonly methods: readonly Method[];
  /** Other names of methods. */
  readonly aliases?: ReadonlyMap<string, string>;
  readonly context: MethodContext;
  readonly logger: Pick<Logger, "debug" | "error">;
  readonly audit?: Audit;
  /** Answers of the newest height that were given before. */
  readonly memory?: Pick<ReadMemory, "recall" | "keep">;
  /** Logs the parameters of requests, at level debug. */
  readonly logsQueries?: boolean;
  readonly budgets?: DispatchBudgets;
}

type Outcome =
  /** `text`: the value as JSON, where it was made already; what is remembered has no other value. */
  | { readonly ok: true; readonly value: unknown; readonly text?: string }
  | { readonly ok: false; readonly error: RpcError };

/** What the requests of one body share. */
interface Turn {
  readonly caller: Caller;
  /** Of `performance.now`: when all must be answered. */
  readonly endsAtMs: number;
  /** Methods that do not wait take turns. */
  readonly lane: Lane;
  /** Bytes of answers so far. */
  bytes: number;
  /** Of those what was taken of the client's share. */
  madeBytes: number;
  /** Requests so far, and those of them that were refused before their method was called. */
  requests: number;
  denied: number;
  limited: number;
  full: number;
  retryAfterMs: number;
}

/** Time after the end of a wait in which its method must have answered. */
const WAIT_GRACE_MS = 1000;
/** Requests of one batch that the node works on at once, so that a batch is no faster way to flood it. */
const BATCH_LANES = 8;

/**
 * JSON-RPC 2.0 over bytes, by the letter of the specification: calls by name and by position,
 * notifications, batches. The requests of a batch are answered in their order; those that wait run all
 * at once, the others a few at a time.
 */
export function createDispatcher(options: DispatcherOptions): Dispatch {
  const { methods, aliases = new Map() } = options;
  const dispatcher: Dispatcher = { ...options, methods: compileMethods(methods), aliases };
  const { maxJsonDepth, maxJsonValues } = options.context.limits;
  const bounds = { maxDepth: maxJsonDepth, maxValues: maxJsonValues };
  return async (body, caller) => {
    const turn = newTurn(caller, options.context.limits);
    const retryAfterMs = caller.spend(bodyCost(body.length));
    if (retryAfterMs > 0) {
      logAnswer(dispatcher, caller, { code: "RATE_LIMITED" });
      return concluded(turn, errorText(null, limitError(turn, retryAfterMs), caller));
    }
    const parsed = parseStrictJson(body, bounds);
    if (!parsed.ok) {
      caller.spend(1);
      const error = standardError("PARSE_ERROR", { reason: parsed.reason });
      logAnswer(dispatcher, caller, { code: "PARSE_ERROR" });
      return { text: errorText(null, error, caller) };
    }
    const size = body.length + parsed.values * bytesPerValue;
    return whileHeld(dispatcher, { turn, size }, async () => {
      const text = Array.isArray(parsed.value)
        ? await answerBatch(dispatcher, parsed.value, turn)
        : await answerOne(dispatcher, parsed.value, turn);
      return concluded(turn, text);
    });
  };
}

/** What a parsed value takes in memory, roughly. */
const bytesPerValue = 80;

/**
 * A body is held until its last call is answered, and each answer until then as well: both are of their
 * client's shares, and are given back here. How an answer is sent is for whoever sends it to count.
 */
async function whileHeld(
  { budgets }: Dispatcher,
  { turn, size }: { readonly turn: Turn; readonly size: number },
  work: () => Promise<Answered>,
): Promise<Answered> {
  if (budgets === undefined) return work();
  const { caller } = turn;
  const held = holdBytes(budgets.unfinishedBytes, caller);
  if (!held.grow(size))
    return { text: errorText(null, tableError("QUEUE_FULL"), caller), refused: "full" };
  try {
    return await work();
  } finally {
    held.reset();
    budgets.unsentBytes.give(caller, turn.madeBytes);
  }
}

function newTurn(caller: Caller, { maxWaitMs }: GatewayLimits): Turn {
  const endsAtMs = performance.now() + maxWaitMs + WAIT_GRACE_MS;
  const counters = {
    bytes: 0,
    madeBytes: 0,
    requests: 0,
    denied: 0,
    limited: 0,
    full: 0,
    retryAfterMs: 0,
  };
  return { caller, endsAtMs, lane: createLane(BATCH_LANES), ...counters };
}

function concluded(turn: Turn, text: string | undefined): Answered {
  const { requests, denied, limited, full, retryAfterMs } = turn;
  if (denied > 0 && denied >= requests) return { text, refused: "denied" };
  if (full > 0 && full >= requests) return { text, refused: "full" };
  if (limited > 0 && limited >= requests) return { text, refused: "limited", retryAfterMs };
  return { text };
}

function limitError(turn: Turn, retryAfterMs: number): RpcError {
  turn.limited += 1;
  turn.retryAfterMs = Math.max(turn.retryAfterMs, retryAfterMs);
  return tableError("RATE_LIMITED", { retryAfterMs });
}

interface Dispatcher extends Omit<DispatcherOptions, "methods"> {
  readonly methods: ReadonlyMap<string, CompiledMethod>;
  readonly aliases: ReadonlyMap<string, string>;
}

async function answerBatch(
  dispatcher: Dispatcher,
  requests: readonly unknown[],
  turn: Turn,
): Promise<string | undefined> {
  const { maxBatchRequests, maxResponseBytes } = dispatcher.context.limits;
  if (requests.length === 0) return errorText(null, standardError("INVALID_REQUEST"), turn.caller);
  if (requests.length > maxBatchRequests) {
    return errorText(null, tableError("TOO_LARGE", { maxBatchRequests }), turn.caller);
  }
  const answers = await Promise.all(
    requests.map(async (request) => {
      const answer = await answerOne(dispatcher, request, turn);
      turn.bytes += answer === undefined ? 0 : Buffer.byteLength(answer) + 1;
      // What does not fit is not kept while others are still worked on.
      return turn.bytes > maxResponseBytes ? undefined : answer;
    }),
  );
  if (turn.bytes + 1 > maxResponseBytes) {
    return errorText(null, tableError("TOO_LARGE", { maxResponseBytes }), turn.caller);
  }
  const given = answers.filter((answer) => answer !== undefined);
  return given.length === 0 ? undefined : `[${given.join(",")}]`;
}

async function answerOne(
  dispatcher: Dispatcher,
  request: unknown,
  turn: Turn,
): Promise<string | undefined> {
  const { caller } = turn;
  const parsed = parseCall(request);
  if (!parsed.ok) {
    turn.requests += 1;
    caller.spend(1);
    logAnswer(dispatcher, caller, { code: "INVALID_REQUEST" });
    return errorText(parsed.id, standardError("INVALID_REQUEST"), caller);
  }
  const { id, isNotification } = parsed.call;
  const outcome = await run(dispatcher, parsed.call, turn);
  if (isNotification) return undefined;
  if (!outcome.ok) return errorText(id, outcome.error, caller);
  const result = outcome.text ?? JSON.stringify(outcome.value);
  const text = `{"jsonrpc":"2.0","result":${result},"id":${JSON.stringify(id)}}`;
  const { maxResponseBytes } = dispatcher.context.limits;
  const bytes = Buffer.byteLength(text);
  if (bytes > maxResponseBytes)
    return errorText(id, tableError("TOO_LARGE", { maxResponseBytes }), caller);
  if (!mayKeep(dispatcher, turn, bytes)) return errorText(id, tableError("QUEUE_FULL"), caller);
  caller.charge(answerCost(bytes));
  return text;
}

/** What is always given: that something was taken is not to be unsaid. */
const smallAnswerBytes = 1024;

/** Asked when an answer is made: what is small to ask for may be large to answer. */
function mayKeep({ budgets }: Dispatcher, turn: Turn, bytes: number): boolean {
  if (budgets === undefined) return true;
  const { unsentBytes } = budgets;
  if (bytes <= smallAnswerBytes) unsentBytes.add(turn.caller, bytes);
  else if (!unsentBytes.take(turn.caller, bytes)) {
    turn.full += 1;
    return false;
  }
  turn.madeBytes += bytes;
  return true;
}

async function run(dispatcher: Dispatcher, call: Call, turn: Turn): Promise<Outcome> {
  const started = performance.now();
  const { caller } = turn;
  const compiled = dispatcher.methods.get(dispatcher.aliases.get(call.method) ?? call.method);
  const refusal = admit(compiled, call, turn);
  const outcome = await (refusal ?? invoke(dispatcher, { compiled, given: call.params }, turn));
  const durationMs = Math.round(performance.now() - started);
  const code = outcome.ok ? "OK" : String(outcome.error.data["code"]);
  if (compiled === undefined) {
    logAnswer(dispatcher, caller, { code, durationMs });
    return outcome;
  }
  const { method } = compiled;
  const query = dispatcher.logsQueries === true ? { params: call.params } : {};
  logAnswer(dispatcher, caller, { method: method.name, code, durationMs, ...query });
  const value = outcome.ok ? outcome.value : undefined;
  const entry = auditEntry({ caller, method, code, value });
  if (entry !== undefined) dispatcher.audit?.(entry);
  return outcome;
}

/** Each answer, so that the request id of an error leads here; of a method that does not exist no name. */
function logAnswer(
  { logger }: Pick<Dispatcher, "logger">,
  { requestId }: Caller,
  facts: Readonly<Record<string, unknown>>,
): void {
  logger.debug({ requestId, ...facts }, "request answered");
}

/** The refusal of a call that the caller may not make, or not now. */
function admit(compiled: CompiledMethod | undefined, call: Call, turn: Turn): Outcome | undefined {
  const { caller } = turn;
  turn.requests += 1;
  const permission = compiled === undefined ? "read" : permissionOf(compiled.method);
  const isDenied = !includesScope(caller.scope, permission);
  // One who may not call it pays as much: the refusal of a write is audited.
  const cost = compiled === undefined ? 1 : costOf(compiled.method, call.params);
  const retryAfterMs = caller.spend(cost);
  if (retryAfterMs > 0) return failed(limitError(turn, retryAfterMs));
  if (!isDenied) return undefined;
  turn.denied += 1;
  return failed(tableError("ACCESS_DENIED"));
}

async function invoke(
  dispatcher: Dispatcher,
  { compiled, given }: { readonly compiled: CompiledMethod | undefined; readonly given: unknown },
  turn: Turn,
): Promise<Outcome> {
  if (compiled === undefined) return failed(standardError("METHOD_NOT_FOUND"));
  const work = (): Promise<Outcome> => runMethod(dispatcher, { compiled, given }, turn);
  const { budgets } = dispatcher;
  const { waits, simulates } = compiled.method;
  if (waits === true) return holding(budgets?.waits, turn.caller, work);
  if (simulates !== true) return turn.lane(work);
  return turn.lane(() => holding(budgets?.simulations, turn.caller, work));
}

async function holding(
  budget: Budget | undefined,
  caller: Caller,
  work: () => Promise<Outcome>,
): Promise<Outcome> {
  if (budget?.take(caller, 1) === false) return failed(tableError("QUEUE_FULL"));
  try {
    return await work();
  } finally {
    budget?.give(caller, 1);
  }
}

interface Invocation {
  readonly compiled: CompiledMethod;
  readonly given: unknown;
}

async function runMethod(
  dispatcher: Dispatcher,
  { compiled, given }: Invocation,
  turn: Turn,
): Promise<Outcome> {
  const { method } = compiled;
  const named = byName(method.params, given);
  if (named === undefined) return failed(standardError("INVALID_PARAMS", { reason: "too many" }));
  const mistake = compiled.paramsMistake(named);
  if (mistake !== undefined) return failed(standardError("INVALID_PARAMS", { ...mistake }));
  const recalled = recall(dispatcher, method, named);
  return recalled ?? handleCall(dispatcher, { compiled, named }, turn);
}

interface ValidCall {
  readonly compiled: CompiledMethod;
  readonly named: Readonly<Record<string, unknown>>;
}

async function handleCall(
  dispatcher: Dispatcher,
  { compiled, named }: ValidCall,
  turn: Turn,
): Promise<Outcome> {
  const { method } = compiled;
  const { context, logger } = dispatcher;
  const { session, spend } = turn.caller;
  const ownMs = timeoutOf(context.limits, method.waits === true);
  const beganMs = performance.now();
  const timeoutMs = Math.min(ownMs, Math.ceil(turn.endsAtMs - beganMs));
  if (timeoutMs <= 0) return failed(tableError("TIMEOUT"));
  const isLate = (): boolean => performance.now() - beganMs > timeoutMs / 2;
  const own = { ...context, spend, isLate, ...(session && { session }) };
  try {
    const timed = await withDeadline(method.handle(own, named), timeoutMs);
    if (!timed.ok) return failed(tableError("TIMEOUT", { timeoutMs }));
    return remember(dispatcher, { compiled, named }, judgeResult(compiled, timed.value));
  } catch (error) {
    // The message and the stack stay in the log: a client learns that it failed, not how.
    const { requestId } = turn.caller;
    logger.error({ requestId, method: method.name, err: error }, "method failed");
    return failed(standardError("INTERNAL_ERROR"));
  }
}

function questionOf({ name }: Method, named: Readonly<Record<string, unknown>>): string {
  return `${name} ${JSON.stringify(named)}`;
}

function recall(
  { memory }: Dispatcher,
  method: Method,
  named: Readonly<Record<string, unknown>>,
): Outcome | undefined {
  if (memory === undefined || method.ofState !== true) return undefined;
  const text = memory.recall(questionOf(method, named));
  return text === undefined ? undefined : { ok: true, value: undefined, text };
}

function remember({ memory }: Dispatcher, call: ValidCall, outcome: Outcome): Outcome {
  const { method } = call.compiled;
  if (memory === undefined || method.ofState !== true || !outcome.ok) return outcome;
  const { value } = outcome;
  const height = isRecord(value) ? value["height"] : undefined;
  if (typeof height !== "number") return outcome;
  const text = JSON.stringify(value);
  memory.keep(questionOf(method, call.named), height, text);
  return { ...outcome, text };
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
