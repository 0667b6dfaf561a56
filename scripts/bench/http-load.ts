// Load on one HTTP server that costs the machine as little as it can: prepared requests over kept
// connections, each sent when the answer to the one before is whole.
import { connect, type Socket } from "node:net";

export interface HttpLoad {
  readonly url: string;
  /** JSON bodies that are posted to `/`, in turns. */
  readonly bodies: readonly string[];
  readonly connections: number;
  readonly durationMs: number;
  /** What every answer's body begins with; anything else ends the run. */
  readonly begins: string;
}

export interface HttpLoadResult {
  readonly perSecond: number;
  readonly p99Ms: number;
}

/** Rejects when a connection fails or an answer is not what was asked for. */
export async function loadHttp(load: HttpLoad): Promise<HttpLoadResult> {
  const { hostname, port, host } = new URL(load.url);
  const requests = load.bodies.map((body) => requestOf(host, body));
  const times: number[] = [];
  let next = 0;
  const startedMs = performance.now();
  const endMs = startedMs + load.durationMs;
  const follow = (socket: Socket): Promise<void> =>
    new Promise((resolve, reject) => {
      let sentMs = 0;
      const send = (): void => {
        sentMs = performance.now();
        if (sentMs >= endMs) {
          resolve();
          return;
        }
        socket.write(requests[next % requests.length] ?? "");
        next += 1;
      };
      readAnswers(socket, (head, body) => {
        if (!head.startsWith("HTTP/1.1 200 ") || !body.startsWith(load.begins)) {
          reject(
            new Error(`${load.url} answered ${head.split("\r\n", 1)[0]} ${body.slice(0, 200)}`),
          );
          return;
        }
        times.push(performance.now() - sentMs);
        send();
      });
      socket.once("error", reject);
      socket.once("close", () => reject(new Error(`${load.url} closed a connection`)));
      send();
    });
  const sockets = Array.from({ length: load.connections }, () =>
    connect({ host: hostname, port: Number(port), noDelay: true }),
  );
  try {
    await Promise.all(sockets.map(follow));
  } finally {
    for (const socket of sockets) socket.destroy();
  }
  const sorted = times.toSorted((left, right) => left - right);
  return {
    perSecond: (times.length * 1000) / (performance.now() - startedMs),
    p99Ms: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
  };
}

function requestOf(host: string, body: string): Buffer {
  const lines = [
    "POST / HTTP/1.1",
    `host: ${host}`,
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n${body}`);
}

/** Only answers with a length: both servers know it. */
function readAnswers(socket: Socket, take: (head: string, body: string) => void): void {
  let text = "";
  // One byte a character, so that lengths are those of the wire.
  socket.setEncoding("latin1").on("data", (chunk: string) => {
    text += chunk;
    const headEnd = text.indexOf("\r\n\r\n");
    if (headEnd === -1) return;
    const length = Number(/\r\ncontent-length: ([0-9]+)/i.exec(text.slice(0, headEnd))?.[1]);
    if (!Number.isSafeInteger(length)) {
      socket.destroy(new Error("an answer has no length"));
      return;
    }
    const end = headEnd + 4 + length;
    if (text.length < end) return;
    const [head, body] = [text.slice(0, headEnd), text.slice(headEnd + 4, end)];
    text = text.slice(end);
    take(head, body);
  });
}
