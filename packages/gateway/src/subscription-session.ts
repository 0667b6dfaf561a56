// The subscriptions of one connection.
import type {
  EventSink,
  OpenSubscription,
  SubscriptionAsk,
  SubscriptionHub,
} from "./subscription-hub.ts";

/** What methods may do with the connection that a call came over. */
export interface CallSession {
  /** Undefined: too many. */
  readonly subscribe: (
    asked: SubscriptionAsk,
  ) => Promise<{ readonly subscription: string; readonly nextHeight: number } | undefined>;
  /** False: there is none of this name. */
  readonly unsubscribe: (subscription: string) => boolean;
}

/** One message: what it subscribed to begins once its answer is sent. */
export interface SessionTurn extends CallSession {
  readonly start: () => void;
}

export interface SocketSession {
  readonly turn: () => SessionTurn;
  readonly close: () => void;
}

export interface SessionOptions {
  readonly hub: SubscriptionHub;
  readonly sink: EventSink;
  readonly maxSubscriptions: number;
}

export function createSession({ hub, sink, maxSubscriptions }: SessionOptions): SocketSession {
  const open = new Map<string, OpenSubscription>();
  let opening = 0;
  let isClosed = false;
  const openOne = async (asked: SubscriptionAsk): Promise<OpenSubscription | undefined> => {
    if (isClosed || open.size + opening >= maxSubscriptions) return undefined;
    opening += 1;
    try {
      const subscription = await hub.open(asked, sink);
      if (isClosed) subscription?.close();
      else if (subscription !== undefined) open.set(subscription.id, subscription);
      return isClosed ? undefined : subscription;
    } finally {
      opening -= 1;
    }
  };
  return {
    turn() {
      const fresh: OpenSubscription[] = [];
      return {
        async subscribe(asked) {
          const subscription = await openOne(asked);
          if (subscription === undefined) return undefined;
          fresh.push(subscription);
          return { subscription: subscription.id, nextHeight: subscription.nextHeight };
        },
        unsubscribe(id) {
          open.get(id)?.close();
          return open.delete(id);
        },
        start() {
          for (const { start } of fresh) start();
        },
      };
    },
    close() {
      isClosed = true;
      for (const { close } of open.values()) close();
      open.clear();
    },
  };
}
