// One system call for what is written in one callback.
//
// Noise hands its messages to TCP in pieces (length, ciphertext, tag) and `@libp2p/tcp` writes every
// piece by itself; yamux answers every data frame with a window update. Measured with one 200-byte
// frame per turn, these writes were half of all CPU time.
import type { MessageStream } from "@libp2p/interface";
import { Uint8ArrayList } from "uint8arraylist";

/** More than this is written at once, to keep the back-pressure exact for bulk data. */
const maxWaitingBytes = 131_072;

/**
 * Replaces `send` of the raw connection under noise. Back-pressure stays: once the socket is full,
 * `send` returns false until the connection's own `drain` event.
 */
export function coalesceWrites(connection: MessageStream): void {
  const send = connection.send.bind(connection);
  let waiting: Uint8ArrayList | undefined;

  const flush = (): void => {
    const bytes = waiting?.subarray();
    waiting = undefined;
    if (bytes === undefined) return;
    try {
      send(bytes);
    } catch {
      // Closed meanwhile: its `close` event tells noise and the muxer.
    }
  };

  connection.send = (data) => {
    if (waiting === undefined) {
      waiting = new Uint8ArrayList();
      queueMicrotask(flush);
    }
    waiting.append(data);
    if (waiting.byteLength > maxWaitingBytes) flush();
    return !connection.writableNeedsDrain;
  };
}
