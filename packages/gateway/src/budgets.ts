// What all clients share and one of them must not take away from the others.
import type { Caller } from "./caller.ts";
import type { GatewayLimits } from "./limits.ts";

/** Of who takes: a client is counted by itself unless it is the node's own operator. */
export interface Holder extends Pick<Caller, "client" | "isFree"> {
  /** It takes for many others, and has no bound but that of them all. */
  readonly isShared?: boolean;
}

/** So much of something at once, of which one client gets a quarter. */
export interface Budget {
  /** False, and nothing is taken, where too little is left for all or for this client. */
  readonly take: (holder: Holder, amount: number) => boolean;
  /** Takes what is there already, and cannot be refused. */
  readonly add: (holder: Holder, amount: number) => void;
  readonly give: (holder: Holder, amount: number) => void;
  /** Whether this client may begin something that will take more. */
  readonly hasRoom: (holder: Holder) => boolean;
  readonly taken: () => number;
}

/** A quarter: three clients that do their worst leave as much as each of them has. */
const clientsInAll = 4;
/** An eighth is the operator's alone, who has to see what the others do. */
const keptForOperator = 8;

export function createBudget(most: number): Budget {
  const mostOfOne = Math.ceil(most / clientsInAll);
  const mostOfStrangers = most - Math.floor(most / keptForOperator);
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
  /** What one has must be left for others as well, so that few cannot fill it. */
  const leaves = ({ client, isFree, isShared }: Holder, amount: number): boolean => {
    const left = (isFree ? most : mostOfStrangers) - all - amount;
    if (isFree || isShared === true) return left >= 0;
    return (held.get(client) ?? 0) + amount <= Math.min(mostOfOne, left);
  };
  return {
    take(holder, amount) {
      if (!leaves(holder, amount)) return false;
      add(holder, amount);
      return true;
    },
    add,
    give: (holder, amount) => add(holder, -amount),
    hasRoom: (holder) => leaves(holder, 1),
    taken: () => all,
  };
}

/** What is under way, over all listeners of a gateway. */
export interface Budgets {
  readonly connections: Budget;
  /** Bodies and messages that are worked on. */
  readonly requests: Budget;
  /** Calls that wait for an event: a batch may hold a hundred of them. */
  readonly waits: Budget;
  /** Calls that execute on the thread that votes. */
  readonly simulations: Budget;
  readonly sockets: Budget;
  readonly subscriptions: Budget;
  /** Memory of bodies and messages, from their first byte until their last call is answered. */
  readonly unfinishedBytes: Budget;
  /** Bytes of answers and events that are made and not taken yet. */
  readonly unsentBytes: Budget;
}

/** As many as the node lets wait. */
const maxSimulations = 8;

export function createBudgets(limits: GatewayLimits): Budgets {
  return {
    connections: createBudget(limits.maxConnections),
    requests: createBudget(limits.maxConcurrentRequests),
    waits: createBudget(limits.maxConcurrentRequests),
    simulations: createBudget(maxSimulations),
    sockets: createBudget(limits.maxSockets),
    subscriptions: createBudget(limits.maxSubscriptions),
    unfinishedBytes: createBudget(limits.maxUnfinishedBytes),
    unsentBytes: createBudget(limits.maxUnsentBytes),
  };
}

/** What one of many may hold without being counted: less than its connection takes by itself. */
const uncountedBytes = 1024;

/** The bytes of one body or message: of a budget, but for the first few. */
export interface HeldBytes {
  /** False where there is no room for so many. */
  readonly grow: (bytes: number) => boolean;
  readonly reset: () => void;
  readonly bytes: () => number;
}

export function holdBytes(budget: Budget, holder: Holder): HeldBytes {
  let bytes = 0;
  const counted = (count: number): number => Math.max(0, count - uncountedBytes);
  return {
    grow(more) {
      if (!budget.take(holder, counted(bytes + more) - counted(bytes))) return false;
      bytes += more;
      return true;
    },
    reset() {
      budget.give(holder, counted(bytes));
      bytes = 0;
    },
    bytes: () => bytes,
  };
}
