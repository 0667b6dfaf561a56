// What the gateway may rely on, with the node in its own thread and behind a port.
import { MessageChannel } from "node:worker_threads";
import { base64UrlDecode, hexDecode, utf8Encode } from "@cartorio/crypto";
import { stateKeys } from "@cartorio/protocol";
import { afterAll, describe, expect, it } from "vitest";
import { remoteApi, serveApi } from "../src/api-bridge.ts";
import type { NodeApi } from "../src/index.ts";
import { createExampleNetwork } from "./support/example-network.ts";

const { node, values } = await createExampleNetwork();
const open: { close: () => void }[] = [];
afterAll(() => {
  for (const port of open) port.close();
});

function behindPort(api: NodeApi): NodeApi {
  const { port1, port2 } = new MessageChannel();
  open.push(port1);
  serveApi(api, port1);
  return remoteApi(port2);
}

const id = hexDecode(values["transactionId"] ?? "") ?? new Uint8Array();
const key = stateKeys.didHead(values["did"] ?? "");
const envelope = base64UrlDecode(values["envelope"] ?? "") ?? new Uint8Array();
const unknown = new Uint8Array(32);

describe.each([
  ["in its own thread", node.api],
  ["behind a port", behindPort(node.api)],
])("a node %s", (_, api) => {
  it.each<readonly [keyof NodeApi, readonly unknown[]]>([
    ["submit", [utf8Encode("no envelope")]],
    ["simulate", [base64UrlDecode(values["envelope"] ?? "")]],
    ["simulate", [utf8Encode("no envelope")]],
    ["simulateProposal", [{ hash: hexDecode(values["proposal"] ?? "") }]],
    ["simulateProposal", [{ hash: unknown }]],
    ["transaction", [id]],
    ["transaction", [unknown]],
    ["waitForTransaction", [id, { level: "certified", timeoutMs: 10 }]],
    ["records", [[key, unknown]]],
    ["records", [[key], { minHeight: 99 }]],
    ["proof", [[key], { anchorHeight: 1 }]],
    ["block", ["latest"]],
    ["block", [{ height: 1 }]],
    ["block", [{ height: 99 }]],
    ["header", [1]],
    ["header", [99]],
    ["certificate", ["latest"]],
    ["certificate", [99]],
    ["validatorSet", [1]],
    ["waitForHeight", [3, 1000]],
    ["waitForHeight", [4, 10]],
    ["genesisDids", []],
    ["status", []],
    ["peers", []],
    ["addSignatures", [utf8Encode("no envelope")]],
    ["addSignatures", [envelope]],
    ["pendingTransactions", [{ id }]],
    ["pendingTransactions", [{ did: values["did"], count: 1, after: unknown }]],
    ["mempool", []],
    ["consensus", []],
    ["evidence", [{ after: "", count: 1 }]],
    ["evidence", [{ after: "0-3-twoCommits", count: 1 }]],
    ["evidenceMessages", ["0-3-twoPrepares"]],
    ["evidenceMessages", ["0-3-twoNewViews"]],
  ])("%s answers what the node says to %j", async (name, args) => {
    const direct: unknown = await Reflect.apply(node.api[name], node.api, args);
    expect(await Reflect.apply(api[name], api, args)).toEqual(direct);
  });
});

describe("the port", () => {
  it("carries the bytes of an answer alone, not the buffer that they are a part of", async () => {
    const large = new Uint8Array(1_000_000);
    const part = large.subarray(10, 20);
    const api = behindPort({
      ...node.api,
      certificate: async () => Buffer.from(part.buffer, 10, 10),
      records: async () => ({
        ok: true,
        value: { height: 1, time: 2, records: [part, undefined] },
      }),
    });
    const certificate = await api.certificate(1);
    expect(certificate?.buffer.byteLength).toBe(10);
    const records = await api.records([]);
    if (!records.ok) throw new Error(records.code);
    expect(records.value.records[0]?.buffer.byteLength).toBe(10);
    expect(records.value.records[1]).toBeUndefined();
  });

  it("rejects where the node failed, without telling how, and goes on", async () => {
    const api = behindPort({ ...node.api, peers: () => Promise.reject(new Error("secret")) });
    await expect(api.peers()).rejects.toThrow("the node failed to answer");
    expect((await api.status()).height).toBe(3);
  });

  it("hands the node few calls at a time, and all that wait", async () => {
    let [working, most, waiting] = [0, 0, 0];
    const release = Promise.withResolvers<void>();
    const api = behindPort({
      ...node.api,
      async status() {
        working += 1;
        most = Math.max(most, working);
        await new Promise((resolve) => setImmediate(resolve));
        working -= 1;
        return node.api.status();
      },
      async waitForTransaction(asked) {
        waiting += 1;
        if (waiting === 200) release.resolve();
        await release.promise;
        return node.api.transaction(asked);
      },
    });
    const wait = { level: "certified", timeoutMs: 1000 } as const;
    const waits = Array.from({ length: 200 }, () => api.waitForTransaction(id, wait));
    await Promise.all(Array.from({ length: 100 }, () => api.status()));
    await Promise.all(waits);
    expect(most).toBe(16);
  });

  it("rejects what is open when it closes", async () => {
    const { port1, port2 } = new MessageChannel();
    const api = remoteApi(port2);
    const open = api.status();
    port1.close();
    await expect(open).rejects.toThrow("the node is gone");
  });
});
