// Tells subscribers what the node certified. Nothing is pushed into a queue: each subscription has the
// height that it wants next and takes blocks while its client takes messages. So a slow client is behind,
// and costs nothing; and whoever comes back names the height from which it wants to be told.
import { setTimeout as pause, setImmediate as turn } from "node:timers/promises";
import type { Logger } from "pino";
import type { Budget, Holder } from "./budgets.ts";
import type { NodeApi } from "./node-api.ts";
import {
  type BlockEvents,
  blockEvents,
  consensusEvent,
  consensusKey,
  eventOf,
  type NetworkIdentity,
  type SubscriptionRequest,
} from "./subscription-events.ts";

/** The client of a subscription. */
export interface EventSink {
  readonly holder: Holder;
  /** Sends when the client has taken enough of what was sent before; false: it is gone, or may not read. */
  readonly send: (text: string) => Promise<boolean>;
  /** Resolves when the client has taken enough of what was sent; false: it is gone or may not read. */
  readonly isReady: () => Promise<boolean>;
  /** Resolves when the client may spend so much. */
  readonly pay: (cost: number) => Promise<void>;
}

export interface OpenSubscription {
  readonly id: string;
  /** The first height that it is told of. */
  readonly nextHeight: number;
  /** Begins to tell; to be called once the client knows the id. */
  readonly start: () => void;
  readonly close: () => void;
}

export interface SubscriptionHub {
  /** Undefined: too many. */
  readonly open: (asked: SubscriptionAsk, sink: EventSink) => Promise<OpenSubscription | undefined>;
  readonly count: () => number;
  readonly stop: () => void;
}

export interface SubscriptionAsk {
  readonly request: SubscriptionRequest;
  /** Default: what comes next. */
  readonly fromHeight: number | undefined;
}

export interface HubOptions {
  readonly api: NodeApi;
  readonly logger: Pick<Logger, "error">;
  /** Of subscriptions. */
  readonly budget: Budget;
}

/** How long a call waits for the next height; between, a stuck chain shows its views. */
const lookMs = 1000;
/** Blocks that subscribers share: those who keep up read each once, all together. */
const keptBlocks = 16;
/** Subscribers that are told without a look at what else is to do: about a millisecond of work. */
const wokenAtOnce = 32;
/** Reading an old block, in cost units of the client. */
const oldBlockCost = 5;

interface Subscription {
  readonly id: string;
  readonly request: SubscriptionRequest;
  readonly sink: EventSink;
  next: number;
  isClosed: boolean;
  isPumping: boolean;
  told: string;
}

interface Hub extends HubOptions {
  readonly subscriptions: Set<Subscription>;
  readonly blocks: Map<number, Promise<BlockEvents | undefined>>;
  /** Reads of blocks that are not kept, until they are answered. */
  readonly oldReads: Map<number, Promise<BlockEvents | undefined>>;
  readonly blockTexts: WeakMap<BlockEvents, string>;
  head: number;
  consensus: { readonly key: string; readonly text: string } | undefined;
  identity: NetworkIdentity | undefined;
  isFollowing: boolean;
  isStopped: boolean;
}

export function createSubscriptionHub(options: HubOptions): SubscriptionHub {
  const hub: Hub = {
    ...options,
    subscriptions: new Set(),
    blocks: new Map(),
    oldReads: new Map(),
    blockTexts: new WeakMap(),
    head: 0,
    consensus: undefined,
    identity: undefined,
    isFollowing: false,
    isStopped: false,
  };
  let lastId = 0;
  return {
    async open({ request, fromHeight }, sink) {
      if (hub.isStopped || !hub.budget.take(sink.holder, 1)) return undefined;
      lastId += 1;
      const id = `s${lastId}`;
      const next = Number.MAX_SAFE_INTEGER;
      const state = { isClosed: false, isPumping: false, told: "" };
      const subscription: Subscription = { id, request, sink, next, ...state };
      // Counted before the first wait, so that the bound holds.
      hub.subscriptions.add(subscription);
      const close = (): void => drop(hub, subscription);
      try {
        await look(hub);
      } catch (error) {
        close();
        throw error;
      }
      subscription.next = fromHeight ?? hub.head + 1;
      const start = (): void => {
        if (!subscription.isClosed) wake(hub, subscription);
        follow(hub);
      };
      return { id, nextHeight: subscription.next, start, close };
    },
    count: () => hub.subscriptions.size,
    stop() {
      hub.isStopped = true;
      for (const subscription of hub.subscriptions) drop(hub, subscription);
    },
  };
}

/** Reads where the node is. */
async function look(hub: Hub): Promise<void> {
  const status = await hub.api.status();
  hub.identity = { network: status.network, chainId: status.chainId };
  hub.head = Math.max(hub.head, status.certifiedHeight);
  const key = consensusKey(status);
  if (hub.consensus?.key !== key) {
    hub.consensus = { key, text: JSON.stringify(consensusEvent(status)) };
  }
}

/** Follows the chain while anybody listens. */
function follow(hub: Hub): void {
  if (hub.isFollowing) return;
  hub.isFollowing = true;
  const run = async (): Promise<void> => {
    while (hub.subscriptions.size > 0) {
      const sinceMs = performance.now();
      const height = await hub.api.waitForHeight(hub.head + 1, lookMs);
      // A node that is stopping, or that has too many waiters, answers at once.
      const isHasty = height <= hub.head && performance.now() - sinceMs < lookMs / 2;
      if (isHasty) await pause(lookMs, undefined, { ref: false });
      hub.head = Math.max(hub.head, height);
      await look(hub);
      await wakeAll(hub);
    }
  };
  run()
    .catch((error: unknown) => {
      if (!hub.isStopped) hub.logger.error({ err: error }, "subscriptions cannot follow the chain");
      for (const subscription of hub.subscriptions) end(hub, subscription, "NOT_READY");
    })
    .finally(() => {
      hub.isFollowing = false;
      // Somebody may have come between the last look and now.
      if (hub.subscriptions.size > 0) follow(hub);
    });
}

/**
 * Wakes those who have news, a few at a time: thousands at once would keep everybody else's answers waiting,
 * those to who waits for this very block among them.
 */
async function wakeAll(hub: Hub): Promise<void> {
  const woken = [...hub.subscriptions].filter((subscription) => hasNews(hub, subscription));
  // Read before: who waits for a read would go on together with all others who do.
  const isWanted = woken.some(({ request }) => request.topic !== "consensus");
  if (isWanted) await Promise.allSettled([readBlock(hub, hub.head, false)]);
  for (const [index, subscription] of woken.entries()) {
    wake(hub, subscription);
    if (index % wokenAtOnce === wokenAtOnce - 1) await turn();
  }
}

function wake(hub: Hub, subscription: Subscription): void {
  if (subscription.isPumping || subscription.isClosed) return;
  subscription.isPumping = true;
  pump(hub, subscription)
    .catch((error: unknown) => {
      hub.logger.error({ err: error }, "a subscription failed");
      end(hub, subscription, "INTERNAL");
    })
    .finally(() => {
      subscription.isPumping = false;
      if (hasNews(hub, subscription)) wake(hub, subscription);
    });
}

function hasNews(hub: Hub, { isClosed, request, told, next }: Subscription): boolean {
  if (isClosed) return false;
  if (request.topic === "consensus")
    return hub.consensus !== undefined && hub.consensus.key !== told;
  return next <= hub.head;
}

/** Tells all that is new, at the pace of the client. */
async function pump(hub: Hub, subscription: Subscription): Promise<void> {
  const { sink, request } = subscription;
  while (hasNews(hub, subscription)) {
    if (!(await sink.isReady())) {
      drop(hub, subscription);
      return;
    }
    if (request.topic === "consensus") {
      if (!(await tellConsensus(hub, subscription))) drop(hub, subscription);
      continue;
    }
    const height = subscription.next;
    const isOld = height + keptBlocks <= hub.head;
    if (isOld) await sink.pay(oldBlockCost);
    const block = await readBlock(hub, height, isOld);
    if (subscription.isClosed) return;
    if (block === undefined) {
      end(hub, subscription, "NOT_FOUND");
      return;
    }
    const text = textOf(hub, block, request);
    if (text !== undefined && !(await sink.send(notification(subscription, text)))) {
      drop(hub, subscription);
      return;
    }
    subscription.next = height + 1;
  }
}

/** The text of an event; that of a whole block is made once, as thousands may be told the same. */
function textOf(
  { blockTexts }: Hub,
  block: BlockEvents,
  request: SubscriptionRequest,
): string | undefined {
  const known = request.topic === "blocks" ? blockTexts.get(block) : undefined;
  if (known !== undefined) return known;
  const event = eventOf(block, request);
  if (event === undefined) return undefined;
  const text = JSON.stringify(event);
  if (request.topic === "blocks") blockTexts.set(block, text);
  return text;
}

/** Only what is true now: a client that was slow is not told of views that are over. */
async function tellConsensus({ consensus }: Hub, subscription: Subscription): Promise<boolean> {
  if (consensus === undefined) return true;
  subscription.told = consensus.key;
  return subscription.sink.send(notification(subscription, consensus.text));
}

function readBlock(hub: Hub, height: number, isOld: boolean): Promise<BlockEvents | undefined> {
  const known = hub.blocks.get(height);
  if (known !== undefined) return known;
  const underWay = hub.oldReads.get(height);
  if (underWay !== undefined) return underWay;
  const reading = fetchBlock(hub, height);
  if (isOld) {
    // Not kept, but shared: after a burst of blocks thousands are behind by the same ones.
    hub.oldReads.set(height, reading);
    const done = (): void => void hub.oldReads.delete(height);
    reading.then(done, done);
    return reading;
  }
  hub.blocks.set(height, reading);
  reading.catch(() => hub.blocks.delete(height));
  for (const kept of hub.blocks.keys()) {
    if (kept + keptBlocks <= hub.head) hub.blocks.delete(kept);
  }
  return reading;
}

async function fetchBlock(
  { api, identity }: Hub,
  height: number,
): Promise<BlockEvents | undefined> {
  const block = await api.block({ height });
  return block === undefined || identity === undefined ? undefined : blockEvents(block, identity);
}

/** Its place is given back once, however often it ends. */
function drop({ subscriptions, budget }: Hub, subscription: Subscription): void {
  subscription.isClosed = true;
  if (subscriptions.delete(subscription)) budget.give(subscription.sink.holder, 1);
}

/** Tells the client that it is told nothing more, and why. */
function end(
  hub: Hub,
  subscription: Subscription,
  code: "NOT_FOUND" | "NOT_READY" | "INTERNAL",
): void {
  if (subscription.isClosed) return;
  drop(hub, subscription);
  const { next } = subscription;
  const text = JSON.stringify({ ended: { code, height: next } });
  // It may be gone already: there is nobody else to tell.
  subscription.sink.send(notification(subscription, text)).catch(() => undefined);
}

/** A notification of JSON-RPC; the event's text is the same for many. */
function notification({ id, request }: Subscription, event: string): string {
  return `{"jsonrpc":"2.0","method":"chain_event","params":{"subscription":"${id}","topic":"${request.topic}","event":${event}}}`;
}
