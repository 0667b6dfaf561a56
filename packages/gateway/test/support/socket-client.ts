import { WebSocket } from "ws";

type Message = Readonly<Record<string, unknown>>;

/** An event as `chain_event` carries it. */
export interface ReceivedEvent {
  readonly subscription: string;
  readonly topic: string;
  readonly event: Readonly<Record<string, unknown>>;
}

export interface SocketClient {
  readonly socket: WebSocket;
  /** Everything that came, in order. */
  readonly messages: readonly Message[];
  readonly events: () => readonly ReceivedEvent[];
  /** Sends a call and gives its answer. */
  readonly call: (method: string, params?: unknown) => Promise<Message>;
  /** The result of a call; throws its error. */
  readonly result: (method: string, params?: unknown) => Promise<Record<string, unknown>>;
  /** Resolves once so many events have come. */
  readonly eventCount: (count: number) => Promise<readonly ReceivedEvent[]>;
  readonly closed: Promise<number>;
}

/** Opens a WebSocket to the URL of a gateway. Rejects with the status of a refusal. */
export async function openSocket(
  url: string,
  headers: Record<string, string> = {},
): Promise<SocketClient> {
  const socket = new WebSocket(`${url.replace(/^http/, "ws")}/ws`, { headers });
  const messages: Message[] = [];
  const pending = new Map<number, (message: Message) => void>();
  const watchers = new Set<() => void>();
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  socket.on("error", () => {});
  socket.on("message", (data) => {
    const message = JSON.parse(String(data)) as Message;
    messages.push(message);
    pending.get(Number(message["id"]))?.(message);
    for (const watch of watchers) watch();
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("unexpected-response", (_request, response) =>
      reject(new Error(`${response.statusCode}`)),
    );
    socket.once("error", reject);
  });
  let lastId = 0;
  const events = (): ReceivedEvent[] =>
    messages
      .filter((message) => message["method"] === "chain_event")
      .map((message) => message["params"] as ReceivedEvent);
  const call: SocketClient["call"] = (method, params = {}) =>
    new Promise((resolve) => {
      lastId += 1;
      pending.set(lastId, resolve);
      socket.send(JSON.stringify({ jsonrpc: "2.0", id: lastId, method, params }));
    });
  return {
    socket,
    messages,
    events,
    call,
    async result(method, params) {
      const { result, error } = await call(method, params);
      if (error !== undefined) throw new Error(JSON.stringify(error));
      return result as Record<string, unknown>;
    },
    eventCount: (count) =>
      new Promise((resolve) => {
        const watch = (): void => {
          const all = events();
          if (all.length < count) return;
          watchers.delete(watch);
          resolve(all);
        };
        watchers.add(watch);
        watch();
      }),
    closed,
  };
}
