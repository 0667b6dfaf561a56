// Reads frames off one stream; can be held back, and lets other peers have their turn.
import type { Stream } from "@libp2p/interface";
import { createFrameDecoder } from "./frame-decoder.ts";

/**
 * A stream delivers so many bytes in one turn of the event loop, then waits for the next: a flooding
 * peer pays with its own flow-control window, not with the votes of the others.
 */
const turnBytes = 131_072;

export interface Receiver {
  /** No further frame is delivered until `release`; the peer is held back by flow control. */
  hold(): void;
  release(maxFrameBytes: number): void;
}

export interface ReceiverEvents {
  onFrame(frame: Uint8Array): void;
  /** Bytes arrived, whatever they mean: the peer is alive. */
  onHeard(): void;
  onRefused(code: "FRAME_TOO_LARGE" | "MALFORMED"): void;
}

export function createReceiver(
  stream: Stream,
  firstFrameBytes: number,
  events: ReceiverEvents,
): Receiver {
  const decoder = createFrameDecoder();
  let maxFrameBytes = firstFrameBytes;
  let held = false;
  let resuming = false;
  let isTurnCounted = false;
  let deliveredBytes = 0;

  const isOpen = (): boolean => stream.readStatus === "readable" || stream.readStatus === "paused";
  const pauseStream = (): void => {
    if (isOpen()) stream.pause();
  };

  const endTurn = (): void => {
    isTurnCounted = false;
    const wasOver = deliveredBytes >= turnBytes;
    deliveredBytes = 0;
    if (wasOver && !held) proceed();
  };

  const countTurn = (bytes: number): void => {
    deliveredBytes += bytes;
    if (isTurnCounted) return;
    isTurnCounted = true;
    setImmediate(endTurn);
  };

  /** True when everything that was received is delivered. */
  const pump = (): boolean => {
    while (!held) {
      if (deliveredBytes >= turnBytes) {
        pauseStream();
        return false;
      }
      const decoded = decoder.next(maxFrameBytes);
      if (decoded.kind === "incomplete") return true;
      if (decoded.kind === "refused") {
        held = true;
        events.onRefused(decoded.code);
        return false;
      }
      countTurn(decoded.frame.byteLength);
      events.onFrame(decoded.frame);
    }
    return false;
  };

  const proceed = (): void => {
    // What waits in the decoder comes first: more input on top of it would only be copied around.
    if (!pump() || !isOpen()) return;
    // `resume` delivers its buffer before it reopens the window: pausing again inside would leave
    // the window open on a paused stream.
    resuming = true;
    try {
      stream.resume();
    } catch {
      // Reopening the window writes, and the connection may be gone: its `close` event follows.
    }
    resuming = false;
    pump();
  };

  stream.addEventListener("message", (event) => {
    events.onHeard();
    decoder.push(event.data.subarray());
    if (!resuming) pump();
  });

  return {
    hold() {
      held = true;
      pauseStream();
    },
    release(newMaxFrameBytes) {
      maxFrameBytes = newMaxFrameBytes;
      held = false;
      proceed();
    },
  };
}
