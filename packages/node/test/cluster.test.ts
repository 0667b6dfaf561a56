import { decodeReceipt } from "@cartorio/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anchor, testNetwork, transaction } from "./support/genesis.ts";
import { type LocalCluster, localCluster } from "./support/local-cluster.ts";

const network = testNetwork(4, { baseTimeoutMs: 500, maxTimeoutMs: 2000 });
let cluster: LocalCluster;

beforeAll(async () => {
  cluster = await localCluster(network);
  for (const index of [0, 1, 2, 3]) await cluster.start(index);
}, 60_000);
afterAll(() => cluster.close());

function node(index: number): NonNullable<LocalCluster["nodes"][number]> {
  const found = cluster.nodes[index];
  if (found === undefined) throw new Error(`node ${index} is down`);
  return found;
}

const [member] = network.members;
if (member === undefined) throw new Error("the network has members");
const author = member;

async function certified(index: number, name: string): Promise<number> {
  const envelope = transaction(network, { by: author, operations: [anchor(author, name)] });
  const submitted = await node(index).api.submit(envelope);
  if (!submitted.ok) throw new Error(submitted.code);
  const options = { level: "certified", timeoutMs: 60_000 } as const;
  const state = await node(index).api.waitForTransaction(submitted.value.id, options);
  expect(state.state).toBe("certified");
  const receipt = decodeReceipt(state.receipt ?? new Uint8Array());
  expect(receipt).toMatchObject({ ok: true, value: { code: 0 } });
  return state.height ?? 0;
}

describe("four nodes in one process", () => {
  it("certify a transaction and agree on the state", async () => {
    const height = await certified(0, "first");
    expect(height).toBeGreaterThan(0);
    for (const index of [1, 2, 3]) await certified(index, `from ${index}`);
    expect(cluster.fatal).toEqual([]);
  }, 60_000);

  it("tell a WebSocket every certified height, from any one on, in order", async () => {
    const last = await certified(1, "seen by subscribers");
    const heights: number[] = [];
    const socket = new WebSocket(`${node(1).rpcUrl.replace(/^http/, "ws")}/ws`);
    const told = new Promise<void>((resolve, reject) => {
      socket.addEventListener("error", () => reject(new Error("the socket failed")));
      socket.addEventListener("message", ({ data }) => {
        const height: unknown = JSON.parse(String(data)).params?.event?.height;
        if (typeof height !== "number") return;
        heights.push(height);
        if (height > last) resolve();
      });
    });
    await new Promise((resolve) => socket.addEventListener("open", resolve));
    const params = { topic: "blocks", fromHeight: 1 };
    socket.send(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "chain_subscribe", params }));
    await certified(1, "told at once");
    await told;
    socket.close();
    expect(heights).toEqual(Array.from({ length: heights.length }, (_, index) => index + 1));
  }, 60_000);

  it("go on without the primary, which catches up when it is back", async () => {
    const { primary } = await node(0).api.status();
    await cluster.stop(primary);
    const alive = [0, 1, 2, 3].filter((index) => index !== primary);
    for (const index of alive) await certified(index, `without ${primary} at ${index}`);
    await cluster.start(primary);
    await certified(primary, "back again");
    expect(cluster.fatal).toEqual([]);
  }, 90_000);
});
