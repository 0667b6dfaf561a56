// Answers are given again only while they are those of the newest height.
import { utf8Encode } from "@cartorio/crypto";
import pino from "pino";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Caller } from "../src/caller.ts";
import { createDispatcher, type Dispatch } from "../src/dispatcher.ts";
import type { NodeApi } from "../src/index.ts";
import { defaultGatewayLimits } from "../src/limits.ts";
import { methodTable } from "../src/method-table.ts";
import { createReadMemory, type ReadMemory } from "../src/read-memory.ts";
import { createExampleNetwork, type ExampleNetwork } from "./support/example-network.ts";

let network: ExampleNetwork;
let memory: ReadMemory;
let dispatch: Dispatch;
/** Longer than any test, on however slow a machine. */
const followMs = 600_000;
/** Questions that reached the node. */
let asked: string[];
let did: string;

function dispatcherOf(node: NodeApi): Dispatch {
  const counted: NodeApi = {
    ...node,
    records: (...args) => {
      asked.push("records");
      return node.records(...args);
    },
    proof: (...args) => {
      asked.push("proof");
      return node.proof(...args);
    },
  };
  memory = createReadMemory(counted, followMs);
  const { api } = memory;
  const context = {
    api,
    limits: defaultGatewayLimits,
    network: async () => "example",
    methods: methodTable,
  };
  const logger = pino({ level: "silent" });
  return createDispatcher({ methods: methodTable, context, logger, memory });
}

beforeEach(async () => {
  network = await createExampleNetwork();
  did = network.values["did"] ?? "";
  asked = [];
  dispatch = dispatcherOf(network.node.api);
  // The memory begins to follow the chain with the first question.
  await resolve();
  await memory.api.waitForHeight(0, 0);
  asked = [];
});
afterEach(() => memory.stop());

const caller: Caller = {
  requestId: "test",
  client: "test",
  scope: "read",
  token: undefined,
  isFree: true,
  spend: () => 0,
  charge: () => undefined,
};

async function call(method: string, params: object, id: unknown = 1): Promise<string> {
  const text = JSON.stringify({ jsonrpc: "2.0", id, method, params });
  return (await dispatch(utf8Encode(text), caller)).text ?? "";
}

const resolve = (extra: object = {}, id: unknown = 1): Promise<string> =>
  call("did_resolve", { did, ...extra }, id);

const heightOf = (text: string): number => JSON.parse(text).result.height;

it("the same question at the same height asks the node once, and is answered byte for byte alike", async () => {
  network.node.sealBlock();
  await memory.api.status();
  const first = await resolve();
  expect(asked).toContain("records");
  // Nobody had used the memory between the two heights, so it began to follow anew.
  await resolve();
  asked = [];
  expect(await resolve()).toBe(first);
  expect(asked).toEqual([]);
  expect(await resolve({}, "another id")).toBe(first.replace('"id":1}', '"id":"another id"}'));
  expect(asked).toEqual([]);
});

it.each([
  ["another parameter", { proof: true }],
  ["another version", { version: 1 }],
])("%s is another question", async (_name, extra) => {
  await resolve();
  asked = [];
  await resolve(extra);
  expect(asked).not.toEqual([]);
});

it("a proof is remembered with its answer", async () => {
  const first = await resolve({ proof: true });
  asked = [];
  expect(await resolve({ proof: true })).toBe(first);
  expect(asked).toEqual([]);
});

it("a new height ends it, and the answer is that of the new height", async () => {
  const before = heightOf(await resolve());
  network.node.sealBlock();
  await memory.api.waitForHeight(before + 1, 10_000);
  expect(heightOf(await resolve())).toBe(before + 1);
});

it("whoever was told of a height in any other way is not answered from an older one", async () => {
  const before = heightOf(await resolve());
  network.node.sealBlock();
  // Nothing else tells the memory between this answer and the next question.
  const status = memory.api.status();
  expect((await status).certifiedHeight).toBe(before + 1);
  expect(heightOf(await resolve())).toBe(before + 1);
});

it("an older height that was asked for is not remembered as the newest", async () => {
  const before = heightOf(await resolve());
  network.node.sealBlock();
  await memory.api.waitForHeight(before + 1, 10_000);
  expect(heightOf(await resolve({ atHeight: before }))).toBe(before);
  asked = [];
  expect(heightOf(await resolve({ atHeight: before }))).toBe(before);
  expect(asked).not.toEqual([]);
  expect(heightOf(await resolve())).toBe(before + 1);
});

it("an error is asked again", async () => {
  const minHeight = heightOf(await resolve()) + 1;
  expect(JSON.parse(await resolve({ minHeight })).error.data.code).toBe("NOT_READY");
  network.node.sealBlock();
  expect(heightOf(await resolve({ minHeight }))).toBe(minHeight);
});

it("a node that does not say when there is a newer height is asked everything", async () => {
  const { api } = network.node;
  memory.stop();
  dispatch = dispatcherOf({
    ...api,
    // As one that has too many waiters: at once.
    waitForHeight: async () => (await api.status()).certifiedHeight,
  });
  await resolve();
  await memory.api.waitForHeight(0, 0);
  await resolve();
  asked = [];
  await resolve();
  expect(asked).not.toEqual([]);
});

it("what would not fit ends what is oldest", async () => {
  const height = heightOf(await resolve());
  const large = "x".repeat(2 * 1024 * 1024 - 100);
  for (let number = 0; number < 17; number += 1) memory.keep(`question ${number}`, height, large);
  expect(memory.recall("question 0")).toBeUndefined();
  expect(memory.recall("question 16")).toBe(large);
  memory.keep("too large", height, `${large}${large}`);
  expect(memory.recall("too large")).toBeUndefined();
});
