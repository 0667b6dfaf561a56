// What all clients share and one of them must not take away from the others.
import type { Caller } from "./caller.ts";
import type { GatewayLimits } from "./limits.ts";

/** Of who takes: a client is counted by itself unless it is the node's own operator. */
export type Holder = Pick<Caller, "client" | "isFree">;

/** So many of something at once, of which one client gets a quarter. */
export interface Budget {
  /** False, and nothing is taken, where too few are left for all or for this client. */
  readonly take: (holder: Holder, amount: number) => boolean;
  readonly give: (holder: Holder, amount: number) => void;
  readonly taken: () => number;
}

/** A quarter: three clients that do their worst leave as much as each of them has. */
const clientsInAll = 4;

export function createBudget(most: number): Budget {
  const mostOfOne = Math.ceil(most / clientsInAll);
  /** Clients that hold something. */
  const held = new Map<string, number>();
  let all = 0;
  const add = ({ client, isFree }: Holder, amount: number): void => {
    all += amount;
    if (isFree) return;
    const own = (held.get(client) ?? 0) + amount;
    if (own > 0) held.set(client, own);
    else held.delete(client);
  };
  return {
    take(holder, amount) {
      const own = holder.isFree ? 0 : (held.get(holder.client) ?? 0) + amount;
      if (all + amount > most || own > mostOfOne) return false;
      add(holder, amount);
      return true;
    },
    give: (holder, amount) => add(holder, -amount),
    taken: () => all,
  };
}

/** What is under way, over all listeners of a gateway. */
export interface Budgets {
  /** Bodies and messages that are worked on. */
  readonly requests: Budget;
  /** Calls that wait for an event: a batch may hold a hundred of them. */
  readonly waits: Budget;
  readonly sockets: Budget;
  /** Bytes of bodies and messages that have begun and are not whole yet. */
  readonly unfinishedBytes: Budget;
}

export function createBudgets(limits: GatewayLimits): Budgets {
  return {
    requests: createBudget(limits.maxConcurrentRequests),
    waits: createBudget(limits.maxConcurrentRequests),
    sockets: createBudget(limits.maxSockets),
    unfinishedBytes: createBudget(limits.maxUnfinishedBytes),
  };
}
