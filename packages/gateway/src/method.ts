import type { ErrorCode } from "@cartorio/protocol";
import type { Scope } from "./access.ts";
import type { Caller } from "./caller.ts";
import type { GatewayLimits } from "./limits.ts";
import type { ApiResult, NodeApi } from "./node-api.ts";
import type { JsonSchema } from "./schemas.ts";
import type { CallSession } from "./subscription-session.ts";

/** What a handler may use. */
export interface MethodContext {
  readonly api: NodeApi;
  readonly limits: GatewayLimits;
  /** Name of the network that the node belongs to; it never changes while the node runs. */
  readonly network: () => Promise<string>;
  /** The rows that are served where the call came from: what it can discover. */
  readonly methods: readonly Method[];
  /** The WebSocket that the call came over. */
  readonly session?: CallSession | undefined;
  /**
   * Spends of the caller's share what cannot be known before: 0, or the ms after which it may try again.
   * Absent: nobody pays.
   */
  readonly spend?: Caller["spend"];
  /**
   * More than half of the time of the call is over: whoever asks the node again and again ends here, and
   * still tells what came of it. Absent: there is no end.
   */
  readonly isLate?: () => boolean;
}

/** One parameter. Its place in the list is its position in calls by position. */
export interface MethodParameter {
  readonly name: string;
  readonly summary: string;
  readonly schema: JsonSchema;
  readonly required?: boolean;
}

/** A call that works on the example network of the tests. */
export interface MethodExample {
  readonly summary: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * One row of the method table: the home of everything about a method. Server, validation, the
 * OpenRPC document and docs/json-rpc.md derive from it.
 */
export interface Method {
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly params: readonly MethodParameter[];
  readonly result: JsonSchema;
  /** Codes of the table that this method itself can answer with; any method can time out. */
  readonly errors: readonly ErrorCode[];
  readonly example: MethodExample;
  /** Scope that the caller needs; default that of method-access.ts. */
  readonly permission?: Scope;
  /** What a call takes of its client's share; default that of method-access.ts. */
  readonly cost?: number;
  /** The answer may wait for an event; its own timeout applies instead of the request's. */
  readonly waits?: boolean;
  /** It executes on the thread that votes: few at once. */
  readonly simulates?: boolean;
  /**
   * The result follows from the parameters and the certified state of the height that its `height` names, and
   * from nothing else; so it may be given again while that height is the newest. Set by read-options.ts.
   */
  readonly ofState?: boolean;
  /** Gets parameters that satisfy their schemas. */
  readonly handle: (
    context: MethodContext,
    params: Readonly<Record<string, unknown>>,
  ) => Promise<ApiResult<unknown>>;
}

interface TypedMethod<P, R> extends Omit<Method, "handle"> {
  readonly handle: (context: MethodContext, params: P) => Promise<ApiResult<R>>;
}

/**
 * Makes a row from a handler with typed parameters. `P` must describe what the schemas in `params`
 * admit: the dispatcher validates before it calls.
 */
export function defineMethod<P, R>(method: TypedMethod<P, R>): Method {
  return { ...method, handle: (context, params) => method.handle(context, params as P) };
}
