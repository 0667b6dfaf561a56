// The few things done to a libp2p connection and stream, without letting them throw.
import type { Connection, Stream } from "@libp2p/interface";
import { toError } from "./errors.ts";
import { pingProtocol } from "./protocols.ts";

const closeTimeoutMs = 500;

/** Lets written bytes leave first; does what it can when that takes too long. */
export function closeGracefully(connection: Connection): void {
  connection.close({ signal: AbortSignal.timeout(closeTimeoutMs) }).catch((error: unknown) => {
    abortConnection(connection, toError(error));
  });
}

export function abortConnection(connection: Connection, reason: Error): void {
  try {
    connection.abort(reason);
  } catch {
    // Saying goodbye on a socket that is already gone throws; it is gone, which is what is wanted.
  }
}

export function abortStream(stream: Stream, reason: Error): void {
  try {
    stream.abort(reason);
  } catch {
    // As above.
  }
}

/** Closes the writing half and swallows what the peer may do to it meanwhile. */
export function finishStream(stream: Stream, timeoutMs: number): void {
  stream.close({ signal: AbortSignal.timeout(timeoutMs) }).catch((error: unknown) => {
    abortStream(stream, toError(error));
  });
}

/** True when the peer answered on this very connection in time; "unknown protocol" is an answer. */
export async function answersPing(connection: Connection, timeoutMs: number): Promise<boolean> {
  try {
    const stream = await connection.newStream(pingProtocol, {
      signal: AbortSignal.timeout(timeoutMs),
    });
    finishStream(stream, timeoutMs);
    return true;
  } catch (error) {
    return toError(error).name === "UnsupportedProtocolError";
  }
}
