// Answers of the newest certified height, for whoever asks the same before the next one. A height's state
// never changes, so such an answer is as true as the first, and costs the node nothing.
import { setTimeout as pause } from "node:timers/promises";
import type { ApiResult, NodeApi } from "./node-api.ts";

export interface ReadMemory {
  /** The node. Its answers pass by here: one of a newer height ends what is remembered. */
  readonly api: NodeApi;
  /** The JSON text of a result; undefined: unknown, or perhaps of a height that is not the newest any more. */
  readonly recall: (question: string) => string | undefined;
  /** Keeps the text of a result of a height, if that is the newest. */
  readonly keep: (question: string, height: number, text: string) => void;
  readonly stop: () => void;
}

/** How long one question for the next height waits; a memory that nobody used meanwhile ends. */
const defaultFollowMs = 1000;
/** UTF-16 units of questions and texts: 64 megabytes at most. */
const maxUnits = 32 * 1024 * 1024;
/** Largest text that is kept: sixteen of them fit. */
const maxTextUnits = 2 * 1024 * 1024;

interface Memory {
  readonly node: NodeApi;
  readonly followMs: number;
  readonly texts: Map<string, string>;
  units: number;
  /** Highest certified height that the node was heard to have. */
  newest: number;
  /** Whether the node is going to say when there is a newer one. */
  isFollowed: boolean;
  isFollowing: boolean;
  wasUsed: boolean;
  isStopped: boolean;
}

/** A memory in front of a node. It follows the chain only while it is used. */
export function createReadMemory(node: NodeApi, followMs: number = defaultFollowMs): ReadMemory {
  const memory: Memory = {
    node,
    followMs,
    texts: new Map(),
    units: 0,
    newest: 0,
    isFollowed: false,
    isFollowing: false,
    wasUsed: false,
    isStopped: false,
  };
  return {
    api: watched(memory),
    recall(question) {
      memory.wasUsed = true;
      follow(memory);
      return memory.isFollowed ? memory.texts.get(question) : undefined;
    },
    keep: (question, height, text) => keep(memory, { question, height, text }),
    stop() {
      memory.isStopped = true;
      memory.isFollowed = false;
      forget(memory);
    },
  };
}

interface Answer {
  readonly question: string;
  readonly height: number;
  readonly text: string;
}

function keep(memory: Memory, { question, height, text }: Answer): void {
  const { texts } = memory;
  const isNewest = memory.isFollowed && height === memory.newest;
  if (!isNewest || text.length > maxTextUnits || texts.has(question)) return;
  texts.set(question, text);
  memory.units += question.length + text.length;
  for (const [old, oldText] of texts) {
    if (memory.units <= maxUnits) return;
    texts.delete(old);
    memory.units -= old.length + oldText.length;
  }
}

function forget(memory: Memory): void {
  memory.texts.clear();
  memory.units = 0;
}

/** Whoever was told of a height here is never answered from an older one afterwards. */
function see(memory: Memory, height: number): void {
  if (height <= memory.newest) return;
  memory.newest = height;
  forget(memory);
}

function follow(memory: Memory): void {
  if (memory.isFollowing || memory.isStopped) return;
  memory.isFollowing = true;
  // A node that cannot say what is newest is asked everything itself, and tells its own log why.
  run(memory)
    .catch(() => pause(memory.followMs, undefined, { ref: false }))
    .finally(() => {
      memory.isFollowing = false;
      memory.isFollowed = false;
      forget(memory);
    });
}

async function run(memory: Memory): Promise<void> {
  const { node, followMs } = memory;
  see(memory, await node.waitForHeight(0, 0));
  while (memory.wasUsed && !memory.isStopped) {
    memory.wasUsed = false;
    const sinceMs = performance.now();
    const wanted = memory.newest + 1;
    const waiting = node.waitForHeight(wanted, followMs);
    memory.isFollowed = true;
    const height = await waiting;
    see(memory, height);
    // A node that has too many waiters answers at once: nobody says then when there is a newer height.
    const isHasty = height < wanted && performance.now() - sinceMs < followMs / 2;
    if (!isHasty) continue;
    memory.isFollowed = false;
    forget(memory);
    await pause(followMs, undefined, { ref: false });
    memory.wasUsed = true;
  }
}

function watched(memory: Memory): NodeApi {
  const { node } = memory;
  const seen = <T extends { readonly height: number }>(answer: ApiResult<T>): ApiResult<T> => {
    if (answer.ok) see(memory, answer.value.height);
    return answer;
  };
  const seenTransaction = (
    state: Awaited<ReturnType<NodeApi["transaction"]>>,
  ): Awaited<ReturnType<NodeApi["transaction"]>> => {
    if (state.state === "certified") see(memory, state.height ?? 0);
    return state;
  };
  return {
    ...node,
    transaction: async (id) => seenTransaction(await node.transaction(id)),
    waitForTransaction: async (id, options) =>
      seenTransaction(await node.waitForTransaction(id, options)),
    records: async (keys, options) => seen(await node.records(keys, options)),
    proof: async (keys, options) => seen(await node.proof(keys, options)),
    range: async (prefix, options) => seen(await node.range(prefix, options)),
    async status() {
      const status = await node.status();
      see(memory, status.certifiedHeight);
      return status;
    },
    async waitForHeight(height, timeoutMs) {
      const certifiedHeight = await node.waitForHeight(height, timeoutMs);
      see(memory, certifiedHeight);
      return certifiedHeight;
    },
  };
}
