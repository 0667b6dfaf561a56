// The bound of suite gateway: a plain fastify server in a process of its own that answers every call
// with one constant text.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { fastify } from "fastify";

export interface ConstantServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts it; it ends with the process that started it. */
export async function startConstantServer(text: string): Promise<ConstantServer> {
  const child = fork(fileURLToPath(import.meta.url), [text]);
  const ended = once(child, "exit");
  const failed = ended.then(() => Promise.reject(new Error("the constant server ended")));
  failed.catch(() => undefined);
  const [url] = await Promise.race([once(child, "message"), failed]);
  return {
    url: String(url),
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
}

async function serve(text: string, send: (url: string) => void): Promise<void> {
  const app = fastify({ forceCloseConnections: true });
  app.post("/", (_request, reply) => reply.type("application/json").send(text));
  process.on("disconnect", () => void app.close());
  send(await app.listen({ host: "127.0.0.1", port: 0 }));
}

const [, script, text] = process.argv;
if (script === fileURLToPath(import.meta.url) && text !== undefined && process.send) {
  await serve(text, process.send.bind(process));
}
