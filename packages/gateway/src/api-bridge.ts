// NodeApi over a message port: the node's end and the gateway's end.
import type { MessagePort } from "node:worker_threads";
import { createLane, type Lane } from "./concurrency.ts";
import type { NodeApi } from "./node-api.ts";

/** Whether a call may wait for an event. Names every method, so that none is forgotten. */
const waiting: Readonly<Record<keyof NodeApi, boolean>> = {
  submit: false,
  simulate: false,
  simulateProposal: false,
  addSignatures: false,
  pendingTransactions: false,
  transaction: false,
  waitForTransaction: true,
  records: false,
  proof: false,
  range: false,
  block: false,
  header: false,
  certificate: false,
  validatorSet: false,
  genesisDids: false,
  status: false,
  peers: false,
  mempool: false,
  consensus: false,
  evidence: false,
  evidenceMessages: false,
  waitForHeight: true,
};

interface Question {
  readonly id: number;
  readonly name: keyof NodeApi;
  readonly args: readonly unknown[];
}

type Reply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false };

/**
 * Calls under way at the node that wait for nothing. The node's thread gets so few at a time that a vote
 * is never behind more than these.
 */
const maxCalls = 16;

/** Answers what comes over the port, until the port closes. */
export function serveApi(api: NodeApi, port: MessagePort): void {
  port.on("message", (question: Question) => void answer(api, port, question));
}

async function answer(
  api: NodeApi,
  port: MessagePort,
  { id, name, args }: Question,
): Promise<void> {
  let reply: Reply;
  try {
    const value: unknown = await Reflect.apply(Reflect.get(api, name), api, args);
    reply = { id, ok: true, value: compact(value) };
  } catch {
    // The node has told its own log, and whether it goes on.
    reply = { id, ok: false };
  }
  port.postMessage(reply);
}

/**
 * Cloning a part of a buffer clones the whole: one receipt would carry its block. Values of NodeApi are
 * plain objects, arrays, byte arrays and scalars.
 */
function compact(value: unknown): unknown {
  if (value instanceof Uint8Array) {
    const isWhole = value.byteLength === value.buffer.byteLength;
    return isWhole && value.constructor === Uint8Array ? value : Uint8Array.from(value);
  }
  if (Array.isArray(value)) return value.map(compact);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, compact(inner)]));
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The node behind the port. A call that failed there, or whose port closed, rejects. */
export function remoteApi(port: MessagePort): NodeApi {
  const pending = new Map<number, Pending>();
  const lane: Lane = createLane(maxCalls);
  let lastId = 0;
  port.on("message", (reply: Reply) => {
    const call = pending.get(reply.id);
    pending.delete(reply.id);
    if (reply.ok) call?.resolve(reply.value);
    else call?.reject(new Error("the node failed to answer"));
  });
  port.on("close", () => {
    for (const { reject } of pending.values()) reject(new Error("the node is gone"));
    pending.clear();
  });
  const ask = (name: keyof NodeApi, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      pending.set(lastId, { resolve, reject });
      const question: Question = { id: lastId, name, args };
      port.postMessage(question);
    });
  const methods = Object.entries(waiting).map(([name, waits]) => {
    const key = name as keyof NodeApi;
    const call = (...args: readonly unknown[]): Promise<unknown> =>
      waits ? ask(key, args) : lane(() => ask(key, args));
    return [name, call];
  });
  // The table above has every method; what comes back is what the node's own method gave.
  return Object.fromEntries(methods) as NodeApi;
}
