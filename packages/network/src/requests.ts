// One request and one answer per stream: independent flow control, and an abort is a reset.
import type { Stream } from "@libp2p/interface";
import { abortStream, finishStream } from "./connections.ts";
import { NetworkError, toError } from "./errors.ts";
import { createFrameDecoder } from "./frame-decoder.ts";
import type { Link } from "./link.ts";
import type { NetworkLimits } from "./ports.ts";
import { syncProtocol } from "./protocols.ts";
import { frameWithoutCopy } from "./send-queue.ts";

export interface Requester {
  request(link: Link | undefined, frame: Uint8Array, signal: AbortSignal): Promise<Uint8Array>;
}

/** One per peer: bounds what we have under way towards it. */
export function createRequester(limits: NetworkLimits): Requester {
  let underWay = 0;
  return {
    async request(link, frame, signal) {
      signal.throwIfAborted();
      if (link === undefined) throw new NetworkError("NOT_CONNECTED", "the peer is not connected");
      if (frame.byteLength === 0 || frame.byteLength > limits.maxSyncFrameBytes) {
        throw new NetworkError("FRAME_TOO_LARGE", `a request of ${frame.byteLength} bytes`);
      }
      if (underWay >= limits.maxConcurrentRequests) {
        throw new NetworkError("QUEUE_FULL", `${underWay} requests are under way`);
      }
      underWay += 1;
      const timeout = AbortSignal.timeout(limits.requestTimeoutMs);
      try {
        return await exchange({
          link,
          frame,
          limits,
          signal: AbortSignal.any([signal, timeout, link.signal]),
        });
      } catch (error) {
        signal.throwIfAborted();
        throw requestError(error, link.signal.aborted, timeout.aborted);
      } finally {
        underWay -= 1;
      }
    },
  };
}

function requestError(error: unknown, isGone: boolean, isLate: boolean): NetworkError {
  if (error instanceof NetworkError) return error;
  const cause = { cause: error };
  if (isGone) return new NetworkError("NOT_CONNECTED", "the peer left", cause);
  if (isLate) return new NetworkError("TIMEOUT", "no answer in time", cause);
  return new NetworkError("REQUEST_FAILED", toError(error).message, cause);
}

interface Exchange {
  readonly link: Link;
  readonly frame: Uint8Array;
  readonly limits: NetworkLimits;
  readonly signal: AbortSignal;
}

async function exchange({ link, frame, limits, signal }: Exchange): Promise<Uint8Array> {
  const stream = await link.connection.newStream(syncProtocol, { signal });
  const reading = readOneFrame({
    stream,
    maxBytes: limits.maxSyncFrameBytes,
    signal,
    onHeard: link.noteHeard,
  });
  try {
    stream.send(frameWithoutCopy(frame));
    finishStream(stream, limits.requestTimeoutMs);
  } catch (error) {
    abortStream(stream, toError(error));
  }
  return await reading;
}

interface ServedStream {
  readonly stream: Stream;
  readonly link: Link;
  readonly limits: NetworkLimits;
  readonly answer: (frame: Uint8Array, signal: AbortSignal) => Promise<Uint8Array>;
}

/** Serves one stream; whatever goes wrong resets it, which the requester sees as REQUEST_FAILED. */
export async function serveRequest({ stream, link, limits, answer }: ServedStream): Promise<void> {
  const gone = new AbortController();
  stream.addEventListener("close", (event) => {
    gone.abort(event.error ?? new Error("the request was closed"));
  });
  const signal = AbortSignal.any([
    gone.signal,
    link.signal,
    AbortSignal.timeout(limits.requestTimeoutMs),
  ]);
  try {
    const frame = await readOneFrame({
      stream,
      maxBytes: limits.maxSyncFrameBytes,
      signal,
      onHeard: link.noteHeard,
    });
    const response = await answer(frame, signal);
    signal.throwIfAborted();
    if (response.byteLength === 0 || response.byteLength > limits.maxSyncFrameBytes) {
      throw new NetworkError("FRAME_TOO_LARGE", `an answer of ${response.byteLength} bytes`);
    }
    stream.send(frameWithoutCopy(response));
    finishStream(stream, limits.requestTimeoutMs);
  } catch (error) {
    abortStream(stream, toError(error));
    if (toError(error).message.startsWith("INV-")) throw error;
  }
}

interface Reading {
  readonly stream: Stream;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  readonly onHeard: () => void;
}

/** Rejects, and resets the stream, when anything but exactly one frame comes. */
function readOneFrame({ stream, maxBytes, signal, onHeard }: Reading): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const decoder = createFrameDecoder();
    let frame: Uint8Array | undefined;
    const settle = (outcome: () => void): void => {
      stream.removeEventListener("close", onEnd);
      stream.removeEventListener("remoteCloseWrite", onEnd);
      signal.removeEventListener("abort", onAbort);
      outcome();
    };
    const fail = (error: Error): void => {
      settle(() => reject(error));
      abortStream(stream, error);
    };
    const onAbort = (): void => fail(toError(signal.reason));
    const onEnd = (): void => fail(new Error("the stream ended without a whole frame"));
    const onMessage = (data: Uint8Array): void => {
      onHeard();
      if (frame !== undefined) {
        fail(new Error("more than one frame"));
        return;
      }
      decoder.push(data);
      const decoded = decoder.next(maxBytes);
      if (decoded.kind === "incomplete") return;
      if (decoded.kind === "refused") {
        const code = decoded.code === "FRAME_TOO_LARGE" ? "FRAME_TOO_LARGE" : "REQUEST_FAILED";
        fail(new NetworkError(code, `the peer's frame is refused: ${decoded.code}`));
        return;
      }
      frame = decoded.frame;
      settle(() => resolve(decoded.frame));
    };
    if (signal.aborted) {
      onAbort();
      return;
    }
    signal.addEventListener("abort", onAbort);
    stream.addEventListener("close", onEnd);
    stream.addEventListener("remoteCloseWrite", onEnd);
    stream.addEventListener("message", (event) => onMessage(event.data.subarray()));
  });
}
