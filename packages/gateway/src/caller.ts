import type { Scope } from "./access.ts";
import type { CallSession } from "./subscription-session.ts";

/** Who sends a request, as far as the gateway knows. */
export interface Caller {
  /** In the log, in the header `x-request-id` and in every error. */
  readonly requestId: string;
  /** What limits are counted by: the token's name, or the address. */
  readonly client: string;
  /** A program on the node's own machine without a token: its operator's, and without limits of its own. */
  readonly isFree: boolean;
  /** Undefined: may do nothing. */
  readonly scope: Scope | undefined;
  /** Name of the token that was shown. */
  readonly token: string | undefined;
  /** Spends of the caller's share; 0, or the ms after which it may try again. */
  readonly spend: (cost: number) => number;
  /** Takes of the share what was given already, also where nothing is left: the next ones wait for it. */
  readonly charge: (cost: number) => void;
  /** The WebSocket that it came over. */
  readonly session?: CallSession;
}
