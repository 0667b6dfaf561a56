// Frames for one stream: bounded in bytes, coalesced, held back by the `drain` event.
import type { Stream } from "@libp2p/interface";
import { Uint8ArrayList } from "uint8arraylist";
import { frameHeaderBytes, writeFrame } from "./frame-decoder.ts";

/**
 * One noise message holds 65,519 bytes of plaintext and one yamux header; what fits into it costs one
 * encryption and one system call. The cost of libp2p is per send, not per byte.
 */
const batchBytes = 65_000;
/** Sent frames are forgotten after so many, so that a queue that never runs empty does not grow. */
const compactAfter = 4096;

export interface SendQueue {
  /** False: the bound is reached and the frame was not taken. Frames are not copied before `flush`. */
  push(frame: Uint8Array): boolean;
  /** Sends what is waiting, as far as the stream takes it. Idempotent. */
  flush(): void;
  queuedBytes(): number;
}

export function createSendQueue(stream: Stream, maxQueuedBytes: number): SendQueue {
  let waiting: Uint8Array[] = [];
  let head = 0;
  let waitingBytes = 0;

  const takeBatch = (): Uint8Array | Uint8ArrayList => {
    const first = head;
    let bytes = 0;
    do {
      bytes += frameHeaderBytes + (waiting[head]?.byteLength ?? 0);
      head += 1;
    } while (
      head < waiting.length &&
      bytes + frameHeaderBytes + (waiting[head]?.byteLength ?? 0) <= batchBytes
    );
    const frames = waiting.slice(first, head);
    if (head >= compactAfter || head === waiting.length) {
      waiting = waiting.slice(head);
      head = 0;
    }
    waitingBytes -= bytes;
    return joinFrames(frames, bytes);
  };

  const flush = (): void => {
    // While the stream waits for `drain`, every further byte would lie in its own buffer.
    while (waitingBytes > 0 && !stream.writableNeedsDrain) {
      if (stream.writeStatus !== "writable") return;
      if (!trySend(stream, takeBatch())) return;
    }
  };

  stream.addEventListener("drain", flush);

  return {
    push(frame) {
      const bytes = frameHeaderBytes + frame.byteLength;
      if (waitingBytes + bytes > maxQueuedBytes) return false;
      waiting.push(frame);
      waitingBytes += bytes;
      if (waitingBytes >= batchBytes) flush();
      return true;
    },
    flush,
    queuedBytes: () => waitingBytes + stream.writeBufferLength,
  };
}

/** False: wait for `drain`, or the stream is gone, which its `close` event reports. */
export function trySend(stream: Stream, bytes: Uint8Array | Uint8ArrayList): boolean {
  try {
    return stream.send(bytes);
  } catch {
    return false;
  }
}

function joinFrames(frames: readonly Uint8Array[], bytes: number): Uint8Array | Uint8ArrayList {
  const [only] = frames;
  if (only !== undefined && frames.length === 1 && only.byteLength > batchBytes) {
    return frameWithoutCopy(only);
  }
  // Noise encrypts and writes piece by piece: one copy is cheaper than many small pieces.
  const joined = Buffer.allocUnsafe(bytes);
  let offset = 0;
  for (const frame of frames) offset = writeFrame(joined, offset, frame);
  return joined;
}

/** A large frame as header and body; the body must not be written to afterwards. */
export function frameWithoutCopy(frame: Uint8Array): Uint8ArrayList {
  const header = new Uint8Array(frameHeaderBytes);
  new DataView(header.buffer).setUint32(0, frame.byteLength);
  return new Uint8ArrayList(header, frame);
}
