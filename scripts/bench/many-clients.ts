// Thousands of clients of one gateway in a process of their own: what reading their answers costs is not
// part of what a commit takes.
import { fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { type BlockListener, listenToBlocks } from "./block-listener.ts";
import { rpcBatch } from "./load.ts";

/** How long one tx_wait asks for; then it asks again. */
export const waitMs = 45_000;
/** As `nice` counts: about a quarter of the share of an ordinary process when all are busy. */
const lowerPriority = 10;
/** Ten minutes of waiting, unless connections are cut. */
const maxTries = 14;
/** Connections that are opened at once. */
const opening = 200;
const openingPauseMs = 20;

export interface ClientsWanted {
  readonly url: string;
  /** Ids of transactions, one tx_wait each. */
  readonly waits: readonly string[];
  readonly subscribers: number;
}

export interface ClientsEnd {
  /** Waiters that did not get their transaction. */
  readonly lost: number;
  /** Connections of waiters that the gateway ended before it answered. */
  readonly cuts: number;
  /** Subscribers that were not told of every block once. */
  readonly gaps: number;
}

export interface ManyClients {
  /** Waits until everybody has what it came for, then ends the process. */
  readonly finish: () => Promise<ClientsEnd>;
}

/** Resolves when all are connected and have asked. */
export async function openClients(wanted: ClientsWanted): Promise<ManyClients> {
  const child = fork(fileURLToPath(import.meta.url), ["serve"]);
  // Clients are on machines of their own: here they get what the cluster leaves of the cores.
  if (child.pid !== undefined) setPriority(child.pid, lowerPriority);
  const ended = once(child, "exit");
  const failed = ended.then(() => Promise.reject(new Error("the process of the clients ended")));
  failed.catch(() => undefined);
  const told = async (): Promise<unknown> => {
    const [message] = await Promise.race([once(child, "message"), failed]);
    return message;
  };
  child.send(wanted);
  await told();
  return {
    finish: async () => {
      child.send("finish");
      const end = (await told()) as ClientsEnd;
      child.disconnect();
      await ended;
      return end;
    },
  };
}

async function serve(send: (message: unknown) => void): Promise<void> {
  process.once("disconnect", () => process.exit());
  const [wanted] = (await once(process, "message")) as [ClientsWanted];
  const { url, waits, subscribers } = wanted;
  const listeners: BlockListener[] = [];
  for (let at = 0; at < subscribers; at += opening) {
    const count = Math.min(opening, subscribers - at);
    listeners.push(
      ...(await Promise.all(Array.from({ length: count }, () => listenToBlocks(url)))),
    );
  }
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const waiting: Promise<boolean>[] = [];
  for (let at = 0; at < waits.length; at += opening) {
    waiting.push(...waits.slice(at, at + opening).map((id) => waitFor({ url, agent, id })));
    await new Promise((resolve) => setTimeout(resolve, openingPauseMs));
  }
  const got = Promise.all(waiting);
  const finishing = once(process, "message");
  send("open");
  await finishing;
  const lost = (await got).filter((isCertified) => !isCertified).length;
  const [status] = await rpcBatch(url, "chain_getStatus", [{}]);
  const { certifiedHeight = 0 } = (status?.result ?? {}) as { readonly certifiedHeight?: number };
  await Promise.all(listeners.map((listener) => listener.reached(certifiedHeight)));
  send({ lost, cuts, gaps: listeners.filter((listener) => listener.hasGap()).length });
}

interface Waiting {
  readonly url: string;
  readonly agent: Agent;
  readonly id: string;
}

/** Asks again until the transaction is certified, as a client does, also when its connection is cut. */
async function waitFor(waiting: Waiting): Promise<boolean> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    if ((await waitOnce(waiting).catch(cut)) === "certified") return true;
  }
  return false;
}

let cuts = 0;

function cut(): undefined {
  cuts += 1;
  return undefined;
}

function waitOnce({ url, agent, id }: Waiting): Promise<string | undefined> {
  const params = { id, timeoutMs: waitMs };
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tx_wait", params });
  return new Promise((resolve, reject) => {
    const sending = request(
      url,
      { method: "POST", agent, headers: { "content-type": "application/json" } },
      (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (chunk: string) => {
          text += chunk;
        });
        response.on("error", reject);
        response.on("end", () => resolve(JSON.parse(text).result?.state));
      },
    );
    sending.on("error", reject);
    sending.end(body);
  });
}

const [, script, mode] = process.argv;
if (script === fileURLToPath(import.meta.url) && mode === "serve" && process.send) {
  await serve(process.send.bind(process));
}
