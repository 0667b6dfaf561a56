import type { WebSocket } from "ws";
import type { Budget, Holder } from "./budgets.ts";
import type { GatewayLimits } from "./limits.ts";

/** Sends to one WebSocket, and knows what its client has not taken yet. */
export interface SocketSender {
  readonly send: (text: string) => void;
  /** Answers a ping, unless much is untaken already: a flood of pings must not fill memory. */
  readonly pong: (data: Buffer) => void;
  /** Resolves when little enough is untaken; false: the socket is closed. */
  readonly drained: () => Promise<boolean>;
}

export interface SocketSenderOptions {
  readonly limits: GatewayLimits;
  readonly holder: Holder;
  /** Of unsent bytes. */
  readonly budget: Budget;
}

/** Head of a frame, as the memory that it takes counts. */
const frameBytes = 64;

/**
 * A client that takes nothing for `sendTimeoutMs` while something waits for it is cut. What waits is
 * bounded by who calls: answers stop being made, and events being read, until `drained`.
 */
export function createSocketSender(
  socket: WebSocket,
  { limits, holder, budget }: SocketSenderOptions,
): SocketSender {
  let pending = 0;
  let isOpen = true;
  let waiting: ((isDrained: boolean) => void)[] = [];
  let stalled: NodeJS.Timeout | undefined;

  const settle = (): void => {
    if (isOpen && pending > limits.maxSocketBytes) return;
    const woken = waiting;
    waiting = [];
    for (const resolve of woken) resolve(isOpen);
  };
  const watch = (): void => {
    clearTimeout(stalled);
    if (pending > 0) stalled = setTimeout(() => socket.terminate(), limits.sendTimeoutMs).unref();
  };
  socket.once("close", () => {
    isOpen = false;
    clearTimeout(stalled);
    budget.give(holder, pending);
    pending = 0;
    settle();
  });
  /** Counts bytes until the callback says that the system has them. */
  const count = (bytes: number): (() => void) => {
    const isFirst = pending === 0;
    pending += bytes;
    budget.add(holder, bytes);
    if (isFirst) watch();
    return () => {
      if (!isOpen) return;
      pending -= bytes;
      budget.give(holder, bytes);
      watch();
      settle();
    };
  };
  return {
    send(text) {
      if (isOpen) socket.send(text, count(Buffer.byteLength(text)));
    },
    pong(data) {
      if (isOpen && pending <= limits.maxSocketBytes) {
        socket.pong(data, false, count(data.length + frameBytes));
      }
    },
    drained() {
      if (!isOpen || pending <= limits.maxSocketBytes) return Promise.resolve(isOpen);
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
}
