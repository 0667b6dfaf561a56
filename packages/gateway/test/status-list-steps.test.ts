import { hexEncode, utf8Encode } from "@cartorio/crypto";
import {
  didOf,
  limits,
  stateKeys,
  statusChunkHeadRecord,
  statusChunkRecord,
  statusListHeadRecord,
  statusListRecord,
  statusListVersionRecord,
} from "@cartorio/protocol";
import pino from "pino";
import { expect, it } from "vitest";
import type { Caller } from "../src/caller.ts";
import { createDispatcher } from "../src/dispatcher.ts";
import type { NodeApi } from "../src/index.ts";
import { defaultGatewayLimits } from "../src/limits.ts";
import { methodTable } from "../src/method-table.ts";
import { createMemoryChain } from "./support/memory-chain.ts";
import { createMemoryNode } from "./support/memory-node.ts";

const owner = didOf("example", utf8Encode("owner"));
const publisher = didOf("example", utf8Encode("publisher"));
const start = 1_767_000_000_000;
const changes = 1000;

/** A list whose first chunk changed at each of its sequences. */
function records(): ReadonlyMap<string, Uint8Array> {
  const hash = new Uint8Array(32);
  const chunkHashes = new Uint8Array(64 * 32);
  const listed = { publisher, purpose: 1, length: 131_072, time: start, height: 1 };
  const all: [Uint8Array, Uint8Array][] = [
    [stateKeys.statusList(owner, 1), statusListRecord.encode(listed)],
    [
      stateKeys.statusListHead(owner, 1),
      statusListHeadRecord.encode({ sequence: changes, chunkHashes }),
    ],
    [stateKeys.statusChunkHead(owner, [1, 0]), statusChunkHeadRecord.encode({ sequence: changes })],
  ];
  for (let sequence = 0; sequence <= changes; sequence += 1) {
    const version = { root: hash, time: start + sequence * 1000, height: sequence + 1 };
    const body = new Uint8Array(limits.statusChunkBytes);
    const chunk = { body, previousSequence: Math.max(0, sequence - 1) };
    const key = stateKeys.statusListVersion(owner, 1, sequence);
    all.push([key, statusListVersionRecord.encode(version)]);
    if (sequence > 0) {
      all.push([stateKeys.statusChunk(owner, [1, 0, sequence]), statusChunkRecord.encode(chunk)]);
    }
  }
  return new Map(all.map(([key, bytes]) => [hexEncode(key), bytes]));
}

it("a bit of long ago costs what it makes the node read: 4,016 questions were 6 units", async () => {
  const known = records();
  const { api } = createMemoryNode({ chain: createMemoryChain() });
  let asked = 0;
  const counting: NodeApi = {
    ...api,
    records: async (keys) => {
      asked += 1;
      const found = keys.map((key) => known.get(hexEncode(key)));
      const time = start + changes * 1000 + 1;
      return { ok: true, value: { height: 9999, time, records: found } };
    },
  };
  const dispatch = createDispatcher({
    methods: methodTable,
    context: {
      ...{ api: counting, limits: defaultGatewayLimits, methods: methodTable },
      network: async () => "example",
    },
    logger: pino({ level: "silent" }),
  });
  let left = 100;
  const caller: Caller = {
    ...{ requestId: "test", client: "test", isFree: false, scope: "read", token: undefined },
    charge: () => undefined,
    spend: (cost) => {
      if (cost > left) return 1000;
      left -= cost;
      return 0;
    },
  };
  const params = { owner, list: 1, index: 3, time: start + 1 };
  const question = { jsonrpc: "2.0", id: 1, method: "status_getBit", params };
  const { text } = await dispatch(utf8Encode(JSON.stringify(question)), caller);
  expect(text).toContain('"code":"RATE_LIMITED"');
  expect(text).toContain('"retryAfterMs":1000');
  expect(left).toBe(0);
  expect(asked).toBeLessThan(130);
});
