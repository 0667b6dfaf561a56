import { createAccess } from "./access.ts";
import type { Holder } from "./budgets.ts";
import type { Caller } from "./caller.ts";
import { type AddressedRequest, createAddresses } from "./client-address.ts";
import { clientOfAddress, createRateLimiter, isLoopback } from "./rate-limit.ts";
import type { SecurityOptions } from "./security.ts";

/** What of a request tells who sent it. */
export interface CallerSource {
  readonly requestId: string;
  readonly request: AddressedRequest;
}

export interface Callers {
  readonly of: (source: CallerSource) => Caller;
  /** The same, looked at once per request. */
  readonly ofHttp: (request: HttpRequest) => Caller;
  /** Who a connection is of, before anything is said on it: a proxy's are those of its clients. */
  readonly ofConnection: (socket: AddressedRequest["socket"]) => Holder;
  /** Clients whose spending is remembered. */
  readonly count: () => number;
}

/** A request as fastify has it. */
export interface HttpRequest {
  readonly id: string;
  readonly raw: AddressedRequest;
  /** Who sends it, once that was asked. */
  caller: Caller | undefined;
}

declare module "fastify" {
  interface FastifyRequest {
    caller: Caller | undefined;
  }
}

/** Remembered clients: two megabytes. */
const maxClients = 20_000;

/**
 * Recognises callers and keeps what they spend. A token has one share wherever it comes from, everybody
 * else one per address; programs on the node's own machine without a token have no limit.
 */
export function createCallers(security: SecurityOptions): Callers {
  const { tokens, anonymous, rate, trustedProxies } = security;
  const addresses = createAddresses(trustedProxies);
  const authenticate = createAccess({ tokens, anonymous, now: Date.now });
  const limiter = createRateLimiter({ ...rate, maxClients, nowMs: () => performance.now() });
  const of = ({ requestId, request }: CallerSource): Caller => {
    const address = addresses.of(request);
    const { scope, token } = authenticate(request.headers.authorization);
    const client = token === undefined ? clientOfAddress(address) : `token:${token}`;
    const isFree = token === undefined && isLocal(request);
    const spend = (cost: number): number => (isFree ? 0 : limiter.spend(client, cost));
    const charge = (cost: number): void => (isFree ? undefined : limiter.charge(client, cost));
    return { requestId, client, isFree, scope, token, spend, charge };
  };
  return {
    of,
    ofHttp(request) {
      request.caller ??= of({ requestId: request.id, request: request.raw });
      return request.caller;
    },
    ofConnection({ remoteAddress = "" }) {
      const isShared = addresses.isProxy(remoteAddress);
      const isFree = !isShared && isLoopback(remoteAddress);
      return { client: clientOfAddress(remoteAddress), isFree, isShared };
    },
    count: limiter.clients,
  };
}

/** Sent by a program on this machine, and not by a proxy on it for somebody else. */
function isLocal({ headers, socket }: AddressedRequest): boolean {
  return isLoopback(socket.remoteAddress ?? "") && headers["x-forwarded-for"] === undefined;
}
