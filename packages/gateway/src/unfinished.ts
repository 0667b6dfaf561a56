import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { type Budget, type Holder, holdBytes } from "./budgets.ts";
import { createFrameReader } from "./frame-reader.ts";

export interface MessageBounds {
  readonly holder: Holder;
  readonly budget: Budget;
  /** Longest time from the end of one message, or the beginning of a first one, to the end of the next. */
  readonly timeoutMs: number;
}

/** Cuts a WebSocket whose message grows beyond what is left for it, or does not come to its end in time. */
export function boundMessages(
  socket: WebSocket,
  stream: Duplex,
  { holder, budget, timeoutMs }: MessageBounds,
): void {
  const frames = createFrameReader();
  const message = holdBytes(budget, holder);
  let timer: NodeJS.Timeout | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const cut = (): void => {
    // Nothing is read of one that waits for its answers: what it has sent is not late.
    if (socket.isPaused) timer = setTimeout(cut, timeoutMs).unref();
    else socket.terminate();
  };
  // Before `ws` takes the bytes: what it makes of them is held already.
  stream.prependListener("data", (chunk: Uint8Array) => {
    const { held, ended } = frames.read(chunk);
    if (ended) {
      message.reset();
      stop();
    }
    if (!message.grow(held - message.bytes())) socket.terminate();
    else if (held > 0) timer ??= setTimeout(cut, timeoutMs).unref();
  });
  socket.once("close", () => {
    stop();
    message.reset();
  });
}
